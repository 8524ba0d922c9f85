import type { ServiceCode } from '../../model/services';
import { ALWAYS, type Draft, given, houseIdOf, PROVIDER } from './draft';
import { benefitsOf } from './expand-benefits';
import { gasAndLandOf, gasMeterOf } from './expand-gas-land';
import { allocatorsOf, flatHeatingOf } from './expand-heating';
import { accountHousingOf, flatHousingOf, premisesHousingOf } from './expand-housing';
import { absencesOf, flatWasteOf } from './expand-waste';
import type { CaseFacts, CaseFlat, CaseMeter } from './facts-schema';

const CAPACITY_UNITS = {
  coldWater: '(m3/h)',
  hotWater: '(Gcal/h)',
  sewerage: '(m3/h)',
  electricity: 'kW',
  gas: '(m3/h)',
  heating: '(Gcal/h)',
} as const;

/** A premises with its accounts, people, meters, readings and money; `before` is the month of debt of its opening saldo. */
export const flatOf = (facts: CaseFacts, flat: CaseFlat, number: number, before: string): Draft[] => {
  const id = flat.id ?? `кв-${number}`;
  const from = ALWAYS;
  const accounts =
    flat.noAccount === true
      ? []
      : (flat.accounts ?? [
          given({ number: flat.account ?? String(number), from: flat.opened ?? from, to: flat.closed, tenures: flat.tenures }),
        ]);
  const first = (accounts[0] ?? { number: '' }) as { readonly number: string };
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
        within: flat.within,
        hostel: flat.hostel,
        livingAreas: flat.livingArea === undefined ? undefined : [{ from, value: flat.livingArea }],
        sharing: flat.sharing?.map(({ shares, ...rule }) => ({
          by: 'residents',
          from: from.slice(0, 7),
          document: 'соглашение',
          ...given(rule),
          ...given({ shares: shares && Object.entries(shares).map(([premises, part]) => ({ premises, part })) }),
        })),
        owners:
          flat.ownersByDay === undefined
            ? flat.owners === undefined
              ? undefined
              : [{ from, count: flat.owners }]
            : Object.entries(flat.ownersByDay).map(([day, count]) => ({ from: day, count })),
        meteringImpossible: flat.impossible?.map((act) => ({ ...given(act), act: 'акт обследования' })),
        suppliedVolumes: suppliedOf(flat),
        directContracts: flat.direct?.map((one) => ({ ...given(one), why: 'прямой договор' })),
        tariffGroups: flat.groups && Object.entries(flat.groups).map(([day, group]) => ({ from: day, group })),
        electricHeating: flat.electricHeating?.map((one) => ({ ...given(one), why: 'сообщение потребителя' })),
        capacities: flat.capacities?.map((one) => ({ from, ...given(one), unit: CAPACITY_UNITS[one.service], act: 'акт из примера' })),
        contractVolumes: flat.contracts?.map((one) => ({ from, ...given(one), contract: 'договор' })),
        ...gasAndLandOf(flat),
        ...flatHeatingOf(flat),
        waste: flatWasteOf(flat),
        ...premisesHousingOf(flat),
      }),
    },
    ...accounts.map(
      (account): Draft => ({
        kind: 'account',
        id: `счёт-${String(account['number' as never])}`,
        premises: id,
        ...account,
        ...accountHousingOf(account as object),
        ...(flat.nonResidential === true ? { payer: { kind: 'legalEntity' } } : {}),
      }),
    ),
    ...flatHousingOf(flat, id, first.number),
    ...peopleOf(flat, id),
    ...absencesOf(flat, id),
    ...benefitsOf(flat.benefits, id),
    ...(flat.meters ?? []).flatMap((meter, index) => meterOf(meter, id, index + 1)),
    ...actsOf(flat, id),
    ...allocatorsOf(flat, id),
    ...Object.entries(flat.openings ?? {}).map(
      ([service, amount]): Draft => ({
        kind: 'openingSaldo',
        id: `сальдо-${id}-${service}`,
        account: first.number,
        service,
        provider: facts.services?.[service as ServiceCode]?.provider ?? PROVIDER,
        month: before,
        amount,
      }),
    ),
    ...Object.entries(flat.payments ?? {}).map(
      ([paidOn, amount], index): Draft => ({ kind: 'payment', id: `платёж-${id}-${index + 1}`, account: first.number, amount, paidOn }),
    ),
  ];
};

const suppliedOf = ({ supplied }: CaseFlat): object[] | undefined =>
  supplied &&
  Object.entries(supplied).flatMap(([service, months]) =>
    Object.entries(months ?? {}).map(([month, volume]) => ({ service, month, volume, source: 'ведомость поставщика' })),
  );

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

const meterId = (meter: CaseMeter, premises: string, index: number): string => meter.id ?? `${premises}-${meter.service}-${index}`;

const actsOf = (flat: CaseFlat, premises: string): Draft[] => {
  const [first] = flat.meters ?? [];
  return (flat.acts ?? []).map(
    ({ id, type, on, readings, started, ended, service, meter, capacity }, index): Draft => ({
      kind: 'act',
      id: id ?? `${premises}-акт-${index + 1}`,
      type,
      premises,
      on,
      drawnUpBy: 'исполнитель',
      reason: 'акт из примера',
      ...given({
        service,
        meter,
        startedOn: started,
        endedOn: ended,
        capacity,
        readings: readings?.map((one) => ({ ...given(one), meter: one.meter ?? (first === undefined ? '' : meterId(first, premises, 1)) })),
      }),
    }),
  );
};

/** A meter with its readings. */
export const meterOf = (meter: CaseMeter, premises: string, index: number): Draft[] => {
  const id = meterId(meter, premises, index);
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
        ...given({
          digits: meter.digits,
          decimals: meter.decimals,
          ratios:
            meter.ratios &&
            Object.entries(meter.ratios).map(([from, value]) => ({ from, value, ...given({ stand: meter.stands?.[from as never] }) })),
        }),
      })),
      ...given({
        point: meter.point,
        verifications: meter.verifiedUntil === undefined ? undefined : [{ on: meter.commissioned, until: meter.verifiedUntil }],
        failedOn: meter.failed,
        removedOn: meter.removed,
        ...gasMeterOf(meter),
        reports: meter.reports,
        above: meter.above,
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
          enteredAs: one.enteredAs,
        }),
        ...(one.verdict === undefined ? {} : { by: 'контролёр', why: 'решение из примера' }),
      }),
    ),
  ];
};
