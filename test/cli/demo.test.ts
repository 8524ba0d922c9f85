import { beforeAll, describe, expect, it } from 'vitest';
import { TELLING } from '../../src/cli/demo/explained';
import { DEMO_MONTHS, type DemoAnswer, runDemo } from '../../src/cli/demo/run';
import { readFactsFolder } from '../../src/exchange';
import type { Month } from '../../src/kernel/calendar';
import { asKopecks, roublesText, sumMoney } from '../../src/kernel/money';
import { assembleHouses } from '../../src/model/assemble';
import type { Bill, Line } from '../../src/model/bill';
import type { Store } from '../../src/ports/store';
import { billHouse } from '../../src/recalculation/bill-house';
import { createMemoryStore } from '../../src/testing';

const HOUSES = ['msk-1', 'msk-2', 'prm-1', 'chr-1'];

interface Run {
  readonly answer: DemoAnswer;
  readonly files: ReadonlyMap<string, string>;
  readonly steps: readonly (readonly [number, number])[];
}

const demo = async (store: Store, language: 'ru' | 'en' = 'ru'): Promise<Run> => {
  const files = new Map<string, string>();
  const steps: [number, number][] = [];
  const answer = await runDemo({
    store,
    language,
    write: (path, text) => files.set(path, text),
    progress: (done, all) => steps.push([done, all]),
  });
  if (!answer.ok) throw new Error(JSON.stringify(answer.error, null, 1));
  return { answer: answer.value, files, steps };
};

const store = createMemoryStore();
let first: Run;
let bills: readonly Bill[];

beforeAll(async () => {
  first = await demo(store);
  const read = HOUSES.flatMap((house) => DEMO_MONTHS.map((month) => store.billsOf(house, month)));
  bills = (await Promise.all(read)).flat();
});

const billOf = (account: string, month: string): Bill => {
  const bill = bills.find((one) => one.account === account && one.month === month);
  if (bill === undefined) throw new Error(`no bill of ${account} in ${month}`);
  return bill;
};

const linesOf = (account: string, month: string, service: Line['service']): readonly Line[] =>
  billOf(account, month).lines.filter((line) => line.service === service);

describe('the demo', () => {
  it('bills and closes forty house-months', async () => {
    expect(first.answer.months.map(({ house, month }) => `${house} ${month}`)).toEqual(
      DEMO_MONTHS.flatMap((month) => HOUSES.map((house) => `${house} ${month}`)),
    );
    for (const house of HOUSES) expect((await store.monthState(house, '2026-10' as never)).closedAt).toBe('2026-10-31T18:00:00.000Z');
  });

  it('charges every house and month what it charged when the sums were last read by eye', async () => {
    const months = first.answer.months.map(({ house, month, bills: count, total }) => [
      `${house} ${month}`,
      { bills: count, total: roublesText(total) },
    ]);
    await expect(`${JSON.stringify(Object.fromEntries(months), null, 2)}\n`).toMatchFileSnapshot('demo.golden.json');
  });

  it('uses every way to find a volume', () => {
    const bases = new Set(bills.flatMap((bill) => bill.lines.map((line) => line.basis)));
    expect([...bases].sort()).toEqual([
      'area',
      'average',
      'contract',
      'fromWater',
      'meter',
      'mixed',
      'noMeterRaised',
      'normative',
      'normativeRaised',
      'normativeShortHistory',
      'normativeSilent',
    ]);
  });

  it('shows how far it is', () => {
    const all = HOUSES.length * DEMO_MONTHS.length + 1;
    expect(first.steps).toEqual(Array.from({ length: all }, (_, index) => [index + 1, all]));
  });

  it('writes a payment document for every account of the last month, a book for every account, and a page to them all', () => {
    const paths = [...first.files.keys()];
    const last = bills.filter((bill) => bill.month === '2026-10');
    expect(paths.filter((path) => path.startsWith('documents/'))).toHaveLength(last.length);
    expect(paths.filter((path) => path.startsWith('books/'))).toHaveLength(new Set(bills.map((bill) => bill.account)).size);
    const links = [...(first.files.get('index.html') ?? '').matchAll(/href="([^"]+)"/g)].map(([, path]) => path ?? '');
    expect(links.filter((path) => !first.files.has(path))).toEqual([]);
    expect(paths.filter((path) => path.endsWith('.html') && path !== 'index.html' && !links.includes(path))).toEqual([]);
  });

  it('prints the saldo sheet of each house in either language', async () => {
    expect(first.answer.sheets.map((sheet) => sheet.split('\n')[0])).toEqual([
      'Оборотно-сальдовая ведомость: Москва, Примерная улица, дом 1, 2026-10',
      'Оборотно-сальдовая ведомость: Москва, Примерная улица, дом 2, 2026-10',
      'Оборотно-сальдовая ведомость: Пермь, Примерная улица, дом 3, 2026-10',
      'Оборотно-сальдовая ведомость: Чернушка, Примерная улица, дом 4, 2026-10',
    ]);
    const english = await demo(store, 'en');
    expect(english.answer.sheets[0]?.split('\n')[0]).toBe('Saldo sheet: Москва, Примерная улица, дом 1, 2026-10');
    expect([...english.files]).toEqual([...first.files]);
  });
});

describe('the fourth month after the verification ended on 10.02.2026 (ПП № 354, п. 59, 60)', () => {
  it.each(['2026-02', '2026-03', '2026-04'])('%s: cold water by the average, without the multiplier', (month) => {
    expect(linesOf('770100031', month, 'coldWater').map(({ kind, basis }) => [kind, basis])).toEqual([['charge', 'average']]);
  });

  it('2026-05: 3 × 6,935 × 66,87 = 1391,23; 1391,23 × 3 − 1391,23 = 2782,46', () => {
    expect(linesOf('770100031', '2026-05', 'coldWater').map(({ kind, basis, volume, amount }) => [kind, basis, volume, amount])).toEqual([
      ['charge', 'normativeRaised', '20.805', 1391_23],
      ['factorExcess', 'normativeRaised', '20.805', 2782_46],
    ]);
  });

  it('is told', () => {
    expect(first.answer.explained).toContain('Лицевой счёт 770100031, 2026-05');
    expect(first.answer.explained).toContain('месяц подряд: 4-й');
    expect(first.answer.explained).toContain('месяцы по среднему исчерпаны: 4-й при 3 дозволенных');
  });

  it('2026-08: the raised normative up to the new meter, the new meter after it', () => {
    expect(linesOf('770100031', '2026-08', 'coldWater').map(({ kind, basis }) => [kind, basis])).toEqual([
      ['charge', 'meter'],
      ['charge', 'normativeRaised'],
      ['factorExcess', 'normativeRaised'],
    ]);
  });
});

describe('payments on the site', () => {
  it('of the last month go through a gateway, are told, and stand in the journal once', async () => {
    expect(first.answer.online).toMatch(/^Оплата на сайте/);
    const rows = [...first.answer.online.matchAll(/^ {2}(\d+) {2}(\S+) ₽/gm)].map(([, account = '', sum = '']) => ({ account, sum }));
    expect(rows).toHaveLength(2);
    for (const { account, sum } of rows) {
      const holder = await store.houseOfAccount(account);
      const entries = await store.entriesOfAccount(holder?.account ?? account);
      const paid = entries.filter(({ kind, postedIn }) => kind === 'payment' && postedIn === '2026-10');
      expect(roublesText(asKopecks(-sumMoney(paid.map(({ amount }) => amount))))).toBe(sum);
    }
  });
});

describe('the reconciliation statement', () => {
  it("finds the six differences of the payer's table", async () => {
    const text = first.files.get('reconciliation/590100171-2026-10.txt') ?? '';
    expect(text).toContain('Расхождений: 6');
    await expect(text).toMatchFileSnapshot('../golden/demo-reconciliation.txt');
    expect(first.files.get('reconciliation/590100171-theirs.csv')).toContain('payment;');
  });
});

describe('money', () => {
  it('leaves every account with what was brought, charged and changed, less what was paid', async () => {
    for (const house of HOUSES) {
      const entries = await store.entriesOfHouse(house);
      const charged = sumMoney(bills.filter((bill) => bill.house === house).map((bill) => bill.total));
      const posted = sumMoney(entries.filter(({ kind }) => kind === 'charge' || kind === 'adjustment').map(({ amount }) => amount));
      expect(posted).toBe(charged);
      expect(sumMoney(entries.filter(({ kind }) => kind === 'transfer').map(({ amount }) => amount))).toBe(0);
    }
  });

  it('takes back the payment that the bank withdrew, and finds old account numbers', async () => {
    const entries = await store.entriesOfAccount('770100581');
    const reversed = entries.filter(({ reverses }) => reverses !== undefined);
    expect(new Set(reversed.map(({ postedIn }) => postedIn))).toEqual(new Set(['2026-07']));
    expect((await store.houseOfAccount('msk-1/22'))?.account).toBe('770100221');
    const paid = (await store.entriesOfAccount('770100221')).filter(({ kind }) => kind === 'payment');
    expect(new Set(paid.map(({ postedIn }) => postedIn)).size).toBe(9);
  });

  it('ends with debtors and with those who paid ahead', async () => {
    const saldo = async (account: string) =>
      asKopecks((await store.entriesOfAccount(account)).reduce((sum, { amount }) => sum + amount, 0));
    const charged = (account: string) => billOf(account, '2026-10').total;
    expect(await saldo('770100011')).toBe(charged('770100011'));
    expect(await saldo('770100231')).toBeGreaterThan(8 * charged('770100231'));
    expect(await saldo('770100241')).toBeGreaterThan(charged('770100241'));
    expect(await saldo('590100491')).toBeLessThan(charged('590100491'));
  });
});

describe('run again', () => {
  it('changes nothing and writes the same bytes', async () => {
    const entries = await Promise.all(HOUSES.map((house) => store.entriesOfHouse(house)));
    const again = await demo(store);
    expect(again.answer.months.every(({ repeated }) => repeated)).toBe(true);
    expect([...again.files]).toEqual([...first.files]);
    expect(await Promise.all(HOUSES.map((house) => store.entriesOfHouse(house)))).toEqual(entries);
  });

  it('writes the same bytes on a fresh store, and on one where it was broken off', async () => {
    const fresh = createMemoryStore();
    let writes = 0;
    const breaking: Store = {
      ...fresh,
      post: async (posting) => {
        writes += 1;
        if (writes > 60) throw new Error('the power went out');
        return fresh.post(posting);
      },
    };
    await expect(demo(breaking)).rejects.toThrow('store-unavailable');
    expect([...(await demo(fresh)).files]).toEqual([...first.files]);
  });
});

describe('the folder of facts that it leaves', () => {
  it('reads back, and gives the bills of October', () => {
    const paths = [...first.files].filter(([path]) => path.startsWith('facts/'));
    const folder = readFactsFolder(paths.map(([path, text]) => ({ path: path.slice('facts/'.length), text })));
    if (!folder.ok) throw new Error(JSON.stringify(folder.error.slice(0, 3)));
    const houses = assembleHouses(folder.value.records);
    if (!houses.ok) throw new Error(JSON.stringify(houses.error.slice(0, 3)));
    for (const facts of houses.value) {
      const billed = billHouse(facts, '2026-10' as Month);
      expect(billed.ok && [...billed.value.bills()].map(({ account, total }) => [account, total]).sort()).toEqual(
        bills.filter(({ house, month }) => house === facts.house.id && month === '2026-10').map(({ account, total }) => [account, total]),
      );
    }
  });
});

describe('golden accounts', () => {
  const row = (line: Line): string =>
    [
      line.kind,
      line.service,
      line.component ?? line.zone ?? '',
      line.month,
      line.days === undefined ? '' : `${line.days.from}..${line.days.to}`,
      line.basis,
      `${line.volume} ${line.unit}`,
      line.tariff,
      line.factor ?? '',
      roublesText(line.amount),
    ].join(' | ');

  it.each(TELLING)('$account: $title', async ({ account, month }) => {
    const own = bills.filter((bill) => bill.account === account);
    const lines = own.flatMap((bill) => [`== ${bill.month}: ${roublesText(bill.total)}`, ...bill.lines.map(row)]);
    const told = first.files.get(`explanations/${account}-${month}.txt`) ?? '';
    await expect(`${lines.join('\n')}\n\n${told}`).toMatchFileSnapshot(`../golden/demo-${account}.txt`);
  });
});

describe('the penalties of a late payer', () => {
  it('are told day by day, and are what stands in the journal', async () => {
    const text = first.files.get('explanations/770100241-penalties.txt') ?? '';
    expect(text).toMatch(/^Пени по 31\.10\.2026: [0-9]/);
    expect(text).toContain('ЖК РФ, ст. 155, ч. 14');
    const sums = (await store.entriesOfAccount('770100241')).filter(({ kind }) => kind === 'penalty').map(({ amount }) => amount);
    const posted = sums.reduce((sum: number, one) => sum + one, 0);
    expect(text).toContain(`Пени по 31.10.2026: ${(posted / 100).toFixed(2).replace('.', ',')} ₽`);
  });
});
