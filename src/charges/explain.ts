import { heatOfHotWater, sewerageFromWater, VOLUME_SCALE } from '../consumption/formulas';
import type { BillingProblem } from '../consumption/problems';
import { firstDay, type Month } from '../kernel/calendar';
import { decimalText } from '../kernel/gate';
import { asKopecks } from '../kernel/money';
import { quantity, scaled } from '../kernel/quantity';
import { err, invariant, ok, type Result } from '../kernel/result';
import type { TraceNode } from '../kernel/trace';
import type { VolumeBasis } from '../model/bill';
import type { ExplainedLine, ExplainedService, Explanation } from '../model/explanation';
import type { HouseFacts } from '../model/facts';
import { isHousing } from '../model/housing-services';
import type { ServiceCode } from '../model/services';
import { titleInside } from '../model/services';
import { type Clause, citation } from '../norms/act';
import { PP354 } from '../norms/acts';
import { bearsOnCharges, POLICIES, type PolicyCode } from '../norms/policies';
import { policyText } from '../norms/policy';
import { absenceChoices } from './absence-told';
import { ApartLines } from './apart';
import { tellApartLines } from './apart-told';
import { chargeHouse, openMonth, ownProductionOf } from './charge-house';
import { sewerageParts } from './compute';
import { type CHARGE_FORMULAS, chargeFormulaOf } from './formulas';
import { type AccountRow, accountRows, holdersOf } from './holders';
import { linesFrom } from './house-month';
import { sameFlat, volumesOfHouse } from './house-volumes';
import { tellHousing, whyNot } from './housing-told';
import { makesHotWater, type OwnProduction } from './own-production';
import { ownProductionClause, tellResource } from './own-production-told';
import { houseUses } from './premises-uses';
import { groupNames } from './price-sets';
import type { Price, PricedMonth, PricedResource, PricedTerms } from './prices';
import { RangeTeller } from './ranges-told';
import { readingRemarks } from './reading-remarks';
import { heatSpec, resourceSpecs, type SlotSpec, stretchOf } from './slot';
import { groupOf } from './tariff-group';
import { Teller, type ToldVolume } from './telling';
import { gasLineClause } from './telling-gas';
import { TellingSink, type ToldSlot } from './telling-sink';
import { kopecks, priceNode, tellFactor } from './told-parts';
import { tellConstants } from './two-part-told';
import { tellVat } from './vat-told';
import { tellWaste, type WasteTelling, wasteChoices } from './waste-told';

/**
 * Tell how the charges of an account for a month came to be («почему такая сумма»): the same rules and formulas as {@link chargeHouse},
 * evaluated with decimal.js and told aloud. Values equal those of the silent run to the last digit.
 *
 * @param service only this service
 * @param through readings that close months up to this one (counted) are known; the month itself by default
 * @returns `account-unknown` when the house has no such account in the month, or the problems of the charge itself
 */
export const explainAccount = (
  facts: HouseFacts,
  month: Month,
  account: string,
  service?: ServiceCode,
  through?: number,
): Result<Explanation, readonly BillingProblem[]> => {
  const priced = openMonth(facts, month, through);
  if (!priced.ok) return priced;
  const context = priced.value;
  const rows = accountRows(facts, context.from, context.to);
  const row = rows.find((one) => one.account.number === account || one.account.aliases.includes(account));
  if (row === undefined) return err([{ code: 'account-unknown', value: account, facts: { month } }]);
  const charged = chargeHouse(facts, month, { only: new Set([row.premisesIndex]), through: context.through });
  if (!charged.ok) return charged;
  const made = makesHotWater(context) ? ownProductionOf(facts, month) : ok(null);
  if (!made.ok) return made;
  const told = tell(facts, context, rows, row);
  if (!told.ok) return told;
  const remarks = readingRemarks(facts, houseUses(facts).of(row.premisesIndex), month);
  const together = rows.filter((one) => one.premisesIndex === row.premisesIndex || sameFlat(facts, one, row));
  const found = new ApartLines(facts, context, together);
  const all = context.services.map((terms): ExplainedService => {
    const sink = told.value;
    const title = terms.stretches[terms.stretches.length - 1]?.record.title;
    return {
      service: terms.service,
      ...(terms.item === null ? {} : { item: terms.item }),
      ...(title === undefined ? {} : { title }),
      lines: new LineTeller(facts, context, month, sink, row, groupOf(row, groupNames(facts)), made.value).lines(terms),
      choices:
        terms.service === 'waste' && row.account.share === undefined
          ? wasteChoices({ facts, context, terms, row })
          : [
              ...sink.choicesOf(terms),
              ...absenceChoices(
                found.askedOf(row).filter((one) => one.service === terms.service),
                context,
              ),
            ],
      remarks: remarks.get(terms.service) ?? [],
    };
  });
  const services = all.filter((one) => service === undefined || one.service === service);
  const own = all.flatMap(({ lines }) => lines);
  const apart = tellApartLines(found, context, new Teller(context, 'm3'), row, own).filter(
    (one) => service === undefined || one.service === service,
  );
  const asked = context.services.filter((terms) => isHousing(terms.service) && (service === undefined || terms.service === service));
  const notCharged = asked.flatMap((terms) =>
    services.some((one) => one.service === terms.service && (one.item ?? null) === terms.item && one.lines.length > 0)
      ? []
      : (whyNot(facts, context, terms, row) ?? []),
  );
  const unknown = service !== undefined && service !== 'paidWork' && service !== 'subscription' && services.length === 0;
  return unknown
    ? err([{ code: 'service-unknown', value: service, facts: { month } }])
    : ok({
        account: row.account.number,
        month,
        services: [...services.filter((one) => one.lines.length > 0 || one.choices.some(({ basis }) => basis === 'wasteNone')), ...apart],
        ...(notCharged.length === 0 ? {} : { notCharged }),
        policies: policiesInWords(facts, month),
      });
};

const tell = (
  facts: HouseFacts,
  context: PricedMonth,
  rows: readonly AccountRow[],
  row: AccountRow,
): Result<TellingSink, readonly BillingProblem[]> => {
  const sink = new TellingSink(context, groupOf(row, groupNames(facts)));
  const holders = holdersOf(rows).filter((one) => one.premisesIndex === row.premisesIndex || sameFlat(facts, one, row));
  volumesOfHouse(facts, context, holders, sink, row.premisesIndex);
  return context.problems.length > 0 ? err(context.problems) : ok(sink);
};

const policiesInWords = (facts: HouseFacts, month: Month): readonly string[] =>
  Object.entries(facts.house.policies)
    .filter(([code]) => bearsOnCharges(code as PolicyCode))
    .map(([code, value]) => policyText(POLICIES[code as PolicyCode], value, firstDay(month)));

/** Turns told volumes into lines with traces. */
class LineTeller {
  private readonly teller: Teller;

  constructor(
    private readonly facts: HouseFacts,
    private readonly context: PricedMonth,
    private readonly month: Month,
    private readonly sink: TellingSink,
    private readonly row: AccountRow,
    private readonly group: number,
    private readonly made: OwnProduction | null,
  ) {
    this.teller = new Teller(context, 'm3');
  }

  lines(terms: PricedTerms): readonly ExplainedLine[] {
    const { context, teller, row, group } = this;
    if (isHousing(terms.service)) return tellHousing(this.facts, context, teller, terms, row, group);
    if (row.account.share !== undefined) return [];
    if (terms.service === 'waste') return this.waste(terms);
    const out: ExplainedLine[] = [];
    const whole = this.slots(terms).map((slot) => ({ slot, spec: slot.spec, volume: this.sink.volumeOf(slot) }));
    for (const { slot, spec, volume } of terms.ranged ? new RangeTeller(context, teller, row, group).parts(terms, whole) : whole) {
      out.push(...this.priced(spec, slot, volume));
      const heat = heatSpec(spec);
      const normative = stretchOf(spec).heatNormative;
      if (heat !== null && normative !== null) out.push(...this.priced(heat, slot, this.heat(normative, volume)));
      for (const resource of resourceSpecs(spec)) out.push(...this.priced(resource, slot, this.resource(resource.resource, volume)));
    }
    for (const { slot, spec, volume } of tellConstants(context, teller, terms, row, group)) out.push(...this.priced(spec, slot, volume));
    return out;
  }

  private waste(terms: PricedTerms): readonly ExplainedLine[] {
    const { facts, context, teller, row, group } = this;
    const priced: WasteTelling['priced'] = (spec, slot, volume) => this.priced(spec, slot, volume);
    return tellWaste({ facts, context, teller, terms, row, group, priced });
  }

  private slots(terms: PricedTerms): readonly ToldSlot[] {
    const own = this.sink.slotsOf(terms, this.row.row);
    return terms.service === 'sewerage' ? [...own, ...this.sewerage(terms)].sort((a, b) => a.place - b.place) : own;
  }

  private heat(normative: Price, volume: ToldVolume): ToldVolume {
    return this.teller.step(
      heatOfHotWater,
      { q: quantity(normative.text, 'Gcal/m3'), V: scaled(volume.volume, VOLUME_SCALE, 'm3') },
      { q: priceNode('q', normative, 'Gcal/m3'), V: volume.node },
      this.context.volumeDigits,
    );
  }

  private resource(of: PricedResource, water: ToldVolume): ToldVolume {
    invariant(this.made !== null, 'a house with resources for hot water makes it');
    const { normative } = of;
    const q = normative === null ? null : priceNode('q', normative, normative.unit);
    return tellResource(this.teller, this.context.volumeDigits, this.made, of, water, q);
  }

  /** Charge and, with the multiplier, its excess. */
  private priced(spec: SlotSpec, slot: ToldSlot, volume: ToldVolume): readonly ExplainedLine[] {
    const { price, factor, unit } = spec;
    const of = chargeFormulaOf(spec) as (typeof CHARGE_FORMULAS)['m3'];
    const T = { int: BigInt(price.int), scale: price.scale, unit: 'RUB/m3' as const };
    const V = scaled(volume.volume, VOLUME_SCALE, 'm3');
    const charge = this.teller.step(of, { T, V }, { T: priceNode('T', price, `RUB/${unit}`), V: volume.node });
    const base = kopecks(charge);
    const title = `Плата: ${titleInside(spec.service)}${spec.component === null ? '' : COMPONENT_TITLE[spec.component]}${spec.use === null ? '' : `, ${spec.use}`}`;
    const metered =
      slot.basis === 'meter' && this.row.premises.premises.type === 'nonResidential' ? PP354.byMeterNonResidential : undefined;
    const legal =
      citation(
        slot.clause ?? gasLineClause(spec, slot.basis, this.row) ?? metered ?? LINE_CLAUSE[slot.basis] ?? PP354.fixedCharge,
        firstDay(this.month),
      ) ?? charge.node.legal;
    const own = ownProductionClause(spec, this.row, this.made);
    const ownLegal = own === null ? null : citation(own, firstDay(this.month));
    const clauseOf = ownLegal !== null ? { legal: ownLegal } : spec.component === null && legal !== undefined ? { legal } : {};
    const traces: TraceNode[] = [{ ...charge.node, ...clauseOf, title }];
    let excess = 0;
    if (factor !== null) {
      const told = tellFactor(this.teller, this.context, { ...spec, factor }, charge, volume);
      excess = told.excess;
      traces.push(told.node);
    }
    const lines = linesFrom(spec, slot.basis, Number(volume.volume), asKopecks(base), asKopecks(excess), this.month);
    return tellVat(this.teller, lines, traces);
  }

  /** Sewerage that follows the waters of the row. */
  private sewerage(terms: PricedTerms): readonly ToldSlot[] {
    const days = this.sink.followerOf(terms, this.row.row);
    if (days === undefined) return [];
    const raises = this.context.policies.sewerageMultiplier === 'yes';
    const out: ToldSlot[] = [];
    for (const slotClass of raises ? (['metered', 'raised'] as const) : (['metered'] as const)) {
      const waters = (service: ServiceCode): ToldVolume =>
        this.sink.waterOf(service, this.row.row, (one) => !raises || (one === 'raised') === (slotClass === 'raised'));
      const [cold, hot] = [waters('coldWater'), waters('hotWater')];
      const whole = this.teller.step(
        sewerageFromWater,
        { Vхв: scaled(cold.volume, VOLUME_SCALE, 'm3'), Vгв: scaled(hot.volume, VOLUME_SCALE, 'm3') },
        { Vхв: cold.node, Vгв: hot.node },
      );
      if (slotClass === 'raised' && whole.volume === 0n) continue;
      for (const part of sewerageParts(
        { ...this.sink.waterDays(this.row.row), context: this.context },
        0,
        days,
        Number(whole.volume),
        this.context.volumeDigits,
      )) {
        const volume = BigInt(part.volume);
        const node =
          volume === whole.volume
            ? whole.node
            : { ...whole.node, value: decimalText(volume, VOLUME_SCALE), notes: ['часть объёма за дни тарифа'] };
        out.push(this.sink.madeSlot(terms, part.stretch, slotClass, 'fromWater', { volume, node }));
      }
    }
    return out;
  }
}

const COMPONENT_TITLE = {
  water: ', вода',
  heat: ', тепловая энергия',
  gas: ', газ на подогрев',
  electricity: ', электроэнергия на подогрев',
  constant: ', ставка за мощность',
} as const;

/** Clause of a line's charge by the basis of its volume. */
const LINE_CLAUSE: Partial<Record<VolumeBasis, Clause>> = {
  meter: PP354.byMeter,
  average: PP354.average,
  mixed: PP354.byMeter,
  normative: PP354.byNormative,
  normativeShortHistory: PP354.shortHistory,
  normativeSilent: PP354.normativeAfterSilence,
  normativeRaised: PP354.normativeAfterUnfit,
  noMeterRaised: PP354.byNormativeRaised,
  fromWater: PP354.sewerageFromWater,
  contract: PP354.byContract,
  accessRefused: PP354.normativeAfterRefusal,
  installationRefused: PP354.installationRefused,
  averageDelayed: PP354.supplierDelay,
  normativeDelayed: PP354.supplierDelay,
  tampering: PP354.tampering,
  unauthorised: PP354.unauthorised,
  connection: PP354.unauthorised,
  check: PP354.check,
  landPlot: PP354.landPlot,
};
