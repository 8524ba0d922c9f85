import { AREA_SCALE } from '../consumption/area';
import { VOLUME_SCALE } from '../consumption/formulas';
import { HEATING_SHARES } from '../house/heating-formulas';
import { BY_NORMATIVE } from '../house/heating-rules';
import { decimalText } from '../kernel/gate';
import { scaled } from '../kernel/quantity';
import type { TraceNode } from '../kernel/trace';
import type { HouseFacts } from '../model/facts';
import { HouseHeatTeller, shown } from './heating-house-telling';
import { areaOfItem } from './heating-normative';
import type { HeatingItem, HeatingMonth } from './heating-types';
import type { PricedMonth } from './prices';
import type { Teller, ToldVolume } from './telling';

type Shares = (typeof HEATING_SHARES)['m2'];

const gcal = (volume: number) => scaled(volume, VOLUME_SCALE, 'Gcal');

/** Tells the heat of premises: in the rooms, and its part of the common heat. */
export class HeatVolumeTeller {
  private readonly of: Shares;
  private readonly digits: number;
  private readonly house: HouseHeatTeller;

  constructor(
    private readonly facts: HouseFacts,
    private readonly context: PricedMonth,
    private readonly found: HeatingMonth,
    private readonly teller: Teller,
  ) {
    this.of = HEATING_SHARES[found.unit] as Shares;
    this.digits = context.volumeDigits;
    this.house = new HouseHeatTeller(facts, context, found, teller);
  }

  /** Which month in a row the house meter is substituted; 0 when it is not. */
  get periods(): number {
    const heat = this.found.house?.heat;
    return heat?.state === 'known' && heat.told.kind === 'failed' ? heat.told.period : heat?.state === 'ended' ? heat.period : 0;
  }

  /** Heat of a premises with its part of the common heat. */
  volumeOf(item: HeatingItem): ToldVolume {
    const { basis, house, sums } = this.found;
    if (item.floored) return this.nothing();
    if (basis === 'detachedMeter' || basis === 'detachedMeterUniform')
      return item.metered === null ? this.house.byNormative(areaOfItem(item)) : this.individual(item);
    if (BY_NORMATIVE.has(basis)) {
      const alone = this.context.policies.heatingMetersWithoutHouse === 'yes' && item.metered !== null;
      if (alone && (basis === 'normative' || basis === 'normativeUniform')) return this.individual(item);
      const parts = (basis === 'normative' || basis === 'normativeUniform') && sums.unheated > 0;
      return parts ? this.byArea(item) : this.house.byNormative(areaOfItem(item));
    }
    if (basis === 'house') return this.byArea(item);
    if (basis === 'houseOld' || basis === 'houseOldUniform')
      return this.teller.step(
        this.of.byHouseArea,
        { Vд: gcal(house?.volume ?? 0), S: this.area(item.area), Sоб: this.area(sums.whole) },
        { Vд: this.house.houseNode(), S: this.areaNode(item), Sоб: this.wholeNode() },
        this.digits,
      );
    return this.byMeters(item);
  }

  /** Heat in the premises. */
  individual(item: HeatingItem): ToldVolume {
    const { metered } = item;
    if (metered !== null) return { volume: BigInt(metered.volume), node: this.meteredNode(item) };
    const { sums } = this.found;
    return this.teller.step(
      this.of.individualByMeters,
      { Vм: gcal(sums.metered), S: this.area(item.area), Sм: this.area(sums.meteredArea) },
      {},
      this.digits,
    );
  }

  /** The common needs of heating before 01.06.2013 (формула 13). */
  commonOf(item: HeatingItem): ToldVolume {
    const { left, house } = this.found;
    const told = this.teller.step(
      this.of.allUnheated,
      { Vд: gcal(house?.volume ?? 0), Vп: gcal(left.metered), S: this.area(item.area), Sоб: this.area(left.whole) },
      { Vд: this.house.houseNode(), S: this.areaNode(item), Sоб: this.wholeNode() },
      this.digits,
    );
    return told;
  }

  private nothing(): ToldVolume {
    return {
      volume: 0n,
      node: {
        symbol: 'V',
        title: 'Тепло помещения',
        value: '0',
        unit: 'Gcal',
        under: [this.house.houseNode()],
        notes: ['доля вышла бы ниже нуля или политика её не даёт: помещение не платит, остаток делят остальные по площади'],
      },
    };
  }

  private area(value: number) {
    return scaled(value, AREA_SCALE, 'm2');
  }

  private areaNode(item: HeatingItem): TraceNode {
    const { unit } = this.found;
    const title = unit === 'm2' ? 'Площадь помещения' : 'Площадь помещения × дни';
    return { symbol: 'S', title, value: decimalText(item.area, AREA_SCALE), unit };
  }

  private wholeNode(): TraceNode {
    const { unit, sums, left } = this.found;
    const stated = (this.facts.house.premisesArea ?? []).length > 0;
    return {
      symbol: 'Sоб',
      title: unit === 'm2' ? 'Площадь всех помещений' : 'Площадь всех помещений × дни',
      value: decimalText(left.whole, AREA_SCALE),
      unit,
      source: stated ? 'площадь дома по документам' : 'сумма площадей помещений',
      ...(left.whole === sums.whole ? {} : { notes: ['без помещений, которые не делят остаток'] }),
    };
  }

  /** Формула 3 with 3(6): heat in the rooms by area, and the common heat. */
  private byArea(item: HeatingItem): ToldVolume {
    const { sums, house } = this.found;
    const values = {
      Vд: gcal(house?.volume ?? 0),
      S: this.area(item.area),
      Sоб: this.area(sums.whole),
      Sинд: this.area(sums.unheated),
      Sои: this.area(sums.common),
    };
    const nodes = { Vд: this.house.houseNode(), S: this.areaNode(item), Sоб: this.wholeNode() };
    if (item.unheated !== null) return this.noted(this.teller.step(this.of.byHouseUnheated, values, nodes, this.digits), item);
    return this.noted(this.teller.step(this.of.byHouse, values, nodes, this.digits), item);
  }

  /** Формулы 3(1), 3(3). */
  private byMeters(item: HeatingItem): ToldVolume {
    const { sums, left, house } = this.found;
    if (left.clamped) {
      const own = item.unheated === null ? this.individual(item) : { volume: 0n, node: this.meteredNode(item) };
      return {
        ...own,
        node: { ...own.node, notes: [...(own.node.notes ?? []), 'остаток дома ниже нуля считается нулём (политика heatingNegative)'] },
      };
    }
    const all = {
      Vд: gcal(house?.volume ?? 0),
      Vп: gcal(left.metered),
      S: this.area(item.area),
      Sоб: this.area(left.whole),
    };
    const some = { ...all, Vм: gcal(sums.metered), Sм: this.area(sums.meteredArea), Sн: this.area(left.unmetered) };
    const nodes = { Vд: this.house.houseNode(), S: this.areaNode(item), Sоб: this.wholeNode() };
    const everywhere = left.unmetered === 0;
    if (item.metered !== null) {
      const own = { Vi: gcal(item.metered.volume) };
      const withMeter = { ...nodes, Vi: this.meteredNode(item) };
      return this.noted(
        everywhere
          ? this.teller.step(this.of.allMetered, { ...own, ...all }, withMeter, this.digits)
          : this.teller.step(this.of.someMetered, { ...own, ...some }, withMeter, this.digits),
        item,
      );
    }
    if (item.unheated !== null)
      return this.noted(
        everywhere
          ? this.teller.step(this.of.allUnheated, all, nodes, this.digits)
          : this.teller.step(this.of.someUnheated, some, nodes, this.digits),
        item,
      );
    return this.noted(this.teller.step(this.of.someAverage, some, nodes, this.digits), item);
  }

  /** The two parts of the volume, and why no heat is in the premises. */
  private noted(told: ToldVolume, item: HeatingItem): ToldVolume {
    const individual = shown(item.individual);
    const common = shown(item.volume - item.individual);
    const notes = [`в помещении ${individual} Гкал, общее ${common} Гкал`];
    if (item.unheated !== null)
      notes.push(
        `${item.unheated.why === 'source' ? 'законный индивидуальный источник тепла' : 'отопительных приборов по документам нет'}: ${item.unheated.act}`,
      );
    return { ...told, node: { ...told.node, notes: [...(told.node.notes ?? []), ...notes] } };
  }

  /** What the meters of a premises counted, or their average. */
  private meteredNode({ metered }: HeatingItem): TraceNode {
    const head = { symbol: 'Vi', title: 'Тепло в помещении', value: decimalText(metered?.volume ?? 0, VOLUME_SCALE), unit: 'Gcal' };
    if (metered === null) return { ...head, notes: ['отопления в помещении нет'] };
    if (metered.average !== null)
      return { ...this.house.average(metered.average).node, symbol: 'Vi', title: 'Тепло в помещении, среднее за прошлые годы' };
    const months = metered.months ?? [];
    const [only] = months;
    if (only !== undefined && months.length === 1) return this.house.meterNode(only, head);
    return { ...head, under: months.map((one, index) => this.house.meterNode(one, { ...head, symbol: `Vi${index + 1}` })) };
  }
}
