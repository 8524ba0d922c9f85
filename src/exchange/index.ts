export { printCounterpartyCsv, printCounterpartyJson, readCounterparty } from './counterparty-file';
export type { Delimiter } from './csv-line';
export { decodeUtf8, type NotUtf8 } from './decode-utf8';
export {
  FACT_FILE_LIMITS,
  type FactFile,
  type FactFileCode,
  type FactFileLimits,
  type FactFileProblem,
  type FactFileType,
  factFileType,
  type Place,
  placeText,
} from './fact-file';
export { type FactsFolder, readFactsFolder } from './facts-folder';
export { counterpartyJsonSchema, factsJsonSchema } from './facts-schema';
export { located } from './located';
export { printFactsCsv, printFactsJson, type TableKind } from './print-facts';
export { printTurnoverCsv } from './print-turnover';
export {
  type ReadingForm,
  type ReadingIntake,
  type ReadingIntakeItem,
  type ReadingIntakeOptions,
  readReadings,
} from './reading-intake';
