import { join } from 'node:path';
import ts from 'typescript';
import { ENTRIES } from './consumer';

const SOURCES: Readonly<Record<string, string>> = {
  saldo: 'src/index.ts',
  'saldo/postgres': 'src/adapters/postgres/index.ts',
};

const sourceOf = (entry: string): string => SOURCES[entry] ?? join('src', entry.slice('saldo/'.length), 'index.ts');

/** What an entry point exports: the names that exist when it runs, and those that are types alone. */
export interface Surface {
  readonly values: readonly string[];
  readonly types: readonly string[];
}

const programOf = (config: string, files: readonly string[]): ts.Program => {
  const { options } = ts.parseJsonConfigFileContent(ts.readConfigFile(config, ts.sys.readFile).config, ts.sys, '.');
  return ts.createProgram(files, options);
};

const surfaceIn = (program: ts.Program, file: string): Surface => {
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(file);
  const module = source === undefined ? undefined : checker.getSymbolAtLocation(source);
  if (module === undefined) throw new Error(`${file} exports nothing`);
  const values: string[] = [];
  const types: string[] = [];
  for (const exported of checker.getExportsOfModule(module)) {
    const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
    const typeOnly = exported.declarations?.some(
      (place) => ts.isExportSpecifier(place) && (place.isTypeOnly || place.parent.parent.isTypeOnly),
    );
    (symbol.flags & ts.SymbolFlags.Value && !typeOnly ? values : types).push(exported.name);
  }
  return { values: values.sort(), types: types.sort() };
};

/** The public surface of every entry point, read from its source. */
export const surfaces = (): Readonly<Record<string, Surface>> => {
  const program = programOf('src/cli/tsconfig.json', ENTRIES.map(sourceOf));
  return Object.fromEntries(ENTRIES.map((entry) => [entry, surfaceIn(program, sourceOf(entry))]));
};

/** Files that the core's own project reads of Node's types: none, or `process` would compile there. */
export const nodeTypesOfTheCore = (): readonly string[] =>
  programOf('tsconfig.json', ENTRIES.filter((entry) => entry !== 'saldo/postgres').map(sourceOf))
    .getSourceFiles()
    .map((file) => file.fileName)
    .filter((name) => name.includes('/@types/node/'));
