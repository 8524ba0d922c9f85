/** Why facts of heating do not fit together. */
export type HeatingAssemblyCode =
  | 'heating-terms-missing'
  | 'heating-terms-twice'
  | 'heating-normative-basis'
  | 'heating-mode-forbidden'
  | 'heating-season-overlap'
  | 'heat-allocators-twice';

/** Why the heating of a house cannot be charged. */
export type HeatingCode =
  | 'heating-mode-missing'
  | 'heating-season-missing'
  | 'heating-volume-missing'
  | 'heating-hot-water-missing'
  | 'heating-temperature-missing'
  | 'heating-factor-missing'
  | 'heating-normative-building'
  | 'heating-nothing-heated'
  | 'heating-unheated-area'
  | 'heating-meters-above-house'
  | 'heating-coverage-contradicts'
  | 'heating-allocators-below-half'
  | 'heating-allocators-periods';
