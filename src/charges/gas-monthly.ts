import { areasWithin } from '../consumption/area';
import { VOLUME_SCALE } from '../consumption/formulas';
import { equipmentWithin } from '../consumption/gas-normative';
import { normativeWithin, valueInMonth } from '../consumption/normative';
import { type Day, serial } from '../kernel/calendar';
import type { HouseFacts, PremisesFacts } from '../model/facts';
import type { ServiceRecord } from '../model/records';

/** Gas of a premises in a month by its normative as of one day, on the volume scale: how much of a rollover is believed (C14). 0: unknown. */
export const gasMonthly = (
  facts: HouseFacts,
  premises: PremisesFacts,
  codes: ServiceRecord['gasNormatives'],
  on: Day,
  persons: number,
): number => {
  const day = serial(on);
  const equipment = equipmentWithin(premises.premises, { from: day, to: day + 1 })[0]?.entry;
  let volume = 0;
  for (const use of equipment?.uses ?? []) {
    const record = facts.normatives.get(codes?.[use] ?? '');
    const found = record === undefined ? null : normativeWithin(record, day, day + 1);
    const entry = found?.ok === true ? found.value[0]?.entry : undefined;
    const normative = entry === undefined ? null : valueInMonth(entry, Number(on.slice(5, 7)));
    const area = equipment?.heatedArea ?? areasWithin(premises, day, day + 1)?.[0]?.text ?? '0';
    volume += Number(normative ?? '0') * (use === 'heating' ? Number(area) : Math.max(0, persons));
  }
  return Math.round(volume * 10 ** VOLUME_SCALE);
};
