import { heatOfHotWater, sewerageFromWater, VOLUME_SCALE, volumeOf } from '../consumption/formulas';
import type { ServiceTerms } from '../consumption/month-context';
import { dayFromSerial } from '../kernel/calendar';
import { decimalText, scaledSafe } from '../kernel/gate';
import { asKopecks } from '../kernel/money';
import type { Line, VolumeBasis } from '../model/bill';
import { calculateSafe } from '../norms/formula';
import { ABSENCE_CHARGE, ABSENCE_VOLUME, absenceResource } from './absence-formulas';
import type { FoundAbsence, utilityAbsences } from './absence-found';
import { sewerageParts } from './compute';
import { excessFormulaOf, raisedFormulaOf } from './formulas';
import type { Price, PricedMonth, PricedStretch, PricedTerms } from './prices';

/** How the volume of a line of absence came about; volumes are above zero, on the volume scale. */
export type AbsenceVolume =
  /** By the normatives; `taken` of it fell on this line. */
  | { readonly is: 'normative'; readonly found: FoundAbsence; readonly volume: number }
  /** Heat of two-component hot water. */
  | { readonly is: 'heat'; readonly q: Price; readonly water: number }
  /** What heated the water in the house. */
  | { readonly is: 'resource'; readonly water: number; readonly of: Line; readonly base: Line }
  /** Sewerage by the waters. */
  | { readonly is: 'waters'; readonly cold: number; readonly hot: number; readonly part: number };

/** What absence takes off one line of charge, or off its multiplier. */
export type AbsenceLine =
  | { readonly of: 'absence'; readonly line: Line; readonly base: Line; readonly taken: number; readonly how: AbsenceVolume }
  | { readonly of: 'absenceExcess'; readonly line: Line; readonly reduced: Line };

type OfRow = NonNullable<ReturnType<ReturnType<typeof utilityAbsences>['get']>>;

const RAISED: ReadonlySet<VolumeBasis> = new Set(['noMeterRaised', 'normativeRaised']);

/** Lines of a row for the people who were away, by the lines that it is charged (ПП № 354, раздел VIII; C25). */
export const absenceLines = (context: PricedMonth, { found, followers }: OfRow, own: readonly Line[]): readonly AbsenceLine[] => {
  const out: AbsenceLine[] = [];
  const waters = { coldWater: 0, hotWater: 0 };
  for (const terms of context.services) {
    for (const group of together(found.filter((one) => one.terms.service === terms.service))) {
      const volume = volumeFound(context, group);
      const lines = take(baseLines(own, terms, group.stretch, group.raised), volume, { is: 'normative', found: group, volume });
      for (const one of lines)
        if (one.of === 'absence' && one.how.is === 'normative' && (terms.service === 'coldWater' || terms.service === 'hotWater'))
          waters[terms.service] += one.taken;
      out.push(...lines.flatMap((one) => withOthers(context, own, terms, one)));
    }
    for (const follower of followers) if (follower.terms === terms) out.push(...sewerage(context, terms, follower.days, waters, own));
  }
  return out;
};

/** Found parts of one kind of line as one: their volume is rounded once. */
const together = (found: readonly FoundAbsence[]): readonly FoundAbsence[] => {
  const groups = new Map<string, FoundAbsence>();
  for (const one of found) {
    const key = `${one.stretch}|${one.raised}`;
    const known = groups.get(key);
    groups.set(key, known === undefined ? one : { ...known, cuts: [...known.cuts, ...one.cuts] });
  }
  return [...groups.values()];
};

/** The volume of what was found, never below zero: fewer people may have a larger normative each. */
const volumeFound = ({ days, volumeDigits }: PricedMonth, { terms, cuts }: FoundAbsence): number => {
  const W = cuts.reduce((sum, { weight }) => sum + weight, 0);
  return W <= 0
    ? 0
    : volumeOf(ABSENCE_VOLUME[terms.unit === 'kWh' ? 'kWh' : 'm3'] as (typeof ABSENCE_VOLUME)['m3'], { W, D: days }, volumeDigits);
};

const isOf = (line: Line, terms: ServiceTerms, stretch: number): boolean => {
  const from = line.days?.from;
  return (
    line.service === terms.service &&
    line.part === undefined &&
    line.use === undefined &&
    (from === undefined || from === dayFromSerial((terms.stretches[stretch] as ServiceTerms['stretches'][number]).from))
  );
};

/** Charges by the normative, dearest range first. */
const baseLines = (own: readonly Line[], terms: ServiceTerms, stretch: number, raised: boolean): readonly Line[] =>
  own
    .filter(
      (line) =>
        isOf(line, terms, stretch) &&
        line.kind === 'charge' &&
        (line.component === undefined || line.component === 'water') &&
        line.zone === undefined &&
        (line.basis === 'mixed' || RAISED.has(line.basis) === raised) &&
        line.basis !== 'meter' &&
        line.basis !== 'average',
    )
    .sort((a, b) => (b.range ?? 0) - (a.range ?? 0));

const volumeOfLine = ({ volume }: Line): number => scaledSafe(volume, VOLUME_SCALE);

/** Take a volume off lines one after another, of each no more than it has. */
const take = (lines: readonly Line[], volume: number, how: AbsenceVolume): readonly (AbsenceLine & { of: 'absence' })[] => {
  let left = volume;
  return lines.flatMap((base) => {
    const taken = Math.min(left, volumeOfLine(base));
    left -= taken;
    return taken <= 0 ? [] : [reduced(base, taken, how)];
  });
};

const reduced = (base: Line, taken: number, how: AbsenceVolume): AbsenceLine & { of: 'absence' } => {
  const formula = ABSENCE_CHARGE[base.unit as keyof typeof ABSENCE_CHARGE] as (typeof ABSENCE_CHARGE)['m3'];
  const amount = calculateSafe(formula, { T: scaledSafe(base.tariff, 6), V: 0 - taken });
  const { factor: _factor, ...plain } = base;
  return {
    of: 'absence',
    base,
    taken,
    how,
    line: {
      ...plain,
      kind: 'reduction',
      basis: 'absence',
      formula: formula.id,
      volume: decimalText(0 - taken, VOLUME_SCALE),
      amount: asKopecks(amount),
    },
  };
};

/** A line of absence with those of the heat or the resources beside it, and with what the multiplier of each loses. */
const withOthers = (
  context: PricedMonth,
  own: readonly Line[],
  terms: PricedTerms,
  one: AbsenceLine & { of: 'absence' },
): readonly AbsenceLine[] => {
  const { base, taken } = one;
  const beside = base.component === 'water' ? own.filter((line) => isBeside(line, base)) : [];
  const stretch = terms.stretches.find(({ from }) => base.days === undefined || dayFromSerial(from) === base.days.from) as PricedStretch;
  const all = [
    one,
    ...beside.flatMap((line): (AbsenceLine & { of: 'absence' })[] => {
      const whole = volumeOfLine(line);
      const { heat, heatNormative: q } = stretch;
      const how: AbsenceVolume =
        line.component === 'heat' && heat !== null && q !== null
          ? { is: 'heat', q, water: taken }
          : { is: 'resource', water: taken, of: line, base };
      const volume =
        how.is === 'heat'
          ? volumeOf(heatOfHotWater, { q: scaledSafe(how.q.text, 6), V: taken }, context.volumeDigits)
          : volumeOf(absenceResource, { Vр: whole, Vо: taken, Vв: volumeOfLine(base) }, context.volumeDigits);
      return volume <= 0 ? [] : [reduced(line, Math.min(whole, volume), how)];
    }),
  ];
  return all.flatMap((line): AbsenceLine[] => {
    const raised = own.find((other) => other.kind === 'factorExcess' && sameLine(other, line.base));
    return raised === undefined ? [line] : [line, excess(context, line.line, raised)];
  });
};

const sameLine = (a: Line, b: Line): boolean =>
  a.service === b.service &&
  a.part === b.part &&
  a.component === b.component &&
  a.range === b.range &&
  a.use === b.use &&
  a.basis === b.basis &&
  a.days?.from === b.days?.from;

const isBeside = (line: Line, water: Line): boolean =>
  line.kind === 'charge' && line.component !== 'water' && line.component !== 'constant' && sameLine({ ...line, component: 'water' }, water);

/** What the multiplier of a charge loses with it, by the policy that multiplies. */
const excess = ({ policies }: PricedMonth, line: Line, raised: Line): AbsenceLine => {
  const factor = raised.factor as string;
  const K = scaledSafe(factor, 2);
  const rounded = policies.multiplierOn === 'roundedCharge';
  const formula = rounded ? excessFormulaOf(line) : raisedFormulaOf(line);
  const amount = rounded
    ? calculateSafe(excessFormulaOf(line), { P: line.amount, K })
    : calculateSafe(raisedFormulaOf(line), { T: scaledSafe(line.tariff, 6), V: scaledSafe(line.volume, VOLUME_SCALE), K }) - line.amount;
  return {
    of: 'absenceExcess',
    reduced: line,
    line: { ...line, formula: formula.id, volume: decimalText(0, VOLUME_SCALE), factor, amount: asKopecks(amount) },
  };
};

/** Sewerage that follows the waters loses what they lost, by the days of its terms. */
const sewerage = (
  context: PricedMonth,
  terms: PricedTerms,
  days: OfRow['followers'][number]['days'],
  { coldWater: cold, hotWater: hot }: { readonly coldWater: number; readonly hotWater: number },
  own: readonly Line[],
): readonly AbsenceLine[] => {
  const whole = calculateSafe(sewerageFromWater, { Vхв: cold, Vгв: hot });
  if (whole === 0) return [];
  const block = { waterTaken: new Int32Array(1), waterSubstituted: Uint8Array.of(1), context };
  const parts = days === null ? [{ stretch: 0, volume: whole }] : sewerageParts(block, 0, days, whole, context.volumeDigits);
  return parts.flatMap(({ stretch, volume }) => {
    const lines = own.filter((line) => isOf(line, terms, stretch) && line.kind === 'charge' && line.component === undefined);
    return take(lines, volume, { is: 'waters', cold, hot, part: volume }).flatMap((one) => {
      const raised = own.find((other) => other.kind === 'factorExcess' && sameLine(other, one.base));
      return raised === undefined ? [one] : [one, excess(context, one.line, raised)];
    });
  });
};
