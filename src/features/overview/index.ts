export { overviewRoutes } from './routes.tsx';
export {
  type AppraisalFacts,
  type PeriodFacts,
  type Task,
  type TaskKind,
  tasksFor,
  tasksOf,
  yearOf,
} from './stages.ts';
export { type Letters, overviewRecurring, overviewTasks } from './work.ts';
