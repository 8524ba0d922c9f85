import { NORMATIVE_SCALE } from '../consumption/formulas';
import { decimalText } from '../kernel/gate';
import type { TraceNode } from '../kernel/trace';
import type { AccountRow } from './holders';
import type { PricedMonth, PricedTerms } from './prices';
import type { ToldPart } from './ranges-told';
import type { Teller } from './telling';
import { type CapacityShare, capacityBy, capacityDays, constantParts } from './two-part';

/** Constant parts of a two-part tariff of an account, told: what {@link fillConstants} computes. */
export const tellConstants = (
  context: PricedMonth,
  teller: Teller,
  terms: PricedTerms,
  row: AccountRow,
  group: number,
): readonly ToldPart[] =>
  constantParts(context, terms, row, group)
    .filter(({ shares }) => shares.length > 0)
    .map(({ spec, shares }) => {
      const [only] = shares as readonly [CapacityShare];
      const nodes = shares.length === 1 ? { N: capacityNode(only, context.days) } : { W: sumNode(shares, context.days) };
      const volume = capacityBy(shares, context.days, (of, values) => teller.step(of, values, nodes as never, context.volumeDigits));
      return { spec, volume, slot: { spec, place: 0, basis: 'capacity', parts: [volume], clause: null } };
    });

const capacityNode = ({ from, to, fact }: CapacityShare, days: number): TraceNode => ({
  symbol: 'N',
  title: 'Мощность или нагрузка помещения',
  value: fact.value,
  unit: fact.unit,
  source: `${fact.act}; ${to - from} дн. из ${days}`,
});

const sumNode = (shares: readonly CapacityShare[], days: number): TraceNode => ({
  symbol: 'W',
  title: 'Сумма мощность × дней',
  value: decimalText(
    shares.reduce((sum, share) => sum + capacityDays(share), 0),
    NORMATIVE_SCALE,
  ),
  unit: '',
  under: shares.map((share) => capacityNode(share, days)),
});
