import { defineConfig, type Options } from 'tsup';

const library = {
  index: 'src/index.ts',
  postgres: 'src/adapters/postgres/index.ts',
  testing: 'src/testing/index.ts',
  exchange: 'src/exchange/index.ts',
  documents: 'src/documents/index.ts',
  batch: 'src/batch/index.ts',
};

const common: Options = {
  // Taken into the bundle: a host installs three packages. `neutral` picks their builds that need no Node.
  noExternal: ['yaml', 'csv-parse'],
  external: [/^node:/, '@electric-sql/pglite'],
  platform: 'neutral',
  removeNodeProtocol: false,
  target: 'es2022',
  treeshake: true,
  sourcemap: true,
  // Shared chunks, so that `saldo` and `saldo/testing` meet in one instance of each module.
  splitting: true,
};

/** `tsup --no-dts` builds the ES modules alone, in a second: enough for the command line. */
export default defineConfig(({ dts }) => {
  const modules: Options = { ...common, entry: { ...library, cli: 'src/cli/index.ts' }, format: 'esm' };
  if (dts === false) return modules;
  return [
    modules,
    { ...common, entry: library, format: 'cjs' },
    {
      ...common,
      entry: library,
      format: ['esm', 'cjs'],
      // tsup sets `baseUrl`, which TypeScript 6 calls outdated; the adapters know Node's types.
      dts: { only: true, compilerOptions: { ignoreDeprecations: '6.0', types: ['node'] } },
    },
  ];
});
