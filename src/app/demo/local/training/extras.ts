/** What each scheme rates besides behaviour, for the dossiers of its course: component, then marks. */
import type { DossierName, Mark } from './dossiers.ts';

export interface CourseCases {
  readonly dossiers: readonly [DossierName, DossierName, DossierName];
  /** By dossier: component and its marks. */
  readonly more: Readonly<
    Partial<Record<DossierName, readonly (readonly [component: string, marks: readonly Mark[]])[]>>
  >;
}

export const COURSES: Readonly<Record<string, CourseCases>> = {
  'jambi-adil-terbuka': {
    dossiers: ['clinic', 'school', 'permits'],
    more: {
      clinic: [
        [
          'mutuKerja',
          [
            [
              'ketelitian',
              'k',
              'Delapan belas dari dua puluh catatan lengkap dan sisanya diperbaiki hari itu juga.',
            ],
            ['kegunaan', 't', 'Pembagian antrean langsung dipakai dan menurunkan waktu tunggu.'],
            ['ketepatan-waktu', 'k', 'Waktu tunggu kembali mendekati semula walau tenaga berkurang.'],
          ],
        ],
      ],
      school: [
        [
          'mutuKerja',
          [
            ['ketelitian', 'b', 'Jurnal dan nilai tidak lengkap sampai diminta.'],
            ['kegunaan', 't', 'Bahan ajarnya menaikkan literasi dan diminta guru lain.'],
            ['ketepatan-waktu', 'b', 'Nilai dibagikan setelah enam minggu, jurnal sebulan kemudian.'],
          ],
        ],
      ],
      permits: [
        [
          'mutuKerja',
          [
            ['ketelitian', 'k', 'Hampir semua berkas benar; daftar kekurangan menunjukkan ketelitian.'],
            ['kegunaan', 'k', 'Izin dapat dipakai pemohon tanpa perbaikan.'],
            [
              'ketepatan-waktu',
              't',
              '209 dari 214 berkas selesai dalam batas waktu, rata-rata jauh lebih cepat.',
            ],
          ],
        ],
      ],
    },
  },
  'sawahlunto-kinerja': {
    dossiers: ['clinic', 'permits', 'roads'],
    more: {
      clinic: [
        [
          'komitmen',
          [
            [
              'menuntaskan-tugas',
              't',
              'Catatan yang kurang dituntaskan pada hari itu; antrean ditata sampai selesai.',
            ],
            ['kesediaan', 't', 'Datang membantu posyandu pada hari libur.'],
          ],
        ],
      ],
      permits: [
        [
          'komitmen',
          [
            ['menuntaskan-tugas', 't', 'Hampir semua berkas tuntas sebelum batas waktu.'],
            ['taat-aturan', 't', 'Menolak dan melaporkan tawaran uang.'],
          ],
        ],
      ],
      roads: [
        [
          'komitmen',
          [
            ['menuntaskan-tugas', 'b', 'Laporan berulang kali tertunda, juga setelah ditegur.'],
            ['taat-aturan', 'j', 'Foto dari lokasi lain dipakai sebagai bukti pengawasan.'],
          ],
        ],
      ],
    },
  },
  'sawahlunto-capaian': { dossiers: ['school', 'village', 'midwife'], more: {} },
  'kupang-evaluasi': {
    dossiers: ['midwife', 'clinic', 'school'],
    more: {
      midwife: [
        [
          'etosKerja',
          [
            ['tekun', 't', 'Dua kali naik perahu agar bayi tetap terlayani.'],
            ['mutu', 'k', 'Catatan suhu tanpa bolong.'],
          ],
        ],
        [
          'kontribusiTim',
          [['berbagi-informasi', 'b', 'Kabar perubahan jadwal datang pada pagi hari yang sama.']],
        ],
      ],
      clinic: [
        [
          'etosKerja',
          [
            ['tekun', 'k', 'Bertahan dengan dua tenaga dan memperbaiki antrean.'],
            ['mutu', 'k', 'Sebagian kecil catatan kurang dan segera dilengkapi.'],
          ],
        ],
        [
          'kontribusiTim',
          [['menolong-rekan', 'k', 'Menolong kader di luar jadwal; dengan rekan sepoli belum selalu.']],
        ],
      ],
      school: [
        [
          'etosKerja',
          [
            ['tekun', 'k', 'Mendampingi murid yang tertinggal setiap hari.'],
            ['menghargai-waktu', 'b', 'Nilai dan jurnal terlambat berminggu-minggu.'],
          ],
        ],
        ['kontribusiTim', [['berbagi-informasi', 't', 'Seluruh bahan ajar ditata dan dibagikan.']]],
      ],
    },
  },
  'alak-kompetensi': {
    dossiers: ['village', 'permits', 'roads'],
    more: {
      village: [
        [
          'kompetensi',
          [
            [
              'integritas',
              '2',
              'Menolak pembayaran tanpa kuitansi dan mengingatkan aturannya; belum memimpin orang lain.',
            ],
            ['pelayanan-publik', '2', 'Menjelaskan pencairan dengan sabar disertai contoh formulir.'],
            ['perencanaan-anggaran', '2', 'Laporan kedua tepat waktu dan selisih kas dapat ditelusuri.'],
          ],
        ],
      ],
      permits: [
        [
          'kompetensi',
          [
            ['integritas', '2', 'Menolak dan melaporkan tawaran uang pada hari yang sama.'],
            [
              'perizinan',
              '2',
              'Memproses izin yang lazim sampai selesai; permohonan yang tidak lazim belum tampak.',
            ],
            ['mengelola-perubahan', '1', 'Beralih ke aplikasi baru setelah sebulan dan didampingi.'],
          ],
        ],
      ],
      roads: [
        [
          'kompetensi',
          [
            ['integritas', '0', 'Laporan memuat foto dari lokasi lain: level 1 pun belum terpenuhi.'],
            ['kerja-sama', '2', 'Menawarkan bantuan dan menggantikan rekan.'],
            ['orientasi-hasil', '1', 'Jembatan selesai sesuai kebutuhan; laporan rutin belum.'],
          ],
        ],
      ],
    },
  },
};
