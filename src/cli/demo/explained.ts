import type { Month } from '../../kernel/calendar';
import type { Problem } from '../../kernel/problem';
import { ok, type Result } from '../../kernel/result';
import { assembleHouse } from '../../model/assemble';
import type { HouseFacts } from '../../model/facts';
import type { ServiceCode } from '../../model/services';
import type { Store } from '../../ports/store';
import { explainBill } from '../../recalculation/explain-bill';
import { chargedIn } from '../../run/charged-before';
import { billText } from '../../statements/explanation-text';
import { billedAt } from './month-facts';

/** A charge worth telling. */
export interface TellingCharge {
  readonly house: string;
  readonly account: string;
  readonly month: Month;
  readonly service?: ServiceCode;
  readonly title: string;
}

const of = (house: string, account: string, month: string, title: string, service?: ServiceCode): TellingCharge => ({
  house,
  account,
  month: month as Month,
  title,
  ...(service === undefined ? {} : { service }),
});

/** The charge that the demo prints: the fourth month after the verification ended. */
export const FOURTH_MONTH = of(
  'msk-1',
  '770100031',
  '2026-05',
  'Четвёртый месяц после конца поверки: норматив с коэффициентом',
  'coldWater',
);

/** Whole bills that the demo explains in files. */
export const TELLING: readonly TellingCharge[] = [
  of('msk-1', '770100031', '2026-05', 'Четвёртый месяц после конца поверки'),
  of('msk-1', '770100021', '2026-08', 'Показание после пяти месяцев молчания', 'coldWater'),
  of('msk-1', '770100091', '2026-06', 'Из двух приборов один вышел из строя и заменён'),
  of('msk-1', '770100181', '2026-04', 'Показание ниже прежнего, принятое как исправление'),
  of('msk-1', '770100192', '2026-05', 'Квартира продана внутри месяца, показания сняты в день продажи'),
  of('prm-1', '590100091', '2026-04', 'Прибора нет, в семье родился ребёнок; двухкомпонентная горячая вода'),
  of('chr-1', '595700121', '2026-09', 'Магазин: месяцы по среднему исчерпаны, объём по договору'),
];

/** The facts of a house as known when a month was billed. */
export const factsWhenBilled = async (store: Store, house: string, month: Month): Promise<Result<HouseFacts, readonly Problem[]>> => {
  const stored = await store.factsOf(house, billedAt(month));
  return assembleHouse(stored.map(({ record, knownAt }) => ({ ...record, knownAt })));
};

/** A bill told as it was made: with the facts of its day and the bills before it. */
export const explained = async (store: Store, charge: TellingCharge): Promise<Result<string, readonly Problem[]>> => {
  const { house, account, month, service } = charge;
  const facts = await factsWhenBilled(store, house, month);
  if (!facts.ok) return facts;
  const bills = (await store.billsOfAccount(account)).filter((bill) => bill.month < month);
  const told = explainBill(facts.value, month, account, { service, charged: chargedIn(new Map([[account, bills]])) });
  return told.ok ? ok(billText(told.value, told.value.adjustments)) : told;
};
