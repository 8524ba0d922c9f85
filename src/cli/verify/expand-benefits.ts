import type { CaseBenefits } from './benefits-schema';
import { ALWAYS, type Draft, given } from './draft';

/** Benefits of a flat in full form. */
export const benefitsOf = (benefits: CaseBenefits | undefined, premises: string): Draft[] =>
  (benefits ?? []).map(
    ({ id, account, received, ...one }, index): Draft => ({
      kind: 'benefit',
      id: id ?? `${premises}-льгота-${index + 1}`,
      person: 'льготник',
      category: 'категория',
      from: ALWAYS,
      act: 'удостоверение из примера',
      ...(account === undefined ? { premises } : { account }),
      ...given(one),
      ...given({ receivedOn: received }),
    }),
  );
