/** First characters that make a spreadsheet take a text for a formula, and the guard itself, so that guarding can be undone. */
const DANGEROUS = /^[=+\-@\t\r'＝＋－＠]/;
const NUMBER = /^-?\d+(\.\d+)?$/;

/**
 * A value that no spreadsheet will run as a formula: an apostrophe stands before `=`, `+`, `-`, `@`. Plain numbers stay as they are.
 *
 * @example guardCell('=1+1') //=> "'=1+1"
 */
export const guardCell = (text: string): string => (DANGEROUS.test(text) && !NUMBER.test(text) ? `'${text}` : text);

/** The value behind {@link guardCell}; any other value is returned as it is. @example unguardCell("'=1+1") //=> '=1+1' */
export const unguardCell = (text: string): string => (text.startsWith("'") && DANGEROUS.test(text.slice(1)) ? text.slice(1) : text);
