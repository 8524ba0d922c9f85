import { VOLUME_SCALE } from '../consumption/formulas';
import { ROOM_SHARE, roomRemainder } from '../consumption/room-formulas';
import type { DividedBy, RoomShare, RoomTold } from '../consumption/room-told';
import { firstDay } from '../kernel/calendar';
import { decimalText } from '../kernel/gate';
import { scaled } from '../kernel/quantity';
import type { TraceNode } from '../kernel/trace';
import { type Clause, citation } from '../norms/act';
import { PP354 } from '../norms/acts';
import type { PricedMonth } from './prices';
import type { Teller, ToldVolume } from './telling';

const BY: Readonly<Record<DividedBy, (part: bigint, all: bigint) => string>> = {
  persons: (part, all) => `комната: доля ${part} из ${all} человек`,
  personDays: (part, all) => `комната: доля ${part} из ${all} человеко-дней`,
  normatives: (part, all) => `комната: доля ${part} из ${all} по сумме норматив × человеко-дней`,
  agreement: (part, all) => `комната: доля ${part} из ${all} по соглашению`,
};

const roundedWhole = (whole: number, node: TraceNode): ToldVolume => ({ volume: BigInt(whole), node });

/** A part of a whole by growing shares: where it begins and ends, with the clause and a note. */
export interface DividedPart {
  readonly from: bigint;
  readonly to: bigint;
  readonly clause: Clause;
  readonly note: string;
}

/** A room's part of its flat: the difference of two growing shares, so the rooms sum to the flat. */
export const tellRoom = (teller: Teller, unit: 'm3' | 'kWh', context: PricedMonth, told: RoomShare): ToldVolume => {
  const whole = roundedWhole(told.whole, {
    ...teller.told(told.of).node,
    symbol: 'V',
    ...(told.of.kind === 'remainder' ? {} : { title: 'Объём квартиры' }),
  });
  const note = `${BY[told.by](told.to - told.from, told.parts)}${told.document === null ? '' : `: ${told.document}`}`;
  return tellDivided(unit, context, { ...told, note }, (part) =>
    teller.step(
      ROOM_SHARE[unit] as typeof ROOM_SHARE.m3,
      { V: scaled(whole.volume, VOLUME_SCALE, 'm3'), n: scaled(part, 0, '1'), nкв: scaled(told.parts, 0, '1') },
      { V: whole.node },
      context.volumeDigits,
    ),
  );
};

/** Tell a part of a whole that is divided by growing shares: the difference of two of them. */
export const tellDivided = (
  unit: 'm3' | 'kWh',
  context: PricedMonth,
  { from, to, clause, note }: DividedPart,
  stepThrough: (part: bigint) => ToldVolume,
): ToldVolume => {
  const legal = citation(clause, firstDay(context.month));
  const cited = legal === null ? {} : { legal };
  const through = (part: bigint): ToldVolume => {
    const step = stepThrough(part);
    return { ...step, node: { ...step.node, ...cited } };
  };
  const upper = through(to);
  if (from === 0n) return { volume: upper.volume, node: { ...upper.node, symbol: 'V', title: 'Доля комнаты', notes: [note] } };
  const lower = through(from);
  const volume = upper.volume - lower.volume;
  return {
    volume,
    node: {
      symbol: 'V',
      title: 'Доля комнаты',
      value: decimalText(volume, VOLUME_SCALE),
      unit,
      expression: 'C₂ − C₁',
      arithmetic: `${upper.node.value} − ${lower.node.value}`,
      ...cited,
      under: [
        { ...upper.node, symbol: 'C₂' },
        { ...lower.node, symbol: 'C₁', under: [] },
      ],
      notes: [note],
    },
  };
};

/** Формула 9: what the meters of the rooms left of the flat's meter, never below zero. */
export const tellRemainder = (teller: Teller, context: PricedMonth, told: Extract<RoomTold, { kind: 'remainder' }>): ToldVolume => {
  const flat = told.flat.reduce((sum, one) => sum + BigInt(one.volume), 0n);
  const rooms = told.rooms.reduce((sum, one) => sum + BigInt(one.volume), 0n);
  const V = sumNode(
    'V',
    'Объём квартиры',
    flat,
    told.flat.map((one) => teller.told(one.told).node),
  );
  const Vк = sumNode(
    'Vк',
    'Объём приборов комнат',
    rooms,
    told.rooms.map(
      ({ room, volume }): TraceNode => ({
        symbol: 'V',
        title: `Комната ${room}`,
        value: decimalText(BigInt(volume), VOLUME_SCALE),
        unit: 'kWh',
      }),
    ),
  );
  const step = teller.step(
    roomRemainder,
    { V: scaled(flat, VOLUME_SCALE, 'kWh'), Vк: scaled(rooms, VOLUME_SCALE, 'kWh') },
    { V, Vк },
    context.volumeDigits,
  );
  if (rooms <= flat) return step;
  const legal = citation(PP354.roomsAboveFlat, firstDay(context.month));
  const note = `приборы комнат насчитали больше общего: делить нечего${legal === null ? '' : ` (${legal})`}`;
  return { ...step, node: { ...step.node, notes: [note] } };
};

const sumNode = (symbol: string, title: string, volume: bigint, under: readonly TraceNode[]): TraceNode => {
  const [only] = under;
  if (only !== undefined && under.length === 1) return { ...only, symbol, title };
  return {
    symbol,
    title,
    value: decimalText(volume, VOLUME_SCALE),
    unit: 'kWh',
    arithmetic: under.map((node) => node.value).join(' + '),
    under,
  };
};
