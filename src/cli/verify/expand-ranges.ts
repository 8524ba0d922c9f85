import { type Draft, entriesOf, given, REVIEWED } from './draft';
import type { CaseFacts } from './facts-schema';

const LIMITS = ['first', 'second', 'heatingFirst', 'heatingSecond'] as const;

/** Limits of the ranges of a case, as normatives. */
export const limitsOf = (facts: CaseFacts): Draft[] => {
  const { ranges } = facts;
  const reviewedThrough: string = facts.reviewedThrough ?? REVIEWED;
  const drafts: Draft[] = [];
  const limit = (name: string, unit: string, entries: object[]): unknown =>
    drafts.push({ kind: 'normative', id: `порог-${name}`, code: `порог-${name}`, title: 'Порог', unit, reviewedThrough, entries });
  for (const name of LIMITS) if (ranges?.[name] !== undefined) limit(name, 'kWh/month', entriesOf(ranges[name]));
  const norm = ranges?.socialNorm;
  if (norm !== undefined) {
    const days = [...new Set(norm.map(({ from }) => from))];
    const entries = days.map((from) => ({
      from,
      table: norm.filter((row) => row.from === from).map(({ persons, value }) => ({ persons, value })),
      act: 'акт из примера',
    }));
    limit('socialNorm', 'kWh/person-month', entries);
  }
  return drafts;
};

/** Ranges in the terms of electricity. */
export const rangesOf = (facts: CaseFacts, zones: (range: 'Range2' | 'Range3') => object | undefined): object | undefined => {
  const { ranges, tariffs } = facts;
  if (ranges === undefined) return undefined;
  const codes = (names: readonly (keyof typeof ranges)[]): string[] =>
    names.filter((name) => ranges[name] !== undefined).map((name) => `порог-${name}`);
  const heating = codes(['heatingFirst', 'heatingSecond']);
  return given({
    limits: codes(['socialNorm', 'first', 'second']),
    electricHeating: heating.length === 0 ? undefined : { limits: heating, months: ranges.heatingMonths ?? [] },
    tariffs: (['Range2', 'Range3'] as const)
      .filter((range) => tariffs?.[`electricity${range}`] !== undefined)
      .map((range) => ({ tariff: `тариф-electricity${range}`, ...given({ zoneTariffs: zones(range) }) })),
  });
};
