import { expect, it } from 'vitest';
import { lineWords } from '../../src/documents/words';
import type { Month } from '../../src/kernel/calendar';
import { assembleHouse } from '../../src/model/assemble';
import { factRecord } from '../../src/model/records';
import { explainBill } from '../../src/recalculation/explain-bill';
import { billText } from '../../src/statements/explanation-text';

const records = [
  { kind: 'house', id: 'h', address: 'ул. Проверочная, 1', region: 'test' },
  { kind: 'provider', id: 'p', name: 'Исполнитель' },
  {
    kind: 'tariff',
    id: 'm',
    code: 'm',
    title: 'Содержание',
    unit: 'RUB/m2-month',
    reviewedThrough: '2026-12-31',
    entries: [
      { from: '2020-01-01', value: '30', act: 'Протокол № 1' },
      { from: '2026-04-11', value: '33', act: 'Протокол № 2' },
    ],
  },
  { kind: 'service', id: 's', house: 'h', service: 'maintenance', provider: 'p', from: '2020-01-01', tariff: 'm' },
  { kind: 'premises', id: 'f', house: 'h', number: '1', type: 'dwelling', areas: [{ from: '2020-01-01', value: '50' }] },
  { kind: 'account', id: 'a', number: '1', premises: 'f', from: '2020-01-01' },
];

it('the days of a line are told with both end days, in the document as in the explanation', () => {
  const facts = assembleHouse(records.map((record) => factRecord.parse(record)));
  if (!facts.ok) throw new Error(JSON.stringify(facts.error));
  const explained = explainBill(facts.value, '2026-04' as Month, '1');
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
