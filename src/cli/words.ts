import type { Language } from '../model/problem-text';
import { READING_RULES, type ReadingCode } from '../norms/reading-rules';
import type { BillDifferenceCause } from '../statements/parallel-cause';
import { BATCH_WORDS_EN, BATCH_WORDS_RU } from './batch-words';
import { EXPORT_EN, EXPORT_RU } from './words-export';

const RU = {
  ...BATCH_WORDS_RU,
  ...EXPORT_RU,
  usage: 'Использование',
  commands: 'Команды',
  options: 'Ключи',
  help: `saldo — начисление платы за коммунальные услуги

Использование:
  saldo demo                                    четыре дома, десять месяцев: ведомости, документы, объяснения в out/demo/
  saldo bill <папка-фактов> --month ГГГГ-ММ     начислить месяц по папке фактов
  saldo explain <счёт> --month ГГГГ-ММ          почему такая сумма
  saldo reconcile <счёт> --to ГГГГ-ММ           акт сверки и расхождения с данными другой стороны
  saldo sheet --month ГГГГ-ММ                   оборотно-сальдовая ведомость по базе
  saldo batch --month ГГГГ-ММ                   начислить месяц всех домов базы и выпустить его
  saldo import <папка> --store ПАПКА            внести данные поставщика: таблицы CSV, карантин, контрольные суммы
  saldo compare <файл.csv> --month ГГГГ-ММ      счета прежней системы рядом с нашими: расхождения по причинам
  saldo export <папка> --store ПАПКА            выгрузить базу открытыми файлами; saldo restore — обратно
  saldo verify <папка…>                         проверить случаи бухгалтера
  saldo coverage <папка…>                       какие формулы закона выполнены и сколько у каждой случаев

Общие ключи:
  --lang ru|en   язык сообщений (по умолчанию ru)
  --json         ответ в JSON
  --help         справка; «saldo <команда> --help» — о команде

Коды выхода: 0 — сделано; 1 — есть ошибки в данных или не сошлись случаи; 2 — неверный вызов; 3 — ошибка программы.
`,
  helpDemo: `saldo demo [--out ПАПКА] [--store ПАПКА] [--json]

Четыре дома по настоящим тарифам за январь — октябрь 2026 года: начисления, платежи, закрытие месяцев. Пишет платёжные документы,
абонентские книжки и ведомости в папку (по умолчанию out/demo), факты — в out/demo/facts, базу — в out/demo-store. Второй запуск ничего
не меняет.
`,
  helpBill: `saldo bill <папка-фактов> --month ГГГГ-ММ [--house ДОМ] [--account СЧЁТ] [--out ПАПКА] [--json]

Читает факты (docs/guide/facts-folder.md), начисляет месяц каждого дома. Ошибка в фактах — с файлом, строкой и полем; тогда не начислено
ничего. Ошибка одного дома не мешает другим. --out пишет счета в JSON, по файлу на дом
(на счёт, если назван --account), и акт об общедомовых объёмах в HTML, если он есть. --account — номер счёта, прежний тоже годится.
`,
  helpExplain: `saldo explain <счёт> --month ГГГГ-ММ [--facts ПАПКА] [--service УСЛУГА] [--json]

Показывает вывод каждой строки: формулу, пункт, числа и их источники, и почему не иначе. Факты берутся из --facts (по умолчанию
out/demo/facts). Услуги: coldWater, hotWater, sewerage, electricity, gas, heating, waste, maintenance, rent, capitalRepair, targetFee, additional, paidWork, subscription.
`,
  helpReconcile: `saldo reconcile <счёт> --to ГГГГ-ММ [--from ГГГГ-ММ|reconciliation|contract] [--theirs ФАЙЛ] [--facts ПАПКА] [--out ПАПКА] [--json]

Начисляет дом счёта по папке фактов (по умолчанию out/demo/facts) и составляет акт сверки с --from по --to;
--from reconciliation — после последнего подписанного акта, без --from или contract — с самого начала. --theirs — данные другой
стороны: таблица CSV, YAML или JSON (docs/guide/reconciliation.md); тогда печатает расхождения с причиной, обеими строками и влиянием на сальдо. --out пишет акт как HTML.
Есть расхождения — код выхода 1.
`,
  helpSheet: `saldo sheet --month ГГГГ-ММ [--to ГГГГ-ММ] [--by house,account,provider,service] [--house ДОМ] [--provider ИСПОЛНИТЕЛЬ]
            [--service УСЛУГА] [--store ПАПКА] [--out ФАЙЛ.csv] [--json]

Оборотно-сальдовая ведомость по домам базы (по умолчанию out/demo-store): долги и авансы не складываются. --by — чем различаются строки (по
умолчанию house,account). --out пишет таблицу CSV.
`,
  helpImport: `saldo import <папка> --store ПАПКА [--out ПАПКА] [--json]

Вносит данные поставщика в базу (docs/guide/import-export.md): сначала дома, исполнителей, тарифы и услуги из YAML и JSON, затем таблицы CSV —
accounts, residents, meters, readings, openingSaldo, payments. Что принять нельзя, уходит в карантин: папка --out (по умолчанию out/quarantine), строка как
была, с причиной; исправьте и внесите её снова. Прерванный импорт просто повторяют: принятое уже не вносится. Есть карантин — код выхода 1.
`,
  helpCompare: `saldo compare <файл.csv> --month ГГГГ-ММ (--store ПАПКА | --facts ПАПКА) [--house ДОМ] [--out ФАЙЛ.csv] [--json]

Параллельный расчёт: таблица прежней системы (account;service;provider;month;amount, по желанию volume, tariff, part) рядом со счетами базы или папки фактов;
месяц, которого в базе нет, начисляется в памяти. Каждое расхождение с причиной, крупные причины первыми (docs/guide/import-export.md). Есть расхождения — код выхода 1.
`,
  helpVerify: `saldo verify <папка…> [--json]

Выполняет случаи (docs/guide/cases.md) и печатает каждый несошедшийся: что ожидалось, что вышло, разницу и вывод. В конце — «N passed, N failed».
`,
  helpCoverage: `saldo coverage <папка…> [--out ФАЙЛ] [--json [ФАЙЛ]]

Перечень формул приложения № 2 и других актов: выполнена ли формула и сколько прошедших случаев её называют. --out пишет перечень в файл (JSON);
имя файла сразу после --json — тоже, тогда на экран не выводится ничего.
`,
  unknownCommand: (name: string) => `нет команды «${name}»`,
  noCommand: 'не названа команда',
  missing: (name: string) => `не хватает: ${name}`,
  badOption: (text: string) => `неверный вызов: ${text}`,
  noFolder: (path: string) => `нет папки «${path}»`,
  noFile: (path: string) => `нет файла «${path}»`,
  unreadable: (path: string, why: string) => `не читается «${path}»: ${why}`,
  unwritable: (path: string, why: string) => `не записать «${path}»: ${why}`,
  noHouse: (house: string) => `нет дома «${house}» среди фактов`,
  noAccount: (account: string) => `нет счёта «${account}» среди фактов`,
  account: 'Счёт',
  premises: 'Помещение',
  charged: 'Начислено',
  adjusted: 'Перерасчёт',
  total: 'Итого',
  house: 'Дом',
  written: (path: string) => `записано: ${path}`,
  todo: 'Что сделать',
  internal: 'ошибка программы',
  held: (id: string, value: string, day: string, code: ReadingCode) =>
    `показание ждёт решения: ${id}, ${value} от ${day} (${code === 'reading-below-previous' ? 'ниже предыдущего: переход через ноль или исправление?' : READING_RULES[code].says})`,
  sheetColumns: { house: 'Дом', account: 'Счёт', provider: 'Исполнитель', service: 'Услуга' },
  sheetSums: ['Долг на начало', 'Аванс на начало', 'Начислено', 'Перерасчёт', 'Прочее', 'Оплачено', 'Долг на конец', 'Аванс на конец'],
  importHead: ['Таблица', 'Прочитано', 'Принято', 'Было раньше', 'В карантине'],
  compareHead: ['Причина', 'Сумм', 'У них', 'У нас', 'Разница'],
  same: 'совпало',
  causes: {
    onlyTheirs: 'только у них',
    onlyOurs: 'только у нас',
    rounding: 'округление',
    tariff: 'другой тариф',
    volume: 'другой объём',
    tariffAndVolume: 'другие тариф и объём',
    recalculation: 'перерасчёт',
    benefit: 'льгота',
    factorExcess: 'повышающий коэффициент',
    reduction: 'отсутствие или качество',
    vat: 'НДС',
    several: 'несколько причин',
    other: 'причина не найдена',
  } as Readonly<Record<BillDifferenceCause, string>>,
  adjustments: 'Перерасчёты прошлых месяцев',
  was: 'было начислено',
  now: 'должно быть',
  noBill: 'дом не начислен',
};

/** Texts of the command line in one language. */
export type Words = typeof RU;

const EN: Words = {
  ...RU,
  ...BATCH_WORDS_EN,
  ...EXPORT_EN,
  usage: 'Usage',
  commands: 'Commands',
  options: 'Options',
  help: `saldo — billing of housing utilities

Usage:
  saldo demo                                  four houses, ten months: sheets, documents, explanations in out/demo/
  saldo bill <facts-folder> --month YYYY-MM   bill a month from a folder of facts
  saldo explain <account> --month YYYY-MM     why this sum
  saldo reconcile <account> --to YYYY-MM      a reconciliation statement and how the other side differs
  saldo sheet --month YYYY-MM                 turnover sheet of a store
  saldo import <dir> --store DIR              take in a provider's data: CSV tables, quarantine, control totals
  saldo compare <file.csv> --month YYYY-MM    another system's bills beside ours: differences by cause
  saldo export <dir> --store DIR              a store as open files; saldo restore takes them back
  saldo verify <dir…>                         check an accountant's cases
  saldo coverage <dir…>                       which formulas of the law are done, with the cases of each

Common options:
  --lang ru|en   language of messages (ru by default)
  --json         answer in JSON
  --help         this help; «saldo <command> --help» tells about a command

Exit codes: 0 done; 1 mistakes in the data or failed cases; 2 wrong call; 3 a fault of the program.
`,
  helpDemo: `saldo demo [--out DIR] [--store DIR] [--json]

Four houses at real tariffs for January to October 2026: charges, payments, closing of months. Writes payment documents, account books and
saldo sheets into a folder (out/demo by default), the facts into out/demo/facts, the database into out/demo-store. A second run changes nothing.
`,
  helpBill: `saldo bill <facts-folder> --month YYYY-MM [--house HOUSE] [--account ACCOUNT] [--out DIR] [--json]

Reads the facts (docs/guide/facts-folder.md) and bills the month of each house. A mistake in the facts is told with file, line and field, and
then nothing is billed. A problem of one house does not stop the others. --out writes the bills as JSON, a file a house
(an account, with --account), and the act on the volumes of the house as HTML, where there is one. --account is any number of the account.
`,
  helpExplain: `saldo explain <account> --month YYYY-MM [--facts DIR] [--service SERVICE] [--json]

Shows how each line came to be: formula, clause, numbers and their sources, and why not otherwise. Facts come from --facts (out/demo/facts by
default). Services: coldWater, hotWater, sewerage, electricity, gas, heating, waste, maintenance, rent, capitalRepair, targetFee, additional, paidWork, subscription.
`,
  helpReconcile: `saldo reconcile <account> --to YYYY-MM [--from YYYY-MM|reconciliation|contract] [--theirs FILE] [--facts DIR] [--out DIR] [--json]

Bills the house of the account from a folder of facts (out/demo/facts by default) and draws up the reconciliation statement from --from to --to;
--from reconciliation is after the last agreed statement, contract or no --from the very beginning.
--theirs is what the other side has: a CSV table, YAML or JSON (docs/guide/reconciliation.md); then the differences are printed with cause, both rows and effect on the saldo.
--out writes the statement as HTML. Differences end with exit code 1.
`,
  helpSheet: `saldo sheet --month YYYY-MM [--to YYYY-MM] [--by house,account,provider,service] [--house HOUSE] [--provider PROVIDER]
            [--service SERVICE] [--store DIR] [--out FILE.csv] [--json]

The turnover sheet of the houses in a store (out/demo-store by default): debts and advances are never netted. --by tells rows apart
(house,account by default). --out writes a CSV table.
`,
  helpImport: `saldo import <dir> --store DIR [--out DIR] [--json]

Takes a provider's data into a store (docs/guide/import-export.md): first houses, providers, tariffs and services from YAML and JSON, then the CSV tables
accounts, residents, meters, readings, openingSaldo, payments. What cannot be taken goes to quarantine: the folder --out (out/quarantine by default), the row
as it was, with the reason; mend it and import it again. An import that was cut off is simply done again. Any quarantine ends with exit code 1.
`,
  helpCompare: `saldo compare <file.csv> --month YYYY-MM (--store DIR | --facts DIR) [--house HOUSE] [--out FILE.csv] [--json]

A parallel run: a table of another system (account;service;provider;month;amount, where known volume, tariff, part) beside the bills of a store or of a folder of
facts; a month that the store lacks is billed in memory. Each difference with its cause, large ones first (docs/guide/import-export.md). Differences end with exit code 1.
`,
  helpVerify: `saldo verify <dir…> [--json]

Runs the cases (docs/guide/cases.md) and prints each one that fails: expected, received, the difference and the derivation. Closes with «N passed, N failed».
`,
  helpCoverage: `saldo coverage <dir…> [--out FILE] [--json [FILE]]

Formulas of annex 2 and of other acts: is it done, and how many passing cases name it. --out writes the list to a file (JSON);
a file name right after --json does too, and then nothing is printed.
`,
  unknownCommand: (name) => `no command “${name}”`,
  noCommand: 'no command given',
  missing: (name) => `missing: ${name}`,
  badOption: (text) => `wrong call: ${text}`,
  noFolder: (path) => `no folder “${path}”`,
  noFile: (path) => `no file “${path}”`,
  unreadable: (path, why) => `cannot read “${path}”: ${why}`,
  unwritable: (path, why) => `cannot write “${path}”: ${why}`,
  noHouse: (house) => `no house “${house}” among the facts`,
  noAccount: (account) => `no account “${account}” among the facts`,
  account: 'Account',
  premises: 'Premises',
  charged: 'Charged',
  adjusted: 'Adjusted',
  total: 'Total',
  house: 'House',
  written: (path) => `written: ${path}`,
  todo: 'What to do',
  internal: 'fault of the program',
  held: (id, value, day, code) =>
    `a reading waits for a decision: ${id}, ${value} of ${day} (${code === 'reading-below-previous' ? 'below the last one: a rollover or a correction?' : code})`,
  sheetColumns: { house: 'House', account: 'Account', provider: 'Provider', service: 'Service' },
  sheetSums: ['Opening debt', 'Opening advance', 'Charged', 'Adjusted', 'Other', 'Paid', 'Closing debt', 'Closing advance'],
  importHead: ['Table', 'Read', 'Taken', 'Known before', 'In quarantine'],
  compareHead: ['Cause', 'Sums', 'Theirs', 'Ours', 'Difference'],
  same: 'the same',
  causes: {
    onlyTheirs: 'only theirs',
    onlyOurs: 'only ours',
    rounding: 'rounding',
    tariff: 'another tariff',
    volume: 'another volume',
    tariffAndVolume: 'another tariff and volume',
    recalculation: 'recalculation',
    benefit: 'benefit',
    factorExcess: 'multiplier',
    reduction: 'absence or quality',
    vat: 'VAT',
    several: 'several causes',
    other: 'no cause found',
  },
  adjustments: 'Changes to earlier months',
  was: 'was billed',
  now: 'should be',
  noBill: 'house not billed',
};

/** Texts in a language. */
export const wordsOf = (language: Language): Words => (language === 'en' ? EN : RU);
