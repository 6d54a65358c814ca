/** The columns of the file of earlier years: own headings, and those of the national service's annual record. */
import type { Bilingual } from '#domain/bilingual.ts';
import { PREDICATES, predicateLabel, RATINGS, ratingLabel } from '#domain/rules/index.ts';
import { inLocale } from '#platform/locale/locale.ts';

export type ColumnKey =
  | 'nip'
  | 'year'
  | 'from'
  | 'until'
  | 'rule'
  | 'resultsScore'
  | 'behaviourScore'
  | 'opinions'
  | 'newIdea'
  | 'mainResults'
  | 'additionalResults'
  | 'resultsRating'
  | 'behaviourRating'
  | 'score'
  | 'category'
  | 'appraiser'
  | 'note';

export interface Column {
  readonly key: ColumnKey;
  readonly heading: Bilingual;
  readonly help: Bilingual;
  /** Other headings it is known by; those of SIASN are written as its service names the fields. */
  readonly also: readonly string[];
}

const YES_OR_NO = { id: 'ya atau tidak', en: 'ya (yes) or tidak (no)' };

export const COLUMNS: readonly Column[] = [
  {
    key: 'nip',
    heading: { id: 'NIP', en: 'NIP' },
    help: { id: '18 angka, disimpan sebagai teks. Wajib.', en: '18 digits, kept as text. Required.' },
    also: ['NIP baru'],
  },
  {
    key: 'year',
    heading: { id: 'Tahun', en: 'Year' },
    help: {
      id: 'Untuk penilaian setahun penuh. Bila bukan setahun, isi Dari dan Sampai.',
      en: 'For an appraisal of a whole year. Otherwise fill in From and To.',
    },
    also: ['tahun penilaian'],
  },
  {
    key: 'from',
    heading: { id: 'Dari', en: 'From' },
    help: { id: 'Tanggal awal, misalnya 01-07-2021', en: 'First day, such as 01-07-2021' },
    also: ['tanggal mulai', 'periode awal'],
  },
  {
    key: 'until',
    heading: { id: 'Sampai', en: 'To' },
    help: { id: 'Tanggal akhir, misalnya 31-12-2021', en: 'Last day, such as 31-12-2021' },
    also: ['tanggal selesai', 'periode akhir'],
  },
  {
    key: 'rule',
    heading: { id: 'Aturan', en: 'Rule' },
    help: {
      id: 'PP 30/2019, PermenPANRB 8/2021, PermenPANRB 6/2022, atau Hanya predikat. Boleh kosong bila berkas memuat hasilKerja atau kuadranKinerja dari SIASN.',
      en: 'PP 30/2019, PermenPANRB 8/2021, PermenPANRB 6/2022 or Hanya predikat. May be empty where the file has hasilKerja or kuadranKinerja of SIASN.',
    },
    also: ['peraturan'],
  },
  {
    key: 'resultsScore',
    heading: { id: 'Nilai SKP', en: 'Work plan score' },
    help: { id: '0 sampai 120, seperti tercetak', en: '0 to 120, as printed' },
    also: [],
  },
  {
    key: 'behaviourScore',
    heading: { id: 'Nilai perilaku kerja', en: 'Behaviour score' },
    help: { id: '0 sampai 120, seperti tercetak', en: '0 to 120, as printed' },
    also: ['nilai perilaku'],
  },
  {
    key: 'opinions',
    heading: { id: 'Pendapat rekan dipakai', en: 'Opinions of peers used' },
    help: {
      id: 'ya bila instansi memakai pendapat rekan kerja atau bawahan (60/40), tidak bila tidak (70/30)',
      en: 'ya where the agency used the opinions of peers or subordinates (60/40), tidak where it did not (70/30)',
    },
    also: ['pendapat rekan'],
  },
  {
    key: 'newIdea',
    heading: { id: 'Ide baru', en: 'New idea' },
    help: YES_OR_NO,
    also: ['ada ide baru'],
  },
  {
    key: 'mainResults',
    heading: { id: 'Kinerja utama', en: 'Main results' },
    help: {
      id: 'Hanya PermenPANRB 8/2021, boleh kosong. Bobot: realisasi/target, dipisah titik koma: 60: 93/95; 40: 85/85. Tambahkan maks bila target sudah yang tertinggi.',
      en: 'PermenPANRB 8/2021 only, may be empty. Weight: realisation/target, separated by semicolons: 60: 93/95; 40: 85/85. Add maks where the target was the highest possible.',
    },
    also: [],
  },
  {
    key: 'additionalResults',
    heading: { id: 'Kinerja tambahan', en: 'Additional results' },
    help: {
      id: 'Ditulis seperti Kinerja utama; bobotnya adalah persen nilai yang ditambahkan',
      en: 'Written like the main results; the weight is the percent of the score that is added',
    },
    also: [],
  },
  {
    key: 'resultsRating',
    heading: { id: 'Rating hasil kerja', en: 'Results rating' },
    help: {
      id: 'Di atas, Sesuai, atau Di bawah ekspektasi; atau kode SIASN 1, 2, 3',
      en: 'Above expectation, As expected or Below expectation; or the SIASN codes 1, 2, 3',
    },
    also: ['hasilKerja', 'hasilKerjaNilai'],
  },
  {
    key: 'behaviourRating',
    heading: { id: 'Rating perilaku kerja', en: 'Behaviour rating' },
    help: {
      id: 'Di atas, Sesuai, atau Di bawah ekspektasi; atau kode SIASN 1, 2, 3',
      en: 'Above expectation, As expected or Below expectation; or the SIASN codes 1, 2, 3',
    },
    also: ['perilakuKerja', 'perilakuKerjaNilai'],
  },
  {
    key: 'score',
    heading: { id: 'Nilai akhir', en: 'Total score' },
    help: {
      id: 'Nilai gabungan yang tercetak, bila ada; dibandingkan dengan hitungan',
      en: 'The combined score as printed, if any; compared with what is computed',
    },
    also: ['nilai prestasi kerja', 'nilai kinerja'],
  },
  {
    key: 'category',
    heading: { id: 'Predikat', en: 'Predicate' },
    help: {
      id: 'Seperti tercetak: Sangat Baik, Baik, Cukup atau Butuh Perbaikan, Kurang, Sangat Kurang; atau kuadran SIASN 1 sampai 5',
      en: 'As printed: Sangat Baik, Baik, Cukup or Butuh Perbaikan, Kurang, Sangat Kurang; or the SIASN quadrant 1 to 5',
    },
    also: ['predikat kinerja', 'kuadranKinerja', 'kuadranKinerjaNilai'],
  },
  {
    key: 'appraiser',
    heading: { id: 'Pejabat penilai', en: 'Appraiser' },
    help: { id: 'Nama yang tercetak', en: 'The name as printed' },
    also: ['namaPenilai', 'penilai'],
  },
  {
    key: 'note',
    heading: { id: 'Catatan', en: 'Note' },
    help: { id: 'Dibaca pegawai yang bersangkutan', en: 'Read by the employee concerned' },
    also: [],
  },
];

/** What a cell of the template offers to choose from. */
export function choicesOf(key: ColumnKey): readonly string[] | undefined {
  switch (key) {
    case 'rule':
      return ['PP 30/2019', 'PermenPANRB 8/2021', 'PermenPANRB 6/2022', 'Hanya predikat'];
    case 'opinions':
    case 'newIdea':
      return ['ya', 'tidak'];
    case 'resultsRating':
    case 'behaviourRating':
      return RATINGS.map((rating) => inLocale(ratingLabel(rating)));
    case 'category':
      return [...PREDICATES.map((predicate) => inLocale(predicateLabel(predicate))), 'Cukup'];
    default:
      return undefined;
  }
}

/** Headings are compared by letters and digits alone: `hasilKerja`, `Hasil kerja` and `HASIL_KERJA` are one. */
export function alike(words: string): string {
  return words.toLowerCase().replace(/[^\p{Letter}\p{Number}]/gu, '');
}
