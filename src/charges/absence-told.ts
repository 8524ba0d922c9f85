import { utilityAbsenceRules } from '../consumption/absence-rules';
import { heatOfHotWater, NORMATIVE_SCALE, sewerageFromWater, VOLUME_SCALE } from '../consumption/formulas';
import { dayFromSerial, daysWords } from '../kernel/calendar';
import { decimalText } from '../kernel/gate';
import { quantity, scaled } from '../kernel/quantity';
import { must } from '../kernel/result';
import type { TraceNode } from '../kernel/trace';
import type { Line } from '../model/bill';
import type { ExplainedChoice, ExplainedLine } from '../model/explanation';
import { titleInside } from '../model/services';
import { citation } from '../norms/act';
import { ABSENCE } from '../norms/acts-quality';
import { choose } from '../norms/rules';
import { ABSENCE_CHARGE, ABSENCE_VOLUME, absenceResource } from './absence-formulas';
import type { AbsenceCut, AskedAbsence } from './absence-found';
import type { AbsenceLine, AbsenceVolume } from './absence-lines';
import { excessFormulaOf, raisedFormulaOf } from './formulas';
import type { PricedMonth } from './prices';
import { sourceWords } from './source-words';
import type { Teller, ToldVolume } from './telling';
import { priceNode, shortly } from './told-parts';
import { absenceText, awayNode } from './waste-source-told';

/** What absence takes off a charge, told. */
export const tellAbsence = (context: PricedMonth, teller: Teller, one: AbsenceLine, own: readonly ExplainedLine[]): TraceNode => {
  const title = `Снижение за отсутствие: ${titleInside(one.line.service)}`;
  if (one.of === 'absenceExcess') {
    return { ...excessNode(context, teller, one), title: `${title}, превышение из-за коэффициента` };
  }
  const { base, taken, how, line } = one;
  const T = own.find((other) => other.line === base)?.trace.under?.find(({ symbol }) => symbol === 'T');
  const formula = ABSENCE_CHARGE[line.unit as keyof typeof ABSENCE_CHARGE] as (typeof ABSENCE_CHARGE)['m3'];
  const { node } = teller.step(
    formula,
    { T: quantity(line.tariff, 'RUB/m3'), V: scaled(0 - taken, VOLUME_SCALE, 'm3') },
    { ...(T === undefined ? {} : { T: shortly(T) }), V: volumeNode(context, teller, taken, how, line) },
  );
  const legal = how.is === 'waters' ? citation(ABSENCE.sewerage, context.first) : null;
  return { ...node, title, ...(legal === null ? {} : { legal }) };
};

const excessNode = (
  { policies }: PricedMonth,
  teller: Teller,
  { line, reduced }: Extract<AbsenceLine, { of: 'absenceExcess' }>,
): TraceNode => {
  const K = quantity(line.factor as string, '1');
  if (policies.multiplierOn === 'roundedCharge') return teller.step(excessFormulaOf(line), { P: scaled(reduced.amount, 2, 'RUB'), K }).node;
  const { node } = teller.step(raisedFormulaOf(line), { T: quantity(line.tariff, 'RUB/m3'), V: quantity(reduced.volume, 'm3'), K });
  const charge = decimalText(reduced.amount, 2);
  return { ...node, symbol: 'ΔP', value: decimalText(line.amount, 2), notes: [`${node.value} − (${charge})`] };
};

const volumeNode = (context: PricedMonth, teller: Teller, taken: number, how: AbsenceVolume, line: Line): TraceNode => {
  const told = toldVolume(context, teller, how);
  const whole = how.is === 'waters' ? how.part : Number(told.volume);
  const notes = [
    ...(how.is === 'waters' && BigInt(how.part) !== told.volume ? ['часть объёма за дни тарифа'] : []),
    ...(taken < whole ? ['столько осталось в этой строке; не больше начисленного объёма'] : []),
  ];
  return {
    symbol: 'V',
    title: 'Объём за дни отсутствия',
    value: decimalText(0 - taken, VOLUME_SCALE),
    unit: line.unit,
    under: [told.node],
    ...(notes.length === 0 ? {} : { notes }),
  };
};

const toldVolume = (context: PricedMonth, teller: Teller, how: AbsenceVolume): ToldVolume => {
  const m3 = (volume: number) => scaled(volume, VOLUME_SCALE, 'm3');
  const { volumeDigits } = context;
  switch (how.is) {
    case 'normative': {
      const { terms, cuts } = how.found;
      const W = cuts.reduce((sum, { weight }) => sum + weight, 0);
      return teller.step(
        ABSENCE_VOLUME[terms.unit === 'kWh' ? 'kWh' : 'm3'] as (typeof ABSENCE_VOLUME)['m3'],
        { W: scaled(W, NORMATIVE_SCALE, 'm3-day/month'), D: scaled(context.days, 0, 'day/month') },
        { W: weightNode(cuts, W, terms.unit) },
        volumeDigits,
      );
    }
    case 'heat':
      return teller.step(
        heatOfHotWater,
        { q: quantity(how.q.text, 'Gcal/m3'), V: m3(how.water) },
        { q: priceNode('q', how.q, 'Gcal/m3') },
        volumeDigits,
      );
    case 'resource':
      return teller.step(
        absenceResource,
        { Vр: quantity(how.of.volume, 'm3'), Vо: m3(how.water), Vв: quantity(how.base.volume, 'm3') },
        {},
        volumeDigits,
      );
    case 'waters':
      return teller.step(sewerageFromWater, { Vхв: m3(how.cold), Vгв: m3(how.hot) });
  }
};

/** Normatives that fall away, day by day: those with everybody less those without the people who were away. */
const weightNode = (cuts: readonly AbsenceCut[], W: number, unit: string): TraceNode => ({
  symbol: 'W',
  title: 'Норматив отсутствующих × дни',
  value: decimalText(W, NORMATIVE_SCALE),
  unit: `${unit}-day/month`,
  under: cuts.map((cut): TraceNode => {
    const { from, to, persons, whole, left, away, weight, share } = cut;
    const gone = Math.min(persons, away.length);
    const days = to - from;
    return {
      symbol: 'N × n',
      title: daysWords({ from: dayFromSerial(from), to: dayFromSerial(to) }),
      value: decimalText(weight, NORMATIVE_SCALE),
      unit: `${unit}-day/month`,
      arithmetic:
        whole === left || persons === gone
          ? `${whole} × ${gone} × ${days}`
          : `(${whole} × ${persons} − ${left} × ${persons - gone}) × ${days}`,
      under: [
        { symbol: 'N', title: share.record.title, value: whole, unit: `${unit}/person-month`, source: sourceWords(share.entry) },
        awayNode(
          'n',
          gone * days,
          away.map((one) => ({ ...one, from, to })),
        ),
      ],
    };
  }),
});

/** What became of each absence for a service, with the reason. */
export const absenceChoices = (asked: readonly AskedAbsence[], context: PricedMonth): readonly ExplainedChoice[] =>
  asked.map(({ absence, facts }) => {
    const { basis, legal, rejected } = must(choose(utilityAbsenceRules, facts, context.first));
    return { point: '', zone: 'T0', basis, legal, because: absenceText(absence), periods: 0, rejected };
  });
