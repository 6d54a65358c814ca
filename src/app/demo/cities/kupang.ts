/** Kota Kupang, with Kecamatan Alak under its own scheme. Names of units as the city publishes them; the people are invented. */
import { type CitySpec, citySecretariat, district, office, section } from './spec.ts';

export const KUPANG: CitySpec = {
  code: 'kota-kupang',
  name: 'Pemerintah Kota Kupang (data contoh)',
  zone: 'Asia/Makassar',
  prefix: 'KPG',
  units: [
    citySecretariat(['Organisasi'], { own: 1, division: 3 }),
    office('Badan Kepegawaian, Pendidikan dan Pelatihan Daerah', 'secretariat', {
      staff: 1,
      below: [section('Bidang Penilaian Kinerja Aparatur', 'secretariat', { staff: 4 })],
    }),
    office('Inspektorat Daerah', 'secretariat', {
      staff: 1,
      title: 'Inspektur Daerah',
      below: [section('Inspektur Pembantu I', 'secretariat', { staff: 2, title: 'Inspektur Pembantu I' })],
    }),
    office('Dinas Kesehatan', 'health', {
      staff: 2,
      below: [
        section('Bidang Pencegahan dan Pengendalian Penyakit', 'health', { staff: 3 }),
        section('Puskesmas Oesapa', 'health', { staff: 6 }),
      ],
    }),
    office('Dinas Kependudukan dan Pencatatan Sipil', 'service', {
      staff: 2,
      below: [section('Bidang Pelayanan Pendaftaran Penduduk', 'service', { staff: 5 })],
    }),
    district('Alak', ['Alak', 'Namosain', 'Penkase Oeleta', 'Manulai II'], { own: 6, village: 3 }),
    district('Oebobo', ['Oebobo', 'Fatululi'], { own: 3, village: 3 }),
  ],
  cast: {
    officer: 'Bidang Penilaian Kinerja Aparatur',
    unitOfficer: 'Kecamatan Alak',
    head: 'Dinas Kesehatan',
    appraiser: 'Puskesmas Oesapa',
    auditor: 'Inspektur Pembantu I',
  },
  schemes: {
    folder: 'kota-kupang',
    own: 'kupang-evaluasi',
    rules: [{ unit: 'Kecamatan Alak', scheme: 'alak-kompetensi' }],
    regulation: 'Keputusan Wali Kota (contoh)',
  },
};
