export {
  type CertificateRule,
  type Certification,
  certificateRule,
  NOT_CERTIFIED,
} from './certificate-rule.ts';
export { certificationOf } from './certification.ts';
export { trainingEvents } from './events.ts';
export { trainingRecurring } from './jobs.ts';
export { certificateCheck } from './office/check.ts';
export type { TrainingOptions } from './options.ts';
export { trainingRoutes } from './routes.tsx';
