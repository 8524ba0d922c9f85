export { caseJsonSchema } from './case-json-schema';
export { coverageText, lawCoverage } from './law-coverage';
export { printReport } from './print-report';
export { type CaseFileText, isCaseFile, verifyFolder } from './verify-folder';
