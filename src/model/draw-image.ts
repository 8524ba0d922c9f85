import { type Day, serial } from '../kernel/calendar';
import { scaledSafe } from '../kernel/gate';
import { byText } from './fact-order';
import type { HouseFacts, MeterFacts, MeterPoint, PremisesFacts, RegisterFacts } from './facts';
import { ASK, EVER, FIRST, GROUPED, HouseImage, IMPOSSIBLE, type ImageSize, OTHER, PLOTS, SPOKEN_OF } from './house-image';
import { closedHistory, fallenHistory, type PlainHistory } from './plain-history';
import type { AccountRecord, MeterRecord, PremisesRecord, ResidentRecord } from './records';
import { meteredPlace, pricedPlace, pricedZone } from './services';
import { SHAPES } from './text-types';

/** Writes what the facts of premises say into an image, one premises after another. */
class Drawing {
  constructor(private readonly image: HouseImage) {}

  premises(p: number, { premises, accounts, residents, points, acts, absences }: PremisesFacts): void {
    const { image } = this;
    image.traits[p] = traitsOf(premises, acts.length > 0);
    image.roomCount[p] = premises.rooms ?? 0;
    image.divided ||= premises.within !== undefined || premises.hostel === 'operator';
    image.away ||= absences.length > 0;
    this.account(p, accounts);
    this.areasOf(p, premises.areas);
    const [owners] = premises.owners;
    image.ownersFrom[p] = premises.owners.length > 1 ? ASK : owners === undefined ? EVER : serial(owners.from);
    image.owners[p] = owners?.count ?? 0;
    let resident = image.residents[p] as number;
    for (let i = 0; i < residents.length; i += 1) this.resident(resident++, residents[i] as ResidentRecord);
    image.residents[p + 1] = resident;
    let point = image.points[p] as number;
    for (let i = 0; i < points.length; i += 1) this.point(point++, points[i] as MeterPoint);
    image.points[p + 1] = point;
  }

  private areasOf(p: number, series: PremisesRecord['areas']): void {
    const { image } = this;
    const sorted = series.length > 1 ? [...series].sort((a, b) => byText(a.from, b.from)) : series;
    let at = image.areas[p] as number;
    for (let i = 0; i < sorted.length; i += 1) {
      const { from, value } = sorted[i] as (typeof series)[number];
      image.areaFrom[at] = serial(from);
      image.area[at] = scaledSafe(value, SHAPES.area.scale);
      at += 1;
    }
    image.areas[p + 1] = at;
  }

  private account(p: number, accounts: readonly AccountRecord[]): void {
    const { image } = this;
    const [only] = accounts;
    const alone = only !== undefined && accounts.length === 1;
    image.accounts.push(alone ? only : null);
    image.heldFrom[p] = alone ? serial(only.from) : ASK;
    image.heldTo[p] = alone ? endOf(only.to) : ASK;
    for (let i = 0; i < accounts.length; i += 1) if ((accounts[i] as AccountRecord).share !== undefined) image.shared = true;
  }

  private resident(r: number, { from, to, stay }: ResidentRecord): void {
    const { image } = this;
    image.came[r] = serial(from);
    image.left[r] = endOf(to);
    image.temporary[r] = stay === 'temporary' ? 1 : 0;
  }

  private point(at: number, { service, meters }: MeterPoint): void {
    const { image } = this;
    const last = meters[meters.length - 1] as MeterFacts;
    image.service[at] = meteredPlace(service);
    image.meteredFrom[at] = serial((meters[0] as MeterFacts).meter.commissionedOn);
    image.commissioned[at] = serial(last.meter.commissionedOn);
    image.verified[at] = verifiedUntil(last.meter);
    const { registers } = last;
    image.lastRegisters[at] = registers.length;
    let register = image.registers[at] as number;
    for (let i = 0; i < registers.length; i += 1) this.lastRegister(register++, registers[i] as RegisterFacts, last.meter);
    image.registers[at + 1] = meters.length === 1 ? register : this.metersBefore(register, meters);
  }

  private lastRegister(at: number, facts: RegisterFacts, { registers, commissionedOn }: MeterRecord): void {
    const { image } = this;
    const fallen = facts.plain === null ? fallenHistory(facts, commissionedOn) : null;
    image.zone[at] = pricedPlace(pricedZone(facts.zone, registers.length));
    image.fallen[at] = fallen?.day ?? 0;
    image.through[at] = fallen?.through ?? 0;
    image.earlier[at] = FIRST;
    this.history(at, facts.plain ?? fallen?.plain ?? null);
  }

  /** Registers of the meters before the last, each bound to that of the meter after it; answers the place after them. */
  private metersBefore(register: number, meters: readonly MeterFacts[]): number {
    const { image } = this;
    let at = register;
    for (let m = meters.length - 2; m >= 0; m -= 1) {
      const { registers, meter } = meters[m] as MeterFacts;
      const after = (meters[m + 1] as MeterFacts).registers;
      const same = registers.length === after.length && registers.every(({ zone }, i) => zone === after[i]?.zone);
      for (let i = 0; i < after.length; i += 1) image.earlier[at - after.length + i] = same ? at + i : ASK;
      if (!same) break;
      for (const facts of registers) {
        image.earlier[at] = FIRST;
        this.history(at, closedHistory(facts, meter));
        at += 1;
      }
    }
    return at;
  }

  private history(at: number, plain: PlainHistory | null): void {
    const { image } = this;
    image.begun[at] = plain === null ? ASK : plain.commissioned;
    let reading = image.readings[at] as number;
    if (plain !== null) {
      const { initial, days, stands } = plain;
      image.initial[at] = initial;
      for (let i = 0; i < days.length; i += 1) {
        image.days[reading] = days[i] as number;
        image.stands[reading] = stands[i] as number;
        reading += 1;
      }
    }
    image.readings[at + 1] = reading;
  }
}

const sizeOf = (premises: readonly PremisesFacts[]): ImageSize => {
  const size = { premises: premises.length, areas: 0, residents: 0, points: 0, registers: 0, readings: 0 };
  for (let p = 0; p < premises.length; p += 1) {
    const { residents, points, premises: record } = premises[p] as PremisesFacts;
    size.areas += record.areas.length;
    size.residents += residents.length;
    size.points += points.length;
    for (let i = 0; i < points.length; i += 1) {
      const { meters } = points[i] as MeterPoint;
      for (let m = 0; m < meters.length; m += 1) {
        const { registers } = meters[m] as MeterFacts;
        size.registers += registers.length;
        for (let r = 0; r < registers.length; r += 1) size.readings += (registers[r] as RegisterFacts).readings.length;
      }
    }
  }
  return size;
};

const traitsOf = (premises: PremisesRecord, acts: boolean): number =>
  (premises.type === 'nonResidential' ? OTHER : 0) |
  (acts || premises.directContracts.length > 0 ? SPOKEN_OF : 0) |
  (premises.meteringImpossible.length > 0 ? IMPOSSIBLE : 0) |
  (premises.landUses === undefined ? 0 : PLOTS) |
  (premises.tariffGroups.length > 0 ? GROUPED : 0);

const endOf = (to: Day | null): number => (to === null ? EVER : serial(to));

const verifiedUntil = ({ verifications, failedOn, removedOn }: MeterRecord): number => {
  if (failedOn !== undefined || removedOn !== undefined || verifications.length > 1) return ASK;
  const [only] = verifications;
  return only === undefined ? EVER : serial(only.until);
};

const images = new WeakMap<HouseFacts['premises'], HouseImage>();

/** The image of the premises of a house; kept with them, for they never change. */
export const imageOf = (premises: HouseFacts['premises']): HouseImage => {
  let image = images.get(premises);
  if (image === undefined) {
    image = new HouseImage(sizeOf(premises));
    const drawing = new Drawing(image);
    for (let p = 0; p < premises.length; p += 1) drawing.premises(p, premises[p] as PremisesFacts);
    images.set(premises, image);
  }
  return image;
};
