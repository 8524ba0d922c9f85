import { type Day, parseDay } from '../kernel/calendar';
import { decimalText, parseExact } from '../kernel/gate';
import { excerpt, type Problem } from '../kernel/problem';
import { invariant } from '../kernel/result';
import { sha256 } from '../kernel/sha256';
import type { HouseFacts, MeterFacts } from '../model/facts';
import { readingRecord } from '../model/meter-records';
import { schemaProblems } from '../model/problem-text-schema';
import type { ReadingRecord } from '../model/records';
import { type MeteredService, meteredService, type Zone } from '../model/services';
import { dayText, SHAPES } from '../model/text-types';
import { messageParts } from './reading-messages';
import { isServicesHeader, kvadoParts, sbbolParts, servicesParts, tableColumns, tableParts } from './reading-registers';
import type { RowPart, RowParts, RowValue } from './reading-rows';

/** Forms in which readings come: lines and messages of people, a register of SBBOL, a table by services, meters as JSON, a table with named columns. */
export type ReadingForm = 'message' | 'sbbol' | 'services' | 'kvado' | 'table';

/** What reading a register needs to know. */
export interface ReadingIntakeOptions {
  readonly form: ReadingForm;
  /** Houses whose accounts and meters the rows may name. */
  readonly houses: readonly HouseFacts[];
  /** Name of the file or channel, for places. */
  readonly file: string;
  /** Local day on which it came; rows without a day were taken on it. */
  readonly receivedOn: Day;
  readonly source?: ReadingRecord['source'];
  readonly by?: string;
  /** Service of rows that do not say one, such as messages to a supplier of electricity. */
  readonly service?: MeteredService;
  /** Ids of an account's meters of the service in the order in which a form counts them (of all, when neither row nor options name one); without it a row must say which of several meters it means. */
  readonly orderOf?: (account: string, service: MeteredService | null) => readonly string[] | undefined;
}

/** One reading of a row, or why there is none: never both, never neither. */
export type ReadingIntakeItem = { readonly at: string; readonly line: number; readonly raw: string } & (
  | { readonly reading: ReadingRecord; readonly warnings: readonly Problem[] }
  | { readonly problem: Problem }
);

/** What came of a register: every row has at least one item. */
export interface ReadingIntake {
  /** Rows that are not empty and no header. */
  readonly rows: number;
  readonly items: readonly ReadingIntakeItem[];
  readonly readings: readonly ReadingRecord[];
  readonly problems: readonly Problem[];
}

/**
 * Read a register of readings («реестр показаний») whatever the order of its rows: each value comes back as a fact that waits for nothing but
 * the engine's verdict, or as a problem with place, code and value. Nothing is guessed and nothing is dropped; the same rows in another order
 * give the same facts. An option that no reading can have (`by`, `source`, `receivedOn`, `service`) is a problem of every row.
 *
 * @example readReadings('1234567#00123456#4619', { form: 'message', houses, file: 'sms', receivedOn })
 */
export const readReadings = (text: string, options: ReadingIntakeOptions): ReadingIntake => {
  const intake = new Intake(options);
  const lines = text.split(/\r?\n/);
  let rows = 0;
  let begun = false;
  let columns: ReturnType<typeof tableColumns> = [];
  for (const [index, raw] of lines.entries()) {
    if (raw.trim() === '') continue;
    if (!begun) {
      begun = true;
      if (options.form === 'table') columns = tableColumns(raw);
      if (options.form === 'table' || (options.form === 'services' && isServicesHeader(raw))) continue;
    }
    rows += 1;
    intake.row(index + 1, raw, partsOf(options.form, columns, raw));
  }
  const items = withoutRepeats(intake.items);
  return {
    rows,
    items,
    readings: items.flatMap((item) => ('reading' in item ? [item.reading] : [])),
    problems: items.flatMap((item) => ('problem' in item ? [item.problem] : [])),
  };
};

const partsOf = (form: ReadingForm, columns: ReturnType<typeof tableColumns>, raw: string): RowParts => {
  switch (form) {
    case 'message':
      return messageParts(raw);
    case 'sbbol':
      return sbbolParts(raw);
    case 'services':
      return servicesParts(raw);
    case 'kvado':
      return kvadoParts(raw);
    case 'table':
      return tableParts(columns, raw);
  }
};

interface Known {
  readonly facts: MeterFacts;
  readonly service: MeteredService;
}

class Intake {
  readonly items: ReadingIntakeItem[] = [];
  private readonly accounts = new Map<string, readonly Known[]>();
  private readonly serials = new Map<string, Known[]>();
  private readonly wrongOption: Problem | undefined;

  constructor(private readonly options: ReadingIntakeOptions) {
    this.wrongOption = optionProblem(options);
    for (const house of options.houses) {
      for (const { accounts, points } of house.premises) {
        const meters = points.flatMap((point) => point.meters.map((facts): Known => ({ facts, service: point.service })));
        for (const { number, aliases } of accounts) for (const name of [number, ...aliases]) this.accounts.set(name, meters);
        for (const one of meters) this.serials.set(one.facts.meter.serial, [...(this.serials.get(one.facts.meter.serial) ?? []), one]);
      }
    }
  }

  row(line: number, raw: string, parts: RowParts): void {
    for (const [index, part] of parts.entries()) {
      const place = { at: `${this.options.file}:${line}${parts.length > 1 ? ` [${index + 1}]` : ''}`, line, raw };
      const fail = (problem: Problem): void => {
        this.items.push({ ...place, problem: { ...problem, at: problem.at === undefined ? place.at : `${place.at} ${problem.at}` } });
      };
      if (this.wrongOption !== undefined) fail(this.wrongOption);
      else if ('problem' in part) fail(part.problem);
      else this.part(place, part, fail);
    }
  }

  private part(place: Pick<ReadingIntakeItem, 'at' | 'line' | 'raw'>, part: RowPart, fail: (problem: Problem) => void): void {
    const takenOn = dayOf(part.takenOn ?? this.options.receivedOn);
    if (takenOn === null) return fail({ code: 'day-format', value: excerpt(part.takenOn ?? '') });
    const meter = this.meterOf(part, takenOn);
    if ('code' in meter) return fail(meter);
    const { registers } = meter.facts;
    const zones = zonesOf(
      part.values,
      registers.map(({ zone }) => zone),
    );
    if (zones === null)
      return fail({ code: 'reading-zones-mismatch', value: String(part.values.length), facts: { registers: String(registers.length) } });
    for (const [index, { text }] of part.values.entries()) {
      const zone = zones[index] as Zone;
      const record = this.record(meter.facts.meter.id, zone, takenOn, text);
      if ('code' in record) fail(record);
      else this.items.push({ ...place, reading: record, warnings: this.warnings(place.at, meter, zone, part.previous, index, takenOn) });
    }
  }

  private meterOf(part: RowPart, day: Day): Known | Problem {
    const { account, serial, which } = part;
    const service = part.service ?? this.options.service ?? null;
    const own = account === null ? (this.serials.get(serial ?? '') ?? []) : this.accounts.get(account);
    if (own === undefined) return { code: 'account-unknown', value: excerpt(account ?? '') };
    const standing = own.filter(({ facts }) => facts.meter.removedOn === undefined || facts.meter.removedOn >= day);
    const meters = standing.filter(
      (one) => (service === null || one.service === service) && (serial === null || one.facts.meter.serial === serial),
    );
    const named = serial ?? service ?? '';
    const order = account === null || which === null ? undefined : this.options.orderOf?.(account, service);
    if (order !== undefined && which !== null) {
      const found = meters.find((one) => one.facts.meter.id === order[which - 1]);
      return found ?? { code: 'reading-meter-unknown', value: excerpt(String(which)), facts: { account: account ?? '' } };
    }
    const [only] = meters;
    if (only === undefined) return { code: 'reading-meter-unknown', value: excerpt(named), facts: { account: account ?? '—' } };
    if (meters.length > 1 || (which !== null && which > 1))
      return { code: 'reading-meter-ambiguous', value: excerpt(named || (account ?? '')) };
    return only;
  }

  private record(meter: string, zone: Zone, takenOn: Day, text: string): ReadingRecord | Problem {
    const parsed = parseExact(numberOf(text), SHAPES.reading);
    if (!parsed.ok) return { ...parsed.error, value: excerpt(text) };
    const value = decimalText(parsed.value.int, SHAPES.reading.scale);
    const { receivedOn, source = 'resident', by } = this.options;
    const id = `rr-${sha256([meter, zone, takenOn, receivedOn, source, value].join('|')).slice(0, 40)}`;
    const drafted = {
      kind: 'reading',
      id,
      meter,
      zone,
      takenOn,
      value,
      source,
      ...(receivedOn === takenOn ? {} : { receivedOn }),
      ...(by === undefined ? {} : { by }),
    };
    const read = readingRecord.safeParse(drafted);
    return read.success ? read.data : firstProblem(read.error.issues, drafted);
  }

  /** A previous reading that is not ours: ours stays, and somebody should look. */
  private warnings(at: string, { facts }: Known, zone: Zone, previous: readonly RowValue[], index: number, day: Day): readonly Problem[] {
    const told = previous[index];
    if (told === undefined) return [];
    const register = facts.registers.find((one) => one.zone === zone);
    const last =
      register?.readings.filter((one) => one.takenOn < day && one.enteredAs === undefined).pop()?.value ?? register?.initial ?? '0';
    return sameNumber(numberOf(told.text), last)
      ? []
      : [{ code: 'reading-previous-mismatch', at, value: excerpt(told.text), facts: { stored: last } }];
  }
}

/** What every reading takes from the options. */
const OPTIONS = readingRecord
  .pick({ by: true })
  .extend({ source: readingRecord.shape.source.optional(), receivedOn: dayText, service: meteredService.optional() });

/** The first option that no reading could be made with: it is named on every row, and no row is lost. */
const optionProblem = ({ by, source, receivedOn, service }: ReadingIntakeOptions): Problem | undefined => {
  const given = { by, source, receivedOn, service };
  const read = OPTIONS.safeParse(given);
  return read.success ? undefined : firstProblem(read.error.issues, given);
};

const firstProblem = (issues: Parameters<typeof schemaProblems>[0], input: unknown): Problem => {
  const [first] = schemaProblems(issues, input);
  invariant(first !== undefined, 'a schema refuses nothing without an issue');
  const { path: _path, ...problem } = first;
  return problem;
};

/** Digits of a drum as a number: a comma is a point, zeros before it say nothing. */
const numberOf = (text: string): string =>
  text
    .trim()
    .replace(',', '.')
    .replace(/^0+(?=\d)/, '');

const sameNumber = (a: string, b: string): boolean => {
  const [x, y] = [parseExact(a, SHAPES.reading), parseExact(b, SHAPES.reading)];
  return x.ok && y.ok && x.value.int === y.value.int;
};

const dayOf = (text: string): Day | null => {
  const russian = /^(\d{2})\.(\d{2})\.(\d{4})$/.exec(text.trim());
  const day = parseDay(russian === null ? text.trim() : `${russian[3]}-${russian[2]}-${russian[1]}`);
  return day.ok ? day.value : null;
};

/** The zone of each value: as the row names it, or in the order of the meter's registers when there are as many values. */
const zonesOf = (values: readonly RowValue[], zones: readonly Zone[]): readonly Zone[] | null => {
  if (values.length === 0) return null;
  if (values.some(({ zone }) => zone === null)) return values.length === zones.length ? [...zones].sort() : null;
  return values.every(({ zone }) => zone !== null && zones.includes(zone)) ? values.map(({ zone }) => zone as Zone) : null;
};

/** One meter, zone and day has one reading in a register: the same again is a repetition, different values are nobody's to choose from. */
const withoutRepeats = (items: readonly ReadingIntakeItem[]): readonly ReadingIntakeItem[] => {
  const first = new Map<string, { readonly at: string; readonly value: string }>();
  const differ = new Map<string, string>();
  for (const item of items) {
    if (!('reading' in item)) continue;
    const key = keyOf(item.reading);
    const known = first.get(key);
    if (known === undefined) first.set(key, { at: item.at, value: item.reading.value });
    else if (!sameNumber(known.value, item.reading.value)) differ.set(key, [known.value, item.reading.value].sort().join(', '));
  }
  const taken = new Set<string>();
  return items.map((item): ReadingIntakeItem => {
    if (!('reading' in item)) return item;
    const { at, line, raw, reading } = item;
    const key = keyOf(reading);
    const others = differ.get(key);
    if (others !== undefined)
      return { at, line, raw, problem: { code: 'reading-rows-differ', at, value: reading.value, facts: { other: others } } };
    if (!taken.has(key)) {
      taken.add(key);
      return item;
    }
    return { at, line, raw, problem: { code: 'reading-repeated', at, value: reading.value, facts: { first: first.get(key)?.at ?? '' } } };
  });
};

const keyOf = ({ meter, zone, takenOn }: ReadingRecord): string => `${meter}|${zone}|${takenOn}`;
