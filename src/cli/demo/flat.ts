import type { MeteredService, Zone } from '../../model/services';
import { type Draft, type DraftOf, known, TAKEN_OVER } from './draft';
import { MeterLog, type MeterPlan } from './meter-log';
import { Seeded } from './seeded';

/** What the flats of a house have in common. */
export interface HousePlan {
  readonly id: string;
  /** First digits of its account numbers. */
  readonly accounts: string;
  /** Services that its flats have meters for. */
  readonly metered: readonly MeteredService[];
  /** Zones of the electricity meter of a flat. */
  readonly zones: (flat: number) => readonly Zone[];
}

/** The months of the demo: meters are read from the first, billed from `BILLED_SINCE`. */
export const FIRST_READ = '2025-06';
export const BILLED_SINCE = '2026-01';
export const LAST_MONTH = '2026-10';

const LAYOUTS = [
  { area: '38.4', rooms: 1 },
  { area: '54.7', rooms: 2 },
  { area: '61.3', rooms: 2 },
  { area: '74.25', rooms: 3 },
] as const;

/** Smallest steps of a month for one person: litres of water, tenths of a kilowatt-hour. */
const PACE: Readonly<Record<MeteredService, readonly [number, number]>> = {
  coldWater: [2200, 3900],
  hotWater: [1300, 2700],
  sewerage: [3500, 6600],
  electricity: [550, 950],
  gas: [6000, 14_000],
  heating: [120, 420],
};

const SHORT: Readonly<Record<MeteredService, string>> = {
  coldWater: 'cw',
  hotWater: 'hw',
  sewerage: 'ww',
  electricity: 'el',
  gas: 'gs',
  heating: 'ht',
};

/** What a flat may have otherwise than its neighbours. */
export type FlatFields = Partial<Pick<DraftOf<'premises'>, 'type' | 'areas' | 'owners' | 'meteringImpossible' | 'contractVolumes'>>;

/** A flat of the demo with its people, accounts and meters; all it leaves behind are facts. */
export class Flat {
  readonly id: string;
  readonly number: string;
  readonly people: number;
  private persons = 0;

  constructor(
    private readonly out: Draft[],
    readonly plan: HousePlan,
    private readonly index: number,
    fields: FlatFields = {},
  ) {
    this.number = String(index);
    this.id = `${plan.id}-${String(index).padStart(3, '0')}`;
    const layout = LAYOUTS[(index - 1) % LAYOUTS.length] ?? LAYOUTS[0];
    this.people = new Seeded(`${this.id} people`).between(1, layout.rooms + 1);
    const { areas = [{ from: '2015-01-01', value: layout.area }], ...others } = fields;
    out.push({
      kind: 'premises',
      id: this.id,
      knownAt: known(TAKEN_OVER),
      house: plan.id,
      number: this.number,
      type: 'dwelling',
      rooms: layout.rooms,
      areas,
      ...others,
    });
  }

  /** Number of the account; a later account of the same flat has a later last digit. */
  numberOf(holder = 1): string {
    return `${this.plan.accounts}${String(this.index).padStart(3, '0')}${holder}`;
  }

  /** The first account of the flat, or a later one, with its unified number and any old ones. */
  account({ holder = 1, from = '2018-07-01', old = [], payer }: Holder = {}): DraftOf<'account'> {
    const number = this.numberOf(holder);
    const record: DraftOf<'account'> = {
      kind: 'account',
      id: `account-${number}`,
      knownAt: known(from),
      number,
      aliases: [`${number.slice(0, 2)}АЖ${number.slice(-6)}`, ...old],
      premises: this.id,
      from,
      ...(payer === undefined ? {} : { payer }),
    };
    this.out.push(record);
    return record;
  }

  /** The flat was sold: the account ends, so that its last day is the one before. */
  close(account: DraftOf<'account'>, to: string): void {
    this.out.push({
      ...account,
      id: `${account.id}:2`,
      supersedes: account.id,
      knownAt: known(to),
      to,
      by: 'паспортист',
      why: 'квартира продана',
    });
  }

  /** Somebody lives here from a day on. */
  person(from = '2016-04-01', stay: Partial<Pick<DraftOf<'resident'>, 'to' | 'stay' | 'born' | 'knownAt'>> = {}): DraftOf<'resident'> {
    this.persons += 1;
    const person = `${this.id}-p${this.persons}`;
    const record = { kind: 'resident', id: person, knownAt: known(from), premises: this.id, person, from, ...stay } as const;
    this.out.push(record);
    return record;
  }

  /** Somebody moved out; the day itself does not count. */
  leaves(resident: DraftOf<'resident'>, to: string): void {
    this.out.push({
      ...resident,
      id: `${resident.id}:2`,
      supersedes: resident.id,
      knownAt: known(to),
      to,
      by: 'паспортист',
      why: 'снят с учёта',
    });
  }

  /** As many people as the flat holds. */
  settled(people = this.people): this {
    for (let i = 0; i < people; i += 1) this.person();
    return this;
  }

  /** A meter of this flat, run up to the first month that is read. */
  meter(service: MeteredService, special: Partial<MeterPlan> & { readonly suffix?: string; readonly share?: number } = {}): MeterLog {
    const { suffix = '', share = 1, ...plan } = special;
    const [least, most] = PACE[service];
    const persons = Math.max(1, this.people) / share;
    const electricity = service === 'electricity';
    const year = new Seeded(`${this.id} ${service}`).between(2021, 2023);
    const commissionedOn = plan.commissionedOn ?? `${year}-05-17`;
    const verified = electricity ? {} : { verifiedUntil: `${Number(commissionedOn.slice(0, 4)) + 6}${commissionedOn.slice(4)}` };
    return new MeterLog(this.out, {
      id: `${this.id}-${SHORT[service]}${suffix}`,
      premises: this.id,
      service,
      zones: electricity ? this.plan.zones(this.index) : ['T0'],
      digits: electricity ? 6 : 5,
      decimals: electricity ? 1 : 3,
      pace: [Math.round(least * persons), Math.round(most * persons)],
      ...verified,
      ...plan,
      commissionedOn,
    }).before(FIRST_READ);
  }

  /** Meters that are read month after month, except those that a story takes care of. */
  metered(except: readonly MeteredService[] = []): this {
    for (const service of this.plan.metered) if (!except.includes(service)) this.meter(service).monthly(FIRST_READ, LAST_MONTH);
    return this;
  }
}

interface Holder {
  readonly holder?: number;
  readonly from?: string;
  readonly old?: readonly string[];
  readonly payer?: DraftOf<'account'>['payer'];
}
