import type { Told, Words } from './problem-text-words';

type Names = Readonly<Record<string, string>>;

const KINDS_RU: Names = { entries: 'проводки', bills: 'счета', acts: 'акты дома', balances: 'остатки', closings: 'закрытие' };
const CHANGES_RU: Names = {
  changed: 'изменено',
  added: 'добавлено',
  missing: 'удалено',
  unlinked: 'не продолжает прежнее закрытие — оно изменено или удалено',
};
const KINDS_EN: Names = { entries: 'entries', bills: 'bills', acts: 'acts of the house', balances: 'balances', closings: 'the closing' };
const CHANGES_EN: Names = {
  changed: 'changed',
  added: 'added to',
  missing: 'taken away from',
  unlinked: 'does not follow the closing before, which was changed or taken away',
};

const named = (p: Told, kinds: Names, changes: Names): string =>
  `${p.when('record', (record) => `, ${kinds[record] ?? record}`)}${p.when('what', (what) => `: ${changes[what] ?? what}`)}`;

/** Russian text about the hash chain of closed months. */
export const CHAIN_RU: Readonly<Record<'past-changed', Words>> = {
  'past-changed': (p) => [
    `прошлое не то, что было: закрытый месяц ${p.value}${p.when('house', (house) => ` дома ${house}`)}${named(p, KINDS_RU, CHANGES_RU)}${p.when('closed', (count) => `; при закрытии ${count}`)}${p.when('found', (count) => `, теперь ${count}`)}`,
    'Закрытый месяц не меняется: выясните, кто писал в базу мимо программы, и верните данные из резервной копии.',
  ],
};

/** English text about the hash chain of closed months. */
export const CHAIN_EN: Readonly<Record<'past-changed', Words>> = {
  'past-changed': (p) => [
    `the past is not what it was: closed month ${p.value}${p.when('house', (house) => ` of house ${house}`)}${named(p, KINDS_EN, CHANGES_EN)}${p.when('closed', (count) => `; ${count} when it was closed`)}${p.when('found', (count) => `, ${count} now`)}`,
    'A closed month does not change: find out who wrote to the database past the program, and restore the data from a backup.',
  ],
};
