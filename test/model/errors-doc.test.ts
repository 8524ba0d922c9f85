import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { problemCodes, problemText } from '../../src/model/problem-text';
import type { AnyProblemCode } from '../../src/model/problem-text-codes';
import { PRODUCERS, WITHOUT_PRODUCER } from './error-producers';

const PAGE = new URL('../../docs/errors.md', import.meta.url);

const HEAD = `# Errors

Every problem is data: a stable \`code\`, the place (\`at\`), the offending \`value\` and \`facts\` to act on. \`problemText(problem, 'ru' | 'en')\` puts it
into words. Below is, for each code, the smallest input that makes it, what is wrong and what to do, in both languages. This page is made by
\`test/model/errors-doc.test.ts\` from real errors (\`UPDATE_DOCS=1 npx vitest run test/model/errors-doc.test.ts\`): do not edit it.
`;

const section = async (code: AnyProblemCode): Promise<string> => {
  const producer = PRODUCERS.find((one) => one.code === code);
  if (producer === undefined) return '';
  const problem = await producer.make();
  const [ru, en] = [problemText(problem, 'ru'), problemText(problem, 'en')];
  return `\n## ${code}\n\n\`\`\`text\n${producer.input}\n\`\`\`\n\n- ${ru.text}  \n  ${ru.advice}\n- ${en.text}  \n  ${en.advice}\n`;
};

const page = async (): Promise<string> => {
  const sections: string[] = [];
  for (const code of problemCodes()) sections.push(await section(code));
  const without = problemCodes().filter((code) => WITHOUT_PRODUCER.includes(code));
  const rest = without.map((code) => `\n- \`${code}\`: ${problemText({ code }, 'en').advice}`).join('');
  return `${HEAD}${sections.join('')}${without.length === 0 ? '' : `\n## Codes without an example yet\n${rest}\n`}`;
};

describe('the reference of errors', () => {
  it.each(PRODUCERS.map((producer, index) => ({ ...producer, index })))('$index: $code comes from its input', async ({ code, make }) => {
    expect((await make()).code).toBe(code);
  });

  it('has an example for every code but those on the list, which may only shrink', () => {
    const shown = new Set(PRODUCERS.map(({ code }) => code));
    const without = problemCodes().filter((code) => !shown.has(code));
    if (without.length > 0) console.info(`codes without an example: ${without.join(', ')}`);
    expect([...without].sort()).toEqual([...WITHOUT_PRODUCER].sort());
  });

  it('is what docs/errors.md says', async () => {
    const text = await page();
    if (process.env['UPDATE_DOCS'] === '1') writeFileSync(PAGE, text);
    expect(readFileSync(PAGE, 'utf8'), 'run with UPDATE_DOCS=1 and read the difference').toBe(text);
  });
});
