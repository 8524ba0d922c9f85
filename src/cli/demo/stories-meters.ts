import type { MeteredService } from '../../model/services';
import { FIRST_READ, LAST_MONTH } from './flat';
import { readingDay } from './meter-log';
import { flatWithAccount, type Story, watersOf } from './story';

/** Readings of water stop in March; one comes in August. Case «б» of п. 59: the average three times, the normative, then the true-up. */
export const silent: Story = (out, plan, index) => {
  const flat = flatWithAccount(out, plan, index).settled(2).metered(watersOf(plan));
  for (const service of watersOf(plan)) {
    flat.meter(service).monthly(FIRST_READ, '2026-02').silent('2026-03', '2026-07').monthly('2026-08', LAST_MONTH);
  }
};

/** One reading of cold water comes after the 25th: it counts for May, and April, billed by the average, is trued up. */
export const afterTheDay: Story = (out, plan, index) => {
  const flat = flatWithAccount(out, plan, index).settled().metered(['coldWater']);
  flat.meter('coldWater').monthly(FIRST_READ, '2026-03').run().read('2026-04-27').monthly('2026-05', LAST_MONTH);
};

/**
 * The verification of the cold-water meter ended on 10.02.2026: average for February, March and April, the raised normative from May, the
 * fourth month. The resident goes on sending readings; they are refused. A new meter stands in August.
 */
export const expired: Story = (out, plan, index) => {
  const flat = flatWithAccount(out, plan, index).settled(3).metered(['coldWater']);
  flat
    .meter('coldWater', { commissionedOn: '2020-02-10' })
    .monthly(FIRST_READ, '2026-07')
    .change('2026-08-14', { removedOn: '2026-08-14' }, 'прибор заменён');
  flat.meter('coldWater', { suffix: '-2', commissionedOn: '2026-08-14' }).run(1, 3).read('2026-08-24').monthly('2026-09', LAST_MONTH);
};

/** A meter of hot water (cold where there is no hot) expires with a reading on its last day: metered up to it, averaged after it. */
export const expiredWithReading: Story = (out, plan, index) => {
  const service: MeteredService = plan.metered.includes('hotWater') ? 'hotWater' : 'coldWater';
  const flat = flatWithAccount(out, plan, index).settled().metered([service]);
  flat
    .meter(service, { commissionedOn: '2020-03-15' })
    .monthly(FIRST_READ, '2026-02')
    .run(1, 2)
    .read('2026-03-15', { purpose: 'closing', source: 'controller' })
    .change('2026-05-20', { removedOn: '2026-05-20' }, 'прибор заменён');
  flat.meter(service, { suffix: '-2', commissionedOn: '2026-05-20' }).run(1, 10).read('2026-05-24').monthly('2026-06', LAST_MONTH);
};

/** The verification of the hot-water meter ends with March and nobody does anything about it. */
export const expiredForGood: Story = (out, plan, index) => {
  const flat = flatWithAccount(out, plan, index).settled(2).metered(['hotWater']);
  flat.meter('hotWater', { commissionedOn: '2020-03-31' }).monthly(FIRST_READ, '2026-03');
};

/** The verification of the cold-water meter ended on 05.03.2026; verified anew on 12.06.2026, the meter bills from the reading of that day. */
export const verifiedLate: Story = (out, plan, index) => {
  const flat = flatWithAccount(out, plan, index).settled(2).metered(['coldWater']);
  flat
    .meter('coldWater', { commissionedOn: '2020-03-05' })
    .monthly(FIRST_READ, '2026-02')
    .silent('2026-03', '2026-05')
    .run(1, 2)
    .verified('2026-06-12', '2032-06-11')
    .read('2026-06-12', { source: 'controller' })
    .run(1, 3)
    .read('2026-06-24')
    .monthly('2026-07', LAST_MONTH);
};

/** The cold-water meter fails in April and is replaced in July. */
export const failed: Story = (out, plan, index) => {
  const flat = flatWithAccount(out, plan, index).settled().metered(['coldWater']);
  flat
    .meter('coldWater')
    .monthly(FIRST_READ, '2026-03')
    .change('2026-04-12', { failedOn: '2026-04-12' }, 'счётный механизм остановился')
    .change('2026-07-06', { removedOn: '2026-07-06' }, 'прибор заменён');
  flat.meter('coldWater', { suffix: '-2', commissionedOn: '2026-07-06' }).run(1, 2).read('2026-07-24').monthly('2026-08', LAST_MONTH);
};

/** A replacement inside March with a closing reading. */
export const replaced: Story = (out, plan, index) => {
  const flat = flatWithAccount(out, plan, index).settled().metered(['coldWater']);
  flat
    .meter('coldWater')
    .monthly(FIRST_READ, '2026-02')
    .run(1, 2)
    .read('2026-03-17', { purpose: 'closing', source: 'controller' })
    .change('2026-03-17', { removedOn: '2026-03-17' }, 'прибор заменён');
  flat.meter('coldWater', { suffix: '-2', commissionedOn: '2026-03-17' }).run(1, 4).read('2026-03-24').monthly('2026-04', LAST_MONTH);
};

/** A replacement inside May; nobody wrote down what stood on the old dial. */
export const replacedBlindly: Story = (out, plan, index) => {
  const flat = flatWithAccount(out, plan, index).settled().metered(['hotWater']);
  flat
    .meter('hotWater')
    .monthly(FIRST_READ, '2026-04')
    .change('2026-05-13', { removedOn: '2026-05-13' }, 'прибор заменён, показание не записано');
  flat.meter('hotWater', { suffix: '-2', commissionedOn: '2026-05-13' }).run(1, 3).read('2026-05-24').monthly('2026-06', LAST_MONTH);
};

/** Two meters on each water. */
export const twoRisers: Story = (out, plan, index) => {
  const flat = flatWithAccount(out, plan, index).settled().metered(watersOf(plan));
  for (const service of watersOf(plan)) {
    for (const point of ['kitchen', 'bath']) flat.meter(service, { suffix: `-${point}`, point, share: 2 }).monthly(FIRST_READ, LAST_MONTH);
  }
};

/** Two cold-water meters, the kitchen's expires in January: three months of its average, then the normative of the whole flat. */
export const oneOfTwoExpires: Story = (out, plan, index) => {
  const flat = flatWithAccount(out, plan, index).settled(2).metered(['coldWater']);
  flat.meter('coldWater', { suffix: '-bath', point: 'bath', share: 2 }).monthly(FIRST_READ, LAST_MONTH);
  const kitchen = { point: 'kitchen', share: 2 };
  flat
    .meter('coldWater', { ...kitchen, suffix: '-kitchen', commissionedOn: '2020-01-20' })
    .monthly(FIRST_READ, '2025-12')
    .change('2026-06-09', { removedOn: '2026-06-09' }, 'прибор заменён');
  const next = flat.meter('coldWater', { ...kitchen, suffix: '-kitchen-2', commissionedOn: '2026-06-09' });
  next.run(1, 2).read('2026-06-24').monthly('2026-07', LAST_MONTH);
};

/** A meter that came in December and was read once: too short a history for an average. Silent from February, read again in April. */
export const shortHistory: Story = (out, plan, index) => {
  const flat = flatWithAccount(out, plan, index).settled(2).metered(['coldWater']);
  flat
    .meter('coldWater', { commissionedOn: '2025-12-10' })
    .monthly('2026-01', '2026-01')
    .silent('2026-02', '2026-03')
    .monthly('2026-04', LAST_MONTH);
};

/** The electricity meter fails in February; the supplier replaces it in September, and the average has no limit until then. */
export const darkMeter: Story = (out, plan, index) => {
  const flat = flatWithAccount(out, plan, index).settled().metered(['electricity']);
  flat
    .meter('electricity')
    .monthly(FIRST_READ, '2026-01')
    .change('2026-02-18', { failedOn: '2026-02-18' }, 'табло погасло')
    .change('2026-09-10', { removedOn: '2026-09-10' }, 'прибор заменён поставщиком');
  flat.meter('electricity', { suffix: '-2', commissionedOn: '2026-09-10' }).run(1, 2).read('2026-09-24').monthly('2026-10', LAST_MONTH);
};

/** A dial of four digits goes through zero in spring. */
export const rollover: Story = (out, plan, index) => {
  const flat = flatWithAccount(out, plan, index).settled().metered(['coldWater']);
  const untilSpring = 46 * 3050 * flat.people;
  flat.meter('coldWater', { digits: 4, commissionedOn: '2022-05-17', initial: 10_000_000 - untilSpring }).monthly(FIRST_READ, LAST_MONTH);
};

/** The reading of June lies below the one of May: it is held, June goes by the average, July's reading trues it up. */
export const heldReading: Story = (out, plan, index) => {
  const flat = flatWithAccount(out, plan, index).settled().metered(['coldWater']);
  const june = readingDay(flat.id, '2026-06');
  flat.meter('coldWater').monthly(FIRST_READ, '2026-05').run().read(june, { slip: -40_000 }).monthly('2026-07', LAST_MONTH);
};

/** March was told 30 m³ too high; April's reading lies below it and is accepted as a correction. */
export const correctedReading: Story = (out, plan, index) => {
  const flat = flatWithAccount(out, plan, index).settled().metered(['coldWater']);
  const [march, april] = [readingDay(flat.id, '2026-03'), readingDay(flat.id, '2026-04')];
  const photo = { below: 'correction', verdict: 'accepted', by: 'оператор', why: 'фото прибора: в марте житель ошибся на 30 м³' } as const;
  const meter = flat.meter('coldWater').monthly(FIRST_READ, '2026-02');
  meter.run().read(march, { slip: 30_000 }).run().read(april, photo).monthly('2026-05', LAST_MONTH);
};
