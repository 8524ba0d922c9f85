import { AREA_SCALE } from '../consumption/area';
import { VOLUME_SCALE } from '../consumption/formulas';
import type { HeatMonth } from '../house/heat-meter';
import {
  daysAverage,
  type HEATING_NORMATIVE,
  HEATING_SCALE,
  HEATING_SHARES,
  heatForHotWater,
  houseLessHotWater,
  monthlyAverage,
  weatherAverage,
} from '../house/heating-formulas';
import { BY_NORMATIVE } from '../house/heating-rules';
import { dayFromSerial, daysWords } from '../kernel/calendar';
import { decimalText } from '../kernel/gate';
import { scaled } from '../kernel/quantity';
import type { TraceNode } from '../kernel/trace';
import type { HouseFacts } from '../model/facts';
import type { HouseHeatTold, YearAverage } from './heating-house';
import {
  type AreaOn,
  areaOfHouse,
  areaOfItem,
  type HeatingItem,
  type HeatingMonth,
  type HeatingNormativePiece,
  pieceInts,
} from './heating-month';
import type { PricedMonth } from './prices';
import type { Teller, ToldVolume } from './telling';
import { standNode } from './telling-reading';

type Shares = (typeof HEATING_SHARES)['m2'];

const gcal = (volume: number) => scaled(volume, VOLUME_SCALE, 'Gcal');

/** A volume inside a sentence, as people write it. */
const shown = (volume: number): string => decimalText(volume, VOLUME_SCALE).replace('.', ',');

/** Tells the heat of a house and of its premises. */
export class HeatVolumeTeller {
  private readonly of: Shares;
  private readonly digits: number;

  constructor(
    private readonly facts: HouseFacts,
    private readonly context: PricedMonth,
    private readonly found: HeatingMonth,
    private readonly teller: Teller,
  ) {
    this.of = HEATING_SHARES[found.unit] as Shares;
    this.digits = context.volumeDigits;
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
      return item.metered === null ? this.byNormative(areaOfItem(item)) : this.individual(item);
    if (BY_NORMATIVE.has(basis)) {
      const alone = this.context.policies.heatingMetersWithoutHouse === 'yes' && item.metered !== null;
      if (alone && (basis === 'normative' || basis === 'normativeUniform')) return this.individual(item);
      const parts = (basis === 'normative' || basis === 'normativeUniform') && sums.unheated > 0;
      return parts ? this.byArea(item) : this.byNormative(areaOfItem(item));
    }
    if (basis === 'house') return this.byArea(item);
    if (basis === 'houseOld' || basis === 'houseOldUniform')
      return this.teller.step(
        this.of.byHouseArea,
        { Vд: gcal(house?.volume ?? 0), S: this.area(item.area), Sоб: this.area(sums.whole) },
        { Vд: this.houseNode(), S: this.areaNode(item), Sоб: this.wholeNode() },
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
      { Vд: this.houseNode(), S: this.areaNode(item), Sоб: this.wholeNode() },
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
        under: [this.houseNode()],
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
    const nodes = { Vд: this.houseNode(), S: this.areaNode(item), Sоб: this.wholeNode() };
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
    const nodes = { Vд: this.houseNode(), S: this.areaNode(item), Sоб: this.wholeNode() };
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
      return { ...this.average(metered.average).node, symbol: 'Vi', title: 'Тепло в помещении, среднее за прошлые годы' };
    const months = metered.months ?? [];
    const [only] = months;
    if (only !== undefined && months.length === 1) return this.meterNode(only, head);
    return { ...head, under: months.map((one, index) => this.meterNode(one, { ...head, symbol: `Vi${index + 1}` })) };
  }

  private meterNode(month: HeatMonth, head: TraceNode): TraceNode {
    const { gap, average, averaged, lost } = month;
    const value = decimalText(month.volume, VOLUME_SCALE);
    if (gap === null)
      return {
        ...head,
        value,
        title: 'Тепло в помещении, среднее по прибору',
        ...(average === null ? {} : { notes: [averageText(average.volume, average.months)] }),
      };
    const notes: string[] = [];
    if (averaged > 0) notes.push(`без среднего за месяцы без показаний: ${shown(averaged)}`);
    if (lost > 0) notes.push(`без долей месяцев, начисленных без прибора: ${shown(lost)}`);
    return {
      ...head,
      value,
      expression: notes.length === 0 ? 'R − R₀' : 'R − R₀ − …',
      arithmetic: `${gap.to.stand} − ${gap.from.stand}`,
      under: [standNode('R', gap.register, gap.to, 'Gcal'), standNode('R₀', gap.register, gap.from, 'Gcal')],
      ...(notes.length === 0 ? {} : { notes }),
    };
  }

  /** How the volume of the house was found. */
  houseNode(): TraceNode {
    const { house } = this.found;
    if (house === null) return { symbol: 'Vд', title: 'Объём дома', value: '0', unit: 'Gcal' };
    const title = house.byNormative ? 'Объём дома по нормативу' : 'Объём дома';
    if (house.byNormative) return { ...this.byNormative(areaOfHouse(this.facts)).node, symbol: 'Vд', title };
    if (house.average !== null) return { ...this.average(house.average).node, symbol: 'Vд', title: 'Объём дома, среднемесячный' };
    const heat = house.heat;
    return heat?.state === 'known' ? this.heatNode(heat.volume, heat.told) : { symbol: 'Vд', title, value: '0', unit: 'Gcal' };
  }

  private average({ sum, months, from, to }: YearAverage): ToldVolume {
    return this.teller.step(
      monthlyAverage,
      { Vг: gcal(sum), m: scaled(months, 0, 'month') },
      {
        Vг: {
          symbol: 'Vг',
          title: 'Объём за прошлые месяцы',
          value: decimalText(sum, VOLUME_SCALE),
          unit: 'Gcal',
          source: `${from} — ${to}`,
        },
      },
    );
  }

  private heatNode(volume: number, told: HouseHeatTold): TraceNode {
    const head = { symbol: 'Vд', title: 'Объём дома', value: decimalText(volume, VOLUME_SCALE), unit: 'Gcal' };
    switch (told.kind) {
      case 'off':
        return { ...head, notes: ['отопления нет'] };
      case 'failed':
        return this.failedNode(told);
      case 'measured': {
        const parts = told.parts.map(
          ({ inlet, stated, meter, volume: own }): TraceNode =>
            meter === null
              ? {
                  symbol: 'Vв',
                  title: `Ввод «${inlet}»`,
                  value: decimalText(own, VOLUME_SCALE),
                  unit: 'Gcal',
                  source: stated?.source ?? '',
                }
              : this.meterNode(meter, { symbol: 'Vв', title: `Ввод «${inlet}»`, value: '', unit: 'Gcal' }),
        );
        const { hotWater } = told;
        if (hotWater === null) return { ...head, under: parts };
        const water =
          hotWater.stated === null
            ? this.teller.step(heatForHotWater, {
                q: scaled(BigInt(Math.round(Number(hotWater.normative) * 10 ** HEATING_SCALE)), HEATING_SCALE, 'Gcal/m3'),
                V: scaled(hotWater.water, VOLUME_SCALE, 'm3'),
              }).node
            : {
                symbol: 'Vгвс',
                title: 'Тепло на горячую воду',
                value: decimalText(hotWater.volume, VOLUME_SCALE),
                unit: 'Gcal',
                source: hotWater.stated.source,
              };
        return this.teller.step(
          houseLessHotWater,
          { Vобщ: gcal(told.whole), Vгвс: gcal(hotWater.volume) },
          {
            Vобщ: {
              symbol: 'Vобщ',
              title: 'Тепло по общему прибору',
              value: decimalText(told.whole, VOLUME_SCALE),
              unit: 'Gcal',
              under: parts,
            },
            Vгвс: { ...water, symbol: 'Vгвс' },
          },
        ).node;
      }
    }
  }

  private failedNode(told: Extract<HouseHeatTold, { kind: 'failed' }>): TraceNode {
    const { known, days, degreeDays, period, of } = told;
    const sum = known.reduce((all, one) => all + one.volume, 0);
    const base: TraceNode = {
      symbol: 'Vб',
      title: 'Объём известных месяцев',
      value: decimalText(sum, VOLUME_SCALE),
      unit: 'Gcal',
      notes: known.map(
        ({ month, volume, days: own, degreeDays: degrees }) =>
          `${month}: ${shown(volume)} Гкал, ${own} дн.${degrees === null ? '' : `, ${decimalText(degrees, 2).replace('.', ',')} градусо-суток`}`,
      ),
    };
    const note = `прибор дома не работает: ${period}-й месяц подряд из ${of}`;
    const step =
      told.by === 'months'
        ? this.teller.step(monthlyAverage, { Vг: gcal(sum), m: scaled(known.length, 0, 'month') }, { Vг: { ...base, symbol: 'Vг' } })
        : told.by === 'days'
          ? this.teller.step(
              daysAverage,
              {
                Vб: gcal(sum),
                d: scaled(days, 0, 'day'),
                dб: scaled(
                  known.reduce((all, one) => all + one.days, 0),
                  0,
                  'day',
                ),
              },
              { Vб: base },
            )
          : this.teller.step(
              weatherAverage,
              {
                Vб: gcal(sum),
                G: scaled(degreeDays ?? 0, 2, 'degree-day'),
                Gб: scaled(
                  known.reduce((all, one) => all + (one.degreeDays ?? 0), 0),
                  2,
                  'degree-day',
                ),
              },
              { Vб: base },
            );
    return { ...step.node, symbol: 'Vд', title: `Объём дома: ${step.node.title.toLowerCase()}`, notes: [...(step.node.notes ?? []), note] };
  }

  /** Volume of an area by the normative; several normatives of a month add up. */
  private byNormative(areaOn: AreaOn): ToldVolume {
    const { normative } = this.found;
    const pieces = (normative?.pieces ?? []).map((piece) => ({ piece, told: this.pieceOf(piece, areaOn) }));
    const [only] = pieces;
    if (only !== undefined && pieces.length === 1) return only.told;
    const volume = pieces.reduce((sum, { told }) => sum + told.volume, 0n);
    return {
      volume,
      node: {
        symbol: 'V',
        title: 'Объём по нормативу',
        value: decimalText(volume, VOLUME_SCALE),
        unit: 'Gcal',
        under: pieces.map(({ piece, told }) => ({
          ...told.node,
          notes: [daysWords({ from: dayFromSerial(piece.from), to: dayFromSerial(piece.to) })],
        })),
      },
    };
  }

  private pieceOf(piece: HeatingNormativePiece, areaOn: AreaOn): ToldVolume {
    const { normative, book, unit } = this.found;
    if (normative === null) return this.nothing();
    const { formula, ints } = pieceInts(this.context, { book, normative, unit }, piece, areaOn);
    const inputs = formula.inputs as Readonly<Record<string, { readonly unit: string; readonly scale: number }>>;
    const values = Object.fromEntries(
      Object.entries(ints).map(([letter, int]) => [letter, scaled(int, inputs[letter]?.scale ?? 0, inputs[letter]?.unit ?? '1')]),
    );
    const N: TraceNode = { symbol: 'N', title: 'Норматив отопления', value: piece.value, unit: 'Gcal/m2-month', source: piece.source };
    const K: TraceNode | null =
      normative.factor === null
        ? null
        : { symbol: 'K', title: 'Коэффициент периодичности', value: normative.factor.value, unit: '1', source: normative.factor.act };
    return this.teller.step(
      formula as typeof HEATING_NORMATIVE.season,
      values as never,
      { N, ...(K === null ? {} : { K }) } as never,
      this.digits,
    );
  }
}

const averageText = (volume: number, months: number): string => `${shown(volume)} Гкал за ${months} мес. отопления`;
