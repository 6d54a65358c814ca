/** What one city holds in order to compare groups: registered, with a value for nearly everybody, by no real person. */
import { randomSource } from '#domain/statistics/random.ts';
import type { Tx } from '#platform/database/database.ts';
import { newId } from '#platform/identifier.ts';
import { insertAll } from '../insert.ts';
import type { DemoPerson } from '../people.ts';

interface Held {
  readonly kind: 'religion' | 'disability';
  readonly legalBasis: string;
  readonly purpose: string;
  /** Values with their shares; the rest has none. */
  readonly shares: readonly (readonly [string, number])[];
}

const HELD: readonly Held[] = [
  {
    kind: 'religion',
    legalBasis: 'Keputusan wali kota rekaan Nomor 800/21 Tahun 2026; persetujuan tertulis pegawai.',
    purpose: 'Memeriksa setiap tahun apakah pegawai dinilai setara, apa pun agamanya.',
    shares: [
      ['islam', 0.62],
      ['kristen', 0.14],
      ['katolik', 0.1],
      ['hindu', 0.06],
      ['buddha', 0.04],
    ],
  },
  {
    kind: 'disability',
    legalBasis: 'Keputusan wali kota rekaan Nomor 800/22 Tahun 2026; persetujuan tertulis pegawai.',
    purpose: 'Memeriksa apakah penyandang disabilitas dinilai setara dengan jabatan yang sama.',
    shares: [
      ['yes', 0.06],
      ['no', 0.9],
    ],
  },
];

export async function insertAttributes(
  tx: Tx,
  city: { readonly people: readonly DemoPerson[]; readonly officer: DemoPerson; readonly today: string },
): Promise<void> {
  const random = randomSource(24);
  const endsOn = `${Number(city.today.slice(0, 4)) + 2}-12-31`;
  for (const { kind, legalBasis, purpose, shares } of HELD) {
    const id = newId();
    await tx.db
      .insertInto('person_attributes')
      .values({
        agency_id: tx.agencyId,
        id,
        kind,
        legal_basis: legalBasis,
        purpose,
        ends_on: endsOn,
        registered_by: city.officer.id,
        registered_at: tx.now,
      })
      .execute();
    const drawn = city.people.flatMap(({ id: person_id, nip }) => {
      let left = random.uniform();
      const value = shares.find(([, share]) => {
        left -= share;
        return left < 0;
      })?.[0];
      return nip && value ? [{ agency_id: tx.agencyId, attribute_id: id, person_id, value }] : [];
    });
    await insertAll(tx, 'person_attribute_values', drawn);
  }
}
