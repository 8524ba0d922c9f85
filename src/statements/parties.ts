import { byText } from '../kernel/text-order';
import type { HouseFacts } from '../model/facts';

/** A personal account as a document shows it. */
export interface AccountCard {
  readonly account: string;
  /** Other numbers of the account: old ones, ЕЛС. */
  readonly aliases: readonly string[];
  readonly house: string;
  readonly address: string;
  /** Number of the premises, as on the door. */
  readonly premises: string;
  readonly payer: string | null;
}

/** A provider as a document shows it: who is owed. */
export interface Creditor {
  readonly id: string;
  readonly name: string;
  readonly inn: string | null;
}

/** Who appears in the documents of a house. */
export interface Parties {
  readonly house: string;
  readonly address: string;
  /** In order of premises, as people count them: 2 before 10. */
  readonly accounts: readonly AccountCard[];
  readonly creditors: readonly Creditor[];
}

/** The accounts and providers of a house. */
export const partiesOf = ({ house, premises, providers }: HouseFacts): Parties => {
  const accounts = premises.flatMap((one) =>
    one.accounts.map(
      ({ number, aliases, payer }): AccountCard => ({
        account: number,
        aliases,
        house: house.id,
        address: house.address,
        premises: one.premises.number,
        payer: payer.name ?? null,
      }),
    ),
  );
  const creditors = [...providers.values()].map(({ id, name, inn }): Creditor => ({ id, name, inn: inn ?? null }));
  return {
    house: house.id,
    address: house.address,
    accounts: accounts.sort((a, b) => byDoor(a.premises, b.premises) || byText(a.account, b.account)),
    creditors: creditors.sort((a, b) => byText(a.id, b.id)),
  };
};

/** Order of numbers on doors: by the leading number, then by the text. */
const byDoor = (a: string, b: string): number => leading(a) - leading(b) || byText(a, b);

const leading = (door: string): number => {
  const digits = /^\d{1,9}/.exec(door);
  return digits === null ? Number.MAX_SAFE_INTEGER : Number(digits[0]);
};

/** The card of an account; what only the journal knows has a card of its number alone. */
export const cardOf = (parties: Parties, account: string): AccountCard =>
  parties.accounts.find((card) => card.account === account) ?? {
    account,
    aliases: [],
    house: parties.house,
    address: parties.address,
    premises: '',
    payer: null,
  };
