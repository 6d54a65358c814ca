/** The three counters of the demonstration's surveys, and how well each works. */
import type { DemoPeople, DemoPerson } from '../people.ts';

export interface Place {
  readonly unit: string;
  readonly name: string;
  readonly service: string;
  readonly mode: 'token' | 'open';
  /** 0 (badly) to 1 (very well). */
  readonly form: number;
  /** Answers on one of the days that are shown. */
  readonly perDay: readonly [least: number, most: number];
  readonly words: readonly string[];
}

export const PLACES: readonly Place[] = [
  {
    unit: 'Bidang Pelayanan Pendaftaran Penduduk',
    name: 'Loket KTP-el dan KK',
    service: 'Perekaman KTP-el, kartu keluarga, surat pindah',
    mode: 'token',
    form: 0.62,
    perDay: [5, 9],
    words: [
      'Petugas sabar menjelaskan syarat yang kurang.',
      'Antrean panjang setiap Senin pagi. Mohon loket ditambah.',
      'KTP saya selesai hari itu juga. Terima kasih.',
    ],
  },
  {
    unit: 'Puskesmas Oesapa',
    name: 'Loket Pendaftaran',
    service: 'Pendaftaran dan rujukan',
    mode: 'token',
    form: 0.78,
    perDay: [5, 6],
    words: [
      'Perawat ramah, anak saya tidak takut.',
      'Kursi ruang tunggu kurang.',
      'Nomor antrean sebaiknya tampil di layar.',
    ],
  },
  {
    unit: 'Kecamatan Alak',
    name: 'Meja Layanan Terpadu',
    service: 'Surat keterangan dan legalisasi',
    mode: 'open',
    form: 0.7,
    perDay: [5, 5],
    words: ['Jam istirahat sebaiknya bergantian.', 'Surat selesai cepat dan gratis.'],
  },
];

export interface SurveyCity {
  readonly agencyId: string;
  readonly people: DemoPeople;
  readonly officer: DemoPerson;
  readonly today: string;
}

export interface DemoCounter {
  readonly id: string;
  readonly place: Place;
  readonly unitId: string;
}
