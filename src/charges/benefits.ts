import { serial } from '../kernel/calendar';
import { asKopecks } from '../kernel/money';
import type { BenefitCover, BenefitRecord } from '../model/benefit-records';
import type { Line } from '../model/bill';
import type { HouseFacts } from '../model/facts';
import { groupsOf, type PriceGroup } from './benefit-groups';
import type { BenefitAsked } from './benefit-norms';
import { Steps } from './benefit-steps';
import { type Taken, takeBenefit } from './benefit-take';
import { benefitsOf } from './benefits-known';
import type { AccountRow } from './holders';
import { withVat } from './line-vat';
import type { PricedMonth } from './prices';
import type { Teller } from './telling';

/** A benefit with its days (serial) in a month; facts that follow one another and say the same are one. */
interface Standing {
  readonly benefit: BenefitRecord;
  readonly days: readonly number[];
}

/** A benefit that covers a service but takes nothing off it, and why. */
export interface NotTaken {
  readonly benefit: BenefitRecord;
  readonly why: string;
}

/** What the benefits of an account take off one service. */
export interface ServiceBenefits {
  readonly service: Line['service'];
  readonly item: string | null;
  readonly taken: readonly Taken[];
  readonly notTaken: readonly NotTaken[];
}

/**
 * What the benefits of an account take off the lines of a month («льготы»): the rules of every measure, and of several benefits on one service
 * (policy `benefitOrder`). Pure; the silent and the telling reading are the same walk.
 *
 * @param lines of the account in the month
 * @param paid only benefits that are paid so
 * @param teller tells the steps; without it they are computed silently
 */
export const serviceBenefits = (
  facts: HouseFacts,
  context: PricedMonth,
  row: AccountRow,
  lines: readonly Line[],
  paid: BenefitRecord['paid'],
  teller: Teller | null = null,
): readonly ServiceBenefits[] => {
  const standing = standingOf(
    benefitsOf(facts, context, row).filter((one) => one.paid === paid),
    context,
  );
  if (standing.length === 0) return [];
  const asked: BenefitAsked = { facts, context, row, steps: new Steps(teller) };
  return context.services.flatMap(({ service, item }): readonly ServiceBenefits[] => {
    const covering = standing.flatMap((one): Covering[] => {
      const cover = one.benefit.covers.find((of) => of.service === service && (of.item ?? null) === item);
      return cover === undefined ? [] : [{ ...one, cover }];
    });
    if (covering.length === 0) return [];
    const groups = (): readonly PriceGroup[] => groupsOf(context, row, lines, { service, ...(item === null ? {} : { item }) });
    return [{ service, item, ...ofService(asked, covering, groups) }];
  });
};

interface Covering extends Standing {
  readonly cover: BenefitCover;
}

/** Facts of one person and category that say the same are one benefit. */
const standingOf = (benefits: readonly BenefitRecord[], { from, to }: PricedMonth): readonly Standing[] => {
  const found = new Map<string, { readonly benefit: BenefitRecord; readonly days: Set<number> }>();
  for (const benefit of benefits) {
    const { account, premises, person, category, share, persons, covers } = benefit;
    const key = JSON.stringify([account, premises, person, category, share, persons, covers]);
    const known = found.get(key) ?? { benefit, days: new Set<number>() };
    const end = benefit.to === null ? to : Math.min(to, serial(benefit.to));
    for (let day = Math.max(from, serial(benefit.from)); day < end; day += 1) known.days.add(day);
    found.set(key, known);
  }
  return [...found.values()].map(({ benefit, days }) => ({ benefit, days: [...days].sort((a, b) => a - b) }));
};

const ofService = (
  asked: BenefitAsked,
  covering: readonly Covering[],
  groups: () => readonly PriceGroup[],
): Pick<ServiceBenefits, 'taken' | 'notTaken'> => {
  const each = asked.context.policies.benefitOrder === 'each';
  const chosen = each ? covering.map((one) => ({ one, days: one.days })) : mostFavourable(asked, covering, groups);
  const own = groups();
  const before = new Map(own.map((group) => [group, group.left]));
  const taken: Taken[] = [];
  const notTaken: NotTaken[] = [];
  for (const { one, days } of chosen) {
    const found = takeBenefit(asked, one.benefit, one.cover, days, own, (group) => (each ? group.left : (before.get(group) as number)));
    taken.push(...found);
    if (found.length === 0) notTaken.push({ benefit: one.benefit, why: whyNot(one, days, own) });
  }
  return { taken, notTaken };
};

const whyNot = ({ days }: Covering, used: readonly number[], groups: readonly PriceGroup[]): string => {
  if (days.length === 0) return 'в этом месяце не действует';
  if (used.length === 0) return 'в эти дни выгоднее другая льгота';
  return groups.length === 0 ? 'плата за услугу не начислена' : 'от платы в эти дни ничего не осталось или норма равна нулю';
};

/** On days that several benefits share, the one that takes most off these days; equal ones by their order. */
const mostFavourable = (
  asked: BenefitAsked,
  covering: readonly Covering[],
  groups: () => readonly PriceGroup[],
): readonly { readonly one: Covering; readonly days: readonly number[] }[] => {
  const [only] = covering as [Covering];
  if (covering.length === 1) return [{ one: only, days: only.days }];
  const shared = new Map<string, { readonly who: readonly Covering[]; readonly days: number[] }>();
  for (const day of [...new Set(covering.flatMap(({ days }) => days))].sort((a, b) => a - b)) {
    const who = covering.filter(({ days }) => days.includes(day));
    const key = who.map((one) => covering.indexOf(one)).join();
    const known = shared.get(key);
    if (known === undefined) shared.set(key, { who, days: [day] });
    else known.days.push(day);
  }
  const silent = { ...asked, steps: new Steps(null) };
  const days = new Map(covering.map((one) => [one, [] as number[]]));
  for (const { who, days: own } of shared.values()) {
    const sums = who.map((one) => sumOf(takeBenefit(silent, one.benefit, one.cover, own, groups(), ({ left }) => left)));
    days.get(who[sums.indexOf(Math.max(...sums))] as Covering)?.push(...own);
  }
  return covering.map((one) => ({ one, days: (days.get(one) as number[]).sort((a, b) => a - b) }));
};

const sumOf = (taken: readonly Taken[]): number => taken.reduce((sum, { amount }) => sum + amount, 0);

/** A discount as a line of its own beside its charge, with the VAT of a price without it behind. */
export const discountLines = ({ group, benefit, cover, amount, formula }: Taken): readonly Line[] => {
  const { volumes: _volumes, vat, ...base } = group.line;
  const line: Line = { ...base, kind: 'discount', basis: 'benefit', formula, amount: asKopecks(0 - amount), cause: benefit.id };
  return cover.by === 'fixed' || vat === undefined ? [line] : withVat([{ ...line, vat }]);
};
