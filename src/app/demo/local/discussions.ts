/** What is being discussed in which city. Paths name criteria of the scheme; the change is the one that was taken up. */
import type { Proposal } from './forum.ts';

export interface DiscussionSpec {
  readonly schemeId: string;
  readonly note: string;
  /** Replacements in the text of version 1 that make the second revision of version 2. */
  readonly change: readonly (readonly [from: string, to: string])[];
  readonly proposals: readonly Proposal[];
}

export const DISCUSSIONS: readonly DiscussionSpec[] = [
  {
    schemeId: 'jambi-adil-terbuka',
    note: 'Bobot kehadiran dikurangi menjadi 10 % dan mutu kerja ditambah menjadi 25 %, sesuai usul yang diterima.',
    change: [
      ['kehadiran: 15', 'kehadiran: 10'],
      ['mutuKerja: 20', 'mutuKerja: 25'],
    ],
    proposals: [
      {
        criterion: 'components.kehadiran',
        kind: 'proposal',
        body: 'Kehadiran cukup 10 %. Petugas lapangan sering mulai dari lokasi dan mesin presensi ada di kantor.',
        support: 0.72,
        against: 'Tanpa bobot yang cukup, yang rajin hadir tidak dihargai.',
        answer: [
          'taken',
          'Diterima. Bobot kehadiran menjadi 10 % dan mutu kerja menjadi 25 %; presensi lokasi sedang disiapkan.',
        ],
      },
      {
        criterion: 'components.kontribusiTim',
        kind: 'proposal',
        body: 'Pegawai yang tidak pernah diajak tim jangan dirugikan. Mohon dijelaskan apa yang terjadi bila tidak ada tim.',
        support: 0.81,
        answer: [
          'partly',
          'Sudah diatur: tanpa tim, komponen tidak berlaku dan bobotnya dibagi terbuka. Penjelasannya ditambahkan.',
        ],
      },
      {
        criterion: 'components.umpanBalik',
        kind: 'proposal',
        body: 'Hapus hitungan umpan balik. Dikhawatirkan orang menulis asal saja demi angka.',
        support: 0.44,
        against: 'Justru tanpa hitungan tidak ada yang menulis umpan balik.',
        answer: [
          'declined',
          'Tetap dihitung dengan bobot 5 %: yang dihitung hanya memberi atau tidak, bukan isinya. Pendapat yang berbeda dicatat.',
        ],
      },
      {
        criterion: 'combination.bands',
        kind: 'comment',
        body: 'Batas Cemerlang 93 terasa tinggi untuk unit baru. Mohon dilihat hasil uji cobanya.',
        support: 0,
      },
      {
        criterion: 'openness',
        kind: 'proposal',
        body: 'Masa pengumuman sebaiknya tiga puluh hari, agar yang bertugas di luar kota sempat membaca.',
        support: 0.58,
      },
    ],
  },
  {
    schemeId: 'sawahlunto-capaian',
    note: 'Bobot inovasi menjadi 25 % dan dampak program 25 %.',
    change: [
      ['dampak: 30', 'dampak: 25'],
      ['inovasi: 20', 'inovasi: 25'],
    ],
    proposals: [
      {
        criterion: 'components.dampak',
        kind: 'proposal',
        body: 'Angka kelulusan baru keluar bulan Mei. Untuk guru, dampak sebaiknya memakai data tahun ajaran sebelumnya.',
        support: 0.77,
        answer: [
          'partly',
          'Sumber data disebut pada indikator; tahun ajaran yang dipakai ditulis dalam katalog. Bobot diubah menjadi 25 %.',
        ],
      },
      {
        criterion: 'components.inovasi',
        kind: 'proposal',
        body: 'Inovasi bersama satu sekolah mohon dihitung bagi semua yang terlibat, bukan hanya ketuanya.',
        support: 0.69,
        against: 'Bila semua dihitung sama, yang bekerja paling banyak dirugikan.',
      },
      {
        criterion: 'components.kehadiran',
        kind: 'comment',
        body: 'Setuju kehadiran ditampilkan tetapi tidak dihitung.',
        support: 0,
      },
    ],
  },
];
