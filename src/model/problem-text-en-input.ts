import type { InputCode } from './problem-text-codes';
import type { Words } from './problem-text-words';

const TYPE: Readonly<Record<string, string>> = {
  text: 'a text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  list: 'a list',
  mapping: 'a mapping of fields',
  empty: 'an empty value',
};
const broken = (reason = 'broken syntax', message = reason): string => message;
const type = (name: string): string => TYPE[name] ?? name;

/** English texts of what comes in from outside. */
export const INPUT_EN: Readonly<Record<InputCode, Words>> = {
  'number-not-text': (p) => [`a number must come as text, but ${p.value} came`, 'Pass a string: a binary fraction loses its last digits.'],
  'number-format': (p) => [
    `${p.value} is not a decimal number such as 123.45`,
    'Write it with a point, without blanks and exponent: 123.45.',
  ],
  'number-too-long': (p) => [
    `the number ${p.value} is too long${p.when('most', (most) => `: more than ${most} characters`)}`,
    'See that the field holds one number, not several glued together.',
  ],
  'number-too-many-decimals': (p) => [
    `the number ${p.value} has too many digits after the point${p.when('scale', (scale) => `: at most ${scale}`)}`,
    'Round the value yourself, as the document has it: nothing is rounded silently here.',
  ],
  'number-negative': (p) => [
    `the number ${p.value} is negative, and here it is never below zero`,
    'Take the minus away, or see whether this is the right field.',
  ],
  'number-too-large': (p) => [
    `the number ${p.value} is too large${p.when('integerDigits', (digits) => `: at most ${digits} digits before the point`)}`,
    'Check the value and its unit.',
  ],
  'day-format': (p) => [`${p.value} is not a day such as YYYY-MM-DD`, 'Write the day as YYYY-MM-DD, for example 2026-10-25.'],
  'day-not-in-calendar': (p) => [`the day ${p.value} is not in the calendar`, 'Check day and month; years are 1900 to 2999.'],
  'month-format': (p) => [`${p.value} is not a month such as YYYY-MM`, 'Write the month as YYYY-MM, for example 2026-10.'],
  'hour-format': (p) => [
    `${p.value} is not an hour such as 2026-10-01T09`,
    'Write the day and an hour from 00 to 23, minutes where they matter (2026-10-01T09:30); the end of a day is hour 00 of the next.',
  ],
  'instant-format': (p) => [
    `${p.value} is not a moment such as YYYY-MM-DDTHH:MM:SS.sssZ`,
    'Write the moment in UTC with milliseconds, for example 2026-10-25T09:00:00.000Z.',
  ],
  'interval-empty': (p) => [
    `the interval is empty: ${p.when('from', (from) => `it begins ${from}`)}${p.when('to', (to) => ` and ends ${to}`)}`,
    'The field to is the first day on which the fact holds no more; it is later than from.',
  ],
  'series-order': (p) => [`the entry from ${p.value} is out of order in its series`, 'Sort the entries by their first day.'],
  'series-overlap': (p) => [
    `two entries of a series begin alike: ${p.value}`,
    'Keep one entry; mend an old one by a new fact with supersedes.',
  ],
  'series-gap': (p) => [`the series has no value on ${p.value}`, 'Add the entry in force on those days, with its act.'],
  'nothing-to-share-by': (p) => [
    `nothing to share by: the weights are ${p.value || 'all zero'}`,
    'Check the areas or sums by which the charge is shared.',
  ],
  'division-by-zero': (p) => [`the formula ${p.value} divides by zero`, 'Check the inputs of the formula: area, days, residents.'],

  'field-missing': (p) => [`the required field “${p.fact('field') ?? ''}” is missing`, 'Add the field.'],
  'field-unknown': (p) => [
    `unknown field “${p.fact('field') ?? ''}”${p.when('nearest', (nearest) => `; it looks like “${nearest}”`)}`,
    `Mend the name or take the field away.${p.when('known', (known) => ` Fields here: ${known}.`)}`,
  ],
  'wrong-type': (p) => [
    `expected ${type(p.fact('expected') ?? '')}, found ${type(p.fact('received') ?? '')}${p.value === '' ? '' : ` ${p.value}`}`,
    'Mend the value; take an optional field without a value away altogether.',
  ],
  'not-one-of': (p) => [
    `the value ${p.value} is not allowed here`,
    `Allowed values: ${p.fact('allowed') ?? 'see the description of the field'}.`,
  ],
  'integer-out-of-range': (p) => [
    `the number ${p.value} is out of range${p.when('least', (least) => `: at least ${least}`)}${p.when('most', (most) => `: at most ${most}`)}`,
    'Check the value.',
  ],
  'text-empty': () => ['the text is empty', 'Fill the field in, or take it away when it is optional.'],
  'text-too-long': (p) => [
    `the text ${p.value} is too long${p.when('most', (most) => `: at most ${most} characters`)}`,
    'Shorten the text.',
  ],
  'text-format': (p) => [
    `the text ${p.value} has control characters (a line break, a tab or invisible ones)`,
    'Write the text on one line without invisible characters.',
  ],
  'id-format': (p) => [
    `${p.value} cannot be an identifier`,
    'Use 1 to 64 letters, digits and . _ : / -; the first is a letter or digit, no blanks.',
  ],
  'inn-format': (p) => [`${p.value} is not an INN (taxpayer number)`, 'An organisation has 10 digits, an entrepreneur 12.'],
  'list-too-short': (p) => [`the list has too few entries${p.when('least', (least) => `: at least ${least}`)}`, 'Add entries.'],
  'list-too-long': (p) => [`the list has too many entries${p.when('most', (most) => `: at most ${most}`)}`, 'Take entries away.'],

  'folder-empty': () => ['the folder holds no fact', 'Check the path: facts are in files .yaml, .yml, .json and .csv.'],
  'file-type-unknown': (p) => [
    `the file ${p.value} is no file of facts`,
    'Save a table as CSV (UTF-8), anything else as YAML or JSON, and move foreign files out of the folder.',
  ],
  'file-too-large': (p) => [
    `the file is too large${p.when('size', (size) => `: ${size} bytes`)}${p.when('most', (most) => `, at most ${most}`)}`,
    'Split the file: names and number of files do not matter.',
  ],
  'file-not-utf8': (p) => [
    `the file is not UTF-8${p.when('byte', (byte) => `: bad byte ${byte}`)}`,
    'Save the file as UTF-8 (“CSV UTF-8” in Excel), not as Windows-1251 or “Unicode”.',
  ],
  'file-empty': () => ['the file is empty', 'Fill the file in or delete it: an empty file may be the trace of an interrupted writing.'],
  'file-shape': (p) => [
    `the file must be groups with lists, but it begins with: ${type(p.fact('received') ?? '')}`,
    'Begin with the name of a group and a colon (houses:, meters:, readings: …) and list the records below it with “- ”.',
  ],
  'group-unknown': (p) => [
    `unknown group “${p.fact('field') ?? ''}”${p.when('nearest', (nearest) => `; it looks like “${nearest}”`)}`,
    `Groups are: ${p.fact('known') ?? 'see docs/guide/facts-folder.md'}.`,
  ],
  'key-forbidden': (p) => [`the name ${p.value} is forbidden`, 'Remove or rename it: such a name could replace the insides of a program.'],
  'key-duplicate': (p) => [
    `“${p.fact('field') ?? ''}” is written twice${p.when('firstLine', (line) => `: first on line ${line}`)}`,
    'Keep one of the two.',
  ],
  'key-not-text': (p) => [
    `the field name ${p.value} must be a plain text`,
    'Write the name as a word and a colon, without “?”, brackets or nothing.',
  ],
  'yaml-syntax': (p) => [
    `the file cannot be read as ${p.fact('format') ?? 'YAML'}: ${broken(p.fact('reason'), p.fact('message'))}`,
    'Check indentation (blanks, no tabs), quotes and brackets on this line and above it.',
  ],
  'yaml-several-documents': () => ['the file holds several YAML documents (a line ---)', 'Put each document into a file of its own.'],
  'yaml-too-deep': () => ['the nesting is too deep', 'Facts are only a few levels deep: check brackets and indentation.'],
  'yaml-alias': (p) => [`YAML anchors and aliases (${p.value}) are not read`, 'Write the value in full in each place.'],
  'yaml-merge-key': () => ['the merge key “<<” is not read', 'Write the fields in full in each record.'],
  'yaml-tag': (p) => [`the YAML tag ${p.value} is not read`, 'Take the tag away: the kind of a value is known from its field.'],
  'yaml-directive': (p) => [`the YAML directive ${p.value} is not read`, 'Take the line that begins with % away.'],
  'csv-file-name': (p) => [
    `the name ${p.value} does not tell what the table holds`,
    `Begin the file name with one of: ${p.fact('known') ?? ''} — for example readings-2026-10.csv.`,
  ],
  'csv-quote': (p) => [
    `a quote is not closed or stands inside a value: ${p.value}`,
    'Quote the whole value and double a quote inside it; a line break inside a value is not allowed.',
  ],
  'csv-columns': (p) => [
    `the row has ${p.fact('received') ?? ''} values for ${p.fact('expected') ?? ''} columns`,
    'Check the separators; quote a value that has one inside.',
  ],
  'csv-cell-too-long': (p) => [
    `the value ${p.value} is too long${p.when('most', (most) => `: at most ${most} characters`)}`,
    'Check quotes and separators.',
  ],
  'line-too-long': (p) => [
    `the line is too long${p.when('size', (size) => `: ${size} characters`)}${p.when('most', (most) => `, at most ${most}`)}`,
    'Check the line breaks: each record takes one line.',
  ],
  'column-unknown': (p) => [
    `unknown column “${p.fact('field') ?? ''}”${p.when('nearest', (nearest) => `; it looks like “${nearest}”`)}`,
    `Columns are: ${p.fact('known') ?? ''}. They are separated by semicolons or commas.`,
  ],
  'column-duplicate': (p) => [`the column “${p.fact('field') ?? ''}” is there twice`, 'Keep one.'],
  'import-file-name': (p) => [
    `the table ${p.value} has a name that an import does not know${p.when('known', (known) => `: it begins with one of ${known}`)}`,
    'Name the file by what it holds, for example accounts.csv or readings-2026-10.csv.',
  ],
  'row-depends': (p) => [
    `the row leans on ${p.value}, whose own row was not taken${p.when('first', (first) => `: ${first}`)}`,
    'Mend that row first; this one can be imported with it as it is.',
  ],
  'column-missing': (p) => [`the required column “${p.fact('field') ?? ''}” is missing`, 'Add the column.'],
  'more-problems': (p) => [`and more problems: ${p.fact('count') ?? ''}`, 'Mend those shown and read the folder again.'],
};
