/**
 * What people of each kind of office plan to achieve: texts for invented plans, shaped like real ones. A staff
 * member's result serves the leader's result named by `serves`.
 */
import { order, secretariat, works } from './work-inside.ts';
import { education, health, service } from './work-public.ts';

type Aspect = 'kuantitas' | 'kualitas' | 'waktu' | 'biaya';

/** [aspect, indicator, target value, unit, accumulation]; the direction is "higher" unless the unit says otherwise. */
export type DemoIndicator = readonly [
  Aspect,
  string,
  number,
  string,
  'latest' | 'sum' | 'average',
  ('lower' | 'higher')?,
];

export interface DemoResult {
  readonly statement: string;
  readonly serves: number;
  readonly indicators: readonly DemoIndicator[];
}

export interface Family {
  readonly leader: readonly DemoResult[];
  readonly staff: readonly DemoResult[];
  /** Posts of the staff: [name, kind, level]. */
  readonly posts: readonly (readonly [string, 'jf' | 'pelaksana', string | null])[];
}

export const FAMILIES = { health, education, service, works, secretariat, order } as const;
export type FamilyName = keyof typeof FAMILIES;

export const ADDITIONAL = [
  'Terlaksananya tugas sebagai anggota tim penyusun laporan penyelenggaraan pemerintahan daerah',
  'Terlaksananya pendampingan mahasiswa magang di unit kerja',
  'Terlaksananya tugas panitia peringatan hari jadi kota',
  'Tersusunnya bahan rapat koordinasi lintas perangkat daerah',
] as const;

export const EXPECTATIONS: Readonly<Record<string, readonly string[]>> = {
  'berorientasi-pelayanan': [
    'Sapa dan bantu setiap pemohon sampai urusannya jelas.',
    'Tanggapi keluhan pada hari yang sama.',
  ],
  akuntabel: [
    'Catat setiap pekerjaan beserta buktinya paling lambat akhir pekan.',
    'Hadir tepat waktu dan laporkan kendala lebih awal.',
  ],
  kolaboratif: ['Bantu rekan yang beban kerjanya menumpuk di akhir bulan.'],
  adaptif: ['Usulkan satu perbaikan cara kerja setiap triwulan.'],
};

export const FEEDBACK = [
  'Pencatatan bulan ini rapi dan tepat waktu. Dampaknya, laporan unit selesai lebih cepat. Pertahankan, dan bagikan caranya kepada rekan.',
  'Dua berkas terlambat karena menunggu tanda tangan. Lain kali ingatkan saya sehari sebelumnya agar tidak tertahan.',
  'Pemohon menyampaikan terima kasih atas penjelasan yang sabar. Teruskan.',
  'Realisasi di bawah rencana pada triwulan ini. Mari bahas kendalanya pada dialog berikut dan susun langkah mengejarnya.',
  'Ide memakai daftar periksa bersama sangat membantu tim. Tolong sempurnakan untuk semua loket.',
  'Data yang dikirim lengkap sehingga mudah diperiksa. Dampaknya terasa pada ketepatan laporan.',
] as const;

export const FEEDBACK_OF_COLLEAGUES = [
  'Selalu bersedia menggantikan ketika loket ramai.',
  'Penjelasannya membantu saya memahami aplikasi baru.',
  'Akan lebih baik bila jadwal dibagikan lebih awal.',
  'Cepat menanggapi ketika dimintai data.',
] as const;
