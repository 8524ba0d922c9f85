import { AREA_SCALE } from '../consumption/area';
import { VOLUME_SCALE } from '../consumption/formulas';
import type { BillingProblem } from '../consumption/problems';
import { type CommonSettled, settleCommon } from '../house/common-balance';
import { type CommonBasis, type CommonRuleFacts, commonVolume, NEEDS_ACTUAL, NEEDS_NORMATIVE } from '../house/common-rules';
import { decimalText, scaledSafe } from '../kernel/gate';
import { err, ok, type Result } from '../kernel/result';
import type { Line, VolumeBasis } from '../model/bill';
import type { CommonTermsRecord } from '../model/common-records';
import type { HouseFacts } from '../model/facts';
import type { HouseAct } from '../model/house-act';
import type { ServiceRecord } from '../model/records';
import { type MeteredService, SERVICE_ORDER } from '../model/services';
import { rowFor } from '../norms/rules';
import { Block } from './block';
import { actOf } from './common-act';
import { sharedArea } from './common-areas';
import { CommonHistory } from './common-history';
import {
  type CommonNormativePiece,
  commonAverage,
  commonByNormative,
  ownUse,
  type PremisesMonth,
  premisesVolumes,
  type SuppliedMonth,
  suppliedMonth,
} from './common-known';
import { commonParts } from './common-parts';
import { type CommonPart, commonSlots } from './common-shares';
import { surplusSlots } from './common-surplus';
import { type TrueUp, trueUpOf } from './common-true-up';
import { priceSlots } from './compute';
import type { HouseCharges } from './house-month';
import { makesHotWater, usedForHotWater } from './own-production';
import { PriceBook, type PricedTerms } from './prices';
import type { Slot } from './slot';

/** Changes to earlier months posted in the month, by service, on the volume scale. */
export type PostedVolumes = ReadonlyMap<string, number>;

/** Everything found about one resource's common needs in a month: what lines and the act are made from, and what is told. */
export interface CommonService {
  readonly terms: CommonTermsRecord;
  readonly priced: PricedTerms;
  readonly facts: CommonRuleFacts;
  readonly basis: CommonBasis;
  readonly supplied: SuppliedMonth;
  readonly premises: PremisesMonth;
  readonly ownUse: number;
  readonly posted: number;
  /** `null` when the volume of the house, or of some premises, is not known. */
  readonly actual: number | null;
  readonly carriedIn: number;
  readonly normative: readonly CommonNormativePiece[] | null;
  readonly average: ReturnType<typeof commonAverage>;
  readonly waters: { readonly cold: number; readonly hot: number } | null;
  readonly settled: CommonSettled;
  readonly parts: readonly CommonPart[];
  readonly trueUps: readonly TrueUp[];
}

/** Common needs of a house in a month: columns of lines, lines of true-ups by account, and an act per resource. */
export interface CommonMonth {
  readonly slots: readonly Slot[];
  readonly trueUps: ReadonlyMap<string, readonly Line[]>;
  readonly acts: readonly HouseAct[];
  readonly services: readonly CommonService[];
}

const BASIS: Readonly<Record<CommonBasis, VolumeBasis>> = {
  none: 'commonMeter',
  meter: 'commonMeter',
  meterCapped: 'commonMeter',
  keepMeter: 'commonMeter',
  keepMeterCapped: 'commonMeter',
  normative: 'commonNormative',
  normativeFlat: 'commonNormative',
  keepNormative: 'commonNormative',
  keepNormativeTrueUp: 'commonNormative',
  keepAverage: 'commonAverage',
  keepAverageTrueUp: 'commonAverage',
  fromWater: 'commonFromWater',
};

/**
 * Common needs of a house for a month («общедомовые нужды», «ресурсы на содержание общего имущества»): the regime of the day by the rule table, the
 * volume of the house less its premises, what becomes of it, and each account's share by area.
 *
 * @param charges the own charges of every premises
 * @param posted volumes of changes to earlier months that this month posts (C18)
 * @returns problems when a volume that the regime needs cannot be found: then nothing is charged for the house
 */
export const commonMonth = (
  facts: HouseFacts,
  charges: HouseCharges,
  posted: PostedVolumes,
  history: CommonHistory,
): Result<CommonMonth, readonly BillingProblem[]> => new CommonWork(facts, charges, posted, history, null).run();

/**
 * Common needs of a closed month divided anew: prices, areas and holders as they are known now, volumes of the house and of its premises as the acts of the
 * month have them, for later changes of volumes count in the month that posts them (C18). A surplus that was given back stays as it was.
 *
 * @param charges rows and prices of the month; own volumes are not asked
 */
export const commonMonthAgain = (
  facts: HouseFacts,
  charges: HouseCharges,
  acts: readonly HouseAct[],
): Result<CommonMonth, readonly BillingProblem[]> =>
  new CommonWork(facts, charges, new Map(), new CommonHistory(charges.month, () => undefined), acts).run();

class CommonWork {
  private readonly block: Block;
  private readonly done = new Map<MeteredService, CommonService>();

  constructor(
    private readonly facts: HouseFacts,
    private readonly charges: HouseCharges,
    private readonly posted: PostedVolumes,
    private readonly history: CommonHistory,
    /** Acts of the month, when it is divided anew. */
    private readonly acts: readonly HouseAct[] | null,
  ) {
    const { context, rows } = charges;
    this.block = new Block({ ...context, problems: [] }, rows.length, new Uint8Array(rows.length));
  }

  run(): Result<CommonMonth, readonly BillingProblem[]> {
    const { context } = this.block;
    const slots: Slot[] = [];
    for (const service of COMMON_ORDER) {
      const found = this.service(service);
      if (found === null) continue;
      this.done.set(service, found);
      slots.push(...commonSlots(this.facts, this.block, this.charges.holders, found.priced, found.parts, BASIS[found.basis]));
      if (found.settled.surplus > 0) slots.push(...surplusSlots(this.facts, this.block, this.charges, service, found.settled.surplus));
    }
    if (context.problems.length > 0) return err(context.problems);
    const priced = priceSlots(this.block, slots);
    const services = SERVICE_ORDER.flatMap((service) => this.done.get(service as MeteredService) ?? []);
    const broken = priced.find((slot) => tooLarge(slot));
    if (broken !== undefined) return err([{ code: 'amount-too-large', at: `house ${this.facts.house.id}`, value: broken.spec.service }]);
    return ok({
      slots: priced,
      trueUps: linesByAccount(services),
      acts: services.map((found) => actOf(this.facts, this.charges, found, priced)),
      services,
    });
  }

  private service(service: MeteredService): CommonService | null {
    const { facts } = this;
    const { context } = this.block;
    const records = facts.common.terms.filter(
      (one) => one.service === service && one.from <= context.last && (one.to === null || one.to > context.first),
    );
    const terms = records[records.length - 1];
    if (terms === undefined) return null;
    const act = this.acts?.find((one) => one.service === service && one.provider === terms.provider);
    if (this.acts !== null && (act === undefined || act.surplus !== '0')) return null;
    const priced = this.priced(service, records);
    const [first] = priced.stretches;
    const last = priced.stretches[priced.stretches.length - 1];
    if (first === undefined || last === undefined) return null;
    const supplied = suppliedMonth(facts, context, service);
    const taken = act === undefined ? this.takenIn(service) : takenBy(act);
    const { premises, used, posted } = taken;
    const asked = this.asked(terms, service, supplied);
    const row = rowFor(commonVolume, asked, context.first);
    if (row < 0) {
      context.problems.push({ code: 'no-rule', value: commonVolume.id, facts: { day: context.first } });
      return null;
    }
    const basis = (commonVolume.rows[row] as (typeof commonVolume.rows)[number]).basis;
    this.checkMeter(terms, supplied);
    if (NEEDS_ACTUAL.has(basis) && premises.missing.length > 0) {
      context.problems.push({
        code: 'common-incomplete',
        at: `commonTerms ${terms.id}`,
        value: service,
        facts: { premises: premises.missing.join(', ') },
      });
      return null;
    }
    const known = supplied.volume !== null && premises.missing.length === 0;
    const balance = known ? (supplied.volume as number) - premises.volume - used - posted : null;
    const actual = act === undefined ? balance : volumeOf(act.actual);
    const normative = NEEDS_NORMATIVE.has(basis) ? commonByNormative(context, terms, first.from, last.to) : null;
    const byAverage = basis === 'keepAverage' || basis === 'keepAverageTrueUp';
    const average = byAverage ? (act === undefined ? commonAverage(context, terms, this.history) : averageOf(act)) : null;
    if ((basis === 'keepAverage' || basis === 'keepAverageTrueUp') && average === null) {
      context.problems.push({ code: 'common-average-missing', at: `commonTerms ${terms.id}`, value: service });
      return null;
    }
    const carriedIn = act === undefined ? this.carriedIn(terms, service) : scaledSafe(act.carriedIn, VOLUME_SCALE);
    const waters = basis === 'fromWater' ? { cold: this.billed('coldWater'), hot: this.billed('hotWater') } : null;
    const settled = settleCommon(basis, {
      actual,
      normative: normative?.reduce((sum, piece) => sum + piece.volume, 0) ?? null,
      average: average?.volume ?? null,
      carriedIn,
      waters: waters === null ? null : waters.cold + waters.hot,
    });
    const parts = commonParts(context, priced, settled.billed, BASIS[basis], supplied.taken, normative);
    const found = {
      ...{
        terms,
        priced,
        facts: asked,
        basis,
        supplied,
        premises,
        ownUse: used,
        posted,
        actual,
        carriedIn,
        normative,
        average,
        waters,
        settled,
      },
      ...{ parts, trueUps: [] },
    };
    this.history.made(actOf(facts, this.charges, found, []));
    return act !== undefined ? found : { ...found, trueUps: trueUpOf(facts, this.charges, terms, priced, this.history) };
  }

  /** What premises and the house itself took, and what is posted of earlier months. */
  private takenIn(service: MeteredService): Taken {
    const { facts } = this;
    const own = premisesVolumes(facts, this.charges, service);
    const forHotWater = usedForHotWater(facts, this.charges, service);
    return {
      premises: { ...own, missing: [...new Set([...own.missing, ...forHotWater.missing])] },
      used: ownUse(facts, this.block.context.month, service) + forHotWater.volume,
      posted: this.postedOf(service),
    };
  }

  private asked(terms: CommonTermsRecord, service: MeteredService, supplied: SuppliedMonth): CommonRuleFacts {
    const { context } = this.block;
    const management = [...(this.facts.house.management ?? [])]
      .sort((a, b) => (a.from < b.from ? 1 : -1))
      .find((one) => one.from <= context.last);
    return {
      company: (management?.kind ?? 'company') === 'company',
      sewerage: service === 'sewerage',
      metered: supplied.volume !== null,
      method: terms.method,
      excessToOwners: terms.excessToOwners,
      bySupplier: terms.bySupplier,
      ceiling: context.policies.commonBefore2022 === 'ceiling',
    };
  }

  /** A method that reads the meter, in a house where nothing of the kind exists, is a mistake of the facts and no month without readings. */
  private checkMeter(terms: CommonTermsRecord, supplied: SuppliedMonth): void {
    const { context } = this.block;
    if ((terms.method === 'meter' || terms.method === 'automated') && !supplied.equipped)
      context.problems.push({
        code: 'common-meter-missing',
        at: `commonTerms ${terms.id}`,
        value: terms.service,
        facts: { month: context.month },
      });
  }

  private priced(service: MeteredService, records: readonly CommonTermsRecord[]): PricedTerms {
    const { context } = this.block;
    const book = new PriceBook(this.facts, context.month, context.from, context.to, context.policies.multiplierChange, false);
    const priced = book.commonTerms(service, records.map(asService), context.services.length);
    context.problems.push(...book.problems);
    const broken = sharedArea(this.facts, context.from, context.to);
    if (broken.stated && broken.ofPremises > broken.days && !context.problems.some(({ code }) => code === 'premises-area-exceeded'))
      context.problems.push({
        code: 'premises-area-exceeded',
        at: `house ${this.facts.house.id}`,
        value: areaText(broken.ofPremises, context.days),
        facts: { stated: areaText(broken.days, context.days) },
      });
    return priced;
  }

  private carriedIn(terms: CommonTermsRecord, service: MeteredService): number {
    const { context } = this.block;
    const last = this.history.latest(service, terms.provider);
    const reset = context.policies.commonNegative === 'resetAtYearEnd';
    if (reset && (last === undefined ? context.month.endsWith('-01') : last.month.slice(0, 4) !== context.month.slice(0, 4))) return 0;
    if (last !== undefined) return scaledSafe(last.carriedOut, VOLUME_SCALE);
    return terms.carried === undefined ? 0 : 0 - scaledSafe(terms.carried, VOLUME_SCALE);
  }

  /** Changes to earlier months that enter the balance; hot water made in the house was cold water of it. */
  private postedOf(service: MeteredService): number {
    const made = service === 'coldWater' && makesHotWater(this.charges.context);
    return (this.posted.get(service) ?? 0) + (made ? (this.posted.get('hotWater') ?? 0) : 0);
  }

  private billed(service: 'coldWater' | 'hotWater'): number {
    return this.done.get(service)?.settled.billed ?? 0;
  }
}

/** What was taken in a month beside the common volume. */
interface Taken {
  readonly premises: PremisesMonth;
  readonly used: number;
  readonly posted: number;
}

const volumeOf = (text: string | null): number | null => (text === null ? null : scaledSafe(text, VOLUME_SCALE));

const takenBy = (act: HouseAct): Taken => ({
  premises: { groups: [], volume: scaledSafe(act.premisesVolume, VOLUME_SCALE), missing: [] },
  used: scaledSafe(act.ownUse, VOLUME_SCALE),
  posted: scaledSafe(act.posted, VOLUME_SCALE),
});

const averageOf = ({ average }: HouseAct): ReturnType<typeof commonAverage> =>
  average === null ? null : { volume: scaledSafe(average.volume, VOLUME_SCALE), source: average.source, sum: 0, months: 0 };

/** Area of a day, of an area by days. */
const areaText = (areaDays: number, days: number): string => decimalText(Math.round(areaDays / days), AREA_SCALE);

/** Waters first: common sewerage takes their volumes. */
const COMMON_ORDER: readonly MeteredService[] = ['coldWater', 'hotWater', 'electricity', 'sewerage'];

/** Common terms as terms of a service, for their prices. */
const asService = (terms: CommonTermsRecord): ServiceRecord => ({
  kind: 'service',
  id: terms.id,
  house: terms.house,
  service: terms.service,
  provider: terms.provider,
  from: terms.from,
  to: terms.to,
  tariff: terms.tariff,
  ...(terms.heatTariff === undefined ? {} : { heatTariff: terms.heatTariff }),
  ...(terms.heatNormative === undefined ? {} : { heatNormative: terms.heatNormative }),
  meterDuty: false,
});

const tooLarge = (slot: Slot): boolean => {
  for (let place = 0; place < slot.count; place += 1)
    if (!Number.isSafeInteger(slot.amount[place]) || !Number.isSafeInteger(slot.volume[place])) return true;
  return false;
};

const linesByAccount = (services: readonly CommonService[]): ReadonlyMap<string, readonly Line[]> => {
  const lines = new Map<string, Line[]>();
  for (const { trueUps } of services) {
    for (const { account, line } of trueUps.flatMap((one) => one.lines)) {
      const own = lines.get(account);
      if (own === undefined) lines.set(account, [line]);
      else own.push(line);
    }
  }
  return lines;
};
