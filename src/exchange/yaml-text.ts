import { type Document, type LineCounter, parseDocument, Scalar, visit, type YAMLError } from 'yaml';
import { excerpt } from '../kernel/problem';
import type { Finding } from './fact-file';

/** Everything the author of a file could make the reader do beyond lists, mappings and texts is switched off. */
const OPTIONS = {
  version: '1.2',
  schema: 'failsafe',
  merge: false,
  resolveKnownTags: false,
  stringKeys: true,
  uniqueKeys: false,
  strict: true,
  prettyErrors: false,
  logLevel: 'error',
} as const;

/** A YAML or JSON text as nodes with places, or its first mistake. */
export const openYaml = (text: string, lines: LineCounter, format: 'YAML' | 'JSON'): { readonly contents: unknown } | Broken => {
  const document = parsed(text, lines);
  if (document === null) return { finding: { code: 'yaml-too-deep' }, offset: 0 };
  return brokenSyntax(document, text, format) ?? { contents: document.contents };
};

const parsed = (text: string, lineCounter: LineCounter): Document.Parsed | null => {
  try {
    return parseDocument(text, { ...OPTIONS, lineCounter });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
};

/** What is wrong with a text as YAML, and where. */
export interface Broken {
  readonly finding: Finding;
  readonly offset: number;
}

const brokenSyntax = (document: Document.Parsed, text: string, format: string): Broken | undefined => {
  const deep = document.errors.find(({ code }) => code === 'RESOURCE_EXHAUSTION');
  if (deep !== undefined) return { finding: { code: 'yaml-too-deep' }, offset: 0 };
  const [first] = document.errors;
  if (first !== undefined) return translated(first, document, text, format);
  const directive = document.warnings.find(({ code }) => code === 'BAD_DIRECTIVE');
  if (directive !== undefined || hasDirectives(document))
    return { finding: { code: 'yaml-directive', value: excerpt(directiveLine(text)) }, offset: Math.max(text.indexOf('%'), 0) };
  return document.contents === null ? { finding: { code: 'file-empty' }, offset: 0 } : undefined;
};

const translated = (error: YAMLError, document: Document.Parsed, text: string, format: string): Broken => {
  const { code, message } = error;
  const offset = offsetOf(error, document, text);
  if (code === 'MULTIPLE_DOCS') return { finding: { code: 'yaml-several-documents' }, offset };
  if (code === 'NON_STRING_KEY') return { finding: { code: 'key-not-text', value: excerpt(lineFrom(text, offset)) }, offset };
  return { finding: { code: 'yaml-syntax', facts: { format, reason: code, message: excerpt(message) } }, offset };
};

/** Where a mistake begins: a quote that is never closed is found at the end of the file, but made where it opens. */
const offsetOf = ({ pos, message }: YAMLError, document: Document.Parsed, text: string): number => {
  let opened = Math.min(pos[0], text.length);
  if (!message.startsWith('Missing closing')) return opened;
  visit(document, {
    Scalar: (_, { range, type }) => {
      if (range !== undefined && range !== null && type !== Scalar.PLAIN && range[1] >= pos[0]) opened = Math.min(opened, range[0]);
    },
  });
  return opened;
};

const lineFrom = (text: string, offset: number): string => text.slice(offset, offset + 200).split('\n', 1)[0] ?? '';

const hasDirectives = ({ directives }: Document.Parsed): boolean =>
  directives.yaml.explicit === true || Object.keys(directives.tags).length > 1;

const directiveLine = (text: string): string => /^%.*/m.exec(text)?.[0] ?? '%';
