import { Teller } from '../charges/telling';
import { tellAdjustmentVat } from '../charges/vat-told';
import { wasteYearly } from '../charges/waste-formulas';
import { tellSource } from '../charges/waste-source-told';
import { VOLUME_SCALE } from '../consumption/formulas';
import { firstDay, type Month } from '../kernel/calendar';
import { decimalText } from '../kernel/gate';
import { asKopecks, roublesText } from '../kernel/money';
import { scaled } from '../kernel/quantity';
import { must } from '../kernel/result';
import type { TraceNode } from '../kernel/trace';
import { evaluate } from '../norms/formula';
import { chargedMoney, factMoney, type WasteYearLine, type YearMonth } from './waste-year';

/** How the recalculation of a year came to be: each month by what was removed and as it was charged. */
export const tellWasteYear = ({ line, months, act }: WasteYearLine, on: Month): TraceNode => {
  const unit = line.unit === 't' ? 't' : 'm3';
  const under = months.map(({ month, context, parts, fact, charged }): TraceNode => {
    const teller = new Teller(context, 'm3');
    const sources = parts.flatMap(({ sources: own, absence }) => [
      ...own.map((source) => tellSource({ context, teller }, source, unit).node),
      ...(absence !== null && 'source' in absence.by
        ? [{ ...tellSource({ context, teller }, absence.by.source, unit, absence.away).node, title: 'Вычтено за дни отсутствия' }]
        : []),
      ...(absence !== null && 'people' in absence.by
        ? [{ symbol: 'a', title: 'Доля дней отсутствия', value: `${absence.days} / ${absence.by.people}`, unit: 'person-day' }]
        : []),
    ]);
    return {
      symbol: 'V',
      title: month,
      value: decimalText(fact, VOLUME_SCALE),
      unit,
      notes: [`начислено за месяц ${roublesText(asKopecks(charged))} ₽`],
      under: sources,
    };
  });
  const money = factMoney({ months, line });
  const volume = months.reduce((sum, { fact }) => sum + fact, 0);
  const told = must(
    evaluate(
      wasteYearly,
      {
        Pф: scaled(money, 2, 'RUB'),
        Pн: scaled(chargedMoney(months), 2, 'RUB'),
      },
      firstDay(on),
      {
        Pф: {
          symbol: 'Pф',
          title: 'Плата по вывезенному, округлена один раз',
          value: decimalText(money, 2),
          unit: 'RUB',
          expression: 'T × V',
          arithmetic: `${line.tariff} × ${decimalText(volume, VOLUME_SCALE)}`,
          under,
        },
      },
    ),
  );
  return tellAdjustmentVat(new Teller((months[0] as YearMonth).context, 'm3'), line, { ...told.trace, notes: [act] });
};
