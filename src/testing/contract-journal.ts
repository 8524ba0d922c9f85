import type { Month } from '../kernel/calendar';
import type { ContractKit } from './contract-kit';
import {
  atHour,
  codeOf,
  DONE,
  factsWrite,
  HOUSE,
  monthWrite,
  NOVEMBER,
  OCTOBER,
  posting,
  REPEATED,
  rejects,
  written,
} from './contract-kit';
import { sampleAccount, sampleAct, sampleBill, sampleEntry, sampleFact } from './sample-records';

const bill = (account: string, month = OCTOBER, kopecks = 48_333) => sampleBill(HOUSE, month, account, 3, kopecks);
const entry = (id: string, account = '1001', month = OCTOBER, changes: Parameters<typeof sampleEntry>[4] = {}) =>
  sampleEntry(id, HOUSE, account, month, changes);

/** Bills and entries: whole or not at all, in order, once. */
export const journalContract = ({ describe, test, same }: ContractKit): void => {
  describe('a house-month', () => {
    test('that was never written has version 0, no bills and no entries, and is open', async (store) => {
      same(await store.monthState(HOUSE, OCTOBER), { version: 0, writtenAt: null, closedAt: null, closedBy: null });
      same(await store.billsOf(HOUSE, OCTOBER), []);
      same(await store.entriesOfHouse(HOUSE, OCTOBER), []);
    });

    test('is written with its bills and entries, which come back as they were, bills in order of accounts', async (store) => {
      const write = monthWrite('m', { bills: [bill('1002'), bill('1001')], entries: [entry('e-2', '1002'), entry('e-1', '1001')] });
      same(await store.writeMonth(write), written(1));
      same(await store.billsOf(HOUSE, OCTOBER), [bill('1001'), bill('1002')]);
      same(await store.entriesOfHouse(HOUSE), [entry('e-2', '1002'), entry('e-1', '1001')]);
      same(await store.monthState(HOUSE, OCTOBER), { version: 1, writtenAt: write.at, closedAt: null, closedBy: null });
    });

    test('delivered twice is written once, and both answers name its version, whatever happened in between', async (store) => {
      const write = monthWrite('m', { bills: [bill('1001')], entries: [entry('e-1')] });
      same(await store.writeMonth(write), written(1));
      await store.writeMonth(monthWrite('m2', { expectedVersion: 1, bills: [bill('1001')] }));
      same(await store.writeMonth(write), written(1, true));
      same(await store.entriesOfHouse(HOUSE), [entry('e-1')]);
      same((await store.monthState(HOUSE, OCTOBER)).version, 2);
    });

    test('under a key that was used for something else is refused: another content, or another operation', async (store) => {
      await store.writeMonth(monthWrite('m'));
      same(codeOf(await store.writeMonth(monthWrite('m', { digest: 'other', expectedVersion: 1 }))), 'idempotency-conflict');
      same(codeOf(await store.post({ ...posting('m', []) })), 'idempotency-conflict');
      same(codeOf(await store.appendFacts(factsWrite('m', []))), 'idempotency-conflict');
    });

    test('is not written over a version that the writer did not see', async (store) => {
      await store.writeMonth(monthWrite('m', { bills: [bill('1001')] }));
      const late = await store.writeMonth(monthWrite('late', { bills: [bill('1001', OCTOBER, 1)], entries: [entry('e-1')] }));
      const facts = { house: HOUSE, month: OCTOBER, expected: '0', found: '1' };
      same(late, { ok: false, error: { code: 'version-conflict', facts } });
      same(codeOf(await store.writeMonth(monthWrite('early', { expectedVersion: 2 }))), 'version-conflict');
      same(await store.billsOf(HOUSE, OCTOBER), [bill('1001')]);
      same(await store.entriesOfHouse(HOUSE), []);
    });

    test('keeps its earlier versions readable when a newer one is written', async (store) => {
      await store.writeMonth(monthWrite('m1', { bills: [bill('1001', OCTOBER, 100), bill('1002')] }));
      await store.writeMonth(monthWrite('m2', { expectedVersion: 1, bills: [bill('1001', OCTOBER, 200)] }));
      same(await store.billsOf(HOUSE, OCTOBER), [bill('1001', OCTOBER, 200)]);
      same(await store.billsOf(HOUSE, OCTOBER, 2), [bill('1001', OCTOBER, 200)]);
      same(await store.billsOf(HOUSE, OCTOBER, 1), [bill('1001', OCTOBER, 100), bill('1002')]);
      same(await store.billsOf(HOUSE, OCTOBER, 3), []);
    });

    test('is whole or absent: beside a refused entry nothing of it is kept, nor its key', async (store) => {
      await store.post(posting('p', [entry('e-1')]));
      const refused = await store.writeMonth(monthWrite('m', { bills: [bill('1001')], entries: [entry('e-2'), entry('e-1')] }));
      same(refused, { ok: false, error: { code: 'duplicate-entry', value: 'e-1' } });
      same(await store.monthState(HOUSE, OCTOBER), { version: 0, writtenAt: null, closedAt: null, closedBy: null });
      same(await store.billsOf(HOUSE, OCTOBER), []);
      same(await store.entriesOfHouse(HOUSE), [entry('e-1')]);
      same(await store.writeMonth(monthWrite('m', { digest: 'another try', bills: [bill('1001')] })), written(1));
    });

    test('is written with the acts of the house, read by months in order, those of the newest version', async (store) => {
      const [cold, hot] = [sampleAct(HOUSE, OCTOBER, 'coldWater'), sampleAct(HOUSE, OCTOBER, 'hotWater')];
      await store.writeMonth(monthWrite('n', { month: NOVEMBER, acts: [sampleAct(HOUSE, NOVEMBER, 'coldWater')] }));
      await store.writeMonth(monthWrite('m1', { acts: [sampleAct(HOUSE, OCTOBER, 'coldWater', '1')] }));
      await store.writeMonth(monthWrite('m2', { expectedVersion: 1, acts: [hot, cold] }));
      same(await store.actsOf(HOUSE, OCTOBER, OCTOBER), [hot, cold]);
      same(await store.actsOf(HOUSE, OCTOBER, NOVEMBER), [hot, cold, sampleAct(HOUSE, NOVEMBER, 'coldWater')]);
      same(await store.actsOf(HOUSE, '2026-12' as Month, '2026-12' as Month), []);
      same(await store.actsOf('house-2', OCTOBER, NOVEMBER), []);
      same(
        await rejects(store.writeMonth(monthWrite('x', { expectedVersion: 2, acts: [sampleAct('house-2', OCTOBER, 'coldWater')] }))),
        true,
      );
      same(await rejects(store.writeMonth(monthWrite('y', { expectedVersion: 2, acts: [cold, cold] }))), true);
      same(await store.actsOf(HOUSE, OCTOBER, OCTOBER), [hot, cold]);
    });

    test('holds nothing of another house or month: such a write rejects and leaves nothing', async (store) => {
      same(await rejects(store.writeMonth(monthWrite('a', { bills: [bill('1001', NOVEMBER)] }))), true);
      same(await rejects(store.writeMonth(monthWrite('b', { bills: [sampleBill('house-2', OCTOBER, '1001')] }))), true);
      same(await rejects(store.writeMonth(monthWrite('c', { entries: [entry('e-1', '1001', NOVEMBER)] }))), true);
      same(await rejects(store.writeMonth(monthWrite('d', { entries: [sampleEntry('e-2', 'house-2', '1', OCTOBER)] }))), true);
      same(await rejects(store.writeMonth(monthWrite('e', { bills: [bill('1001'), bill('1001')] }))), true);
      same((await store.monthState(HOUSE, OCTOBER)).version, 0);
      same(await store.entriesOfHouse(HOUSE), []);
    });

    test('does not touch its neighbours: another month and another house have versions of their own', async (store) => {
      await store.writeMonth(monthWrite('a', { bills: [bill('1001')] }));
      same(await store.writeMonth(monthWrite('b', { month: NOVEMBER, bills: [bill('1001', NOVEMBER)] })), written(1));
      same(await store.writeMonth(monthWrite('c', { house: 'house-2' })), written(1));
      same(await store.billsOf('house-2', OCTOBER), []);
      same(await store.houses(null, 10), [HOUSE, 'house-2']);
    });
  });

  describe('entries', () => {
    test('stand in order of posting, not of their ids or instants', async (store) => {
      const first = [entry('z', '1001', OCTOBER, { at: atHour(12) }), entry('a', '1002')];
      await store.post(posting('p1', first));
      await store.writeMonth(monthWrite('m', { entries: [entry('m', '1001', OCTOBER, { at: atHour(9) })] }));
      await store.post(posting('p2', [entry('b')]));
      const idsOf = (entries: readonly { readonly id: string }[]) => entries.map(({ id }) => id);
      same(idsOf(await store.entriesOfHouse(HOUSE)), ['z', 'a', 'm', 'b']);
      same(idsOf(await store.entriesOfAccount('1001')), ['z', 'm', 'b']);
    });

    test('are read as known at an instant', async (store) => {
      await store.post(posting('p', [entry('a', '1001', OCTOBER, { at: atHour(9) }), entry('b', '1001', OCTOBER, { at: atHour(11) })]));
      same(await store.entriesOfAccount('1001', atHour(8)), []);
      same(await store.entriesOfAccount('1001', atHour(9)), [entry('a', '1001', OCTOBER, { at: atHour(9) })]);
      same((await store.entriesOfAccount('1001', atHour(11))).length, 2);
    });

    test('of a month are those posted in it, whatever month their debt is for', async (store) => {
      const late = entry('adjustment', '1001', NOVEMBER, { month: OCTOBER, kind: 'adjustment' });
      await store.post(posting('p', [entry('a'), late]));
      same(await store.entriesOfHouse(HOUSE, NOVEMBER), [late]);
      same(await store.entriesOfHouse(HOUSE, OCTOBER), [entry('a')]);
    });

    test('are in the journal of a house once: the same id again is refused, from whatever write', async (store) => {
      await store.post(posting('p1', [entry('e-1')]));
      same(codeOf(await store.post(posting('p2', [entry('e-1')]))), 'duplicate-entry');
      same(codeOf(await store.writeMonth(monthWrite('m', { entries: [entry('e-1')] }))), 'duplicate-entry');
      same(codeOf(await store.post(posting('p4', [entry('e-2'), entry('e-2')]))), 'duplicate-entry');
      same(await store.entriesOfHouse(HOUSE), [entry('e-1')]);
      same(await store.post(posting('p5', [sampleEntry('e-1', 'house-2', '9', OCTOBER)], 'house-2')), DONE);
    });

    test('of one posting that comes twice are there once', async (store) => {
      same(await store.post(posting('p', [entry('e-1')])), DONE);
      same(await store.post(posting('p', [entry('e-1')])), REPEATED);
      same((await store.entriesOfAccount('1001')).length, 1);
    });

    test('of another house are not posted: such a write rejects', async (store) => {
      same(await rejects(store.post(posting('p', [sampleEntry('e-1', 'house-2', '1', OCTOBER)]))), true);
      same(await store.entriesOfHouse('house-2'), []);
    });

    test('keep whole kopecks to the last safe integer, in both directions', async (store) => {
      const amounts = [Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER, 0, -1] as never[];
      const all = amounts.map((amount, place) => entry(`e-${place}`, '1001', OCTOBER, { amount }));
      same(await store.post(posting('p', all)), DONE);
      same(await store.entriesOfHouse(HOUSE), all);
    });
  });

  describe('bills of an account', () => {
    test('are those of the newest version of each month, in order of months', async (store) => {
      await store.writeMonth(monthWrite('n', { month: NOVEMBER, bills: [bill('1001', NOVEMBER)] }));
      await store.writeMonth(monthWrite('o', { bills: [bill('1001', OCTOBER, 100), bill('1002')] }));
      await store.writeMonth(monthWrite('o2', { expectedVersion: 1, bills: [bill('1001', OCTOBER, 200)] }));
      same(await store.billsOfAccount('1001'), [bill('1001', OCTOBER, 200), bill('1001', NOVEMBER)]);
      same(await store.billsOfAccount('1002'), []);
    });
  });

  describe('an account that something is owed under', () => {
    const claim = (id: string, house: string, changes = {}) => sampleFact(house, sampleAccount('1001', { id, ...changes }));

    test('stays with its house when its fact is withdrawn: a debt does not change hands with its number', async (store) => {
      await store.appendFacts(factsWrite('a', [claim('v1', HOUSE)]));
      await store.post(posting('p', [entry('e-1', '1001')]));
      await store.appendFacts(factsWrite('b', [claim('v2', HOUSE, { supersedes: 'v1', withdrawn: true })]));
      same(await store.houseOfAccount('1001'), { house: HOUSE, account: '1001' });
      same(codeOf(await store.appendFacts(factsWrite('c', [claim('other', 'house-2')]))), 'account-in-two-houses');
    });

    test('stays as well when only a bill, of whatever version, was made for it', async (store) => {
      await store.appendFacts(factsWrite('a', [claim('v1', HOUSE)]));
      await store.writeMonth(monthWrite('m', { bills: [bill('1001')] }));
      await store.writeMonth(monthWrite('m2', { expectedVersion: 1 }));
      await store.appendFacts(factsWrite('b', [claim('v2', HOUSE, { supersedes: 'v1', withdrawn: true })]));
      same(await store.houseOfAccount('1001'), { house: HOUSE, account: '1001' });
    });
  });
};
