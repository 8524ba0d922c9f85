import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';

const FOLDER = 'node_modules/.cache/saldo-test';

const installed = JSON.parse(readFileSync('node_modules/@electric-sql/pglite/package.json', 'utf8')) as { readonly version: string };

/**
 * A dump of an empty PGlite. Making one takes seconds, starting from one takes a fraction; so it is made once for each release of PGlite
 * and kept with the installed packages.
 */
export const emptyDatabase = async (): Promise<Blob> => {
  const path = `${FOLDER}/pglite-${installed.version}.tar`;
  try {
    return new Blob([readFileSync(path)]);
  } catch {
    const database = await PGlite.create();
    const dump = Buffer.from(await (await database.dumpDataDir('none')).arrayBuffer());
    await database.close();
    mkdirSync(FOLDER, { recursive: true });
    // Test files run side by side: the dump appears under its name when it is whole.
    writeFileSync(`${path}.${process.pid}`, dump);
    renameSync(`${path}.${process.pid}`, path);
    return new Blob([dump]);
  }
};
