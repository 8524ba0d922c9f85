import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  BILLED_IN,
  METER_EVENTS,
  METER_STATES,
  METER_TRANSITIONS,
  type MeterState,
  STATE_OF_CAUSE,
} from '../../src/consumption/meter-states';
import { dwellingVolume, nonResidentialVolume } from '../../src/consumption/volume-rules';
import { parseDay } from '../../src/kernel/calendar';
import { must } from '../../src/kernel/result';
import { citation } from '../../src/norms/act';
import { BASIS_TEXT } from '../../src/statements/words';

const PAGE = 'docs/law/meter-states.md';
const ON = must(parseDay('2026-11-01'));
const STATES = Object.keys(METER_STATES) as MeterState[];

/** The published page: states with the rules that bill them, then a row a transition. */
const page = (): string =>
  [
    '# Жизнь прибора учёта',
    '',
    'Страница сделана из `src/consumption/meter-states.ts`. Счётчик месяцев нигде не хранится: он выводится из дня события и показаний.',
    '',
    '## Состояния и чем начисляют',
    '',
    '| Состояние | Начисление |',
    '| --- | --- |',
    ...STATES.map((state) => `| ${METER_STATES[state]} | ${BILLED_IN[state].map((rule) => BASIS_TEXT[rule] ?? rule).join('; ') || '—'} |`),
    '',
    '## Переходы',
    '',
    '| Из состояния | Событие | Факт | В состояние | С какого дня | Норма |',
    '| --- | --- | --- | --- | --- | --- |',
    ...METER_TRANSITIONS.map(({ from, event, to, counts, clause }) => {
      const { title, fact } = METER_EVENTS[event];
      return `| ${METER_STATES[from]} | ${title} | \`${fact}\` | ${METER_STATES[to]} | ${counts} | ${citation(clause, ON)} |`;
    }),
    '',
  ].join('\n');

describe('the life of a meter', () => {
  it('is what the published page says', () => {
    if (process.env['UPDATE_DOCS'] === '1') writeFileSync(PAGE, page());
    expect(readFileSync(PAGE, 'utf8'), 'run with UPDATE_DOCS=1 and read the difference').toBe(page());
  });

  it('leads from one state by one event to one state', () => {
    const keys = METER_TRANSITIONS.map(({ from, event }) => `${from} ${event}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('reaches every state, uses every event, and leaves every state but the last', () => {
    expect(new Set(['none', ...METER_TRANSITIONS.map(({ to }) => to)])).toEqual(new Set(STATES));
    expect(new Set(METER_TRANSITIONS.map(({ event }) => event))).toEqual(new Set(Object.keys(METER_EVENTS)));
    expect(STATES.filter((state) => !METER_TRANSITIONS.some(({ from }) => from === state))).toEqual(['closed']);
  });

  it('names a clause in force for each', () => {
    for (const { clause } of METER_TRANSITIONS) expect(citation(clause, ON), clause.code).not.toBeNull();
  });

  it('is billed by every rule of the tables that a meter or its absence chooses', () => {
    const known = new Set(STATES.flatMap((state) => BILLED_IN[state]));
    const rules = [...dwellingVolume.rows, ...nonResidentialVolume.rows].map(({ basis }) => basis);
    expect([...new Set(rules)].filter((rule) => !known.has(rule)).sort()).toEqual([
      'contract',
      'unauthorisedCapacity',
      'unauthorisedNormative',
    ]);
    expect([...known].filter((rule) => !rules.includes(rule))).toEqual([]);
  });

  it('has a state for each cause of unfitness that can begin it', () => {
    for (const state of Object.values(STATE_OF_CAUSE)) expect(METER_TRANSITIONS.some(({ to }) => to === state)).toBe(true);
  });
});
