import { type Draft, given, houseIdOf } from './draft';
import type { CaseFacts } from './facts-schema';

/** Breaks and bad quality of a case. */
export const incidentsOf = (facts: CaseFacts): Draft[] =>
  (facts.incidents ?? []).map(
    (
      { id, service = 'waste', type = 'interruption', from, to, above, recorded, document, measured, norm, percent, ...one },
      index,
    ): Draft => ({
      kind: 'incident',
      id: id ?? `перерыв-${index + 1}`,
      house: houseIdOf(facts),
      service,
      type,
      from,
      to,
      recordedOn: recorded ?? to.slice(0, 10),
      document: document ?? (service === 'waste' ? 'акт о невывозе' : 'акт о качестве'),
      ...given({
        ...one,
        hoursAbove: above,
        measured: measured && Object.entries(measured).map(([hour, celsius]) => ({ from: hour, celsius })),
        normCelsius: norm,
        deviationPercent: percent,
      }),
    }),
  );
