import { NORMATIVE_SCALE, VOLUME_SCALE } from '../consumption/formulas';
import { byFactor, ratio, times } from '../kernel/expression';
import { PP354 } from '../norms/acts';
import { formula, given } from '../norms/formula';

const resourceFormulas = <const U extends 'Gcal' | 'm3' | 'kWh'>(name: string, unit: U) => ({
  /** Vр = Vv × Vi / ΣV: what heating the water of a premises took of the resource spent in the house (формула 20). */
  share: formula({
    id: `hotWaterMade.${name}Share`,
    title: 'Ресурс на подогрев, часть помещения',
    symbol: 'Vр',
    clause: PP354.ownHotWater,
    inputs: {
      Vv: given(unit, VOLUME_SCALE, 'Израсходовано на подогрев воды в доме'),
      Vi: given('m3', VOLUME_SCALE, 'Горячая вода помещения'),
      ΣV: given('m3', VOLUME_SCALE, 'Горячая вода всех помещений дома'),
    },
    result: unit,
    is: (of) => byFactor(of.Vv, ratio(of.Vi, of.ΣV)),
  }),
  /** Vр = q × Vi: the same by the approved specific consumption (формулы 20(1), 20(2)). */
  byNormative: formula({
    id: `hotWaterMade.${name}ByNormative`,
    title: 'Ресурс на подогрев по удельному расходу',
    symbol: 'Vр',
    clause: PP354.ownHotWaterByNormative,
    inputs: {
      q: given(`${unit}/m3` as `${U}/m3`, NORMATIVE_SCALE, 'Удельный расход на подогрев'),
      Vi: given('m3', VOLUME_SCALE, 'Горячая вода помещения'),
    },
    result: unit,
    is: (of) => times<U, 'm3'>(of.q, of.Vi),
  }),
});

/** Volumes of resources that heat water in a house (ПП № 354, п. 54). */
export const OWN_PRODUCTION_FORMULAS = {
  heat: resourceFormulas('heat', 'Gcal'),
  gas: resourceFormulas('gas', 'm3'),
  electricity: resourceFormulas('electricity', 'kWh'),
} as const;
