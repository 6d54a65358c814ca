/** Whether somebody may rate under a scheme, by its section on training. Pure; the state comes from certification.ts. */
import type { Scheme } from '#domain/schemes/index.ts';

/** `until` is the last day on which the certificate holds or held, both included; null where there never was one. */
export interface Certification {
  readonly state: 'valid' | 'expired' | 'none';
  readonly until: string | null;
}

export const NOT_CERTIFIED: Certification = { state: 'none', until: null };

/** `refuse`: nothing may be given without a certificate; `flag`: it may, and it is said beside what was given. */
export type CertificateRule = 'ok' | 'flag' | 'refuse';

export function certificateRule(
  { training }: Pick<Scheme, 'training'>,
  certification: Pick<Certification, 'state'> | undefined,
): CertificateRule {
  if (!training || certification?.state === 'valid') return 'ok';
  return training.certificate === 'required' ? 'refuse' : 'flag';
}
