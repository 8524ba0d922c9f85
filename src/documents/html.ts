/** Markup that is safe to print: made by {@link html} alone. */
export class Html {
  constructor(readonly text: string) {}
}

type Part = string | number | Html | readonly Html[];

/** Characters that mean something in HTML, and those that mean nothing on paper: controls, halves of pairs, turns of direction. */
const SPECIAL = /[&<>"']|[\p{Cc}\p{Cs}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** A text as HTML shows it, in an element or in a quoted attribute. @example escaped('<b> & "c"') //=> '&lt;b&gt; &amp; &quot;c&quot;' */
export const escaped = (text: string): string => text.replace(SPECIAL, (one) => ENTITIES[one] ?? '\ufffd');

/** Markup with values in it: every text is escaped, markup stays markup. @example html`<td>${'a & b'}</td>`.text //=> '<td>a &amp; b</td>' */
export const html = (strings: TemplateStringsArray, ...parts: readonly Part[]): Html =>
  new Html(strings.reduce((text, string, place) => `${text}${markup(parts[place - 1] ?? '')}${string}`));

const markup = (part: Part): string => {
  if (part instanceof Html) return part.text;
  return typeof part === 'object' ? part.map((one) => one.text).join('') : escaped(String(part));
};

/** Nothing. */
export const NOTHING = html``;
