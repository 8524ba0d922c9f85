import { type Draft, type DraftOf, known } from './draft';

type Service = DraftOf<'openingSaldo'>['service'];

const opening = (account: string, month: string, service: Service, provider: string, amount: string): Draft => ({
  kind: 'openingSaldo',
  id: `opening-${account}-${month}-${service}`,
  knownAt: known('2025-12-31'),
  account,
  service,
  provider,
  month,
  amount,
});

/** What a few accounts of a house owed, or had paid ahead, when it was taken over. */
export const openingSaldo = (accounts: string): readonly Draft[] =>
  OPENINGS.filter((draft) => draft.kind === 'openingSaldo' && draft.account.startsWith(accounts));

const OPENINGS: readonly Draft[] = [
  opening('770100021', '2025-12', 'coldWater', 'uk-moscow', '412.30'),
  opening('770100021', '2025-12', 'maintenance', 'uk-moscow', '2105.95'),
  opening('770100231', '2025-10', 'maintenance', 'uk-moscow', '2360.05'),
  opening('770100231', '2025-11', 'maintenance', 'uk-moscow', '2360.05'),
  opening('770100231', '2025-12', 'maintenance', 'uk-moscow', '2360.05'),
  opening('770100231', '2025-12', 'hotWater', 'uk-moscow', '1875.00'),
  opening('770100231', '2025-12', 'electricity', 'power-moscow', '968.40'),
  opening('770100251', '2025-12', 'maintenance', 'uk-moscow', '-5000.00'),
  opening('590100171', '2025-12', 'hotWater', 'uk-perm', '644.18'),
  opening('590100451', '2025-11', 'electricity', 'power-perm', '733.15'),
  opening('590100451', '2025-12', 'electricity', 'power-perm', '701.80'),
  opening('595700051', '2025-12', 'coldWater', 'tszh-chernushka', '186.55'),
];
