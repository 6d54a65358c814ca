/** Kota Jambi under its fair and open scheme. Names of units as the city publishes them; the people are invented. */
import { type CitySpec, citySecretariat, district, office, section } from './spec.ts';

export const JAMBI: CitySpec = {
  code: 'kota-jambi',
  name: 'Pemerintah Kota Jambi (data contoh)',
  zone: 'Asia/Jakarta',
  prefix: 'JMB',
  units: [
    citySecretariat(['Organisasi'], { own: 1, division: 3 }),
    office('Badan Kepegawaian dan Pengembangan Sumber Daya Manusia Daerah', 'secretariat', {
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
        section('Bidang Pelayanan Kesehatan', 'health', { staff: 3 }),
        section('Puskesmas Putri Ayu', 'health', { staff: 6 }),
      ],
    }),
    office('Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu', 'service', {
      staff: 2,
      below: [section('Bidang Pelayanan Perizinan', 'service', { staff: 5 })],
    }),
    office('Dinas Pekerjaan Umum dan Penataan Ruang', 'works', {
      staff: 2,
      below: [section('Bidang Bina Marga', 'works', { staff: 4 })],
    }),
    district('Telanaipura', ['Telanaipura', 'Simpang IV Sipin'], { own: 3, village: 3 }),
    district('Jelutung', ['Jelutung', 'Handil Jaya'], { own: 3, village: 3 }),
  ],
  cast: {
    officer: 'Bidang Penilaian Kinerja Aparatur',
    unitOfficer: 'Bidang Pelayanan Kesehatan',
    head: 'Dinas Kesehatan',
    appraiser: 'Puskesmas Putri Ayu',
    auditor: 'Inspektur Pembantu I',
  },
  schemes: {
    folder: 'kota-jambi',
    own: 'jambi-adil-terbuka',
    rules: [],
    regulation: 'Keputusan Wali Kota (contoh)',
  },
};
