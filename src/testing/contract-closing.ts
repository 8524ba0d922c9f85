import type { Month } from '../kernel/calendar';
import type { ContractKit } from './contract-kit';
import {
  atHour,
  closing,
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
import { sampleAccount, sampleBill, sampleEntry, sampleFact, sampleHouse } from './sample-records';

const SEPTEMBER = '2026-09' as Month;

/** Closed months, writers at the same time, and the end of a store. */
export const closingContract = ({ describe, test, same }: ContractKit): void => {
  describe('a closed month', () => {
    test('says when and by whom it was closed, in the words of the closer', async (store) => {
      same(await store.closeMonth(closing('c', { at: atHour(18), by: "О'Генри «бухгалтер»" })), DONE);
      same(await store.monthState(HOUSE, OCTOBER), { version: 0, writtenAt: null, closedAt: atHour(18), closedBy: "О'Генри «бухгалтер»" });
      same((await store.monthState('house-2', OCTOBER)).closedAt, null);
    });

    test('takes no version any more, and keeps what it has', async (store) => {
      await store.writeMonth(monthWrite('m', { bills: [sampleBill(HOUSE, OCTOBER, '1001')] }));
      await store.closeMonth(closing('c', { expectedVersion: 1, at: atHour(18) }));
      const facts = { house: HOUSE, month: OCTOBER, closedAt: atHour(18) };
      same(await store.writeMonth(monthWrite('m2', { expectedVersion: 1 })), { ok: false, error: { code: 'month-closed', facts } });
      same(await store.billsOf(HOUSE, OCTOBER), [sampleBill(HOUSE, OCTOBER, '1001')]);
      same((await store.monthState(HOUSE, OCTOBER)).version, 1);
    });

    test('takes no entry any more, nor any of a posting that names it', async (store) => {
      await store.closeMonth(closing('c'));
      const both = [sampleEntry('a', HOUSE, '1001', NOVEMBER), sampleEntry('b', HOUSE, '1001', OCTOBER)];
      same(codeOf(await store.post(posting('p', both))), 'month-closed');
      same(await store.entriesOfHouse(HOUSE), []);
    });

    test('is corrected in an open month: entries for its debt are posted there', async (store) => {
      await store.closeMonth(closing('c'));
      const adjustment = sampleEntry('a', HOUSE, '1001', NOVEMBER, { month: OCTOBER, kind: 'adjustment' });
      same(await store.writeMonth(monthWrite('m', { month: NOVEMBER, entries: [adjustment] })), written(1));
    });

    test('closes all months before it, because their entries are in its saldo', async (store) => {
      await store.closeMonth(closing('c', { at: atHour(18) }));
      same(codeOf(await store.writeMonth(monthWrite('m', { month: SEPTEMBER }))), 'month-closed');
      same(codeOf(await store.post(posting('p', [sampleEntry('a', HOUSE, '1001', SEPTEMBER)]))), 'month-closed');
      same((await store.monthState(HOUSE, SEPTEMBER)).closedAt, atHour(18));
      same((await store.monthState(HOUSE, NOVEMBER)).closedAt, null);
    });

    test('still answers a delivery that it took while it was open', async (store) => {
      const write = monthWrite('m', { bills: [sampleBill(HOUSE, OCTOBER, '1001')] });
      await store.writeMonth(write);
      await store.closeMonth(closing('c', { expectedVersion: 1 }));
      same(await store.writeMonth(write), written(1, true));
    });

    test('is closed once: closing it again changes nothing, with the same key or another', async (store) => {
      await store.closeMonth(closing('c', { at: atHour(18), by: 'first' }));
      same(await store.closeMonth(closing('c', { at: atHour(18), by: 'first' })), REPEATED);
      same(await store.closeMonth(closing('d', { at: atHour(20), by: 'second' })), REPEATED);
      same(await store.closeMonth(closing('e', { month: SEPTEMBER, at: atHour(21), by: 'third' })), REPEATED);
      same(await store.monthState(HOUSE, OCTOBER), { version: 0, writtenAt: null, closedAt: atHour(18), closedBy: 'first' });
      same((await store.monthState(HOUSE, SEPTEMBER)).closedBy, 'first');
    });

    test('stays closed as it was when a later month is closed', async (store) => {
      await store.closeMonth(closing('c', { at: atHour(18), by: 'first' }));
      same(await store.closeMonth(closing('d', { month: NOVEMBER, at: atHour(20), by: 'second' })), DONE);
      same(await store.monthState(HOUSE, OCTOBER), { version: 0, writtenAt: null, closedAt: atHour(18), closedBy: 'first' });
      same(await store.monthState(HOUSE, NOVEMBER), { version: 0, writtenAt: null, closedAt: atHour(20), closedBy: 'second' });
    });

    test('was closed as it was seen: a version written meanwhile is not closed unseen', async (store) => {
      await store.writeMonth(monthWrite('m'));
      same(codeOf(await store.closeMonth(closing('c'))), 'version-conflict');
      same((await store.monthState(HOUSE, OCTOBER)).closedAt, null);
    });

    test('does not keep facts out: what becomes known later is known, and is charged in an open month', async (store) => {
      await store.closeMonth(closing('c'));
      same(await store.appendFacts(factsWrite('f', [sampleFact(HOUSE, sampleHouse(HOUSE))])), DONE);
    });

    test('is told before a version that is behind: the first problem of the documented order is answered', async (store) => {
      await store.writeMonth(monthWrite('m', { entries: [sampleEntry('a', HOUSE, '1001', OCTOBER)] }));
      const again = monthWrite('m2', { entries: [sampleEntry('a', HOUSE, '1001', OCTOBER)] });
      same(codeOf(await store.writeMonth(again)), 'version-conflict');
      await store.closeMonth(closing('c', { expectedVersion: 1 }));
      same(codeOf(await store.writeMonth(again)), 'month-closed');
      same(codeOf(await store.writeMonth({ ...again, key: 'm' })), 'idempotency-conflict');
    });
  });

  describe('writers at the same time', () => {
    const many = <T>(act: (writer: number) => Promise<T>): Promise<T[]> =>
      Promise.all(Array.from({ length: 8 }, (_, writer) => act(writer)));

    test('of one house-month: exactly one wins, the others see a conflict, and the books hold the winner alone', async (store) => {
      const answers = await many((writer) =>
        store.writeMonth(
          monthWrite(`w-${writer}`, {
            bills: [sampleBill(HOUSE, OCTOBER, '1001', 2, 100 + writer)],
            entries: [sampleEntry(`e-${writer}`, HOUSE, '1001', OCTOBER)],
          }),
        ),
      );
      const winner = answers.findIndex((answer) => answer.ok);
      same(answers.map(codeOf).sort(), ['done', ...Array.from({ length: 7 }, () => 'version-conflict')]);
      same(await store.billsOf(HOUSE, OCTOBER), [sampleBill(HOUSE, OCTOBER, '1001', 2, 100 + winner)]);
      same(
        (await store.entriesOfHouse(HOUSE)).map((entry) => entry.id),
        [`e-${winner}`],
      );
    });

    test('of one delivery: one effect, and everyone is told it is done', async (store) => {
      const answers = await many(() => store.post(posting('p', [sampleEntry('e', HOUSE, '1001', OCTOBER)])));
      same(
        answers.map(codeOf),
        Array.from({ length: 8 }, () => 'done'),
      );
      same(answers.filter((answer) => answer.ok && !answer.value.repeated).length, 1);
      same((await store.entriesOfHouse(HOUSE)).length, 1);
    });

    test('of one house post without losing an entry or mixing up their order', async (store) => {
      const pair = (writer: number) => ['a', 'b'].map((part) => sampleEntry(`${writer}-${part}`, HOUSE, '1001', OCTOBER));
      await many((writer) => store.post(posting(`p-${writer}`, pair(writer))));
      const ids = (await store.entriesOfHouse(HOUSE)).map((entry) => entry.id);
      same(ids.length, 16);
      same(
        ids.filter((_, place) => place % 2 === 0).map((id) => id.replace('-a', '-b')),
        ids.filter((_, place) => place % 2 === 1),
      );
    });

    test('of one fact id: one content wins, the others are refused', async (store) => {
      const answers = await many((writer) =>
        store.appendFacts(factsWrite(`f-${writer}`, [sampleFact(`house-${writer}`, sampleHouse('one-id'))])),
      );
      same(answers.map(codeOf).sort(), ['done', ...Array.from({ length: 7 }, () => 'duplicate-fact')]);
    });

    test('of a successor of one fact: one is it, the others are refused', async (store) => {
      const answers = await many((writer) =>
        store.appendFacts(factsWrite(`f-${writer}`, [sampleFact(HOUSE, { ...sampleHouse(`v-${writer}`), supersedes: 'v' })])),
      );
      same(answers.map(codeOf).sort(), ['done', ...Array.from({ length: 7 }, () => 'supersedes-twice')]);
      same((await store.factsOf(HOUSE)).length, 1);
    });

    test('of one account number: one house has it, the others are refused', async (store) => {
      const answers = await many((writer) =>
        store.appendFacts(factsWrite(`f-${writer}`, [sampleFact(`house-${writer}`, sampleAccount('1001', { id: `account-${writer}` }))])),
      );
      same(answers.map(codeOf).sort(), [...Array.from({ length: 7 }, () => 'account-in-two-houses'), 'done']);
      same((await store.houseOfAccount('1001'))?.house, `house-${answers.findIndex((answer) => answer.ok)}`);
    });

    test('of one house do not overlook the versions of each other: a mended account keeps no old alias', async (store) => {
      const version = (writer: number) => {
        const number = String(Math.floor(writer / 2));
        return writer % 2 === 0
          ? sampleAccount(number, { id: `${number}-v1`, aliases: [`old-${number}`] })
          : sampleAccount(number, { id: `${number}-v2`, aliases: [`new-${number}`], supersedes: `${number}-v1` });
      };
      const answers = await many((writer) => store.appendFacts(factsWrite(`f-${writer}`, [sampleFact(HOUSE, version(writer))])));
      same(
        answers.map(codeOf),
        Array.from({ length: 8 }, () => 'done'),
      );
      for (const number of ['0', '1', '2', '3']) {
        same(await store.houseOfAccount(`old-${number}`), null);
        same(await store.houseOfAccount(`new-${number}`), { house: HOUSE, account: number });
      }
    });

    test('a closing and a writing: either the closing saw the writing, or the writing found the month closed', async (store) => {
      const [close, write] = await Promise.all([store.closeMonth(closing('c')), store.writeMonth(monthWrite('m'))]);
      same(
        [
          ['done', 'month-closed'],
          ['version-conflict', 'done'],
        ].some(([a, b]) => codeOf(close) === a && codeOf(write) === b),
        true,
      );
    });
  });

  describe('a store that was closed', () => {
    test('takes no write and answers no read, instead of pretending; closing it twice is no error', async (store) => {
      await store.close();
      await store.close();
      same(codeOf(await store.appendFacts(factsWrite('f', []))), 'store-unavailable');
      same(codeOf(await store.post(posting('p', []))), 'store-unavailable');
      same(await rejects(store.factsOf(HOUSE)), true);
      same(await rejects(store.monthState(HOUSE, OCTOBER)), true);
    });
  });
};
