import { scaledSafe } from '../../kernel/gate';
import { asKopecks, roublesText } from '../../kernel/money';
import { quoteCommission } from '../../ledger/commission';
import { type Language, problemText } from '../../model/problem-text';
import type { CommissionCase } from './case-schema';
import { differing } from './compare-lines';
import { sameNumber } from './decimals';
import type { Difference, Found } from './report';
import { verifyWords } from './words';

/** Quote the commission of a case, and compare. */
export const runCommission = ({ commission, expect }: CommissionCase, language: Language): Found => {
  const words = verifyWords(language);
  const { channel, amount, on, category } = commission;
  const quote = quoteCommission({
    channel: { ...channel, code: channel.code ?? 'канал', title: channel.title ?? 'Канал из примера' },
    amount: asKopecks(scaledSafe(amount, 2)),
    on,
    ...(category === undefined ? {} : { category }),
  });
  const differences: Difference[] = [];
  const expected = [...(expect.problems ?? [])].sort().join(', ');
  const received = quote.ok ? '' : quote.error.code;
  if (expected !== received)
    differences.push({
      what: 'commission',
      field: 'problems',
      expected: expected || words.noProblems,
      received: received || words.noProblems,
    });
  let trace = quote.ok ? '' : problemText(quote.error, language).text;
  if (quote.ok) {
    const { trace: node, because, legal } = quote.value;
    trace = [node.title, node.expression, node.arithmetic?.replace(/(\d)\.(\d)/g, '$1,$2'), legal, ...(node.notes ?? [])].join('   ');
    for (const field of ['commission', 'total'] as const) {
      const got = roublesText(quote.value[field]);
      if (expect[field] !== undefined && !sameNumber(expect[field], got))
        differences.push(differing('commission', field, expect[field], got));
    }
    if (expect.because !== undefined && expect.because !== because)
      differences.push({ what: 'commission', field: 'because', expected: expect.because, received: because });
    for (const part of expect.explains)
      if (!trace.includes(part)) differences.push({ what: 'commission', field: 'explains', expected: part, received: words.notTold });
  }
  return { differences, problems: [], publisherErrors: [], services: [], trace };
};
