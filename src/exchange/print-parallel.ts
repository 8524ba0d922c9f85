import { roublesText } from '../kernel/money';
import type { ParallelRun } from '../statements/parallel-run';
import type { Delimiter } from './csv-line';
import { printTable } from './print-table';

const COLUMNS = [
  'cause',
  'account',
  'service',
  'provider',
  'part',
  'theirs',
  'ours',
  'difference',
  'volumeTheirs',
  'volumeOurs',
  'tariffTheirs',
  'tariffOurs',
];

/** The differences of a parallel run as a table, in their order. */
export const printParallelCsv = ({ differences }: ParallelRun, delimiter: Delimiter): string =>
  printTable(
    [
      COLUMNS,
      ...differences.map(({ cause, account, service, provider, part, theirs, ours, difference }) => [
        cause,
        account,
        service,
        provider,
        part,
        theirs === null ? null : roublesText(theirs.amount),
        ours === null ? null : roublesText(ours.amount),
        roublesText(difference),
        theirs?.volume,
        ours?.volume,
        theirs?.tariff,
        ours?.tariff,
      ]),
    ],
    delimiter,
  );
