import { z } from 'zod';
import { canonicalJson } from '../kernel/canonical-json';
import { sha256 } from '../kernel/sha256';
import { meterRecord, readingRecord } from '../model/meter-records';
import { openingSaldoRecord, paymentRecord } from '../model/money-records';
import { accountRecord, premisesRecord, residentRecord } from '../model/records';
import { areaText, dayText, idText, readingText, shortText } from '../model/text-types';
import { type FieldsForm, formOf } from './form';

/** Tables of a provider's data, in the order in which they are taken: what others refer to comes first. */
export type ImportTableName = 'accounts' | 'residents' | 'meters' | 'readings' | 'openingSaldo' | 'payments';

/** What a row makes and leans on. */
export interface RowPlan {
  readonly records: readonly Readonly<Record<string, unknown>>[];
  readonly house?: string;
  readonly account?: string;
}

/** A table: its columns by a schema, and the facts of a row. */
export interface ImportTable {
  readonly name: ImportTableName;
  readonly schema: z.ZodObject;
  readonly form: FieldsForm;
  plan(row: Readonly<Record<string, unknown>>): RowPlan;
  /** The column that a row lacks, of those that only some rows need. */
  lacks(row: Readonly<Record<string, unknown>>): string | undefined;
  /** Columns whose values others refer to, with what they name. */
  readonly makes: Readonly<Record<string, string>>;
  /** Column with a sum of money, and the one that its totals are told apart by. */
  readonly money?: { readonly amount: string; readonly by?: string };
}

/** Columns of every table: where the row belongs, so that no house is searched; why it came back from quarantine. */
const hints = {
  house: idText.optional().meta({ description: 'Дом строки: по нему не нужно искать' }),
  account: idText.optional().meta({ description: 'Лицевой счёт строки: по нему находится дом' }),
  quarantine: z.string().optional().meta({ description: 'Причина карантина: при чтении пропускается' }),
} as const;

const count = z.int().min(0).max(1000);

const accountRow = z.strictObject({
  account: accountRecord.shape.number,
  house: premisesRecord.shape.house,
  flat: premisesRecord.shape.number,
  area: areaText,
  from: accountRecord.shape.from,
  to: dayText.optional(),
  premises: idText.optional().meta({ description: 'Идентификатор помещения; без него — номер счёта' }),
  type: premisesRecord.shape.type.default('dwelling'),
  rooms: premisesRecord.shape.rooms,
  areaFrom: dayText.optional().meta({ description: 'С какого дня такая площадь; без него — всегда' }),
  owners: count.optional().meta({ description: 'Число собственников' }),
  residents: count.optional().meta({ description: 'Число постоянно проживающих с первого дня счёта' }),
  payerKind: z.enum(['person', 'legalEntity']).default('person'),
  payer: shortText.optional().meta({ description: 'Плательщик' }),
  oldNumber: idText.optional().meta({ description: 'Старый номер счёта' }),
  quarantine: hints.quarantine,
});

const meterRow = z.strictObject({
  id: meterRecord.shape.id,
  premises: idText.optional().meta({ description: 'Идентификатор помещения; без него — номер счёта' }),
  service: meterRecord.shape.service,
  serial: meterRecord.shape.serial,
  commissionedOn: meterRecord.shape.commissionedOn,
  point: idText.optional(),
  verifiedOn: dayText.optional().meta({ description: 'День поверки' }),
  verifiedUntil: dayText.optional().meta({ description: 'Последний день срока поверки' }),
  digits: z.int().min(1).max(15).optional(),
  decimals: z.int().min(0).max(7).optional(),
  initial: readingText.optional().meta({ description: 'Показание при вводе; у прибора с зонами — initialT1, initialT2, initialT3' }),
  initialT1: readingText.optional(),
  initialT2: readingText.optional(),
  initialT3: readingText.optional(),
  removedOn: dayText.optional(),
  ...hints,
});

/** A derived id: the same row has it again, and no other row. */
const derived = (kind: string, ...parts: readonly unknown[]): string => `im-${sha256(canonicalJson([kind, ...parts])).slice(0, 40)}`;

/** From when something holds that nobody dates: the first day of the calendar. */
const ALWAYS = '1900-01-01';

const given = (fields: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

const accountPlan = (row: z.infer<typeof accountRow>): RowPlan => {
  const premises = row.premises ?? row.account;
  const areaFrom = row.areaFrom ?? ALWAYS;
  const people = Array.from({ length: row.residents ?? 0 }, (_, index) => derived('person', row.account, index + 1));
  return {
    house: row.house,
    records: [
      given({
        kind: 'premises',
        id: premises,
        house: row.house,
        number: row.flat,
        type: row.type,
        rooms: row.rooms,
        areas: [{ from: areaFrom, value: row.area }],
        owners: row.owners === undefined ? undefined : [{ from: areaFrom, count: row.owners }],
      }),
      given({
        kind: 'account',
        id: derived('account', row.account),
        number: row.account,
        aliases: row.oldNumber === undefined ? undefined : [row.oldNumber],
        premises,
        from: row.from,
        to: row.to,
        payer: given({ kind: row.payerKind, name: row.payer }),
      }),
      ...people.map((person) =>
        given({ kind: 'resident', id: derived('resident', row.account, person), premises, person, from: row.from, to: row.to }),
      ),
    ],
  };
};

const meterPlan = (row: z.infer<typeof meterRow>): RowPlan => {
  const { id, service, serial, commissionedOn, point, removedOn, digits, decimals } = row;
  const initials = Object.entries({ T0: row.initial, T1: row.initialT1, T2: row.initialT2, T3: row.initialT3 });
  return {
    ...where(row),
    records: [
      given({
        kind: 'meter',
        id,
        premises: row.premises ?? row.account,
        service,
        serial,
        commissionedOn,
        point,
        removedOn,
        verifications:
          row.verifiedOn === undefined && row.verifiedUntil === undefined
            ? undefined
            : [given({ on: row.verifiedOn, until: row.verifiedUntil })],
        registers: initials.flatMap(([zone, initial]) => (initial === undefined ? [] : [given({ zone, initial, digits, decimals })])),
      }),
    ],
  };
};

const where = (row: Readonly<Record<string, unknown>>): Pick<RowPlan, 'house' | 'account'> =>
  typeof row['house'] === 'string' ? { house: row['house'] } : typeof row['account'] === 'string' ? { account: row['account'] } : {};

/** A row that is a fact as it stands, but for where it belongs; an id that it lacks follows from what names it. */
const factPlan =
  (
    kind: string,
    dropsAccount: boolean,
    named: readonly string[],
    filled: (row: Readonly<Record<string, unknown>>) => object = () => ({}),
  ) =>
  (row: Readonly<Record<string, unknown>>): RowPlan => {
    const { house: _house, quarantine: _quarantine, ...rest } = row;
    const { account, ...others } = rest;
    const id = row['id'] ?? derived(kind, ...named.map((name) => row[name] ?? null));
    return { ...where(row), records: [{ kind, id, ...(dropsAccount ? others : { account, ...others }), ...filled(row) }] };
  };

const table = (
  name: ImportTableName,
  schema: z.ZodObject,
  plan: (row: never) => RowPlan,
  more: Partial<Pick<ImportTable, 'makes' | 'money' | 'lacks'>>,
): ImportTable => ({
  name,
  schema,
  form: formOf(schema) as FieldsForm,
  plan: plan as ImportTable['plan'],
  makes: {},
  lacks: () => undefined,
  ...more,
});

const residentRow = residentRecord
  .omit({ kind: true, premises: true })
  .extend({ id: idText.optional(), premises: idText.optional(), ...hints });
const readingRow = readingRecord.omit({ kind: true }).extend({ id: idText.optional(), ...hints });
const openingRow = openingSaldoRecord
  .omit({ kind: true })
  .extend({ id: idText.optional(), house: hints.house, quarantine: hints.quarantine });
const paymentRow = paymentRecord.omit({ kind: true }).extend({ house: hints.house, quarantine: hints.quarantine });

type Cells = Readonly<Record<string, unknown>>;

const lacksPlace = (row: Cells): string | undefined =>
  row['premises'] === undefined && row['account'] === undefined ? 'account' : undefined;

const lacksOfMeter = (row: Cells): string | undefined => {
  if (['initial', 'initialT1', 'initialT2', 'initialT3'].every((name) => row[name] === undefined)) return 'initial';
  if ((row['verifiedOn'] === undefined) === (row['verifiedUntil'] === undefined)) return lacksPlace(row);
  return row['verifiedOn'] === undefined ? 'verifiedOn' : 'verifiedUntil';
};

/** The tables, in order. */
export const IMPORT_TABLES: readonly ImportTable[] = [
  table('accounts', accountRow, accountPlan, { makes: { account: 'account', premises: 'premises' } }),
  table(
    'residents',
    residentRow,
    factPlan('resident', true, ['premises', 'account', 'person', 'from'], (row) => ({ premises: row['premises'] ?? row['account'] })),
    { lacks: lacksPlace },
  ),
  table('meters', meterRow, meterPlan, { makes: { id: 'meter' }, lacks: lacksOfMeter }),
  table('readings', readingRow, factPlan('reading', true, ['meter', 'zone', 'takenOn', 'purpose']), {}),
  table('openingSaldo', openingRow, factPlan('openingSaldo', false, ['account', 'service', 'provider', 'month']), {
    money: { amount: 'amount', by: 'month' },
  }),
  table('payments', paymentRow, factPlan('payment', false, []), { money: { amount: 'amount' } }),
];

/**
 * The table of a file, by the first word of its name.
 *
 * @example importTableOf('2026/readings-10.csv')?.name //=> 'readings'
 */
export const importTableOf = (file: string): ImportTable | undefined => {
  const name = file.slice(file.lastIndexOf('/') + 1);
  return IMPORT_TABLES.find((one) => name.startsWith(one.name) && !/^\p{L}/u.test(name.slice(one.name.length)));
};
