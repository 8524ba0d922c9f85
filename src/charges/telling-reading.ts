import { onDial } from '../consumption/dial';
import type { Boundary, Register } from '../consumption/register';
import { dayFromSerial, dayWords } from '../kernel/calendar';
import { parseExact } from '../kernel/gate';
import type { Quantity } from '../kernel/quantity';
import { must } from '../kernel/result';
import type { TraceNode } from '../kernel/trace';
import type { ReadingRecord } from '../model/records';
import { SHAPES } from '../model/text-types';

/** Whose reading it is, in words. */
const READING_SOURCE: Readonly<Record<ReadingRecord['source'], string>> = {
  resident: 'передано жителем',
  controller: 'снято контролёром',
  telemetry: 'снято автоматически',
  computed: 'расчётное',
};

/** A stand as a quantity. */
export const standText = (text: string): Quantity<'m3'> => ({
  int: must(parseExact(text, SHAPES.reading)).int,
  scale: SHAPES.reading.scale,
  unit: 'm3' as const,
});

/** What stood on the dial. */
export const stood = ({ stand }: Boundary): Quantity<'m3'> => standText(stand);

/** Day and origin of a reading. */
export const sourceText = (register: Register, { reading, taken }: Boundary): string =>
  reading === null
    ? `ввод прибора № ${register.meter.serial}, ${dayWords(dayFromSerial(taken))}`
    : `снято ${dayWords(reading.takenOn)}, ${READING_SOURCE[reading.source]}`;

/** The step of a stand: its day, its origin, and what was sent when that is something else. */
export const standNode = (symbol: string, register: Register, boundary: Boundary, unit: string): TraceNode => {
  const { reading, stand } = boundary;
  const notes: string[] = [];
  if (reading !== null) {
    if (reading.enteredAs === 'consumption') notes.push(`передан расход ${reading.value}: показание — прежнее и расход`);
    else if (onDial(reading.value, register.facts.decimals) !== reading.value)
      notes.push(`передано ${reading.value}, взято по шкале прибора`);
  }
  return {
    symbol,
    title: reading === null ? 'Начальное показание' : 'Показание',
    value: stand,
    unit,
    source: sourceText(register, boundary),
    ...(notes.length > 0 ? { notes } : {}),
  };
};
