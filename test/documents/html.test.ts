import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accountBookHtml, paymentDocumentHtml, reconciliationHtml, saldoSheetHtml, vatTableHtml } from '../../src/documents';
import { escaped, html } from '../../src/documents/html';
import { moneyWords, monthWords, numberWords } from '../../src/documents/words';
import type { Day, Month } from '../../src/kernel/calendar';
import { dayWords } from '../../src/kernel/calendar';
import { must } from '../../src/kernel/result';
import { stateOf } from '../../src/ledger/account-state';
import type { Entry } from '../../src/ledger/entry';
import { HouseLedger } from '../../src/ledger/house-ledger';
import type { Bill } from '../../src/model/bill';
import { accountBook } from '../../src/statements/account-book';
import type { Parties } from '../../src/statements/parties';
import { paymentDocument } from '../../src/statements/payment-document';
import { compareStatement } from '../../src/statements/reconciliation/compare';
import { reconciliationStatement } from '../../src/statements/reconciliation/statement';
import { saldoSheet } from '../../src/statements/saldo-sheet';
import { vatTable } from '../../src/statements/vat-table';
import { bill, kop, payment, postedBy, sampleBill } from '../ledger/samples';

const JAN = '2026-01' as Month;
const FEB = '2026-02' as Month;

const LINES = [
  { provider: 'uk', service: 'maintenance', amount: 1234_56 },
  { provider: 'vk', service: 'coldWater', amount: 100_00 },
  { provider: 'vk', service: 'coldWater', amount: -7_00, kind: 'adjustment', month: '2025-12' as Month },
] as const;

/** The three documents of a small account, with these names in every place a person can write in. */
const documents = (name: string) => {
  const parties: Parties = {
    house: 'h',
    address: name,
    accounts: [{ account: 'A-1', aliases: [name], house: 'h', address: name, premises: name, payer: name }],
    creditors: [
      { id: 'uk', name, inn: '7701234567' },
      { id: 'vk', name, inn: null },
    ],
  };
  const one = sampleBill(JAN, LINES);
  const withCause = { ...one, lines: one.lines.map((line) => ({ ...line, cause: name })) };
  const entries = postedBy([bill(JAN, LINES), payment('p', FEB, 2000_00)]);
  const payments = [{ kind: 'payment', id: 'p', account: 'A-1', amount: '2000.00', paidOn: '2026-02-10' as Day, source: name }] as const;
  return {
    document: paymentDocumentHtml(must(paymentDocument(parties, withCause, entries))),
    book: accountBookHtml(accountBook({ parties, account: 'A-1', bills: [withCause], entries, payments, from: null, to: null })),
    sheet: saldoSheetHtml(saldoSheet(parties, entries, FEB)),
    person: reconciled('person', parties, entries, name),
    legalEntity: reconciled('legalEntity', parties, entries, name),
  };
};

/** A statement against a table in which the payment is another one, with the name wherever somebody can write. */
const reconciled = (form: 'person' | 'legalEntity', parties: Parties, entries: readonly Entry[], name: string): string => {
  const agreed = {
    id: 'r',
    document: name,
    agreedOn: '2026-01-05' as Day,
    through: '2025-12-31' as Day,
    saldo: [],
    agreed: kop(5),
    posted: kop(0),
    later: [],
  };
  const { statement, hash } = reconciliationStatement({
    form,
    parties,
    account: 'A-1',
    entries,
    payments: [],
    from: JAN,
    to: FEB,
    drawnOn: '2026-03-05' as Day,
    number: name,
    basis: name,
    agent: { name, signs: name },
    startsFrom: agreed,
    notes: [name],
    documents: { 'payment:p': name },
  });
  const compared = compareStatement(statement, {
    side: name,
    operations: [
      { type: 'payment', date: '2026-02-27' as Day, amount: '1.00', document: name, disputed: name },
      { type: 'charge', period: JAN, service: 'maintenance', amount: '1234.56', disputed: name },
    ],
    readings: [],
  });
  return reconciliationHtml({ statement, hash, compared });
};

const tagsOf = (page: string): readonly string[] => page.match(/<[^>]*>/g) ?? [];

describe('documents', () => {
  it('are the same bytes for the same values', () => {
    expect(documents('Иванова А. А.')).toEqual(documents('Иванова А. А.'));
  });

  it('need nothing beside themselves: no script, no link, no address', () => {
    for (const page of Object.values(documents('Иванова А. А.'))) {
      expect(page.startsWith('<!doctype html>\n<html lang="ru">\n<head>\n<meta charset="utf-8">')).toBe(true);
      expect(page).not.toMatch(/<script|<link|<img|https?:|url\(|@import/i);
    }
  });

  it('show money, months and days as people in Russia write them', () => {
    const { document, book, sheet } = documents('Иванова А. А.');
    expect(document).toContain('Платёжный документ за январь 2026\u00a0г.');
    expect(document).toContain('не позднее 10.02.2026');
    expect(document).toContain('К оплате: 1\u00a0327,56 ₽');
    expect(document).toContain('\u22127,00');
    expect(document).toContain('Иванова А. А., ИНН 7701234567');
    expect(book).toContain('Платёж от 10.02.2026 (Иванова А. А.): <b>2\u00a0000,00 ₽</b>');
    expect(book).toContain('перерасчёт за декабрь 2025\u00a0г.');
    expect(sheet).toContain('Оборотно-сальдовая ведомость за февраль 2026\u00a0г.');
  });

  it('escape whatever a person wrote: a hostile name changes no tag and is read as it was written', () => {
    const plain = documents('Имя');
    const hostile = fc.oneof(
      fc.constantFrom(
        '<script>alert(1)</script>',
        '"><img src=x onerror=alert(1)>',
        "' onclick='x",
        '&lt;b&gt;',
        '</title><svg onload=x>',
        '<!--',
        ']]>',
        '\u202eотчёт',
        '{{name}}',
        '\u0000',
      ),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }),
      fc.string({ unit: fc.constantFrom('<', '>', '&', '"', "'", '/', '=', '`', 'a', ' ', '-', '!'), minLength: 1, maxLength: 40 }),
    );
    fc.assert(
      fc.property(hostile, (told) => {
        const name = `ъ${told}ъ`;
        const pages = documents(name);
        for (const kind of ['document', 'book', 'sheet'] as const) {
          expect(tagsOf(pages[kind])).toEqual(tagsOf(plain[kind]));
          expect(pages[kind].split(escaped(name)).length).toBe(plain[kind].split('Имя').length);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('print nothing that turns the writing round or breaks the page', () => {
    const page = documents('а\u202eб\u0000в\ud800г\u2028д').document;
    expect(page).toContain('а\ufffdб\ufffdв\ufffdг\ufffdд');
  });

  it('show an advance that has no creditor yet', () => {
    const parties: Parties = { house: 'h', address: 'ул. Садовая, 1', accounts: [], creditors: [] };
    const ledger = new HouseLedger();
    must(ledger.run(payment('p', JAN, 5_00)));
    expect(stateOf(ledger.decided).buckets[0]?.amount).toBe(-500);
    expect(saldoSheetHtml(saldoSheet(parties, ledger.decided, JAN))).toContain('исполнитель не определён');
  });
});

describe('the VAT of bills', () => {
  const [plain] = sampleBill(JAN, [{ provider: 'uk', service: 'maintenance', amount: 2500_00 }]).lines;
  const lines = [
    { ...plain, vat: { mode: 'included', rate: '22' } },
    { ...plain, service: 'paidWork', amount: kop(1000_00), vat: { mode: 'onTop', rate: '22' } },
    { ...plain, service: 'paidWork', kind: 'vat', amount: kop(220_00), vat: { mode: 'onTop', rate: '22' } },
    { ...plain, service: 'rent', amount: kop(100_00) },
  ] as Bill['lines'];
  const rows = vatTable([{ ...sampleBill(JAN, []), lines }]);

  it('is a row for each payee, service, month and rate', () => {
    expect(rows.map(({ service, mode, rate, net, vat, amount }) => [service, mode, rate, net, vat, amount])).toEqual([
      ['maintenance', 'included', '22', 2049_18, 450_82, 2500_00],
      ['rent', null, null, 100_00, 0, 100_00],
      ['paidWork', 'onTop', '22', 1000_00, 220_00, 1220_00],
    ]);
  });

  it('is a page with its sums, whatever the payee is called', () => {
    const page = vatTableHtml('ул. <Садовая>', JAN, rows, [{ id: 'uk', name: '<b>УК</b>', inn: null }]);
    expect(page).toContain('&lt;b&gt;УК&lt;/b&gt;');
    expect(page).toContain('22 %, в тарифе');
    expect(page).toContain('не указан');
    expect(page).toContain('670,82');
    expect(page).toContain('3\u00a0820,00');
    expect(page).not.toMatch(/<script|<link|<img|https?:|url\(|@import/i);
  });
});

describe('escaping', () => {
  it('turns text into markup that a browser reads back as the same text', () => {
    const back = (markup: string): string =>
      markup.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        (text) => back(escaped(text)) === text.replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029]/gu, '\ufffd'),
      ),
    );
    expect(html`<p title="${'a"b'}">${'<i>'}${html`<b>${'&'}</b>`}${[html`<br>`, html`<hr>`]}${5}</p>`.text).toBe(
      '<p title="a&quot;b">&lt;i&gt;<b>&amp;</b><br><hr>5</p>',
    );
  });
});

describe('numbers in words', () => {
  it.each([
    ['0', '0'],
    ['-12345.6', '\u221212\u00a0345,6'],
    ['1000000.0001', '1\u00a0000\u00a0000,0001'],
    ['999', '999'],
  ])('%s is %s', (text, words) => expect(numberWords(text)).toBe(words));

  it('money has two decimals always', () => {
    expect([kop(0), kop(5), kop(-123456789)].map(moneyWords)).toEqual(['0,00', '0,05', '\u22121\u00a0234\u00a0567,89']);
  });

  it('months and days', () => {
    expect([monthWords('2026-12' as Month), dayWords('2026-02-03' as Day)]).toEqual(['декабрь 2026\u00a0г.', '03.02.2026']);
  });
});
