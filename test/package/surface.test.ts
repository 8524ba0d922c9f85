import { describe, expect, it } from 'vitest';
import { nodeTypesOfTheCore, surfaces } from './surface';

const listed = (): string =>
  Object.entries(surfaces())
    .map(([entry, { values, types }]) => [entry, ...values.map((name) => `  ${name}`), ...types.map((name) => `  type ${name}`)].join('\n'))
    .join('\n\n');

describe('the public surface', () => {
  it('has these names and no other: a change of this list is a change for hosts', async () => {
    await expect(`${listed()}\n`).toMatchFileSnapshot('surface.txt');
  });

  it('is built where console, fetch and process do not compile', () => {
    expect(nodeTypesOfTheCore()).toEqual([]);
  });
});
