/** Longest sum of kopecks that a JavaScript number holds exactly. */
export const SAFE = '9007199254740991';

/** A month, as a column is checked. */
export const MONTH = `~ '^[12][0-9]{3}-(0[1-9]|1[0-2])$'`;

/** A table whose rows nobody changes. */
export const appendOnly = (table: string): readonly string[] => [
  `create trigger append_only before update or delete on saldo.${table} for each statement execute function saldo.refuse_change()`,
  `create trigger no_truncate before truncate on saldo.${table} for each statement execute function saldo.refuse_change()`,
];

/** Rows that fall in a closed month are refused by the database too, once for a whole statement. */
export const openMonthOnly = (table: string, month: string): string =>
  `create trigger open_month_only after insert on saldo.${table} referencing new table as added
   for each statement execute function saldo.refuse_closed('${month}')`;
