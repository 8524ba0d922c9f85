export { caseJsonSchema } from './case-json-schema';
export { type PrintOptions, printReport } from './print-report';
export type { CaseReport, Count, Difference, PublisherError, VerifyReport } from './report';
export { type CaseFileText, isCaseFile, type VerifyOptions, verifyFolder } from './verify-folder';
