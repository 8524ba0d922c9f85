import { describe, expect, it } from 'vitest';
import type { Day, Instant, Month } from '../../../src/kernel/calendar';
import { lastDay } from '../../../src/kernel/calendar';
import { asKopecks, kopecksFromText } from '../../../src/kernel/money';
import { must } from '../../../src/kernel/result';
import type { Entry } from '../../../src/ledger/entry';
import { compareStatement } from '../../../src/statements/reconciliation/compare';
import { conclusionText } from '../../../src/statements/reconciliation/conclusion';
import { reconciliationStatement } from '../../../src/statements/reconciliation/statement';

const entry = (kind: Entry['kind'], month: string, amount: string): Entry => ({
  id: `${kind}:${month}#0`,
  house: 'h',
  account: 'a',
  provider: 'energy',
  service: 'electricity',
  kind,
  month: month as Month,
  postedIn: month as Month,
  amount: must(kopecksFromText(amount)),
  valueDay: lastDay(month as Month),
  at: '2026-01-01T00:00:00.000Z' as Instant,
  cause: `${kind}:${month}`,
});

const statement = (entries: readonly Entry[], from: string, to: string) =>
  reconciliationStatement({
    form: 'legalEntity',
    parties: {
      house: 'h',
      address: '',
      accounts: [{ account: 'a', aliases: [], house: 'h', address: '', premises: '', payer: 'Потребитель' }],
      creditors: [{ id: 'energy', name: 'Читаэнергосбыт', inn: null }],
    },
    account: 'a',
    entries,
    payments: [],
    from: from as Month,
    to: to as Month,
    drawnOn: '2026-01-01' as Day,
  }).statement;

describe('published statements', () => {
  it('Kazakhstan, August 2018 (keprom/test.prom, temp.php): 117 053 535,50 + 4 598 526,80 = 121 652 062,30 is the opening', () => {
    const entries = [entry('opening', '2018-06', '117053535.50'), entry('charge', '2018-07', '4598526.80')];
    expect(statement(entries, '2018-08', '2018-08').turnover.opening).toBe(121_652_062_30);
  });

  it('Чита, 2016 (решение № 2-437/20): an overpayment of 19 152,48 that charges of 9 826,84 net of payments leave at 9 325,64', () => {
    const entries = [
      entry('payment', '2015-12', '-19152.48'),
      entry('charge', '2016-06', '12000.00'),
      entry('payment', '2016-07', '-2173.16'),
    ];
    const own = statement(entries, '2016-01', '2016-12');
    expect([own.turnover.opening, own.turnover.closing]).toEqual([-19_152_48, -9_325_64]);
    expect(conclusionText(own, 'ru')).toBe(
      'На 31.12.2016: переплата в пользу Потребитель у Читаэнергосбыт — 9325,64 руб. (минус девять тысяч триста двадцать пять рублей 64 копейки).',
    );
    const compared = compareStatement(own, { opening: '-19152.48', closing: '-9325.64', operations: [], readings: [] });
    expect(compared.difference).toBe(asKopecks(0));
    expect(compared.differences.map((one) => one.class)).toEqual(['missingTheirs', 'missingTheirs', 'theirSum']);
  });
});
