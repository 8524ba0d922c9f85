import { type Draft, type DraftOf, known, TAKEN_OVER } from './draft';
import { SOURCES, type Source } from './sources';

const normative = (
  code: string,
  title: string,
  region: string,
  unit: DraftOf<'normative'>['unit'],
  from: string,
  value: string,
  source: Source,
): Draft => ({
  kind: 'normative',
  id: code,
  knownAt: known(TAKEN_OVER),
  code,
  title,
  region,
  unit,
  reviewedThrough: '2026-12-31',
  entries: [{ from, value, act: source.act, place: source.place }],
});

/** Consumption normatives of the houses; the pages do not say since when they hold. */
export const normatives = (): readonly Draft[] => [
  normative(
    'msk.n.coldWater',
    'Норматив холодной воды, Москва',
    'ru-mow',
    'm3/person-month',
    '2022-01-01',
    '6.935',
    SOURCES.moscowNormatives,
  ),
  normative(
    'msk.n.hotWater',
    'Норматив горячей воды, Москва',
    'ru-mow',
    'm3/person-month',
    '2022-01-01',
    '4.745',
    SOURCES.moscowNormatives,
  ),
  normative('prm.n.coldWater', 'Норматив холодной воды, Пермь', 'ru-per', 'm3/person-month', '2022-01-01', '5.6', SOURCES.permNormatives),
  normative('prm.n.hotWater', 'Норматив горячей воды, Пермь', 'ru-per', 'm3/person-month', '2022-01-01', '3.4', SOURCES.permNormatives),
  normative('prm.n.heat', 'Норматив подогрева (пример)', 'ru-per', 'Gcal/m3', '2022-01-01', '0.05156', SOURCES.sverdlovskHeat),
  normative(
    'chr.n.coldWater',
    'Норматив холодной воды, свои водонагреватели',
    'ru-per',
    'm3/person-month',
    '2022-01-01',
    '7.456',
    SOURCES.ownHeaters,
  ),
];
