import { addMonths, type Month, monthNumber } from '../../kernel/calendar';
import { decimalText } from '../../kernel/gate';
import type { MeteredService, Zone } from '../../model/services';
import { type Draft, type DraftOf, known } from './draft';
import { Seeded } from './seeded';

/** What a meter of the demo is, and how fast it runs. */
export interface MeterPlan {
  readonly id: string;
  readonly premises: string;
  readonly service: MeteredService;
  readonly point?: string;
  readonly zones: readonly Zone[];
  readonly digits: number;
  readonly decimals: number;
  readonly commissionedOn: string;
  /** Last day of the verification; none for a meter that the supplier looks after. */
  readonly verifiedUntil?: string;
  /** Dial at commissioning, in its smallest steps. */
  readonly initial?: number;
  /** Least and most steps of a month, all zones together. */
  readonly pace: readonly [number, number];
}

/** How a reading is told. */
export interface ReadingNote {
  readonly receivedOn?: string;
  readonly purpose?: 'closing';
  readonly source?: 'controller' | 'telemetry';
  readonly below?: 'rollover' | 'correction';
  readonly verdict?: 'accepted';
  readonly by?: string;
  readonly why?: string;
  /** Told instead of what stands on the dial, in its smallest steps more or less. */
  readonly slip?: number;
}

/** Part of a month's electricity that runs in a zone, in hundredths. */
const SHARE: Readonly<Record<string, readonly number[]>> = { '1': [100], '2': [68, 32], '3': [31, 27, 42] };

/** The day on which a flat reads its meters in a month: from the 17th to the 24th. */
export const readingDay = (premises: string, month: string): string =>
  `${month}-${String(new Seeded(`${premises} ${month}`).between(17, 24)).padStart(2, '0')}`;

/**
 * A meter that runs month after month and is read, or not. Everything it leaves behind are facts: the meter itself, its later versions, its
 * readings.
 */
export class MeterLog {
  private readonly dial: number[];
  private readonly seed: Seeded;
  private record: DraftOf<'meter'>;
  private version = 1;

  constructor(
    private readonly out: Draft[],
    readonly plan: MeterPlan,
  ) {
    this.seed = new Seeded(plan.id);
    const share = SHARE[plan.zones.length] ?? [];
    this.dial = plan.zones.map((_, index) => Math.floor(((plan.initial ?? 0) * (share[index] ?? 100)) / 100));
    this.record = {
      kind: 'meter',
      id: plan.id,
      knownAt: known(plan.commissionedOn),
      premises: plan.premises,
      service: plan.service,
      ...(plan.point === undefined ? {} : { point: plan.point }),
      serial: `${new Seeded(`${plan.id} serial`).between(1_000_000, 9_999_999)}`,
      commissionedOn: plan.commissionedOn,
      ...(plan.verifiedUntil === undefined ? {} : { verifications: [{ on: plan.commissionedOn, until: plan.verifiedUntil }] }),
      registers: plan.zones.map((zone, index) => ({ zone, digits: plan.digits, decimals: plan.decimals, initial: this.text(index) })),
    };
    out.push(this.record);
  }

  /** Let it run for the months before its history begins, at the middle of its pace. */
  before(month: string): this {
    const [least, most] = this.plan.pace;
    const months = monthNumber(month as Month) - monthNumber(this.plan.commissionedOn.slice(0, 7) as Month) - 1;
    if (months > 0) this.add(Math.round((months * (least + most)) / 2));
    return this;
  }

  /** A month passes. */
  run(parts = 1, of = 1): this {
    const [least, most] = this.plan.pace;
    this.add(Math.floor((this.seed.between(least, most) * parts) / of));
    return this;
  }

  /** Months pass, and each is read on the day on which the flat reads. */
  monthly(from: string, to: string, note: ReadingNote = {}): this {
    for (let month = from as Month; month <= to; month = addMonths(month, 1)) this.run().read(readingDay(this.plan.premises, month), note);
    return this;
  }

  /** Months pass without a reading. */
  silent(from: string, to: string): this {
    for (let month = from as Month; month <= to; month = addMonths(month, 1)) this.run();
    return this;
  }

  /** Read every dial of the meter. */
  read(day: string, { slip = 0, ...note }: ReadingNote = {}): this {
    for (const [index, zone] of this.plan.zones.entries()) {
      const id = `${this.plan.id}-${day}${zone === 'T0' ? '' : `-${zone}`}`;
      this.out.push({
        kind: 'reading',
        id,
        knownAt: known(note.receivedOn ?? day),
        meter: this.plan.id,
        zone,
        takenOn: day,
        value: this.text(index, slip),
        ...note,
      });
    }
    return this;
  }

  /** Something happened to the meter: a later version of its record. */
  change(on: string, fields: Partial<Pick<DraftOf<'meter'>, 'failedOn' | 'removedOn' | 'verifications'>>, why: string): this {
    this.version += 1;
    this.record = {
      ...this.record,
      id: `${this.plan.id}:${this.version}`,
      supersedes: this.version === 2 ? this.plan.id : `${this.plan.id}:${this.version - 1}`,
      knownAt: known(on),
      by: 'техник',
      why,
      ...fields,
    };
    this.out.push(this.record);
    return this;
  }

  /** Verified again. */
  verified(on: string, until: string): this {
    return this.change(on, { verifications: [...(this.record.verifications ?? []), { on, until }] }, 'прибор поверен');
  }

  private add(steps: number): void {
    const share = SHARE[this.plan.zones.length] ?? [];
    const capacity = 10 ** (this.plan.digits + this.plan.decimals);
    let left = steps;
    for (const [index, of] of share.entries()) {
      const own = index === share.length - 1 ? left : Math.floor((steps * of) / 100);
      left -= own;
      this.dial[index] = ((this.dial[index] ?? 0) + own) % capacity;
    }
  }

  private text(index: number, slip = 0): string {
    return decimalText((this.dial[index] ?? 0) + slip, this.plan.decimals);
  }
}
