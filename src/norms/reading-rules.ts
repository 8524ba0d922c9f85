import type { Clause } from './act';
import { PP354 } from './acts';
import type { PolicyCode } from './policies';

/** What a rule does with a reading: `remark` bills it and says why people should look. */
export type ReadingSeverity = 'remark' | 'hold' | 'refuse' | 'supersede' | 'unused' | 'person';

/** A rule of the intake: what it finds, what follows, and by which clause or policy of the house. */
export interface ReadingRule {
  readonly severity: ReadingSeverity;
  /** Russian: what is said of the reading. */
  readonly says: string;
  /** Clause that it follows from; a rule without one is a choice of the engine, stated in `says`. */
  readonly clause: Clause;
  /** Policy of the house that decides whether the reading is billed, and the one that holds the threshold. */
  readonly policy?: PolicyCode;
  readonly threshold?: PolicyCode | 'federal.reading.day' | 'digits';
}

const rule = (
  severity: ReadingSeverity,
  says: string,
  clause: Clause,
  more: Pick<ReadingRule, 'policy' | 'threshold'> = {},
): ReadingRule => ({
  severity,
  says,
  clause,
  ...more,
});

/**
 * Every rule a reading may meet, in the order in which they are asked; the first that is no remark decides. A jump and hot water above cold
 * hold a reading only where a policy of the house says so: then their severity is `hold`.
 */
export const READING_RULES = {
  'reading-decided-by-person': rule('person', 'решение сотрудника', PP354.readingTruth),
  'reading-computed': rule('unused', 'расчётное: за показание жителя не считается', PP354.averageSilent),
  'reading-while-refused': rule('unused', 'дважды отказано в допуске к прибору, проверки ещё не было', PP354.averageRefused),
  'reading-before-commissioning': rule('refuse', 'снято до ввода прибора', PP354.meterFromNextDay),
  'reading-after-removal': rule('refuse', 'снято после снятия прибора', PP354.meterFromNextDay),
  'reading-from-future': rule('refuse', 'снято позже, чем получено', PP354.readingDay),
  'reading-too-many-digits': rule('refuse', 'больше знаков, чем на шкале', PP354.readingTruth, { threshold: 'digits' }),
  'reading-on-unfit-meter': rule('refuse', 'снято с непригодного прибора', PP354.unfitMeter),
  'reading-in-event-month': rule('unused', 'снято в месяце события до него: границей не служит', PP354.averageUnfit),
  'reading-outside-strict-window': rule('hold', 'вне строгого окна', PP354.readingDay, { policy: 'strictWindow' }),
  'reading-duplicate': rule('supersede', 'повтор: то же показание того же дня', PP354.readingDay),
  'reading-older-than-used': rule('unused', 'старше уже учтённого', PP354.readingDay),
  'reading-below-previous': rule('hold', 'ниже предыдущего', PP354.byMeter, { threshold: 'rolloverTimes' }),
  'reading-replaced': rule('supersede', 'другое показание того же дня', PP354.readingDay),
  'reading-mended': rule('supersede', 'исправлено новым фактом', PP354.readingTruth),
  'reading-withdrawn': rule('supersede', 'отозвано', PP354.readingTruth),
  'reading-jump': rule('remark', 'расход много больше обычного', PP354.readingTruth, {
    policy: 'readingJump',
    threshold: 'readingJumpTimes',
  }),
  'reading-hot-above-cold': rule('remark', 'горячей воды много больше, чем холодной', PP354.readingTruth, {
    policy: 'hotAboveCold',
    threshold: 'hotAboveColdTimes',
  }),
  'reading-zero': rule('remark', 'расхода нет, хотя в помещении живут', PP354.readingTruth),
  'reading-rollover': rule('remark', 'счётчик прошёл через ноль', PP354.byMeter, { threshold: 'rolloverTimes' }),
  'reading-correction': rule('remark', 'прежнее показание было завышено: исправление принято сотрудником', PP354.meanTrueUp),
  'reading-late': rule('remark', 'получено после окна: идёт в следующий месяц', PP354.readingDay, { threshold: 'federal.reading.day' }),
  'reading-early': rule('remark', 'получено до начала окна', PP354.readingDay, { policy: 'strictWindow' }),
  'reading-cut-to-dial': rule('remark', 'взято по шкале прибора: лишние знаки отброшены', PP354.byMeter, { threshold: 'digits' }),
} as const satisfies Record<string, ReadingRule>;

/** Code of a rule of the intake. */
export type ReadingCode = keyof typeof READING_RULES;
