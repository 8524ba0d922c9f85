import type { Instant } from '../kernel/calendar';
import { err, ok, type Result } from '../kernel/result';
import { byText } from '../kernel/text-order';
import { accountNumbers, byServiceAndItem, checkReferences, checkServices } from './assembly-checks';
import type { AssemblyProblem } from './assembly-problem';
import { benefitFacts } from './benefit-facts';
import { commonFacts } from './common-facts';
import { correctionFacts } from './correction-facts';
import { debtFacts } from './debt-facts';
import { imageOf } from './draw-image';
import { incidentsOf } from './event-checks';
import { Groups } from './fact-groups';
import { byId } from './fact-order';
import type { HouseFacts } from './facts';
import { checkGasAndLand } from './gas-land-checks';
import { heatingFacts } from './heating-facts';
import { checkHousing } from './housing-checks';
import { housingFacts } from './housing-facts';
import { mendedFacts, mendedOf } from './mended';
import { checkPayments } from './payment-checks';
import { premisesFacts } from './premises-facts';
import { checkPricedPremises, isPricedApart } from './pricing-checks';
import { checkMetering } from './reading-checks';
import type { AccountRecord, FactRecord } from './records';
import { checkRooms } from './room-checks';
import { current } from './supersede';
import { checkPremisesWaste, removalsOf } from './waste-checks';

export type { AssemblyCode, AssemblyProblem } from './assembly-problem';

/** Facts that were known at a moment: those without `knownAt` always were. */
export const knownAt = (records: readonly FactRecord[], moment: Instant): FactRecord[] =>
  records.filter((record) => record.knownAt === undefined || record.knownAt <= moment);

/** How facts come. */
export interface AssembleOptions {
  /** The source keeps ids of facts unique, as every store does: they are not compared again. */
  readonly uniqueIds?: boolean;
}

/**
 * Nest the facts of one or many houses and check that they fit together: references, overlaps, registers, units. Superseded and withdrawn
 * facts fall away here.
 *
 * @returns houses in order of their ids, or every problem found
 */
export const assembleHouses = (
  records: readonly FactRecord[],
  { uniqueIds = false }: AssembleOptions = {},
): Result<readonly HouseFacts[], readonly AssemblyProblem[]> => {
  const live = current(records, uniqueIds);
  if (!live.ok) return live;
  const groups = new Groups(live.value);
  const mended = mendedFacts(records);
  const problems: AssemblyProblem[] = [...groups.twice];
  if (groups.houses.length === 0) problems.push({ code: 'no-house' });
  checkReferences(groups, problems);
  const numbers = accountNumbers(groups, problems);
  checkServices(groups, problems);
  checkGasAndLand(groups, problems);
  checkPayments(groups.payments, problems);
  checkRooms(groups, problems);
  checkMetering(groups, problems);
  checkHousing(groups, problems);
  const houses = groups.houses.sort(byId).map((house): HouseFacts => {
    const services = (groups.services.get(house.id) ?? []).sort(byServiceAndItem);
    const premises = (groups.premisesOf.get(house.id) ?? []).sort(byId).map((one) => {
      if (isPricedApart(one)) checkPricedPremises(one, services, problems);
      checkPremisesWaste(one, groups, problems);
      return premisesFacts(one, groups, problems);
    });
    // While the texts are at hand.
    imageOf(premises);
    return {
      house,
      providers: groups.providers,
      services,
      tariffs: groups.tariffs,
      normatives: groups.normatives,
      premises,
      common: commonFacts(house.id, groups, problems),
      heating: heatingFacts(house.id, services, premises, groups, problems),
      incidents: incidentsOf(house.id, groups, problems),
      removals: removalsOf(house.id, groups, problems),
      housing: housingFacts(house.id, premises, groups, numbers, problems),
      benefits: benefitFacts(house.id, premises, groups, numbers, problems),
      corrections: correctionFacts(house.billedSince, premises, groups, numbers, problems),
      mended: mended.length === 0 ? mended : mendedOf(house.id, mended, groups, numbers),
      openings: [],
      payments: [],
      refunds: [],
      debt: debtFacts(house.id, premises, groups, numbers, problems),
    };
  });
  if (problems.length > 0) return err(problems);
  return ok(houses.map((facts) => ({ ...facts, ...moneyOf(facts, groups, numbers) })));
};

/** The facts of exactly one house. */
export const assembleHouse = (
  records: readonly FactRecord[],
  options: AssembleOptions = {},
): Result<HouseFacts, readonly AssemblyProblem[]> => {
  const houses = assembleHouses(records, options);
  if (!houses.ok) return houses;
  const [house] = houses.value;
  return house !== undefined && houses.value.length === 1
    ? ok(house)
    : err([{ code: 'no-house', facts: { houses: String(houses.value.length) } }]);
};

const moneyOf = (
  facts: HouseFacts,
  groups: Groups,
  numbers: ReadonlyMap<string, AccountRecord>,
): Pick<HouseFacts, 'openings' | 'payments' | 'refunds'> => {
  const mine = new Set<string>();
  for (const premises of facts.premises) for (const account of premises.accounts) mine.add(account.number);
  const own = <R extends { readonly account: string; readonly id: string }>(records: readonly R[]): R[] =>
    records.flatMap((record) => {
      const account = numbers.get(record.account)?.number;
      return account !== undefined && mine.has(account) ? [{ ...record, account }] : [];
    });
  return {
    openings: own(groups.openings).sort((a, b) => byText(a.month, b.month) || byId(a, b)),
    refunds: own(groups.refunds).sort((a, b) => byText(a.on, b.on) || byId(a, b)),
    payments: own(groups.payments).sort(
      (a, b) => byText(a.receivedOn ?? a.paidOn, b.receivedOn ?? b.paidOn) || byText(a.paidOn, b.paidOn) || byId(a, b),
    ),
  };
};
