/** Texts about exporting and restoring a store, in Russian. */
export const EXPORT_RU = {
  helpExport: `saldo export <папка> --store ПАПКА [--json]

Выгружает всё, что есть в базе: facts, months (счета и акты всех версий), entries, closings — по записи JSON в строке, файл на вид; facts-folder — факты папкой фактов,
файл на дом; manifest.json — строки и SHA-256 каждого файла (docs/guide/import-export.md).
`,
  helpRestore: `saldo restore <папка> --store ПАПКА [--json]

Восстанавливает базу из выгрузки: файлы сверяются с manifest.json, каждое закрытие месяца составляется заново и должно дать тот же хеш. Прерванное
восстановление просто повторяют.
`,
  exported: (file: string, lines: number) => `${file}: ${lines}`,
  restored: (closings: number) => `восстановлено, цепочка закрытий та же: ${closings}`,
};

/** The same in English. */
export const EXPORT_EN: typeof EXPORT_RU = {
  helpExport: `saldo export <dir> --store DIR [--json]

Everything a store holds: facts, months (bills and acts of every version), entries, closings, a JSON record a line, a file a kind; facts-folder holds the facts as a folder of
facts, a file a house; manifest.json has lines and SHA-256 of each file (docs/guide/import-export.md).
`,
  helpRestore: `saldo restore <dir> --store DIR [--json]

A store from an export: the files are checked against manifest.json, every closing is made anew and must have the same hash. A restore that was cut off is
simply done again.
`,
  exported: (file, lines) => `${file}: ${lines}`,
  restored: (closings) => `restored, the chain of closings is the same: ${closings}`,
};
