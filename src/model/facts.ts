import type { Day } from '../kernel/calendar';
import type { BenefitRecord, SubsidyRecord } from './benefit-records';
import type { CommonTermsRecord, HouseVolumeRecord } from './common-records';
import type { CorrectionRecord } from './correction-records';
import type {
  AccountSuccessionRecord,
  DebtEventRecord,
  InstalmentRecord,
  PenaltyExemptionRecord,
  RepaymentAgreementRecord,
} from './debt-records';
import type { HeatAllocatorsRecord, HeatingTermsRecord, HeatingTerritoryRecord } from './heating-records';
import type { DefectRecord, PaidWorkRecord, PrepaidRecord } from './housing-records';
import type { MendedFact } from './mended';
import type { OpeningSaldoRecord, PaymentRecord, RefundRecord } from './money-records';
import type { PlainHistory } from './plain-history';
import type { ReconciliationRecord } from './reconciliation-records';
import type {
  AbsenceRecord,
  AccountRecord,
  ActRecord,
  HouseRecord,
  IncidentRecord,
  MeterRecord,
  NormativeRecord,
  PremisesRecord,
  ProviderRecord,
  ReadingRecord,
  ResidentRecord,
  ServiceRecord,
  TariffRecord,
  WasteRemovalRecord,
} from './records';
import type { RestrictionRecord } from './restriction-records';
import type { MeteredService, Zone } from './services';

/** A transformation ratio («коэффициент трансформации») and the stand it begins with. */
export interface RatioFacts {
  readonly from: Day;
  readonly value: string;
  readonly stand: string;
}

/** The readings of one register, in order of the day they were taken (then received, then id). */
export interface RegisterFacts {
  readonly zone: Zone;
  readonly digits: number;
  readonly decimals: number;
  readonly initial: string;
  /** The meter reports the volume of a month, not a stand. */
  readonly reportsVolume: boolean;
  /** Transformation ratios in order of their days, the first from commissioning; `null` where the meter has none. */
  readonly ratios: readonly RatioFacts[] | null;
  readonly readings: readonly ReadingRecord[];
  /** The same as whole numbers, when the history is the commonest one. */
  readonly plain: PlainHistory | null;
}

/** A meter with the readings of its registers. */
export interface MeterFacts {
  readonly meter: MeterRecord;
  readonly registers: readonly RegisterFacts[];
}

/** Meters that stood one after another at one place of a premises. */
export interface MeterPoint {
  readonly service: MeteredService;
  readonly point: string;
  readonly meters: readonly MeterFacts[];
}

/** What the house consumes in common: terms by service and days, its inlets with meters, volumes stated by acts. */
export interface CommonFacts {
  readonly terms: readonly CommonTermsRecord[];
  readonly inlets: readonly Inlet[];
  readonly volumes: readonly HouseVolumeRecord[];
}

/** An inlet of a house («ввод») with the meters that stood there one after another. */
export interface Inlet extends MeterPoint {
  /** The inlet it is inside of, whose volume holds its own. */
  readonly within: string | null;
}

/** Heating of a house: its terms, what its territory decided, what allocators counted by index of the premises. */
export interface HeatingFacts {
  readonly terms: HeatingTermsRecord;
  readonly territory: HeatingTerritoryRecord;
  readonly allocators: ReadonlyMap<number, readonly HeatAllocatorsRecord[]>;
}

/** A premises with everything that hangs on it. */
export interface PremisesFacts {
  readonly premises: PremisesRecord;
  readonly accounts: readonly AccountRecord[];
  readonly residents: readonly ResidentRecord[];
  readonly points: readonly MeterPoint[];
  /** In order of the day they were drawn up. */
  readonly acts: readonly ActRecord[];
  /** In order of person and day. */
  readonly absences: readonly AbsenceRecord[];
}

/** What is billed for housing services beside their terms, in order of ids; accounts by their present numbers. */
export interface HousingFacts {
  readonly works: readonly (PaidWorkRecord & { readonly account: string })[];
  readonly prepaid: readonly PrepaidRecord[];
  readonly defects: readonly DefectRecord[];
}

/** What bears on debts beside payments, in order of their days; accounts by their present numbers. */
export interface DebtFacts {
  readonly instalments: readonly InstalmentRecord[];
  readonly agreements: readonly RepaymentAgreementRecord[];
  /** Acknowledgements by agreed statements are among them. */
  readonly events: readonly DebtEventRecord[];
  /** Notices and works on services for their debts. */
  readonly restrictions: readonly RestrictionRecord[];
  /** Days without penalties, in order of their first days. */
  readonly exemptions: readonly PenaltyExemptionRecord[];
  readonly successions: readonly AccountSuccessionRecord[];
  /** Agreed statements of accounts in order of their last days. */
  readonly reconciliations: readonly ReconciliationRecord[];
}

/** Benefits and subsidies of the people of a house, in order of ids. */
export interface BenefitFacts {
  readonly benefits: readonly BenefitRecord[];
  readonly subsidies: readonly SubsidyRecord[];
}

/**
 * The facts of a house as known at one moment, nested and checked ({@link assembleHouse}): what the pure core bills from. Order of
 * premises is by id, so the order in which facts came never shows.
 */
export interface HouseFacts {
  readonly house: HouseRecord;
  readonly providers: ReadonlyMap<string, ProviderRecord>;
  readonly services: readonly ServiceRecord[];
  readonly tariffs: ReadonlyMap<string, TariffRecord>;
  readonly normatives: ReadonlyMap<string, NormativeRecord>;
  readonly premises: readonly PremisesFacts[];
  /** What the house consumes in common. */
  readonly common: CommonFacts;
  /** Heating; `null` where the house has no terms of it. */
  readonly heating: HeatingFacts | null;
  /** Breaks and bad quality of services, in order of their days. */
  readonly incidents: readonly IncidentRecord[];
  /** What was removed from the containers of the house and of its premises. */
  readonly removals: readonly WasteRemovalRecord[];
  /** Works, prepaid services and poor quality of housing services. */
  readonly housing: HousingFacts;
  /** Benefits and subsidies. */
  readonly benefits: BenefitFacts;
  /** Sums that somebody corrected by hand. */
  readonly corrections: readonly CorrectionRecord[];
  /** Versions of such facts that later ones mended or withdrew. */
  readonly mended: readonly MendedFact[];
  readonly openings: readonly OpeningSaldoRecord[];
  readonly payments: readonly PaymentRecord[];
  /** In order of their days. */
  readonly refunds: readonly RefundRecord[];
  /** Instalments, agreements, acknowledgements and claims, successions of accounts. */
  readonly debt: DebtFacts;
}
