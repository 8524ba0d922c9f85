import type { Problem } from '../kernel/problem';
import { type Place, placeText } from './fact-file';

/**
 * A problem of facts that were read from a folder, with the file and line of its fact: `meter m-1` becomes `house.yaml:12:5 meter m-1`.
 * A problem whose fact is not among the places stays as it is.
 */
export const located = <P extends Problem>(problem: P, places: ReadonlyMap<string, Place>): P => {
  const id = problem.at?.split(' ')[1];
  const place = id === undefined ? undefined : places.get(id);
  return place === undefined ? problem : { ...problem, at: `${placeText(place)} ${problem.at}` };
};
