import { isAlias, isMap, isScalar, isSeq, type LineCounter, type Pair, Scalar } from 'yaml';
import { excerpt } from '../kernel/problem';
import type { FieldPath } from '../model/problem-text-schema';
import { type FactFileProblem, type Finding, type Place, problemAt } from './fact-file';
import { FORBIDDEN_KEYS } from './forbidden-keys';
import { type FieldsForm, type Form, WHOLE } from './form';
import { nearestName } from './nearest-name';

const EMPTY: ReadonlySet<string> = new Set(['', '~', 'null', 'Null', 'NULL']);

/** What stands in a scalar, by the form of its field: a text stays the text that was written. */
const scalarValue = (text: string, plain: boolean, form: Form): unknown => {
  if (!plain) return text;
  if (EMPTY.has(text)) return null;
  if (text === 'true' || text === 'false') return text === 'true';
  return form.is === 'integer' && WHOLE.test(text) ? Number(text) : text;
};

/** Reads nodes of one YAML file into plain values, without ever building what the file's author names: no tags, anchors, aliases. */
export class YamlValues {
  /** Paths whose mistake is told. */
  readonly told: FieldPath[] = [];

  constructor(
    private readonly file: string,
    private readonly lines: LineCounter,
    private readonly problem: (problem: FactFileProblem) => void,
  ) {}

  /** Place of a node; of `before` when there is none. */
  placeOf(node: unknown, before: Place): Place {
    const start = rangeStart(node);
    if (start === undefined) return before;
    const { line, col } = this.lines.linePos(start);
    return { file: this.file, line: Math.max(line, 1), column: Math.max(col, 1) };
  }

  /** Value of a node; what cannot be read is reported and left out. */
  value(node: unknown, form: Form, path: FieldPath, before: Place): unknown {
    const place = this.placeOf(node, before);
    const refused = refusedNode(node);
    if (refused !== undefined) return this.report(refused, place, path);
    if (isScalar(node)) return scalarValue(String(node.value), node.type === Scalar.PLAIN, form);
    if (isSeq(node)) return form.is === 'list' ? node.items.map((item, index) => this.value(item, form.item, [...path, index], place)) : [];
    if (!isMap(node)) return null;
    if (form.is === 'fields') return this.fields(node.items, form, path, place);
    return form.is === 'entries' ? this.entries(node.items, form.value, path, place) : {};
  }

  /** Read a key and its value pair by pair; a key that must not be there is reported and passed over. */
  keys(items: readonly Pair[], path: FieldPath, before: Place, take: (key: string, value: unknown, place: Place) => void): void {
    const seen = new Map<string, number>();
    for (const { key, value } of items) {
      const place = this.placeOf(key, before);
      const refused = refusedNode(key) ?? refusedKey(key);
      const name = isScalar(key) ? String(key.value) : '';
      const firstLine = seen.get(name);
      if (refused !== undefined) this.report(refused, place, [...path, excerpt(name)]);
      else if (firstLine !== undefined)
        this.report({ code: 'key-duplicate', facts: { field: excerpt(name), firstLine: String(firstLine) } }, place, [
          ...path,
          excerpt(name),
        ]);
      else {
        seen.set(name, place.line);
        take(name, value, place);
      }
    }
  }

  report(finding: Finding, place: Place, path: FieldPath): undefined {
    this.told.push(path);
    this.problem(problemAt(finding, place, path));
    return undefined;
  }

  private fields(items: readonly Pair[], form: FieldsForm, path: FieldPath, before: Place): Record<string, unknown> {
    const out: Record<string, unknown> = {};
    this.keys(items, path, before, (name, value, place) => {
      const field = form.fields.get(name);
      if (field === undefined) this.unknownField(name, form, path, place);
      else out[name] = this.value(value, field, [...path, name], place);
    });
    return out;
  }

  private entries(items: readonly Pair[], form: Form, path: FieldPath, before: Place): Record<string, unknown> {
    const out: Record<string, unknown> = {};
    this.keys(items, path, before, (name, value, place) => {
      out[name] = this.value(value, form, [...path, name], place);
    });
    return out;
  }

  private unknownField(name: string, form: FieldsForm, path: FieldPath, place: Place): void {
    const nearest = nearestName(name, form.fields.keys());
    const facts = { field: excerpt(name), known: [...form.fields.keys()].join(', '), ...(nearest === undefined ? {} : { nearest }) };
    this.report({ code: 'field-unknown', facts }, place, [...path, excerpt(name)]);
    if (nearest !== undefined) this.told.push([...path, nearest]);
  }
}

const rangeStart = (node: unknown): number | undefined => {
  if (typeof node !== 'object' || node === null || !('range' in node)) return undefined;
  return Array.isArray(node.range) ? (node.range[0] as number) : undefined;
};

export const refusedNode = (node: unknown): Finding | undefined => {
  if (isAlias(node)) return { code: 'yaml-alias', value: excerpt(`*${node.source}`) };
  if (!isScalar(node) && !isSeq(node) && !isMap(node)) return undefined;
  if (node.anchor !== undefined) return { code: 'yaml-alias', value: excerpt(`&${node.anchor}`) };
  return node.tag === undefined ? undefined : { code: 'yaml-tag', value: excerpt(node.tag) };
};

const refusedKey = (key: unknown): Finding | undefined => {
  if (!isScalar(key) || key.value === '') return { code: 'key-not-text', value: isScalar(key) ? '' : excerpt(key) };
  const name = String(key.value);
  if (FORBIDDEN_KEYS.has(name)) return { code: 'key-forbidden', value: name };
  return name === '<<' && key.type === Scalar.PLAIN ? { code: 'yaml-merge-key' } : undefined;
};
