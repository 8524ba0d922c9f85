import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MEASURED, monthOf, SITES } from '../../bench/scale';
import { storeContract } from '../../src/testing/store-contract';
import { type RealStores, realStores } from '../adapters/real-stores';

const SCALE = readFileSync('docs/scale.md', 'utf8');

describe('the store over tables that are partitioned by house, as docs/scale.md says', () => {
  let stores: RealStores;
  beforeAll(async () => {
    stores = await realStores(18, 'pg');
    const [, ddl = ''] = SCALE.match(/```sql\n([\s\S]*?)```/) ?? [];
    await stores.asAdministrator(ddl);
  });
  afterAll(() => stores.end());

  it('has partitions', async () => {
    const { rows } = await stores.asAdministrator(
      `select parent.relname as name, count(*)::int as parts from pg_inherits join pg_class as parent on parent.oid = inhparent
       where parent.relkind = 'p' group by 1 order by 1`,
    );
    expect(rows).toEqual([
      { name: 'bills', parts: 16 },
      { name: 'entries', parts: 16 },
    ]);
  });

  storeContract({ describe, it, expect }, () => stores.emptyStore());
});

describe('the simulation of docs/scale.md', () => {
  it.each(SITES)('$name', (site) => {
    const { hours, bottleneck } = monthOf(MEASURED, site);
    const row = SCALE.split('\n').find((line) => line.startsWith(`| ${site.name} |`)) ?? '';
    expect(row.split('|').map((cell) => cell.trim())).toEqual([
      '',
      site.name,
      ...[site.workers, site.shards, site.cores].map(String),
      hours.toFixed(1),
      bottleneck,
      '',
    ]);
  });
});
