export type { RetryLimits, RunAction, RunDecision, RunProblem, RunState, RunTally, UnitState } from '../model/batch-run';
export type {
  EndedJob,
  EndedUnit,
  HouseRun,
  JobQueue,
  PlannedHouse,
  QueueProblem,
  RunPlan,
  RunProgress,
  RunStep,
  Unit,
  UnitDone,
  UnitFailed,
  UnitFinding,
  UnitOutcome,
  UnitRecord,
  UnitsAsked,
  UnitWork,
} from '../ports/job-queue';
export type { BatchPorts } from './batch-ports';
export { billUnit } from './bill-unit';
export {
  cancelRun,
  issueRun,
  type MonthIssue,
  monthIssue,
  pauseRun,
  type RunCommand,
  requeueHouses,
  resumeRun,
} from './issue-run';
export { type Outsorted, outsort } from './outsort';
export { OUTSORT_RULES, type OutsortCheck, type OutsortRule } from './outsort-rules';
export { type PlannedRun, type PlanRequest, planRun } from './plan-run';
export { type FoundCount, type RunSummary, runSummary } from './run-summary';
export { runWorker, type WorkerDone, type WorkerEvent, type WorkerOptions, watchRun } from './work-run';
