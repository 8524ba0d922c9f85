import type { Instant } from '../kernel/calendar';
import { overlaps } from '../kernel/interval';
import type { Problem } from '../kernel/problem';
import { err, ok, type Result } from '../kernel/result';
import type { HouseFacts, MeterFacts, MeterPoint, PremisesFacts, RegisterFacts } from './facts';
import type {
  AccountRecord,
  FactKind,
  FactRecord,
  MeterRecord,
  PremisesRecord,
  ReadingRecord,
  ResidentRecord,
  ServiceRecord,
} from './records';
import type { MeteredService } from './services';
import { current, type SupersedeCode } from './supersede';

/** Why facts do not make a house. */
export type AssemblyCode =
  | SupersedeCode
  | 'unknown-reference'
  | 'account-number-taken'
  | 'accounts-overlap'
  | 'meters-overlap'
  | 'meter-removed-before-commissioned'
  | 'register-unknown'
  | 'register-twice'
  | 'resident-before-birth'
  | 'residents-overlap'
  | 'interval-empty'
  | 'series-overlap'
  | 'service-overlap'
  | 'tariff-unknown'
  | 'tariff-unit-mismatch'
  | 'normative-unknown'
  | 'no-house';
/** A problem of facts: `at` names the fact by kind and id. */
export type AssemblyProblem = Problem<AssemblyCode>;

type Of<K extends FactKind> = Extract<FactRecord, { kind: K }>;

/** Facts that were known at a moment: those without `knownAt` always were. */
export const knownAt = (records: readonly FactRecord[], moment: Instant): FactRecord[] =>
  records.filter((record) => record.knownAt === undefined || record.knownAt <= moment);

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const byId = (a: { readonly id: string }, b: { readonly id: string }): number => byText(a.id, b.id);
const byFrom = (a: { readonly from: string; readonly id: string }, b: { readonly from: string; readonly id: string }): number =>
  byText(a.from, b.from) || byText(a.id, b.id);

/** Readings of a register: by the day taken, then received, then known, then id, so that the order of arrival never shows. */
const byTaken = (a: ReadingRecord, b: ReadingRecord): number =>
  byText(a.takenOn, b.takenOn) ||
  byText(a.receivedOn ?? a.takenOn, b.receivedOn ?? b.takenOn) ||
  byText(a.knownAt ?? '', b.knownAt ?? '') ||
  byText(a.id, b.id);

/** Everything of one kind, grouped while the records are walked once. */
class Groups {
  readonly houses: Of<'house'>[] = [];
  readonly providers = new Map<string, Of<'provider'>>();
  readonly services = new Map<string, ServiceRecord[]>();
  readonly premises = new Map<string, PremisesRecord>();
  readonly premisesOf = new Map<string, PremisesRecord[]>();
  readonly accounts = new Map<string, AccountRecord[]>();
  readonly residents = new Map<string, ResidentRecord[]>();
  readonly meters = new Map<string, MeterRecord>();
  readonly metersOf = new Map<string, MeterRecord[]>();
  readonly readings = new Map<string, ReadingRecord[]>();
  readonly tariffs = new Map<string, Of<'tariff'>>();
  readonly normatives = new Map<string, Of<'normative'>>();
  readonly openings: Of<'openingSaldo'>[] = [];
  readonly payments: Of<'payment'>[] = [];
  readonly twice: AssemblyProblem[] = [];

  constructor(records: readonly FactRecord[]) {
    for (const record of records) this.add(record);
  }

  private add(record: FactRecord): void {
    switch (record.kind) {
      case 'reading':
        push(this.readings, record.meter, record);
        return;
      case 'meter':
        this.meters.set(record.id, record);
        push(this.metersOf, record.premises, record);
        return;
      case 'resident':
        push(this.residents, record.premises, record);
        return;
      case 'account':
        push(this.accounts, record.premises, record);
        return;
      case 'premises':
        this.premises.set(record.id, record);
        push(this.premisesOf, record.house, record);
        return;
      case 'payment':
        this.payments.push(record);
        return;
      case 'openingSaldo':
        this.openings.push(record);
        return;
      case 'service':
        push(this.services, record.house, record);
        return;
      case 'house':
        this.houses.push(record);
        return;
      case 'provider':
        this.providers.set(record.id, record);
        return;
      case 'tariff':
        this.once(this.tariffs, record);
        return;
      case 'normative':
        this.once(this.normatives, record);
        return;
    }
  }

  private once<R extends Of<'tariff'> | Of<'normative'>>(into: Map<string, R>, record: R): void {
    if (into.has(record.code)) this.twice.push({ code: 'series-overlap', at: at(record), value: record.code });
    into.set(record.code, record);
  }
}

const push = <T>(into: Map<string, T[]>, key: string, value: T): void => {
  const list = into.get(key);
  if (list === undefined) into.set(key, [value]);
  else list.push(value);
};

const at = (record: FactRecord): string => `${record.kind} ${record.id}`;

/** How facts come. */
export interface AssembleOptions {
  /** The source keeps ids of facts unique, as every store does: they are not compared again. */
  readonly uniqueIds?: boolean;
}

/**
 * Nest the facts of one or many houses and check that they fit together: references, overlaps, registers, units. Superseded and withdrawn
 * facts fall away here.
 *
 * @returns houses in order of their ids, or every problem found
 */
export const assembleHouses = (
  records: readonly FactRecord[],
  { uniqueIds = false }: AssembleOptions = {},
): Result<readonly HouseFacts[], readonly AssemblyProblem[]> => {
  const live = current(records, uniqueIds);
  if (!live.ok) return live;
  const groups = new Groups(live.value);
  const problems: AssemblyProblem[] = [...groups.twice];
  if (groups.houses.length === 0) problems.push({ code: 'no-house' });
  checkReferences(groups, problems);
  const numbers = accountNumbers(groups, problems);
  checkServices(groups, problems);
  const houses = groups.houses.sort(byId).map((house): HouseFacts => {
    const premises = (groups.premisesOf.get(house.id) ?? []).sort(byId).map((one) => premisesFacts(one, groups, problems));
    const services = (groups.services.get(house.id) ?? []).sort((a, b) => byText(a.service, b.service) || byFrom(a, b));
    return {
      house,
      providers: groups.providers,
      services,
      tariffs: groups.tariffs,
      normatives: groups.normatives,
      premises,
      openings: [],
      payments: [],
    };
  });
  if (problems.length > 0) return err(problems);
  return ok(houses.map((facts) => ({ ...facts, ...moneyOf(facts, groups, numbers) })));
};

/** The facts of exactly one house. */
export const assembleHouse = (
  records: readonly FactRecord[],
  options: AssembleOptions = {},
): Result<HouseFacts, readonly AssemblyProblem[]> => {
  const houses = assembleHouses(records, options);
  if (!houses.ok) return houses;
  const [house] = houses.value;
  return house !== undefined && houses.value.length === 1
    ? ok(house)
    : err([{ code: 'no-house', facts: { houses: String(houses.value.length) } }]);
};

const moneyOf = (
  facts: HouseFacts,
  groups: Groups,
  numbers: ReadonlyMap<string, AccountRecord>,
): Pick<HouseFacts, 'openings' | 'payments'> => {
  const mine = new Set<string>();
  for (const premises of facts.premises) for (const account of premises.accounts) mine.add(account.number);
  const own = <R extends { readonly account: string; readonly id: string }>(records: readonly R[]): R[] =>
    records.flatMap((record) => {
      const account = numbers.get(record.account)?.number;
      return account !== undefined && mine.has(account) ? [{ ...record, account }] : [];
    });
  return {
    openings: own(groups.openings).sort((a, b) => byText(a.month, b.month) || byId(a, b)),
    payments: own(groups.payments).sort(
      (a, b) => byText(a.receivedOn ?? a.paidOn, b.receivedOn ?? b.paidOn) || byText(a.paidOn, b.paidOn) || byId(a, b),
    ),
  };
};

const checkReferences = (groups: Groups, problems: AssemblyProblem[]): void => {
  const houses = new Set(groups.houses.map((house) => house.id));
  const need = (there: boolean, record: FactRecord, refersTo: string, value: string): void => {
    if (!there) problems.push({ code: 'unknown-reference', at: at(record), value, facts: { refersTo } });
  };
  const eachOf = <R extends FactRecord>(lists: ReadonlyMap<string, R[]>, check: (record: R) => void): void => {
    for (const list of lists.values()) for (const record of list) check(record);
  };
  eachOf(groups.premisesOf, (one) => need(houses.has(one.house), one, 'house', one.house));
  eachOf(groups.accounts, (one) => need(groups.premises.has(one.premises), one, 'premises', one.premises));
  eachOf(groups.residents, (one) => need(groups.premises.has(one.premises), one, 'premises', one.premises));
  eachOf(groups.metersOf, (one) => need(groups.premises.has(one.premises), one, 'premises', one.premises));
  for (const [meter, readings] of groups.readings) {
    if (!groups.meters.has(meter)) for (const one of readings) need(false, one, 'meter', meter);
  }
  eachOf(groups.services, (one) => {
    need(houses.has(one.house), one, 'house', one.house);
    need(groups.providers.has(one.provider), one, 'provider', one.provider);
  });
  for (const one of groups.openings) need(groups.providers.has(one.provider), one, 'provider', one.provider);
};

const accountNumbers = (groups: Groups, problems: AssemblyProblem[]): ReadonlyMap<string, AccountRecord> => {
  const numbers = new Map<string, AccountRecord>();
  for (const list of groups.accounts.values()) {
    for (const account of list) {
      for (const number of account.aliases.length === 0 ? [account.number] : new Set([account.number, ...account.aliases])) {
        const other = numbers.get(number);
        if (other !== undefined)
          problems.push({ code: 'account-number-taken', at: at(account), value: number, facts: { other: other.id } });
        else numbers.set(number, account);
      }
    }
  }
  for (const one of [...groups.openings, ...groups.payments]) {
    if (!numbers.has(one.account))
      problems.push({ code: 'unknown-reference', at: at(one), value: one.account, facts: { refersTo: 'account' } });
  }
  return numbers;
};

const TARIFF_UNIT = {
  coldWater: 'RUB/m3',
  hotWater: 'RUB/m3',
  sewerage: 'RUB/m3',
  electricity: 'RUB/kWh',
  maintenance: 'RUB/m2-month',
} as const;
const NORMATIVE_UNIT = {
  coldWater: 'm3/person-month',
  hotWater: 'm3/person-month',
  sewerage: 'm3/person-month',
  electricity: 'kWh/person-month',
  maintenance: null,
} as const;

const checkServices = (groups: Groups, problems: AssemblyProblem[]): void => {
  for (const list of groups.services.values()) {
    list.sort((a, b) => byText(a.service, b.service) || byFrom(a, b));
    for (const [index, one] of list.entries()) {
      checkPrices(one, groups, problems);
      const before = list[index - 1];
      if (before !== undefined && before.service === one.service && overlaps(before, one)) {
        problems.push({ code: 'service-overlap', at: at(one), value: one.service, facts: { other: before.id } });
      }
    }
  }
};

const checkPrices = (one: ServiceRecord, groups: Groups, problems: AssemblyProblem[]): void => {
  const tariff = (code: string | undefined, unit: string, field: string): void => {
    if (code === undefined) return;
    const found = groups.tariffs.get(code);
    if (found === undefined) problems.push({ code: 'tariff-unknown', at: `${at(one)} ${field}`, value: code });
    else if (found.unit !== unit)
      problems.push({
        code: 'tariff-unit-mismatch',
        at: `${at(one)} ${field}`,
        value: code,
        facts: { expected: unit, received: found.unit },
      });
  };
  const normative = (code: string | undefined, unit: string | null, field: string): void => {
    if (code === undefined) return;
    const found = groups.normatives.get(code);
    if (found === undefined) problems.push({ code: 'normative-unknown', at: `${at(one)} ${field}`, value: code });
    else if (found.unit !== unit)
      problems.push({
        code: 'tariff-unit-mismatch',
        at: `${at(one)} ${field}`,
        value: code,
        facts: { expected: unit ?? '—', received: found.unit },
      });
  };
  const unit = TARIFF_UNIT[one.service];
  tariff(one.tariff, unit, 'tariff');
  tariff(one.legalEntityTariff, unit, 'legalEntityTariff');
  tariff(one.heatTariff, 'RUB/Gcal', 'heatTariff');
  for (const [zone, code] of Object.entries(one.zoneTariffs ?? {})) tariff(code, unit, `zoneTariffs.${zone}`);
  for (const [zone, code] of Object.entries(one.twoZoneTariffs ?? {})) tariff(code, unit, `twoZoneTariffs.${zone}`);
  normative(one.normative, NORMATIVE_UNIT[one.service], 'normative');
  normative(one.heatNormative, 'Gcal/m3', 'heatNormative');
  if (one.heatTariff !== undefined && one.heatNormative === undefined) {
    problems.push({ code: 'normative-unknown', at: `${at(one)} heatNormative`, value: '' });
  }
};

const NONE: readonly never[] = [];

const premisesFacts = (premises: PremisesRecord, groups: Groups, problems: AssemblyProblem[]): PremisesFacts => {
  const accounts = (groups.accounts.get(premises.id) ?? (NONE as readonly AccountRecord[] as AccountRecord[])).sort(byFrom);
  for (let i = 0; i < accounts.length; i += 1) {
    const one = accounts[i] as AccountRecord;
    if (one.to !== null && one.to <= one.from)
      problems.push({ code: 'interval-empty', at: at(one), facts: { from: one.from, to: one.to } });
    const before = accounts[i - 1];
    if (before !== undefined && overlaps(before, one))
      problems.push({ code: 'accounts-overlap', at: at(one), value: one.number, facts: { other: before.number } });
  }
  const residents = groups.residents.get(premises.id) ?? (NONE as readonly ResidentRecord[]);
  return { premises, accounts, residents: residentsOf(residents, problems), points: pointsOf(premises.id, groups, problems) };
};

const residentsOf = (list: readonly ResidentRecord[], problems: AssemblyProblem[]): readonly ResidentRecord[] => {
  if (list.length === 0) return list;
  const sorted = [...list].sort((a, b) => byText(a.person, b.person) || byFrom(a, b));
  for (let i = 0; i < sorted.length; i += 1) {
    const one = sorted[i] as ResidentRecord;
    if (one.to !== null && one.to <= one.from)
      problems.push({ code: 'interval-empty', at: at(one), facts: { from: one.from, to: one.to } });
    if (one.born !== undefined && one.from < one.born)
      problems.push({ code: 'resident-before-birth', at: at(one), value: one.from, facts: { born: one.born } });
    const before = sorted[i - 1];
    if (before !== undefined && before.person === one.person && overlaps(before, one)) {
      problems.push({ code: 'residents-overlap', at: at(one), value: one.person, facts: { other: before.id } });
    }
  }
  return sorted;
};

const pointsOf = (premises: string, groups: Groups, problems: AssemblyProblem[]): readonly MeterPoint[] => {
  const meters = groups.metersOf.get(premises);
  if (meters === undefined) return [];
  meters.sort(
    (a, b) => byText(a.service, b.service) || byText(a.point, b.point) || byText(a.commissionedOn, b.commissionedOn) || byId(a, b),
  );
  const points: { service: MeteredService; point: string; meters: MeterFacts[] }[] = [];
  for (const meter of meters) {
    if (meter.removedOn !== undefined && meter.removedOn < meter.commissionedOn) {
      problems.push({
        code: 'meter-removed-before-commissioned',
        at: at(meter),
        value: meter.removedOn,
        facts: { commissionedOn: meter.commissionedOn },
      });
    }
    let point = points[points.length - 1];
    if (point === undefined || point.service !== meter.service || point.point !== meter.point) {
      point = { service: meter.service, point: meter.point, meters: [] };
      points.push(point);
    }
    const before = point.meters[point.meters.length - 1]?.meter;
    if (before !== undefined && (before.removedOn === undefined || before.removedOn > meter.commissionedOn)) {
      problems.push({
        code: 'meters-overlap',
        at: at(meter),
        value: meter.commissionedOn,
        facts: { other: before.id, removedOn: before.removedOn ?? '—' },
      });
    }
    point.meters.push(meterFacts(meter, groups.readings.get(meter.id) ?? NONE, problems));
  }
  return points;
};

const meterFacts = (meter: MeterRecord, readings: readonly ReadingRecord[], problems: AssemblyProblem[]): MeterFacts => {
  const sorted = inOrder(readings) ? readings : [...readings].sort(byTaken);
  const registers = meter.registers.map((register): RegisterFacts => {
    const own = meter.registers.length === 1 ? sorted : sorted.filter((reading) => reading.zone === register.zone);
    return { zone: register.zone, digits: register.digits, decimals: register.decimals, initial: register.initial, readings: own };
  });
  for (let i = 1; i < registers.length; i += 1) {
    if (registers.findIndex((other) => other.zone === registers[i]?.zone) !== i)
      problems.push({ code: 'register-twice', at: at(meter), value: registers[i]?.zone ?? '' });
  }
  const [only] = registers;
  for (const reading of sorted) {
    if (only !== undefined && reading.zone === only.zone) continue;
    if (!registers.some((register) => register.zone === reading.zone)) {
      problems.push({ code: 'register-unknown', at: at(reading), value: reading.zone, facts: { meter: meter.id } });
    }
  }
  return { meter, registers };
};

const inOrder = (readings: readonly ReadingRecord[]): boolean => {
  for (let i = 1; i < readings.length; i += 1)
    if (byTaken(readings[i - 1] as ReadingRecord, readings[i] as ReadingRecord) > 0) return false;
  return true;
};
