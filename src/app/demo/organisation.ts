/** The units of an invented city, in the shape of a real one (Perda tentang susunan perangkat daerah). */
import { newId } from '#platform/identifier.ts';
import type { FamilyName } from './work.ts';

export interface DemoUnit {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly parent: DemoUnit | null;
  readonly headTitle: string;
  readonly headKind: 'jpt-pratama' | 'administrator' | 'pengawas' | 'jf';
  readonly family: FamilyName;
  /** How many people work here besides the head. */
  readonly staff: number;
}

const OFFICES: readonly (readonly [name: string, family: FamilyName, sections: readonly string[]])[] = [
  [
    'Dinas Kesehatan',
    'health',
    [
      'Bidang Kesehatan Masyarakat',
      'Bidang Pencegahan dan Pengendalian Penyakit',
      'Bidang Pelayanan Kesehatan',
    ],
  ],
  [
    'Dinas Pendidikan',
    'education',
    ['Bidang Pembinaan SD', 'Bidang Pembinaan SMP', 'Bidang PAUD dan Pendidikan Nonformal'],
  ],
  [
    'Dinas Kependudukan dan Pencatatan Sipil',
    'service',
    ['Bidang Pendaftaran Penduduk', 'Bidang Pencatatan Sipil'],
  ],
  [
    'Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu',
    'service',
    ['Bidang Perizinan', 'Bidang Pengaduan dan Informasi'],
  ],
  [
    'Dinas Pekerjaan Umum dan Penataan Ruang',
    'works',
    ['Bidang Bina Marga', 'Bidang Cipta Karya', 'Bidang Sumber Daya Air'],
  ],
  ['Dinas Perhubungan', 'works', ['Bidang Lalu Lintas', 'Bidang Angkutan']],
  ['Dinas Sosial', 'service', ['Bidang Perlindungan Sosial', 'Bidang Rehabilitasi Sosial']],
  [
    'Dinas Komunikasi dan Informatika',
    'service',
    ['Bidang Aplikasi Informatika', 'Bidang Komunikasi Publik'],
  ],
  ['Badan Perencanaan Pembangunan Daerah', 'secretariat', ['Bidang Ekonomi', 'Bidang Infrastruktur']],
  ['Badan Keuangan Daerah', 'secretariat', ['Bidang Anggaran', 'Bidang Perbendaharaan', 'Bidang Pendapatan']],
  [
    'Badan Kepegawaian dan Pengembangan SDM',
    'secretariat',
    ['Bidang Kinerja dan Penghargaan', 'Bidang Pengembangan SDM'],
  ],
  ['Inspektorat Daerah', 'secretariat', ['Inspektur Pembantu I', 'Inspektur Pembantu II']],
  ['Satuan Polisi Pamong Praja', 'order', ['Bidang Ketertiban Umum', 'Bidang Perlindungan Masyarakat']],
];

const CLINICS = [
  'Puskesmas Pasar Baru',
  'Puskesmas Sungai Durian',
  'Puskesmas Talawi',
  'Puskesmas Lembah',
] as const;
const SCHOOLS = [
  'SD Negeri 01',
  'SD Negeri 07',
  'SD Negeri 12',
  'SD Negeri 20',
  'SMP Negeri 1',
  'SMP Negeri 4',
  'SMP Negeri 6',
] as const;
const DISTRICTS: readonly (readonly [string, readonly string[]])[] = [
  ['Lembah Segar', ['Pasar', 'Aur Mulyo', 'Saringan']],
  ['Barangin', ['Durian I', 'Lubang Panjang', 'Saringan Barat']],
  ['Silungkang', ['Oso', 'Tigo', 'Duo']],
  ['Talawi', ['Hilir', 'Mudik', 'Sijantang']],
];

export interface DemoOrganisation {
  readonly units: readonly DemoUnit[];
  readonly city: DemoUnit;
}

export function demoOrganisation(): DemoOrganisation {
  const units: DemoUnit[] = [];
  const add = (unit: Omit<DemoUnit, 'id' | 'code'>): DemoUnit => {
    const made = { ...unit, id: newId(), code: `CTH-${String(units.length + 1).padStart(3, '0')}` };
    units.push(made);
    return made;
  };
  const city = add({
    name: 'Pemerintah Kota Contoh',
    parent: null,
    headTitle: 'Wali Kota',
    headKind: 'jpt-pratama',
    family: 'secretariat',
    staff: 0,
  });
  const secretariat = add({
    name: 'Sekretariat Daerah',
    parent: city,
    headTitle: 'Sekretaris Daerah',
    headKind: 'jpt-pratama',
    family: 'secretariat',
    staff: 6,
  });
  for (const name of ['Umum', 'Hukum', 'Organisasi', 'Pemerintahan', 'Kesejahteraan Rakyat']) {
    add({
      name: `Bagian ${name}`,
      parent: secretariat,
      headTitle: `Kepala Bagian ${name}`,
      headKind: 'administrator',
      family: 'secretariat',
      staff: 12,
    });
  }
  for (const [name, family, sections] of OFFICES) {
    const office = add({
      name,
      parent: city,
      headTitle: name === 'Inspektorat Daerah' ? 'Inspektur Daerah' : `Kepala ${name}`,
      headKind: 'jpt-pratama',
      family,
      staff: 2,
    });
    add({
      name: `Sekretariat ${name}`,
      parent: office,
      headTitle: `Sekretaris ${name}`,
      headKind: 'administrator',
      family: 'secretariat',
      staff: 13,
    });
    for (const section of sections) {
      const title = section.startsWith('Inspektur') ? section : `Kepala ${section}`;
      add({ name: section, parent: office, headTitle: title, headKind: 'administrator', family, staff: 13 });
    }
    if (family === 'health')
      for (const clinic of CLINICS)
        add({
          name: clinic,
          parent: office,
          headTitle: `Kepala ${clinic}`,
          headKind: 'administrator',
          family,
          staff: 28,
        });
    if (family === 'education')
      for (const school of SCHOOLS)
        add({
          name: `${school} Contoh`,
          parent: office,
          headTitle: `Kepala ${school} Contoh`,
          headKind: 'jf',
          family,
          staff: 26,
        });
  }
  for (const [name, villages] of DISTRICTS) {
    const district = add({
      name: `Kecamatan ${name}`,
      parent: city,
      headTitle: `Camat ${name}`,
      headKind: 'administrator',
      family: 'service',
      staff: 12,
    });
    for (const village of villages) {
      add({
        name: `Kelurahan ${village}`,
        parent: district,
        headTitle: `Lurah ${village}`,
        headKind: 'pengawas',
        family: 'service',
        staff: 8,
      });
    }
  }
  return { units, city };
}
