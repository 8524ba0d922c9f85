import { expect, it } from 'vitest';
import { lineWords } from '../../src/documents/words';
import type { Month } from '../../src/kernel/calendar';
import { explainBill } from '../../src/recalculation/explain-bill';
import { billText } from '../../src/statements/explanation-text';
import { ACCOUNT, assembled, flat, HOUSE, PROVIDER, service, tariff } from '../model/one-flat';

const facts = assembled([
  HOUSE,
  PROVIDER,
  tariff('m', 'RUB/m2-month', { '2020-01-01': '30', '2026-04-11': '33' }),
  service('maintenance', { tariff: 'm' }),
  flat(),
  ACCOUNT,
]);

it('the days of a line are told with both end days, in the document as in the explanation', () => {
  const explained = explainBill(facts, '2026-04' as Month, '1');
  if (!explained.ok) throw new Error(JSON.stringify(explained.error));
  const text = billText(explained.value, []);
  const [first, second] = explained.value.services.flatMap(({ lines }) => lines.map(({ line }) => lineWords(line)));
  expect([first, second]).toEqual([
    expect.stringContaining('с 01.04.2026 по 10.04.2026'),
    expect.stringContaining('с 11.04.2026 по 30.04.2026'),
  ]);
  expect(text).toContain(', с 01.04.2026 по 10.04.2026');
  expect(text).toContain(', с 11.04.2026 по 30.04.2026');
});
