import { type AssemblyProblem, factPlace } from './assembly-problem';
import type { CommonTermsRecord, HouseVolumeRecord } from './common-records';
import type { HeatAllocatorsRecord, HeatingTermsRecord, HeatingTerritoryRecord } from './heating-records';
import type {
  AccountRecord,
  ActRecord,
  FactKind,
  FactRecord,
  HouseMeterRecord,
  MeterRecord,
  PremisesRecord,
  ReadingRecord,
  ResidentRecord,
  ServiceRecord,
} from './records';

type Of<K extends FactKind> = Extract<FactRecord, { kind: K }>;

/** Everything of one kind, grouped while the records are walked once. */
export class Groups {
  readonly houses: Of<'house'>[] = [];
  readonly providers = new Map<string, Of<'provider'>>();
  readonly services = new Map<string, ServiceRecord[]>();
  readonly premises = new Map<string, PremisesRecord>();
  readonly premisesOf = new Map<string, PremisesRecord[]>();
  readonly accounts = new Map<string, AccountRecord[]>();
  readonly residents = new Map<string, ResidentRecord[]>();
  readonly meters = new Map<string, MeterRecord>();
  readonly metersOf = new Map<string, MeterRecord[]>();
  readonly readings = new Map<string, ReadingRecord[]>();
  readonly acts = new Map<string, ActRecord[]>();
  readonly absences = new Map<string, Of<'absence'>[]>();
  readonly incidents = new Map<string, Of<'incident'>[]>();
  readonly removals = new Map<string, Of<'wasteRemoval'>[]>();
  readonly tariffs = new Map<string, Of<'tariff'>>();
  readonly normatives = new Map<string, Of<'normative'>>();
  readonly commonTerms = new Map<string, CommonTermsRecord[]>();
  readonly houseMeters = new Map<string, HouseMeterRecord>();
  readonly houseMetersOf = new Map<string, HouseMeterRecord[]>();
  readonly houseVolumes = new Map<string, HouseVolumeRecord[]>();
  readonly heatingTerritories = new Map<string, HeatingTerritoryRecord>();
  readonly heatingTerms = new Map<string, HeatingTermsRecord[]>();
  readonly heatAllocators = new Map<string, HeatAllocatorsRecord[]>();
  readonly openings: Of<'openingSaldo'>[] = [];
  readonly payments: Of<'payment'>[] = [];
  readonly refunds: Of<'refund'>[] = [];
  readonly works: Of<'paidWork'>[] = [];
  readonly prepaid: Of<'prepaid'>[] = [];
  readonly benefits: Of<'benefit'>[] = [];
  readonly corrections: Of<'correction'>[] = [];
  readonly subsidies: Of<'subsidy'>[] = [];
  readonly defects = new Map<string, Of<'housingDefect'>[]>();
  readonly instalments: Of<'instalment'>[] = [];
  readonly agreements: Of<'repaymentAgreement'>[] = [];
  readonly debtEvents: Of<'debtEvent'>[] = [];
  readonly restrictions: Of<'restriction'>[] = [];
  readonly exemptions: Of<'penaltyExemption'>[] = [];
  readonly successions: Of<'accountSuccession'>[] = [];
  readonly reconciliations: Of<'reconciliation'>[] = [];
  readonly twice: AssemblyProblem[] = [];

  constructor(records: readonly FactRecord[]) {
    for (const record of records) this.add(record);
  }

  private add(record: FactRecord): void {
    switch (record.kind) {
      case 'reading':
        push(this.readings, record.meter, record);
        return;
      case 'meter':
        this.meters.set(record.id, record);
        push(this.metersOf, record.premises, record);
        return;
      case 'resident':
        push(this.residents, record.premises, record);
        return;
      case 'act':
        push(this.acts, record.premises, record);
        return;
      case 'absence':
        push(this.absences, record.premises, record);
        return;
      case 'incident':
        push(this.incidents, record.house, record);
        return;
      case 'wasteRemoval':
        push(this.removals, record.house, record);
        return;
      case 'account':
        push(this.accounts, record.premises, record);
        return;
      case 'premises':
        this.premises.set(record.id, record);
        push(this.premisesOf, record.house, record);
        return;
      case 'payment':
        this.payments.push(record);
        return;
      case 'refund':
        this.refunds.push(record);
        return;
      case 'unidentifiedPayment':
        return;
      case 'openingSaldo':
        this.openings.push(record);
        return;
      case 'paidWork':
        this.works.push(record);
        return;
      case 'prepaid':
        this.prepaid.push(record);
        return;
      case 'correction':
        this.corrections.push(record);
        return;
      case 'benefit':
        this.benefits.push(record);
        return;
      case 'subsidy':
        this.subsidies.push(record);
        return;
      case 'housingDefect':
        push(this.defects, record.house, record);
        return;
      case 'instalment':
        this.instalments.push(record);
        return;
      case 'repaymentAgreement':
        this.agreements.push(record);
        return;
      case 'debtEvent':
        this.debtEvents.push(record);
        return;
      case 'penaltyExemption':
        this.exemptions.push(record);
        return;
      case 'restriction':
        this.restrictions.push(record);
        return;
      case 'accountSuccession':
        this.successions.push(record);
        return;
      case 'reconciliation':
        this.reconciliations.push(record);
        return;
      case 'service':
        push(this.services, record.house, record);
        return;
      case 'commonTerms':
        push(this.commonTerms, record.house, record);
        return;
      case 'houseMeter':
        this.houseMeters.set(record.id, record);
        push(this.houseMetersOf, record.house, record);
        return;
      case 'houseVolume':
        push(this.houseVolumes, record.house, record);
        return;
      case 'heatingTerritory':
        this.once(this.heatingTerritories, record);
        return;
      case 'heatingTerms':
        push(this.heatingTerms, record.house, record);
        return;
      case 'heatAllocators':
        push(this.heatAllocators, record.premises, record);
        return;
      case 'house':
        this.houses.push(record);
        return;
      case 'provider':
        this.providers.set(record.id, record);
        return;
      case 'tariff':
        this.once(this.tariffs, record);
        return;
      case 'normative':
        this.once(this.normatives, record);
        return;
    }
  }

  private once<R extends Of<'tariff'> | Of<'normative'> | HeatingTerritoryRecord>(into: Map<string, R>, record: R): void {
    if (into.has(record.code)) this.twice.push({ code: 'series-overlap', at: factPlace(record), value: record.code });
    into.set(record.code, record);
  }
}

const push = <T>(into: Map<string, T[]>, key: string, value: T): void => {
  const list = into.get(key);
  if (list === undefined) into.set(key, [value]);
  else list.push(value);
};
