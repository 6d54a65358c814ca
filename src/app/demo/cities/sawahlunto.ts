/** Kota Sawahlunto: two schemes at once. Names of units as the city publishes them; the people are invented. */
import { type CitySpec, citySecretariat, district, office, school, section } from './spec.ts';

export const SAWAHLUNTO: CitySpec = {
  code: 'kota-sawahlunto',
  name: 'Pemerintah Kota Sawahlunto (data contoh)',
  zone: 'Asia/Jakarta',
  prefix: 'SWL',
  units: [
    citySecretariat(['Organisasi', 'Umum'], { own: 1, division: 3 }),
    office('Badan Kepegawaian dan Pengembangan Sumber Daya Manusia', 'secretariat', {
      staff: 1,
      below: [section('Bidang Penilaian Kinerja dan Penghargaan', 'secretariat', { staff: 4 })],
    }),
    office('Inspektorat Daerah', 'secretariat', {
      staff: 1,
      title: 'Inspektur Daerah',
      below: [section('Inspektur Pembantu I', 'secretariat', { staff: 2, title: 'Inspektur Pembantu I' })],
    }),
    office('Dinas Kesehatan, Pengendalian Penduduk dan Keluarga Berencana', 'health', {
      staff: 2,
      below: [
        section('Bidang Kesehatan Masyarakat', 'health', { staff: 3 }),
        section('Puskesmas Sungai Durian', 'health', { staff: 6 }),
      ],
    }),
    office('Dinas Pendidikan dan Kebudayaan', 'education', {
      staff: 2,
      below: [
        section('Bidang Pembinaan Sekolah Dasar', 'education', { staff: 3 }),
        school('SMP Negeri 1 Sawahlunto', 7),
      ],
    }),
    office('Dinas Pariwisata, Pemuda dan Olahraga', 'service', {
      staff: 2,
      below: [section('Bidang Destinasi Pariwisata', 'service', { staff: 4 })],
    }),
    district('Lembah Segar', ['Pasar', 'Aur Mulyo'], { own: 3, village: 3 }),
    district('Silungkang', [], { own: 3, village: 0 }),
  ],
  cast: {
    officer: 'Bidang Penilaian Kinerja dan Penghargaan',
    unitOfficer: 'Bidang Kesehatan Masyarakat',
    head: 'Dinas Kesehatan, Pengendalian Penduduk dan Keluarga Berencana',
    appraiser: 'Puskesmas Sungai Durian',
    auditor: 'Inspektur Pembantu I',
  },
  schemes: {
    folder: 'kota-sawahlunto',
    own: 'sawahlunto-kinerja',
    rules: [
      { unit: 'Dinas Pendidikan dan Kebudayaan', scheme: 'sawahlunto-capaian' },
      { unit: 'Dinas Pariwisata, Pemuda dan Olahraga', scheme: 'sawahlunto-capaian' },
    ],
    regulation: 'Keputusan Wali Kota (contoh)',
  },
};
