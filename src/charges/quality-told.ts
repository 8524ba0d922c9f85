import type { Breaks } from '../consumption/quality-breaks';
import type { Deviation } from '../consumption/quality-deviations';
import { qualityRules } from '../consumption/quality-rules';
import { decimalText } from '../kernel/gate';
import { asKopecks, roublesText } from '../kernel/money';
import { quantity, scaled } from '../kernel/quantity';
import type { TraceNode } from '../kernel/trace';
import type { Line } from '../model/bill';
import type { IncidentRecord } from '../model/records';
import { titleInside } from '../model/services';
import { citation } from '../norms/act';
import { QUALITY } from '../norms/acts-quality';
import type { PricedMonth } from './prices';
import {
  MINUTE_SCALE,
  MINUTES_IN_HOUR,
  qualityCold,
  qualityColdHeat,
  qualityDays,
  qualityHours,
  qualityUndelivered,
} from './quality-formulas';
import type { QualityCounted, QualityLine } from './quality-lines';
import { sourceWords } from './source-words';
import type { Teller, ToldVolume } from './telling';
import { kopecks, priceNode } from './told-parts';

/** What bad quality takes off a charge, told: hours counted and tolerated, the part of the charge, the charge, the cap, the clause. */
export const tellQuality = (context: PricedMonth, teller: Teller, one: QualityLine): TraceNode => {
  const told = step(teller, one);
  const clause = one.rule === 'undelivered' ? QUALITY.undelivered : qualityRules.rows.find(({ basis }) => basis === one.rule)?.clause;
  const legal = clause === undefined ? null : citation(clause, context.first);
  const notes = [
    ...(told.node.notes ?? []),
    ...(kopecks(told) > one.left
      ? [
          `${told.node.value} больше того, что осталось от платы: снижения вместе не больше ${roublesText(asKopecks(one.base))} (${citation(QUALITY.cap, context.first)})`,
        ]
      : []),
  ];
  return {
    ...told.node,
    value: decimalText(one.line.amount, 2),
    title: `Снижение за качество: ${titleInside(one.line.service)}`,
    ...(legal === null ? {} : { legal }),
    ...(notes.length === 0 ? {} : { notes }),
  };
};

const step = (teller: Teller, { base, lines, counted }: QualityLine): ToldVolume => {
  const P = scaled(base, 2, 'RUB');
  const minutes = (value: number) => scaled(value, 0, 'minute');
  switch (counted.by) {
    case 'hours': {
      const { share, minutes: m } = counted;
      return teller.step(
        qualityHours,
        { P, s: quantity(share.value, '1/hour'), m: scaled(m, MINUTE_SCALE, 'minute'), q: scaled(MINUTES_IN_HOUR, 0, 'minute/hour') },
        { P: baseNode(base, lines), s: shareNode(share), m: hoursNode(counted) },
      );
    }
    case 'days':
      return teller.step(
        qualityDays,
        { P, d: scaled(counted.days, 0, 'day'), D: scaled(counted.of, 0, 'day') },
        {
          P: baseNode(base, lines),
          d: {
            symbol: 'd',
            title: 'Дней ненадлежащего качества',
            value: String(counted.days),
            unit: 'day',
            notes: deviationNotes(counted.deviations),
          },
        },
      );
    case 'undelivered':
      return teller.step(
        qualityUndelivered,
        { P, m: minutes(counted.minutes), M: minutes(counted.of) },
        {
          P: baseNode(base, lines),
          m: {
            symbol: 'm',
            title: 'Минут без услуги',
            value: String(counted.minutes),
            unit: 'minute',
            source: hoursText(counted.minutes),
            notes: breakNotes(counted.breaks),
          },
        },
      );
    case 'cold': {
      const { part, deviations } = counted;
      const letters = {
        V: scaled(part.volume, 7, 'm3'),
        Tг: quantity(part.line.tariff, 'RUB/m3'),
        K: quantity(part.factor, '1'),
        m: minutes(part.minutes),
        M: minutes(part.of),
      } as const;
      const m = {
        symbol: 'm',
        title: 'Минут холоднее предела',
        value: String(part.minutes),
        unit: 'minute',
        source: hoursText(part.minutes),
        notes: deviationNotes(deviations),
      };
      return part.price === null
        ? teller.step(qualityColdHeat, letters, { m })
        : teller.step(
            qualityCold,
            { ...letters, Tх: quantity(part.price.text, 'RUB/m3') },
            { m, Tх: priceNode('Tх', part.price, 'RUB/m3') },
          );
    }
  }
};

const baseNode = (base: number, lines: readonly Line[]): TraceNode => ({
  symbol: 'P',
  title: 'Плата за месяц после перерасчёта за отсутствие',
  value: decimalText(base, 2),
  unit: 'RUB',
  ...(lines.length === 1 ? {} : { arithmetic: lines.map(({ amount }) => decimalText(amount, 2)).join(' + ') }),
});

const shareNode = (share: Extract<QualityCounted, { by: 'hours' }>['share']): TraceNode => ({
  symbol: 's',
  title: 'Доля платы за час',
  value: share.value,
  unit: '1/hour',
  source: sourceWords(share),
});

const hoursNode = ({ minutes, breaks, deviations }: Extract<QualityCounted, { by: 'hours' }>): TraceNode => ({
  symbol: 'm',
  title: breaks === null ? 'Минут нарушения' : 'Минут перерыва сверх допустимого',
  value: decimalText(minutes, MINUTE_SCALE),
  unit: 'minute',
  source: `${decimalText(Math.round(minutes / MINUTES_IN_HOUR), 2)} ч${breaks === null ? '' : monthText(breaks)}`,
  notes: breaks === null ? deviationNotes(deviations) : breakNotes(breaks),
});

const monthText = ({ runs }: Breaks): string => {
  const sum = (of: (run: Breaks['runs'][number]) => number): number => runs.reduce((all, run) => all + of(run), 0);
  return runs.length === 0
    ? ''
    : `; перерывов за месяц ${hoursText(sum(({ minutes }) => minutes))}, из них единовременно допустимо ${hoursText(sum(({ free }) => free))}`;
};

const breakNotes = ({ runs, byAct }: Breaks): readonly string[] => [
  ...runs.map(({ of, minutes, free }) => {
    const [first, last] = [of[0] as IncidentRecord, of[of.length - 1] as IncidentRecord];
    return `${of.map(({ document }) => document).join(', ')}: с ${first.from} по ${last.to}, в этом месяце ${hoursText(minutes)}, из них единовременно допустимо ${hoursText(free)}`;
  }),
  ...byAct.map(({ document, from, to, hoursAbove }) => `${document}: с ${from} по ${to}, по акту сверх допустимого ${hoursAbove} ч`),
];

/** Deviations of each fact, with temperatures and how many times each counts. */
const deviationNotes = (deviations: readonly Deviation[]): readonly string[] => {
  const facts = new Map<IncidentRecord, Map<string, number>>();
  for (const { incident, from, to, times, cold, celsius } of deviations) {
    const what = celsius === null ? '' : `при ${decimalText(celsius, 1)} °C${times > 1 && !cold ? ` × ${times}` : ''} `;
    const own = facts.get(incident) ?? new Map<string, number>();
    own.set(what, (own.get(what) ?? 0) + to - from);
    facts.set(incident, own);
  }
  return [...facts].map(
    ([{ document, from, to, deviationPercent, megapascals }, own]) =>
      `${document}: с ${from} по ${to}${deviationPercent === undefined ? '' : `, отклонение ${deviationPercent} %`}${megapascals === undefined ? '' : `, ${megapascals} МПа`}: ${[...own].map(([what, minutes]) => `${what}${hoursText(minutes)}`).join(', ')}`,
  );
};

/** @example hoursText(90) //=> '1 ч 30 мин' */
const hoursText = (minutes: number): string =>
  `${Math.floor(minutes / MINUTES_IN_HOUR)} ч${minutes % MINUTES_IN_HOUR === 0 ? '' : ` ${minutes % MINUTES_IN_HOUR} мин`}`;
