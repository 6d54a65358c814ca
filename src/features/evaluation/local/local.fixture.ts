/** A small scheme of an agency and an appraisal under it: every kind of component an appraiser meets. */
import { parseScheme } from '#domain/schemes/index.ts';
import { recordMeasurements } from '#features/measurements/index.ts';
import type { PlanContent } from '#features/planning/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { newId } from '#platform/identifier.ts';
import type { City } from '../../../../test/support/city.ts';

export const LOCAL_SCHEME = `
language: 1
id: kinerja-contoh
version: 1
authority: local
title: { id: Penilaian Kinerja Kota Contoh, en: Appraisal of Kota Contoh }
summary: { id: Skema kecil untuk pengujian., en: A small scheme for tests. }
effective: { from: 2026-01-01 }
regulations:
  p6: { name: PermenPANRB Nomor 6 Tahun 2022, title: { id: Pengelolaan Kinerja, en: Performance Management } }
  pp94: { name: PP Nomor 94 Tahun 2021, title: { id: Disiplin PNS, en: Discipline } }
scales:
  tingkat:
    label: { id: Tingkat, en: Level }
    levels:
      - { code: teladan, label: { id: Teladan, en: Exemplary }, score: 100, meaning: { id: Menjadi contoh bagi rekan., en: An example to others. } }
      - { code: baik, label: { id: Baik, en: Good }, score: 80, meaning: { id: Konsisten tanpa diingatkan., en: Consistent unprompted. } }
      - { code: cukup, label: { id: Cukup, en: Fair }, score: 60, meaning: { id: Perlu diingatkan., en: Needs reminding. } }
      - { code: kurang, label: { id: Kurang, en: Poor }, score: 30, meaning: { id: Sering tidak dilakukan., en: Often not done. } }
categories:
  - { code: istimewa, label: { id: Istimewa, en: Outstanding }, predicates: [sangat-baik] }
  - { code: mantap, label: { id: Mantap, en: Solid }, predicates: [sangat-baik, baik] }
  - { code: berkembang, label: { id: Berkembang, en: Developing }, predicates: [butuh-perbaikan] }
  - { code: tertinggal, label: { id: Tertinggal, en: Behind }, predicates: [kurang, sangat-kurang] }
components:
  capaian:
    mechanism: planned-results
    label: { id: Capaian kerja, en: Achievement }
    meaning: { id: Seberapa jauh target SKP tercapai., en: How far the targets were reached. }
    weighting: equal
    scale: tingkat
    conversion:
      roundPercent: 2
      segments:
        - { from: 0, to: 100, score: 0, reaching: 90 }
        - { from: 100, to: 120, score: 90, reaching: 100 }
        - { from: 120, score: 100 }
    basis: [{ regulation: p6, confidence: default }]
  perilaku:
    mechanism: rated-items
    label: { id: Perilaku kerja, en: Conduct }
    scale: tingkat
    items:
      - code: melayani
        label: { id: Melayani, en: Service }
        meaning: { id: Ramah dan cekatan kepada warga., en: Friendly and quick. }
        anchors: { teladan: { id: Warga memuji pelayanannya., en: Citizens praise it. } }
      - { code: kerjasama, label: { id: Kerja sama, en: Teamwork } }
    voices:
      appraiser: { percent: 70, required: true }
      colleague: { percent: 30, atLeast: 3 }
    basis: [{ regulation: p6, confidence: default }]
  kehadiran:
    mechanism: presence
    label: { id: Kehadiran, en: Attendance }
    source: { id: Berkas mesin presensi., en: File of the attendance machine. }
    deductions: { absentDay: 3, late: [{ upTo: 60, points: 1 }, { points: 2 }] }
    basis: [{ regulation: pp94, confidence: default }]
  hukuman:
    mechanism: fact
    label: { id: Hukuman disiplin sedang atau berat, en: Moderate or severe punishment }
    givenBy: officer
    basis: [{ regulation: pp94, confidence: default }]
combination:
  mechanism: weighted-mean
  label: { id: Kategori, en: Category }
  decimals: 2
  weights: [{ percent: { capaian: 50, perilaku: 30, kehadiran: 20 } }]
  bands:
    - { category: istimewa, from: 95 }
    - { category: mantap, from: 75 }
    - { category: berkembang, from: 50 }
    - { category: tertinggal, from: 0 }
  basis: [{ regulation: p6, confidence: default }]
gates:
  - code: hukuman-disiplin
    label: { id: Hukuman disiplin, en: Discipline case }
    when: { hukuman: true }
    atMost: berkembang
    reason: { id: Ada hukuman disiplin sedang atau berat., en: There is a moderate or severe punishment. }
    basis: [{ regulation: pp94, confidence: default }]
official:
  results:
    from: { capaian: 100 }
    bands: [{ rating: above, from: 95 }, { rating: meets, from: 70 }, { rating: below, from: 0 }]
    basis: [{ regulation: p6, confidence: default }]
  behaviour:
    from: { perilaku: 60, kehadiran: 40 }
    bands: [{ rating: above, from: 90 }, { rating: meets, from: 65 }, { rating: below, from: 0 }]
    basis: [{ regulation: p6, confidence: default }]
  predicate: national-matrix
  basis: [{ regulation: p6 }]
`;

/** The fixture read and checked; its problems in words when it is not accepted. */
export function localScheme(source = LOCAL_SCHEME) {
  const parsed = parseScheme(source, 'fixture.yaml');
  if (!parsed.ok) throw new Error(parsed.problems.map((each) => `${each.path}: ${each.what.en}`).join('\n'));
  return parsed.scheme;
}

/** The agency adopts the scheme and everybody in the period is appraised under it. */
export async function adoptLocalScheme(tx: Tx, source = LOCAL_SCHEME): Promise<void> {
  const scheme = localScheme(source);
  await tx.db
    .insertInto('scheme_versions')
    .values({
      agency_id: tx.agencyId,
      id: newId(),
      scheme_id: scheme.id,
      version: scheme.version,
      source,
      title: JSON.stringify(scheme.title),
      decree: 'Keputusan 1/2026',
      decided_on: '2026-01-02',
      adopted_at: tx.now,
    })
    .execute();
  await tx.db
    .updateTable('participants')
    .set({ scheme_id: scheme.id, scheme_version: scheme.version })
    .where('agency_id', '=', tx.agencyId)
    .execute();
}

export const PRESENT = { workingDays: 240, absentDays: 1, longestAbsence: 1, late: [] };

/** Attendance (97 of 100) and no punishment, as an officer would enter them. */
export async function measure(
  tx: Tx,
  city: City,
  values: Readonly<Record<string, unknown>> = { kehadiran: PRESENT, hukuman: { value: false } },
): Promise<void> {
  const officer = { ...ACTOR, personId: city.officer.id, accountId: city.officer.accountId };
  await recordMeasurements(
    tx,
    officer,
    { origin: 'officer', note: 'Rekap presensi 2026', fileId: null },
    Object.entries(values).map(([component, value]) => ({
      participantId: city.participants.employee,
      personId: city.employee.id,
      component,
      value,
    })),
  );
}

const ACTOR = {
  name: 'Maya Putri',
  officer: { kind: 'agency' },
  leader: { kind: 'none' },
  isAuditor: false,
} as const;

/** Realisations of the sample plan: 95 of 95 %, 2 of at most 2 days, 1200 of 1200, 85 of 85, 4 of 4. */
export async function realise(
  tx: Tx,
  city: City,
  plan: {
    readonly results: readonly {
      readonly id: string;
      readonly indicators: readonly {
        readonly id: string;
        readonly target: { readonly value: string | null };
      }[];
    }[];
  },
): Promise<void> {
  for (const result of plan.results)
    for (const indicator of result.indicators)
      if (indicator.target.value !== null)
        await tx.db
          .insertInto('progress_entries')
          .values({
            agency_id: tx.agencyId,
            id: newId(),
            participant_id: city.participants.employee,
            result_id: result.id,
            indicator_id: indicator.id,
            on_date: '2026-11-01',
            value: indicator.target.value,
            narrative: null,
            created_by: city.employee.id,
            created_at: tx.now,
          })
          .execute();
}

/** The sample plan with its additional result told in words only, so that a level has to be given. */
export function planInWords(plan: PlanContent): PlanContent {
  return {
    ...plan,
    results: plan.results.map((result) =>
      result.kind === 'main'
        ? result
        : {
            ...result,
            indicators: result.indicators.map((indicator) => ({
              ...indicator,
              target: { ...indicator.target, value: null, text: 'Dua penyuluhan yang dipahami warga' },
            })),
          },
    ),
  };
}

/** The appraiser's fields: everything good, both official ratings as suggested. */
export function instrumentOf(plan: PlanContent, overrides: Readonly<Record<string, string>> = {}) {
  const words = plan.results.filter((result) =>
    result.indicators.every(({ target }) => target.value === null),
  );
  return {
    revision: '0',
    ...Object.fromEntries(words.map(({ id }) => [`capaian.line.${id}.level`, 'baik'])),
    'perilaku.appraiser.melayani': 'baik',
    'perilaku.appraiser.kerjasama': 'baik',
    'official.results': 'meets',
    'official.behaviour': 'meets',
    notes: 'Pertahankan cakupan imunisasi.',
    ...overrides,
  };
}
