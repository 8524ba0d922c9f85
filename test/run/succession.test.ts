import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accountBookHtml } from '../../src/documents/account-book-html';
import { saldoSheetHtml } from '../../src/documents/saldo-sheet-html';
import { sumMoney } from '../../src/kernel/money';
import { saldoOf, stateOf } from '../../src/ledger/account-state';
import { codes, done, type given, imported } from './given';
import { at, PAID_WORK, paymentFact } from './small-house';

const DAY = '2026-03-01';

/** The first flat changes hands on 1 March: its account ends, another begins. */
const changed = (to: readonly string[] = ['h-1-B']): readonly unknown[] => [
  {
    kind: 'account',
    id: 'h-1-account-2',
    supersedes: 'h-1-account',
    number: 'h-1-A',
    aliases: ['old-h-1'],
    premises: 'h-1',
    from: '2020-01-01',
    to: DAY,
  },
  ...to.map((number, index) => ({
    kind: 'account',
    id: `new-${index}`,
    number,
    premises: 'h-1',
    from: DAY,
    ...(index === 0 ? {} : { share: { part: 1, of: 2 } }),
  })),
];

const succession = (more: object = {}) => ({
  kind: 'accountSuccession',
  id: 's',
  on: DAY,
  reason: 'ownerChange',
  from: ['h-1-A'],
  to: [{ account: 'h-1-B' }],
  document: 'выписка из ЕГРН',
  ...more,
});

const opening = (id: string, service: string, amount: string, provider = 'uk') => ({
  kind: 'openingSaldo',
  id,
  account: 'h-1-A',
  service,
  provider,
  month: '2025-12',
  amount,
});

type Engine = ReturnType<typeof given>;

const saldi = async ({ store }: Engine, ...accounts: readonly string[]): Promise<readonly number[]> =>
  Promise.all(accounts.map(async (account) => saldoOf(stateOf(await store.entriesOfAccount(account)))));

const post = async ({ saldo, clock }: Engine, through: string) => {
  clock.set(at(`${through}-28`));
  return done(saldo.postMoney({ house: 'h', through }));
};

const OWED = [opening('o-1', 'capitalRepair', '600.00'), opening('o-2', 'maintenance', '1000.00')];

describe('a new owner, ЖК РФ, ст. 158, ч. 3', () => {
  it('takes over the debt of capital repair and no other; the two sides sum to nothing', async () => {
    const engine = await imported([...changed(), ...OWED, succession()]);
    expect(await post(engine, '2026-03')).toMatchObject({ openings: 2, succeeded: 2, amount: 1600_00 });
    expect(await saldi(engine, 'h-1-A', 'h-1-B')).toEqual([1000_00, 600_00]);
    const moved = (await engine.store.entriesOfHouse('h')).filter(({ kind }) => kind === 'succession');
    expect(
      moved.map(({ account, service, month, amount, postedIn, valueDay }) => [account, service, month, amount, postedIn, valueDay]),
    ).toEqual([
      ['h-1-A', 'capitalRepair', '2025-12', -600_00, '2026-03', DAY],
      ['h-1-B', 'capitalRepair', '2025-12', 600_00, '2026-03', DAY],
    ]);
    expect(sumMoney(moved.map(({ amount }) => amount))).toBe(0);
  });

  it('takes over nothing from the state or the city, and nothing when an account is split or merged', async () => {
    for (const more of [{ formerOwner: 'public' }, { reason: 'split', to: [{ account: 'h-1-B' }, { account: 'h-1-C' }] }]) {
      const engine = await imported([...changed(['h-1-B', 'h-1-C']), ...OWED, succession(more)]);
      expect(await post(engine, '2026-03')).toMatchObject({ succeeded: 0 });
      expect(await saldi(engine, 'h-1-A', 'h-1-B', 'h-1-C')).toEqual([1600_00, 0, 0]);
    }
  });

  it('waits for its month, and is posted once', async () => {
    const engine = await imported([...changed(), ...OWED, succession()]);
    expect(await post(engine, '2026-02')).toMatchObject({ succeeded: 0 });
    expect(await post(engine, '2026-03')).toMatchObject({ succeeded: 2 });
    const entries = await engine.store.entriesOfHouse('h');
    for (const through of ['2026-03', '2026-04', '2026-12']) expect(await post(engine, through)).toMatchObject({ succeeded: 0, amount: 0 });
    expect(await engine.store.entriesOfHouse('h')).toEqual(entries);
  });

  it('owes less when a payment of the former owner came late: the debt goes back to him and is paid', async () => {
    const engine = await imported([...changed(), opening('o-1', 'capitalRepair', '600.00'), succession()]);
    await post(engine, '2026-03');
    await done(engine.saldo.importFacts([paymentFact('p', 'h-1-A', '250.00', '2026-02-20', { receivedOn: '2026-04-02' })]));
    expect(await post(engine, '2026-04')).toMatchObject({ payments: 1, succeeded: 2 });
    expect(await saldi(engine, 'h-1-A', 'h-1-B')).toEqual([0, 350_00]);
    expect(stateOf(await engine.store.entriesOfAccount('h-1-A')).buckets).toEqual([]);
    expect(await post(engine, '2026-04')).toMatchObject({ succeeded: 0 });
  });

  it('gives all back when the fact is withdrawn', async () => {
    const engine = await imported([...changed(), ...OWED, succession()]);
    await post(engine, '2026-03');
    await done(engine.saldo.importFacts([succession({ id: 's-2', supersedes: 's', withdrawn: true })]));
    expect(await post(engine, '2026-04')).toMatchObject({ succeeded: 2, amount: 0 });
    expect(await saldi(engine, 'h-1-A', 'h-1-B')).toEqual([1600_00, 0]);
  });
});

describe('a new number of the same account', () => {
  const renumbered = succession({ reason: 'renumbering', document: 'приказ о нумерации' });

  it('takes everything with it: debts by their places, and an advance', async () => {
    const engine = await imported([...changed(), ...OWED, opening('o-3', 'coldWater', '-80.00', 'vk'), renumbered]);
    await post(engine, '2026-03');
    expect(await saldi(engine, 'h-1-A', 'h-1-B')).toEqual([0, 1520_00]);
    expect(stateOf(await engine.store.entriesOfAccount('h-1-A')).buckets).toEqual([]);
    expect(
      stateOf(await engine.store.entriesOfAccount('h-1-B')).buckets.map(({ provider, service, amount }) => [provider, service, amount]),
    ).toEqual([
      ['uk', 'capitalRepair', 600_00],
      ['uk', 'maintenance', 1000_00],
      ['vk', 'advance', -80_00],
    ]);
  });

  it('leaves nothing behind after payments to the old number, whoever they were for', async () => {
    const cents = fc.integer({ min: 1, max: 300_000 });
    await fc.assert(
      fc.asyncProperty(fc.array(cents, { minLength: 1, maxLength: 3 }), fc.array(cents, { maxLength: 3 }), async (debts, payments) => {
        const text = (sum: number): string => `${Math.floor(sum / 100)}.${String(sum % 100).padStart(2, '0')}`;
        const places = [
          ['maintenance', 'uk'],
          ['coldWater', 'vk'],
          ['capitalRepair', 'uk'],
        ] as const;
        const owed = debts.map((sum, index) => opening(`o-${index}`, places[index]?.[0] ?? '', text(sum), places[index]?.[1]));
        const engine = await imported([...changed(), ...owed, renumbered]);
        await post(engine, '2026-03');
        for (const [index, sum] of payments.entries()) {
          await done(engine.saldo.importFacts([paymentFact(`p-${index}`, 'h-1-A', text(sum), `2026-0${index + 3}-10`)]));
          await post(engine, `2026-0${index + 3}`);
        }
        const total = debts.reduce((sum, one) => sum + one, 0) - payments.reduce((sum, one) => sum + one, 0);
        expect(await saldi(engine, 'h-1-A', 'h-1-B')).toEqual([0, total]);
        expect(stateOf(await engine.store.entriesOfAccount('h-1-A')).buckets).toEqual([]);
      }),
      { numRuns: 12 },
    );
  });
});

describe('accounts that follow one another twice', () => {
  it('hand on what came to them, also when it comes late', async () => {
    const chain = [
      ...changed().slice(0, 1),
      { kind: 'account', id: 'b', number: 'h-1-B', premises: 'h-1', from: DAY, to: '2026-04-01' },
      { kind: 'account', id: 'c', number: 'h-1-C', premises: 'h-1', from: '2026-04-01' },
      succession({ reason: 'renumbering' }),
      succession({ id: 's-next', reason: 'renumbering', on: '2026-04-01', from: ['h-1-B'], to: [{ account: 'h-1-C' }] }),
    ];
    const engine = await imported([...chain, ...OWED]);
    expect(await post(engine, '2026-04')).toMatchObject({ succeeded: 4 });
    expect(await saldi(engine, 'h-1-A', 'h-1-B', 'h-1-C')).toEqual([0, 0, 1600_00]);
    await done(engine.saldo.importFacts([paymentFact('p', 'h-1-A', '700.00', '2026-02-20', { receivedOn: '2026-05-02' })]));
    await post(engine, '2026-05');
    expect(await saldi(engine, 'h-1-A', 'h-1-B', 'h-1-C')).toEqual([0, 0, 900_00]);
    expect(await post(engine, '2026-05')).toMatchObject({ succeeded: 0 });
  });
});

describe('a debt that is moved by agreement', () => {
  it('is shared by the parts of the new accounts to the kopeck', async () => {
    const engine = await imported([
      ...changed(['h-1-B', 'h-1-C']),
      opening('o-1', 'maintenance', '100.00'),
      succession({
        reason: 'split',
        to: [
          { account: 'h-1-B', parts: 2 },
          { account: 'h-1-C', parts: 1 },
        ],
        debt: 'moves',
      }),
    ]);
    await post(engine, '2026-03');
    expect(await saldi(engine, 'h-1-A', 'h-1-B', 'h-1-C')).toEqual([0, 66_67, 33_33]);
  });
});

describe('the months of a closed account', () => {
  it('stay with it: what came late for them is billed to the old account, and moves nowhere', async () => {
    const engine = await imported([...changed(), ...OWED, succession()]);
    for (const month of ['2026-01', '2026-02', '2026-03']) {
      engine.clock.set(at(`${month}-28`));
      await done(engine.saldo.billMonth({ house: 'h', month }));
      await done(engine.saldo.closeMonth({ house: 'h', month, by: 'бухгалтер' }));
    }
    const before = await saldi(engine, 'h-1-A', 'h-1-B');
    engine.clock.set(at('2026-04-02'));
    await done(engine.saldo.importFacts([{ ...PAID_WORK, id: 'late', receivedOn: '2026-04-02' }]));
    engine.clock.set(at('2026-04-20'));
    await done(engine.saldo.billMonth({ house: 'h', month: '2026-04' }));
    const late = (await engine.store.entriesOfHouse('h')).filter(({ service }) => service === 'paidWork');
    expect(late.map(({ account, month, postedIn, amount }) => [account, month, postedIn, amount])).toEqual([
      ['h-1-A', '2026-01', '2026-04', 350_50],
    ]);
    expect(await post(engine, '2026-04')).toMatchObject({ succeeded: 0 });
    const [old, own] = await saldi(engine, 'h-1-A', 'h-1-B');
    expect([old, (own ?? 0) > (before[1] ?? 0)]).toEqual([(before[0] ?? 0) + 350_50, true]);
  });
});

describe('books', () => {
  it('show what moved with its reason, on both accounts, and keep their arithmetic', async () => {
    const engine = await imported([...changed(), ...OWED, succession()]);
    await post(engine, '2026-03');
    const old = await done(engine.saldo.accountBook('h-1-A'));
    const own = await done(engine.saldo.accountBook('h-1-B'));
    expect(old.months.flatMap(({ successions }) => successions)).toMatchObject([
      { amount: -600_00, others: ['h-1-B'], fact: { reason: 'ownerChange' } },
    ]);
    expect(own.months.flatMap(({ successions }) => successions)).toMatchObject([{ amount: 600_00, others: ['h-1-A'] }]);
    expect(own.closing).toBe(600_00);
    expect(accountBookHtml(own)).toContain('Перешло со счетов h-1-A 01.03.2026 (новый собственник, выписка из ЕГРН)');
    const sheet = await done(engine.saldo.saldoSheet({ house: 'h', month: '2026-03' }));
    expect(sheet.total).toMatchObject({ succeeded: 0, closing: 1600_00 });
    expect(saldoSheetHtml(sheet)).toContain('Перешло');
  });

  it('are refused an account that does not fit', async () => {
    const engine = await imported(changed());
    expect(await codes(engine.saldo.importFacts([succession({ from: ['nobody'] })]))).toEqual(['unknown-reference']);
    expect(await codes(engine.saldo.importFacts([succession({ on: '2026-02-01' })]))).toEqual(['succession-days', 'succession-days']);
  });
});
