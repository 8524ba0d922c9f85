import { describe, expect, it } from 'vitest';
import { codes, done, imported } from './given';
import { at } from './small-house';

const ahead = async (day: string) => {
  const engine = await imported();
  for (const month of ['2026-01']) await done(engine.saldo.billMonth({ house: 'h', month }));
  engine.clock.set(at(day));
  return engine;
};

describe('a reading that is sent', () => {
  it('is told what it will do, in time', async () => {
    const { saldo } = await ahead('2026-02-20');
    const preview = await done(saldo.previewReading({ meter: 'h-2-m', value: '27', takenOn: '2026-02-20' }));
    expect(preview).toMatchObject({ verdict: 'accepted', countsFor: '2026-02', lateFor: null, volume: '7', others: 0 });
    expect(
      preview.bills.map(({ account, before, after, difference }) => [account, before[1]?.volume, after[1]?.volume, difference]),
    ).toEqual([['h-2-A', '4', '7', 150_00]]);
  });

  it('is told, when it is late, that it counts for the next month and this one goes by the average', async () => {
    const { saldo } = await ahead('2026-02-26');
    await done(saldo.billMonth({ house: 'h', month: '2026-02' }));
    const preview = await done(saldo.previewReading({ meter: 'h-2-m', value: '30', takenOn: '2026-02-26' }));
    expect(preview).toMatchObject({ verdict: 'accepted', countsFor: '2026-03', lateFor: '2026-02', lateBasis: ['average'], volume: '10' });
    expect(preview.bills[0]?.adjustments.map(({ month, volume, amount }) => [month, volume, amount])).toEqual([['2026-02', '1', 50_00]]);
  });

  it('adds to the bill of its month exactly what the preview said', async () => {
    const { saldo } = await ahead('2026-02-20');
    const incoming = { meter: 'h-2-m', value: '29.5', takenOn: '2026-02-20' } as const;
    const before = await done(saldo.billMonth({ house: 'h', month: '2026-02' }));
    const preview = await done(saldo.previewReading(incoming));
    await done(saldo.submitReading(incoming, { key: 'k' }));
    const after = await done(saldo.billMonth({ house: 'h', month: '2026-02' }));
    expect(after.total - before.total).toBe(preview.bills[0]?.difference);
  });

  it('becomes a fact once, whatever its verdict', async () => {
    const { saldo, clock } = await ahead('2026-02-20');
    const incoming = { meter: 'h-2-m', value: '19', takenOn: '2026-02-19' } as const;
    const first = await done(saldo.submitReading(incoming, { key: 'k' }));
    expect(first).toMatchObject({ repeated: false, house: 'h', intoClosed: false });
    expect(first.row).toMatchObject({ verdict: 'held', code: 'reading-below-previous', countsFor: '2026-02', source: 'resident' });
    clock.set(at('2026-02-21'));
    expect(await done(saldo.submitReading(incoming, { key: 'k' }))).toMatchObject({ repeated: true, row: { fact: first.row.fact } });
    for (const told of [{ house: 'h' }, { source: 'resident', zone: 'T0', purpose: 'monthly' }] as const)
      expect(await done(saldo.submitReading({ ...incoming, ...told }, { key: 'k' }))).toMatchObject({ repeated: true });
    expect(await codes(saldo.submitReading({ ...incoming, value: '20' }, { key: 'k' }))).toEqual(['idempotency-conflict']);
    const rows = await done(saldo.readings({ house: 'h', month: '2026-02', account: 'old-h-2' }));
    expect(rows.map(({ fact, verdict }) => [fact, verdict])).toEqual([[first.row.fact, 'held']]);
  });

  it('of a day that has not come is kept and refused', async () => {
    const { saldo } = await ahead('2026-02-20');
    const { row } = await done(saldo.submitReading({ meter: 'h-2-m', value: '27', takenOn: '2026-02-23' }, { key: 'k' }));
    expect(row).toMatchObject({ verdict: 'refused', code: 'reading-from-future' });
  });

  it.each([
    ['reading of no meter', { meter: 'nobody', value: '1', takenOn: '2026-02-20' }, 'unknown-reference'],
    ['zone that the meter has not', { meter: 'h-2-m', zone: 'T1', value: '1', takenOn: '2026-02-20' }, 'register-unknown'],
    ['value that is no number', { meter: 'h-2-m', value: '1,5', takenOn: '2026-02-20' }, 'number-format'],
  ] as const)('refuses a %s, and keeps nothing', async (_what, incoming, code) => {
    const { saldo } = await ahead('2026-02-20');
    expect(await codes(saldo.submitReading(incoming, { key: 'k' }))).toEqual([code]);
    expect(await codes(saldo.previewReading(incoming))).toEqual([code]);
    expect(await codes(saldo.submitReading({ meter: 'h-2-m', value: '27', takenOn: '2026-02-20' }, { key: 'k' }))).toEqual([]);
  });

  it.each([
    ['supersedes nothing known', { supersedes: 'nope' }],
    ['supersedes a reading of the neighbours', { supersedes: 'h-1-2026-01' }],
    ['withdraws a reading', { supersedes: 'h-2-2026-01', withdrawn: true }],
    ['names itself', { id: 'mine' }],
    ['was always known', { knownAt: '2020-01-01T00:00:00.000Z' }],
    ['decides about itself', { verdict: 'accepted', why: 'так надо' }],
    ['says what being below means', { below: 'correction' }],
  ] as const)('has no say in the facts: one that %s is refused, and the house works on', async (_what, more) => {
    const { saldo, store } = await ahead('2026-02-20');
    const before = await store.factsOf('h');
    const incoming = { meter: 'h-2-m', value: '27', takenOn: '2026-02-20', ...more };
    const problems = Object.keys(more).map((field) => ({ code: 'field-unknown', at: field, facts: { field } }));
    expect(await saldo.submitReading(incoming, { key: 'k' })).toEqual({ ok: false, error: problems });
    expect(await saldo.previewReading(incoming)).toEqual({ ok: false, error: problems });
    expect(await store.factsOf('h')).toEqual(before);
    await done(saldo.billMonth({ house: 'h', month: '2026-02' }));
  });

  it('of a meter that becomes known later waits for it, and the house works on', async () => {
    const { saldo } = await ahead('2026-02-20');
    const meter = {
      kind: 'meter',
      id: 'later',
      point: 'bath',
      premises: 'h-2',
      service: 'coldWater',
      serial: '2',
      commissionedOn: '2026-02-01',
    };
    await done(saldo.importFacts([{ ...meter, registers: [{ initial: '0' }], knownAt: '2026-03-01T00:00:00.000Z' }]));
    const incoming = { meter: 'later', value: '1', takenOn: '2026-02-20' } as const;
    expect(await codes(saldo.submitReading(incoming, { key: 'k' }))).toEqual(['unknown-reference']);
    await done(saldo.billMonth({ house: 'h', month: '2026-02' }));
  });
});

describe('a month with readings that wait for a decision', () => {
  const waiting = async () => {
    const engine = await ahead('2026-02-20');
    const { row } = await done(engine.saldo.submitReading({ meter: 'h-2-m', value: '19', takenOn: '2026-02-20' }, { key: 'low' }));
    await done(engine.saldo.closeMonth({ house: 'h', month: '2026-01', by: 'бухгалтер' }));
    await done(engine.saldo.billMonth({ house: 'h', month: '2026-02' }));
    return { ...engine, reading: row.fact };
  };
  const close = { house: 'h', month: '2026-02', by: 'бухгалтер' } as const;

  it('does not close, and names them', async () => {
    const { saldo, reading } = await waiting();
    expect(await saldo.closeMonth(close)).toMatchObject({
      ok: false,
      error: [{ code: 'readings-undecided', facts: { house: 'h', month: '2026-02', count: '1', readings: reading } }],
    });
  });

  it('closes when each is decided, by a fact with who and why', async () => {
    const { saldo, reading } = await waiting();
    const decision = { house: 'h', reading, verdict: 'accepted', below: 'correction', by: 'контролёр', why: 'акт сверки' } as const;
    const decided = await done(saldo.decideReading(decision, { key: 'd' }));
    expect(decided.row).toMatchObject({ verdict: 'accepted', decided: { by: 'контролёр', why: 'акт сверки' } });
    expect(await done(saldo.decideReading(decision, { key: 'd' }))).toMatchObject({ repeated: true });
    const rows = await done(saldo.readings({ house: 'h', month: '2026-02', account: 'h-2-A' }));
    expect(rows.map(({ verdict, code }) => [verdict, code]).sort()).toEqual([
      ['accepted', null],
      ['superseded', 'reading-mended'],
    ]);
    await done(saldo.billMonth({ house: 'h', month: '2026-02' }));
    expect(await done(saldo.closeMonth(close))).toMatchObject({ repeated: false });
  });

  it('closes when somebody says that they are to wait, and that is written down; the next month is free of them', async () => {
    const { saldo } = await waiting();
    expect(await codes(saldo.closeMonth({ ...close, leaveUndecided: { by: 'директор', why: '' } }))).toEqual(['text-empty']);
    await done(saldo.closeMonth({ ...close, leaveUndecided: { by: 'директор', why: 'ждём контролёра' } }));
    const rows = await done(saldo.readings({ house: 'h', month: '2026-02', account: 'h-2-A' }));
    expect(rows.find(({ verdict }) => verdict === 'held')).toMatchObject({
      code: 'reading-decided-by-person',
      decided: { by: 'директор', why: 'ждём контролёра' },
    });
    await done(saldo.billMonth({ house: 'h', month: '2026-03' }));
    expect(await codes(saldo.closeMonth({ ...close, month: '2026-03' }))).toEqual([]);
  });

  it('takes no decision that is none', async () => {
    const { saldo, store, reading } = await waiting();
    const before = await store.factsOf('h');
    const decision = { house: 'h', reading, verdict: 'accepted', below: 'correction', by: 'контролёр', why: 'акт' };
    const refused = (changes: object) => codes(saldo.decideReading({ ...decision, ...changes } as never, { key: 'd' }));
    expect(await refused({ verdict: 'bogus' })).toEqual(['not-one-of']);
    expect(await refused({ verdict: undefined })).toEqual(['field-missing']);
    expect(await refused({ below: 'zzz' })).toEqual(['not-one-of']);
    expect(await refused({ below: undefined })).toEqual(['below-missing']);
    expect(await refused({ supersedes: 'h-1-2026-01' })).toEqual(['field-unknown']);
    expect(await store.factsOf('h')).toEqual(before);
    expect(await refused({})).toEqual([]);
  });

  it('hears each decision for itself: what being below meant in an earlier one is not kept', async () => {
    const { saldo, reading } = await waiting();
    const decision = { house: 'h', reading, verdict: 'accepted', by: 'контролёр', why: 'акт' } as const;
    await done(saldo.decideReading({ ...decision, below: 'rollover' }, { key: 'd' }));
    await done(saldo.decideReading({ ...decision, verdict: 'held' }, { key: 'e' }));
    expect(await codes(saldo.decideReading(decision, { key: 'f' }))).toEqual(['below-missing']);
    expect(await done(saldo.decideReading({ ...decision, below: 'rollover' }, { key: 'd' }))).toMatchObject({ repeated: true });
  });

  it('knows a decision from a reading under the same key', async () => {
    const { saldo, reading } = await waiting();
    const decision = { house: 'h', reading, verdict: 'refused', by: 'контролёр', why: 'акт' } as const;
    expect((await done(saldo.decideReading(decision, { key: 'low' }))).row).toMatchObject({ verdict: 'refused' });
  });

  it('knows no reading that is not there', async () => {
    const { saldo } = await waiting();
    const decision = { house: 'h', reading: 'nothing', verdict: 'refused', by: 'а', why: 'б' } as const;
    expect(await codes(saldo.decideReading(decision, { key: 'd' }))).toEqual(['reading-unknown']);
    expect(await codes(saldo.decideReading({ ...decision, why: '' }, { key: 'd' }))).toEqual(['text-empty']);
  });
});

describe('a command', () => {
  const nothing = null as never;
  const saldo = ahead('2026-02-20').then((engine) => engine.saldo);
  const payment = { account: 'h-1-A', amount: '1.00', paidOn: '2026-02-10' };
  const incoming = { meter: 'h-2-m', value: '27', takenOn: '2026-02-20' };
  const decision = { house: 'h', reading: 'h-2-2026-01', verdict: 'refused', by: 'а', why: 'б' } as const;
  const close = { house: 'h', month: '2026-01', by: 'а' };

  it.each([
    ['acceptPayment', ['wrong-type'], async () => (await saldo).acceptPayment(nothing, { key: 'k' })],
    ['acceptPayment without a key', ['key-format'], async () => (await saldo).acceptPayment(payment, nothing)],
    ['submitReading', ['wrong-type'], async () => (await saldo).submitReading(nothing, { key: 'k' })],
    ['submitReading without a key', ['key-format'], async () => (await saldo).submitReading(incoming, nothing)],
    ['previewReading', ['wrong-type'], async () => (await saldo).previewReading(nothing)],
    ['decideReading', ['wrong-type'], async () => (await saldo).decideReading(nothing, { key: 'k' })],
    ['decideReading without a key', ['key-format'], async () => (await saldo).decideReading(decision, nothing)],
    ['closeMonth', ['wrong-type'], async () => (await saldo).closeMonth(nothing)],
    ['closeMonth with nothing undecided', ['wrong-type'], async () => (await saldo).closeMonth({ ...close, leaveUndecided: nothing })],
    ['readings', ['wrong-type'], async () => (await saldo).readings(nothing)],
    ['readings of nobody', ['account-unknown'], async () => (await saldo).readings({ house: 'h', account: 'nobody' })],
    ['importFacts', ['wrong-type'], async () => (await saldo).importFacts(nothing)],
    ['importFacts without options', ['wrong-type'], async () => (await saldo).importFacts([], nothing)],
  ])('that is told nothing answers: %s', async (_what, expected, act) => {
    expect(await codes(act())).toEqual(expected);
  });
});
