import type { HouseFacts } from '../src/model/facts';
import type {
  AccountRecord,
  FactRecord,
  MeterRecord,
  NormativeRecord,
  PremisesRecord,
  ReadingRecord,
  ResidentRecord,
  ServiceRecord,
  TariffRecord,
} from '../src/model/records';

/** A meter with the readings of each register, by the day taken. */
export interface PeerMeter {
  readonly meter: MeterRecord;
  readonly registers: readonly { readonly zone: string; readonly initial: string; readonly readings: readonly ReadingRecord[] }[];
}

/** A premises with what hangs on it; meters of a place one after another. */
export interface PeerPremises {
  readonly premises: PremisesRecord;
  readonly accounts: readonly AccountRecord[];
  readonly residents: readonly ResidentRecord[];
  readonly places: readonly { readonly service: string; readonly meters: readonly PeerMeter[] }[];
}

/** What the peer bills from. */
export interface PeerHouse {
  readonly services: readonly ServiceRecord[];
  readonly tariffs: ReadonlyMap<string, TariffRecord>;
  readonly normatives: ReadonlyMap<string, NormativeRecord>;
  readonly premises: readonly PeerPremises[];
}

const group = <T>(map: Map<string, T[]>, key: string, value: T): void => {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
};

const meterOf = (meter: MeterRecord, readings: readonly ReadingRecord[]): PeerMeter => ({
  meter,
  registers: meter.registers.map(({ zone, initial }) => ({
    zone,
    initial,
    readings: readings
      .filter((reading) => reading.zone === zone)
      .sort((a, b) => (a.takenOn < b.takenOn ? -1 : a.takenOn > b.takenOn ? 1 : 0)),
  })),
});

/** The house from records as they come: grouped by keys, meters and readings in order of days. */
export const houseFromRecords = (records: readonly FactRecord[]): PeerHouse => {
  const services: ServiceRecord[] = [];
  const premises: PremisesRecord[] = [];
  const accounts = new Map<string, AccountRecord[]>();
  const residents = new Map<string, ResidentRecord[]>();
  const meters = new Map<string, MeterRecord[]>();
  const readings = new Map<string, ReadingRecord[]>();
  const tariffs = new Map<string, TariffRecord>();
  const normatives = new Map<string, NormativeRecord>();
  for (const record of records) {
    if (record.kind === 'service') services.push(record);
    else if (record.kind === 'premises') premises.push(record);
    else if (record.kind === 'account') group(accounts, record.premises, record);
    else if (record.kind === 'resident') group(residents, record.premises, record);
    else if (record.kind === 'meter') group(meters, record.premises, record);
    else if (record.kind === 'reading') group(readings, record.meter, record);
    else if (record.kind === 'tariff') tariffs.set(record.code, record);
    else if (record.kind === 'normative') normatives.set(record.code, record);
  }
  const placesOf = (id: string): PeerPremises['places'] => {
    const places = new Map<string, { service: string; meters: PeerMeter[] }>();
    for (const meter of [...(meters.get(id) ?? [])].sort((a, b) => (a.commissionedOn < b.commissionedOn ? -1 : 1))) {
      const key = `${meter.service} ${meter.point}`;
      const place = places.get(key) ?? { service: meter.service, meters: [] };
      places.set(key, place);
      place.meters.push(meterOf(meter, readings.get(meter.id) ?? []));
    }
    return [...places.values()];
  };
  return {
    services,
    tariffs,
    normatives,
    premises: premises.map((one) => ({
      premises: one,
      accounts: accounts.get(one.id) ?? [],
      residents: residents.get(one.id) ?? [],
      places: placesOf(one.id),
    })),
  };
};

/** The house from facts that are nested already: everything is where it is needed. */
export const houseFromFacts = (facts: HouseFacts): PeerHouse => ({
  services: facts.services,
  tariffs: facts.tariffs,
  normatives: facts.normatives,
  premises: facts.premises.map(({ premises, accounts, residents, points }) => ({ premises, accounts, residents, places: points })),
});
