import type { ContractKit } from './contract-kit';
import { atHour, codeOf, DONE, factsWrite, HOUSE, REPEATED } from './contract-kit';
import { sampleAccount, sampleFact, sampleHouse, sampleReading, sampleTariff } from './sample-records';

const house = sampleFact(HOUSE, sampleHouse(HOUSE));
const reading = (id: string, value: string, hour = 9) => sampleFact(HOUSE, sampleReading(id, value), atHour(hour));

/** Facts: append-only, with two clocks, the same delivery once. */
export const factsContract = ({ describe, test, same }: ContractKit): void => {
  describe('facts', () => {
    test('come back as they were written, with the facts of no house among them', async (store) => {
      const tariff = sampleFact('', sampleTariff('tariff-1', '50.93'));
      same(await store.appendFacts(factsWrite('import', [house, tariff, reading('r-1', '12.345')])), DONE);
      same(await store.factsOf(HOUSE), [house, tariff, reading('r-1', '12.345')]);
      same(await store.factsOf('house-2'), [tariff]);
    });

    test('are in order of the instant they became known, then of their ids, whatever the order of writing', async (store) => {
      await store.appendFacts(factsWrite('a', [reading('r-3', '3', 12), reading('r-2', '2', 10)]));
      await store.appendFacts(factsWrite('b', [reading('r-1', '1', 12), reading('R-9', '9', 12), reading('é-1', '4', 12)]));
      same(
        (await store.factsOf(HOUSE)).map((fact) => fact.record.id),
        ['r-2', 'R-9', 'r-1', 'r-3', 'é-1'],
      );
    });

    test('are read as known at an instant: what became known at it counts, what became known later does not', async (store) => {
      await store.appendFacts(factsWrite('a', [reading('r-1', '1', 9), reading('r-2', '2', 10), reading('r-3', '3', 11)]));
      const idsAt = async (hour: number) => (await store.factsOf(HOUSE, atHour(hour))).map((fact) => fact.record.id);
      same(await idsAt(8), []);
      same(await idsAt(10), ['r-1', 'r-2']);
      same(await idsAt(11), ['r-1', 'r-2', 'r-3']);
    });

    test('keep when they were written, apart from when they became known; of two writings of one fact the first stands', async (store) => {
      const written = (hour: number) => ({ ...reading('r-1', '1', 9), storedAt: atHour(hour) });
      await store.appendFacts(factsWrite('a', [written(15)]));
      await store.appendFacts(factsWrite('b', [written(16)]));
      same(await store.factsOf(HOUSE), [written(15)]);
    });

    test('keep being known from when they were known: a late writing of an early fact is seen in the past', async (store) => {
      await store.appendFacts(factsWrite('a', [reading('r-2', '2', 12)]));
      await store.appendFacts(factsWrite('b', [reading('r-1', '1', 9)]));
      same(await store.factsOf(HOUSE, atHour(10)), [reading('r-1', '1', 9)]);
    });

    test('of one delivery that comes twice are there once, and the second answer says so', async (store) => {
      const write = factsWrite('delivery', [house, reading('r-1', '1')]);
      same(await store.appendFacts(write), DONE);
      same(await store.appendFacts(write), REPEATED);
      same(await store.factsOf(HOUSE), [house, reading('r-1', '1')]);
    });

    test('under a key that was used for other content are refused', async (store) => {
      await store.appendFacts(factsWrite('key', [reading('r-1', '1')]));
      same(codeOf(await store.appendFacts(factsWrite('key', [reading('r-2', '2')], 'other digest'))), 'idempotency-conflict');
      same(await store.factsOf(HOUSE), [reading('r-1', '1')]);
    });

    test('with an id that is there and other content are refused, and named', async (store) => {
      await store.appendFacts(factsWrite('a', [reading('r-1', '1')]));
      const refused = await store.appendFacts(factsWrite('b', [reading('r-2', '2'), reading('r-1', '7')]));
      same(refused, { ok: false, error: { code: 'duplicate-fact', value: 'r-1' } });
    });

    test('are appended all or none: beside a refused fact nothing is kept, nor the key', async (store) => {
      await store.appendFacts(factsWrite('a', [reading('r-1', '1')]));
      await store.appendFacts(factsWrite('b', [reading('r-2', '2'), reading('r-1', '7')]));
      same(await store.factsOf(HOUSE), [reading('r-1', '1')]);
      same(await store.appendFacts(factsWrite('b', [reading('r-3', '3')], 'other digest')), DONE);
    });

    test('that are there already, in another delivery, are no second facts: the first instant stands', async (store) => {
      await store.appendFacts(factsWrite('a', [reading('r-1', '1', 9)]));
      same(await store.appendFacts(factsWrite('b', [reading('r-1', '1', 12), reading('r-2', '2', 12)])), DONE);
      same(await store.factsOf(HOUSE), [reading('r-1', '1', 9), reading('r-2', '2', 12)]);
    });

    test('are compared by content, not by the order of their fields', async (store) => {
      const { record } = reading('r-1', '1');
      const turned = Object.fromEntries(Object.entries(record).reverse()) as unknown as typeof record;
      await store.appendFacts(factsWrite('a', [sampleFact(HOUSE, record)]));
      same(await store.appendFacts(factsWrite('b', [sampleFact(HOUSE, turned)])), DONE);
      same((await store.factsOf(HOUSE)).length, 1);
    });

    test('with one id twice in a delivery are one fact when they are the same, and refused when they are not', async (store) => {
      same(await store.appendFacts(factsWrite('a', [reading('r-1', '1'), reading('r-1', '1')])), DONE);
      same((await store.factsOf(HOUSE)).length, 1);
      same(codeOf(await store.appendFacts(factsWrite('b', [reading('r-2', '2'), reading('r-2', '3')]))), 'duplicate-fact');
    });

    test('have ids over all houses: the same fact in another house is refused', async (store) => {
      await store.appendFacts(factsWrite('a', [reading('r-1', '1')]));
      same(codeOf(await store.appendFacts(factsWrite('b', [sampleFact('house-2', sampleReading('r-1', '1'))]))), 'duplicate-fact');
    });

    test('do not change when the writer changes its objects afterwards', async (store) => {
      const record = { ...sampleReading('r-1', '1') };
      await store.appendFacts(factsWrite('a', [sampleFact(HOUSE, record)]));
      Object.assign(record, { value: '999' });
      same(await store.factsOf(HOUSE), [sampleFact(HOUSE, sampleReading('r-1', '1'))]);
    });

    test('have one successor: a second one is refused with the first, and nothing of its delivery is kept', async (store) => {
      const next = (id: string, before: string, scope = HOUSE) => sampleFact(scope, { ...sampleReading(id, '2'), supersedes: before });
      await store.appendFacts(factsWrite('a', [reading('r-1', '1'), next('r-2', 'r-1')]));
      const refused = { code: 'supersedes-twice', at: 'reading r-3', value: 'r-1', facts: { other: 'r-2' } };
      same(await store.appendFacts(factsWrite('b', [reading('r-9', '9'), next('r-3', 'r-1')])), { ok: false, error: refused });
      const both = { code: 'supersedes-twice', at: 'reading r-5', value: 'r-2', facts: { other: 'r-4' } };
      same(await store.appendFacts(factsWrite('b', [next('r-4', 'r-2'), next('r-5', 'r-2')])), { ok: false, error: both });
      same(
        (await store.factsOf(HOUSE)).map((fact) => fact.record.id),
        ['r-2', 'r-1'],
      );
      same(await store.appendFacts(factsWrite('b', [next('r-2', 'r-1'), next('r-3', 'r-2')])), DONE);
      same(await store.appendFacts(factsWrite('c', [next('x-1', 'r-1', 'house-2')])), DONE);
    });

    test('may be none: the key of an empty delivery is kept', async (store) => {
      same(await store.appendFacts(factsWrite('empty', [])), DONE);
      same(await store.appendFacts(factsWrite('empty', [])), REPEATED);
    });
  });

  describe('houses', () => {
    test('are listed in order, a page at a time', async (store) => {
      const ids = ['h-10', 'h-2', 'Дом-1', 'H-1', 'é', '𐐷-1'];
      await store.appendFacts(
        factsWrite(
          'a',
          ids.map((id) => sampleFact(id, sampleHouse(`of ${id}`))),
        ),
      );
      same(await store.houses(null, 100), ['H-1', 'h-10', 'h-2', 'é', 'Дом-1', '𐐷-1']);
      same(await store.houses(null, 2), ['H-1', 'h-10']);
      same(await store.houses('h-10', 2), ['h-2', 'é']);
      same(await store.houses('h-3', 2), ['é', 'Дом-1']);
      same(await store.houses('𐐷-1', 2), []);
    });

    test('do not have the facts of no house for one', async (store) => {
      await store.appendFacts(factsWrite('a', [sampleFact('', sampleTariff('tariff-1', '50.93'))]));
      same(await store.houses(null, 100), []);
    });
  });

  describe('account numbers', () => {
    const account = (number: string, changes: Parameters<typeof sampleAccount>[1] = {}, scope = HOUSE) =>
      sampleFact(scope, sampleAccount(number, changes));

    test('lead to the house and the account, aliases too; an unknown one leads nowhere', async (store) => {
      await store.appendFacts(factsWrite('a', [account('1001', { aliases: ['ЕЛС-77', 'old-5'] })]));
      same(await store.houseOfAccount('1001'), { house: HOUSE, account: '1001' });
      same(await store.houseOfAccount('ЕЛС-77'), { house: HOUSE, account: '1001' });
      same(await store.houseOfAccount('1002'), null);
    });

    test('belong to one house: another house is refused, whether by number or by alias, and told which house has it', async (store) => {
      await store.appendFacts(factsWrite('a', [account('1001', { aliases: ['77'] })]));
      const refused = await store.appendFacts(factsWrite('b', [account('77', {}, 'house-2')]));
      same(refused, { ok: false, error: { code: 'account-in-two-houses', value: '77', facts: { house: HOUSE } } });
      same(codeOf(await store.appendFacts(factsWrite('c', [account('5', { aliases: ['1001'] }, 'house-2')]))), 'account-in-two-houses');
      same(await store.factsOf('house-2'), []);
    });

    test('are refused when one delivery gives a number to two houses', async (store) => {
      const both = [account('1001', { id: 'x' }, 'house-2'), account('1001', { id: 'y' }, HOUSE)];
      same(codeOf(await store.appendFacts(factsWrite('a', both))), 'account-in-two-houses');
      same(await store.houseOfAccount('1001'), null);
    });

    test('are free again when the fact that named them is withdrawn', async (store) => {
      await store.appendFacts(factsWrite('a', [account('1001')]));
      await store.appendFacts(factsWrite('b', [account('1001', { id: 'w', supersedes: '1001', withdrawn: true })]));
      same(await store.houseOfAccount('1001'), null);
      same(await store.appendFacts(factsWrite('c', [account('1001', { id: 'z' }, 'house-2')])), DONE);
      same(await store.houseOfAccount('1001'), { house: 'house-2', account: '1001' });
    });

    test('follow a mended fact: the old alias is free, the new one is taken', async (store) => {
      await store.appendFacts(factsWrite('a', [account('1001', { aliases: ['old'] })]));
      await store.appendFacts(factsWrite('b', [account('1001', { id: 'v2', supersedes: '1001', aliases: ['new'] })]));
      same(await store.houseOfAccount('old'), null);
      same(await store.houseOfAccount('new'), { house: HOUSE, account: '1001' });
    });

    test('move in one delivery: withdrawn in one house, named in another', async (store) => {
      await store.appendFacts(factsWrite('a', [account('1001')]));
      const move = [account('1001', { id: 'z' }, 'house-2'), account('1001', { id: 'w', supersedes: '1001', withdrawn: true })];
      same(await store.appendFacts(factsWrite('b', move)), DONE);
      same(await store.houseOfAccount('1001'), { house: 'house-2', account: '1001' });
    });

    test('do not depend on the order of facts: a version that comes before the one it supersedes stands', async (store) => {
      await store.appendFacts(factsWrite('a', [account('1001', { id: 'v2', supersedes: 'v1', aliases: ['new'] })]));
      await store.appendFacts(factsWrite('b', [account('1001', { id: 'v1', aliases: ['old'] })]));
      same(await store.houseOfAccount('old'), null);
      same(await store.houseOfAccount('new'), { house: HOUSE, account: '1001' });
    });

    test('claimed twice in one house lead to the account whose own number it is', async (store) => {
      await store.appendFacts(factsWrite('a', [account('1', { aliases: ['2'] })]));
      same(await store.houseOfAccount('2'), { house: HOUSE, account: '1' });
      await store.appendFacts(factsWrite('b', [account('2')]));
      same(await store.houseOfAccount('2'), { house: HOUSE, account: '2' });
    });
  });
};
