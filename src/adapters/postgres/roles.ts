import { invariant } from '../../kernel/result';

/** Which roles the script makes, and whether the providers of the database are kept apart. */
export interface RolesOptions {
  /** Who bills: appends facts, bills, entries and closings, and reads them. */
  readonly writer?: string;
  /** Who shows a personal account («личный кабинет»): reads facts, bills, entries and balances, what books and documents are made of. */
  readonly reader?: string;
  /** Who checks: reads everything, of all providers. */
  readonly auditor?: string;
  /**
   * Rows apart by providers: a login sees and writes the houses that `saldo.provider_houses` gives to a role it is a member of, and what belongs
   * to no house (tariffs, normatives) it reads. `false`: the roles see every house.
   */
  readonly providers: boolean;
}

interface Rights {
  readonly writer: string;
  readonly reader?: true;
  /** Which rows a provider sees, and which it may write when they are fewer; absent: every row. */
  readonly own?: string;
  readonly ownNew?: string;
}

const ownHouse = (table: string, column = 'house'): string =>
  `exists (select from saldo.provider_houses owned where owned.house = ${table}.${column})`;

const appended = (table: string): Rights => ({ writer: 'select, insert', reader: true, own: ownHouse(table) });

/**
 * Every table and view of the schema: what is not named here nobody is granted. A row that is locked needs the right to update one of its columns;
 * the trigger refuses the update itself.
 */
export const RIGHTS: Readonly<Record<string, Rights>> = {
  migrations: { writer: 'select', reader: true },
  provider_houses: { writer: 'select', reader: true, own: `pg_has_role(provider, 'member')` },
  houses: { writer: 'select, insert, update (house)', own: ownHouse('houses') },
  written_keys: { writer: 'select, insert', own: 'writer = current_user' },
  facts: { writer: 'select, insert', reader: true, own: `scope = '' or ${ownHouse('facts', 'scope')}`, ownNew: ownHouse('facts', 'scope') },
  account_numbers: { writer: 'select, insert, update (account), delete', reader: true, own: ownHouse('account_numbers') },
  month_versions: appended('month_versions'),
  month_closings: appended('month_closings'),
  bills: appended('bills'),
  house_acts: appended('house_acts'),
  entries: appended('entries'),
  balances: appended('balances'),
  runs: { writer: 'select, insert, update (state)', reader: true },
  run_jobs: { writer: 'select, insert, update (claims, claimed_at, token, worker, lost, done)' },
  run_houses: {
    writer: 'select, insert, update (job, state, attempts, outcome, version, repeated, bills, total, findings, blocking)',
    reader: true,
    own: ownHouse('run_houses'),
  },
  run_steps: { writer: 'select, insert' },
  payment_intents: { writer: 'select, insert, update (version, settled, intent)', own: ownHouse('payment_intents') },
  entries_in_roubles: { writer: 'select', reader: true },
};

/**
 * SQL that makes the roles of the least rights («минимальные права») and grants them what they need, on a migrated database; for its owner, who
 * may make roles. Run again, also after each new release, it brings everything back to what it says: rights that were granted otherwise
 * to these roles, or to everybody, are taken away. The roles have no login; a login is made a member of one of them.
 *
 * @example await pool.query(rolesScript({ providers: true }));
 */
export const rolesScript = ({
  writer = 'saldo_writer',
  reader = 'saldo_reader',
  auditor = 'saldo_auditor',
  providers,
}: RolesOptions): string => {
  const names = [writer, reader, auditor];
  for (const name of names) invariant(/^[a-z_][a-z0-9_]{0,62}$/.test(name), 'a role is named by small Latin letters, digits and _');
  invariant(new Set(names).size === names.length, 'the roles are different ones');
  const all = names.map((name) => `"${name}"`).join(', ');
  const statements = [
    ...names.map(made),
    `revoke all on schema saldo from public, ${all}`,
    `revoke all on all tables in schema saldo from public, ${all}`,
    `revoke all on all sequences in schema saldo from public, ${all}`,
    `revoke all on all functions in schema saldo from public, ${all}`,
    `grant usage on schema saldo to ${all}`,
    // A view asks with the rights of whoever reads it, not of its owner, who sees every row.
    'alter view saldo.entries_in_roubles set (security_invoker = true)',
    ...Object.entries(RIGHTS).flatMap(([table, rights]) => [
      `grant ${rights.writer} on saldo.${table} to "${writer}"`,
      `grant select on saldo.${table} to ${rights.reader === true ? `"${reader}", ` : ''}"${auditor}"`,
      ...(rights.own === undefined ? [] : apart(table, rights.own, rights.ownNew ?? rights.own, { providers, writer, reader, auditor })),
    ]),
  ];
  return `${statements.join(';\n')};\n`;
};

/** A role without a login; one that is there and passes by all rules is refused. */
const made = (name: string): string => `do $$ begin
  if not exists (select from pg_roles where rolname = '${name}') then
    create role "${name}" nologin;
  elsif exists (select from pg_roles where rolname = '${name}' and (rolsuper or rolbypassrls)) then
    raise exception 'role % passes by the rules of the database', '${name}';
  end if;
end $$`;

/** Rows of a table apart by providers, or together again. */
const apart = (table: string, own: string, ownNew: string, to: Required<RolesOptions>): readonly string[] => [
  `drop policy if exists own on saldo.${table}`,
  `drop policy if exists every on saldo.${table}`,
  ...(to.providers
    ? [
        `create policy own on saldo.${table} to "${to.writer}", "${to.reader}" using (${own}) with check (${ownNew})`,
        `create policy every on saldo.${table} for select to "${to.auditor}" using (true)`,
        `alter table saldo.${table} enable row level security`,
      ]
    : [`alter table saldo.${table} disable row level security`]),
];
