import { type Html, html } from './html';

const STYLE = html`
body { font: 10pt/1.35 'Liberation Sans', Arial, sans-serif; color: #000; margin: 1em auto; max-width: 190mm; padding: 0 1em; }
body.wide { max-width: 277mm; }
h1 { font-size: 14pt; margin: 0 0 .3em; } h2 { font-size: 11pt; margin: 1.2em 0 .3em; }
p { margin: .15em 0; }
table { border-collapse: collapse; width: 100%; margin: .4em 0; }
th, td { border: 1px solid #888; padding: .15em .4em; text-align: left; vertical-align: top; }
th { background: #eee; font-weight: normal; }
.n { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
.sum td, .sum th { font-weight: bold; }
.part td:first-child { padding-left: 1.5em; }
.note { color: #444; font-size: 9pt; }
.pay { font-size: 12pt; font-weight: bold; }
section { break-inside: avoid; }
thead { display: table-header-group; }
@media print { body { margin: 0; max-width: none; padding: 0; } }
`;

/** A whole page: self-contained, printable, the same bytes for the same content. */
export const page = (title: string, body: Html, shape: 'narrow' | 'wide' = 'narrow'): string =>
  html`<!doctype html>
<html lang="ru">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>@page { size: A4 ${shape === 'wide' ? 'landscape' : 'portrait'}; margin: 12mm; }${STYLE}</style>
</head>
<body class="${shape}">
${body}
</body>
</html>
`.text;

/** A row of a table: texts to the left, numbers (already words) to the right where `n` says so. */
export const cells = (tag: 'td' | 'th', values: readonly (string | Html)[], numbersFrom: number): readonly Html[] =>
  values.map((value, place) => {
    const css = place >= numbersFrom ? html` class="n"` : html``;
    return tag === 'td' ? html`<td${css}>${value}</td>` : html`<th${css}>${value}</th>`;
  });
