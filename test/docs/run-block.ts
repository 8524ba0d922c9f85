import { transformSync } from 'esbuild';
import * as saldo from '../../src/index';

/** Run a block of a page as written, with what it imports and what it takes as given; answers what it names. */
export const runBlock = async (code: string, given: Readonly<Record<string, unknown>>): Promise<Readonly<Record<string, unknown>>> => {
  const javascript = transformSync(code.replace(/^import .*$/gm, ''), { loader: 'ts', target: 'es2022' }).code;
  const names = [...javascript.matchAll(/^const (\w+) =/gm)].map(([, name]) => name ?? '');
  const scope = { ...saldo, ...given };
  const free = Object.entries(scope).filter(([name]) => !names.includes(name));
  const body = `return (async () => { ${javascript}\n return { ${names.join(', ')} }; })();`;
  const run = new Function(...free.map(([name]) => name), body) as (...values: unknown[]) => Promise<Record<string, unknown>>;
  return run(...free.map(([, value]) => value));
};
