import type { Clause } from '../norms/act';
import { PP354 } from '../norms/acts';
import type { UnfitCause } from './meter-life';
import type { VolumeRule } from './volume-rules';

/** States of a meter place: what stands there, and whether its readings count. */
export const METER_STATES = {
  none: 'прибора нет',
  measuring: 'прибор исправен, показания берутся',
  silent: 'прибор исправен, показания не переданы',
  refused: 'прибор исправен, дважды отказано в допуске',
  expired: 'поверка истекла',
  failed: 'вышел из строя или утрачен',
  removed: 'снят',
  tampered: 'вмешательство',
  closed: 'место ликвидировано',
} as const;
/** A state of a meter place. */
export type MeterState = keyof typeof METER_STATES;

/** What happens to a meter, and the fact that says so. */
export const METER_EVENTS = {
  commissioned: { title: 'введён в эксплуатацию и опломбирован', fact: 'meter.commissionedOn' },
  verifiedAgain: { title: 'поверен снова, показание снято', fact: 'meter.verifications, reading' },
  termEnded: { title: 'последний день поверки прошёл', fact: 'meter.verifications.until' },
  broken: { title: 'вышел из строя, сорваны пломбы, утрачен', fact: 'meter.failedOn' },
  takenAway: { title: 'снят', fact: 'meter.removedOn' },
  closedForGood: { title: 'снят, другого здесь не будет', fact: 'meter.removedOn, closesPlace' },
  replaced: { title: 'введён другой прибор', fact: 'meter.commissionedOn (того же места)' },
  noReading: { title: 'показание за месяц не пришло', fact: 'нет reading' },
  read: { title: 'показание пришло', fact: 'reading' },
  refusedTwice: { title: 'второй акт об отказе в допуске', fact: 'act.accessRefused' },
  checked: { title: 'акт проверки, контрольное показание', fact: 'act.check' },
  tamperingFound: { title: 'акт о вмешательстве', fact: 'act.tampering' },
  tamperingEnded: { title: 'вмешательство устранено', fact: 'act.tampering.endedOn' },
} as const;
/** An event in the life of a meter. */
export type MeterEvent = keyof typeof METER_EVENTS;

/** One transition: from a state by an event to a state, from which day it counts, and the clause that says so. */
export interface MeterTransition {
  readonly from: MeterState;
  readonly event: MeterEvent;
  readonly to: MeterState;
  /** Russian: the first day billed so. */
  readonly counts: string;
  readonly clause: Clause;
}

/** The life of a meter as a table («что бывает с прибором»); the page docs/law/meter-states.md is made from it. */
export const METER_TRANSITIONS: readonly MeterTransition[] = [
  { from: 'none', event: 'commissioned', to: 'measuring', counts: 'со следующего дня', clause: PP354.meterFromNextDay },
  { from: 'measuring', event: 'noReading', to: 'silent', counts: 'с этого месяца', clause: PP354.averageSilent },
  {
    from: 'silent',
    event: 'read',
    to: 'measuring',
    counts: 'с месяца показания; средние месяцы пересчитываются',
    clause: PP354.meanTrueUp,
  },
  {
    from: 'silent',
    event: 'checked',
    to: 'measuring',
    counts: 'с месяца проверки; нормативные месяцы — строкой проверки',
    clause: PP354.check,
  },
  { from: 'measuring', event: 'checked', to: 'measuring', counts: 'показание — в месяц своего дня', clause: PP354.check },
  { from: 'measuring', event: 'refusedTwice', to: 'refused', counts: 'с первого дня месяца второго акта', clause: PP354.averageRefused },
  { from: 'silent', event: 'refusedTwice', to: 'refused', counts: 'с первого дня месяца второго акта', clause: PP354.averageRefused },
  { from: 'refused', event: 'checked', to: 'measuring', counts: 'с месяца проверки, остальное — строкой проверки', clause: PP354.check },
  { from: 'refused', event: 'replaced', to: 'measuring', counts: 'со дня, следующего за вводом', clause: PP354.meterFromNextDay },
  { from: 'measuring', event: 'termEnded', to: 'expired', counts: 'со дня после срока', clause: PP354.unfitMeter },
  { from: 'silent', event: 'termEnded', to: 'expired', counts: 'со дня после срока', clause: PP354.unfitMeter },
  { from: 'refused', event: 'termEnded', to: 'expired', counts: 'со дня после срока, отказ остаётся', clause: PP354.unfitMeter },
  { from: 'measuring', event: 'broken', to: 'failed', counts: 'с этого дня', clause: PP354.unfitMeter },
  { from: 'silent', event: 'broken', to: 'failed', counts: 'с этого дня', clause: PP354.unfitMeter },
  { from: 'refused', event: 'broken', to: 'failed', counts: 'с этого дня, отказ остаётся', clause: PP354.unfitMeter },
  { from: 'measuring', event: 'takenAway', to: 'removed', counts: 'со следующего дня', clause: PP354.averageUnfit },
  { from: 'silent', event: 'takenAway', to: 'removed', counts: 'со следующего дня', clause: PP354.averageUnfit },
  { from: 'refused', event: 'takenAway', to: 'removed', counts: 'со следующего дня', clause: PP354.averageUnfit },
  { from: 'expired', event: 'verifiedAgain', to: 'measuring', counts: 'со дня, следующего за показанием', clause: PP354.meterFromNextDay },
  {
    from: 'expired',
    event: 'takenAway',
    to: 'removed',
    counts: 'причина «а» продолжается со дня, когда началась',
    clause: PP354.averageUnfit,
  },
  {
    from: 'failed',
    event: 'takenAway',
    to: 'removed',
    counts: 'причина «а» продолжается со дня, когда началась',
    clause: PP354.averageUnfit,
  },
  { from: 'expired', event: 'replaced', to: 'measuring', counts: 'со дня, следующего за вводом', clause: PP354.meterFromNextDay },
  { from: 'failed', event: 'replaced', to: 'measuring', counts: 'со дня, следующего за вводом', clause: PP354.meterFromNextDay },
  { from: 'removed', event: 'replaced', to: 'measuring', counts: 'со дня, следующего за вводом', clause: PP354.meterFromNextDay },
  { from: 'measuring', event: 'closedForGood', to: 'closed', counts: 'со следующего дня место ничего не просит', clause: PP354.unfitMeter },
  {
    from: 'measuring',
    event: 'tamperingFound',
    to: 'tampered',
    counts: 'от последней проверки, не больше трёх месяцев назад',
    clause: PP354.tampering,
  },
  {
    from: 'silent',
    event: 'tamperingFound',
    to: 'tampered',
    counts: 'от последней проверки, не больше трёх месяцев назад',
    clause: PP354.tampering,
  },
  {
    from: 'refused',
    event: 'tamperingFound',
    to: 'tampered',
    counts: 'от последней проверки, не больше трёх месяцев назад',
    clause: PP354.tampering,
  },
  {
    from: 'expired',
    event: 'tamperingFound',
    to: 'tampered',
    counts: 'от последней проверки, не больше трёх месяцев назад',
    clause: PP354.tampering,
  },
  {
    from: 'failed',
    event: 'tamperingFound',
    to: 'tampered',
    counts: 'от последней проверки, не больше трёх месяцев назад',
    clause: PP354.tampering,
  },
  {
    from: 'tampered',
    event: 'tamperingEnded',
    to: 'measuring',
    counts: 'со следующего дня, если прибор исправен',
    clause: PP354.tampering,
  },
  { from: 'tampered', event: 'takenAway', to: 'removed', counts: 'со следующего дня', clause: PP354.tampering },
];

/** Rules of the tables by which a state is billed, in the order in which they come. */
export const BILLED_IN: Readonly<Record<MeterState, readonly VolumeRule[]>> = {
  none: ['normativeNoMeter', 'normativeImpossible', 'installationRefused', 'normativeDelayed'],
  measuring: ['meter'],
  silent: ['averageSilent', 'shortHistorySilent', 'normativeSilent'],
  refused: ['averageRefused', 'shortHistoryRefused', 'normativeRefused'],
  expired: ['averageUnfit', 'shortHistoryUnfit', 'normativeUnfit', 'averageNoLimit', 'averageDelayed', 'installationRefused'],
  failed: ['averageUnfit', 'shortHistoryUnfit', 'normativeUnfit', 'averageNoLimit', 'averageDelayed', 'installationRefused'],
  removed: ['averageUnfit', 'shortHistoryUnfit', 'normativeUnfit', 'averageNoLimit', 'averageDelayed', 'installationRefused'],
  tampered: ['tampering', 'tamperingCapacity'],
  closed: [],
};

/** The state that each cause of unfitness is. */
export const STATE_OF_CAUSE: Readonly<Record<UnfitCause, MeterState>> = { expired: 'expired', failed: 'failed', removed: 'removed' };
