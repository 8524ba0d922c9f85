export { accountBookHtml } from './account-book-html';
export { paymentDocumentHtml } from './payment-document-html';
export { saldoSheetHtml } from './saldo-sheet-html';
