import { VOLUME_SCALE } from '../consumption/formulas';
import { decimalText } from '../kernel/gate';
import type { TraceNode } from '../kernel/trace';
import type { PremisesMonth } from './common-known';

/** Volumes of the premises of a house by basis, told. */
export const premisesNodes = ({ groups }: PremisesMonth, unit: string): readonly TraceNode[] =>
  groups.map(
    (group): TraceNode => ({
      symbol: 'V',
      title: `${group.nonResidential ? 'Нежилые помещения' : 'Жилые помещения'}: ${GROUP_TEXT[group.basis] ?? group.basis}`,
      value: decimalText(group.volume, VOLUME_SCALE),
      unit,
      source: `помещений: ${group.premises}`,
    }),
  );

const GROUP_TEXT: Readonly<Record<string, string>> = {
  meter: 'по приборам',
  average: 'по среднему',
  mixed: 'по приборам и среднему',
  normative: 'по нормативу',
  normativeShortHistory: 'по нормативу, прибор работал мало',
  normativeSilent: 'по нормативу, показаний нет',
  normativeRaised: 'по нормативу, прибор непригоден (без коэффициента)',
  noMeterRaised: 'по нормативу, прибора нет (без коэффициента)',
  fromWater: 'по воде',
  contract: 'по договору',
  supplied: 'по прямым договорам, сообщил поставщик',
};
