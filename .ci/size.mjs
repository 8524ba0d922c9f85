// Prints what a host's browser bundle pays for `saldo`: the core alone, and with its three packages.
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const sizeOf = async (options) => {
  const { outputFiles } = await build({
    entryPoints: ['src/index.ts'],
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    target: 'es2022',
    write: false,
    ...options,
  });
  const [{ contents }] = outputFiles;
  return { bytes: contents.byteLength, gzip: gzipSync(contents, { level: 9 }).byteLength };
};

console.table({ 'saldo alone': await sizeOf({ packages: 'external' }), 'with its packages': await sizeOf({}) });
