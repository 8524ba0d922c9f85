import { located } from '../../exchange';
import type { Month } from '../../kernel/calendar';
import type { ServiceCode } from '../../model/services';
import { explainBill } from '../../recalculation/explain-bill';
import { billText } from '../../statements/explanation-text';
import { EXIT, type Terminal } from '../terminal';
import { accountIn, accountUnknown, readHouses } from './facts';

/** What `saldo explain` was asked. */
export interface ExplainRequest {
  readonly account: string;
  readonly month: Month;
  readonly facts: string;
  readonly service?: ServiceCode;
}

/** `saldo explain`: the derivation of every line of an account's month. */
export const explainCommand = (request: ExplainRequest, terminal: Terminal): number => {
  const read = readHouses(request.facts);
  if (!read.ok) return terminal.problems(read.error);
  const facts = read.value.houses.find((one) => accountIn(one, request.account) !== undefined);
  if (facts === undefined) return accountUnknown(request.account, terminal);
  const told = explainBill(facts, request.month, request.account, { service: request.service });
  if (!told.ok) return terminal.problems(told.error.map((problem) => located(problem, read.value.folder.places)));
  terminal.answer({ ok: true, ...told.value });
  terminal.say(billText(told.value, told.value.adjustments));
  return EXIT.done;
};
