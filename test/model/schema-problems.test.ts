import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { problemCodes } from '../../src/model/problem-text';
import { pathText, schemaProblems } from '../../src/model/problem-text-schema';
import { factRecord } from '../../src/model/records';

const READING = { kind: 'reading', id: 'r-1', meter: 'pu-1', takenOn: '2026-10-23', value: '12.5' };
const METER = {
  kind: 'meter',
  id: 'pu-1',
  premises: 'kv-1',
  service: 'coldWater',
  serial: '1',
  commissionedOn: '2026-01-01',
  registers: [{ initial: '0' }],
};

const problems = (record: unknown) => {
  const parsed = factRecord.safeParse(record);
  return parsed.success ? [] : schemaProblems(parsed.error.issues, record);
};

describe('a record that breaks its schema', () => {
  it.each([
    ['a missing field', { ...READING, value: undefined }, { code: 'field-missing', at: 'value', facts: { field: 'value' } }],
    ['an unknown field', { ...READING, valeu: '1' }, { code: 'field-unknown', at: 'valeu', facts: { field: 'valeu' } }],
    [
      'a number instead of a text',
      { ...READING, value: 12.5 },
      { code: 'wrong-type', at: 'value', value: '12.5', facts: { expected: 'text', received: 'number' } },
    ],
    ['NaN', { ...READING, value: Number.NaN }, { code: 'wrong-type', at: 'value', value: 'NaN' }],
    ['nothing', { ...READING, value: null }, { code: 'wrong-type', at: 'value', facts: { expected: 'text', received: 'empty' } }],
    ['a problem of the kernel', { ...READING, value: '12,5' }, { code: 'number-format', at: 'value', value: '12,5' }],
    [
      'the facts of a problem of the kernel',
      { ...READING, value: '0.12345678' },
      { code: 'number-too-many-decimals', at: 'value', facts: { scale: '7' } },
    ],
    [
      'a word that is not on the list',
      { ...READING, zone: 'T9' },
      { code: 'not-one-of', at: 'zone', value: 'T9', facts: { allowed: 'T0, T1, T2, T3' } },
    ],
    ['a list for a word', { ...READING, zone: ['T1'] }, { code: 'wrong-type', at: 'zone', facts: { expected: 'text', received: 'list' } }],
    ['an id with a blank', { ...READING, id: 'r 1' }, { code: 'id-format', at: 'id', value: 'r 1' }],
    ['an id that is a key of every object', { ...READING, id: 'constructor' }, { code: 'id-format', at: 'id', value: 'constructor' }],
    ['half a surrogate pair in a text', { ...READING, by: 'a\ud800' }, { code: 'text-format', at: 'by' }],
    ['writing that is turned round', { ...READING, by: 'a\u202eb' }, { code: 'text-format', at: 'by' }],
    ['an empty text', { ...READING, by: '' }, { code: 'text-empty', at: 'by' }],
    ['a text that is too long', { ...READING, by: 'x'.repeat(301) }, { code: 'text-too-long', at: 'by', facts: { most: '300' } }],
    [
      'a field deep inside',
      { ...METER, registers: [{ initial: '0' }, { initial: '0', digits: 16 }] },
      { code: 'integer-out-of-range', at: 'registers[1].digits', value: '16', facts: { most: '15' } },
    ],
    [
      'half a digit',
      { ...METER, registers: [{ initial: '0', digits: 5.5 }] },
      { code: 'wrong-type', at: 'registers[0].digits', value: '5.5', facts: { expected: 'integer', received: 'number' } },
    ],
    ['no register', { ...METER, registers: [] }, { code: 'list-too-short', at: 'registers', facts: { least: '1' } }],
    [
      'four registers',
      { ...METER, registers: Array.from({ length: 4 }, () => ({ initial: '0' })) },
      { code: 'list-too-long', at: 'registers', facts: { most: '3' } },
    ],
    [
      'a name of a policy with a blank',
      { kind: 'house', id: 'h', address: 'a', region: 'r', policies: { 'a b': 'c' } },
      { code: 'id-format', at: 'policies.a b', value: 'a b' },
    ],
    ['an unknown kind', { kind: 'flat', id: 'x' }, { code: 'not-one-of', at: 'kind', value: 'flat' }],
    ['no kind', { id: 'x' }, { code: 'field-missing', at: 'kind' }],
  ])('%s', (_, record, expected) => expect(problems(record)).toMatchObject([expected]));

  it('is refused as a whole when it is no record', () => {
    for (const record of [null, undefined, 5, 'reading', [READING]])
      expect(problems(record)).toMatchObject([{ code: 'wrong-type', facts: { expected: 'mapping' } }]);
  });

  it('has only codes that have a text, whatever comes in', () => {
    const known = new Set<string>(problemCodes());
    const kind = fc.constantFrom(
      'house',
      'provider',
      'service',
      'premises',
      'account',
      'resident',
      'meter',
      'reading',
      'tariff',
      'normative',
      'openingSaldo',
      'payment',
    );
    const fields = fc.dictionary(
      fc.constantFrom(
        'id',
        'from',
        'to',
        'areas',
        'entries',
        'registers',
        'policies',
        'payer',
        'zoneTariffs',
        'rooms',
        'withdrawn',
        'inn',
        'by',
      ),
      fc.anything(),
    );
    fc.assert(
      fc.property(kind, fields, (own, record) => {
        for (const { code, value } of problems({ ...record, kind: own })) {
          expect(known.has(code)).toBe(true);
          expect(value?.length ?? 0).toBeLessThanOrEqual(80);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('writes paths as people do', () => expect(pathText(['registers', 0, 'initial'])).toBe('registers[0].initial'));
});
