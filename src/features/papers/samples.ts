/** Invented papers, short and long, on which tests and the bench of this folder run. */
import type {
  EvaluationDocument,
  EvaluationPaper,
  FeedbackPaper,
  PaperBehaviour,
  PaperHead,
  PaperPerson,
  PaperResult,
  PlanPaper,
} from './types.ts';

export const appraisee: PaperPerson = {
  name: 'Rahmawati Nurhaliza, S.Kom.',
  nip: '199205082023082001',
  rank: 'Penata Muda / III.a',
  position: 'Pranata Komputer Ahli Pertama',
  unit: 'Bidang Layanan Persandian dan Data, Dinas Komunikasi dan Informatika',
};
export const appraiser: PaperPerson = {
  name: 'Drs. Bambang Sulistyo, M.Si.',
  nip: '197103121996031004',
  rank: 'Pembina / IV.a',
  position: 'Kepala Bidang Layanan Persandian dan Data',
  unit: 'Dinas Komunikasi dan Informatika',
};
export const superior: PaperPerson = {
  name: 'Ir. Sri Wahyuningsih, M.T.',
  nip: '196809261993032002',
  rank: 'Pembina Utama Muda / IV.c',
  position: 'Kepala Dinas Komunikasi dan Informatika',
  unit: 'Dinas Komunikasi dan Informatika',
};
/** A mayor appraises too, and is no civil servant. */
export const mayor: PaperPerson = {
  name: 'H. Ahmad Fauzan',
  nip: null,
  rank: null,
  position: 'Wali Kota Contoh',
  unit: 'Pemerintah Kota Contoh',
};

const head: PaperHead = {
  agency: 'Pemerintah Kota Contoh',
  emblem: null,
  period: '1 Januari s.d. 31 Desember 2026',
  appraisee,
  appraiser,
  place: 'Kota Contoh',
  date: '31 Desember 2026',
  code: 'EKP-2026-000123',
  verification: 'Periksa keaslian di tera.kotacontoh.go.id/periksa dengan kode 7QX4-M2KD',
  issuedOn: '2026-12-31',
};

// SE MenPANRB 20/2021, shortened.
const VALUES: readonly (readonly [string, readonly string[]])[] = [
  [
    'Berorientasi Pelayanan',
    [
      'Memahami dan memenuhi kebutuhan masyarakat',
      'Ramah, cekatan, solutif, dan dapat diandalkan',
      'Melakukan perbaikan tiada henti',
    ],
  ],
  [
    'Akuntabel',
    [
      'Melaksanakan tugas dengan jujur, bertanggung jawab, cermat, disiplin, dan berintegritas tinggi',
      'Menggunakan kekayaan dan barang milik negara secara bertanggung jawab, efektif, dan efisien',
      'Tidak menyalahgunakan kewenangan jabatan',
    ],
  ],
  [
    'Kompeten',
    [
      'Meningkatkan kompetensi diri',
      'Membantu orang lain belajar',
      'Melaksanakan tugas dengan kualitas terbaik',
    ],
  ],
  [
    'Harmonis',
    [
      'Menghargai setiap orang apa pun latar belakangnya',
      'Suka menolong orang lain',
      'Membangun lingkungan kerja yang kondusif',
    ],
  ],
  [
    'Loyal',
    [
      'Memegang teguh Pancasila, UUD 1945, setia kepada NKRI dan pemerintahan yang sah',
      'Menjaga nama baik ASN, pimpinan, instansi, dan negara',
      'Menjaga rahasia jabatan dan negara',
    ],
  ],
  [
    'Adaptif',
    [
      'Cepat menyesuaikan diri menghadapi perubahan',
      'Terus berinovasi dan mengembangkan kreativitas',
      'Bertindak proaktif',
    ],
  ],
  [
    'Kolaboratif',
    [
      'Memberi kesempatan kepada berbagai pihak untuk berkontribusi',
      'Terbuka dalam bekerja sama untuk menghasilkan nilai tambah',
      'Menggerakkan pemanfaatan berbagai sumber daya untuk tujuan bersama',
    ],
  ],
];

const behaviours: readonly PaperBehaviour[] = VALUES.map(([value, guides], index) => ({
  value,
  guides,
  expectations: index === 0 ? ['Menjawab aduan pengguna data paling lambat satu hari kerja'] : [],
  feedback:
    index < 2 ? ['Selalu menanggapi permintaan data dengan ramah dan tuntas (umpan balik Triwulan II)'] : [],
}));

/** One planned result with its indicators; `long` gives the wordy kind that people do write. */
export function sampleResult(number: number, long = false): PaperResult {
  const more = long
    ? ' dengan memperhatikan arsitektur sistem pemerintahan berbasis elektronik, keamanan informasi, kesiapan seluruh perangkat daerah, serta masukan pengguna layanan yang dihimpun melalui survei kepuasan setiap triwulan'
    : '';
  return {
    intervened: 'Meningkatnya kualitas layanan data sektoral pemerintah daerah',
    result: `Tersusunnya layanan data sektoral ke-${number} yang lengkap dan mutakhir${more}`,
    assignedBy: number % 3 === 0 ? 'Kepala Badan Perencanaan Pembangunan Daerah' : null,
    indicators: [
      {
        aspect: 'Kuantitas',
        indicator: `Jumlah dataset yang diterbitkan dan diperiksa${more}`,
        target: '12 dataset',
        perspective: 'Penerima layanan',
        realisation: '13 dataset diterbitkan, seluruhnya telah diperiksa wali data',
        evidence: ['Berita acara serah terima data Triwulan IV', 'Daftar dataset terbit'],
        feedback: ['Kelengkapan metadata sudah baik', 'Jadwal pemutakhiran perlu diumumkan lebih awal'],
      },
      {
        aspect: 'Kualitas',
        indicator: 'Persentase dataset yang memenuhi standar metadata',
        target: '97,5 %',
        perspective: 'Proses bisnis',
        realisation: '98,2 %',
        evidence: ['Laporan pemeriksaan metadata'],
        feedback: [],
      },
      {
        aspect: 'Waktu',
        indicator: 'Ketepatan waktu pemutakhiran',
        target: 'Paling lambat tanggal 10 tiap bulan',
        perspective: 'Penguatan internal',
        realisation: null,
        evidence: [],
        feedback: [],
      },
    ],
  };
}

function results(count: number, long = false): readonly PaperResult[] {
  return Array.from({ length: count }, (_, index) => sampleResult(index + 1, long));
}

type Size = { readonly main?: number; readonly additional?: number; readonly long?: boolean };

function sections({ main = 3, additional = 1, long = false }: Size) {
  return {
    approach: 'quantitative',
    audience: 'staff',
    main: results(main, long),
    additional: results(additional, long),
    behaviours,
  } as const;
}

export function samplePlan(size: Size = {}, changes: Partial<PlanPaper> = {}): PlanPaper {
  return {
    ...head,
    ...sections(size),
    kind: 'plan',
    date: '12 Januari 2026',
    code: 'SKP-2026-000123',
    issuedOn: '2026-01-12',
    annex: {
      resources: [
        'Dua orang analis data',
        'Akses ke portal data dan komputer kerja',
        'Anggaran Rp45.000.000',
      ],
      accountability: [
        'Laporan kemajuan setiap bulan kepada Kepala Bidang',
        'Dialog kinerja setiap triwulan',
      ],
      consequences: [
        'Diusulkan mengikuti pelatihan wali data',
        'Bimbingan kinerja apabila target tidak tercapai',
      ],
    },
    ...changes,
  };
}

export function sampleFeedback(size: Size = {}, changes: Partial<FeedbackPaper> = {}): FeedbackPaper {
  return { ...head, ...sections(size), kind: 'feedback', stage: 'Triwulan III', ...changes };
}

export function sampleEvaluation(size: Size = {}, changes: Partial<EvaluationPaper> = {}): EvaluationPaper {
  return {
    ...head,
    ...sections(size),
    kind: 'evaluation',
    stage: 'Akhir',
    organisationPredicate: 'baik',
    dominantPredicate: 'baik',
    resultsRating: 'meets',
    behaviourRating: 'above',
    predicate: 'baik',
    explanation: null,
    ...changes,
  };
}

export function sampleDocument(changes: Partial<EvaluationDocument> = {}): EvaluationDocument {
  return {
    ...head,
    kind: 'document',
    stage: 'Akhir',
    superior,
    organisationPredicate: 'baik',
    predicate: 'baik',
    notes: [
      'Diikutkan dalam pelatihan wali data tingkat lanjut pada Triwulan II 2027',
      'Diberi peran pendamping bagi perangkat daerah yang baru bergabung dalam portal data',
    ],
    objection: null,
    objectionClosed: true,
    receivedDate: '4 Januari 2027',
    explanation: null,
    ...changes,
  };
}

export const decidedObjection: NonNullable<EvaluationDocument['objection']> = {
  reason:
    'Realisasi indikator waktu tidak diperhitungkan, sedangkan bukti dukung telah saya unggah pada 9 Desember 2026.',
  date: '6 Januari 2027',
  explanation:
    'Bukti dukung tersebut baru terbaca setelah penilaian ditetapkan karena tautannya belum dapat dibuka.',
  decision: {
    outcome: 'Predikat diubah menjadi Sangat Baik',
    reason: 'Bukti dukung sah dan menunjukkan seluruh hasil kerja utama di atas ekspektasi.',
    date: '12 Januari 2027',
  },
};
