import { isMap, isScalar, isSeq, LineCounter } from 'yaml';
import { excerpt } from '../kernel/problem';
import type { FieldPath } from '../model/problem-text-schema';
import type { Draft, Sink } from './draft';
import { type Finding, type Place, problemAt } from './fact-file';
import { GROUPS, type Group, groupNamed } from './groups';
import { nearestName } from './nearest-name';
import { openYaml } from './yaml-text';
import { refusedNode, YamlValues } from './yaml-value';

/**
 * Read a YAML or JSON file of facts: a mapping of groups, each a list of records. A file with a mistake in its syntax gives that mistake
 * alone, the first one: what follows it would be guesses.
 */
export const readYamlFile = (file: string, text: string, format: 'YAML' | 'JSON', sink: Sink): void => {
  const lines = new LineCounter();
  const start: Place = { file, line: 1, column: 1 };
  const refuse = (finding: Finding, offset: number): void => {
    const { line, col } = lines.linePos(offset);
    sink.problem(problemAt(finding, offset === 0 ? start : { file, line: Math.max(line, 1), column: Math.max(col, 1) }));
  };
  const opened = openYaml(text, lines, format);
  if ('finding' in opened) return refuse(opened.finding, opened.offset);
  readGroups(opened.contents, new YamlValues(file, lines, (problem) => sink.problem(problem)), start, sink);
};

const readGroups = (contents: unknown, values: YamlValues, start: Place, sink: Sink): void => {
  const refused = isMap(contents)
    ? refusedNode(contents)
    : { code: 'file-shape' as const, facts: { received: isSeq(contents) ? 'list' : 'text' } };
  if (refused !== undefined || !isMap(contents)) {
    values.report(refused ?? { code: 'file-shape' }, values.placeOf(contents, start), []);
    return;
  }
  values.keys(contents.items, [], start, (name, list, place) => {
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
const placeWithin = (record: unknown, path: FieldPath, values: YamlValues, start: Place): Place => {
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
