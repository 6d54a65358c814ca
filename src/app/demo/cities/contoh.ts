/** Kota Contoh: an invented city under the national rule alone, large enough to work with lists. */
import type { FamilyName } from '../work.ts';
import { type CitySpec, citySecretariat, district, office, school, section, type UnitSpec } from './spec.ts';

const SECTION_STAFF = 4;

function contohOffice(
  name: string,
  family: FamilyName,
  sections: readonly string[],
  more: readonly UnitSpec[] = [],
): UnitSpec {
  return office(name, family, {
    staff: 2,
    ...(name === 'Inspektorat Daerah' ? { title: 'Inspektur Daerah' } : {}),
    below: [
      section(`Sekretariat ${name}`, 'secretariat', { staff: SECTION_STAFF, title: `Sekretaris ${name}` }),
      ...sections.map((each) =>
        section(each, family, {
          staff: SECTION_STAFF,
          ...(each.startsWith('Inspektur') ? { title: each } : {}),
        }),
      ),
      ...more,
    ],
  });
}

const clinic = (name: string) => section(name, 'health', { staff: 9 });

const OFFICES: readonly UnitSpec[] = [
  contohOffice(
    'Dinas Kesehatan',
    'health',
    [
      'Bidang Kesehatan Masyarakat',
      'Bidang Pencegahan dan Pengendalian Penyakit',
      'Bidang Pelayanan Kesehatan',
    ],
    ['Puskesmas Pasar Baru', 'Puskesmas Sungai Durian', 'Puskesmas Tanjung', 'Puskesmas Lembah'].map(clinic),
  ),
  contohOffice(
    'Dinas Pendidikan',
    'education',
    ['Bidang Pembinaan SD', 'Bidang Pembinaan SMP', 'Bidang PAUD dan Pendidikan Nonformal'],
    ['SD Negeri 01', 'SD Negeri 07', 'SD Negeri 12', 'SMP Negeri 1', 'SMP Negeri 4'].map((name) =>
      school(`${name} Contoh`, 8),
    ),
  ),
  contohOffice('Dinas Kependudukan dan Pencatatan Sipil', 'service', [
    'Bidang Pendaftaran Penduduk',
    'Bidang Pencatatan Sipil',
  ]),
  contohOffice('Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu', 'service', [
    'Bidang Perizinan',
    'Bidang Pengaduan dan Informasi',
  ]),
  contohOffice('Dinas Pekerjaan Umum dan Penataan Ruang', 'works', [
    'Bidang Bina Marga',
    'Bidang Cipta Karya',
    'Bidang Sumber Daya Air',
  ]),
  contohOffice('Dinas Perhubungan', 'works', ['Bidang Lalu Lintas', 'Bidang Angkutan']),
  contohOffice('Dinas Sosial', 'service', ['Bidang Perlindungan Sosial', 'Bidang Rehabilitasi Sosial']),
  contohOffice('Dinas Komunikasi dan Informatika', 'service', [
    'Bidang Aplikasi Informatika',
    'Bidang Komunikasi Publik',
  ]),
  contohOffice('Badan Perencanaan Pembangunan Daerah', 'secretariat', [
    'Bidang Ekonomi',
    'Bidang Infrastruktur',
  ]),
  contohOffice('Badan Keuangan Daerah', 'secretariat', [
    'Bidang Anggaran',
    'Bidang Perbendaharaan',
    'Bidang Pendapatan',
  ]),
  contohOffice('Badan Kepegawaian dan Pengembangan SDM', 'secretariat', [
    'Bidang Kinerja dan Penghargaan',
    'Bidang Pengembangan SDM',
  ]),
  contohOffice('Inspektorat Daerah', 'secretariat', ['Inspektur Pembantu I', 'Inspektur Pembantu II']),
  contohOffice('Satuan Polisi Pamong Praja', 'order', [
    'Bidang Ketertiban Umum',
    'Bidang Perlindungan Masyarakat',
  ]),
];

const DISTRICT_STAFF = { own: 4, village: 3 };

export const CONTOH: CitySpec = {
  code: 'kota-contoh',
  name: 'Pemerintah Kota Contoh',
  zone: 'Asia/Jakarta',
  prefix: 'CTH',
  units: [
    citySecretariat(['Umum', 'Hukum', 'Organisasi', 'Pemerintahan', 'Kesejahteraan Rakyat'], {
      own: 3,
      division: 4,
    }),
    ...OFFICES,
    district('Melati', ['Pasar', 'Aur Mulyo', 'Saringan'], DISTRICT_STAFF),
    district('Kenanga', ['Durian', 'Lubang Panjang', 'Bukit'], DISTRICT_STAFF),
    district('Cempaka', ['Muara', 'Hilir', 'Mudik'], DISTRICT_STAFF),
  ],
  cast: {
    officer: 'Bidang Kinerja dan Penghargaan',
    unitOfficer: 'Sekretariat Dinas Kesehatan',
    head: 'Dinas Kesehatan',
    appraiser: 'Puskesmas Pasar Baru',
    auditor: 'Inspektur Pembantu I',
  },
};
