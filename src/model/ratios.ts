import { byText } from '../kernel/text-order';
import { type AssemblyProblem, factPlace as at } from './assembly-problem';
import type { RatioFacts } from './facts';
import type { MeterRecord } from './records';

type RegisterRecord = MeterRecord['registers'][number];

/** Decimals of a volume: a stand times its ratio must be exact, so that nothing is rounded before the volume is. */
const VOLUME_DECIMALS = 7;

const decimalsOf = (text: string): number => {
  const point = text.indexOf('.');
  return point < 0 ? 0 : text.length - point - 1;
};

/**
 * Transformation ratios of a register in order, from commissioning on: before the first one it is 1. A change is a pair of readings on one
 * day, which is one stand: it closes the old ratio and opens the new one.
 *
 * @param problems gets `ratio-not-electricity`, `ratio-not-positive`, `ratio-too-fine`, `ratio-without-stand`, `series-overlap`
 */
export const ratiosOf = (meter: MeterRecord, register: RegisterRecord, problems: AssemblyProblem[]): readonly RatioFacts[] => {
  const place = at(meter);
  const sorted = [...(register.ratios ?? [])].sort((a, b) => byText(a.from, b.from));
  if (meter.service !== 'electricity') problems.push({ code: 'ratio-not-electricity', at: place, value: meter.service });
  const ratios: RatioFacts[] = [{ from: meter.commissionedOn, value: '1', stand: register.initial }];
  for (const [index, { from, value, stand }] of sorted.entries()) {
    if (!/[1-9]/.test(value)) problems.push({ code: 'ratio-not-positive', at: place, value });
    if (register.decimals + decimalsOf(value) > VOLUME_DECIMALS)
      problems.push({
        code: 'ratio-too-fine',
        at: place,
        value,
        facts: { decimals: String(register.decimals), most: String(VOLUME_DECIMALS) },
      });
    if (sorted[index - 1]?.from === from) problems.push({ code: 'series-overlap', at: `${place} ratios`, value: from });
    if (from <= meter.commissionedOn) {
      ratios[0] = { from: meter.commissionedOn, value, stand: register.initial };
    } else {
      if (stand === undefined && meter.reports === undefined) problems.push({ code: 'ratio-without-stand', at: place, value: from });
      ratios.push({ from, value, stand: stand ?? register.initial });
    }
  }
  return ratios;
};
