import type { ContractKit } from './contract-kit';
import { DONE, factsWrite, HOUSE, monthWrite, OCTOBER, posting, REPEATED, rejects, written } from './contract-kit';
import { sampleAccount, sampleBill, sampleEntry, sampleFact, sampleHouse } from './sample-records';

/** Texts that have broken stores: quotes, statements, wide characters, what JSON and JavaScript read in their own way. */
const HOSTILE = [
  `'; drop table bills; --`,
  `"quoted" 'text' \\ \\' $1 $$ {} %s`,
  'Ёжик «Ъ» ﬁ ß İ ı',
  '𝟙𐐷 👩‍👩‍👧 e\u0301 é',
  '\u202eright to left\u202c',
  '__proto__',
  'constructor',
  'null',
  'NaN',
  ' spaces at both ends ',
  '\\N',
  '{1,2,"3"}',
];

/** Size, and texts that are only texts. */
export const hostileContract = ({ describe, test, same }: ContractKit): void => {
  describe('size', () => {
    test('a house of 400 accounts with 12 lines each is one write, and comes back to the kopeck', async (store) => {
      const accounts = Array.from({ length: 400 }, (_, place) => String(100_000 + place));
      const bills = accounts.map((account, place) => sampleBill(HOUSE, OCTOBER, account, 12, 1000 + place));
      const entries = accounts.flatMap((account) =>
        Array.from({ length: 12 }, (_, place) => sampleEntry(`m:${account}:${place}`, HOUSE, account, OCTOBER)),
      );
      same(await store.writeMonth(monthWrite('m', { bills, entries })), written(1));
      same(await store.billsOf(HOUSE, OCTOBER), bills);
      same((await store.entriesOfHouse(HOUSE, OCTOBER)).length, 4800);
    });

    test('5 000 facts are one delivery', async (store) => {
      const facts = Array.from({ length: 5000 }, (_, place) => sampleFact(HOUSE, sampleAccount(String(10_000 + place))));
      same(await store.appendFacts(factsWrite('import', facts)), DONE);
      same(await store.factsOf(HOUSE), facts);
      same(await store.houseOfAccount('14999'), { house: HOUSE, account: '14999' });
    });
  });

  describe('a text is only a text', () => {
    for (const text of HOSTILE) {
      test(JSON.stringify(text), async (store) => {
        const house = { ...sampleHouse(text), address: text, by: text, policies: Object.fromEntries([[text, text]]) };
        same(await store.appendFacts(factsWrite(text, [sampleFact(text, house)])), DONE);
        same(await store.appendFacts(factsWrite(text, [sampleFact(text, house)])), REPEATED);
        const bill = { ...sampleBill(text, OCTOBER, text), premises: text, madeBy: text };
        const entry = sampleEntry(text, text, text, OCTOBER, { provider: text, cause: text });
        same(await store.writeMonth(monthWrite(`month of ${text}`, { house: text, bills: [bill], entries: [entry] })), written(1));
        same(
          (await store.factsOf(text)).map(({ record }) => JSON.stringify(record)),
          [JSON.stringify(house)],
        );
        same(await store.billsOf(text, OCTOBER), [bill]);
        same(await store.entriesOfAccount(text), [entry]);
        same(await store.houses(null, 10), [text]);
      });
    }

    test('fields that this release does not know are kept with facts, bills, lines and entries', async (store) => {
      const fact = sampleFact(HOUSE, { ...sampleHouse(HOUSE), later: { a: [1, null] } } as never);
      const known = sampleBill(HOUSE, OCTOBER, '1001');
      const bill = { ...known, later: { b: [true] }, lines: known.lines.map((line) => ({ ...line, later: { c: ['x'] } })) };
      const entry = { ...sampleEntry('e', HOUSE, '1001', OCTOBER), later: { d: 'y' } };
      await store.appendFacts(factsWrite('f', [fact]));
      await store.writeMonth(monthWrite('m', { bills: [bill] }));
      await store.post(posting('p', [entry]));
      same(await store.factsOf(HOUSE), [fact]);
      same(await store.billsOf(HOUSE, OCTOBER), [bill]);
      same(await store.entriesOfHouse(HOUSE), [entry]);
    });
  });

  describe('a key', () => {
    test('has 1 to 200 characters and a digest with it: anything else rejects', async (store) => {
      same(await store.appendFacts(factsWrite('k'.repeat(200), [])), DONE);
      same(await rejects(store.appendFacts(factsWrite('k'.repeat(201), []))), true);
      same(await rejects(store.appendFacts(factsWrite('', []))), true);
      same(await rejects(store.appendFacts(factsWrite('k', [], ''))), true);
    });

    test('has no NUL and no half character, which databases read in their own ways: such a key rejects', async (store) => {
      same(await rejects(store.appendFacts(factsWrite('a\u0000b', []))), true);
      same(await rejects(store.appendFacts(factsWrite('a\ud800b', []))), true);
    });
  });
};
