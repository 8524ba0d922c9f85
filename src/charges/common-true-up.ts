import { areaDays } from '../consumption/area';
import { type MeteredUnit, roundedVolume, VOLUME_SCALE } from '../consumption/formulas';
import { volumeThrough } from '../consumption/register-month';
import { TRUED_UP } from '../house/common-rules';
import { COMMON_AREA_SCALE, COMMON_FORMULAS, EXACT_MONEY_SCALE, trueUpShare, trueUpThrough } from '../house/formulas';
import { roomAreas } from '../house/room-areas';
import { type TrueUpMoney, trueUpMoney } from '../house/true-up';
import { lastDay, type Month, serial } from '../kernel/calendar';
import { decimalText, parseExact, scaledSafe } from '../kernel/gate';
import { asKopecks } from '../kernel/money';
import { scaled } from '../kernel/quantity';
import { must } from '../kernel/result';
import type { Line } from '../model/bill';
import type { CommonTermsRecord } from '../model/common-records';
import type { HouseFacts, PremisesFacts } from '../model/facts';
import { flatsOf } from '../model/flats';
import type { ActTrueUp, HouseAct } from '../model/house-act';
import type { MeteredService } from '../model/services';
import { SHAPES } from '../model/text-types';
import { calculate } from '../norms/formula';
import { sharedArea } from './common-areas';
import { type Due, dueIn } from './common-due';
import type { CommonHistory } from './common-history';
import type { AccountRow } from './holders';
import type { HouseCharges } from './house-month';
import type { PricedTerms } from './prices';

/** A line of a true-up for an account. */
export interface TrueUpLine {
  readonly account: string;
  readonly line: Line;
  /** Area of the premises on the last day of the period, on the area scale; of a room, the flat's area × its living area. */
  readonly area: number;
  /** What the area of the house is multiplied by for the share: of a room, the living area of all rooms of its flat. */
  readonly times: number;
  /** Exact money of the house that the line is a share of. */
  readonly money: bigint;
}

/** A true-up that is posted in the month, whole or a share of it, with its lines. */
export interface TrueUp {
  readonly act: ActTrueUp;
  readonly due: Due;
  readonly months: readonly SettledAct[];
  /** Area of all premises on the last day of the period. */
  readonly whole: number;
  readonly lines: readonly TrueUpLine[];
}

/** True-ups of ПП № 491, п. 29(3) that are posted in the month: of the year before, of a method that changed, of a provider that leaves. */
export const trueUpOf = (
  facts: HouseFacts,
  charges: HouseCharges,
  terms: CommonTermsRecord,
  priced: PricedTerms,
  history: CommonHistory,
): readonly TrueUp[] =>
  dueIn(facts, charges.context, terms).flatMap((due) => {
    const acts = due.months.flatMap((month) => settledAct(history, terms.service, month) ?? []);
    return acts.length === 0 ? [] : [posted(facts, charges, terms, priced, due, acts)];
  });

/** The act of a month as far as it is trued up: charged by normative or average while the house's volume is known; sewerage with its waters. */
const settledAct = (history: CommonHistory, service: MeteredService, month: Month): readonly SettledAct[] | undefined => {
  const act = history.act(service, month);
  if (act === undefined) return undefined;
  if (act.basis === 'fromWater') {
    const waters = (['coldWater', 'hotWater'] as const).flatMap((water) => history.act(water, month) ?? []);
    const open = waters.filter((water) => TRUED_UP.has(water.basis as never) && water.actual !== null);
    return open.length === 0 ? undefined : [{ act, difference: open.reduce((sum, water) => sum + deferred(water), 0), at: act }];
  }
  return TRUED_UP.has(act.basis as never) && act.actual !== null ? [{ act, difference: deferred(act), at: act }] : undefined;
};

/** A month of the period: its act, actual less charged on the volume scale, and the prices it is trued up at. */
export interface SettledAct {
  readonly act: HouseAct;
  readonly difference: number;
  readonly at: Pick<HouseAct, 'terms' | 'tariff' | 'heatTariff' | 'heatNormative'>;
}

const deferred = (act: HouseAct): number => scaledSafe(act.deferred, VOLUME_SCALE);

const tariffInt = (text: string): bigint => must(parseExact(text, SHAPES.tariff)).int;

const posted = (
  facts: HouseFacts,
  charges: HouseCharges,
  terms: CommonTermsRecord,
  priced: PricedTerms,
  due: Due,
  own: readonly SettledAct[],
): TrueUp => {
  const last = (own[own.length - 1] as SettledAct).act;
  const acts = charges.context.policies.commonTrueUpTariff === 'last' ? own.map((one) => ({ ...one, at: last })) : own;
  const money = trueUpMoney(
    acts.map(({ difference, at: { tariff, heatTariff, heatNormative } }) => {
      const heat =
        heatTariff === null || heatNormative === null ? null : { normative: tariffInt(heatNormative), tariff: tariffInt(heatTariff) };
      return { difference, tariff: tariffInt(tariff), heat };
    }),
  );
  const area = sharedArea(facts, serial(lastDay(last.month)), serial(lastDay(last.month)) + 1).days;
  const act: ActTrueUp = {
    from: (acts[0] as SettledAct).act.month,
    to: last.month,
    why: due.why,
    months: acts.length,
    volume: decimalText(money.volume, VOLUME_SCALE),
    money: decimalText(money.money, EXACT_MONEY_SCALE),
    heatMoney: money.heatMoney === null ? null : decimalText(money.heatMoney, EXACT_MONEY_SCALE),
    shares: due.of,
    share: due.last,
  };
  const lines = holdersAtEnd(charges).flatMap((row) => linesOf(facts, charges, terms, priced, due, acts, money, area, row));
  return { act, due, months: acts, whole: area, lines };
};

/** The account that holds each premises on the last day of the month: it gets the premises' share. */
const holdersAtEnd = ({ holders, context }: HouseCharges): readonly AccountRow[] => holders.filter((row) => row.to === context.to);

/**
 * Area of a premises on a day; a room has the part of its flat's that its living area is of all rooms' (формулы 16, 17). A flat that had no rooms
 * on the day goes to them as they are in the month of posting.
 */
const areaOn = (
  facts: HouseFacts,
  { context }: HouseCharges,
  { premises, premisesIndex }: AccountRow,
  day: number,
): { readonly area: number; readonly times: number } => {
  const flat = flatsOf(facts)?.of.get(premisesIndex);
  if (flat === undefined || flat.index === premisesIndex) return { area: areaDays(premises.premises.areas, day, day + 1), times: 1 };
  const then = roomAreas(facts.premises, flat, day, day + 1);
  const areas = then.ok ? then : roomAreas(facts.premises, flat, context.to - 1, context.to);
  if (!areas.ok) {
    const { code, at } = areas.error;
    if (!context.problems.some((known) => known.code === code && known.at === at)) context.problems.push({ code, at });
    return { area: 0, times: 0 };
  }
  const living = areas.value.weights[flat.rooms.indexOf(premisesIndex)] as number;
  const whole = areaDays((facts.premises[flat.index] as PremisesFacts).premises.areas, day, day + 1);
  return { area: whole * living, times: areas.value.weights.reduce((sum, weight) => sum + weight, 0) };
};

/** Money of a premises through a share, whole kopecks. */
const trueUpPart = (money: bigint, area: number, whole: number, first: number, last: number, of: number): number => {
  const total = calculate(trueUpShare, {
    D: scaled(money, EXACT_MONEY_SCALE, 'RUB'),
    S: scaled(area, COMMON_AREA_SCALE, 'm2'),
    Sоб: scaled(whole, COMMON_AREA_SCALE, 'm2'),
  });
  if (total === null) return Number.NaN;
  const through = (share: number): number =>
    Number(calculate(trueUpThrough, { P: scaled(total, 2, 'RUB'), a: scaled(share, 0, '1'), b: scaled(of, 0, '1') }));
  return through(last) - through(first - 1);
};

const linesOf = (
  facts: HouseFacts,
  charges: HouseCharges,
  terms: CommonTermsRecord,
  priced: PricedTerms,
  due: Due,
  acts: readonly SettledAct[],
  money: TrueUpMoney,
  houseArea: number,
  row: AccountRow,
): readonly TrueUpLine[] => {
  const last = (acts[acts.length - 1] as SettledAct).act;
  const { area, times } = areaOn(facts, charges, row, serial(lastDay(last.month)));
  const whole = houseArea * times;
  if (area <= 0 || whole <= 0) return [];
  const unit: MeteredUnit = priced.unit === 'kWh' ? 'kWh' : 'm3';
  const share = COMMON_FORMULAS[unit].share as (typeof COMMON_FORMULAS)['m3']['share'];
  const digits = charges.context.volumeDigits;
  const volume = roundedVolume(
    share,
    { V: scaled(money.volume, VOLUME_SCALE, 'm3'), S: scaled(area, COMMON_AREA_SCALE, 'm2'), Sоб: scaled(whole, COMMON_AREA_SCALE, 'm2') },
    digits,
  );
  const through = (part: number): number => volumeThrough(volume, part, due.of, unit, digits);
  const amount = asKopecks(trueUpPart(money.money, area, whole, due.first, due.last, due.of));
  const vat = priced.stretches[priced.stretches.length - 1]?.sets[0].single.vat;
  const line: Line = {
    kind: 'adjustment',
    service: terms.service,
    part: 'common',
    ...(money.heatMoney === null ? {} : { component: 'water' as const }),
    provider: terms.provider,
    month: last.month,
    basis: 'commonTrueUp',
    formula: trueUpThrough.id,
    unit: priced.unit,
    volume: decimalText(through(due.last) - through(due.first - 1), VOLUME_SCALE),
    tariffCode: terms.tariff,
    tariff: last.tariff,
    amount,
    ...(vat === undefined ? {} : { vat }),
    cause: terms.id,
  };
  const found: TrueUpLine[] =
    amount === 0 && line.volume === '0' ? [] : [{ account: row.account.number, line, area, times, money: money.money }];
  const heated = acts.findLast(({ at }) => at.heatTariff !== null && at.heatNormative !== null)?.at;
  if (money.heatMoney !== null && heated !== undefined) {
    const heat = asKopecks(trueUpPart(money.heatMoney, area, whole, due.first, due.last, due.of));
    const code = facts.common.terms.find(({ id }) => id === heated.terms)?.heatTariff ?? terms.heatTariff;
    if (heat !== 0)
      found.push({
        account: row.account.number,
        area,
        times,
        money: money.heatMoney,
        line: {
          ...line,
          component: 'heat',
          unit: 'Gcal',
          volume: '0',
          tariffCode: code ?? terms.tariff,
          tariff: heated.heatTariff as string,
          amount: heat,
        },
      });
  }
  return found;
};
