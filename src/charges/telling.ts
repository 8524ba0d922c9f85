import { isCheck } from '../consumption/act-readings';
import type { MonthlyAverage } from '../consumption/average';
import { NORMATIVE_SCALE, type VOLUME_FORMULAS, VOLUME_SCALE } from '../consumption/formulas';
import { volumeFormulasOf } from '../consumption/gas-formulas';
import type { Boundary, Register } from '../consumption/register';
import { volumeText } from '../consumption/register';
import type { Gap } from '../consumption/register-month';
import type { NormativeShare, Told } from '../consumption/sink';
import { dayFromSerial, dayWords, firstDay, monthFromNumber } from '../kernel/calendar';
import { decimalText, parseExact } from '../kernel/gate';
import { quantity, scaled } from '../kernel/quantity';
import { invariant, must } from '../kernel/result';
import { roundedQuotient } from '../kernel/rounding';
import type { TraceNode } from '../kernel/trace';
import type { VolumeBasis } from '../model/bill';
import { citation } from '../norms/act';
import { PP354, PP549 } from '../norms/acts';
import { evaluate, type Formula, type InputSpec, type ResultUnit, type Values } from '../norms/formula';
import type { PricedMonth } from './prices';
import { sourceWords } from './source-words';
import { tellCapacity, tellCheck, tellTenfold } from './telling-acts';
import { tellGas } from './telling-gas';
import { tellLand } from './telling-land';
import { standNode, stood } from './telling-reading';
import { tellRemainder, tellRoom } from './telling-rooms';
import { SpecialTeller } from './telling-special';

/** A value on the volume scale with the step that explains it. */
export interface ToldVolume {
  readonly volume: bigint;
  readonly node: TraceNode;
}

type Specs = Readonly<Record<string, InputSpec<string>>>;

/** Tells volumes with decimal.js: the spoken reading of the same formulas that the columns compute. */
export class Teller {
  private readonly formulas: (typeof VOLUME_FORMULAS)['m3'];
  private readonly special: SpecialTeller;

  constructor(
    private readonly context: PricedMonth,
    private readonly unit: 'm3' | 'kWh',
    private readonly suppliedGas = false,
  ) {
    this.formulas = volumeFormulasOf(unit, suppliedGas);
    this.special = new SpecialTeller(this, unit);
  }

  /** A formula evaluated with its step; volumes are rounded to the digits of the policy and kept on the volume scale. */
  step<const I extends Specs, R extends ResultUnit>(
    of: Formula<I, R>,
    values: Values<I>,
    under: { readonly [K in keyof I]?: TraceNode } = {},
    digits?: number,
  ): ToldVolume {
    const evaluated = must(evaluate(of, values, firstDay(this.context.month), under, digits));
    const { int, scale } = evaluated.value;
    return { volume: int * 10n ** BigInt(VOLUME_SCALE - scale), node: evaluated.trace };
  }

  /** V = R − R₀, exact: a dial has no more decimals than a volume. */
  readings(register: Register, to: Boundary, from: Boundary): ToldVolume {
    if (register.facts.ratios !== null || register.facts.reportsVolume) return this.special.readings(register, to, from);
    const through = to.rollovers > from.rollovers;
    const values = { R: stood(to), 'R₀': stood(from) };
    const under = { R: standNode('R', register, to, this.unit), 'R₀': standNode('R₀', register, from, this.unit) };
    if (!through) return this.step(this.formulas.byMeter, values, under);
    const capacity = scaled(10n ** BigInt(register.facts.digits), 0, 'm3');
    return this.step(this.formulas.byMeterRollover, { ...values, Q: capacity }, under);
  }

  /** A volume that no column computed, told from what the rules found. */
  told(told: Told): ToldVolume {
    const digits = this.context.volumeDigits;
    switch (told.kind) {
      case 'readings':
        return this.rounded(this.gap(told.gap));
      case 'gapShare':
        return this.share(
          this.gap(told.gap),
          told.part - 1,
          told.part,
          told.of,
          `разница делится поровну на ${told.of} мес.: ${this.gapMonths(told.gap)}`,
        );
      case 'settled':
        return this.settled(told.volume, told.gap);
      case 'average':
        return this.average(told.average, told.days, digits);
      case 'contract':
        return this.step(
          this.formulas.byContract,
          { Vд: quantity(told.volume, 'm3/month'), d: scaled(told.days, 0, 'day'), D: scaled(this.context.days, 0, 'day/month') },
          {
            Vд: { symbol: 'Vд', title: 'Объём в месяц по договору', value: told.volume, unit: `${this.unit}/month`, source: told.contract },
          },
          digits,
        );
      case 'capacity':
        return tellCapacity(this, this.formulas, told, this.unit, digits);
      case 'check':
        return tellCheck(this, this.formulas, told.difference, this.unit);
      case 'part':
        return this.part(told, digits);
      case 'gas':
        return tellGas(this, this.context, told.gas);
      case 'land':
        return tellLand(this, this.context, told.land);
      case 'normative':
        return this.normativesOf(told.shares);
      case 'room':
        return tellRoom(this, this.unit, this.context, told);
      case 'remainder':
        return tellRemainder(this, this.context, told);
    }
  }

  /** Rounded to the digits of the policy, once; with all seven digits nothing is left to round. */
  rounded(told: ToldVolume): ToldVolume {
    const up = 10n ** BigInt(VOLUME_SCALE - this.context.volumeDigits);
    if (up === 1n) return told;
    const volume = roundedQuotient(told.volume, up) * up;
    return {
      volume,
      node: { ...told.node, value: decimalText(volume, VOLUME_SCALE), notes: [`округлено до ${this.context.volumeDigits} знаков`] },
    };
  }

  private gap({ register, to, from }: Gap): ToldVolume {
    return this.readings(register, to, from);
  }

  private gapMonths({ from, to }: Gap): string {
    return `${monthFromNumber(from.month + 1)} — ${monthFromNumber(to.month)}`;
  }

  private part(told: Extract<Told, { kind: 'part' }>, digits: number): ToldVolume {
    const inner = this.told(told.of);
    const normativeDays = this.suppliedGas ? PP549.normativeUnfit : PP354.averageUnfit;
    const clause = { holder: PP354.billingMonth, tariff: PP354.tariffs, normativeDays, fault: PP549.fault, act: PP354.billingMonth }[
      told.why
    ];
    const why = {
      holder: 'дни счёта',
      tariff: 'дни тарифа',
      normativeDays: 'дни, за которые другой прибор услуги не начислен по нормативу',
      act: 'дни, которых акт не касается',
      fault: 'дни, за которые прибор не начислен по нормативу из-за неисправности',
    }[told.why];
    return this.share(
      { volume: BigInt(told.whole), node: inner.node },
      told.from,
      told.to,
      told.parts,
      `${why}: с ${told.from + 1}-го по ${told.to}-й из ${told.parts}`,
      digits,
      citation(clause, firstDay(this.context.month)),
    );
  }

  /** Parts `from + 1` to `to` of a whole that is shared equally: the difference of two growing shares, so the parts sum to the whole. */
  private share(
    whole: ToldVolume,
    from: number,
    to: number,
    of: number,
    note: string,
    digits = this.context.volumeDigits,
    legal: string | null = null,
  ): ToldVolume {
    const cited = legal === null ? {} : { legal };
    const through = (part: number): ToldVolume =>
      part === of && digits === VOLUME_SCALE
        ? whole
        : this.step(
            this.formulas.through,
            { V: scaled(whole.volume, VOLUME_SCALE, 'm3'), a: scaled(part, 0, '1'), b: scaled(of, 0, '1') },
            { V: whole.node },
            digits,
          );
    const [upper, lower] = [through(to), through(from)];
    if (from === 0) return { volume: upper.volume, node: { ...upper.node, ...cited, notes: [...(upper.node.notes ?? []), note] } };
    const volume = upper.volume - lower.volume;
    return {
      volume,
      node: {
        symbol: 'V',
        title: 'Часть объёма',
        value: decimalText(volume, VOLUME_SCALE),
        unit: this.unit,
        expression: 'C₂ − C₁',
        arithmetic: `${upper.node.value} − ${lower.node.value}`,
        ...cited,
        under: [
          { ...upper.node, ...cited, symbol: 'C₂' },
          { ...lower.node, ...cited, symbol: 'C₁', under: [] },
        ],
        notes: [note],
      },
    };
  }

  private settled(volume: number, gap: Gap | null): ToldVolume {
    const under = gap === null ? [] : [this.gap(gap).node];
    return {
      volume: BigInt(volume),
      node: {
        symbol: 'V',
        title: 'Объём после исправления показаний',
        value: volumeText(volume),
        unit: this.unit,
        under,
        notes: [gap !== null && isCheck(gap.to) ? CHECKED : CORRECTED],
      },
    };
  }

  private average(average: MonthlyAverage, days: number, digits: number): ToldVolume {
    const told = average.stretches.map((stretch) => this.readings(stretch.register, stretch.to, stretch.from));
    const stretches = told.map(({ node }) => node);
    const [only] = stretches;
    const whole = told.reduce((sum, one) => sum + one.volume, 0n) === BigInt(average.volume);
    const volume: TraceNode =
      only !== undefined && stretches.length === 1 && whole
        ? { ...only, symbol: 'ΔR', title: 'Объём по прибору за окно' }
        : {
            symbol: 'ΔR',
            title: 'Объём по приборам за окно',
            value: volumeText(average.volume),
            unit: this.unit,
            ...(whole ? { expression: 'ΣV' } : {}),
            under: stretches,
            notes: whole ? [] : ['исправление вернуло и более ранние месяцы: в окне расход не меньше нуля'],
          };
    const mean = this.step(
      this.formulas.average,
      { ΔR: scaled(average.volume, VOLUME_SCALE, 'm3'), m: scaled(average.months, 0, 'month') },
      {
        ΔR: volume,
        m: { symbol: 'm', title: 'Месяцев в окне', value: String(average.months), unit: 'month', source: windowText(average) },
      },
    );
    invariant(mean.volume === BigInt(average.value), 'the told average is the computed one');
    return this.step(
      this.formulas.byAverage,
      { Vср: scaled(average.value, VOLUME_SCALE, 'm3/month'), d: scaled(days, 0, 'day'), D: scaled(this.context.days, 0, 'day/month') },
      { Vср: mean.node },
      digits,
    );
  }

  /** A normative several times over: it was rounded once before. */
  tenfold(one: ToldVolume, basis: VolumeBasis): ToldVolume {
    const legal = citation(basis === 'unauthorised' ? PP354.unauthorised : PP354.tampering, firstDay(this.context.month));
    return tellTenfold(this, this.formulas, one, this.context.acts.times, legal);
  }

  /** Формула 4 with one number of people and one normative. */
  normative(share: NormativeShare, personDays: number): ToldVolume {
    return this.step(
      this.formulas.byNormative,
      {
        N: quantity(share.normative, 'm3/person-month'),
        n: scaled(personDays, 0, 'person-day'),
        D: scaled(this.context.days, 0, 'day/month'),
      },
      { N: this.normativeNode(share), n: this.peopleNode(share) },
      this.context.volumeDigits,
    );
  }

  /** Формула 4, whichever of its forms. */
  normativesOf(shares: readonly NormativeShare[]): ToldVolume {
    const [only] = shares;
    return only !== undefined && shares.length === 1
      ? this.normative(only, only.people.persons * (only.to - only.from))
      : this.normatives(shares);
  }

  /** Формула 4 over several runs of days. */
  normatives(shares: readonly NormativeShare[]): ToldVolume {
    let sum = 0n;
    const under = shares.map((share): TraceNode => {
      const part =
        BigInt(share.people.persons * (share.to - share.from)) *
        (must(parseExact(share.normative, { integerDigits: 7, scale: NORMATIVE_SCALE })).int as bigint);
      sum += part;
      return {
        symbol: 'N × n',
        title: `с ${dayWords(dayFromSerial(share.from))} по ${dayWords(dayFromSerial(share.to - 1))}`,
        value: decimalText(part, NORMATIVE_SCALE),
        unit: `${this.unit}-day/month`,
        under: [this.normativeNode(share), this.peopleNode(share)],
      };
    });
    const W: TraceNode = {
      symbol: 'W',
      title: 'Сумма норматив × человеко-дней',
      value: decimalText(sum, NORMATIVE_SCALE),
      unit: `${this.unit}-day/month`,
      under,
    };
    return this.step(
      this.formulas.byNormativeStretches,
      { W: scaled(sum, NORMATIVE_SCALE, 'm3-day/month'), D: scaled(this.context.days, 0, 'day/month') },
      { W },
      this.context.volumeDigits,
    );
  }

  private normativeNode({ record, entry, normative }: NormativeShare): TraceNode {
    return {
      symbol: 'N',
      title: record.title,
      value: normative,
      unit: `${this.unit}/person-month`,
      source: sourceWords(entry),
    };
  }

  private peopleNode({ people, from, to }: NormativeShare): TraceNode {
    const days = to - from;
    return {
      symbol: 'n',
      title: people.owners ? 'Никто не проживает, по числу собственников' : 'Проживающие',
      value: String(people.persons * days),
      unit: 'person-day',
      arithmetic: `${people.persons} × ${days}`,
      source: `${people.persons} чел., ${days} дн.`,
      ...(people.ofOwners === undefined
        ? {}
        : { notes: [`из них по числу собственников комнат, где никто не проживает: ${people.ofOwners}`] }),
    };
  }
}

const CORRECTED = 'показание ниже предыдущего принято как исправление: лишний объём возвращается, начиная с последних месяцев';
const CHECKED = 'показание проверки ниже предыдущего: разница — отдельной строкой (п. 61)';

const windowText = ({ stretches }: MonthlyAverage): string =>
  stretches.map(({ from, to }) => `${monthFromNumber(from.month + 1)} — ${monthFromNumber(to.month)}`).join(', ');
