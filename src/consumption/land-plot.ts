import { scaledSafe } from '../kernel/gate';
import { scaled } from '../kernel/quantity';
import type { LandUse } from '../model/gas-land-fields';
import type { NormativeRecord } from '../model/records';
import { AREA_SCALE } from './area';
import { NORMATIVE_SCALE, roundedVolume } from './formulas';
import { landFormulaOf, landUnit } from './land-formulas';
import type { MonthContext, ServiceTerms } from './month-context';
import { valueInMonth } from './normative';
import { type Holder, piecesOf } from './piece';
import type { VolumePart } from './place-month';
import type { PremisesUse } from './premises-use';
import type { VolumeSink } from './sink';
import { spreadPart } from './spread';

/** One direction of use of a land plot in a month of its season. */
export interface LandMonth {
  readonly use: LandUse;
  readonly record: NormativeRecord;
  readonly entry: NormativeRecord['entries'][number];
  /** Normative of the month, text. */
  readonly normative: string;
}

/**
 * Land plot and outbuildings (ПП № 354, п. 41, 49, формула 22): each direction of use on its own, whole months of its season, only where the
 * household has no meter of the resource. No multiplier and no sewerage (C33). What stands on the first day counts for the month.
 */
export const landPlots = (
  context: MonthContext,
  use: PremisesUse,
  terms: ServiceTerms,
  holders: readonly Holder[],
  sink: VolumeSink,
): void => {
  const uses = (use.facts.premises.landUses ?? []).filter(
    (one) => one.service === terms.service && one.from <= context.first && (one.to === null || context.first < one.to),
  );
  if (uses.length === 0 || hasMeter(context, use, terms)) return;
  const pieces = piecesOf(holders, terms, use.facts.premises.directContracts);
  for (const one of uses) {
    const land = landMonth(context, use, one);
    if (land === null || scaledSafe(land.normative, NORMATIVE_SCALE) === 0) continue;
    const part = partOf(context, land);
    for (const { piece, part: own } of spreadPart(context, terms, pieces, part))
      sink.plot({ terms, stretch: piece.stretch, row: piece.row, from: piece.from, to: piece.to }, one.use, own.volume, own.told);
  }
};

/** Does or did a meter measure here by the end of the month, in a place that is not closed for good? Then it covers the plot too. */
const hasMeter = (context: MonthContext, use: PremisesUse, terms: ServiceTerms): boolean =>
  use.everMetered(terms.service, context.last) &&
  use.placesOf(terms.service).some(({ lives }) => {
    const last = lives[lives.length - 1];
    return last !== undefined && !(last.meter.closesPlace === true && last.fitEnd <= context.from);
  });

const landMonth = (context: MonthContext, use: PremisesUse, one: LandUse): LandMonth | null => {
  const at = `premises ${use.facts.premises.id}`;
  const record = context.normatives.record(one.normative);
  if (record === undefined) {
    context.problems.push({ code: 'no-normative', at, value: one.normative, facts: { month: context.month } });
    return null;
  }
  const found = context.normatives.within(record, context.from, context.from + 1);
  if (!found.ok) {
    context.problems.push({ ...found.error, at });
    return null;
  }
  const entry = found.value[0]?.entry;
  const normative = entry === undefined ? null : valueInMonth(entry, context.monthOfYear);
  if (entry === undefined || normative === null) {
    context.problems.push({ code: 'no-normative', at, value: one.normative, facts: { month: context.month } });
    return null;
  }
  return { use: one, record, entry, normative };
};

const partOf = (context: MonthContext, land: LandMonth): VolumePart => {
  const volume = roundedVolume(
    landFormulaOf(landUnit(land.record)),
    {
      N: scaled(scaledSafe(land.normative, NORMATIVE_SCALE), NORMATIVE_SCALE, 'm3/m2-month'),
      Q: scaled(scaledSafe(land.use.quantity, AREA_SCALE), AREA_SCALE, 'm2-month'),
    },
    context.volumeDigits,
  );
  return {
    zone: 'T0',
    from: context.from,
    to: context.to,
    basis: 'landPlot',
    volume,
    told: { kind: 'land', land },
    taken: null,
  };
};
