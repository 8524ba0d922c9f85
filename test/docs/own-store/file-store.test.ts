import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { storeContract } from '../../../src/testing';
import { openFileStore } from './file-store';

const root = mkdtempSync(join(tmpdir(), 'stores-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
let stores = 0;

describe('the store in a file', () => {
  storeContract({ describe, it, expect }, () => {
    stores += 1;
    return openFileStore(join(root, `${stores}.jsonl`));
  });
});
