import { isMap, isScalar, isSeq, LineCounter, type Pair, type YAMLMap } from 'yaml';
import { excerpt } from '../kernel/problem';
import type { FieldPath } from '../model/problem-text-schema';
import type { Draft, Sink } from './draft';
import { type FactFileProblem, type Finding, type Place, problemAt } from './fact-file';
import { GROUPS, type Group, groupNamed } from './groups';
import { nearestName } from './nearest-name';
import { openYaml } from './yaml-text';
import { refusedNode, YamlValues } from './yaml-value';

/**
 * Read a YAML or JSON file of facts: a mapping of groups, each a list of records. A file with a mistake in its syntax gives that mistake
 * alone, the first one: what follows it would be guesses.
 */
export const readYamlFile = (file: string, text: string, format: 'YAML' | 'JSON', sink: Sink): void => {
  const opened = openMapping(file, text, format, (problem) => sink.problem(problem));
  if (opened !== null) readGroups(opened.contents, opened.values, opened.start, sink);
};

/** A YAML or JSON file whose syntax is right, with what reads its nodes; `null` when its first mistake was told. */
export const openMapping = (file: string, text: string, format: 'YAML' | 'JSON', problem: (problem: FactFileProblem) => void) => {
  const lines = new LineCounter();
  const start: Place = { file, line: 1, column: 1 };
  const opened = openYaml(text, lines, format);
  if ('finding' in opened) {
    const { line, col } = lines.linePos(opened.offset);
    const place = opened.offset === 0 ? start : { file, line: Math.max(line, 1), column: Math.max(col, 1) };
    problem(problemAt(opened.finding, place));
    return null;
  }
  const values = new YamlValues(file, lines, problem);
  const { contents } = opened;
  if (isMap(contents)) {
    const refused = refusedNode(contents);
    if (refused === undefined) return { contents, values, start };
    values.report(refused, values.placeOf(contents, start), []);
  } else values.report({ code: 'file-shape', facts: { received: isSeq(contents) ? 'list' : 'text' } }, values.placeOf(contents, start), []);
  return null;
};

const readGroups = (contents: YAMLMap, values: YamlValues, start: Place, sink: Sink): void => {
  values.keys(contents.items as Pair[], [], start, (name, list, place) => {
    if (name === '$schema') return;
    const group = groupNamed(name);
    if (group === undefined) unknownGroup(name, place, values);
    else readList(group, list, place, values, sink);
  });
};

const unknownGroup = (name: string, place: Place, values: YamlValues): void => {
  const known = GROUPS.map((group) => group.name);
  const nearest = nearestName(name, known);
  values.report(
    { code: 'group-unknown', facts: { field: excerpt(name), known: known.join(', '), ...(nearest === undefined ? {} : { nearest }) } },
    place,
    [],
  );
};

const readList = (group: Group, list: unknown, before: Place, values: YamlValues, sink: Sink): void => {
  const refused = refusedNode(list) ?? (isSeq(list) ? undefined : notA('list', list));
  if (refused !== undefined || !isSeq(list)) {
    values.report(refused ?? notA('list', list), values.placeOf(list, before), [group.name]);
    return;
  }
  for (const [index, node] of list.items.entries())
    readRecord(group, node, [group.name, index], values.placeOf(list, before), values, sink);
};

const readRecord = (group: Group, node: unknown, within: FieldPath, before: Place, values: YamlValues, sink: Sink): void => {
  const place = values.placeOf(node, before);
  const refused = refusedNode(node) ?? (isMap(node) ? undefined : notA('mapping', node));
  if (refused !== undefined) {
    values.report(refused, place, within);
    return;
  }
  const already = values.told.length;
  const value = values.value(node, group.form, within, place) as Draft['value'];
  const told = values.told.slice(already).map((path) => path.slice(within.length));
  sink.draft({ group, value, place, within, told, placeOf: (path) => placeWithin(node, path, values, place) });
};

const notA = (expected: string, node: unknown): Finding => {
  const received = isSeq(node) ? 'list' : isMap(node) ? 'mapping' : isScalar(node) && node.value !== '' ? 'text' : 'empty';
  return {
    code: 'wrong-type',
    ...(received === 'text' && isScalar(node) ? { value: excerpt(node.value) } : {}),
    facts: { expected, received },
  };
};

/** Walk down a path as far as it goes. */
export const placeWithin = (record: unknown, path: FieldPath, values: YamlValues, start: Place): Place => {
  let node = record;
  let place = start;
  for (const part of path) {
    if (isSeq(node) && typeof part === 'number') node = node.items[part];
    else if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && key.value === part);
      if (pair === undefined) return place;
      place = values.placeOf(pair.key, place);
      node = pair.value;
    } else return place;
    place = values.placeOf(node, place);
  }
  return place;
};
