import { accountBookHtml, paymentDocumentHtml, saldoSheetHtml } from '../../documents';
import type { Month } from '../../kernel/calendar';
import type { Problem } from '../../kernel/problem';
import { err, ok, type Result } from '../../kernel/result';
import type { Bill } from '../../model/bill';
import type { HouseFacts } from '../../model/facts';
import type { Store } from '../../ports/store';
import { type AccountBook, accountBook } from '../../statements/account-book';
import { partiesOf } from '../../statements/parties';
import { paymentDocument } from '../../statements/payment-document';
import { type SaldoSheet, saldoSheet } from '../../statements/saldo-sheet';

/** A page of the demo. */
export interface Paper {
  readonly path: string;
  readonly text: string;
}

/** The papers of an account. */
export interface AccountPapers {
  readonly book: AccountBook;
  readonly bookPath: string;
  /** `null` when the account had ended before the last month. */
  readonly documentPath: string | null;
}

/** The papers of a house. */
export interface HousePapers {
  readonly house: string;
  readonly address: string;
  readonly sheet: SaldoSheet;
  readonly sheetPath: string;
  readonly accounts: readonly AccountPapers[];
  readonly pages: readonly Paper[];
}

/**
 * The papers of a house as its journal stands: its saldo sheet, an account book for every account, a payment document of the last month
 * for every account that had a bill in it. Facts and journal are read once for all of them.
 */
export const housePapers = async (
  store: Store,
  facts: HouseFacts,
  months: readonly Month[],
): Promise<Result<HousePapers, readonly Problem[]>> => {
  const house = facts.house.id;
  const last = months[months.length - 1] as Month;
  const parties = partiesOf(facts);
  const entries = await store.entriesOfHouse(house);
  const bills: Bill[] = [];
  for (const month of months) bills.push(...(await store.billsOf(house, month)));
  const sheet = saldoSheet(parties, entries, last);
  const sheetPath = `sheets/${house}-${last}.html`;
  const pages: Paper[] = [{ path: sheetPath, text: saldoSheetHtml(sheet) }];
  const accounts: AccountPapers[] = [];
  for (const { account } of parties.accounts) {
    const own = entries.filter((entry) => entry.account === account);
    const ownBills = bills.filter((bill) => bill.account === account);
    const payments = facts.payments.filter((payment) => payment.account === account);
    const book = accountBook({ parties, account, bills: ownBills, entries: own, payments, from: null, to: null });
    const bookPath = `books/${house}/${account}.html`;
    pages.push({ path: bookPath, text: accountBookHtml(book) });
    const bill = ownBills.find((one) => one.month === last);
    const documentPath = bill === undefined ? null : `documents/${house}/${account}-${last}.html`;
    if (bill !== undefined && documentPath !== null) {
      const document = paymentDocument(parties, bill, own);
      if (!document.ok) return err([document.error]);
      pages.push({ path: documentPath, text: paymentDocumentHtml(document.value) });
    }
    accounts.push({ book, bookPath, documentPath });
  }
  return ok({ house, address: facts.house.address, sheet, sheetPath, accounts, pages });
};
