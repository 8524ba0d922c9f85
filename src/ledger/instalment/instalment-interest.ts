import type { Day } from '../../kernel/calendar';
import { decimalText } from '../../kernel/gate';
import type { Problem } from '../../kernel/problem';
import { onScale, quantity } from '../../kernel/quantity';
import { err, ok, type Result } from '../../kernel/result';
import type { TraceNode } from '../../kernel/trace';
import { citation } from '../../norms/act';
import { DEFERRED } from '../../norms/acts-debt';
import { INSTALMENT_MARGIN } from '../../norms/federal/instalment';
import { KEY_RATE } from '../../norms/federal/penalty-rate';
import { type ParameterProblem, valueOn } from '../../norms/parameter';
import { type PolicyCode, policyValue } from '../../norms/policies';

/** What the interest of an instalment follows from. */
export interface InterestOptions {
  /** The day the instalment was granted: its key rate limits the interest. */
  readonly grantedOn: Day;
  /** Per cent a year as it was agreed; by policy `instalmentInterest` when not given. */
  readonly interest?: string | undefined;
  readonly policies?: Readonly<Partial<Record<PolicyCode, string>>> | undefined;
  /** Key rate of the day of grant, per cent a year, where it is newer than the library's own. */
  readonly keyRate?: string | undefined;
}

/** The interest of an instalment with its ground. */
interface Interest {
  readonly percent: string;
  readonly told: readonly TraceNode[];
}

const NO_INTEREST: Interest = { percent: '0', told: [] };
/** Decimals of a rate. */
const SCALE = 4;

/** The interest of an instalment («проценты за рассрочку»): what was agreed, or what the policy says; never above the limit of the day of grant. */
export const interestOf = ({
  grantedOn,
  interest,
  policies = {},
  keyRate,
}: InterestOptions): Result<Interest, ParameterProblem | Problem<'instalment-interest-above'>> => {
  const wanted = interest ?? (policyValue(policies, 'instalmentInterest') === 'none' ? '0' : null);
  if (wanted !== null && rateInt(wanted) === 0n) return ok(NO_INTEREST);
  const rate = keyRate === undefined ? valueOn(KEY_RATE, grantedOn) : ok({ value: keyRate, act: 'Ключевая ставка из факта' });
  if (!rate.ok) return rate;
  const margin = valueOn(INSTALMENT_MARGIN, grantedOn);
  if (!margin.ok) return margin;
  const ceiling = rateInt(rate.value.value) + rateInt(margin.value.value);
  const most = decimalText(ceiling, SCALE);
  if (wanted !== null && rateInt(wanted) > ceiling)
    return err({ code: 'instalment-interest-above', value: wanted, facts: { day: grantedOn, most } });
  const percent = wanted ?? most;
  const legal = citation(DEFERRED.instalment, grantedOn);
  const told: TraceNode = {
    symbol: 'r',
    title: 'Проценты за рассрочку',
    value: percent,
    unit: '%/year',
    source: `${rate.value.act}: ${rate.value.value} %`,
    notes: [`не больше ${most} %: ключевая ставка и ${margin.value.value} пункта`],
    ...(legal === null ? {} : { legal }),
  };
  return ok({ percent, told: [told] });
};

const rateInt = (text: string): bigint => onScale(quantity(text, '%/year'), SCALE);
