import { expect, it } from 'vitest';
import type { Explanation } from '../../explanation.ts';
import { componentMechanism } from './index.ts';
import { componentSettings } from './settings.ts';

const LEVELS = [
  ['sangat-baik', 'Sangat baik', 'Very good', 100],
  ['baik', 'Baik', 'Good', 75],
  ['tidak-baik', 'Tidak baik', 'Not good', 25],
].map(([code, id, en, score]) => ({
  code: String(code),
  label: { id: String(id), en: String(en) },
  score: String(score),
  units: Number(score) * 10_000,
}));

/** What an explanation says from the top down, one line a sentence or an input. */
function told(settings: Readonly<Record<string, unknown>>, given: unknown, language: 'id' | 'en' = 'id') {
  const shared = { label: { id: 'Komponen', en: 'Component' }, basis: [{ regulation: 'contoh' }] };
  const mechanism = componentMechanism(componentSettings.parse({ ...shared, ...settings }));
  const levels = () => LEVELS;
  const context = { code: 'k', levels, scoredLevels: levels, behaviours: [], basis: () => [] };
  const lines = (node: Explanation): readonly string[] => [
    `${node.label[language]}: ${node.rule[language]}`,
    ...node.inputs.map(({ path, label, value }) =>
      value.state === 'value' ? `${path} | ${label[language]} | ${value.label[language]}` : path,
    ),
    ...node.children.flatMap(lines),
  ];
  return lines(mechanism.compile(context).explain(given, {}));
}

const PRESENCE = {
  mechanism: 'presence',
  deductions: { absentDay: 30, late: [{ upTo: 30, points: '0.5' }, { points: '1.5' }] },
};

it('presence names every day, what the law counts beside it, and what costs nothing', () => {
  const given = {
    workingDays: 245,
    absentDays: 2,
    longestAbsence: 2,
    permittedDays: 4,
    late: [
      { date: '2026-01-05', minutes: 400 },
      { date: '2026-01-07', minutes: 30 },
    ],
    earlyLeave: [{ date: '2026-01-06', minutes: 60 }],
  };
  expect(told(PRESENCE, given)).toEqual([
    'Komponen: Mulai dari 100. Tidak masuk tanpa alasan yang sah 2 hari × 30 = 60. Terlambat 2 kali: dikurangi 2. Nilai: 100 − 60 − 2 = 38.',
    'k.workingDays | Hari kerja | 245 hari',
    'k.absentDays | Tidak masuk tanpa alasan yang sah | 2 hari',
    'k.late[0].minutes | Terlambat, 5 Januari 2026 | 6 jam 40 menit, dikurangi 1,5',
    'k.late[1].minutes | Terlambat, 7 Januari 2026 | 30 menit, dikurangi 0,5',
    expect.stringMatching(
      /^Hitungan menurut PP 94\/2021: Tidak masuk 2 hari\. Terlambat dan pulang sebelum waktunya 490 menit; setiap 450 menit dihitung satu hari, menjadi 1 hari\. Jumlahnya 3 hari\. .*[Tt]eguran lisan.* Hitungan ini tidak mengubah nilai\. Tabelnya berlaku bagi PNS; PPPK mengikuti perjanjian kerjanya\.$/,
    ),
    'k.longestAbsence | Tidak masuk berturut-turut terlama | 2 hari',
    'Ditampilkan, tidak dihitung: Izin, sakit, cuti, dan tugas dengan alasan yang sah tidak mengurangi nilai. Skema ini tidak mengurangi nilai karena pulang sebelum waktunya.',
    'k.permittedDays | Tidak masuk dengan alasan yang sah | 4 hari',
    'k.earlyLeave[0].minutes | Pulang sebelum waktunya, 6 Januari 2026 | 1 jam',
  ]);
});

it('presence stops at nought, and has nothing to take from a full record', () => {
  const none = { workingDays: 245, absentDays: 0, longestAbsence: 0, late: [] };
  expect(told(PRESENCE, none, 'en')[0]).toBe('Component: Nothing to take away: the score stays 100.');
  expect(told(PRESENCE, { ...none, absentDays: 4, longestAbsence: 1 }, 'en')[0]).toBe(
    'Component: Starts at 100. Absent without a valid reason 4 days × 30 = 120. The deductions, 120, are more than 100, so the score is 0.',
  );
});

const SERVICE = {
  mechanism: 'service-standard',
  clock: { days: [1, 2, 3, 4, 6], from: '08:00', to: '16:00', break: { from: '12:00', to: '13:00' } },
  services: [
    { code: 'ktp', label: { id: 'KTP', en: 'Card' }, targetHours: 7 },
    { code: 'izin', label: { id: 'Izin', en: 'Permit' }, targetHours: '10.5' },
  ],
  withoutCases: 'not-applicable',
};

it('service-standard names every case with the time it took, and the open ones apart', () => {
  const cases = [
    { id: 'A-1', service: 'ktp', start: '2026-03-02T09:15', end: '2026-03-03T09:16' },
    { id: 'A-2', service: 'ktp', start: '2026-03-02T09:15', end: '2026-03-02T10:00' },
    { id: 'A-3', service: 'izin', start: '2026-03-02T09:15', end: null },
    { id: 'A-4', service: 'izin', start: '2026-03-02T09:15', end: '2026-03-02T10:15' },
  ];
  expect(told(SERVICE, { cases, holidays: ['2026-03-19'] })).toEqual([
    'Komponen: 2 dari 3 kasus yang selesai tepat waktu: 2 ÷ 3 × 100 = 66,67 (dibulatkan). Yang dihitung hanya jam kerja: Senin–Kamis, Sabtu, 08.00–16.00, istirahat 12.00–13.00, tanpa 1 hari libur.',
    'KTP: Dijanjikan selesai dalam 7 jam kerja. 1 dari 2 kasus tepat waktu.',
    'k.cases[0] | Kasus A-1, 2 Maret 2026 pukul 09.15 sampai 3 Maret 2026 pukul 09.16 | 7 jam 1 menit waktu kerja, terlambat',
    'k.cases[1] | Kasus A-2, 2 Maret 2026 pukul 09.15 sampai pukul 10.00 | 45 menit waktu kerja, tepat waktu',
    'Izin: Dijanjikan selesai dalam 10,5 jam kerja. 1 dari 1 kasus tepat waktu.',
    'k.cases[3] | Kasus A-4, 2 Maret 2026 pukul 09.15 sampai pukul 10.15 | 1 jam waktu kerja, tepat waktu',
    'Ditampilkan, tidak dihitung: Kasus yang belum selesai belum diketahui tepat waktu atau tidak, sehingga belum dihitung.',
    'k.cases[2] | Kasus A-3, sejak 2 Maret 2026 pukul 09.15 | belum selesai (Izin)',
  ]);
  expect(told(SERVICE, { cases: cases.slice(2, 3) }, 'en')[0]).toBe(
    'Component: No case is finished yet. This component does not apply.',
  );
});

const SURVEY = {
  mechanism: 'survey',
  scale: 'kepuasan',
  items: [
    { code: 'u1', label: { id: 'Persyaratan', en: 'Requirements' } },
    { code: 'u2', label: { id: 'Biaya', en: 'Cost' } },
  ],
  atLeast: 3,
  tooFew: 'missing',
  bands: [
    { label: { id: 'A (sangat baik)', en: 'A (very good)' }, from: '88.31' },
    { label: { id: 'B (baik)', en: 'B (good)' }, from: '76.61' },
    { label: { id: 'lainnya', en: 'the rest' }, from: 25 },
  ],
};

it('survey shows how often each level was given, the name of the index and where it is lowest', () => {
  const answers = [{ u1: '3', u2: '2' }, { u1: 'baik' }, { u1: 'sangat-baik', u2: 'baik' }];
  expect(told(SURVEY, { answers })).toEqual([
    'Komponen: Rata-rata 2 pertanyaan dari 3 jawaban adalah 83,33. Nilai ini termasuk B (baik), mulai dari 76,61. Yang terendah: Biaya (75).',
    'k.answers | Jumlah jawaban | 3 jawaban',
    'Persyaratan: (2 × 100 + 1 × 75) ÷ 3 = 91,6667 (dibulatkan).',
    'k.answers.u1.sangat-baik | Sangat baik (100) | 2 jawaban',
    'k.answers.u1.baik | Baik (75) | 1 jawaban',
    'Biaya: 2 jawaban, semuanya Baik (75).',
    'k.answers.u2.baik | Baik (75) | 2 jawaban',
  ]);
});

it('survey hides what too few answered, and names the question that nobody did', () => {
  expect(told(SURVEY, { answers: [{ u1: '3' }, { u1: '1' }] })).toEqual([
    'Komponen: Ada 2 jawaban, sedangkan yang diperlukan paling sedikit 3. Isinya tidak ditampilkan, agar yang menjawab tidak dapat dikenali. Nilainya belum ada; itu bukan nol.',
    'k.answers | Jumlah jawaban | 2 jawaban',
  ]);
  expect(told(SURVEY, { count: 9, means: { u1: '80' } }, 'en')).toEqual([
    'Component: Nobody has answered Cost yet. A question without an answer is not zero, so the index cannot be counted yet.',
    'k.count | Number of answers | 9 answers',
    'Requirements: Mean given: 80.',
    'k.means.u1 | Requirements | 80',
  ]);
});

const INNOVATION = {
  mechanism: 'innovation',
  stages: [
    { code: 'gagasan', label: { id: 'Gagasan', en: 'Idea' }, points: '10.1' },
    { code: 'pakai', label: { id: 'Dipakai', en: 'In use' }, points: 60 },
  ],
  unverifiedPercent: 0,
  atMost: 100,
};
const ITEMS = [
  { title: 'Antrean daring', stage: 'pakai', verifiedBy: 'Inspektorat' },
  { title: 'Papan saran', stage: 'gagasan' },
  { title: 'Loket keliling', stage: 'pakai', verifiedBy: 'Bappeda' },
];

it('innovation names each one with who verified it, and the limit', () => {
  expect(told(INNOVATION, { items: ITEMS })).toEqual([
    'Komponen: 2 inovasi yang diverifikasi: 60 + 60 = 120. Nilai 120 melebihi batas, sehingga dihitung 100.',
    'k.items[0].stage | Antrean daring | Dipakai: 60 (diverifikasi Inspektorat)',
    'k.items[2].stage | Loket keliling | Dipakai: 60 (diverifikasi Bappeda)',
    'Ditampilkan, tidak dihitung: Inovasi dihitung setelah diverifikasi unit kerja lain.',
    'k.items[1].stage | Papan saran | Gagasan: 10,1 (belum diverifikasi)',
  ]);
  expect(told({ ...INNOVATION, unverifiedPercent: '33.3' }, { items: ITEMS.slice(0, 2) })).toEqual([
    'Komponen: 1 inovasi yang diverifikasi: 60. 1 inovasi yang belum diverifikasi dihitung 33,3 %, dari 10,1. Jumlahnya 63,36 (dibulatkan).',
    'k.items[0].stage | Antrean daring | Dipakai: 60 (diverifikasi Inspektorat)',
    'k.items[1].stage | Papan saran | Gagasan: 10,1, dihitung 33,3 % (belum diverifikasi)',
  ]);
  expect(told(INNOVATION, { items: [] }, 'en')).toEqual([
    'Component: No innovation was proposed, so the score is 0.',
  ]);
});
