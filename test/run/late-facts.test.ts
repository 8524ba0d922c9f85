import { describe, expect, it } from 'vitest';
import { billText } from '../../src/statements/explanation-text';
import { codes, done, given, imported, smallHouse } from './given';
import { at, common } from './small-house';

type Engine = Awaited<ReturnType<typeof imported>>;

const MENDED = { by: 'бухгалтер', why: 'ошибка' };
const FLAT = {
  kind: 'premises',
  id: 'h-1-b',
  supersedes: 'h-1',
  house: 'h',
  number: '1',
  type: 'dwelling',
  areas: [{ from: '2020-01-01', value: '50' }],
  owners: [{ from: '2020-01-01', count: 1 }],
  ...MENDED,
};
const ACCOUNT = {
  kind: 'account',
  number: 'h-1-A',
  aliases: ['old-h-1'],
  premises: 'h-1',
  from: '2020-01-01',
  payer: { kind: 'person', name: 'Житель 1' },
};

/** January and February billed, January closed; then facts are written, and March and April are billed. The lines of the posted changes. */
const posted = async (facts: readonly object[], at1 = '2026-03-10') => {
  const engine: Engine = await imported();
  const { saldo, clock } = engine;
  const months = ['2026-01', '2026-02'];
  for (const month of months) await done(saldo.billMonth({ house: 'h', month }));
  for (const month of months) await done(saldo.closeMonth({ house: 'h', month, by: 'бухгалтер' }));
  clock.set(at(at1));
  await done(saldo.importFacts(facts));
  clock.set(at('2026-03-31'));
  await done(saldo.billMonth({ house: 'h', month: '2026-03' }));
  await done(saldo.closeMonth({ house: 'h', month: '2026-03', by: 'бухгалтер' }));
  clock.set(at('2026-04-30'));
  await done(saldo.billMonth({ house: 'h', month: '2026-04' }));
  const lines: string[] = [];
  for (const month of ['2026-03', '2026-04'])
    for (const bill of await engine.store.billsOf('h', month as never))
      for (const line of bill.lines)
        if (line.kind === 'adjustment')
          lines.push(`${bill.account} ${line.service} за ${line.month} в ${month}: ${line.amount / 100} (${line.cause})`);
  return lines;
};

describe('a fact that is written after months it touches were closed', () => {
  it('corrects the area of a flat: the difference of each month is posted once, with the fact that causes it', async () => {
    expect(await posted([{ ...FLAT, areas: [{ from: '2020-01-01', value: '52' }] }])).toEqual([
      'h-1-A maintenance за 2026-01 в 2026-03: 60 (h-1)',
      'h-1-A maintenance за 2026-02 в 2026-03: 60 (h-1)',
    ]);
  });

  it('touches only the months in which it says something else', async () => {
    const areas = [
      { from: '2020-01-01', value: '50' },
      { from: '2026-02-15', value: '52' },
    ];
    expect(await posted([{ ...FLAT, areas }])).toEqual(['h-1-A maintenance за 2026-02 в 2026-03: 30 (h-1)']);
  });

  it('says nothing that a sum depends on: nothing is posted', async () => {
    expect(
      await posted([
        { ...FLAT, number: '1а' },
        { ...ACCOUNT, id: 'h-1-account-b', supersedes: 'h-1-account', aliases: ['x'], ...MENDED },
      ]),
    ).toEqual([]);
  });

  it('corrects a tariff of all houses: every account of the house is recalculated', async () => {
    const [, , tariff] = common;
    const mended = {
      ...tariff,
      id: 'tariff-mt-b',
      supersedes: 'tariff-mt',
      entries: [
        { from: '2020-01-01', value: '30', act: 'Приказ' },
        { from: '2026-02-01', value: '31', act: 'Протокол' },
      ],
      ...MENDED,
    };
    expect(await posted([mended])).toEqual([
      'h-1-A maintenance за 2026-02 в 2026-03: 1550 (tariff-mt)',
      'h-1-A maintenance за 2026-02 в 2026-03: -1500 (tariff-mt)',
      'h-10-A maintenance за 2026-02 в 2026-03: 1860 (tariff-mt)',
      'h-10-A maintenance за 2026-02 в 2026-03: -1800 (tariff-mt)',
      'h-2-A maintenance за 2026-02 в 2026-03: 1240 (tariff-mt)',
      'h-2-A maintenance за 2026-02 в 2026-03: -1200 (tariff-mt)',
    ]);
  });

  it('tells of a sale: the months of the new owner leave the old account and come to the new one', async () => {
    const lines = await posted([
      { ...ACCOUNT, id: 'h-1-account-b', supersedes: 'h-1-account', to: '2026-02-01', ...MENDED },
      { ...ACCOUNT, id: 'h-1-account-2', number: 'h-1-B', aliases: [], from: '2026-02-01', payer: { kind: 'person', name: 'Новый' } },
    ]);
    expect(lines).toEqual([
      'h-1-A maintenance за 2026-02 в 2026-03: -1500 (h-1-account)',
      'h-1-A coldWater за 2026-02 в 2026-03: -200 (h-1-account)',
      'h-1-B maintenance за 2026-02 в 2026-03: 1500 (h-1-account)',
      'h-1-B coldWater за 2026-02 в 2026-03: 200 (h-1-account)',
    ]);
  });

  it('takes an account away: what was charged to it is given back, to the account that is no more', async () => {
    const lines = await posted([
      { ...ACCOUNT, id: 'h-1-account-b', supersedes: 'h-1-account', withdrawn: true, ...MENDED },
      { ...ACCOUNT, id: 'h-1-account-2', number: 'h-1-B', aliases: [], from: '2026-03-01', payer: { kind: 'person', name: 'Новый' } },
    ]);
    expect(lines).toEqual([
      'h-1-A maintenance за 2026-01 в 2026-03: -1500 (h-1-account)',
      'h-1-A coldWater за 2026-01 в 2026-03: -200 (h-1-account)',
      'h-1-A maintenance за 2026-02 в 2026-03: -1500 (h-1-account)',
      'h-1-A coldWater за 2026-02 в 2026-03: -200 (h-1-account)',
    ]);
  });

  it('reaches back to the first month that was billed here and no further, where the house does not say since when', async () => {
    const engine: Engine = given();
    const { saldo, clock } = engine;
    const old = smallHouse().map((fact) => {
      const { billedSince: _billedSince, ...record } = fact as { readonly kind: string; readonly billedSince?: string };
      return record.kind === 'service' ? { ...record, from: '2010-01-01' } : record;
    });
    await done(saldo.importFacts([...common, ...old]));
    clock.set(at('2026-01-28'));
    await done(saldo.billMonth({ house: 'h', month: '2026-01' }));
    clock.set(at('2026-02-10'));
    await done(saldo.importFacts([{ ...FLAT, areas: [{ from: '2011-01-01', value: '52' }] }]));
    clock.set(at('2026-02-28'));
    await done(saldo.billMonth({ house: 'h', month: '2026-02' }));
    const book = await done(saldo.accountBook('h-1-A'));
    expect(book.months.flatMap(({ adjustments }) => adjustments.map(({ month, amount }) => [month, amount]))).toEqual([['2026-01', 60_00]]);
  });

  it('gives an account another number: what was billed under the old one is not billed again', async () => {
    const renumbered = {
      ...ACCOUNT,
      id: 'h-1-account-b',
      supersedes: 'h-1-account',
      number: 'new-1',
      aliases: ['h-1-A', 'old-h-1'],
      ...MENDED,
    };
    expect(await posted([renumbered, { ...FLAT, areas: [{ from: '2020-01-01', value: '52' }] }])).toEqual([
      'new-1 maintenance за 2026-01 в 2026-03: 60 (h-1)',
      'new-1 maintenance за 2026-02 в 2026-03: 60 (h-1)',
    ]);
  });

  it('was known in its month and came between billing and closing: it is not lost', async () => {
    const engine: Engine = await imported();
    const { saldo, clock } = engine;
    clock.set(at('2026-01-31'));
    await done(saldo.billMonth({ house: 'h', month: '2026-01' }));
    clock.set(at('2026-02-02'));
    await done(saldo.importFacts([{ ...FLAT, knownAt: '2026-01-20T00:00:00.000Z', areas: [{ from: '2020-01-01', value: '52' }] }]));
    await done(saldo.closeMonth({ house: 'h', month: '2026-01', by: 'бухгалтер' }));
    clock.set(at('2026-02-28'));
    await done(saldo.billMonth({ house: 'h', month: '2026-02' }));
    const book = await done(saldo.accountBook('h-1-A'));
    expect(book.months.map(({ month, adjustments }) => [month, adjustments.map(({ amount }) => amount)])).toEqual([
      ['2026-01', []],
      ['2026-02', [60_00]],
    ]);
  });
});

describe('a correction by hand', () => {
  const manual = (more: object = {}) => ({
    ...{ kind: 'correction', id: 'k', account: 'h-1-A', service: 'maintenance', provider: 'uk', month: '2026-01', amount: '-150.00' },
    ...{ document: 'решение суда № 7', by: 'бухгалтер', why: 'двор не убирали', ...more },
  });

  it('is a fact of its month: posted once in the open one, with who and why', async () => {
    expect(await posted([manual()])).toEqual(['h-1-A maintenance за 2026-01 в 2026-03: -150 (k)']);
  });

  it('is given back when it is withdrawn, and follows when it is mended', async () => {
    const engine: Engine = await imported();
    const { saldo, clock, store } = engine;
    const bill = async (month: string, facts: readonly object[]) => {
      clock.set(at(`${month}-20`));
      if (facts.length > 0) await done(saldo.importFacts(facts));
      clock.set(at(`${month}-28`));
      await done(saldo.billMonth({ house: 'h', month }));
      await done(saldo.closeMonth({ house: 'h', month, by: 'бухгалтер' }));
      const bills = await store.billsOf('h', month as never);
      return bills.flatMap(({ lines }) => lines.filter(({ basis }) => basis === 'manual').map((line) => [line.month, line.amount]));
    };
    expect(await bill('2026-01', [manual()])).toEqual([['2026-01', -150_00]]);
    expect(await bill('2026-02', [manual({ id: 'k-2', supersedes: 'k', amount: '-200' })])).toEqual([['2026-01', -50_00]]);
    expect(await bill('2026-03', [manual({ id: 'k-3', supersedes: 'k-2', withdrawn: true })])).toEqual([['2026-01', 200_00]]);
    const told = await done(saldo.explainBill({ account: 'h-1-A', month: '2026-01' }));
    const text = billText(told, told.adjustments);
    for (const part of ['Ручная корректировка', 'решение суда № 7', 'внёс: бухгалтер', 'основание: двор не убирали'])
      expect(text).toContain(part);
    expect(await done(saldo.auditHouse({ house: 'h', from: '2026-01', to: '2026-03' }))).toEqual([]);
  });

  it('stands in the payment document as a recalculation', async () => {
    const engine: Engine = await imported([manual()]);
    await done(engine.saldo.billMonth({ house: 'h', month: '2026-01' }));
    const document = await done(engine.saldo.paymentDocument({ account: 'h-1-A', month: '2026-01' }));
    const row = document.rows.find(({ service }) => service === 'maintenance');
    expect([row?.charge, row?.recalculation, row?.payable].map(Number)).toEqual([1500_00, -150_00, 1350_00]);
  });

  it('without who, why or an amount, or of a month that the account does not have, is refused', async () => {
    const { saldo } = await imported();
    for (const [wrong, code] of [
      [{ by: undefined }, 'type'],
      [{ why: '' }, 'text-empty'],
      [{ amount: '0.00' }, 'correction-zero'],
      [{ month: '2025-12' }, 'correction-outside-account'],
      [{ account: 'nobody' }, 'account-unknown'],
    ] as const)
      expect((await codes(saldo.importFacts([manual(wrong)])))[0], code).toBeDefined();
    expect(await codes(saldo.importFacts([manual({ amount: '0.00' })]))).toEqual(['correction-zero']);
    expect(await codes(saldo.importFacts([manual({ month: '2025-12' })]))).toEqual(['correction-outside-account']);
  });
});

describe('what a month would post', () => {
  const lateArea = { ...FLAT, areas: [{ from: '2020-01-01', value: '52' }] };

  const twoClosed = async (): Promise<Engine> => {
    const engine: Engine = await imported();
    for (const month of ['2026-01', '2026-02']) {
      engine.clock.set(at(`${month}-28`));
      await done(engine.saldo.billMonth({ house: 'h', month }));
      await done(engine.saldo.closeMonth({ house: 'h', month, by: 'бухгалтер' }));
    }
    engine.clock.set(at('2026-03-10'));
    await done(engine.saldo.importFacts([lateArea]));
    return engine;
  };

  it('is shown before: for whom, by how much and why; and is posted as it was shown', async () => {
    const { saldo, store } = await twoClosed();
    const preview = await done(saldo.previewMonth({ house: 'h', month: '2026-03' }));
    expect(preview).toMatchObject({ bills: 3, accounts: 1, corrected: 120_00 });
    expect(preview.corrections.map(({ account, line, cause }) => [account, line.month, line.amount, cause])).toEqual([
      ['h-1-A', '2026-01', 60_00, { id: 'h-1', kind: 'premises', by: 'бухгалтер', why: 'ошибка' }],
      ['h-1-A', '2026-02', 60_00, { id: 'h-1', kind: 'premises', by: 'бухгалтер', why: 'ошибка' }],
    ]);
    expect(await store.billsOf('h', '2026-03' as never)).toEqual([]);
    const billed = await done(saldo.billMonth({ house: 'h', month: '2026-03', expected: preview.digest }));
    expect(billed.total).toBe(preview.total);
    const after = await done(saldo.previewMonth({ house: 'h', month: '2026-03' }));
    expect(after).toMatchObject({ digest: preview.digest, difference: 0 });
  });

  it('is refused when facts came since it was shown: nothing is written', async () => {
    const { saldo, store } = await twoClosed();
    const preview = await done(saldo.previewMonth({ house: 'h', month: '2026-03' }));
    await done(saldo.importFacts([{ ...lateArea, id: 'h-1-c', supersedes: 'h-1-b', areas: [{ from: '2020-01-01', value: '53' }] }]));
    expect(await codes(saldo.billMonth({ house: 'h', month: '2026-03', expected: preview.digest }))).toEqual(['preview-outdated']);
    expect(await store.billsOf('h', '2026-03' as never)).toEqual([]);
  });

  it('is told with both derivations, each by the facts of its day, also long after', async () => {
    const { saldo, clock } = await twoClosed();
    await done(saldo.billMonth({ house: 'h', month: '2026-03' }));
    const told = await done(saldo.explainBill({ account: 'old-h-1', month: '2026-03', service: 'maintenance' }));
    const text = billText(told, told.adjustments);
    expect(text).toContain('Перерасчёт за 2026-01');
    expect(text).toContain('1560 − 1500');
    expect(text).toMatch(/было начислено:[\s\S]*30 × 50[\s\S]*должно быть:[\s\S]*30 × 52/);
    clock.set(at('2026-05-01'));
    await done(saldo.importFacts([{ ...lateArea, id: 'h-1-c', supersedes: 'h-1-b', areas: [{ from: '2020-01-01', value: '60' }] }]));
    expect(await done(saldo.explainBill({ account: 'h-1-A', month: '2026-03', service: 'maintenance' }))).toEqual(told);
  });

  it('is looked over for all houses, each told with its corrections, before anything is posted', async () => {
    const { saldo, store } = await twoClosed();
    const seen: (readonly [string, number])[] = [];
    const found = await done(
      saldo.previewHouses({
        month: '2026-03',
        onHouse: ({ house, answer }) => seen.push([house, answer.ok ? answer.value.corrections.length : -1]),
      }),
    );
    expect(found).toEqual({ houses: 1, corrected: 1, accounts: 1, amount: 120_00, failed: [] });
    expect(seen).toEqual([['h', 2]]);
    expect(await store.billsOf('h', '2026-03' as never)).toEqual([]);
  });

  it('is told of billed months only', async () => {
    const { saldo } = await twoClosed();
    expect(await codes(saldo.explainBill({ account: 'h-1-A', month: '2026-03' }))).toEqual(['month-not-billed']);
    expect(await codes(saldo.explainBill({ account: 'nobody', month: '2026-03' }))).toEqual(['account-unknown']);
    expect(await codes(saldo.previewMonth({ house: 'nowhere', month: '2026-03' }))).toEqual(['no-house']);
  });
});

describe('issued months looked over', () => {
  it('show what late facts would change before anything is posted, with cause, clause and fine', async () => {
    const engine: Engine = await imported();
    const { saldo, clock } = engine;
    for (const month of ['2026-01', '2026-02']) await done(saldo.billMonth({ house: 'h', month }));
    expect(await done(saldo.auditHouse({ house: 'h', from: '2026-01', to: '2026-02' }))).toEqual([]);
    clock.set(at('2026-03-10'));
    await done(saldo.importFacts([{ ...FLAT, areas: [{ from: '2020-01-01', value: '48' }] }]));
    const found = await done(saldo.auditHouse({ house: 'h', from: '2026-01', to: '2026-02' }));
    expect(found.map(({ lines: _lines, ...finding }) => finding)).toEqual(
      ['2026-01', '2026-02'].map((month) => ({
        ...{ account: 'h-1-A', premises: 'h-1', service: 'maintenance', part: null, provider: 'uk', month },
        ...{ charged: 1500_00, should: 1440_00, correction: -60_00, cause: 'volume', clause: 'ЖК РФ, ст. 154, 156', fine: 30_00 },
      })),
    );
    expect(await codes(saldo.auditHouse({ house: 'h', from: '2026-01', to: '2026-03' }))).toEqual(['month-not-billed']);
    await done(saldo.billMonth({ house: 'h', month: '2026-03' }));
    expect(await done(saldo.auditHouse({ house: 'h', from: '2026-01', to: '2026-03' }))).toEqual([]);
  });
});

describe('issued months of an account that is no more', () => {
  it('are told as charges that should not be there', async () => {
    const engine: Engine = await imported();
    const { saldo, clock } = engine;
    await done(saldo.billMonth({ house: 'h', month: '2026-01' }));
    clock.set(at('2026-02-10'));
    await done(saldo.importFacts([{ ...ACCOUNT, id: 'h-1-account-b', supersedes: 'h-1-account', withdrawn: true, ...MENDED }]));
    const found = await done(saldo.auditHouse({ house: 'h', from: '2026-01', to: '2026-01' }));
    expect(found.map(({ account, service, correction, cause }) => [account, service, correction, cause])).toEqual([
      ['h-1-A', 'coldWater', -200_00, 'extra'],
      ['h-1-A', 'maintenance', -1500_00, 'extra'],
    ]);
  });
});

describe('what would be', () => {
  it('is told for a tariff of tomorrow: who pays more, who pays less', async () => {
    const { saldo, store } = await imported();
    const [, , tariff] = common;
    const next = { ...tariff, id: 'next', supersedes: 'tariff-mt', entries: [{ from: '2020-01-01', value: '33', act: 'проект' }] };
    const compared = await done(saldo.whatIf({ house: 'h', month: '2026-01', facts: [next] }));
    expect(compared).toMatchObject({ more: 3, less: 0, same: 0 });
    expect(compared.after - compared.before).toBe(150 * 3_00);
    expect(compared.accounts[0]?.services).toEqual([{ service: 'maintenance', before: 1500_00, after: 1650_00 }]);
    expect((await store.factsOf('h')).some(({ record }) => record.id === 'next')).toBe(false);
  });

  it('is told for one account: a resident less, and refused for facts that do not fit', async () => {
    const { saldo } = await imported();
    const gone = {
      kind: 'resident',
      id: 'r2',
      supersedes: 'h-2-r',
      withdrawn: true,
      premises: 'h-2',
      person: 'p1',
      from: '2020-01-01',
      ...MENDED,
    };
    const compared = await done(saldo.whatIf({ house: 'h', month: '2026-06', facts: [gone] }));
    expect(compared.accounts.map(({ account }) => account)).toEqual([]);
    expect(await codes(saldo.whatIf({ house: 'h', month: '2026-06', facts: [{ ...gone, supersedes: 'nobody' }] }))).toEqual([
      'supersedes-unknown',
    ]);
    expect(await codes(saldo.whatIf({ house: 'h', month: '2026-06', facts: [{ kind: 'resident' }] }))).not.toEqual([]);
  });
});
