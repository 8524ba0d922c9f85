export { accountBookHtml } from './account-book-html';
export { houseActHtml } from './house-act-html';
export { paymentDocumentHtml } from './payment-document-html';
export { reconciliationHtml } from './reconciliation-html';
export { saldoSheetHtml } from './saldo-sheet-html';
export { vatTableHtml } from './vat-table-html';
