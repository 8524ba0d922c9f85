import type { RunState } from '../model/batch-run';
import type { UnitFinding } from '../ports/job-queue';

type Names = Readonly<Record<string, string>>;

/** What the head of a summary is made of. */
export interface BatchHead {
  readonly run: string;
  readonly state: string;
  readonly houses: number;
  readonly done: number;
  readonly repeated: number;
  readonly waiting: number;
  readonly dead: number;
  readonly bills: number;
  readonly total: string;
}

/** Russian words of `saldo batch`. */
export const BATCH_WORDS_RU = {
  helpBatch: `saldo batch --month ГГГГ-ММ [--provider ИСПОЛНИТЕЛЬ] [--store ПАПКА] [--json]
saldo batch --month ГГГГ-ММ --issue --by КТО [--why ПОЧЕМУ]

Начисляет месяц домов базы (по умолчанию out/demo-store) — всех или тех, где есть услуги исполнителя: план, задания, сводка с тем, на что
посмотреть до выпуска. Прерванный расчёт продолжается тем же вызовом, дважды ничего не начислится. Дом, который не начислен,
назван с причиной. --issue выпускает месяц: до этого он черновик. Если есть замечания, которые не дают выпустить, нужно --why; кто, когда и
почему — остаётся в записи.
`,
  batchDone: ({ run, state, houses, done, repeated, waiting, dead, bills, total }: BatchHead) =>
    `Расчёт ${run} (${state}): домов ${houses}, начислено ${done} (из них без изменений ${repeated}), ждут ${waiting}, без начислений ${dead}; счетов ${bills}, всего ${total} ₽`,
  batchColumns: ['Дом', 'Счёт', 'Услуга', 'Замечание', 'Важность', 'Есть', 'Сравнено с'],
  runStates: { running: 'идёт', paused: 'приостановлен', cancelled: 'отменён', issued: 'выпущен' } as Readonly<Record<RunState, string>>,
  checks: {
    jump: 'скачок к прошлому месяцу',
    zero: 'нулевой счёт',
    negative: 'счёт меньше нуля',
    gone: 'счёт пропал',
    estimates: 'доля начислений без прибора',
    penalties: 'пени не начислены',
    houseMeter: 'больше домового прибора',
  } as Names,
  severities: { note: 'заметка', warning: 'внимание', blocking: 'не даёт выпустить' } as Readonly<Record<UnitFinding['severity'], string>>,
};

/** English words of `saldo batch`. */
export const BATCH_WORDS_EN: typeof BATCH_WORDS_RU = {
  helpBatch: `saldo batch --month YYYY-MM [--provider PROVIDER] [--store DIR] [--json]
saldo batch --month YYYY-MM --issue --by WHO [--why REASON]

Bills the month of the houses in a store (out/demo-store by default), all of them or those that a provider serves: a plan, jobs, a summary with what to
look at before the issue. A run that was broken off goes on by the same call; nothing is billed twice. A house that is not billed is named
with the reason. --issue issues the month, which is a draft until then. Where findings block it, --why is needed; who, when and why is recorded.
`,
  batchDone: ({ run, state, houses, done, repeated, waiting, dead, bills, total }) =>
    `Run ${run} (${state}): ${houses} houses, ${done} billed (${repeated} of them unchanged), ${waiting} waiting, ${dead} without bills; ${bills} bills, ${total} RUB in all`,
  batchColumns: ['House', 'Account', 'Service', 'Finding', 'Severity', 'Found', 'Against'],
  runStates: { running: 'running', paused: 'paused', cancelled: 'cancelled', issued: 'issued' },
  checks: {
    jump: 'jump against last month',
    zero: 'zero bill',
    negative: 'bill below zero',
    gone: 'bill is gone',
    estimates: 'share billed without meter',
    penalties: 'penalties not posted',
    houseMeter: 'above the house meter',
  },
  severities: { note: 'note', warning: 'warning', blocking: 'blocking' },
};
