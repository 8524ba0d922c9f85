import { allBilled, sameAccounts } from '../../src/batch/expected-accounts';
import { someHouses } from '../../src/batch/plan-run';
import type { Month } from '../../src/kernel/calendar';
import { finished, houseFaulted, type RunTally, runAfter, workerLost } from '../../src/model/batch-run';
import { type SAMPLE_INSTANT, sampleAccount, sampleFact } from '../../src/testing/sample-records';
import { type Producer, problemOf } from './producer';

const month = '2026-10' as Month;
const tally: RunTally = { run: 'октябрь', state: 'running', waiting: 0, dead: 1, blocking: 2 };
const unit = {
  run: 'октябрь',
  month,
  job: 1,
  house: 'dom-1',
  accounts: 3,
  attempt: 1,
  plannedAt: '2026-11-01T00:00:00.000Z' as typeof SAMPLE_INSTANT,
};
const facts = [sampleFact('dom-1', sampleAccount('590001'))];

/** Runs over many houses, and houses of theirs that are not billed. */
export const BATCH_PRODUCERS: readonly Producer[] = [
  {
    code: 'run-unknown',
    input: 'pauseRun(ports, { run: «октябрь» }), which nobody planned',
    make: () => problemOf(runAfter('октябрь', undefined, 'pause'), 'run-unknown'),
  },
  {
    code: 'run-over',
    input: 'resumeRun(ports, { run: «октябрь» }), which was cancelled',
    make: () => problemOf(runAfter('октябрь', { ...tally, state: 'cancelled' }, 'resume'), 'run-over'),
  },
  {
    code: 'run-unfinished',
    input: 'issueRun(ports, { run: «октябрь» }) while four houses wait',
    make: () => problemOf(runAfter('октябрь', { ...tally, waiting: 4 }, 'issue'), 'run-unfinished'),
  },
  {
    code: 'run-blocked',
    input: 'issueRun(ports, { run: «октябрь» }) without `why`; two findings block it, one house has no bills',
    make: () => problemOf(runAfter('октябрь', tally, 'issue'), 'run-blocked'),
  },
  { code: 'job-lost', input: 'a job whose row another worker took', make: () => problemOf(finished(0, 'октябрь', 17), 'job-lost') },
  {
    code: 'worker-lost',
    input: 'a house whose job ended three times without a word',
    make: () => workerLost('dom-1', 3, 'connection terminated'),
  },
  { code: 'house-faulted', input: 'a house whose billing throws', make: () => houseFaulted('dom-1', new Error('expected a value')) },
  {
    code: 'accounts-not-billed',
    input: 'bills of a house that leave out one of its accounts',
    make: () => problemOf(allBilled('dom-1', ['590001', '590002'], ['590001']), 'accounts-not-billed'),
  },
  {
    code: 'accounts-vanished',
    input: 'a house planned with three accounts, of which the database has one',
    make: () => problemOf(sameAccounts(unit, facts), 'accounts-vanished'),
  },
  {
    code: 'houses-missing',
    input: "planRun(ports, { month: '2026-10', provider: 'vodokanal' }) where nobody is served by it",
    make: () => problemOf(someHouses([], month, 'vodokanal'), 'houses-missing'),
  },
];
