import type { Instant } from '../../src/kernel/calendar';

const ACT = 'Приказ для проверки, № 1';

const series = (kind: 'tariff' | 'normative', code: string, unit: string, value: string) => ({
  kind,
  id: `${kind}-${code}`,
  code,
  title: code,
  unit,
  reviewedThrough: '2026-12-31',
  entries: [{ from: '2020-01-01', value, act: ACT }],
});

/** Providers, tariffs and normatives: facts of no house. Maintenance 30,00 a m², cold water 50,00 a m³. */
export const common = [
  { kind: 'provider', id: 'uk', name: 'УК «Уют»', inn: '7701234567' },
  { kind: 'provider', id: 'vk', name: 'Водоканал' },
  series('tariff', 'mt', 'RUB/m2-month', '30'),
  series('tariff', 'cw', 'RUB/m3', '50'),
  series('normative', 'ncw', 'm3/person-month', '5'),
];

const flat = (house: string, number: string, area: string) => {
  const premises = `${house}-${number}`;
  return [
    {
      kind: 'premises',
      id: premises,
      house,
      number,
      type: 'dwelling',
      areas: [{ from: '2020-01-01', value: area }],
      owners: [{ from: '2020-01-01', count: 1 }],
    },
    {
      kind: 'account',
      id: `${premises}-account`,
      number: `${premises}-A`,
      aliases: [`old-${premises}`],
      premises,
      from: '2020-01-01',
      payer: { kind: 'person', name: `Житель ${number}` },
    },
    {
      kind: 'meter',
      id: `${premises}-m`,
      premises,
      service: 'coldWater',
      serial: '1',
      commissionedOn: '2025-08-20',
      registers: [{ initial: '0' }],
    },
    { kind: 'resident', id: `${premises}-r`, premises, person: 'p1', from: '2020-01-01' },
  ];
};

/** A reading of a flat's meter taken on the 20th. */
export const reading = (premises: string, month: string, value: string) => ({
  kind: 'reading',
  id: `${premises}-${month}`,
  meter: `${premises}-m`,
  takenOn: `${month}-20`,
  value,
});

/** Readings that grow by the same cubic metres each month. */
export const readings = (premises: string, months: readonly string[], each: number) =>
  months.map((month, index) => reading(premises, month, String((index + 1) * each)));

/** Its provider reckons no penalties, unless a test is about them. */
const POLICIES: Readonly<Record<string, string>> = { penaltyPosting: 'none' };

/** A house of three flats: 50, 40 and 60 m², each with a water meter; its own bills begin in January 2026. */
export const house = (id = 'h', policies = POLICIES) => [
  { kind: 'house', id, address: 'ул. Садовая, 1', region: 'test', billedSince: '2026-01', policies },
  { kind: 'service', id: `${id}-mt`, house: id, service: 'maintenance', provider: 'uk', from: '2020-01-01', tariff: 'mt' },
  { kind: 'service', id: `${id}-cw`, house: id, service: 'coldWater', provider: 'vk', from: '2020-01-01', tariff: 'cw', normative: 'ncw' },
  ...flat(id, '1', '50'),
  ...flat(id, '2', '40'),
  ...flat(id, '10', '60'),
];

/** A paid work of January, all but its id. */
export const PAID_WORK = {
  kind: 'paidWork',
  account: 'h-1-A',
  provider: 'uk',
  on: '2026-01-20',
  item: 'sealing',
  title: 'Опломбировка',
  quantity: '1',
  price: '350.50',
  document: 'заявка № 1',
};
/** A payment among the facts. */
export const paymentFact = (id: string, account: string, amount: string, paidOn: string, more: object = {}) => ({
  kind: 'payment',
  id,
  account,
  amount,
  paidOn,
  ...more,
});

/** Months before the first bill and the four that are billed. */
export const BEFORE = ['2025-09', '2025-10', '2025-11', '2025-12'] as const;
export const BILLED = ['2026-01', '2026-02', '2026-03', '2026-04'] as const;

export const at = (text: string): Instant => `${text}T09:00:00.000Z` as Instant;
