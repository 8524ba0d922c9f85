import { AREA_SCALE, areaDays } from '../consumption/area';
import { heatOfHotWater, VOLUME_SCALE } from '../consumption/formulas';
import { peopleWithin } from '../consumption/residents';
import { ROOM_COMMON } from '../consumption/room-formulas';
import { commonVolume } from '../house/common-rules';
import { COMMON_FORMULAS } from '../house/formulas';
import { firstDay } from '../kernel/calendar';
import { decimalText } from '../kernel/gate';
import { asKopecks, NO_MONEY } from '../kernel/money';
import { quantity, scaled } from '../kernel/quantity';
import { BillingInvariantError, must } from '../kernel/result';
import type { TraceNode } from '../kernel/trace';
import type { VolumeBasis } from '../model/bill';
import type { ExplainedLine, ExplainedService } from '../model/explanation';
import type { HouseFacts, PremisesFacts } from '../model/facts';
import { SERVICE_TITLE } from '../model/services';
import { PP354 } from '../norms/acts';
import { choose } from '../norms/rules';
import { sharedArea } from './common-areas';
import type { CommonMonth, CommonService } from './common-month';
import { flatParts, isRoom } from './common-rooms';
import { commonSpec } from './common-shares';
import { ownVolumes, peopleDays } from './common-surplus';
import { CommonVolumeTeller } from './common-volume-telling';
import { CHARGE_FORMULAS } from './formulas';
import type { AccountRow } from './holders';
import { type HouseCharges, linesFrom } from './house-month';
import { heatSpec, type Slot, type SlotSpec, stretchOf } from './slot';
import { Teller, type ToldVolume } from './telling';
import { tellDivided } from './telling-rooms';
import { kopecks, priceNode } from './told-parts';
import { tellVat } from './vat-told';

type Formulas = (typeof COMMON_FORMULAS)['m3'];

/** Tell how an account's common needs of a month came to be, by the formulas of the silent run evaluated with decimal.js. */
export const explainCommon = (
  facts: HouseFacts,
  charges: HouseCharges,
  common: CommonMonth,
  row: AccountRow,
): readonly ExplainedService[] => common.services.flatMap((found) => new CommonTeller(facts, charges, common.slots, found, row).told());

class CommonTeller {
  private readonly teller: Teller;
  private readonly of: Formulas;
  private readonly unit: 'm3' | 'kWh';
  private readonly volume: CommonVolumeTeller;

  constructor(
    private readonly facts: HouseFacts,
    private readonly charges: HouseCharges,
    private readonly slots: readonly Slot[],
    private readonly found: CommonService,
    private readonly row: AccountRow,
  ) {
    this.unit = found.priced.unit === 'kWh' ? 'kWh' : 'm3';
    this.teller = new Teller(charges.context, this.unit);
    this.of = COMMON_FORMULAS[this.unit] as Formulas;
    this.volume = new CommonVolumeTeller(charges.context, found);
  }

  told(): readonly ExplainedService[] {
    const { context } = this.charges;
    const lines = [...this.shares(), ...this.surplus()];
    if (lines.length === 0) return [];
    const choice = must(choose(commonVolume, this.found.facts, context.first));
    const { basis, legal, rejected } = choice;
    return [
      {
        service: this.found.terms.service,
        part: 'common',
        lines,
        choices: [
          {
            point: '',
            zone: 'T0',
            basis: `common.${basis}`,
            legal,
            periods: 0,
            rejected: rejected.map((one) => ({ ...one, basis: `common.${one.basis}` })),
          },
        ],
        remarks: [],
      },
    ];
  }

  private shares(): readonly ExplainedLine[] {
    const { found, row } = this;
    return found.parts.flatMap((part) => {
      const spec = commonSpec(found.priced, part.stretch);
      const slot = this.slots.find(
        (one) => one.spec.terms === found.priced && one.spec.stretch === part.stretch && one.spec.component !== 'heat',
      );
      const place = slot?.placeOf(row.row) ?? -1;
      if (slot === undefined || place < 0) return [];
      const whole = this.volume.billed();
      const share = part.volume === found.settled.billed ? whole : { volume: BigInt(part.volume), node: partNode(whole.node, part.volume) };
      return this.priced(spec, slot.basisAt(place), this.share(share, part.from, part.to));
    });
  }

  /** Share by area: in m² where nothing changes on these days, in m² × days otherwise; both give one number. */
  private share(whole: ToldVolume, from: number, to: number): ToldVolume {
    if (!isRoom(this.row)) return this.areaShare(whole, this.row, this.row.premises, from, to);
    const { context, holders: rows } = this.charges;
    const part = { volume: Number(whole.volume), from, to };
    const all = sharedArea(this.facts, from, to).days;
    for (const found of flatParts(this.facts, context, rows, this.unit, part, all)) {
      const room = found.rooms.find(({ row }) => row === this.row.row);
      if (room === undefined) continue;
      const flat = this.areaShare(whole, found, this.facts.premises[found.flat.index] as PremisesFacts, from, to);
      const named = { ...flat, node: { ...flat.node, title: 'Доля квартиры в общих нуждах' } };
      const note = `комната: ${decimalText(room.to - room.from, AREA_SCALE)} из ${decimalText(room.parts, AREA_SCALE)} м² жилой площади × дней`;
      return tellDivided(this.unit, context, { ...room, clause: PP354.roomCommon, note }, (until) =>
        this.teller.step(
          ROOM_COMMON[this.unit] as typeof ROOM_COMMON.m3,
          { V: scaled(named.volume, VOLUME_SCALE, 'm3'), S: scaled(until, AREA_SCALE, 'm2'), Sкв: scaled(room.parts, AREA_SCALE, 'm2') },
          { V: named.node },
          context.volumeDigits,
        ),
      );
    }
    throw new BillingInvariantError('a room with a common line has a part of its flat');
  }

  private areaShare(
    whole: ToldVolume,
    held: { readonly from: number; readonly to: number },
    { premises }: PremisesFacts,
    from: number,
    to: number,
  ): ToldVolume {
    const { context } = this.charges;
    const [start, end] = [Math.max(held.from, from), Math.min(held.to, to)];
    const own = areaDays(premises.areas, start, end);
    const all = sharedArea(this.facts, from, to);
    const days = to - from;
    const V = scaled(whole.volume, VOLUME_SCALE, 'm3');
    const source = all.stated ? 'площадь дома по документам' : 'сумма площадей помещений';
    const first = areaDays(premises.areas, from, from + 1);
    if (end - start === days && own === first * days && all.days === sharedArea(this.facts, from, from + 1).days * days) {
      const [S, Sоб] = [own / days, all.days / days];
      return this.teller.step(
        this.of.share,
        { V, S: scaled(S, AREA_SCALE, 'm2'), Sоб: scaled(Sоб, AREA_SCALE, 'm2') },
        { V: whole.node, Sоб: { symbol: 'Sоб', title: 'Площадь всех помещений', value: decimalText(Sоб, AREA_SCALE), unit: 'm2', source } },
        context.volumeDigits,
      );
    }
    return this.teller.step(
      this.of.shareByDays,
      { V, S: scaled(own, AREA_SCALE, 'm2-day'), Sоб: scaled(all.days, AREA_SCALE, 'm2-day') },
      {
        V: whole.node,
        S: {
          symbol: 'S',
          title: 'Площадь помещения × дни',
          value: decimalText(own, AREA_SCALE),
          unit: 'm2-day',
          source: `${end - start} дн. из ${days}`,
        },
        Sоб: { symbol: 'Sоб', title: 'Площадь всех помещений × дни', value: decimalText(all.days, AREA_SCALE), unit: 'm2-day', source },
      },
      context.volumeDigits,
    );
  }

  /** A surplus given back to a dwelling by its people. */
  private surplus(): readonly ExplainedLine[] {
    const { found, charges, row } = this;
    const { context } = charges;
    const terms = context.services.find((one) => one.service === found.terms.service);
    const slot = this.slots.find(
      (one) => one.spec.terms === terms && one.spec.common === true && one.spec.component !== 'heat' && one.placeOf(row.row) >= 0,
    );
    const place = slot?.placeOf(row.row) ?? -1;
    if (slot === undefined || terms === undefined || place < 0) return [];
    const people = peopleDays(this.facts, charges);
    const all = people.reduce((sum, days) => sum + days, 0);
    const own = ownVolumes(charges, found.terms.service)[row.row] as number;
    const actual = this.volume.actual();
    const told = this.teller.step(
      this.of.surplusShare,
      {
        V: scaled(found.settled.surplus, VOLUME_SCALE, 'm3'),
        n: scaled(people[row.row] as number, 0, 'person-day'),
        Nд: scaled(all, 0, 'person-day'),
      },
      {
        V: {
          ...actual.node,
          symbol: 'V',
          title: 'Излишек: помещения вместе больше дома',
          value: decimalText(found.settled.surplus, VOLUME_SCALE),
        },
        n: {
          symbol: 'n',
          title: 'Проживающие',
          value: String(people[row.row]),
          unit: 'person-day',
          source: whoText(row, context.temporaryDays),
        },
      },
      context.volumeDigits,
    );
    const limited = told.volume > BigInt(own);
    const volume = 0n - (limited ? BigInt(own) : told.volume);
    const node: TraceNode = {
      symbol: 'V',
      title: 'Возврат излишка',
      value: decimalText(volume, VOLUME_SCALE),
      unit: this.unit,
      expression: limited ? '−Vсоб' : '−Vi',
      under: [told.node],
      notes: limited ? [`не больше собственного объёма месяца: ${decimalText(own, VOLUME_SCALE)}`] : [],
    };
    return this.priced(slot.spec, 'commonSurplus', { volume, node });
  }

  private priced(spec: SlotSpec, basis: VolumeBasis, volume: ToldVolume): readonly ExplainedLine[] {
    const lines = [...this.line(spec, basis, volume)];
    const heat = heatSpec(spec);
    const normative = stretchOf(spec).heatNormative;
    if (heat !== null && normative !== null) {
      const told = this.teller.step(
        heatOfHotWater,
        { q: quantity(normative.text, 'Gcal/m3'), V: scaled(volume.volume, VOLUME_SCALE, 'm3') },
        { q: priceNode('q', normative, 'Gcal/m3'), V: volume.node },
        this.charges.context.volumeDigits,
      );
      lines.push(...this.line(heat, basis, told));
    }
    return lines;
  }

  private line(spec: SlotSpec, basis: VolumeBasis, volume: ToldVolume): readonly ExplainedLine[] {
    const { price, unit } = spec;
    const charge = this.teller.step(
      CHARGE_FORMULAS[unit] as (typeof CHARGE_FORMULAS)['m3'],
      { T: { int: BigInt(price.int), scale: price.scale, unit: 'RUB/m3' as const }, V: scaled(volume.volume, VOLUME_SCALE, 'm3') },
      { T: priceNode('T', price, `RUB/${unit}`), V: volume.node },
    );
    const { month } = this.charges;
    const lines = linesFrom(spec, basis, Number(volume.volume), asKopecks(kopecks(charge)), NO_MONEY, month);
    const component = spec.component === 'heat' ? ', тепловая энергия' : spec.component === 'water' ? ', вода' : '';
    const title = `Плата за общие нужды: ${SERVICE_TITLE[spec.service].toLowerCase()}${component}`;
    const legal = must(choose(commonVolume, this.found.facts, firstDay(month))).legal;
    return tellVat(this.teller, lines, [{ ...charge.node, title, legal }]);
  }
}

const partNode = (node: TraceNode, volume: number): TraceNode => ({
  ...node,
  value: decimalText(volume, VOLUME_SCALE),
  notes: [...(node.notes ?? []), `часть объёма ${node.value} за дни этих условий`],
});

const whoText = ({ premises, from, to }: AccountRow, temporaryDays: number): string =>
  peopleWithin(premises, from, to, temporaryDays)
    .map(
      ({ persons, owners, from: start, to: end }) => `${Math.max(0, persons)} чел.${owners ? ' (собственники)' : ''}, ${end - start} дн.`,
    )
    .join('; ');
