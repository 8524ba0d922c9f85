import type { VolumeBasis } from '../model/bill';
import type { VolumeRule } from './volume-rules';

/** Basis of a line by the rule that found its volume. */
export const BASIS_OF: Readonly<Record<VolumeRule, VolumeBasis>> = {
  meter: 'meter',
  averageUnfit: 'average',
  averageNoLimit: 'average',
  averageSilent: 'average',
  shortHistoryUnfit: 'normativeShortHistory',
  shortHistorySilent: 'normativeShortHistory',
  normativeUnfit: 'normativeRaised',
  normativeSilent: 'normativeSilent',
  normativeNoMeter: 'noMeterRaised',
  normativeImpossible: 'normative',
  contract: 'contract',
  unauthorisedCapacity: 'capacity',
  unauthorisedNormative: 'unauthorised',
  tampering: 'tampering',
  tamperingCapacity: 'capacity',
  averageRefused: 'average',
  shortHistoryRefused: 'normativeShortHistory',
  normativeRefused: 'accessRefused',
  installationRefused: 'installationRefused',
  averageDelayed: 'averageDelayed',
  normativeDelayed: 'normativeDelayed',
};

/** Rules whose normative the multiplier raises. */
export const RAISED: ReadonlySet<VolumeRule> = new Set(['normativeRefused', 'installationRefused', 'normativeUnfit', 'normativeNoMeter']);
/** Their bases: without a multiplier in force they are plain normatives. */
export const RAISED_BASES: ReadonlySet<VolumeBasis> = new Set([...RAISED].map((rule) => BASIS_OF[rule]));
