import { areaDays } from '../consumption/area';
import type { HouseFacts, PremisesFacts } from '../model/facts';

/** Area that shares of common needs are taken of, by days: of all premises, or as the house's documents state it. */
export interface SharedArea {
  /** Area × days on the area scale. */
  readonly days: number;
  /** Sum of the premises, likewise. */
  readonly ofPremises: number;
  readonly stated: boolean;
}

/** The area of all premises of a house on some days; a room is part of its flat, and counts with it. */
export const sharedArea = (facts: HouseFacts, from: number, to: number): SharedArea => {
  let ofPremises = 0;
  for (const { premises } of facts.premises as readonly PremisesFacts[])
    if (premises.within === undefined) ofPremises += areaDays(premises.areas, from, to);
  const stated = facts.house.premisesArea;
  return stated === undefined || stated.length === 0
    ? { days: ofPremises, ofPremises, stated: false }
    : { days: areaDays(stated, from, to), ofPremises, stated: true };
};
