import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lawCoverage } from '../../src/cli/verify';

const LAW = new URL('../law/', import.meta.url);

/** Which formulas a passing case counts for, by what it says of the law. */
const counted = (law: string): readonly string[] => {
  const text = `cases:\n  - { id: one, title: Пример, law: '${law}', by: 2 × 4.745, formula: water.sampleOfNothing, on: 2026-03-01, inputs: {}, expect: 1 }\n`;
  const passing = text
    .replace('water.sampleOfNothing', 'water.volumeByNormative')
    .replace('{}, expect: 1', '{ N: 4.745, n: 62, D: 31 }, expect: 9.49');
  return lawCoverage([{ path: 'cases.yaml', text: passing }])
    .formulas.filter(({ cases, by }) => cases > 0 && !by.includes('water.volumeByNormative'))
    .map(({ id }) => id);
};

describe('the coverage of the law counts a case', () => {
  it.each([
    ['ПП № 354, п. 59', ['pp354.59']],
    ['ПП № 354, п. 591', []],
    ['ПП № 354, п. 59(2)', []],
    ['ПП № 354, п. 42, 59 «б», 61', ['pp354.sewerage', 'pp354.59', 'pp354.61']],
    ['ПП № 354, подп. «а» и «б» п. 59', ['pp354.59']],
    ['ПП № 354, п. 38 и 39', ['pp354.ranges', 'pp354.two-part']],
    ['ПП № 354, п. 60–62', ['pp354.61', 'pp354.62']],
    ['ПП № 354, прил. 17', []],
    ['ПП № 354, прил. 1', ['pp354.quality']],
    ['ПП № 3541, п. 59', []],
    ['ПП № 491, п. 29(2), 29(3)', ['pp491.29-2', 'pp491.29-3']],
    ['ПП № 491, п. 29(3) (ред. ПП № 92)', ['pp491.29-3']],
    ['ПП № 491, п. 29', []],
    ['ПП № 491, п. 59; ПП № 354, п. 29(3)', []],
    ['ПП № 491, Правила изменения размера платы, п. 10', ['pp491.quality']],
    ['ПП № 491, п. 10', []],
    ['ЖК РФ, ст. 153, 154', ['zhk.154']],
    ['ЖК РФ, ст. 155, ч. 14', ['zhk.155-14']],
    ['ЖК РФ, ст. 155, ч. 14.1', []],
    ['ЖК РФ, ст. 155, ч. 1, 14', ['zhk.155-14']],
    ['ЖК РФ, ст. 156, ч. 14', []],
    ['ПП № 549, п. 31', ['pp549']],
    ['ПП № 354, прил. 2, формулы 10 и 12', ['pp354.10', 'pp354.12']],
    ['ПП № 354, прил. 2, формулы 10, 1; п. 59', ['pp354.1', 'pp354.10', 'pp354.59']],
    ['алгебра формулы 23 прил. 2 к ПП № 354', ['pp354.23']],
  ])('of «%s»', (law, ids) => {
    expect(counted(law)).toEqual(ids);
  });

  it('of a list without end, for formulas that are', () => {
    expect(counted('ПП № 354, прил. 2, формулы 27–99999999')).toEqual(['pp354.27', 'pp354.28', 'pp354.29', 'pp354.30']);
  });
});

describe('the coverage of our own cases', () => {
  it('leaves no formula that is called done without a case', () => {
    const { formulas } = lawCoverage(
      readdirSync(LAW)
        .filter((name) => name.endsWith('.yaml'))
        .map((path) => ({ path, text: readFileSync(new URL(path, LAW), 'utf8') })),
    );
    expect(formulas.filter(({ status, cases }) => status === 'done' && cases === 0)).toEqual([]);
  });
});
