import { GROUPS } from '../../exchange/groups';
import { type FactRecord, factRecord } from '../../model/records';
import type { ServiceCode } from '../../model/services';
import type { CaseFacts, CaseFlat, CaseMeter } from './facts-schema';

/** Day before everything: short facts hold from here unless they say otherwise. */
const ALWAYS = '2005-01-01';
const REVIEWED = '2030-12-31';
const HOUSE = 'дом';
const PROVIDER = 'исполнитель';

type Draft = Readonly<Record<string, unknown>> & { readonly kind: FactRecord['kind']; readonly id: string };
type Series = Readonly<Record<string, string | null>> | undefined;

/** A field of a record, left out when there is nothing to say. */
const given = (fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

/** Facts common to a file, completed and replaced by those of a case: houses field by field, series and services one by one, flats whole. */
export const mergedFacts = (common: CaseFacts | undefined, own: CaseFacts): CaseFacts =>
  common === undefined
    ? own
    : {
        ...common,
        ...own,
        house: { ...common.house, ...own.house },
        tariffs: { ...common.tariffs, ...own.tariffs },
        normatives: { ...common.normatives, ...own.normatives },
        services: { ...common.services, ...own.services },
      };

/**
 * The fact records that short facts stand for (docs/guide/cases.md shows them).
 *
 * @param before month of debt of the opening saldo: the one before the first month of the case
 */
export const expandFacts = (facts: CaseFacts, before: string): readonly FactRecord[] => {
  const drafts: Draft[] = [];
  const full = fullRecords(facts);
  if (!full.some(({ kind }) => kind === 'house')) drafts.push(houseOf(facts));
  drafts.push(...pricesOf(facts), ...servicesOf(facts));
  for (const [index, flat] of (facts.flats ?? []).entries()) drafts.push(...flatOf(facts, flat, index + 1, before));
  drafts.push(...full);
  const providers = new Set(drafts.flatMap((one) => ('provider' in one ? [String(one['provider'])] : [])));
  for (const one of full) if (one.kind === 'provider') providers.delete(one.id);
  for (const id of providers) drafts.push({ kind: 'provider', id, name: id });
  return drafts.map((draft) => factRecord.parse(draft));
};

const fullRecords = ({ records }: CaseFacts): Draft[] =>
  GROUPS.flatMap(({ name, kind }) => {
    const list = (records as Readonly<Record<string, unknown>> | undefined)?.[name];
    return Array.isArray(list) ? list.map((one): Draft => ({ kind, ...(one as { readonly id: string }) })) : [];
  });

const houseIdOf = (facts: CaseFacts): string => facts.house?.id ?? HOUSE;

const houseOf = ({ house }: CaseFacts): Draft => ({
  kind: 'house',
  id: house?.id ?? HOUSE,
  address: 'Дом из примера',
  region: house?.region ?? 'регион',
  ...given({
    policies: house?.policies,
    billedSince: house?.billedSince,
    readingWindow: house?.readingWindow && Object.entries(house.readingWindow).map(([from, cutoffDay]) => ({ from, cutoffDay })),
    multipliers:
      house?.multipliers &&
      Object.entries(house.multipliers).flatMap(([service, series]) =>
        Object.entries(series ?? {}).map(([from, value]) => ({ service, from, value, act: 'акт региона' })),
      ),
  }),
});

const TARIFF_UNITS = {
  coldWater: 'RUB/m3',
  hotWater: 'RUB/m3',
  hotWaterHeat: 'RUB/Gcal',
  sewerage: 'RUB/m3',
  electricity: 'RUB/kWh',
  electricityT1: 'RUB/kWh',
  electricityT2: 'RUB/kWh',
  electricityT3: 'RUB/kWh',
  maintenance: 'RUB/m2-month',
  coldWaterOther: 'RUB/m3',
  hotWaterOther: 'RUB/m3',
  sewerageOther: 'RUB/m3',
  electricityOther: 'RUB/kWh',
} as const;

const NORMATIVE_UNITS = {
  coldWater: 'm3/person-month',
  hotWater: 'm3/person-month',
  sewerage: 'm3/person-month',
  electricity: 'kWh/person-month',
  hotWaterHeat: 'Gcal/m3',
} as const;

const pricesOf = (facts: CaseFacts): Draft[] => {
  const reviewedThrough = facts.reviewedThrough ?? REVIEWED;
  const entries = (series: Series): object[] =>
    Object.entries(series ?? {}).map(([from, value]) => ({ from, value, act: 'акт из примера' }));
  const drafts: Draft[] = [];
  for (const [name, unit] of Object.entries(TARIFF_UNITS)) {
    const series = facts.tariffs?.[name as keyof typeof TARIFF_UNITS];
    if (series !== undefined)
      drafts.push({
        kind: 'tariff',
        id: `тариф-${name}`,
        code: `тариф-${name}`,
        title: 'Тариф',
        unit,
        reviewedThrough,
        entries: entries(series),
      });
  }
  for (const [name, unit] of Object.entries(NORMATIVE_UNITS)) {
    const series = facts.normatives?.[name as keyof typeof NORMATIVE_UNITS];
    if (series !== undefined)
      drafts.push({
        kind: 'normative',
        id: `норматив-${name}`,
        code: `норматив-${name}`,
        title: 'Норматив',
        unit,
        reviewedThrough,
        entries: entries(series),
      });
  }
  const table = facts.normatives?.electricityTable;
  if (table !== undefined)
    drafts.push({
      kind: 'normative',
      id: 'норматив-electricity',
      code: 'норматив-electricity',
      title: 'Норматив',
      unit: 'kWh/person-month',
      reviewedThrough,
      entries: tableEntries(table),
    });
  return drafts;
};

const tableEntries = (rows: NonNullable<NonNullable<CaseFacts['normatives']>['electricityTable']>): object[] => {
  const days = [...new Set(rows.map(({ from }) => from))];
  return days.map((from) => ({
    from,
    table: rows.filter((row) => row.from === from).map(({ from: _from, ...row }) => given(row)),
    act: 'акт из примера',
  }));
};

const servicesOf = (facts: CaseFacts): Draft[] => {
  const { tariffs = {}, normatives = {} } = facts;
  const code = (name: keyof typeof TARIFF_UNITS): string | undefined => (tariffs[name] === undefined ? undefined : `тариф-${name}`);
  const drafts: Draft[] = [];
  for (const service of ['maintenance', 'coldWater', 'hotWater', 'sewerage', 'electricity'] as const) {
    if (tariffs[service] === undefined) continue;
    const terms = facts.services?.[service];
    drafts.push({
      kind: 'service',
      id: `услуга-${service}`,
      house: houseIdOf(facts),
      service,
      provider: terms?.provider ?? PROVIDER,
      from: terms?.from ?? ALWAYS,
      tariff: `тариф-${service}`,
      ...given({
        to: terms?.to,
        meterDuty: terms?.meterDuty,
        normative: service === 'maintenance' || terms?.normative === false ? undefined : normativeCode(service, normatives),
        legalEntityTariff: service === 'maintenance' ? undefined : code(`${service}Other`),
        heatTariff: service === 'hotWater' ? code('hotWaterHeat') : undefined,
        heatNormative:
          service === 'hotWater' && normatives.hotWaterHeat !== undefined && code('hotWaterHeat') !== undefined
            ? 'норматив-hotWaterHeat'
            : undefined,
        zoneTariffs: service === 'electricity' ? zonesOf(code) : undefined,
      }),
    });
  }
  return drafts;
};

const normativeCode = (
  service: Exclude<ServiceCode, 'maintenance'>,
  normatives: NonNullable<CaseFacts['normatives']>,
): string | undefined => {
  const has = normatives[service] !== undefined || (service === 'electricity' && normatives.electricityTable !== undefined);
  return has ? `норматив-${service}` : undefined;
};

const zonesOf = (code: (name: 'electricityT1' | 'electricityT2' | 'electricityT3') => string | undefined): object | undefined => {
  const zones = given({ T1: code('electricityT1'), T2: code('electricityT2'), T3: code('electricityT3') });
  return Object.keys(zones).length === 0 ? undefined : zones;
};

const flatOf = (facts: CaseFacts, flat: CaseFlat, number: number, month: string): Draft[] => {
  const id = flat.id ?? `кв-${number}`;
  const from = ALWAYS;
  const accounts = flat.accounts ?? [given({ number: flat.account ?? String(number), from: flat.opened ?? from, to: flat.closed })];
  const first = accounts[0] as { readonly number: string };
  return [
    {
      kind: 'premises',
      id,
      house: houseIdOf(facts),
      number: String(number),
      type: flat.nonResidential === true ? 'nonResidential' : 'dwelling',
      areas:
        flat.areas === undefined
          ? [{ from, value: flat.area ?? '50' }]
          : Object.entries(flat.areas).map(([day, value]) => ({ from: day, value })),
      ...given({
        rooms: flat.rooms,
        owners:
          flat.ownersByDay === undefined
            ? flat.owners === undefined
              ? undefined
              : [{ from, count: flat.owners }]
            : Object.entries(flat.ownersByDay).map(([day, count]) => ({ from: day, count })),
        meteringImpossible: flat.impossible?.map((act) => ({ ...given(act), act: 'акт обследования' })),
        contractVolumes: flat.contracts?.map((one) => ({ from, ...given(one), contract: 'договор' })),
      }),
    },
    ...accounts.map(
      (account): Draft => ({
        kind: 'account',
        id: `счёт-${String(account['number' as never])}`,
        premises: id,
        ...account,
        ...(flat.nonResidential === true ? { payer: { kind: 'legalEntity' } } : {}),
      }),
    ),
    ...peopleOf(flat, id),
    ...(flat.meters ?? []).flatMap((meter, index) => meterOf(meter, id, index + 1)),
    ...Object.entries(flat.openings ?? {}).map(
      ([service, amount]): Draft => ({
        kind: 'openingSaldo',
        id: `сальдо-${id}-${service}`,
        account: first.number,
        service,
        provider: facts.services?.[service as ServiceCode]?.provider ?? PROVIDER,
        month,
        amount,
      }),
    ),
    ...Object.entries(flat.payments ?? {}).map(
      ([paidOn, amount], index): Draft => ({ kind: 'payment', id: `платёж-${id}-${index + 1}`, account: first.number, amount, paidOn }),
    ),
  ];
};

const peopleOf = (flat: CaseFlat, premises: string): Draft[] => {
  const always = Array.from(
    { length: flat.residents ?? 0 },
    (_, index): Draft => ({
      kind: 'resident',
      id: `${premises}-житель-${index + 1}`,
      premises,
      person: `${premises}-житель-${index + 1}`,
      from: ALWAYS,
    }),
  );
  const dated = (flat.people ?? []).map((one, index): Draft => {
    const name = `${premises}-человек-${index + 1}`;
    return {
      kind: 'resident',
      id: name,
      premises,
      person: one.person ?? name,
      ...given({ from: one.from, to: one.to, stay: one.stay, born: one.born }),
    };
  });
  return [...always, ...dated];
};

const meterOf = (meter: CaseMeter, premises: string, index: number): Draft[] => {
  const id = meter.id ?? `${premises}-${meter.service}-${index}`;
  const zones =
    meter.zones === undefined
      ? [{ initial: meter.initial ?? '0', readings: meter.readings }]
      : Object.entries(meter.zones).map(([zone, one]) => ({ zone, initial: one?.initial ?? '0', readings: one?.readings }));
  const nameOf = (day: string, zone: string | undefined): string => `${id}-${zone === undefined ? '' : `${zone}-`}${day}`;
  return [
    {
      kind: 'meter',
      id,
      premises,
      service: meter.service,
      serial: id,
      commissionedOn: meter.commissioned,
      registers: zones.map(({ readings: _readings, ...register }) => ({
        ...register,
        ...given({ digits: meter.digits, decimals: meter.decimals }),
      })),
      ...given({
        point: meter.point,
        verifications: meter.verifiedUntil === undefined ? undefined : [{ on: meter.commissioned, until: meter.verifiedUntil }],
        failedOn: meter.failed,
        removedOn: meter.removed,
      }),
    },
    ...zones.flatMap(({ readings, ...register }) => {
      const zone = 'zone' in register ? register.zone : undefined;
      return Object.entries(readings ?? {}).map(
        ([takenOn, value]): Draft => ({ kind: 'reading', id: nameOf(takenOn, zone), meter: id, takenOn, value, ...given({ zone }) }),
      );
    }),
    ...(meter.more ?? []).map(
      (one): Draft => ({
        kind: 'reading',
        id: one.id ?? `${nameOf(one.on, one.zone)}-подробно`,
        meter: id,
        takenOn: one.on,
        value: one.value,
        ...given({
          receivedOn: one.received,
          zone: one.zone,
          purpose: one.purpose,
          below: one.below,
          verdict: one.verdict,
          source: one.source,
        }),
        ...(one.verdict === undefined ? {} : { by: 'контролёр', why: 'решение из примера' }),
      }),
    ),
  ];
};
