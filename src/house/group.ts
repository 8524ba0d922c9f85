import { VOLUME_SCALE } from '../consumption/formulas';
import { decimalText, parseExact } from '../kernel/gate';
import type { KernelProblem } from '../kernel/problem';
import { err, ok, type Result } from '../kernel/result';
import { shareBy } from '../kernel/share';

/** A house behind a meter that serves several: area of its premises in m², as text. */
export interface HouseOfGroup {
  readonly house: string;
  readonly area: string;
}

const AREA = { integerDigits: 9, scale: 4 } as const;
const VOLUME = { integerDigits: 15, scale: VOLUME_SCALE } as const;

/**
 * Divide the volume of one meter among the houses it serves, by the areas of their premises; the parts sum to the volume exactly (largest
 * remainder, ties to the earlier house). What a house gets is a `houseVolume` fact of it: houses are never billed together.
 *
 * @param volume in m³ or kWh, at most 15 + 7 digits
 * @returns problems of the numbers, or `nothing-to-share-by`
 * @example volumesOfGroup('100', [{ house: 'a', area: '3000' }, { house: 'b', area: '1000' }]) // 75 and 25
 */
export const volumesOfGroup = (
  volume: string,
  houses: readonly HouseOfGroup[],
): Result<readonly { readonly house: string; readonly volume: string }[], KernelProblem> => {
  const whole = parseExact(volume, VOLUME);
  if (!whole.ok) return whole;
  const weights: number[] = [];
  for (const { area } of houses) {
    const parsed = parseExact(area, AREA);
    if (!parsed.ok) return parsed;
    weights.push(Number(parsed.value.int));
  }
  if (whole.value.int > BigInt(Number.MAX_SAFE_INTEGER)) return err({ code: 'number-too-large', value: volume });
  const parts = shareBy(Number(whole.value.int), weights);
  if (!parts.ok) return parts;
  return ok(houses.map(({ house }, index) => ({ house, volume: decimalText(parts.value[index] as number, VOLUME_SCALE) })));
};
