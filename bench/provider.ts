import type { Day, Month } from '../src/kernel/calendar';
import type {
  AccountRecord,
  FactRecord,
  MeterRecord,
  PremisesRecord,
  ReadingRecord,
  ResidentRecord,
  ServiceRecord,
} from '../src/model/records';
import type { MeteredService, Zone } from '../src/model/services';

/** The month that the bench bills: the second tariff step of 2026 begins with it, and readings of eight months lie behind it. */
export const BENCH_MONTH = '2026-10' as Month;

/** What to generate. */
export interface ProviderPlan {
  readonly accounts: number;
  readonly seed: number;
}

/** One house of the provider with the facts of no house, in the order in which a store gives them: known earlier first, then by id. */
export interface GeneratedHouse {
  readonly id: string;
  readonly accounts: number;
  readonly facts: readonly FactRecord[];
}

/** Houses of a provider, one by one: the same plan gives the same houses, and nothing of a house outlives its turn. */
export function* provider({ accounts, seed }: ProviderPlan): IterableIterator<GeneratedHouse> {
  let left = accounts;
  for (let index = 0; left > 0; index += 1) {
    const house = new HouseMaker(index, new Random(seed, index), left).make();
    left -= house.accounts;
    yield house;
  }
}

/** Premises of a house and how often such a house occurs: blocks of flats of all kinds, 100 premises in the mean. */
const SIZES: readonly (readonly [premises: number, weight: number])[] = [
  [12, 6],
  [16, 6],
  [24, 8],
  [36, 8],
  [48, 8],
  [60, 13],
  [72, 6],
  [80, 9],
  [100, 9],
  [119, 6],
  [144, 6],
  [180, 5],
  [216, 4],
  [288, 3],
  [400, 5],
];

/** Months with readings before and in {@link BENCH_MONTH}. */
const MONTHS = ['2026-03', '2026-04', '2026-05', '2026-06', '2026-07', '2026-08', '2026-09', '2026-10'] as const;
const NOW = MONTHS.length - 1;

/** A small generator of numbers (mulberry32): a house has its own stream, so houses do not depend on each other. */
class Random {
  private state: number;

  constructor(seed: number, stream: number) {
    this.state = (Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(stream + 1, 0xc2b2ae35)) >>> 0;
  }

  /** From 0 to less than 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let t = this.state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** A whole number of `[from, to]`. */
  whole(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }

  weighted<T>(choices: readonly (readonly [T, number])[]): T {
    let all = 0;
    for (const [, weight] of choices) all += weight;
    let at = this.next() * all;
    for (const [value, weight] of choices) {
      at -= weight;
      if (at < 0) return value;
    }
    return (choices[choices.length - 1] as readonly [T, number])[0];
  }
}

const day = (text: string): Day => text as Day;
const two = (value: number): string => String(value).padStart(2, '0');
const dayIn = (month: string, of: number): Day => day(`${month}-${two(of)}`);

/** How a meter behaves: read every month, silent since some months, expired, replaced, young, read wrongly this month. */
type Habit =
  | { readonly kind: 'read' | 'typo' }
  | { readonly kind: 'silent' | 'young' | 'replaced'; readonly months: number }
  | { readonly kind: 'expired'; readonly until: Day; readonly goesOn: boolean };

interface Zoned {
  readonly zone: Zone;
  /** Mean volume of a month in thousandths. */
  readonly mean: number;
}

class HouseMaker {
  private readonly facts: FactRecord[] = [];
  /** Readings of each month. */
  private readonly readings: ReadingRecord[][] = MONTHS.map(() => []);
  private readonly id: string;
  private readonly region: string;
  private accounts = 0;
  private readonly twoComponents: boolean;
  private readonly metered: number;

  constructor(
    private readonly index: number,
    private readonly random: Random,
    private readonly most: number,
  ) {
    this.id = `house-${String(index).padStart(6, '0')}`;
    this.region = `region-${index % 7}`;
    this.twoComponents = random.chance(0.75);
    this.metered = 0.7 + 0.2 * random.next();
  }

  make(): GeneratedHouse {
    const { random } = this;
    this.prices();
    this.facts.push({
      kind: 'house',
      id: this.id,
      address: `г. Образцов, ул. Мира, д. ${this.index + 1}`,
      region: this.region,
      policies: {},
      multipliers: [],
      readingWindow: [],
    });
    this.services();
    const size = random.weighted(SIZES);
    for (let p = 0; p < size && this.accounts < this.most; p += 1) this.premises(p, size);
    for (const month of this.readings)
      month.sort((a, b) => (a.takenOn < b.takenOn ? -1 : a.takenOn > b.takenOn ? 1 : a.id < b.id ? -1 : 1));
    this.facts.sort((a, b) => (a.id < b.id ? -1 : 1));
    return { id: this.id, accounts: this.accounts, facts: [...this.facts, ...this.readings.flat()] };
  }

  private prices(): void {
    const { facts, random } = this;
    const varied = (base: number, decimals: number): string => (base * (0.9 + 0.2 * random.next())).toFixed(decimals);
    const act = `Приказ ${this.region} от 19.12.2025 № 540-ку`;
    const tariff = (code: string, unit: 'RUB/m3' | 'RUB/kWh' | 'RUB/Gcal' | 'RUB/m2-month', base: number, decimals = 2): void => {
      facts.push({
        kind: 'tariff',
        id: `tariff-${code}`,
        code,
        title: `Тариф ${code}`,
        region: this.region,
        reviewedThrough: day('2026-12-31'),
        unit,
        entries: ['2025-07-01', '2026-01-01', '2026-10-01'].map((from, step) => ({
          from: day(from),
          value: varied(base * (1 + 0.05 * step), decimals),
          act,
        })),
      });
    };
    tariff('cold', 'RUB/m3', 48);
    tariff('cold-other', 'RUB/m3', 52);
    tariff('hot', 'RUB/m3', this.twoComponents ? 49 : 215);
    tariff('hot-other', 'RUB/m3', this.twoComponents ? 55 : 240);
    tariff('heat', 'RUB/Gcal', 2650);
    tariff('sewerage', 'RUB/m3', 39);
    tariff('power', 'RUB/kWh', 5.4);
    tariff('power-day', 'RUB/kWh', 6.1);
    tariff('power-night', 'RUB/kWh', 3.1, 4);
    tariff('power-half', 'RUB/kWh', 5.2);
    tariff('power-two-day', 'RUB/kWh', 5.9);
    tariff('power-two-night', 'RUB/kWh', 3.3, 3);
    tariff('power-other', 'RUB/kWh', 9.4, 5);
    facts.push({
      kind: 'tariff',
      id: 'tariff-upkeep',
      code: 'upkeep',
      title: 'Содержание',
      reviewedThrough: day('2026-12-31'),
      unit: 'RUB/m2-month',
      entries: [
        { from: day('2026-01-01'), value: varied(31, 2), act: 'Протокол общего собрания' },
        ...(random.chance(0.3) ? [{ from: day('2026-10-16'), value: varied(34, 2), act: 'Протокол общего собрания' }] : []),
      ],
    });
    const normative = (code: string, unit: 'm3/person-month' | 'Gcal/m3', value: string): void => {
      facts.push({
        kind: 'normative',
        id: `normative-${code}`,
        code,
        title: `Норматив ${code}`,
        region: this.region,
        reviewedThrough: day('2026-12-31'),
        unit,
        entries: [{ from: day('2017-01-01'), value, act }],
      });
    };
    normative('cold', 'm3/person-month', varied(4.745, 3));
    normative('hot', 'm3/person-month', varied(3.19, 3));
    normative('heating-up', 'Gcal/m3', varied(0.0615, 5));
    const table = [1, 2, 3, 4].flatMap((rooms) =>
      [1, 2, 3, 4, 5].map((persons) => ({ rooms, persons, value: String(Math.round((110 + 22 * rooms) / (1 + 0.35 * (persons - 1)))) })),
    );
    facts.push({
      kind: 'normative',
      id: 'normative-power',
      code: 'power',
      title: 'Норматив power',
      region: this.region,
      reviewedThrough: day('2026-12-31'),
      unit: 'kWh/person-month',
      entries: [{ from: day('2017-01-01'), table, act }],
    });
    for (const id of ['managing', 'water', 'power']) facts.push({ kind: 'provider', id: `provider-${id}`, name: `ООО «${id}»` });
  }

  private services(): void {
    const service = (
      name: ServiceRecord['service'],
      provider: string,
      terms: Pick<ServiceRecord, 'tariff'> & Partial<ServiceRecord>,
    ): void => {
      this.facts.push({
        kind: 'service',
        id: `${this.id}-${name}`,
        house: this.id,
        service: name,
        provider: `provider-${provider}`,
        from: day('2020-01-01'),
        to: null,
        meterDuty: true,
        ...terms,
      });
    };
    service('coldWater', 'water', { tariff: 'cold', legalEntityTariff: 'cold-other', normative: 'cold' });
    const components = this.twoComponents ? { heatTariff: 'heat', heatNormative: 'heating-up' } : {};
    service('hotWater', 'water', { tariff: 'hot', legalEntityTariff: 'hot-other', normative: 'hot', ...components });
    service('sewerage', 'water', { tariff: 'sewerage' });
    service('electricity', 'power', {
      tariff: 'power',
      legalEntityTariff: 'power-other',
      normative: 'power',
      zoneTariffs: { T1: 'power-day', T2: 'power-night', T3: 'power-half' },
      twoZoneTariffs: { T1: 'power-two-day', T2: 'power-two-night' },
    });
    service('maintenance', 'managing', { tariff: 'upkeep' });
  }

  private premises(place: number, size: number): void {
    const { random } = this;
    const id = `${this.id}-p${String(place + 1).padStart(3, '0')}`;
    const nonResidential = place >= size * 0.97 - 1 && random.chance(0.6);
    const rooms = random.whole(1, 4);
    const area = 18 + 17 * rooms + 12 * random.next();
    const watered = random.chance(this.metered);
    const powered = random.chance(0.98);
    const record: PremisesRecord = {
      kind: 'premises',
      id,
      house: this.id,
      number: String(place + 1),
      type: nonResidential ? 'nonResidential' : 'dwelling',
      ...(nonResidential ? {} : { rooms }),
      areas: [
        { from: day('2015-06-01'), value: area.toFixed(1) },
        ...(random.chance(0.005) ? [{ from: day('2026-10-12'), value: (area - 0.7).toFixed(1) }] : []),
      ],
      meteringImpossible:
        watered || nonResidential || !random.chance(0.2)
          ? []
          : (['coldWater', 'hotWater'] as const).map((service) => ({
              service,
              from: day('2019-03-01'),
              to: null,
              act: 'Акт обследования',
            })),
      owners: [{ from: day('2015-06-01'), count: random.whole(1, 3) }],
      contractVolumes: nonResidential ? this.contracts() : [],
      directContracts: [],
      tariffGroups: [],
      electricHeating: [],
      capacities: [],
    };
    this.facts.push(record);
    this.holders(id, nonResidential);
    if (!nonResidential) this.residents(id);
    if (watered) {
      const points = !nonResidential && random.chance(0.25) ? ['bath', 'kitchen'] : ['main'];
      for (const service of ['coldWater', 'hotWater'] as const) {
        for (const point of points) this.meter(id, service, point, [{ zone: 'T0', mean: random.whole(900, 6500) }]);
      }
    }
    if (powered) this.meter(id, 'electricity', 'main', this.zones(nonResidential));
  }

  private contracts(): PremisesRecord['contractVolumes'] {
    const volume = (service: MeteredService, text: string): PremisesRecord['contractVolumes'][number] => ({
      service,
      from: day('2024-01-01'),
      to: null,
      volume: text,
      contract: 'Договор № 14',
    });
    return [volume('coldWater', '11.5'), volume('hotWater', '4.25'), volume('electricity', '640')];
  }

  private zones(nonResidential: boolean): readonly Zoned[] {
    const mean = (): number => this.random.whole(20_000, 210_000);
    const count = nonResidential
      ? 1
      : this.random.weighted([
          [1, 25],
          [2, 35],
          [3, 40],
        ]);
    if (count === 1) return [{ zone: 'T0', mean: mean() }];
    return (['T1', 'T2', 'T3'] as const).slice(0, count).map((zone) => ({ zone, mean: mean() }));
  }

  private holders(premises: string, nonResidential: boolean): void {
    const { random } = this;
    const account = (from: Day, to: Day | null): void => {
      this.accounts += 1;
      const number = `10${String(this.index).padStart(6, '0')}${String(this.accounts).padStart(4, '0')}`;
      const record: AccountRecord = {
        kind: 'account',
        id: `account-${number}`,
        number,
        aliases: random.chance(0.5) ? [`99${number}`] : [],
        premises,
        from,
        to,
        payer: nonResidential ? { kind: 'legalEntity', name: 'ООО «Лавка»' } : { kind: 'person' },
      };
      this.facts.push(record);
    };
    if (this.most - this.accounts < 2 || !random.chance(0.01)) {
      account(day('2020-01-01'), null);
      return;
    }
    const change = dayIn(BENCH_MONTH, random.whole(4, 27));
    account(day('2020-01-01'), change);
    account(change, null);
  }

  private residents(premises: string): void {
    const { random } = this;
    const count = random.weighted([
      [0, 6],
      [1, 24],
      [2, 30],
      [3, 22],
      [4, 13],
      [5, 5],
    ]);
    const live = (n: number, from: Day, to: Day | null, stay: ResidentRecord['stay']): void => {
      const id = `${premises}-r${n}`;
      this.facts.push({ kind: 'resident', id, premises, person: id, from, to, stay });
    };
    for (let n = 1; n <= count; n += 1) live(n, day(`20${two(random.whole(10, 25))}-05-14`), null, 'permanent');
    if (random.chance(0.03)) live(count + 1, dayIn(BENCH_MONTH, random.whole(2, 29)), null, 'permanent');
    if (random.chance(0.02)) live(count + 2, day('2024-02-01'), dayIn(BENCH_MONTH, random.whole(2, 29)), 'permanent');
    if (!random.chance(0.02)) return;
    const from = random.whole(1, 10);
    live(count + 3, dayIn(BENCH_MONTH, from), dayIn(BENCH_MONTH, from + random.whole(3, 18)), 'temporary');
  }

  private habit(): Habit {
    const { random } = this;
    const kind = random.weighted([
      ['read', 870],
      ['silent', 70],
      ['expired', 30],
      ['replaced', 15],
      ['young', 10],
      ['typo', 5],
    ] as const);
    switch (kind) {
      case 'silent':
        return { kind, months: random.whole(1, 5) };
      case 'young':
        return { kind, months: random.whole(0, 1) };
      case 'replaced':
        return { kind, months: random.chance(0.25) ? random.whole(1, 2) : 0 };
      case 'expired':
        return { kind, until: dayIn(MONTHS[random.whole(4, NOW)] as string, random.whole(1, 30)), goesOn: random.chance(0.3) };
      default:
        return { kind };
    }
  }

  private meter(premises: string, service: MeteredService, point: string, zones: readonly Zoned[]): void {
    const { random } = this;
    const habit = this.habit();
    const id = `${premises}-${service === 'electricity' ? 'el' : service === 'coldWater' ? 'cw' : 'hw'}-${point}`;
    const until = habit.kind === 'expired' ? habit.until : day(service === 'electricity' ? '2037-02-14' : '2029-02-14');
    const decimals = service === 'electricity' ? 2 : 3;
    const register = (zone: Zone): MeterRecord['registers'][number] => ({
      zone,
      digits: 5,
      decimals,
      initial: this.dial(random.whole(0, 40_000_000), decimals),
    });
    const meter = (name: string, commissionedOn: Day, registers: MeterRecord['registers'], removedOn?: Day): MeterRecord => ({
      kind: 'meter',
      id: name,
      premises,
      service,
      point,
      serial: String(random.whole(1_000_000, 99_999_999)),
      commissionedOn,
      verifications: [{ on: day('2024-02-14'), until }],
      registers,
      ...(removedOn === undefined ? {} : { removedOn }),
    });
    const first = habit.kind === 'young' ? 6 : 0;
    const last = 'months' in habit ? NOW - habit.months : NOW;
    const began = habit.kind === 'young' ? day('2026-08-17') : day('2026-02-16');
    const late = habit.kind === 'read' && random.chance(0.04);
    const main = meter(
      id,
      began,
      zones.map(({ zone }) => register(zone)),
      habit.kind === 'replaced' ? day('2026-06-10') : undefined,
    );
    this.facts.push(main);
    const days = MONTHS.map((_, month) => (late ? random.whole(26, 28) : month < 5 && random.chance(0.03) ? 27 : random.whole(15, 25)));
    const missed = MONTHS.map((_, month) => month < 5 && random.chance(0.03));
    if (habit.kind === 'replaced') {
      const next = meter(
        `${id}-2`,
        day('2026-06-10'),
        zones.map(({ zone }) => register(zone)),
      );
      this.facts.push(next);
      this.read(main, zones, 0, 3, days, missed, { removedIn: 3 });
      this.read(next, zones, 4, last, days, missed, {});
      return;
    }
    const stop =
      habit.kind === 'expired' && !habit.goesOn
        ? Math.min(last, MONTHS.indexOf(habit.until.slice(0, 7) as (typeof MONTHS)[number]) - 1)
        : last;
    this.read(main, zones, first, stop, days, missed, { typo: habit.kind === 'typo' });
  }

  /** Readings of a meter for the months `from` to `to`. */
  private read(
    meter: MeterRecord,
    zones: readonly Zoned[],
    from: number,
    to: number,
    days: readonly number[],
    missed: readonly boolean[],
    { removedIn, typo = false }: { readonly removedIn?: number; readonly typo?: boolean },
  ): void {
    const { random } = this;
    zones.forEach(({ zone, mean }, at) => {
      const register = meter.registers[at] as MeterRecord['registers'][number];
      let value = Math.round(Number(register.initial) * 1000);
      for (let month = from; month <= to; month += 1) {
        value += Math.floor(mean * (0.6 + 0.8 * random.next()));
        const closing = month === removedIn;
        if (!closing && missed[month] === true && month > from && month < to) continue;
        const takenOn = closing ? (meter.removedOn as Day) : dayIn(MONTHS[month] as string, days[month] as number);
        const wrong = typo && month === NOW ? Math.max(0, value - mean * 40) : value;
        const record: ReadingRecord = {
          kind: 'reading',
          id: `${meter.id}-${zone}-${MONTHS[month] as string}`,
          meter: meter.id,
          zone,
          takenOn,
          value: this.dial(wrong, register.decimals),
          source: 'resident',
          purpose: closing ? 'closing' : 'monthly',
        };
        (this.readings[month] as ReadingRecord[]).push(record);
      }
    });
  }

  /** A number of thousandths as the dial shows it. */
  private dial(thousandths: number, decimals: number): string {
    const text = String(Math.floor(thousandths / 10 ** (3 - decimals))).padStart(decimals + 1, '0');
    return `${text.slice(0, -decimals)}.${text.slice(-decimals)}`;
  }
}
