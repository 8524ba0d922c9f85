import type { WasteBasis } from '../model/waste-fields';
import { WASTE } from '../norms/acts-waste';
import { rules } from '../norms/rules';

/** What an account is charged waste by; `wasteNone` is no line. */
export type WasteRule =
  | 'wasteNone'
  | 'wasteContract'
  | 'wasteContainersOwn'
  | 'wasteUnits'
  | 'wasteContainersPerson'
  | 'wasteContainersArea'
  | 'wasteArea'
  | 'wastePerson';

/** What the choice depends on. */
export interface WasteRuleFacts {
  /** Terms of the premises itself; `null` where it has none. */
  readonly own: 'units' | 'contract' | 'containers' | 'none' | null;
  readonly nonResidential: boolean;
  /** How the region charges dwellings, with its act. */
  readonly by: WasteBasis;
  readonly act: string;
  /** Document of the premises, where it has terms of its own. */
  readonly document: string;
}

const byRegion = ({ act }: WasteRuleFacts): string => act;
const byPremises = ({ document }: WasteRuleFacts): string => document;
const notChosen = ({ act }: WasteRuleFacts): string => `регион выбрал другой способ: ${act}`;
const dwelling = (facts: WasteRuleFacts): boolean => !facts.nonResidential && facts.own === null;

/**
 * How waste is charged to a premises (ПП № 354, п. 148(30)–148(33)): what its own papers say comes first, then the choice of the region. A
 * non-residential premises without papers has no row: nothing is guessed.
 */
export const wasteRules = rules<WasteRuleFacts, WasteRule>('volume.waste', [
  {
    basis: 'wasteNone',
    when: ({ own }) => own === 'none',
    clause: WASTE.notPayer,
    otherwise: 'нет документа, что платит не этот счёт',
    because: byPremises,
  },
  {
    basis: 'wasteContract',
    when: ({ own }) => own === 'contract',
    clause: WASTE.contract,
    otherwise: 'объёма по договору нет',
    because: byPremises,
  },
  {
    basis: 'wasteContainersOwn',
    when: ({ own }) => own === 'containers',
    clause: WASTE.ownContainers,
    otherwise: 'своих контейнеров нет',
    because: byPremises,
  },
  {
    basis: 'wasteUnits',
    when: ({ own }) => own === 'units',
    clause: WASTE.units,
    otherwise: 'помещение не в категории с нормативом на единицу',
    because: byPremises,
  },
  {
    basis: 'wasteContainersPerson',
    when: (facts) => dwelling(facts) && facts.by === 'containersPerson',
    clause: WASTE.byContainersPerson,
    otherwise: notChosen,
    because: byRegion,
  },
  {
    basis: 'wasteContainersArea',
    when: (facts) => dwelling(facts) && facts.by === 'containersArea',
    clause: WASTE.byContainersArea,
    otherwise: notChosen,
    because: byRegion,
  },
  {
    basis: 'wasteArea',
    when: (facts) => dwelling(facts) && facts.by === 'area',
    clause: WASTE.byArea,
    otherwise: notChosen,
    because: byRegion,
  },
  {
    basis: 'wastePerson',
    when: (facts) => dwelling(facts) && facts.by === 'person',
    clause: WASTE.byPerson,
    otherwise: notChosen,
    because: byRegion,
  },
]);

/** Order of the lines of one account under one stretch of terms. */
export const WASTE_ORDER: readonly WasteRule[] = wasteRules.rows.map(({ basis }) => basis);
