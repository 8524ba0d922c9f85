import { dayWords } from '../kernel/calendar';
import { type Kopecks, NO_MONEY, sumMoney } from '../kernel/money';
import type { AgreedStatement } from '../statements/agreed-statement';
import { type Html, html, NOTHING } from './html';
import { moneyWords, monthWords, serviceWords } from './words';

/** The agreed statement that a document begins from, and what was changed of its months since. */
export const agreedLine = (agreed: AgreedStatement | null): Html => {
  if (agreed === null) return NOTHING;
  const { document, agreedOn, through, agreed: sum, posted, later } = agreed;
  const differs = sum === posted ? NOTHING : html`; по учёту на этот день ${moneyWords(posted)} ₽`;
  return html`<p>Подписанный акт сверки (${document}, ${dayWords(agreedOn)}): сальдо на ${dayWords(through)} — ${moneyWords(sum)} ₽${differs}</p>
${later.length === 0 ? NOTHING : html`<p class="note">Исправлено после акта за его месяцы, всего ${moneyWords(total(later))} ₽:</p>\n<ul class="note">\n${later.map(({ service, month, postedIn, amount }) => html`<li>${serviceWords(service)}, ${monthWords(month)}: ${moneyWords(amount)} ₽ (учтено: ${monthWords(postedIn)})</li>\n`)}</ul>\n`}`;
};

const total = (later: AgreedStatement['later']): Kopecks => (later.length === 0 ? NO_MONEY : sumMoney(later.map(({ amount }) => amount)));
