import type { Month } from '../../kernel/calendar';
import type { Problem } from '../../kernel/problem';
import { ok, type Result } from '../../kernel/result';
import type { Language } from '../../model/problem-text';
import type { FactRecord } from '../../model/records';
import type { Store } from '../../ports/store';
import { explained, FOURTH_MONTH, factsWhenBilled, TELLING } from './explained';
import { factsFolder } from './facts-folder';
import { type HousePapers, housePapers, type Paper } from './house-papers';
import { indexPage } from './index-page';
import { LATE_PAYER, penaltyPaper } from './late-payer';
import { RECONCILED, reconciled } from './reconciled';
import { sheetText } from './sheet-text';

/** What the demo shows and leaves behind. */
export interface DemoPapers {
  /** The saldo sheet of each house for the last month, as text. */
  readonly sheets: readonly string[];
  /** The explained charge. */
  readonly explained: string;
  readonly pages: readonly Paper[];
}

/** Every paper of the demo as the store stands: documents, books and sheets of each house, explanations, the facts, and the page to them all. */
export const demoPapers = async (
  store: Store,
  houses: readonly string[],
  months: readonly Month[],
  language: Language,
): Promise<Result<DemoPapers, readonly Problem[]>> => {
  const last = months[months.length - 1] as Month;
  const papers: HousePapers[] = [];
  for (const house of houses) {
    const facts = await factsWhenBilled(store, house, last);
    if (!facts.ok) return facts;
    const made = await housePapers(store, facts.value, months);
    if (!made.ok) return made;
    papers.push(made.value);
  }
  const told = await explained(store, FOURTH_MONTH);
  if (!told.ok) return told;
  const explanations = await tellingBills(store);
  if (!explanations.ok) return explanations;
  const statement = await reconciled(store, last);
  if (!statement.ok) return statement;
  const penalties = await penaltyPaper(store, last);
  if (!penalties.ok) return penalties;
  const links = explanations.value.map(({ path }, index) => ({
    path,
    title: `${TELLING[index]?.title ?? path} (${TELLING[index]?.account ?? ''})`,
  }));
  const penaltyLink = { path: penalties.value.path, title: `Пени того, кто платит не всё и не в срок (${LATE_PAYER})` };
  const pages = [
    { path: 'index.html', text: indexPage(papers, [...links, penaltyLink], [statementLink(statement.value)]) },
    ...papers.flatMap((one) => one.pages),
    ...explanations.value,
    penalties.value,
    ...statement.value,
    ...factsFolder(await storedRecords(store, houses)),
  ];
  return ok({ sheets: papers.map(({ sheet }) => sheetText(sheet, language)), explained: told.value, pages });
};

const statementLink = ([page]: readonly Paper[]) => ({
  path: page?.path ?? '',
  title: `Акт сверки с данными плательщика, в которых шесть расхождений (${RECONCILED.account})`,
});

const tellingBills = async (store: Store): Promise<Result<readonly Paper[], readonly Problem[]>> => {
  const pages: Paper[] = [];
  for (const charge of TELLING) {
    const text = await explained(store, charge);
    if (!text.ok) return text;
    pages.push({ path: `explanations/${charge.account}-${charge.month}.txt`, text: text.value });
  }
  return ok(pages);
};

/** All facts of the houses, those of no house once. */
const storedRecords = async (store: Store, houses: readonly string[]): Promise<readonly FactRecord[]> => {
  const records = new Map<string, FactRecord>();
  for (const house of houses) for (const { record, knownAt } of await store.factsOf(house)) records.set(record.id, { ...record, knownAt });
  return [...records.values()];
};
