import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import '../../src/charges/formulas';
import '../../src/charges/housing-formulas';
import '../../src/charges/range-formulas';
import '../../src/charges/two-part';
import '../../src/charges/waste-formulas';
import '../../src/consumption/formulas';
import '../../src/house/formulas';
import '../../src/norms/commission';
import '../../src/norms/vat';
import '../../src/consumption/gas-formulas';
import '../../src/consumption/land-formulas';
import '../../src/consumption/room-formulas';
import { parseDay } from '../../src/kernel/calendar';
import { must } from '../../src/kernel/result';
import '../../src/ledger/instalment/instalment-formulas';
import { INSTALMENT_RULES } from '../../src/ledger/instalment/instalment-rules';
import '../../src/ledger/penalties/penalty-formula';
import { citation } from '../../src/norms/act';
import { COVERAGE } from '../../src/norms/coverage';
import { formulas } from '../../src/norms/formula';
import { PENALTY_REGIMES } from '../../src/norms/penalty-regime';

const PAGE = 'docs/coverage.md';
const ON = must(parseDay('2026-11-01'));
const STATUS = { complete: 'готово', partial: 'частично', planned: 'впереди' } as const;

/** The published page: a row a clause. */
const page = (): string => {
  const rows = COVERAGE.map(({ clause, by, status, note }) => {
    const cells = [
      citation(clause, ON) ?? citation(clause, clause.editions[0]?.from ?? ON) ?? clause.code,
      clause.subject,
      by.map((one) => `\`${one}\``).join(', '),
      STATUS[status],
      clause.certainty,
      note ?? '',
    ];
    return `| ${cells.join(' | ')} |`;
  });
  return [
    '# Что охвачено',
    '',
    'Страница сделана из `src/norms/coverage.ts`; уверенность — откуда известна ссылка.',
    '',
    '| Норма | О чём | Чем выполняется | Статус | Уверенность | Примечание |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
};

describe('the coverage list', () => {
  it('is what the published page says', () => {
    if (process.env['UPDATE_DOCS'] === '1') writeFileSync(PAGE, page());
    expect(readFileSync(PAGE, 'utf8')).toBe(page());
  });

  it('names every declared formula, and no formula that is not there', () => {
    const named = new Set(COVERAGE.flatMap((row) => row.by));
    expect([...formulas().keys()].filter((id) => !id.startsWith('test.') && !named.has(id))).toEqual([]);
    const families =
      /^(water|electricity|gas|landPlot|heat|hotWater|sewerage|maintenance|housing|capitalRepair|payment|multiplier|waste|wasteMass|common|penalty|instalment)\./;
    expect(
      [...named].filter((id) => families.test(id) && !formulas().has(id) && id !== PENALTY_REGIMES.id && id !== INSTALMENT_RULES.id),
    ).toEqual([]);
  });

  it('points to cases that exist', () => {
    for (const { clause, status, cases } of COVERAGE) {
      if (status !== 'planned') expect(cases.length, clause.code).toBeGreaterThan(0);
      for (const path of cases) expect(existsSync(path), path).toBe(true);
    }
  });
});
