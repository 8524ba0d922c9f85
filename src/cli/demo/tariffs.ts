import { type Draft, type DraftOf, known, TAKEN_OVER } from './draft';
import { computed, SOURCES, type Source, VAT_2026 } from './sources';

type Unit = DraftOf<'tariff'>['unit'];

interface Step {
  readonly from: string;
  readonly value: string;
  readonly source: Source;
}

/** A growth as a fraction, with the words that say it. */
interface Growth {
  readonly times: number;
  readonly over: number;
  readonly words: string;
  readonly source: Source;
}

const VAT: Growth = { times: 122, over: 120, words: '122/120', source: VAT_2026 };
const grows = (percent: number, source: Source): Growth => ({
  times: 1000 + percent * 10,
  over: 1000,
  words: String(1 + percent / 100).replace('.', ','),
  source,
});

/** A tariff in roubles and kopecks after a growth, rounded to a kopeck. */
const grown = (value: string, { times, over }: Growth): string => {
  const kopecks = Math.floor((2 * Number(value.replace('.', '')) * times + over) / (2 * over));
  return `${Math.floor(kopecks / 100)}.${String(kopecks % 100).padStart(2, '0')}`;
};

const step = (from: string, base: string, growth: Growth): Step => ({
  from,
  value: grown(base, growth),
  source: computed(growth.source, `${base.replace('.', ',')} × ${growth.words}`),
});

const entryOf = ({ from, value, source }: Step) => ({ from, value, act: source.act, place: source.place });

/** Announced in time: the tariff of October becomes known in September. */
const OCTOBER_KNOWN = '2026-09-15';

/**
 * A tariff with the steps of 2026: on 1 January by the new VAT, on 1 October by the growth that was announced. Both are computed, and say so.
 * The second one becomes known in September, as a later version of the same fact.
 */
const withSteps = (code: string, title: string, unit: Unit, region: string, published: Step, october: Growth): readonly Draft[] => {
  const january = step('2026-01-01', published.value, VAT);
  const first = { kind: 'tariff', id: code, knownAt: known(TAKEN_OVER), code, title, region, unit, reviewedThrough: '2026-09-30' } as const;
  const entries = [published, january].map(entryOf);
  const later = [...entries, entryOf(step('2026-10-01', january.value, october))];
  return [
    { ...first, entries },
    {
      ...first,
      id: `${code}:2`,
      supersedes: code,
      knownAt: known(OCTOBER_KNOWN),
      by: 'экономист',
      why: 'новый тариф с 01.10.2026',
      reviewedThrough: '2026-12-31',
      entries: later,
    },
  ];
};

/** A tariff whose steps are all known from the beginning. */
const fixed = (code: string, title: string, unit: Unit, region: string, steps: readonly Step[]): Draft => ({
  kind: 'tariff',
  id: code,
  knownAt: known(TAKEN_OVER),
  code,
  title,
  region,
  unit,
  reviewedThrough: '2026-12-31',
  entries: steps.map(entryOf),
});

const maintenance = (code: string, region: string, value: string): Draft =>
  fixed(code, 'Содержание жилого помещения (пример)', 'RUB/m2-month', region, [{ from: '2025-01-01', value, source: SOURCES.meeting }]);

const MOW = 'ru-mow';
const PER = 'ru-per';
const JULY_2025 = '2025-07-01';

const moscow = (code: string, title: string, unit: Unit, value: string, source: Source, percent: number): readonly Draft[] =>
  withSteps(`msk.${code}`, title, unit, MOW, { from: JULY_2025, value, source }, grows(percent, SOURCES.moscowOctober));

/** Of the growth that was announced, 11 to 11,33 %, the lower bound is taken. */
const electricity = (code: string, title: string, value: string, source: Source): readonly Draft[] =>
  moscow(code, `Электроэнергия, ${title}`, 'RUB/kWh', value, source, 11);

/** Tariffs of Moscow: water, sewerage, electricity in houses with electric and with gas stoves. */
export const moscowTariffs = (): readonly Draft[] => [
  ...moscow('coldWater', 'Холодная вода, Москва', 'RUB/m3', '65.77', SOURCES.moscowWater, 9.4),
  ...moscow('hotWater', 'Горячая вода, Москва', 'RUB/m3', '312.50', SOURCES.moscowWater, 9.8),
  ...moscow('sewerage', 'Водоотведение, Москва', 'RUB/m3', '51.62', SOURCES.moscowDefaults, 9.4),
  ...electricity('electricity.single', 'электроплиты, без зон', '7.16', SOURCES.moscowElectricStoves),
  ...electricity('electricity.peak', 'электроплиты, пик', '10.23', SOURCES.moscowElectricStoves),
  ...electricity('electricity.night', 'электроплиты, ночь', '3.71', SOURCES.moscowElectricStoves),
  ...electricity('electricity.halfPeak', 'электроплиты, полупик', '7.16', SOURCES.moscowElectricStoves),
  ...electricity('electricityGas.single', 'газовые плиты, без зон', '7.87', SOURCES.moscowGasStoves),
  ...electricity('electricityGas.day', 'газовые плиты, день', '9.45', SOURCES.moscowGasStoves),
  ...electricity('electricityGas.night', 'газовые плиты, ночь', '4.08', SOURCES.moscowGasStoves),
  fixed('msk.electricity.others', 'Электроэнергия, нежилые помещения (пример)', 'RUB/kWh', MOW, [
    { from: '2025-01-01', value: '11.90', source: SOURCES.freePrice },
  ]),
  maintenance('msk.maintenance', MOW, '38.50'),
];

const perm = (code: string, title: string, unit: Unit, value: string): readonly Draft[] =>
  withSteps(`prm.${code}`, title, unit, PER, { from: '2024-07-01', value, source: SOURCES.perm }, grows(15, SOURCES.permOctober));

/** Tariffs of Perm: water, sewerage, heat for hot water, electricity in houses with gas stoves. */
export const permTariffs = (): readonly Draft[] => [
  ...perm('coldWater', 'Холодная вода, Пермь', 'RUB/m3', '41.45'),
  ...perm('sewerage', 'Водоотведение, Пермь', 'RUB/m3', '36.45'),
  ...perm('heat', 'Тепловая энергия, Пермь', 'RUB/Gcal', '2541.81'),
  ...perm('electricity', 'Электроэнергия, газовые плиты, Пермь', 'RUB/kWh', '5.50'),
  fixed('prm.electricity.others', 'Электроэнергия, нежилые помещения (пример)', 'RUB/kWh', PER, [
    { from: '2025-01-01', value: '9.70', source: SOURCES.freePrice },
  ]),
  maintenance('prm.maintenance', PER, '28.40'),
];

/** Cold water of Chernushka: the steps of 2026 stand in the act itself; other consumers pay the act's tariff with VAT. */
export const chernushkaTariffs = (): readonly Draft[] => [
  fixed('chr.coldWater', 'Холодная вода, Чернушка', 'RUB/m3', PER, [
    { from: '2025-07-01', value: '50.42', source: SOURCES.chernushka },
    { from: '2026-07-01', value: '52.37', source: SOURCES.chernushka },
  ]),
  fixed('chr.coldWater.others', 'Холодная вода, Чернушка, иные потребители', 'RUB/m3', PER, [
    { from: '2025-07-01', value: '50.424', source: computed(SOURCES.chernushka, '42,02 без НДС × 1,20') },
    { from: '2026-01-01', value: '51.2644', source: computed(SOURCES.chernushka, '42,02 без НДС × 1,22 (НДС 22 % с 2026 года)') },
    { from: '2026-07-01', value: '53.2408', source: computed(SOURCES.chernushka, '43,64 без НДС × 1,22 (НДС 22 % с 2026 года)') },
  ]),
  maintenance('chr.maintenance', PER, '24.10'),
];
