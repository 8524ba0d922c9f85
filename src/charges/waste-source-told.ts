import type { AwayDays } from '../consumption/absence';
import { AREA_SCALE } from '../consumption/area';
import { VOLUME_SCALE } from '../consumption/formulas';
import { dayFromSerial, daysWords, dayWords } from '../kernel/calendar';
import { decimalText } from '../kernel/gate';
import type { TraceNode } from '../kernel/trace';
import type { AbsenceRecord } from '../model/records';
import type { PricedMonth } from './prices';
import { sourceWords } from './source-words';
import type { Teller, ToldVolume } from './telling';
import { letterOf, WASTE_SUM_SCALE } from './waste-formulas';
import type { WasteShare, WasteSource } from './waste-parts';
import { isOne, type PlainSource, quantityDays, roomStep, shareSum, stepOf } from './waste-volume';

/** An absence in words: who, from departure to return, when it was applied for, by which documents. */
export const absenceText = ({ person, from, to, appliedOn, documents }: AbsenceRecord): string =>
  `${person}, отъезд ${dayWords(from)}, возвращение ${dayWords(to)}, заявление ${dayWords(appliedOn)}; ${documents.map(({ what }) => what).join(', ')}`;

type Told = { readonly context: Pick<PricedMonth, 'days' | 'volumeDigits'>; readonly teller: Teller };

/** The volume of a source, told: what the columns compute. */
export const tellSource = (of: Told, source: WasteSource, unit: 'm3' | 't', away?: readonly AwayDays[]): ToldVolume => {
  const { context, teller } = of;
  if (source.kind !== 'room') {
    const { of: formula, values } = stepOf(source, unit, context.days);
    return teller.step(formula, values as never, nodesOf(source, unit, away) as never, context.volumeDigits);
  }
  const whole = tellSource(of, source.flat, unit);
  const node: TraceNode = { ...whole.node, title: `Объём квартиры ${source.flatId}` };
  const through = (until: number): ToldVolume => {
    const { of: formula, values } = roomStep(whole.volume, until, source.of, unit);
    return teller.step(formula, values as never, { V: node } as never, context.volumeDigits);
  };
  const [upper, lower] = [through(source.through), through(source.from)];
  if (source.from === 0) return { volume: upper.volume, node: { ...upper.node, title: 'Доля комнаты по жилой площади' } };
  const volume = upper.volume - lower.volume;
  return {
    volume,
    node: {
      symbol: 'V',
      title: 'Доля комнаты по жилой площади',
      value: decimalText(volume, VOLUME_SCALE),
      unit,
      expression: 'C₂ − C₁',
      arithmetic: `${upper.node.value} − ${lower.node.value}`,
      under: [
        { ...upper.node, symbol: 'C₂' },
        { ...lower.node, symbol: 'C₁', under: [] },
      ],
    },
  };
};

const nodesOf = (source: PlainSource, unit: 'm3' | 't', away: readonly AwayDays[] | undefined): Readonly<Record<string, TraceNode>> => {
  switch (source.kind) {
    case 'normative': {
      const { shares, form } = source;
      const [first] = shares;
      if (first === undefined) return {};
      if (isOne(shares)) return { N: normativeNode(first), [letterOf(form.base)]: quantityNode(shares, form.base, away) };
      const sum = shares.reduce((all, share) => all + shareSum(share, form.base), 0n);
      return {
        W: {
          symbol: 'W',
          title: 'Сумма норматив × количество × дни',
          value: decimalText(sum, WASTE_SUM_SCALE),
          unit: '',
          under: shares.map((share) => ({
            symbol: `N × ${letterOf(form.base)}`,
            title: daysWords({ from: dayFromSerial(share.from), to: dayFromSerial(share.to) }),
            value: decimalText(shareSum(share, form.base), WASTE_SUM_SCALE),
            unit: '',
            under: [normativeNode(share), quantityNode([share], form.base, away)],
          })),
        },
      };
    }
    case 'containers': {
      const { removal, by } = source;
      const others = by === 'person' ? `${removal.otherResidents} чел.` : `${removal.otherArea} м²`;
      const shared = by === 'person' ? removal.otherResidents > 0 : Number(removal.otherArea) > 0;
      return {
        Vк: { symbol: 'Vк', title: 'Вывезено из контейнеров за месяц', value: removal.volume, unit, source: removal.source },
        ...(away === undefined ? {} : { n: awayNode('n', source.own, away) }),
        ...(shared
          ? {
              Σn: {
                symbol: 'Σn',
                title: by === 'person' ? 'Проживающие, которым служат контейнеры' : 'Площадь, которой служат контейнеры, × дни',
                value: by === 'person' ? String(source.all) : decimalText(source.all, AREA_SCALE),
                unit: by === 'person' ? 'person-day' : 'm2-day',
                notes: [`с другими домами: ${others}`],
              },
            }
          : {}),
      };
    }
    case 'contract':
      return {
        Vд: { symbol: 'Vд', title: 'Объём за месяц', value: source.volume, unit: `${unit}/month`, source: source.source },
        D: { symbol: 'D', title: 'Дней, за которые объём', value: String(source.of), unit: 'day/month' },
      };
  }
};

const normativeNode = ({ record, entry, normative }: WasteShare): TraceNode => ({
  symbol: 'N',
  title: record.title,
  value: normative,
  unit: record.unit,
  source: sourceWords(entry),
});

const QUANTITY = {
  person: { title: 'Проживающие', unit: 'person-day', scale: 0, of: 'чел.' },
  m2: { title: 'Общая площадь × дни', unit: 'm2-day', scale: AREA_SCALE, of: 'м²' },
  unit: { title: 'Единицы категории × дни', unit: 'unit-day', scale: AREA_SCALE, of: 'ед.' },
} as const;

const quantityNode = (shares: readonly WasteShare[], base: keyof typeof QUANTITY, away: readonly AwayDays[] | undefined): TraceNode => {
  if (away !== undefined) return awayNode(letterOf(base), quantityDays(shares), away);
  const { title, unit, scale, of } = QUANTITY[base];
  const owners = shares.some(({ people }) => people?.owners === true);
  const ofRooms = shares.reduce((sum, { people }) => sum + (people?.ofOwners ?? 0), 0);
  return {
    symbol: letterOf(base),
    title: owners ? `${title}: в дни, когда никто не проживает, — собственники` : title,
    value: decimalText(quantityDays(shares), scale),
    unit,
    arithmetic: shares.map(({ text, from, to }) => `${text} × ${to - from}`).join(' + '),
    source: shares
      .map(({ text, from, to, people }) => `${text} ${of}${people?.owners === true ? ' (собственники)' : ''}, ${to - from} дн.`)
      .join('; '),
    ...(ofRooms > 0 ? { notes: [`из них по числу собственников комнат, где никто не проживает: ${ofRooms}`] } : {}),
  };
};

/** Days of people who were away, told. */
export const awayNode = (symbol: string, days: number, away: readonly AwayDays[]): TraceNode => ({
  symbol,
  title: 'Отсутствовали, человеко-дней',
  value: String(days),
  unit: 'person-day',
  notes: away.map(
    ({ absence, from, to }) =>
      `${absenceText(absence)}: ${daysWords({ from: dayFromSerial(from), to: dayFromSerial(to) })}, ${to - from} дн.`,
  ),
});
