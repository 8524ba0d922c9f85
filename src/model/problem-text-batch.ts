import type { BatchCode } from './problem-text-codes';
import type { Words } from './problem-text-words';

/** Russian text about runs over many houses. */
export const BATCH_RU: Readonly<Record<BatchCode, Words>> = {
  'run-unknown': (p) => [`расчёта ${p.value} нет`, 'Проверьте имя расчёта или запланируйте его.'],
  'run-over': (p) => [
    `расчёт ${p.value} уже ${p.when('state', (state) => (state === 'issued' ? 'выпущен' : 'отменён'))}`,
    'Он больше не меняется: запланируйте новый расчёт того же месяца, повторные начисления ничего не удвоят.',
  ],
  'run-unfinished': (p) => [
    `расчёт ${p.value} не закончен${p.when('waiting', (count) => `: ждут домов — ${count}`)}`,
    'Дождитесь, пока все дома будут начислены, или отмените расчёт.',
  ],
  'run-blocked': (p) => [
    `выпуск расчёта ${p.value} остановлен${p.when('blocking', (count) => `: замечаний, которые не дают выпустить, — ${count}`)}${p.when('dead', (count) => `, домов без начислений — ${count}`)}`,
    'Разберите замечания и дома без начислений; чтобы выпустить месяц всё равно, скажите почему — это останется в записи.',
  ],
  'job-lost': (p) => [
    `задание${p.when('job', (job) => ` ${job}`)} расчёта ${p.value} уже не наше`,
    'Ничего из него не записано: его возьмёт другой исполнитель.',
  ],
  'worker-lost': (p) => [
    `на доме ${p.value} исполнители пропадают${p.when('claims', (count) => `: заданий без ответа — ${count}`)}${p.when('reason', (reason) => ` (${reason})`)}`,
    'Посмотрите, чем дом отличается от других (размер, факты), и верните его в расчёт.',
  ],
  'house-faulted': (p) => [
    `дом ${p.value} не начислен из-за ошибки программы${p.when('reason', (reason) => ` (${reason})`)}`,
    'Сообщите об ошибке вместе с фактами дома; остальные дома начислены.',
  ],
  'accounts-not-billed': (p) => [
    `в доме ${p.value} начислено не всем${p.when('expected', (count) => `: счетов по фактам — ${count}`)}${p.when('billed', (count) => `, начислено — ${count}`)}${p.when('account', (account) => `, например, нет ${account}`)}`,
    'Месяц дома не записан. Сообщите об ошибке вместе с фактами дома.',
  ],
  'accounts-vanished': (p) => [
    `в доме ${p.value} не те счета, что при планировании${p.when('planned', (count) => `: было ${count}`)}${p.when('found', (count) => `, прочитано ${count}`)}, а новых фактов о счетах нет`,
    'Месяц дома не записан. Проверьте, целы ли данные в базе: факты не исчезают сами.',
  ],
  'houses-missing': (p) => [
    `за месяц ${p.value} нечего начислять${p.when('provider', (provider) => `: у исполнителя ${provider} нет домов`)}`,
    'Проверьте месяц и исполнителя и внесены ли дома.',
  ],
};

/** English text about runs over many houses. */
export const BATCH_EN: Readonly<Record<BatchCode, Words>> = {
  'run-unknown': (p) => [`there is no run ${p.value}`, 'Check the name of the run, or plan it.'],
  'run-over': (p) => [
    `run ${p.value} is ${p.when('state', (state) => state)} already`,
    'It does not change any more: plan another run of the same month; bills that are there are not doubled.',
  ],
  'run-unfinished': (p) => [
    `run ${p.value} is not finished${p.when('waiting', (count) => `: ${count} houses wait`)}`,
    'Wait until every house is billed, or cancel the run.',
  ],
  'run-blocked': (p) => [
    `the issue of run ${p.value} is blocked${p.when('blocking', (count) => `: ${count} blocking findings`)}${p.when('dead', (count) => `, ${count} houses without bills`)}`,
    'Look at the findings and at the houses without bills; to issue the month even so, say why: that is recorded.',
  ],
  'job-lost': (p) => [
    `job${p.when('job', (job) => ` ${job}`)} of run ${p.value} is not ours any more`,
    'Nothing of it was written: another worker takes it.',
  ],
  'worker-lost': (p) => [
    `workers do not come back from house ${p.value}${p.when('claims', (count) => `: ${count} jobs ended without a word`)}${p.when('reason', (reason) => ` (${reason})`)}`,
    'See how the house differs from others (size, facts), and requeue it.',
  ],
  'house-faulted': (p) => [
    `house ${p.value} was not billed because of a mistake of the program${p.when('reason', (reason) => ` (${reason})`)}`,
    'Report it with the facts of the house; the other houses are billed.',
  ],
  'accounts-not-billed': (p) => [
    `not every account of house ${p.value} was billed${p.when('expected', (count) => `: ${count} accounts by the facts`)}${p.when('billed', (count) => `, ${count} bills`)}${p.when('account', (account) => `, none for ${account}`)}`,
    'The month of the house was not written. Report it with the facts of the house.',
  ],
  'accounts-vanished': (p) => [
    `the accounts of house ${p.value} are not those of the plan${p.when('planned', (count) => `: ${count} then`)}${p.when('found', (count) => `, ${count} read now`)}, and no facts about accounts came`,
    'The month of the house was not written. Check whether the data are whole: facts do not vanish by themselves.',
  ],
  'houses-missing': (p) => [
    `nothing is to be billed for month ${p.value}${p.when('provider', (provider) => `: provider ${provider} has no houses`)}`,
    'Check the month and the provider, and whether the houses were imported.',
  ],
};
