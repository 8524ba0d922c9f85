import { type AssemblyProblem, factPlace as at } from './assembly-problem';
import type { Groups } from './fact-groups';
import type { FactRecord, NormativeRecord, TariffRecord } from './records';

/** Looks up the prices that a record names: each is there and in a unit that fits, or there is a problem. */
export class PriceReferences {
  constructor(
    private readonly record: FactRecord,
    private readonly groups: Groups,
    private readonly problems: AssemblyProblem[],
  ) {}

  tariff(code: string | undefined, units: readonly string[], field: string): TariffRecord | undefined {
    return this.found(code, this.groups.tariffs, 'tariff-unknown', units, field);
  }

  normative(code: string | undefined, units: readonly string[], field: string): NormativeRecord | undefined {
    return this.found(code, this.groups.normatives, 'normative-unknown', units, field);
  }

  private found<R extends TariffRecord | NormativeRecord>(
    code: string | undefined,
    records: ReadonlyMap<string, R>,
    unknown: 'tariff-unknown' | 'normative-unknown',
    units: readonly string[],
    field: string,
  ): R | undefined {
    if (code === undefined) return undefined;
    const place = `${at(this.record)} ${field}`;
    const found = records.get(code);
    if (found === undefined) {
      this.problems.push({ code: unknown, at: place, value: code });
      return undefined;
    }
    if (units.includes(found.unit)) return found;
    this.problems.push({
      code: 'tariff-unit-mismatch',
      at: place,
      value: code,
      facts: { expected: units.length === 0 ? '—' : units.join(', '), received: found.unit },
    });
    return undefined;
  }
}
