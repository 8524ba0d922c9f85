import { asKopecks, type Kopecks } from '../../kernel/money';
import { must } from '../../kernel/result';
import { shareBy } from '../../kernel/share';

/**
 * Share a sum by weights, never more to a place than it can take: what is too much for one goes to the others in the same proportion. The
 * parts sum to it.
 *
 * @param weights more than zero
 * @param limits what each place can take; in sum not less than `amount`
 */
export const shareCapped = (amount: Kopecks, weights: readonly number[], limits: readonly Kopecks[]): readonly Kopecks[] => {
  const parts = limits.map(() => 0);
  let left: number = amount;
  let open = limits.map((_, place) => place);
  while (left > 0) {
    const shares = must(
      shareBy(
        left,
        open.map((place) => weights[place] as number),
      ),
    );
    const full = open.filter((place, at) => (shares[at] as number) >= (limits[place] as number));
    if (full.length === 0) {
      for (const [at, place] of open.entries()) parts[place] = shares[at] as number;
      break;
    }
    for (const place of full) {
      parts[place] = limits[place] as number;
      left -= limits[place] as number;
    }
    open = open.filter((place) => !full.includes(place));
  }
  return parts.map(asKopecks);
};
