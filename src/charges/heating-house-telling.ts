import { VOLUME_SCALE } from '../consumption/formulas';
import type { HeatMonth } from '../house/heat-meter';
import type { HEATING_NORMATIVE } from '../house/heating-by-normative';
import { daysAverage, HEATING_SCALE, heatForHotWater, houseLessHotWater, monthlyAverage, weatherAverage } from '../house/heating-formulas';
import { dayFromSerial, daysWords } from '../kernel/calendar';
import { decimalText, scaledSafe, withCommas } from '../kernel/gate';
import { scaled } from '../kernel/quantity';
import { invariant } from '../kernel/result';
import type { TraceNode } from '../kernel/trace';
import type { HouseFacts } from '../model/facts';
import type { YearAverage } from './heating-average';
import type { HotWaterHeat } from './heating-hot-water';
import type { HouseHeatTold } from './heating-house';
import { type AreaOn, areaOfHouse, pieceInts } from './heating-normative';
import type { HeatingMonth, HeatingNormativePiece } from './heating-types';
import type { PricedMonth } from './prices';
import type { Teller, ToldVolume } from './telling';
import { standNode } from './telling-reading';

const gcal = (volume: number) => scaled(volume, VOLUME_SCALE, 'Gcal');

/** A volume inside a sentence, as people write it. */
export const shown = (volume: number): string => withCommas(decimalText(volume, VOLUME_SCALE));

/** Tells the heat of a house: by its meter, by what stands in for it, by the normative. */
export class HouseHeatTeller {
  private readonly digits: number;

  constructor(
    private readonly facts: HouseFacts,
    private readonly context: PricedMonth,
    private readonly found: HeatingMonth,
    private readonly teller: Teller,
  ) {
    this.digits = context.volumeDigits;
  }

  /** What a meter counted in a month, or its average. */
  meterNode(month: HeatMonth, head: TraceNode): TraceNode {
    const { gap, average, averaged, lost, parts } = month;
    if (parts !== undefined)
      return {
        ...head,
        value: decimalText(month.volume, VOLUME_SCALE),
        under: parts.map((one, index) => this.meterNode(one, { ...head, symbol: `${head.symbol}${index + 1}` })),
        notes: ['по нескольким приборам: заменённый и новый'],
      };
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
    if (lost > 0) notes.push(`без дней и месяцев, начисленных без прибора: ${shown(lost)}`);
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

  /** A monthly average of earlier years. */
  average({ sum, months, from, to }: YearAverage): ToldVolume {
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
            Vгвс: this.hotWaterNode(hotWater),
          },
        ).node;
      }
    }
  }

  /** Heat of hot water: of the month, or of the months that the readings lie apart. */
  private hotWaterNode({ volume, months }: HotWaterHeat): TraceNode {
    const under = months.map(({ month, ...one }): TraceNode => {
      const node =
        one.stated === null
          ? this.teller.step(heatForHotWater, {
              q: scaled(scaledSafe(one.normative ?? '0', HEATING_SCALE), HEATING_SCALE, 'Gcal/m3'),
              V: scaled(one.water, VOLUME_SCALE, 'm3'),
            }).node
          : {
              symbol: 'Vгвс',
              title: 'Тепло на горячую воду',
              value: decimalText(one.volume, VOLUME_SCALE),
              unit: 'Gcal',
              source: one.stated.source,
            };
      return months.length === 1 ? { ...node, symbol: 'Vгвс' } : { ...node, symbol: `Vгвс ${month}` };
    });
    const [only] = under;
    return only !== undefined && under.length === 1
      ? only
      : {
          symbol: 'Vгвс',
          title: 'Тепло на горячую воду с прошлых показаний прибора',
          value: decimalText(volume, VOLUME_SCALE),
          unit: 'Gcal',
          under,
        };
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
          `${month}: ${shown(volume)} Гкал, ${own} дн.${degrees === null ? '' : `, ${withCommas(decimalText(degrees, 2))} градусо-суток`}`,
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
  byNormative(areaOn: AreaOn): ToldVolume {
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
    invariant(normative !== null, 'a piece is one of a normative');
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
