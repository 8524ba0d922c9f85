import { describe, expect, it } from 'vitest';
import { BillingInvariantError, err, invariant, must, ok } from '../../src/kernel/result';
import { Trace } from '../../src/kernel/trace';

describe('an honest answer and a mistake of ours', () => {
  it('are told apart: the first is a value, the second is thrown with its sentence', () => {
    expect(ok(5)).toEqual({ ok: true, value: 5 });
    expect(err({ code: 'day-format' })).toEqual({ ok: false, error: { code: 'day-format' } });
    expect(() => invariant(true, 'never said')).not.toThrow();
    expect(() => invariant(false, 'a house has a number')).toThrow(new BillingInvariantError('a house has a number'));
  });

  it('become one another where an answer cannot fail', () => {
    expect(must(ok(5))).toBe(5);
    expect(() => must(err({ code: 'day-format', value: 'x' }))).toThrow('{"code":"day-format","value":"x"}');
  });

  it('name the mistake as ours', () => {
    expect(new BillingInvariantError('x').name).toBe('BillingInvariantError');
    expect(new BillingInvariantError('x')).toBeInstanceOf(Error);
  });
});

describe('the steps of a derivation', () => {
  it('are kept in the order they were taken, notes beside them', () => {
    const trace = new Trace();
    const step = (symbol: string) => ({ symbol, title: symbol, value: '1', unit: 'm3' });
    trace.add(step('V'));
    trace.add(step('P'));
    trace.note('среднее исчерпано');
    expect(trace.nodes.map(({ symbol }) => symbol)).toEqual(['V', 'P']);
    expect(trace.notes).toEqual(['среднее исчерпано']);
  });
});
