import { dayFromSerial, dayWords, serial } from '../kernel/calendar';
import { decimalText, withCommas } from '../kernel/gate';
import { asKopecks, roublesText } from '../kernel/money';
import type { TraceNode } from '../kernel/trace';
import type { BenefitRecord } from '../model/benefit-records';
import type { ExplainedChoice, ExplainedLine, ExplainedService } from '../model/explanation';
import type { HouseFacts } from '../model/facts';
import { POLICIES } from '../norms/policies';
import type { Taken } from './benefit-take';
import { discountLines, type ServiceBenefits, serviceBenefits } from './benefits';
import type { AccountRow } from './holders';
import type { PricedMonth } from './prices';
import { Teller } from './telling';
import { shortly } from './told-parts';
import { tellVat } from './vat-told';

/** Title of a benefit for people. */
export const benefitTitle = ({ title, category }: BenefitRecord): string => title ?? category;

/** The discounts of an account told: a service each, with the benefits that gave nothing and why; in the order of the bill. */
export const tellDiscounts = (
  facts: HouseFacts,
  context: PricedMonth,
  row: AccountRow,
  own: readonly ExplainedLine[],
): readonly ExplainedService[] => {
  const teller = new Teller(context, 'm3');
  const lines = own.map(({ line }) => line);
  return serviceBenefits(facts, context, row, lines, 'discount', teller).map((found): ExplainedService => {
    const title = found.taken[0]?.group.line.title;
    return {
      service: found.service,
      ...(found.item === null ? {} : { item: found.item }),
      ...(title === undefined ? {} : { title }),
      lines: found.taken.flatMap((taken) => tellOne(teller, taken, own)),
      choices: choicesOf(context, found),
      remarks: [],
    };
  });
};

const tellOne = (teller: Teller, taken: Taken, own: readonly ExplainedLine[]): readonly ExplainedLine[] => {
  const charge = own.find(({ line }) => line === taken.group.line)?.trace;
  const node = benefitNode(taken, charge);
  return tellVat(teller, discountLines(taken), [
    { ...node, value: decimalText(0 - taken.amount, 2), title: `Льгота: ${benefitTitle(taken.benefit)}` },
  ]);
};

/** What a benefit takes, with whose it is, on which days, by which act. */
export const benefitNode = ({ node, benefit, days, of }: Taken, charge?: TraceNode): TraceNode => ({
  ...node,
  ...(charge === undefined || node.under === undefined ? {} : { under: node.under.map((one) => toldAbove(one, charge)) }),
  notes: [
    ...(node.notes ?? []),
    `${benefit.act}; человек в льготе: ${benefit.persons}; действует ${daysOf(benefit)}`,
    ...(days === of ? [] : [`дней льготы ${days} из ${of}`]),
  ],
});

/** The fee and its price were told with the charge. */
const toldAbove = (one: TraceNode, charge: TraceNode): TraceNode => {
  if (one.symbol === 'P') return { ...shortly(charge), symbol: 'P' };
  const price = one.symbol === 'T' ? charge.under?.find(({ symbol }) => symbol === 'T') : undefined;
  return price ?? one;
};

const daysOf = ({ from, to }: BenefitRecord): string =>
  to === null ? `с ${dayWords(from)}` : `${dayWords(from)} — ${dayWords(dayFromSerial(serial(to) - 1))}`;

const choicesOf = ({ policies }: PricedMonth, { taken, notTaken }: ServiceBenefits): readonly ExplainedChoice[] => {
  const [other] = notTaken;
  if (other === undefined) return [];
  const [first] = taken;
  const value = policies.benefitOrder;
  return [
    {
      point: '',
      zone: 'T0',
      basis:
        first === undefined
          ? 'льготы нет'
          : `льгота «${benefitTitle(first.benefit)}» ${withCommas(roublesText(asKopecks(sumOf(taken, first.benefit))))} ₽`,
      legal: (first ?? other).benefit.act,
      ...(first === undefined ? {} : { because: `${POLICIES.benefitOrder.title}: ${POLICIES.benefitOrder.values[value]}` }),
      periods: 0,
      rejected: notTaken.map(({ benefit, why }) => ({ basis: benefitTitle(benefit), why })),
    },
  ];
};

const sumOf = (taken: readonly Taken[], of: BenefitRecord): number =>
  taken.reduce((sum, { benefit, amount }) => (benefit === of ? sum + amount : sum), 0);
