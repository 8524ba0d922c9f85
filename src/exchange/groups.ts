import { z } from 'zod';
import { actRecord } from '../model/act-records';
import { benefitRecord, subsidyRecord } from '../model/benefit-records';
import { commonTermsRecord, houseVolumeRecord } from '../model/common-records';
import { correctionRecord } from '../model/correction-records';
import {
  accountSuccessionRecord,
  debtEventRecord,
  instalmentRecord,
  penaltyExemptionRecord,
  repaymentAgreementRecord,
} from '../model/debt-records';
import { absenceRecord, incidentRecord } from '../model/event-records';
import { heatAllocatorsRecord, heatingTermsRecord, heatingTerritoryRecord } from '../model/heating-records';
import { defectRecord, paidWorkRecord, prepaidRecord } from '../model/housing-records';
import { houseMeterRecord, meterRecord, readingRecord } from '../model/meter-records';
import { openingSaldoRecord, paymentRecord, refundRecord, unidentifiedPaymentRecord } from '../model/money-records';
import { normativeRecord, tariffRecord } from '../model/price-records';
import { reconciliationRecord } from '../model/reconciliation-records';
import { accountRecord, type FactKind, houseRecord, premisesRecord, providerRecord, residentRecord, serviceRecord } from '../model/records';
import { restrictionRecord } from '../model/restriction-records';
import { wasteRemovalRecord } from '../model/waste-fields';
import { type FieldsForm, formOf } from './form';

/** A group of records of one kind: a key of a YAML file, the first word of a CSV file's name. */
export interface Group {
  readonly name: string;
  readonly kind: FactKind;
  readonly schema: z.ZodObject;
  /** Fields of a record without `kind`, which the group implies. */
  readonly form: FieldsForm;
}

const SCHEMAS = {
  houses: houseRecord,
  providers: providerRecord,
  tariffs: tariffRecord,
  normatives: normativeRecord,
  services: serviceRecord,
  premises: premisesRecord,
  accounts: accountRecord,
  residents: residentRecord,
  commonTerms: commonTermsRecord,
  heatingTerritories: heatingTerritoryRecord,
  heatingTerms: heatingTermsRecord,
  heatAllocators: heatAllocatorsRecord,
  houseMeters: houseMeterRecord,
  houseVolumes: houseVolumeRecord,
  meters: meterRecord,
  readings: readingRecord,
  acts: actRecord,
  absences: absenceRecord,
  incidents: incidentRecord,
  wasteRemovals: wasteRemovalRecord,
  openingSaldo: openingSaldoRecord,
  payments: paymentRecord,
  refunds: refundRecord,
  unidentifiedPayments: unidentifiedPaymentRecord,
  corrections: correctionRecord,
  paidWorks: paidWorkRecord,
  prepaid: prepaidRecord,
  housingDefects: defectRecord,
  instalments: instalmentRecord,
  repaymentAgreements: repaymentAgreementRecord,
  debtEvents: debtEventRecord,
  restrictions: restrictionRecord,
  penaltyExemptions: penaltyExemptionRecord,
  accountSuccessions: accountSuccessionRecord,
  reconciliations: reconciliationRecord,
  benefits: benefitRecord,
  subsidies: subsidyRecord,
} as const;

/** Name of a group. */
export type GroupName = keyof typeof SCHEMAS;

const formWithoutKind = (schema: z.ZodObject): FieldsForm => {
  const { fields, required } = formOf(schema) as FieldsForm;
  const own = new Map(fields);
  own.delete('kind');
  return { is: 'fields', fields: own, required: required.filter((name) => name !== 'kind') };
};

const groupOf = (name: string, schema: z.ZodObject & { readonly shape: { readonly kind: z.ZodLiteral<FactKind> } }): Group => ({
  name,
  kind: schema.shape.kind.value,
  schema,
  form: formWithoutKind(schema),
});

/** The groups in the order of their records in a result: what others refer to comes first. */
export const GROUPS: readonly Group[] = Object.entries(SCHEMAS).map(([name, schema]) =>
  groupOf(name, schema as unknown as Parameters<typeof groupOf>[1]),
);

const byName = new Map(GROUPS.map((group) => [group.name, group]));

/** The group of a name. */
export const groupNamed = (name: string): Group | undefined => byName.get(name);

/** Groups that a CSV file may hold; every field of theirs fits a cell. */
export const CSV_GROUPS: readonly Group[] = ['readings', 'payments', 'openingSaldo', 'residents']
  .map((name) => byName.get(name))
  .filter((group) => group !== undefined);

const TITLES: Readonly<Record<GroupName, string>> = {
  houses: 'Дома',
  providers: 'Исполнители услуг',
  tariffs: 'Тарифы по датам с актами',
  normatives: 'Нормативы потребления по датам с актами',
  services: 'Условия услуг в доме: исполнитель, тариф, норматив',
  premises: 'Помещения',
  accounts: 'Лицевые счета',
  residents: 'Проживающие по дням',
  commonTerms: 'Общие нужды дома: исполнитель, способ, тариф, норматив',
  heatingTerritories: 'Отопление на территории: способ оплаты, отопительные периоды, K, температуры',
  heatingTerms: 'Отопление дома: территория, прибор дома, отапливаемое общее имущество',
  heatAllocators: 'Показания распределителей тепла за период',
  houseMeters: 'Общедомовые приборы учёта',
  houseVolumes: 'Объёмы дома по актам',
  meters: 'Приборы учёта',
  readings: 'Показания приборов',
  acts: 'Акты: отказ в допуске, проверка, вмешательство, подключение без разрешения',
  absences: 'Временное отсутствие проживающих',
  incidents: 'Перерывы и ненадлежащее качество услуг',
  wasteRemovals: 'Объёмы вывезенных отходов по актам',
  openingSaldo: 'Входящее сальдо',
  payments: 'Платежи',
  refunds: 'Возвраты авансов',
  unidentifiedPayments: 'Невыясненные платежи',
  corrections: 'Ручные корректировки: суммы за месяц с основанием',
  paidWorks: 'Разовые платные услуги: установка, опломбировка, подключение, ремонт',
  prepaid: 'Услуги по предоплате с днями действия',
  housingDefects: 'Жилищные услуги ненадлежащего качества',
  instalments: 'Рассрочка платы, выросшей больше чем на 25 %',
  repaymentAgreements: 'Соглашения о погашении задолженности',
  debtEvents: 'Признание долга и обращения в суд: исковая давность',
  restrictions: 'Предупреждения о долге, ограничение, приостановление и возобновление услуг',
  penaltyExemptions: 'Дни, за которые пени не начисляются',
  accountSuccessions: 'Разделение, объединение, смена номера или собственника лицевого счёта',
  reconciliations: 'Подписанные акты сверки',
  benefits: 'Льготы: скидки и компенсации по услугам',
  subsidies: 'Субсидии на оплату жилья и коммунальных услуг',
};

const listOf = ([name, schema]: [string, z.ZodObject]): [string, z.ZodType] => [
  name,
  z
    .array(schema.omit({ kind: true }))
    .optional()
    .meta({ description: TITLES[name as GroupName] }),
];

/** A YAML or JSON file of a facts folder as a schema: groups of records without `kind`. */
export const factsFileSchema = z
  .strictObject({
    $schema: z.string().optional().meta({ description: 'Ссылка на эту схему для редактора', format: 'uri-reference' }),
    ...Object.fromEntries(Object.entries(SCHEMAS as unknown as Readonly<Record<GroupName, z.ZodObject>>).map(listOf)),
  })
  .meta({ title: 'Факты для saldo', description: 'Разделы с записями: дома, помещения, приборы, показания, тарифы и другие факты' });
