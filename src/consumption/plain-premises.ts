import type { MeterPoint } from '../model/facts';
import { ASK, EVER, type HouseImage, IMPOSSIBLE, OTHER, PLOTS, SPOKEN_OF } from '../model/house-image';
import { type MeteredService, meteredPlace } from '../model/services';
import type { MonthContext, ServiceTerms } from './month-context';
import type { Holder } from './piece';
import { PlainRegister } from './plain-register';
import type { HouseLives, PremisesUse } from './premises-use';

const COLD = meteredPlace('coldWater');
const HOT = meteredPlace('hotWater');
/** Nobody asked yet who counts. */
const UNASKED = -2;

/** The premises of a house with the histories of their meters. */
export interface HouseUses {
  readonly lives: HouseLives;
  of(index: number): PremisesUse;
}

/** The premises of a house one after another, as the short way asks of them: by the numbers of the image, and of its facts only what these cannot tell. */
export class PlainPremises {
  /** Place of the premises in the house. */
  private index = 0;
  /** Who holds it in the month, at least one. */
  holders: readonly Holder[] = [];
  /** One holder has it all month. */
  isHeldWhole = false;
  private traits = 0;
  /** Points of the premises are `[first, end)`. */
  firstPoint = 0;
  endPoint = 0;
  private known = UNASKED;
  /** The register that is looked at, and one of a meter before it. */
  readonly history: PlainRegister;
  readonly earlier: PlainRegister;
  private readonly last: number;

  constructor(
    readonly image: HouseImage,
    private readonly uses: HouseUses,
    private readonly context: MonthContext,
  ) {
    this.last = context.to - 1;
    this.history = new PlainRegister(image);
    this.earlier = new PlainRegister(image);
  }

  /** What the lives of its meters depend on. */
  get lives(): HouseLives {
    return this.uses.lives;
  }

  goTo(index: number, holders: readonly Holder[]): void {
    const { image, context } = this;
    const [first] = holders as readonly [Holder];
    this.index = index;
    this.holders = holders;
    this.isHeldWhole = holders.length === 1 && first.from === context.from && first.to === context.to;
    this.traits = image.traits[index] as number;
    this.firstPoint = image.points[index] as number;
    this.endPoint = image.points[index + 1] as number;
    this.known = UNASKED;
  }

  /** Only its meters speak of it, and between several holders days alone divide what they say. */
  get isPlain(): boolean {
    return (this.traits & SPOKEN_OF) === 0 && (this.isHeldWhole || this.context.policies.partMonth !== 'lastHolder');
  }

  get nonResidential(): boolean {
    return (this.traits & OTHER) !== 0;
  }

  get hasPlots(): boolean {
    return (this.traits & PLOTS) !== 0;
  }

  /** Some meter was found impossible. */
  get hasImpossible(): boolean {
    return (this.traits & IMPOSSIBLE) !== 0;
  }

  /** Number of rooms; 0 where it is not told. */
  get rooms(): number {
    return this.image.roomCount[this.index] as number;
  }

  /** The premises itself, for what no number tells. */
  get use(): PremisesUse {
    return this.uses.of(this.index);
  }

  /** Number of meter places of a service. */
  placeCount(service: ServiceTerms['service']): number {
    const place = meteredPlace(service as MeteredService);
    let count = 0;
    for (let p = this.firstPoint; p < this.endPoint; p += 1) if (this.image.service[p] === place) count += 1;
    return count;
  }

  /** Did a meter of one of the waters measure in the month or before it? */
  waterMetered(): boolean {
    const { service, meteredFrom } = this.image;
    for (let p = this.firstPoint; p < this.endPoint; p += 1)
      if ((service[p] === COLD || service[p] === HOT) && (meteredFrom[p] as number) < this.last) return true;
    return false;
  }

  /**
   * First day on which the last meter of a point does not measure (serial): {@link EVER} when it measures on every day of the month,
   * {@link ASK} when the long way must look. An end of a life inside the month is as one before it: a plain history has no reading of the
   * day of the event, and without one the days before it go with the days after.
   */
  fitEnd(point: number): number {
    const { image, context } = this;
    if ((image.commissioned[point] as number) >= context.from) return ASK;
    if ((image.verified[point] as number) >= this.last) return EVER;
    const { meters } = this.point(point);
    const { meter } = meters[meters.length - 1] as (typeof meters)[number];
    if (meter.verifications.length > 1) return ASK;
    const { fitEnd, eventMonth } = this.use.endOf(meter);
    if (fitEnd >= context.to) return eventMonth > context.number ? EVER : ASK;
    return meter.removedOn === undefined ? fitEnd : ASK;
  }

  /** A check may have found the meters of a point broken (gas). */
  hasFault(point: number): boolean {
    return this.point(point).meters.some(({ meter }) => meter.fault !== undefined);
  }

  private point(point: number): MeterPoint {
    return this.use.facts.points[point - this.firstPoint] as MeterPoint;
  }

  /** How many people count on every day of the month; {@link ASK} when they change, or nobody knows. */
  get people(): number {
    if (this.known === UNASKED) this.known = this.counted();
    return this.known;
  }

  private counted(): number {
    const { image, index, context } = this;
    const { from, to } = context;
    const { came, left, temporary } = image;
    if (image.ownersFrom[index] === ASK) return ASK;
    let persons = 0;
    const end = image.residents[index + 1] as number;
    for (let r = image.residents[index] as number; r < end; r += 1) {
      const first = came[r] as number;
      const gone = left[r] as number;
      if (gone <= from || first >= to) continue;
      if (first > from || gone < to || (temporary[r] === 1 && !(gone - first > context.temporaryDays))) return ASK;
      persons += 1;
    }
    if (persons > 0) return persons;
    return (image.ownersFrom[index] as number) <= from ? (image.owners[index] as number) : ASK;
  }
}
