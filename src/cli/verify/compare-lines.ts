import { addDays } from '../../kernel/calendar';
import { roublesText } from '../../kernel/money';
import type { Line } from '../../model/bill';
import type { ExpectedBlock, ExpectedLine } from './case-schema';
import { differenceText, isDecimal, sameNumber } from './decimals';
import type { Difference } from './report';
import type { VerifyWords } from './words';

/** A line as the difference names it. @example nameOf(line) //=> 'electricity T1 charge 2026-01' */
const nameOf = (
  line: {
    readonly service: string;
    readonly kind: string;
    readonly part?: string | undefined;
    readonly component?: string | undefined;
    readonly zone?: string | undefined;
    readonly item?: string | undefined;
    readonly share?: string | undefined;
    readonly range?: number | undefined;
  },
  month: string,
  from?: string,
): string =>
  [
    line.service,
    line.part === 'common' ? 'common' : undefined,
    line.item,
    line.share,
    line.component,
    line.zone,
    line.range === undefined ? undefined : `range ${line.range}`,
    line.kind,
    month,
    from === undefined ? undefined : `${from}…`,
  ]
    .filter((part) => part !== undefined)
    .join(' ');

const textOf = (line: Line): string =>
  `${nameOf(line, line.month, line.days?.from)}: ${line.volume} ${line.unit} × ${line.tariff}${line.factor === undefined ? '' : `, K ${line.factor}`} = ${roublesText(line.amount)} (${line.basis})`;

/** Is the line the one that is meant? What tells lines apart must agree where it is stated. */
const isMeant = (expected: ExpectedLine, month: string, line: Line): boolean =>
  expected.service === line.service &&
  expected.kind === line.kind &&
  expected.part === (line.part ?? 'own') &&
  (expected.for ?? (expected.kind === 'adjustment' ? line.month : month)) === line.month &&
  (expected.component === undefined || expected.component === line.component) &&
  (expected.zone === undefined || expected.zone === (line.zone ?? 'T0')) &&
  (expected.use === undefined || expected.use === line.use) &&
  (expected.item === undefined || expected.item === line.item) &&
  (expected.share === undefined || expected.share === line.share) &&
  (expected.range === undefined || expected.range === line.range) &&
  (expected.from === undefined || expected.from === line.days?.from);

const NUMBERS = ['volume', 'tariff', 'factor'] as const;
const TEXTS = ['basis', 'provider', 'unit', 'cause', 'title'] as const;

const differencesOf = (expected: ExpectedLine, line: Line): readonly Difference[] => {
  const what = nameOf(line, line.month, line.days?.from);
  const found: Difference[] = [];
  for (const field of NUMBERS) {
    const [want, got] = [expected[field], line[field]];
    if (want !== undefined && (got === undefined || !sameNumber(want, got))) found.push(differing(what, field, want, got ?? '—'));
  }
  for (const field of TEXTS) {
    const [want, got] = [expected[field], line[field]];
    if (want !== undefined && want !== got) found.push({ what, field, expected: want, received: got ?? '—' });
  }
  const through = line.valid === undefined ? undefined : addDays(line.valid.to, -1);
  if (expected.validThrough !== undefined && expected.validThrough !== through)
    found.push({ what, field: 'validThrough', expected: expected.validThrough, received: through ?? '—' });
  const amount = roublesText(line.amount);
  if (expected.amount !== undefined && !sameNumber(expected.amount, amount)) found.push(differing(what, 'amount', expected.amount, amount));
  return found;
};

/** A difference of two numbers. */
export const differing = (what: string, field: string, expected: string, received: string): Difference => ({
  what,
  field,
  expected,
  received,
  ...(isDecimal(received) ? { difference: differenceText(received, expected) } : {}),
});

/** A line that was expected with the line of the bill that answers it. */
export interface Matched {
  readonly expected: ExpectedLine;
  readonly line: Line;
}

/** Compare the lines of a bill with those that a block expects: exact matches are paired first, then the nearest. */
export const compareLines = (
  block: ExpectedBlock,
  month: string,
  lines: readonly Line[],
  words: VerifyWords,
): { readonly differences: readonly Difference[]; readonly matched: readonly Matched[] } => {
  const left = new Set(lines);
  const matched: Matched[] = [];
  const differences: Difference[] = [];
  const open = block.lines.filter((expected) => {
    const line = [...left].find((one) => isMeant(expected, month, one) && differencesOf(expected, one).length === 0);
    if (line === undefined) return true;
    left.delete(line);
    matched.push({ expected, line });
    return false;
  });
  for (const expected of open) {
    const candidates = [...left]
      .filter((one) => isMeant(expected, month, one))
      .map((line) => ({ line, found: differencesOf(expected, line) }));
    const [nearest] = candidates.sort((a, b) => a.found.length - b.found.length);
    if (nearest === undefined) {
      differences.push({
        what: nameOf(expected, expected.for ?? month, expected.from),
        field: 'line',
        expected: words.someLine,
        received: words.noLine,
      });
      continue;
    }
    left.delete(nearest.line);
    matched.push({ expected, line: nearest.line });
    differences.push(...nearest.found);
  }
  const closed = new Set<string>([
    ...(block.only ? block.lines.map((one) => `${one.service} ${one.part}`) : []),
    ...block.none.map((service) => `${service} own`),
  ]);
  for (const line of left)
    if (closed.has(`${line.service} ${line.part ?? 'own'}`))
      differences.push({ what: nameOf(line, line.month, line.days?.from), field: 'line', expected: words.noLine, received: textOf(line) });
  return { differences, matched };
};
