import { AREA_SCALE } from '../consumption/area';
import { VOLUME_SCALE } from '../consumption/formulas';
import { HEATING_SHARES, heatPart } from '../house/heating-formulas';
import { HEATING_MADE } from '../house/heating-made';
import { heatingVolume } from '../house/heating-rules';
import { dayFromSerial } from '../kernel/calendar';
import { decimalText } from '../kernel/gate';
import { scaled } from '../kernel/quantity';
import { must } from '../kernel/result';
import type { TraceNode } from '../kernel/trace';
import type { Line } from '../model/bill';
import type { ExplainedLine, ExplainedService } from '../model/explanation';
import type { HouseFacts } from '../model/facts';
import { flatsOf } from '../model/flats';
import type { HeatingResource } from '../model/record-parts';
import { citation, inForce } from '../norms/act';
import { HEATING } from '../norms/acts-heating';
import type { Choice } from '../norms/rules';
import { choose } from '../norms/rules';
import { type CHARGE_FORMULAS, chargeFormulaOf } from './formulas';
import { type HeatPiece, heatPieces, pieceOf, spansOf } from './heating-pieces';
import type { HeatingSlots } from './heating-slots';
import type { HeatingItem, HeatingMonth } from './heating-types';
import { HeatVolumeTeller } from './heating-volume-telling';
import type { AccountRow } from './holders';
import type { HouseCharges } from './house-month';
import { type Slot, type SlotSpec, stretchOf } from './slot';
import { Teller, type ToldVolume } from './telling';
import { priceNode, tellFactor } from './told-parts';
import { tellVat } from './vat-told';

/** Tell how the heating of an account came to be, by the formulas of the silent run evaluated with decimal.js. */
export const explainHeating = (
  facts: HouseFacts,
  charges: HouseCharges,
  found: HeatingMonth,
  made: HeatingSlots,
  row: AccountRow,
): readonly ExplainedService[] => new HeatingTeller(facts, charges, found, made, row).told();

class HeatingTeller {
  private readonly teller: Teller;
  private readonly house: HeatVolumeTeller;
  private readonly choice: Choice<string>;

  constructor(
    private readonly facts: HouseFacts,
    private readonly charges: HouseCharges,
    private readonly found: HeatingMonth,
    private readonly made: HeatingSlots,
    private readonly row: AccountRow,
  ) {
    this.teller = new Teller(charges.context, 'm3');
    this.house = new HeatVolumeTeller(facts, charges.context, found, this.teller);
    this.choice = must(choose(heatingVolume, found.facts, charges.context.first));
  }

  told(): readonly ExplainedService[] {
    const lines = this.made.slots.flatMap((slot) => this.lines(slot));
    if (lines.length === 0) return [];
    const { basis, legal, rejected } = this.choice;
    const item = this.item();
    const because = item?.unheated === null || item === undefined ? {} : { because: `отопления в помещении нет: ${item.unheated.act}` };
    return [
      {
        service: 'heating',
        lines,
        choices: [
          {
            point: '',
            zone: 'T0',
            basis: `heating.${basis}`,
            legal,
            ...because,
            periods: this.house.periods,
            rejected: rejected.filter(this.stands).map((one) => ({ ...one, basis: `heating.${one.basis}` })),
          },
        ],
        remarks: [],
      },
    ];
  }

  /** Rows of the sets of other years are no answer to «why not otherwise». */
  private readonly stands = ({ basis }: { readonly basis: string }): boolean => {
    const row = heatingVolume.rows.find((one) => one.basis === basis);
    return row !== undefined && inForce(row.clause, this.charges.context.first);
  };

  /** The premises of the row, of a room its flat. */
  private item(): HeatingItem | undefined {
    const flat = flatsOf(this.facts)?.of.get(this.row.premisesIndex);
    const index = flat === undefined ? this.row.premisesIndex : flat.index;
    return this.found.items.find((one) => one.index === index);
  }

  private lines(slot: Slot): readonly ExplainedLine[] {
    const place = slot.placeOf(this.row.row);
    const item = this.item();
    if (place < 0 || item === undefined) return [];
    const lines = this.charges.linesOf(this.row.row).filter((line) => isOf(line, slot));
    const told = this.traces(slot, place, item);
    return tellVat(this.teller, lines, told);
  }

  private traces(slot: Slot, place: number, item: HeatingItem): readonly TraceNode[] {
    const { spec } = slot;
    const volume = this.volume(spec, slot, place, item);
    const charge = this.charge(spec, volume);
    const title = `Плата: отопление${spec.common === true ? ', общие нужды' : ''}${spec.component === null ? '' : RESOURCE_TITLE[spec.component as HeatingResource]}`;
    const head = { ...charge.node, title, legal: this.choice.legal };
    const { factor } = spec;
    const beside = factor === null ? [] : [tellFactor(this.teller, this.charges.context, { ...spec, factor }, charge, volume).node];
    if (spec.room !== true) return [head, ...beside];
    return [
      this.room(slot.amount[place] as number, ROOM.charge, head),
      ...beside.map((node) => this.room(slot.excess[place] as number, ROOM.excess, node)),
    ];
  }

  private charge(spec: SlotSpec, volume: ToldVolume): ToldVolume {
    const { price, unit } = spec;
    return this.teller.step(
      chargeFormulaOf(spec) as (typeof CHARGE_FORMULAS)['m3'],
      { T: { int: BigInt(price.int), scale: price.scale, unit: 'RUB/m3' as const }, V: scaled(volume.volume, VOLUME_SCALE, 'm3') },
      { T: priceNode('T', price, `RUB/${unit}`), V: volume.node },
    );
  }

  /** A room's part of a rounded sum of its flat. */
  private room(amount: number, { symbol, room, flat: title }: (typeof ROOM)[keyof typeof ROOM], flat: TraceNode): TraceNode {
    const legal = citation(HEATING.room, this.charges.context.first);
    return {
      symbol,
      title: room,
      value: decimalText(amount, 2),
      unit: 'RUB',
      expression: HEATING_SHARES['m2-day'].room.printed,
      ...(legal === null ? {} : { legal }),
      under: [{ ...flat, symbol: `${symbol}кв`, title }],
      notes: ['доля по жилой площади комнат и дням; лишние копейки — наибольшим остаткам'],
    };
  }

  /** The volume of a line: of the premises, or the part of it that the row has on the days of the price. */
  private volume(spec: SlotSpec, slot: Slot, place: number, item: HeatingItem): ToldVolume {
    const whole = this.whole(spec, item);
    if (spec.room === true) return this.flatPart(spec, whole, item);
    const pieces = heatPieces(item, [this.row], spec.terms, spansOf(this.found, this.charges)).filter(
      ({ stretch }) => stretch === spec.stretch,
    );
    const [only] = pieces;
    const own = slot.volume[place] as number;
    if (only !== undefined && pieces.length === 1) return this.part(whole, only, own);
    const node = { ...whole.node, value: decimalText(own, VOLUME_SCALE), notes: ['часть объёма без дней прямого договора'] };
    return { volume: BigInt(own), node };
  }

  private whole(spec: SlotSpec, item: HeatingItem): ToldVolume {
    if (spec.resource !== undefined) return this.resource(spec.resource.resource, item);
    if (this.found.basis === 'allOldCommon') return spec.common === true ? this.house.commonOf(item) : this.house.individual(item);
    return this.house.volumeOf(item);
  }

  /** The part of the flat's volume under a stretch of prices: its charge is divided among the rooms. */
  private flatPart(spec: SlotSpec, whole: ToldVolume, item: HeatingItem): ToldVolume {
    const spans = spansOf(this.found, this.charges);
    const { from, to } = stretchOf(spec);
    const piece = heatPieces(item, [{ ...this.row, from, to }], spec.terms, spans).find(({ stretch }) => stretch === spec.stretch);
    return piece === undefined ? whole : this.part(whole, piece, pieceOf(Number(whole.volume), piece, this.charges.context.volumeDigits));
  }

  /** A part by area and days: the difference of two growing shares. */
  private part(whole: ToldVolume, piece: HeatPiece, volume: number): ToldVolume {
    if (BigInt(volume) === whole.volume && piece.from === 0 && piece.to === piece.whole) return whole;
    const through = this.teller.step(
      heatPart,
      {
        V: scaled(whole.volume, VOLUME_SCALE, 'Gcal'),
        a: scaled(piece.to, AREA_SCALE, '1'),
        b: scaled(piece.whole, AREA_SCALE, '1'),
      },
      { V: whole.node },
      this.charges.context.volumeDigits,
    );
    const before = Number(through.volume) - volume;
    const note =
      before === 0 ? 'часть объёма по площади и дням' : `часть объёма по площади и дням, без первых ${decimalText(before, VOLUME_SCALE)}`;
    return { volume: BigInt(volume), node: { ...through.node, symbol: 'V', value: decimalText(volume, VOLUME_SCALE), notes: [note] } };
  }

  private resource(resource: HeatingResource, item: HeatingItem): ToldVolume {
    const { unit, sums, house, basis } = this.found;
    const spent = this.made.spent.volumes[resource];
    const of = HEATING_MADE[resource];
    const Vv = scaled(spent?.volume ?? 0, VOLUME_SCALE, 'm3');
    const node: TraceNode = {
      symbol: 'Vv',
      title: 'Израсходовано на отопление дома',
      value: decimalText(spent?.volume ?? 0, VOLUME_SCALE),
      unit: UNIT[resource],
      ...(spent === undefined ? {} : { source: spent.source }),
    };
    const digits = this.charges.context.volumeDigits;
    if (basis === 'own')
      return this.teller.step(
        of.m2 as typeof HEATING_MADE.gas.m2,
        { Vv, S: scaled(item.area, AREA_SCALE, unit as 'm2'), Sоб: scaled(sums.whole, AREA_SCALE, unit as 'm2') },
        { Vv: node },
        digits,
      );
    return this.teller.step(
      of.byHeat as typeof HEATING_MADE.gas.byHeat,
      { Vv, V: scaled(item.volume, VOLUME_SCALE, 'Gcal'), Vд: scaled(house?.volume ?? 0, VOLUME_SCALE, 'Gcal') },
      { Vv: node, V: this.house.volumeOf(item).node },
      digits,
    );
  }
}

const ROOM = {
  charge: { symbol: 'P', room: 'Плата комнаты: отопление', flat: 'Плата квартиры: отопление' },
  excess: { symbol: 'ΔP', room: 'Превышение комнаты: отопление', flat: 'Превышение квартиры: отопление' },
} as const;
const UNIT = { heat: 'Gcal', gas: 'm3', electricity: 'kWh' } as const;
const RESOURCE_TITLE = { heat: ', тепло котельной', gas: ', газ котельной', electricity: ', электроэнергия котельной' } as const;

/** Is the line one of the slot's: of its price on its days? */
const isOf = (line: Line, { spec }: Slot): boolean =>
  line.service === 'heating' &&
  (line.part === 'common') === (spec.common === true) &&
  (line.component ?? null) === spec.component &&
  line.tariffCode === spec.price.code &&
  line.tariff === spec.price.text &&
  (line.days === undefined || line.days.from === dayOf(spec));

const dayOf = (spec: SlotSpec): string => dayFromSerial(stretchOf(spec).from);
