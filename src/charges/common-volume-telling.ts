import { VOLUME_FORMULAS, VOLUME_SCALE } from '../consumption/formulas';
import type { InletMonth, InletPart } from '../consumption/inlet-month';
import { COMMON_FORMULAS, commonSewerage } from '../house/formulas';
import { decimalText } from '../kernel/gate';
import { quantity, scaled } from '../kernel/quantity';
import type { TraceNode } from '../kernel/trace';
import type { CommonService } from './common-month';
import { premisesNodes } from './premises-groups-told';
import type { PricedMonth } from './prices';
import { Teller, type ToldVolume } from './telling';

type Formulas = (typeof COMMON_FORMULAS)['m3'];

/** Tells the common volume of a house: the meter less the premises, the normative, the average, what was carried. */
export class CommonVolumeTeller {
  private readonly teller: Teller;
  private readonly of: Formulas;
  private readonly unit: 'm3' | 'kWh';

  constructor(
    private readonly context: PricedMonth,
    private readonly found: CommonService,
  ) {
    this.unit = found.priced.unit === 'kWh' ? 'kWh' : 'm3';
    this.teller = new Teller(context, this.unit);
    this.of = COMMON_FORMULAS[this.unit] as Formulas;
  }

  /** The volume that is shared, with where it came from. */
  billed(): ToldVolume {
    const { basis, carriedIn, waters } = this.found;
    switch (basis) {
      case 'meterCapped':
        return this.capped(this.actual());
      case 'keepMeterCapped':
        return this.capped(carriedIn === 0 ? this.actual() : this.carried());
      case 'keepMeter':
        return carriedIn === 0 ? this.actual() : this.carried();
      case 'keepAverage':
      case 'keepAverageTrueUp':
        return this.average();
      case 'fromWater':
        return this.teller.step(commonSewerage, {
          Vхв: scaled(waters?.cold ?? 0, VOLUME_SCALE, 'm3'),
          Vгв: scaled(waters?.hot ?? 0, VOLUME_SCALE, 'm3'),
        });
      case 'meter':
      case 'none':
        return this.actual();
      default:
        return this.normative();
    }
  }

  private capped(actual: ToldVolume): ToldVolume {
    const normative = this.normative();
    return this.teller.step(
      this.of.capped,
      { Vф: scaled(actual.volume, VOLUME_SCALE, 'm3'), Vн: scaled(normative.volume, VOLUME_SCALE, 'm3') },
      { Vф: actual.node, Vн: normative.node },
    );
  }

  private carried(): ToldVolume {
    const actual = this.actual();
    return this.teller.step(
      this.of.carried,
      { Vф: scaled(actual.volume, VOLUME_SCALE, 'm3'), Vм: scaled(this.found.carriedIn, VOLUME_SCALE, 'm3') },
      { Vф: actual.node },
    );
  }

  actual(): ToldVolume {
    const { supplied, premises, ownUse, posted } = this.found;
    const V = (volume: number) => scaled(volume, VOLUME_SCALE, 'm3');
    const under = premisesNodes(premises, this.unit);
    return this.teller.step(
      this.of.actual,
      { Vд: V(supplied.volume ?? 0), Vп: V(premises.volume), Vс: V(ownUse), Vк: V(posted) },
      {
        Vд: {
          symbol: 'Vд',
          title: 'Объём дома',
          value: decimalText(supplied.volume ?? 0, VOLUME_SCALE),
          unit: this.unit,
          under: supplied.inlets.map((one) => this.inlet(one)),
        },
        Vп: { symbol: 'Vп', title: 'Объёмы помещений', value: decimalText(premises.volume, VOLUME_SCALE), unit: this.unit, under },
      },
    );
  }

  private inlet({ inlet, within, basis, volume, parts }: InletMonth): TraceNode {
    return {
      symbol: 'V',
      title: `Ввод ${inlet}${within === null ? '' : `, внутри ввода ${within}`}`,
      value: decimalText(volume ?? 0, VOLUME_SCALE),
      unit: this.unit,
      source: INLET_TEXT[basis],
      under: parts.map((part) => this.inletPart(part)),
    };
  }

  private inletPart({ volume, told }: InletPart): TraceNode {
    if (told.kind === 'stated')
      return { symbol: 'V', title: 'Объём по акту', value: decimalText(volume, VOLUME_SCALE), unit: this.unit, source: told.record.source };
    if (told.kind === 'average') return this.teller.told(told).node;
    const gap = this.teller.told({ kind: 'readings', gap: told.gap });
    if (told.kind === 'readings') return gap.node;
    return {
      symbol: 'V',
      title: 'Объём после месяцев без показаний',
      value: decimalText(volume, VOLUME_SCALE),
      unit: this.unit,
      under: [gap.node],
      notes: [
        `месяцы по среднему (${told.months}) уже взяли ${decimalText(told.averages, VOLUME_SCALE)}`,
        ...(told.lost === 0 ? [] : [`месяцы по нормативу не пересчитываются: ${decimalText(told.lost, VOLUME_SCALE)}`]),
      ],
    };
  }

  private normative(): ToldVolume {
    const { context } = this;
    const pieces = (this.found.normative ?? []).map((piece) =>
      this.teller.step(
        this.of.byNormative,
        {
          N: quantity(piece.value, 'm3/m2-month'),
          Sои: quantity(piece.area, 'm2'),
          d: scaled(piece.to - piece.from, 0, 'day'),
          D: scaled(context.days, 0, 'day/month'),
        },
        { N: { symbol: 'N', title: 'Норматив на общие нужды', value: piece.value, unit: `${this.unit}/m2-month`, source: piece.source } },
        context.volumeDigits,
      ),
    );
    const [only] = pieces;
    if (only !== undefined && pieces.length === 1) return only;
    const volume = pieces.reduce((sum, one) => sum + one.volume, 0n);
    return {
      volume,
      node: {
        symbol: 'Vн',
        title: 'Объём общих нужд по нормативу, по дням',
        value: decimalText(volume, VOLUME_SCALE),
        unit: this.unit,
        expression: 'ΣVн',
        under: pieces.map(({ node }) => node),
      },
    };
  }

  private average(): ToldVolume {
    const average = this.found.average as NonNullable<CommonService['average']>;
    const stated: TraceNode = {
      symbol: 'Vср',
      title: 'Среднемесячный объём общих нужд',
      value: decimalText(average.volume, VOLUME_SCALE),
      unit: this.unit,
      source: average.source,
    };
    if (average.months === 0) return { volume: BigInt(average.volume), node: stated };
    const formulas = VOLUME_FORMULAS[this.unit] as (typeof VOLUME_FORMULAS)['m3'];
    const mean = this.teller.step(formulas.average, { ΔR: scaled(average.sum, VOLUME_SCALE, 'm3'), m: scaled(average.months, 0, 'month') });
    return this.teller.step(
      formulas.byAverage,
      { Vср: scaled(mean.volume, VOLUME_SCALE, 'm3/month'), d: scaled(1, 0, 'day'), D: scaled(1, 0, 'day/month') },
      { Vср: { ...mean.node, source: average.source } },
      this.context.volumeDigits,
    );
  }
}

const INLET_TEXT: Readonly<Record<InletMonth['basis'], string>> = {
  meter: 'по прибору дома',
  average: 'по среднему прибора дома',
  stated: 'по акту',
  unknown: 'неизвестен',
};
