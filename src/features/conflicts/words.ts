/** Kinds of conflicts, relations and consequences, in words. */
import type { Bilingual } from '#domain/bilingual.ts';
import type { ConflictKind, Consequence } from '#domain/schemes/index.ts';

/** What can be declared; the other kinds are found by rules. */
export const DECLARED_KINDS = ['family', 'business', 'dispute', 'pending-case'] as const;
export type DeclaredKind = (typeof DECLARED_KINDS)[number];

export const RELATIONS = ['spouse', 'parent', 'child', 'sibling', 'in-law', 'other'] as const;
export type FamilyRelation = (typeof RELATIONS)[number];

export const SETTLEMENTS = ['second-appraiser', 'replaced', 'kept'] as const;
export type Settlement = (typeof SETTLEMENTS)[number];

const KINDS: Readonly<Record<ConflictKind, Bilingual>> = {
  family: { id: 'Hubungan keluarga', en: 'Family relation' },
  business: { id: 'Hubungan usaha', en: 'Business relation' },
  dispute: { id: 'Perselisihan', en: 'Dispute' },
  'pending-case': { id: 'Perkara berjalan', en: 'Pending case' },
  'same-household': { id: 'Kartu keluarga atau alamat sama', en: 'Same family card or address' },
  'mutual-appraisal': { id: 'Saling menilai', en: 'Mutual appraisal' },
  'short-contact': { id: 'Masa kerja bersama singkat', en: 'Short time together' },
  'open-objection': { id: 'Keberatan belum diputuskan', en: 'Undecided objection' },
};

const FAMILY: Readonly<Record<FamilyRelation, Bilingual>> = {
  spouse: { id: 'Suami atau istri', en: 'Spouse' },
  parent: { id: 'Orang tua', en: 'Parent' },
  child: { id: 'Anak', en: 'Child' },
  sibling: { id: 'Saudara kandung', en: 'Sibling' },
  'in-law': { id: 'Ipar, mertua, atau menantu', en: 'In-law' },
  other: { id: 'Keluarga lain', en: 'Other family' },
};

const FOLLOWS: Readonly<Record<Consequence, Bilingual>> = {
  flag: { id: 'Ditampilkan', en: 'Shown' },
  'second-appraiser': { id: 'Penilai kedua', en: 'Second appraiser' },
  replace: { id: 'Ganti penilai', en: 'Replace the appraiser' },
};

const SETTLED: Readonly<Record<Settlement, Bilingual>> = {
  'second-appraiser': { id: 'Penilai kedua ditetapkan', en: 'A second appraiser was chosen' },
  replaced: { id: 'Penilai diganti', en: 'The appraiser was replaced' },
  kept: { id: 'Penilai tetap, dengan alasan', en: 'The appraiser stays, with a reason' },
};

export const kindLabel = (kind: ConflictKind): Bilingual => KINDS[kind];
export const relationLabel = (relation: FamilyRelation): Bilingual => FAMILY[relation];
export const consequenceLabel = (consequence: Consequence): Bilingual => FOLLOWS[consequence];
export const settlementLabel = (settlement: Settlement): Bilingual => SETTLED[settlement];
