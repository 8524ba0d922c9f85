export { caseJsonSchema } from './case-json-schema';
export { printReport } from './print-report';
export { type CaseFileText, isCaseFile, verifyFolder } from './verify-folder';
