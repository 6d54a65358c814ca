/** A certificate as an officer would have recognised it. */
import type { Tx } from '#platform/database/database.ts';
import { newId } from '#platform/identifier.ts';

export async function certify(
  tx: Tx,
  personId: string,
  schemeId: string,
  span: { readonly from: string; readonly until: string } = { from: '2024-01-01', until: '2030-01-01' },
): Promise<void> {
  await tx.db
    .insertInto('training_certificates')
    .values({
      agency_id: tx.agencyId,
      id: newId(),
      scheme_id: schemeId,
      person_id: personId,
      origin: 'recognised',
      number: `SERT-${newId().slice(-8)}`,
      issuer: 'Balai Pelatihan Contoh',
      valid_from: span.from,
      valid_until: span.until,
      given_at: tx.now,
    })
    .execute();
}
