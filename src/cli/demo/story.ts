import type { MeteredService } from '../../model/services';
import type { Draft } from './draft';
import { Flat, type FlatFields, type HousePlan } from './flat';

/** What happens in one premises of a house; all it leaves behind are facts. */
export type Story = (out: Draft[], plan: HousePlan, index: number) => void;

/** A flat with one account. */
export const flatWithAccount = (out: Draft[], plan: HousePlan, index: number, fields: FlatFields = {}): Flat => {
  const flat = new Flat(out, plan, index, fields);
  flat.account();
  return flat;
};

/** The waters that the house's flats have meters for. */
export const watersOf = (plan: HousePlan): readonly MeteredService[] => plan.metered.filter((service) => service !== 'electricity');

/** An ordinary flat: an account, people, meters that are read every month. */
const ordinary: Story = (out, plan, index) => {
  flatWithAccount(out, plan, index).settled().metered();
};

/** The stories of a house by the number of the premises; all others are ordinary. */
export const tell = (out: Draft[], plan: HousePlan, premises: number, stories: Readonly<Record<number, Story>>): void => {
  for (let index = 1; index <= premises; index += 1) (stories[index] ?? ordinary)(out, plan, index);
};
