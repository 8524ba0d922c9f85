import { GAS_SUM_SCALE, gasByNormative } from '../consumption/gas-formulas';
import { type GasNormative, type GasShare, weightOf } from '../consumption/gas-normative';
import { isSuppliedGas } from '../consumption/gas-terms';
import { dayFromSerial, dayWords } from '../kernel/calendar';
import { decimalText, withCommas } from '../kernel/gate';
import { scaled } from '../kernel/quantity';
import { roundedQuotient } from '../kernel/rounding';
import type { TraceNode } from '../kernel/trace';
import type { VolumeBasis } from '../model/bill';
import type { GasUse } from '../model/gas-land-fields';
import type { Clause } from '../norms/act';
import { PP354, PP549 } from '../norms/acts';
import type { AccountRow } from './holders';
import type { PricedMonth } from './prices';
import type { SlotSpec } from './slot';
import { sourceWords } from './source-words';
import type { Teller, ToldVolume } from './telling';

const USE_TEXT: Readonly<Record<GasUse, string>> = {
  cooking: 'приготовление пищи',
  waterHeating: 'подогрев воды',
  heating: 'отопление',
};

/** Decimals of a component's volume as people read it; only the sum is charged. */
const SHOWN_DIGITS = 7;

/** Формула 5 told: every component with its normative, its base and its own volume, then their sum rounded once. */
export const tellGas = (teller: Teller, context: PricedMonth, { shares, central }: GasNormative): ToldVolume => {
  const sum = shares.reduce((all, share) => all + weightOf(share), 0n);
  const W: TraceNode = {
    symbol: 'W',
    title: 'Сумма норматив × дни по направлениям',
    value: decimalText(sum, GAS_SUM_SCALE),
    unit: 'm3-day/month',
    under: shares.map(shareNode),
  };
  const told = teller.step(
    gasByNormative,
    { W: scaled(sum, GAS_SUM_SCALE, 'm3-day/month'), D: scaled(context.days, 0, 'day/month') },
    { W },
    context.volumeDigits,
  );
  const notes = [...componentsOf(shares, context.days), ...(central ? ['подогрев воды не считается: горячая вода центральная'] : [])];
  return { volume: told.volume, node: { ...told.node, notes } };
};

/** Volume of each component in words. */
const componentsOf = (shares: readonly GasShare[], days: number): readonly string[] => {
  const sums = new Map<GasUse, bigint>();
  for (const share of shares) sums.set(share.use, (sums.get(share.use) ?? 0n) + weightOf(share));
  const down = 10n ** BigInt(GAS_SUM_SCALE - SHOWN_DIGITS);
  return [...sums].map(([use, sum]) => {
    const volume = decimalText(roundedQuotient(sum, down * BigInt(days)), SHOWN_DIGITS);
    return `${USE_TEXT[use]}: ${withCommas(volume)} м³`;
  });
};

const shareNode = (share: GasShare): TraceNode => {
  const { base, from, to, record, entry, normative, use } = share;
  const days = to - from;
  const unit = base.is === 'people' ? 'm3/person-month' : 'm3/m2-month';
  const N: TraceNode = {
    symbol: 'N',
    title: record.title,
    value: normative,
    unit,
    source: sourceWords(entry),
  };
  return {
    symbol: base.is === 'people' ? 'N × n' : 'N × S',
    title: `${USE_TEXT[use]}, с ${dayWords(dayFromSerial(from))} по ${dayWords(dayFromSerial(to - 1))}`,
    value: decimalText(weightOf(share), GAS_SUM_SCALE),
    unit: 'm3-day/month',
    under: [N, baseNode(base, days)],
  };
};

const baseNode = (base: GasShare['base'], days: number): TraceNode =>
  base.is === 'people'
    ? {
        symbol: 'n',
        title: base.people.owners ? 'Никто не проживает, по числу собственников' : 'Проживающие',
        value: String(base.people.persons * days),
        unit: 'person-day',
        arithmetic: `${base.people.persons} × ${days}`,
        source: `${base.people.persons} чел., ${days} дн.`,
      }
    : { symbol: 'S', title: 'Отапливаемая площадь', value: base.area.text, unit: 'm2', source: `${days} дн.` };

const SUPPLIED: Partial<Record<VolumeBasis, Clause>> = {
  meter: PP549.byMeter,
  average: PP549.average,
  mixed: PP549.byMeter,
  normative: PP549.byNormative,
  normativeShortHistory: PP549.average,
  normativeSilent: PP549.normativeAfterSilence,
};
const UTILITY: Partial<Record<VolumeBasis, Clause>> = {
  normative: PP354.gasByNormative,
  noMeterRaised: PP354.gasByNormativeRaised,
};

/** Clause of a gas line's charge by the basis of its volume; `undefined` where the common one holds. */
export const gasLineClause = (spec: SlotSpec, basis: VolumeBasis, { premises }: AccountRow): Clause | undefined => {
  if (spec.service !== 'gas') return undefined;
  return (isSuppliedGas(spec.terms, premises.premises.type === 'nonResidential') ? SUPPLIED : UTILITY)[basis];
};
