import type { Day } from '../../kernel/calendar';
import type { Clause } from '../act';
import { DEBT } from '../acts-debt';

const day = (text: string): Day => text as Day;

/** Who pays («плательщик»), as far as penalties look. */
export const PAYERS = ['citizen', 'premisesOwner', 'organisation', 'homeownersAssociation', 'managingCompany', 'resourceSupplier'] as const;
/** A kind of payer: `premisesOwner` is an organisation that owns premises of a house, `resourceSupplier` one that buys a resource to supply it on. */
export type Payer = (typeof PAYERS)[number];

/** Days on which the state stopped penalties («мораторий»), half-open. */
export interface Moratorium {
  readonly code: string;
  readonly title: string;
  readonly from: Day;
  readonly to: Day;
  /** Whose debts; `null` is everybody's. */
  readonly payers: readonly Payer[] | null;
  /** `all` debts whenever they arose, or those of months before the first day alone. */
  readonly debts: 'all' | 'before';
  readonly clause: Clause;
}

/** Moratoria of the Government. */
export const MORATORIA: readonly Moratorium[] = [
  {
    code: 'covid-424',
    title: 'мораторий с 06.04.2020 по 31.12.2020',
    from: day('2020-04-06'),
    to: day('2021-01-01'),
    payers: ['citizen', 'homeownersAssociation', 'managingCompany'],
    debts: 'all',
    clause: DEBT.covid,
  },
  {
    code: 'bankruptcy-497',
    title: 'мораторий с 01.04.2022 по 01.10.2022',
    from: day('2022-04-01'),
    to: day('2022-10-02'),
    payers: null,
    debts: 'before',
    clause: DEBT.bankruptcyStop,
  },
];

/** Why one account is spared («личное освобождение»); `agreement` and `waiver` are the creditor's own will. */
export const EXEMPTION_GROUNDS = ['military', 'bankruptcy', 'agreement', 'waiver'] as const;
/** A ground of a personal exemption. */
export type ExemptionGround = (typeof EXEMPTION_GROUNDS)[number];

/** What the law says of each ground: since when, which debts, where. */
export const PERSONAL_EXEMPTIONS: Readonly<
  Record<
    ExemptionGround,
    { readonly title: string; readonly since: Day; readonly debts: Moratorium['debts']; readonly clause: Clause | null }
  >
> = {
  military: { title: 'участник СВО или его семья', since: day('2022-10-07'), debts: 'all', clause: DEBT.servicemen },
  bankruptcy: { title: 'процедура банкротства должника', since: day('2015-10-01'), debts: 'before', clause: DEBT.personalBankruptcy },
  agreement: { title: 'соглашение с исполнителем', since: day('2005-03-01'), debts: 'all', clause: null },
  waiver: { title: 'исполнитель отказался от пеней', since: day('2005-03-01'), debts: 'all', clause: null },
};
