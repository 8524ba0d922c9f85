import { expectTypeOf, test } from 'vitest';
import type { OpenProblem } from '../../src/adapters/postgres/pglite';
import type { FactFileCode } from '../../src/exchange/fact-file';
import type { KernelCode } from '../../src/kernel/problem';
import type { AssemblyCode } from '../../src/model/assemble';
import type { AnyProblemCode, InputCode, StoreCode, StoreOpenCode } from '../../src/model/problem-text-codes';
import type { Words } from '../../src/model/problem-text-words';
import type { GatewayProblem, NotificationProblem } from '../../src/ports/payment-gateway';
import type { StoreProblem } from '../../src/ports/store';

test('every code of every floor has a text', () => {
  expectTypeOf<GatewayProblem['code'] | NotificationProblem['code']>().toExtend<AnyProblemCode>();
  expectTypeOf<KernelCode | AssemblyCode | FactFileCode | StoreProblem['code'] | OpenProblem['code']>().toExtend<AnyProblemCode>();
});

test('the model names the codes of the floors above it exactly', () => {
  expectTypeOf<StoreCode>().toEqualTypeOf<StoreProblem['code']>();
  expectTypeOf<Exclude<OpenProblem['code'], StoreCode>>().toEqualTypeOf<StoreOpenCode>();
});

test('a code without a text does not compile', () => {
  // @ts-expect-error [ts2739] -- the texts of all other codes are missing.
  const texts: Readonly<Record<InputCode, Words>> = { 'number-format': () => ['', ''] };
  expectTypeOf(texts).not.toBeAny();
});
