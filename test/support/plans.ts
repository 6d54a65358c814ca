/** An agreed plan for tests of what comes after planning. */
import { insertAgreedPlans, type PlanContent, type PlanResult } from '#features/planning/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { newId } from '#platform/identifier.ts';
import type { City } from './city.ts';

/** Two main results with two quantitative indicators each and one additional result; `overrides` replace parts. */
export function samplePlan(overrides: Partial<PlanContent> = {}): PlanContent {
  return {
    model: 'quantitative',
    form: 'staff',
    results: [
      result('main', 'Cakupan imunisasi dasar lengkap meningkat', [
        indicator(
          'kuantitas',
          'Persentase bayi dengan imunisasi dasar lengkap',
          '95',
          '%',
          'higher',
          'latest',
        ),
        indicator('waktu', 'Rata-rata hari keterlambatan laporan bulanan', '2', 'hari', 'lower', 'average'),
      ]),
      result('main', 'Pelayanan rawat jalan berjalan sesuai standar', [
        indicator('kuantitas', 'Jumlah pasien yang dilayani', '1200', 'pasien', 'higher', 'sum'),
        indicator('kualitas', 'Indeks kepuasan pasien', '85', 'poin', 'higher', 'latest'),
      ]),
      result('additional', 'Menjadi narasumber penyuluhan kesehatan di kelurahan', [
        indicator('kuantitas', 'Jumlah penyuluhan yang dilaksanakan', '4', 'kegiatan', 'higher', 'sum'),
      ]),
    ],
    expectations: { 'berorientasi-pelayanan': 'Menyapa setiap pasien dan menjelaskan waktu tunggu.' },
    annex: {
      resources: ['Vaksin dan rantai dingin yang memadai'],
      accountability: ['Laporan bulanan kepada Kepala Puskesmas'],
      consequences: ['Penghargaan pegawai teladan bila seluruh target tercapai'],
    },
    ...overrides,
  };
}

function result(
  kind: PlanResult['kind'],
  statement: string,
  indicators: PlanResult['indicators'],
): PlanResult {
  return {
    id: newId(),
    kind,
    statement,
    serves: null,
    servesText: '',
    assignedBy: '',
    perspective: null,
    indicators,
  };
}

type Indicator = PlanResult['indicators'][number];

function indicator(
  aspect: Indicator['aspect'],
  statement: string,
  value: string,
  unit: string,
  direction: Indicator['target']['direction'],
  accumulation: Indicator['target']['accumulation'],
): Indicator {
  return {
    id: newId(),
    aspect,
    statement,
    target: { text: `${value} ${unit}`, value, upper: null, unit, direction, accumulation },
  };
}

/** Gives the participant an agreed plan (version 1, agreed by the city's appraiser) and returns its content. */
export async function givePlan(
  db: City['db'],
  city: City,
  participantId: string,
  overrides: Partial<PlanContent> = {},
): Promise<PlanContent> {
  const content = samplePlan(overrides);
  await db.write((tx: Tx) =>
    insertAgreedPlans(tx, [
      { participantId, content, agreedBy: city.appraiser.id, agreedAt: new Date('2026-01-20T03:00:00Z') },
    ]),
  );
  return content;
}
