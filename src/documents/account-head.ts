import type { AccountCard, Creditor } from '../statements/parties';
import { type Html, html, NOTHING } from './html';

/** Who and where: the first lines of a document of an account. */
export const accountHead = ({ account, aliases, address, premises, payer }: AccountCard): Html => html`<p>Лицевой счёт: <b>${account}</b>${
  aliases.length === 0 ? NOTHING : html` (другие номера: ${aliases.join(', ')})`
}</p>
<p>Адрес: ${address}${premises === '' ? NOTHING : html`, помещение ${premises}`}</p>
${payer === null ? NOTHING : html`<p>Плательщик: ${payer}</p>\n`}`;

/** A creditor with the number by which he is found. */
export const creditorHead = (creditors: readonly Creditor[], name: string, provider: string): Html => {
  const inn = creditors.find(({ id }) => id === provider)?.inn ?? null;
  return inn === null ? html`${name}` : html`${name}, ИНН ${inn}`;
};
