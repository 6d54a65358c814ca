export {
  type CertificateRule,
  type Certification,
  certificateRule,
  NOT_CERTIFIED,
} from './certificate-rule.ts';
export { certificationOf } from './certification.ts';
export { type TrainingDue, trainingDue } from './course/due.ts';
export { trainingEvents } from './events.ts';
export { trainingRecurring } from './jobs.ts';
export { certificateCheck } from './office/check.ts';
export type { TrainingOptions } from './options.ts';
export { TrainingDueCard } from './pages/due-notice.tsx';
export { trainingRoutes } from './routes.tsx';
