import { describe, expect, it } from 'vitest';
import type { Day } from '../../../src/kernel/calendar';
import { asKopecks } from '../../../src/kernel/money';
import { type StatementEvent, statementOutcome } from '../../../src/statements/reconciliation/outcome';
import { roublesInWords } from '../../../src/statements/reconciliation/roubles-in-words';

const day = (text: string): Day => text as Day;

describe('a sum in words', () => {
  it.each([
    [0, 'ноль рублей 00 копеек'],
    [1, 'ноль рублей 01 копейка'],
    [100, 'один рубль 00 копеек'],
    [123_456, 'одна тысяча двести тридцать четыре рубля 56 копеек'],
    [211_12, 'двести одиннадцать рублей 12 копеек'],
    [2_000_000_02, 'два миллиона рублей 02 копейки'],
    [1_001_021_93, 'один миллион одна тысяча двадцать один рубль 93 копейки'],
    [112_000_11, 'сто двенадцать тысяч рублей 11 копеек'],
  ])('%i kopecks', (kopecks, words) => expect(roublesInWords(asKopecks(kopecks))).toBe(words));
});

describe('the outcome of a statement', () => {
  const sent: StatementEvent = { type: 'sent', on: day('2026-07-05') };
  const terms = { on: day('2026-08-31'), form: 'person', answerDays: 30 } as const;

  it('is a draft until it is sent, and ignores an answer to what nobody sent', () => {
    expect(statementOutcome([{ type: 'signed', on: day('2026-07-01') }], terms)).toMatchObject({
      state: 'draft',
      ignored: [{ type: 'signed' }],
    });
  });

  it('is agreed when signed: a checkpoint and an acknowledgement', () => {
    const signed: StatementEvent = { type: 'signed', on: day('2026-07-09') };
    expect(statementOutcome([signed, sent], terms)).toEqual({
      state: 'agreed',
      since: '2026-07-09',
      isCheckpoint: true,
      acknowledges: true,
      ignored: [],
    });
  });

  it('is agreed with differences by a protocol, disputed by a refusal; neither is a checkpoint', () => {
    const protocol: StatementEvent = { type: 'signedWithDifferences', on: day('2026-07-09'), protocol: '№ 1' };
    expect(statementOutcome([sent, protocol], terms)).toMatchObject({
      state: 'agreedWithDifferences',
      isCheckpoint: false,
      acknowledges: true,
    });
    const refused: StatementEvent = { type: 'refused', on: day('2026-07-09'), objection: 'не согласен' };
    expect(statementOutcome([sent, refused, protocol], terms)).toMatchObject({
      state: 'disputed',
      isCheckpoint: false,
      ignored: [protocol],
    });
  });

  it('is open through the last day of the term, and without an answer after it: silence is no consent', () => {
    expect(statementOutcome([sent], { ...terms, on: day('2026-08-04') }).state).toBe('sent');
    expect(statementOutcome([sent], { ...terms, on: day('2026-08-05') })).toMatchObject({ state: 'noAnswer', since: '2026-08-05' });
    expect(statementOutcome([sent], { ...terms, silenceIsConsent: true }).state).toBe('noAnswer');
    expect(statementOutcome([sent], { ...terms, form: 'legalEntity' }).state).toBe('noAnswer');
  });

  it('is agreed by silence where a contract of a legal entity says so, and acknowledges nothing', () => {
    const told = statementOutcome([sent], { ...terms, form: 'legalEntity', silenceIsConsent: true });
    expect(told).toMatchObject({ state: 'agreed', isCheckpoint: true, acknowledges: false });
  });
});
