import type { DraftOf } from './draft';
import { FIRST_READ, Flat, LAST_MONTH } from './flat';
import { flatWithAccount, type Story } from './story';

/** Every meter of a flat, read every month; a month named in `closing` is read on that day, too, for whoever leaves. */
const readAlong = (flat: Flat, closing: string | null): void => {
  for (const service of flat.plan.metered) {
    const meter = flat.meter(service);
    if (closing === null) {
      meter.monthly(FIRST_READ, LAST_MONTH);
      continue;
    }
    const month = closing.slice(0, 7);
    meter.monthly(FIRST_READ, '2026-04').run(1, 2).read(closing, { purpose: 'closing', source: 'controller' });
    meter.run(1, 4).read(`${month}-24`).monthly('2026-06', LAST_MONTH);
  }
};

/** Sold inside May, with the meters read on the day. */
export const soldWithReading: Story = (out, plan, index) => {
  const flat = new Flat(out, plan, index);
  const seller = flat.account();
  flat.settled();
  readAlong(flat, '2026-05-16');
  flat.close(seller, '2026-05-16');
  flat.account({ holder: 2, from: '2026-05-16' });
};

/** Sold inside June; nobody read the meters, so the month goes by days. */
export const soldWithoutReading: Story = (out, plan, index) => {
  const flat = new Flat(out, plan, index);
  const seller = flat.account();
  flat.settled();
  readAlong(flat, null);
  flat.close(seller, '2026-06-11');
  flat.account({ holder: 2, from: '2026-06-11' });
};

/** The account ended in March; the next owner took the flat over in April. The days between belong to nobody. */
export const betweenOwners: Story = (out, plan, index) => {
  const flat = new Flat(out, plan, index);
  const seller = flat.account();
  flat.settled();
  readAlong(flat, null);
  flat.close(seller, '2026-03-20');
  flat.account({ holder: 2, from: '2026-04-03' });
};

/** Known by older numbers too, under which payments still come. */
export const oldNumbers: Story = (out, plan, index) => {
  const flat = new Flat(out, plan, index);
  flat.account({ old: oldNumbersOf(plan.id, index) });
  flat.settled().metered();
};

/** Old numbers of an account: of the program before, and of the one before that. */
export const oldNumbersOf = (house: string, index: number): readonly string[] => [
  `${house}/${index}`,
  `РКЦ-${house.toUpperCase()}-${index}`,
];

/** Measured anew in August: the area changes inside the month. */
export const measuredAnew: Story = (out, plan, index) => {
  const areas = [
    { from: '2015-01-01', value: '54.7' },
    { from: '2026-08-11', value: '55.92' },
  ];
  flatWithAccount(out, plan, index, { areas }).settled().metered();
};

const shopOf = (name: string): DraftOf<'account'>['payer'] => ({ kind: 'legalEntity', name });

/**
 * A shop: meters on the waters, electricity by the volume of its contract. From July nobody tells the cold-water reading: two months of
 * average, then the volume of the contract.
 */
export const shop: Story = (out, plan, index) => {
  const contract = `Договор № ${index}-Н`;
  const flat = new Flat(out, plan, index, {
    type: 'nonResidential',
    areas: [{ from: '2015-01-01', value: '148.6' }],
    contractVolumes: [
      ...(plan.metered.includes('electricity') ? [{ service: 'electricity', from: '2024-01-01', volume: '420', contract } as const] : []),
      { service: 'coldWater', from: '2024-01-01', volume: '9.5', contract },
    ],
  });
  flat.account({ payer: shopOf('ООО «Пример»') });
  flat
    .meter('coldWater', { pace: [6500, 9800] })
    .monthly(FIRST_READ, '2026-06')
    .silent('2026-07', LAST_MONTH);
  if (plan.metered.includes('hotWater')) flat.meter('hotWater', { pace: [900, 2100] }).monthly(FIRST_READ, LAST_MONTH);
};

/** An office with meters on everything. */
export const office: Story = (out, plan, index) => {
  const flat = new Flat(out, plan, index, { type: 'nonResidential', areas: [{ from: '2015-01-01', value: '83.2' }] });
  flat.account({ payer: shopOf('ИП Примеров') });
  const pace = {
    coldWater: [2100, 3600],
    hotWater: [700, 1500],
    electricity: [2600, 4100],
    sewerage: [2800, 5100],
    gas: [9000, 21_000],
    heating: [900, 2100],
  } as const;
  for (const service of plan.metered)
    flat
      .meter(service, { pace: pace[service], ...(service === 'electricity' ? { zones: ['T0'] as const } : {}) })
      .monthly(FIRST_READ, LAST_MONTH);
};
