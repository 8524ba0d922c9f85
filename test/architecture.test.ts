import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const LAW = ['kernel', 'norms', 'model'];
const BOOKS = [...LAW, 'ledger'];
const CALCULATION = [...BOOKS, 'consumption', 'house', 'charges'];
const BELOW_RUN = [...CALCULATION, 'recalculation', 'statements', 'ports'];
const EVERYTHING = [
  ...BELOW_RUN,
  'run',
  'testing',
  'batch',
  'documents',
  'exchange',
  'adapters/postgres',
  'adapters/batch',
  'adapters/gateways',
];

/** The house, floor by floor: which folders of ours a folder may import. `(types)` allows `import type` alone. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  kernel: [],
  norms: ['kernel'],
  model: ['kernel', 'norms'],
  consumption: LAW,
  house: [...LAW, 'consumption'],
  charges: [...LAW, 'consumption', 'house'],
  ledger: LAW,
  recalculation: CALCULATION,
  statements: BOOKS,
  ports: BOOKS.map((folder) => `${folder} (types)`),
  run: BELOW_RUN,
  batch: [...BELOW_RUN, 'run'],
  testing: [...BOOKS, 'ports'],
  documents: [...BOOKS, 'statements'],
  exchange: [...BOOKS, 'statements', 'ports (types)'],
  'adapters/postgres': ['kernel', 'model', 'ledger', 'ports'],
  'adapters/gateways': ['kernel', 'model', 'ledger', 'ports'],
  'adapters/batch': ['kernel', 'model', 'ledger', 'ports', 'run'],
  cli: EVERYTHING,
  // The public surface of `saldo` itself: whoever imports it downloads no adapter.
  '': [...BELOW_RUN, 'run'],
};

/** Where a package may be imported: folders, or one file. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  'decimal.js': ['kernel'],
  'date-fns': ['kernel/calendar.ts'],
  zod: ['model', 'exchange', 'cli'],
  yaml: ['exchange', 'cli'],
  'csv-parse': ['exchange', 'cli'],
  '@electric-sql/pglite': ['adapters/postgres', 'cli'],
  node: ['adapters/postgres', 'adapters/batch', 'adapters/gateways', 'cli'],
};

/** Where the world may be seen: the clock and the random source. Everywhere else they come in through a port. */
const MEETS_THE_WORLD = ['adapters/postgres', 'adapters/batch', 'adapters/gateways', 'cli'];

interface Import {
  readonly from: string;
  readonly typesOnly: boolean;
}

const folderOf = (file: string): string => {
  const [first = '', second = ''] = file.split('/');
  if (file.split('/').length === 1) return '';
  return first === 'adapters' ? `${first}/${second}` : first;
};

const isText = (node: ts.Node | undefined): node is ts.StringLiteralLike => node !== undefined && ts.isStringLiteralLike(node);

const namesTypesOnly = (elements: readonly (ts.ImportSpecifier | ts.ExportSpecifier)[]): boolean =>
  elements.length > 0 && elements.every((element) => element.isTypeOnly);

const importOf = (node: ts.Node): Import | undefined => {
  if (ts.isImportDeclaration(node) && isText(node.moduleSpecifier)) {
    const { importClause: clause } = node;
    const named = clause?.name === undefined && clause?.namedBindings !== undefined && ts.isNamedImports(clause.namedBindings);
    const typesOnly = clause?.phaseModifier === ts.SyntaxKind.TypeKeyword || (named && namesTypesOnly(clause.namedBindings.elements));
    return { from: node.moduleSpecifier.text, typesOnly };
  }
  if (ts.isExportDeclaration(node) && isText(node.moduleSpecifier)) {
    const named = node.exportClause !== undefined && ts.isNamedExports(node.exportClause) && namesTypesOnly(node.exportClause.elements);
    return { from: node.moduleSpecifier.text, typesOnly: node.isTypeOnly || named };
  }
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument) && isText(node.argument.literal))
    return { from: node.argument.literal.text, typesOnly: true };
  if (ts.isImportEqualsDeclaration(node) && ts.isExternalModuleReference(node.moduleReference) && isText(node.moduleReference.expression))
    return { from: node.moduleReference.expression.text, typesOnly: node.isTypeOnly };
  if (ts.isCallExpression(node)) {
    const loads = node.expression.kind === ts.SyntaxKind.ImportKeyword || node.expression.getText() === 'require';
    if (loads) return { from: isText(node.arguments[0]) ? node.arguments[0].text : '(computed)', typesOnly: false };
  }
  return undefined;
};

const wrongImport = (file: string, { from, typesOnly }: Import): string | undefined => {
  const folder = folderOf(file);
  if (!from.startsWith('.')) {
    const name = from.startsWith('node:') ? 'node' : from.startsWith('@') ? from.split('/', 2).join('/') : (from.split('/')[0] ?? '');
    return PACKAGES[name]?.some((place) => place === folder || place === file) ? undefined : `imports ${from}`;
  }
  const target = posix.normalize(posix.join(posix.dirname(file), from));
  const inside = Object.keys(MAY_IMPORT).find((other) => other !== '' && `${target}/`.startsWith(`${other}/`));
  if (inside === undefined) return `imports ${from}`;
  if (inside === folder) return undefined;
  const allowed = MAY_IMPORT[folder] ?? [];
  if (allowed.includes(inside)) return undefined;
  return allowed.includes(`${inside} (types)`) ? (typesOnly ? undefined : `imports more than types from ${from}`) : `imports ${from}`;
};

const impurity = (node: ts.Node, file: string): string | undefined => {
  const folder = folderOf(file);
  if (MEETS_THE_WORLD.includes(folder)) return undefined;
  if (BELOW_RUN.includes(folder) && (node.kind === ts.SyntaxKind.AsyncKeyword || ts.isAwaitExpression(node))) return 'waits';
  if (ts.isPropertyAccessExpression(node) && node.getText() === 'Math.random') return 'uses Math.random';
  if (!ts.isIdentifier(node) || node.text !== 'Date' || ts.isTypeReferenceNode(node.parent)) return undefined;
  const made = ts.isNewExpression(node.parent) && node.parent.expression === node && (node.parent.arguments?.length ?? 0) > 1;
  return made && file === 'kernel/calendar.ts' ? undefined : `uses ${node.parent.getText()}`;
};

/** What a file of `src` does that its floor does not allow. */
const violations = (file: string, text: string): readonly string[] => {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  if (MAY_IMPORT[folderOf(file)] === undefined) found.push('is in a folder that the house does not know');
  const add = (problem: string | undefined): void => {
    if (problem !== undefined) found.push(problem);
  };
  const visit = (node: ts.Node): void => {
    const imported = importOf(node);
    if (imported !== undefined) add(wrongImport(file, imported));
    add(impurity(node, file));
    ts.forEachChild(node, visit);
  };
  visit(source);
  if (file === 'index.ts')
    for (const statement of source.statements)
      if (!ts.isExportDeclaration(statement) || statement.moduleSpecifier === undefined || statement.exportClause === undefined)
        found.push(`holds more than named exports: ${statement.getText().slice(0, 60)}`);
  return found;
};

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => /\.[cm]?tsx?$/.test(name))
  .sort();

describe('the floors of the house', () => {
  it.each(sources)('%s keeps to its floor', (file) => {
    expect(violations(file, readFileSync(`src/${file}`, 'utf8'))).toEqual([]);
  });
});

describe('a wrong import is found', () => {
  it.each([
    ['charges/a.ts', `import { bill } from '../run/bill';`],
    ['charges/a.ts', `import type { Bill } from '../run/bill';`],
    ['charges/a.ts', `import '../run/bill';`],
    ['charges/a.ts', `import bill, * as all from '../run/bill';`],
    ['charges/deep/a.ts', `export { bill } from '../../ledger/bill';`],
    ['charges/a.ts', `export * from "../ledger/bill";`],
    ['charges/a.ts', `export const load = () => import('../ledger/bill');`],
    ['charges/a.ts', `export const load = (name: string) => import(name);`],
    ['charges/a.ts', `export const load = (): typeof import('../ledger/bill') => { throw new Error(); };`],
    ['charges/a.ts', `import bill = require('../ledger/bill');`],
    ['charges/a.ts', `import {\n  bill,\n} from\n  '../ledger/bill';`],
    ['charges/a.ts', `import { bill } from '../../test/bill';`],
    ['charges/a.ts', `import { bill } from '../../bench/bill';`],
    ['charges/a.ts', `import { bill } from '../index';`],
    ['run/a.ts', `import { table } from '../cli/terminal';`],
    ['kernel/a.ts', `import { clause } from '../norms/act';`],
    ['ports/a.ts', `import { entry, type Entry } from '../ledger/entry';`],
    ['exchange/a.ts', `import { store } from '../ports/store';`],
    ['adapters/postgres/a.ts', `import { pay } from '../gateways/pay';`],
    ['model/a.ts', `import { addDays } from 'date-fns';`],
    ['kernel/a.ts', `import { addDays } from 'date-fns/addDays';`],
    ['model/a.ts', `import { Decimal } from 'decimal.js';`],
    ['norms/a.ts', `import { z } from 'zod';`],
    ['testing/a.ts', `import { readFileSync } from 'node:fs';`],
    ['run/a.ts', `import { readFileSync } from 'fs';`],
    ['run/a.ts', `import { PGlite } from '@electric-sql/pglite';`],
    ['somewhere/a.ts', `export const a = 1;`],
    ['index.ts', `import { html } from './documents/html'; export { html };`],
    ['index.ts', `export * from './kernel/money';`],
    ['index.ts', `export const version = 1;`],
  ])('%s: %s', (file, text) => {
    expect(violations(file, text)).not.toEqual([]);
  });

  it.each([
    ['charges/a.ts', 'export const a = async () => 1;'],
    ['charges/a.ts', 'export async function a() { await b; }'],
    ['charges/a.ts', 'export const a = new Date();'],
    ['charges/a.ts', 'export const a = new Date(2026, 0, 1);'],
    ['kernel/calendar.ts', 'export const a = new Date();'],
    ['kernel/calendar.ts', 'export const a = new Date;'],
    ['kernel/calendar.ts', 'export const a = Date.now();'],
    ['run/a.ts', 'export const a = Date.now();'],
    ['run/a.ts', 'const { now } = Date;'],
    ['testing/a.ts', 'export const a = Math.random();'],
  ])('%s cannot touch the world: %s', (file, text) => {
    expect(violations(file, text)).not.toEqual([]);
  });

  it.each([
    ['charges/a.ts', `import { volume } from '../consumption/volume';\n// import { bill } from '../run/bill'; Date.now()`],
    ['charges/a.ts', `export const text = "import { bill } from '../run/bill'; Math.random(); async";`],
    ['charges/a.ts', `import { other } from './other';`],
    ['ports/a.ts', `import type { Entry } from '../ledger/entry'; import { type Day } from '../kernel/calendar';`],
    ['kernel/calendar.ts', `import { format } from 'date-fns'; const day = (y: number): Date => new Date(y, 0, 1);`],
    ['model/a.ts', `import { z } from 'zod';`],
    ['run/a.ts', 'export const a = async () => 1;'],
    ['cli/a.ts', `import process from 'node:process'; import { bill } from '../run/bill'; export const now = new Date();`],
    ['cli/commands/a.ts', `import { table } from '../terminal';`],
    ['index.ts', `export { bill } from './run/bill'; export type { Day } from './kernel/calendar';`],
  ])('%s may: %s', (file, text) => {
    expect(violations(file, text)).toEqual([]);
  });
});
