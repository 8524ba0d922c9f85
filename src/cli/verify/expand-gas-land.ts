import { ALWAYS, type Draft, given } from './draft';
import type { CaseFacts, CaseFlat, CaseMeter } from './facts-schema';

const ACT = 'акт из примера';

/** Normatives of a case that no service has by its name. */
export const otherNormativesOf = (facts: CaseFacts, reviewedThrough: string): Draft[] =>
  Object.entries(facts.otherNormatives ?? {}).map(
    ([code, { unit, from, value, profile }]): Draft => ({
      kind: 'normative',
      id: code,
      code,
      title: `Норматив: ${code}`,
      unit,
      reviewedThrough,
      entries: [{ from: from ?? ALWAYS, ...given({ value, profile }), act: ACT }],
    }),
  );

const GAS_NORMATIVES = { cooking: 'gasCooking', waterHeating: 'gasWaterHeating', heating: 'gasHeating' } as const;

/** Codes of the gas normatives of a case. */
export const gasNormativesOf = (facts: CaseFacts): object | undefined => {
  const codes = Object.entries(GAS_NORMATIVES).flatMap(([use, name]): (readonly [string, string])[] => {
    if (facts.otherNormatives?.[name] !== undefined) return [[use, name]];
    return facts.normatives?.[name] === undefined ? [] : [[use, `норматив-${name}`]];
  });
  return codes.length === 0 ? undefined : Object.fromEntries(codes);
};

/** Fields of the premises about gas and land. */
export const gasAndLandOf = ({ gas, gasEquipment, land }: CaseFlat): Readonly<Record<string, unknown>> => ({
  gasEquipment: gasEquipment?.map((one) => ({ from: ALWAYS, ...given(one) })) ?? (gas && [{ from: ALWAYS, uses: gas }]),
  landUses: land?.map((one) => ({ from: ALWAYS, ...given(one) })),
});

/** Fields of a meter about gas. */
export const gasMeterOf = ({ repair, fault }: CaseMeter): Readonly<Record<string, unknown>> => ({
  repairNotice: repair === true ? 'заявление' : undefined,
  fault: fault && { foundOn: fault.found, lastCheckOn: fault.lastCheck },
});
