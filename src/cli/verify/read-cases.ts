import { isMap, isScalar, isSeq, LineCounter } from 'yaml';
import type { z } from 'zod';
import { FACT_FILE_LIMITS, type FactFileProblem, type Finding, type Place, problemAt } from '../../exchange/fact-file';
import { type Form, formOf } from '../../exchange/form';
import { nearestName } from '../../exchange/nearest-name';
import { openYaml } from '../../exchange/yaml-text';
import { refusedNode, YamlValues } from '../../exchange/yaml-value';
import { excerpt } from '../../kernel/problem';
import { type FieldPath, schemaProblems } from '../../model/problem-text-schema';
import {
  type AnyCase,
  type CaseSource,
  caseFile,
  commissionCase,
  formulaCase,
  houseCase,
  instalmentCase,
  limitationCase,
  penaltyCase,
  restrictionCase,
  stepsCase,
} from './case-schema';
import type { CaseFacts } from './facts-schema';

/** A case with its place and what its file says for all of its cases. */
export interface ReadCase {
  readonly place: Place;
  readonly case: AnyCase;
  readonly common: CaseFacts | undefined;
  readonly source: CaseSource | undefined;
  readonly tags: readonly string[];
}

/** A case that cannot be read: its place, its id when it has one, and every mistake found in it. */
export interface BrokenCase {
  readonly place: Place;
  readonly id: string | undefined;
  readonly problems: readonly FactFileProblem[];
}

/** The cases of one file. */
export interface ReadFile {
  readonly cases: readonly ReadCase[];
  readonly broken: readonly BrokenCase[];
}

const commonSchema = caseFile.omit({ cases: true });
const FORMS = {
  formula: formOf(formulaCase),
  steps: formOf(stepsCase),
  house: formOf(houseCase),
  penalty: formOf(penaltyCase),
  commission: formOf(commissionCase),
  instalment: formOf(instalmentCase),
  limitation: formOf(limitationCase),
  restriction: formOf(restrictionCase),
  common: formOf(commonSchema),
} as const;

/** Read a file of cases; a mistake of syntax gives that mistake alone, other mistakes only take their own case. */
export const readCaseFile = (file: string, text: string): ReadFile => {
  const lines = new LineCounter();
  const start: Place = { file, line: 1, column: 1 };
  const broken = (finding: Finding, place: Place = start): ReadFile => ({
    cases: [],
    broken: [{ place: start, id: undefined, problems: [problemAt(finding, place)] }],
  });
  const most = FACT_FILE_LIMITS.yamlSize;
  if (text.length > most) return broken({ code: 'file-too-large', facts: { size: String(text.length), most: String(most) } });
  const opened = openYaml(text.replace(/^\ufeff/, ''), lines, 'YAML');
  if ('finding' in opened) {
    const { line, col } = lines.linePos(opened.offset);
    return broken(opened.finding, opened.offset === 0 ? start : { file, line: Math.max(line, 1), column: Math.max(col, 1) });
  }
  const { contents } = opened;
  if (!isMap(contents)) return broken({ code: 'file-shape', facts: { received: isSeq(contents) ? 'list' : 'text' } });
  return new FileReader(file, lines, start).read(contents);
};

type MapNode = Parameters<YamlValues['keys']>[0];

class FileReader {
  private problems: FactFileProblem[] = [];
  private readonly values: YamlValues;

  constructor(
    file: string,
    lines: LineCounter,
    private readonly start: Place,
  ) {
    this.values = new YamlValues(file, lines, (problem) => this.problems.push(problem));
  }

  read(contents: { readonly items: MapNode }): ReadFile {
    let list: unknown;
    const items = contents.items.filter(({ key, value }) => {
      if (!isScalar(key) || key.value !== 'cases') return true;
      list ??= value;
      return list !== value;
    });
    const head = this.whole(items, this.start);
    const { common, source, tags } = head ?? {};
    if (head === undefined || !isSeq(list)) {
      if (!isSeq(list))
        this.problems.push(
          problemAt({ code: 'field-missing', facts: { field: 'cases' } }, this.values.placeOf(list, this.start), ['cases']),
        );
      return { cases: [], broken: [{ place: this.start, id: undefined, problems: this.taken() }] };
    }
    const cases: ReadCase[] = [];
    const broken: BrokenCase[] = [];
    for (const [index, node] of list.items.entries()) {
      const place = this.values.placeOf(node, this.start);
      const one = this.caseOf(node, index, place);
      const problems = this.taken();
      if (one === undefined || problems.length > 0) broken.push({ place, id: idOf(node), problems });
      else cases.push({ place, case: one, common, source, tags: tags ?? [] });
    }
    if (list.items.length === 0)
      broken.push({
        place: this.start,
        id: undefined,
        problems: [problemAt({ code: 'list-too-short', facts: { least: '1' } }, this.start, ['cases'])],
      });
    return { cases, broken };
  }

  private taken(): readonly FactFileProblem[] {
    const { problems } = this;
    this.problems = [];
    return problems;
  }

  /** What the file says for all of its cases. */
  private whole(items: MapNode, place: Place): z.infer<typeof commonSchema> | undefined {
    const node = { items, range: [0] };
    return this.checked(this.fields(items, FORMS.common, [], place), commonSchema, [], place, node);
  }

  private caseOf(node: unknown, index: number, place: Place): AnyCase | undefined {
    const refused = refusedNode(node);
    const path: FieldPath = ['cases', index];
    if (refused !== undefined || !isMap(node)) {
      this.values.report(
        refused ?? { code: 'wrong-type', facts: { expected: 'mapping', received: isSeq(node) ? 'list' : 'text' } },
        place,
        path,
      );
      return undefined;
    }
    const has = (name: string): boolean => node.items.some(({ key }) => isScalar(key) && key.value === name);
    const form =
      (['penalty', 'commission', 'instalment', 'limitation', 'restriction', 'steps'] as const).find(has) ??
      (has('facts') ? 'house' : 'formula');
    const value = this.fields(node.items, FORMS[form], path, place);
    switch (form) {
      case 'house':
        return this.checked(value, houseCase, path, place, node);
      case 'penalty':
        return this.checked(value, penaltyCase, path, place, node);
      case 'commission':
        return this.checked(value, commissionCase, path, place, node);
      case 'instalment':
        return this.checked(value, instalmentCase, path, place, node);
      case 'limitation':
        return this.checked(value, limitationCase, path, place, node);
      case 'restriction':
        return this.checked(value, restrictionCase, path, place, node);
      case 'steps':
        return this.checked(value, stepsCase, path, place, node);
      case 'formula':
        return this.checked(value, formulaCase, path, place, node);
    }
  }

  private fields(items: MapNode, form: Form, path: FieldPath, place: Place): Record<string, unknown> {
    const out: Record<string, unknown> = {};
    const fields = form.is === 'fields' ? form.fields : new Map<string, Form>();
    this.values.keys(items, path, place, (name, value, at) => {
      const field = fields.get(name);
      if (field === undefined) this.unknownField(name, [...fields.keys()], [...path, excerpt(name)], at);
      else out[name] = this.values.value(value, field, [...path, name], at);
    });
    return out;
  }

  private unknownField(name: string, known: readonly string[], path: FieldPath, place: Place): void {
    const nearest = nearestName(name, known);
    const facts = { field: excerpt(name), known: known.join(', '), ...(nearest === undefined ? {} : { nearest }) };
    this.values.report({ code: 'field-unknown', facts }, place, path);
  }

  private checked<S extends z.ZodType>(value: unknown, schema: S, within: FieldPath, place: Place, node: unknown): z.infer<S> | undefined {
    const result = schema.safeParse(value);
    if (result.success) return result.data;
    for (const { path, ...found } of schemaProblems(result.error.issues, value)) {
      const whole = [...within, ...path];
      if (this.values.told.some((told) => told.every((part, index) => whole[index] === part))) continue;
      this.problems.push(problemAt(found as Finding, this.placeWithin(node, path, place), whole));
    }
    return undefined;
  }

  /** Walk down a path as far as it goes. */
  private placeWithin(start: unknown, path: FieldPath, before: Place): Place {
    let node = start;
    let place = before;
    for (const part of path) {
      if (isSeq(node) && typeof part === 'number') node = node.items[part];
      else {
        const items = isMap(node) ? node.items : node === start ? (node as { readonly items: MapNode }).items : [];
        const pair = items.find(({ key }) => isScalar(key) && key.value === part);
        if (pair === undefined) return place;
        place = this.values.placeOf(pair.key, place);
        node = pair.value;
      }
      place = this.values.placeOf(node, place);
    }
    return place;
  }
}

const idOf = (node: unknown): string | undefined => {
  if (!isMap(node)) return undefined;
  const pair = node.items.find(({ key }) => isScalar(key) && key.value === 'id');
  return isScalar(pair?.value) ? excerpt(pair.value.value) : undefined;
};
