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
export type { ImportReport, MoneyCounts, RowCounts, TableTotals } from './import-report';
export { type ImportSource, type ImportTablesOptions, importTables, type TakeRows } from './import-stream';
export { type ImportTableName, importTableOf } from './import-tables';
export type { Chunks } from './line-stream';
export { located } from './located';
export { readOldBills } from './old-bills';
export { printFactsCsv, printFactsJson, type TableKind } from './print-facts';
export { printParallelCsv } from './print-parallel';
export { printTurnoverCsv } from './print-turnover';
export { printQuarantined, printQuarantineHead, type QuarantinedRow } from './quarantine';
export {
  type ReadingForm,
  type ReadingIntake,
  type ReadingIntakeItem,
  type ReadingIntakeOptions,
  readReadings,
} from './reading-intake';
