import { type Day, firstDay, type Month } from '../kernel/calendar';
import { byFactor } from '../kernel/expression';
import { asKopecks, type Kopecks, NO_MONEY } from '../kernel/money';
import { quantity, scaled } from '../kernel/quantity';
import { isHousing } from '../model/housing-services';
import type { ServiceCode } from '../model/services';
import { inForce } from '../norms/act';
import { ZHK } from '../norms/acts';
import { PROVIDER_FINE } from '../norms/federal/provider-fine';
import { calculate, formula, given } from '../norms/formula';
import { valueOn } from '../norms/parameter';

/** F = s × ΔP: half of what was charged too much (ЖК РФ, ст. 157, ч. 6; of maintenance ст. 156, ч. 11). */
export const providerFine = formula({
  id: 'provider.fine',
  title: 'Штраф исполнителя за завышение платы',
  symbol: 'F',
  clause: ZHK.wrongUtilities,
  inputs: { s: given('1', 4, 'Доля завышения'), ΔP: given('RUB', 2, 'Начислено лишнего') },
  result: 'RUB',
  is: ({ s, ΔP }) => byFactor(ΔP, s),
});

/** The fine of a provider for what was charged too much in a month and not mended before it was paid; nothing where the law has none. */
export const fineFor = (service: ServiceCode, month: Month, overcharge: Kopecks): Kopecks => {
  const day: Day = firstDay(month);
  const clause = isHousing(service) ? ZHK.wrongMaintenance : ZHK.wrongUtilities;
  const share = valueOn(PROVIDER_FINE, day);
  if (overcharge <= 0 || service === 'capitalRepair' || !inForce(clause, day) || !share.ok) return NO_MONEY;
  return asKopecks(Number(calculate(providerFine, { s: quantity(share.value.value, '1'), ΔP: scaled(overcharge, 2, 'RUB') })));
};
