import type { TariffVat } from '../../model/vat';
import { ALWAYS, type Draft, given, houseIdOf, PROVIDER, REVIEWED } from './draft';
import type { CaseFacts, CaseFlat } from './facts-schema';
import type { CaseVat } from './housing-schema';

type Item = NonNullable<CaseFacts['housing']>[number];

const UNITS = {
  m2: 'RUB/m2-month',
  premises: 'RUB/premises-month',
  person: 'RUB/person-month',
  unit: 'RUB/unit-month',
  houseMonth: 'RUB/house-month',
  house: 'RUB/house',
} as const;

/** Entries of a tariff, each with the latest VAT of its day. */
export const withCaseVat = (entries: readonly object[], vat: CaseVat | undefined): object[] => {
  const days = Object.keys(vat ?? {}).sort();
  return entries.map((entry) => {
    const { from } = entry as { readonly from: string };
    const day = days.filter((one) => one <= from).pop();
    const own: TariffVat | undefined = day === undefined ? undefined : vat?.[day as keyof CaseVat];
    return { ...entry, ...given({ vat: own }) };
  });
};

const nameOf = ({ service = 'maintenance', item }: Item, index: number): string => `${service}-${item ?? 'всё'}-${index + 1}`;

const tariffOf = (
  code: string,
  title: string,
  unit: string,
  rate: Readonly<Record<string, string | null>>,
  vat: CaseVat | undefined,
  reviewedThrough: string,
): Draft => ({
  kind: 'tariff',
  id: code,
  code,
  title,
  unit,
  reviewedThrough,
  entries: withCaseVat(
    Object.entries(rate).map(([from, value]) => ({ from, value, act: 'акт из примера' })),
    vat,
  ),
});

/** Tariffs and terms of the housing services of a case. */
export const housingOf = (facts: CaseFacts): Draft[] => {
  const reviewed = facts.reviewedThrough ?? REVIEWED;
  return (facts.housing ?? []).flatMap((one, index): Draft[] => {
    const name = nameOf(one, index);
    const unit = UNITS[one.unit ?? 'm2'];
    const tariffs = [tariffOf(`тариф-${name}`, 'Размер платы', unit, one.rate, one.vat, reviewed)];
    if (one.other !== undefined)
      tariffs.push(tariffOf(`тариф-${name}-прочие`, 'Размер платы, прочие', unit, one.other, one.otherVat, reviewed));
    if (one.minimum !== undefined)
      tariffs.push(tariffOf(`тариф-${name}-минимум`, 'Минимальный взнос', 'RUB/m2-month', one.minimum, undefined, reviewed));
    return [
      ...tariffs,
      {
        kind: 'service',
        id: `услуга-${name}`,
        house: houseIdOf(facts),
        service: one.service ?? 'maintenance',
        provider: one.provider ?? PROVIDER,
        from: one.from ?? ALWAYS,
        tariff: `тариф-${name}`,
        ...given({
          to: one.to,
          item: one.item,
          title: one.title,
          payer: one.payer,
          split: one.split,
          decision: one.decision,
          exclusions: one.exclusions,
          legalEntityTariff: one.other === undefined ? undefined : `тариф-${name}-прочие`,
          minimumTariff: one.minimum === undefined ? undefined : `тариф-${name}-минимум`,
        }),
      },
    ];
  });
};

/** Poor quality of the housing services of a case. */
export const defectsOf = (facts: CaseFacts): Draft[] =>
  (facts.defects ?? []).map(
    (one, index): Draft => ({
      kind: 'housingDefect',
      id: one.id ?? `качество-${index + 1}`,
      house: houseIdOf(facts),
      from: one.from,
      to: one.to,
      document: 'акт о качестве',
      ...given({ service: one.service, item: one.item, premises: one.flats, receivedOn: one.received }),
    }),
  );

const sharesOf = (text: string): { readonly part: number; readonly of: number } => {
  const [part, of] = text.split('/').map(Number);
  return { part: part ?? 1, of: of ?? 1 };
};

const tenuresOf = (tenures: CaseFlat['tenures']): object[] | undefined =>
  tenures && Object.entries(tenures).map(([from, kind]) => ({ from, kind, document: 'документ из примера' }));

/** Fields of an account in full form. */
export const accountHousingOf = (own: { readonly share?: string | undefined; readonly tenures?: CaseFlat['tenures'] }): object =>
  given({ share: own.share === undefined ? undefined : sharesOf(own.share), tenures: tenuresOf(own.tenures) });

/** Fields of a premises. */
export const premisesHousingOf = (flat: CaseFlat): object =>
  given({ floor: flat.floor, units: flat.units?.map((one) => ({ ...given(one), from: one.from ?? ALWAYS })) });

/** Accounts of shares, works and prepaid services of a flat. */
export const flatHousingOf = (flat: CaseFlat, premises: string, account: string): Draft[] => [
  ...Object.entries(flat.shares ?? {}).map(
    ([number, share]): Draft => ({ kind: 'account', id: `счёт-${number}`, number, premises, from: ALWAYS, share: sharesOf(share) }),
  ),
  ...(flat.works ?? []).map(
    (one, index): Draft => ({
      kind: 'paidWork',
      id: one.id ?? `${premises}-работа-${index + 1}`,
      provider: one.provider ?? PROVIDER,
      on: one.on,
      item: one.item,
      title: one.title ?? one.item,
      quantity: one.quantity ?? '1',
      price: one.price,
      document: 'заявка из примера',
      ...(one.account === undefined ? { premises } : { account: one.account }),
      ...given({ receivedOn: one.received, vat: one.vat }),
    }),
  ),
  ...(flat.prepaid ?? []).map(
    (one, index): Draft => ({
      kind: 'prepaid',
      id: one.id ?? `${premises}-предоплата-${index + 1}`,
      account: one.account ?? account,
      provider: one.provider ?? PROVIDER,
      item: one.item,
      title: one.title ?? one.item,
      from: one.from,
      to: one.to,
      price: one.price,
      document: 'договор из примера',
      ...given({
        receivedOn: one.received,
        vat: one.vat,
        cancelled:
          one.cancelled === undefined
            ? undefined
            : { on: one.cancelled, document: 'заявление об отказе', ...given({ receivedOn: one.cancelledReceived }) },
      }),
    }),
  ),
];
