export {
  type CertificateRule,
  type Certification,
  certificateRule,
  NOT_CERTIFIED,
} from './certificate-rule.ts';
export { certificationOf } from './certification.ts';
