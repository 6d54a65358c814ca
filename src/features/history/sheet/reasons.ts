/** What can be wrong with a cell of the file, and what to do about it. */
import type { Bilingual } from '#domain/bilingual.ts';

interface Said {
  readonly reason: Bilingual;
  readonly remedy: Bilingual;
}

export const REASONS = {
  nipMissing: {
    reason: { id: 'NIP kosong', en: 'the NIP is empty' },
    remedy: { id: 'isi NIP 18 angka', en: 'fill in the 18 digits' },
  },
  nipLostDigits: {
    reason: {
      id: 'NIP tersimpan sebagai bilangan, angka terakhirnya sudah hilang',
      en: 'the NIP is stored as a number and has lost its last digits',
    },
    remedy: {
      id: 'ubah kolom menjadi teks lalu ketik ulang NIP lengkap',
      en: 'set the column to text and type the whole NIP again',
    },
  },
  nipShape: {
    reason: { id: 'NIP tidak terdiri atas 18 angka', en: 'the NIP does not have 18 digits' },
    remedy: { id: 'tulis tepat 18 angka', en: 'write exactly 18 digits' },
  },
  nipUnknown: {
    reason: {
      id: 'tidak tercatat di instansi ini, atau bukan wewenang Anda',
      en: 'is not recorded in this agency, or is not yours to record',
    },
    remedy: {
      id: 'periksa NIP; bila benar, catat dahulu pegawainya',
      en: 'check the NIP; if it is right, record the person first',
    },
  },
  timeMissing: {
    reason: { id: 'tahun dan tanggal kosong', en: 'neither a year nor dates are given' },
    remedy: { id: 'isi Tahun, atau Dari dan Sampai', en: 'fill in Year, or From and To' },
  },
  yearUnknown: {
    reason: { id: 'bukan tahun yang sudah lewat', en: 'is not a year that has passed' },
    remedy: { id: 'tulis empat angka, misalnya 2021', en: 'write four digits, such as 2021' },
  },
  dateUnknown: {
    reason: { id: 'bukan tanggal yang ada', en: 'is not a date that exists' },
    remedy: { id: 'tulis seperti 31-12-2021', en: 'write it like 31-12-2021' },
  },
  dateMissing: {
    reason: { id: 'salah satu tanggal kosong', en: 'one of the two dates is empty' },
    remedy: {
      id: 'isi Dari dan Sampai, atau kosongkan keduanya dan isi Tahun',
      en: 'fill in From and To, or leave both empty and fill in Year',
    },
  },
  datesTurned: {
    reason: { id: 'tanggal akhir sebelum tanggal awal', en: 'ends before it begins' },
    remedy: { id: 'periksa kedua tanggal', en: 'check both dates' },
  },
  spanTooLong: {
    reason: { id: 'lebih dari satu tahun', en: 'is longer than a year' },
    remedy: {
      id: 'tulis satu baris untuk setiap periode penilaian',
      en: 'write one row for each period of appraisal',
    },
  },
  notOver: {
    reason: { id: 'periode ini belum berakhir', en: 'this period is not over' },
    remedy: {
      id: 'yang sedang berjalan dinilai di Tera, bukan diimpor',
      en: 'what is under way is appraised in Tera and not imported',
    },
  },
  yearDiffers: {
    reason: {
      id: 'tahun tidak sama dengan tanggal Dari dan Sampai',
      en: 'the year differs from the dates From and To',
    },
    remedy: { id: 'periksa mana yang benar', en: 'check which of them is right' },
  },
  ruleMissing: {
    reason: { id: 'aturan kosong', en: 'the rule is empty' },
    remedy: {
      id: 'tulis PP 30/2019, PermenPANRB 8/2021, PermenPANRB 6/2022, atau Hanya predikat',
      en: 'write PP 30/2019, PermenPANRB 8/2021, PermenPANRB 6/2022 or Hanya predikat',
    },
  },
  ruleUnknown: {
    reason: { id: 'aturan tidak dikenal', en: 'the rule is not known' },
    remedy: {
      id: 'tulis PP 30/2019, PermenPANRB 8/2021, PermenPANRB 6/2022, atau Hanya predikat',
      en: 'write PP 30/2019, PermenPANRB 8/2021, PermenPANRB 6/2022 or Hanya predikat',
    },
  },
  scoreUnknown: {
    reason: { id: 'bukan nilai antara 0 dan 120', en: 'is not a score between 0 and 120' },
    remedy: {
      id: 'tulis seperti 91,5, paling banyak empat angka desimal',
      en: 'write it like 91,5 with at most four decimals',
    },
  },
  answerUnknown: {
    reason: { id: 'bukan ya atau tidak', en: 'is neither ya nor tidak' },
    remedy: {
      id: 'tulis ya atau tidak; kosongkan bila tidak diketahui',
      en: 'write ya or tidak; leave it empty where it is not known',
    },
  },
  linesUnknown: {
    reason: { id: 'susunan hasil tidak dapat dibaca', en: 'the results cannot be read' },
    remedy: {
      id: 'tulis bobot: realisasi/target, dipisah titik koma, misalnya 60: 93/95; 40: 85/85',
      en: 'write weight: realisation/target, separated by semicolons, such as 60: 93/95; 40: 85/85',
    },
  },
  linesWithoutMain: {
    reason: { id: 'kinerja tambahan tanpa kinerja utama', en: 'additional results without main results' },
    remedy: { id: 'isi juga Kinerja utama', en: 'fill in the main results too' },
  },
  ratingUnknown: {
    reason: { id: 'bukan rating yang dikenal', en: 'is not a known rating' },
    remedy: {
      id: 'tulis Di atas, Sesuai, atau Di bawah ekspektasi',
      en: 'write Di atas, Sesuai or Di bawah ekspektasi',
    },
  },
  categoryUnknown: {
    reason: { id: 'bukan predikat yang dikenal', en: 'is not a known predicate' },
    remedy: {
      id: 'tulis Sangat Baik, Baik, Cukup, Butuh Perbaikan, Kurang, atau Sangat Kurang',
      en: 'write Sangat Baik, Baik, Cukup, Butuh Perbaikan, Kurang or Sangat Kurang',
    },
  },
  categoryMissing: {
    reason: {
      id: 'predikat kosong dan tidak dapat dihitung dari kolom lain',
      en: 'the predicate is empty and cannot be counted from the other columns',
    },
    remedy: {
      id: 'isi predikat seperti tercetak, atau lengkapi nilainya',
      en: 'fill in the predicate as printed, or complete the scores',
    },
  },
  cellError: {
    reason: { id: 'sel berisi kesalahan rumus', en: 'the cell holds a formula error' },
    remedy: { id: 'perbaiki rumusnya, atau tulis nilainya', en: 'mend the formula or write the value' },
  },
} as const satisfies Record<string, Said>;

export type Reason = keyof typeof REASONS;
