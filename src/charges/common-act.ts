import { AREA_SCALE } from '../consumption/area';
import { VOLUME_SCALE } from '../consumption/formulas';
import { commonVolume } from '../house/common-rules';
import { decimalText } from '../kernel/gate';
import { asKopecks } from '../kernel/money';
import type { HouseFacts } from '../model/facts';
import type { HouseAct } from '../model/house-act';
import { citation } from '../norms/act';
import { rowFor } from '../norms/rules';
import { sharedArea } from './common-areas';
import type { CommonService } from './common-month';
import type { HouseCharges } from './house-month';
import type { PricedStretch } from './prices';
import type { Slot } from './slot';

const text = (volume: number): string => decimalText(volume, VOLUME_SCALE);

/** The act of a house for a resource: every number of the balance, and nothing about anybody. */
export const actOf = (facts: HouseFacts, charges: HouseCharges, found: CommonService, slots: readonly Slot[]): HouseAct => {
  const { context, holders } = charges;
  const { terms, priced, settled, supplied, premises } = found;
  const last = priced.stretches[priced.stretches.length - 1] as PricedStretch;
  const own = slots.filter((slot) => slot.spec.terms === priced);
  const charged = chargedBy(own);
  const row = commonVolume.rows[rowFor(commonVolume, found.facts, context.first)];
  const [piece] = found.normative ?? [];
  const held = new Set(holders.map(({ premisesIndex }) => premisesIndex));
  return {
    house: facts.house.id,
    month: context.month,
    service: terms.service,
    provider: terms.provider,
    terms: terms.id,
    unit: terms.service === 'electricity' ? 'kWh' : 'm3',
    basis: found.basis,
    legal: row === undefined ? '' : (citation(row.clause, context.first) ?? ''),
    inlets: supplied.inlets.map(({ inlet, within, basis, volume }) => ({
      inlet,
      within,
      basis,
      volume: volume === null ? null : text(volume),
    })),
    supplied: supplied.volume === null ? null : text(supplied.volume),
    premises: premises.groups.map((group) => ({ ...group, volume: text(group.volume) })),
    premisesVolume: text(premises.volume),
    ownUse: text(found.ownUse),
    posted: text(found.posted),
    actual: found.actual === null ? null : text(found.actual),
    carriedIn: text(found.carriedIn),
    carriedOut: text(settled.carriedOut),
    normative:
      found.normative === null || piece === undefined
        ? null
        : {
            volume: text(found.normative.reduce((sum, one) => sum + one.volume, 0)),
            value: piece.value,
            area: piece.area,
            source: piece.source,
          },
    average: found.average === null ? null : { volume: text(found.average.volume), source: found.average.source },
    billed: text(settled.billed),
    unbilled: text(settled.unbilled),
    deferred: text(settled.deferred),
    surplus: text(settled.surplus),
    area: decimalText(sharedArea(facts, context.to - 1, context.to).days, AREA_SCALE),
    charged: { lines: charged.lines, volume: text(charged.volume), amount: asKopecks(charged.amount) },
    residue: text(settled.billed - charged.volume),
    tariff: last.sets[0].single.text,
    heatTariff: last.heat?.text ?? null,
    heatNormative: last.heatNormative?.text ?? null,
    trueUps: found.trueUps.map(({ act }) => act),
    unheld: facts.premises.length - held.size,
  };
};

const chargedBy = (slots: readonly Slot[]): { readonly lines: number; readonly volume: number; readonly amount: number } => {
  let lines = 0;
  let volume = 0;
  let amount = 0;
  for (const slot of slots) {
    for (let place = 0; place < slot.count; place += 1) {
      amount += slot.amount[place] as number;
      if (slot.spec.component === 'heat') continue;
      lines += 1;
      volume += slot.volume[place] as number;
    }
  }
  return { lines, volume, amount };
};
