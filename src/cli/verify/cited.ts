/** A place of an act as a case cites it: «п. 59», «ч. 14» within «ст. 155». */
interface Cited {
  /** The act, and what stands behind the number, which may name the act too. */
  readonly act: string;
  readonly kind: string;
  /** A number, or a span of them: `59`, `29(2)`, `56–58`. */
  readonly number: string;
  readonly within: string;
}

/** What a text says of the law. */
interface Citation {
  readonly acts: readonly string[];
  readonly places: readonly Cited[];
}

const NUMBER = String.raw`\d+(?:\.\d+)?(?:\(\d+\))?`;
const SPAN = `${NUMBER}(?:–${NUMBER})?`;
const PLACE = new RegExp(`^(?:(п|ст|ч|прил)п?\\.\\s*)?(${SPAN})(?![\\d(])\\s*(.*)$`, 'u');

/** The acts and places that a text cites; a number without a word goes on with the word before: «п. 29(2), 29(3)», «ст. 155, ч. 1, 14». */
const citationOf = (law: string): Citation => {
  const acts: string[] = [];
  const places: Cited[] = [];
  let [act, kind, article] = ['', '', ''];
  for (const piece of law.replaceAll(/подп\.|«[^»]*»|\([^()\d][^()]*\)/gu, ' ').split(/[,;]|\sи\s/u)) {
    const text = piece.trim();
    const [, word, number, rest = ''] = PLACE.exec(text) ?? [];
    if (number === undefined) {
      if (text === '') continue;
      if (text.startsWith('формул')) {
        kind = 'формула';
        continue;
      }
      [act, kind, article] = [text, '', ''];
      acts.push(text);
      continue;
    }
    kind = word ?? kind;
    if (kind !== 'ч') article = '';
    places.push({ act: `${act} ${rest}`, kind, number, within: article });
    if (kind === 'ст') article = number;
  }
  return { acts, places };
};

/** Is a number the one that is written, or one of a span? Nothing is counted up, so a span may have any end. */
const covers = (written: string, number: string): boolean => {
  const [first = '', last] = written.split('–');
  if (first === number || last === number) return true;
  return last !== undefined && [first, last, number].every((one) => /^\d+$/.test(one)) && +first <= +number && +number <= +last;
};

const namesAct = (text: string, act: string): boolean => ` ${text} `.includes(` ${act} `);

/** Does a text cite the place that another names, such as «ПП № 491, п. 29(2)», or the act when that is all? */
export const cites = (law: string, legal: string): boolean => {
  const { acts, places } = citationOf(law);
  const wanted = citationOf(legal);
  const place = wanted.places.at(-1);
  if (place === undefined) return acts.some((one) => namesAct(one, wanted.acts[0] ?? ''));
  return places.some(
    (one) =>
      namesAct(one.act, place.act.trim()) && one.kind === place.kind && one.within === place.within && covers(one.number, place.number),
  );
};

/** Does a text name a formula by number: «формула 4(1)», «формулы 10 и 12», «формулы 10–12»? */
export const namesFormula = (law: string, number: string): boolean =>
  [...law.matchAll(/формул[аыеу]?\s+([\d()–,\sи-]+)/gu)].some(([, list = '']) =>
    list.split(/[,и\s]+/u).some((part) => covers(part, number)),
  );
