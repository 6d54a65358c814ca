/** Evidence of a full year under the scheme of Alak, different for every number; no chance in it. */

const SERVICES = [
  'izin-usaha-mikro',
  'rekomendasi-imb',
  'surat-keterangan',
  'legalisasi-waris',
  'pengaduan',
] as const;
const RESULTS = ['melampaui', 'sesuai', 'sebagian', 'belum'] as const;
const ANSWERS = ['sangat-baik', 'baik', 'kurang-baik', 'tidak-baik'] as const;
const BEHAVIOURS = ['teladan', 'konsisten', 'belum-konsisten', 'jarang'] as const;
const QUESTIONS = ['u1', 'u2', 'u3', 'u4', 'u5', 'u6', 'u7', 'u8', 'u9'] as const;
const VALUES = [
  'berorientasi-pelayanan',
  'akuntabel',
  'kompeten',
  'harmonis',
  'loyal',
  'adaptif',
  'kolaboratif',
] as const;
const COMPETENCIES = [
  'integritas',
  'kerja-sama',
  'komunikasi',
  'orientasi-hasil',
  'pelayanan-publik',
  'pengembangan-diri',
  'mengelola-perubahan',
  'pengambilan-keputusan',
  'perekat-bangsa',
] as const;
const POSTS = ['pengawas', 'pelaksana', 'ahli-pertama', 'ahli-muda', 'administrator'] as const;

/** Numbers that look thrown and are the same every time (Park and Miller, 1988). */
function numbersFrom(seed: number): (below: number) => number {
  let state = (seed % 2_147_483_646) + 1;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

/** Five lines of results, twenty cases, thirty answers, eight forms of competencies, four of behaviour. */
export function alakEvidence(seed: number): Readonly<Record<string, unknown>> {
  const next = numbersFrom(seed);
  const pick = <T>(choices: readonly T[], better: number): T =>
    choices[Math.min(choices.length - 1, Math.max(0, next(choices.length + better) - better))] as T;
  const times = <T>(count: number, make: (index: number) => T): readonly T[] =>
    Array.from({ length: count }, (_, index) => make(index));
  const each = <T>(names: readonly string[], make: () => T): Readonly<Record<string, T>> =>
    Object.fromEntries(names.map((name) => [name, make()]));

  const better = seed % 4;
  const lines = times(5, (index) =>
    index === 4
      ? { kind: 'additional', level: pick(RESULTS, better) }
      : {
          kind: 'main',
          indicators: times(2, (place) => ({
            direction: place === 0 ? 'higher' : 'lower',
            target: String(80 + next(40)),
            summary: 'latest',
            realisations: times(4, () => {
              const amount = 45 + better * 15 + next(40);
              return `${place === 0 ? amount : 200 - amount}.${next(10)}`;
            }),
          })),
        },
  );
  const cases = times(20, (index) => {
    const day = 2 + next(20);
    return {
      id: `K-${index}`,
      service: pick(SERVICES, 0),
      start: `2026-03-${twoDigits(day)}T${twoDigits(8 + next(8))}:${twoDigits(next(60))}`,
      end: next(10) === 0 ? null : `2026-03-${twoDigits(day + next(5 - better))}T16:30`,
    };
  });
  const levels = () => ({ levels: each(COMPETENCIES, () => 1 + next(2) + (Math.floor(seed / 4) % 3)) });
  const items = () => ({ items: each(VALUES, () => pick(BEHAVIOURS, better)) });
  return {
    hasilKerja: { lines },
    standarPelayanan: { cases },
    kepuasanPemohon: { answers: times(30, () => each(QUESTIONS, () => pick(ANSWERS, better))) },
    kompetensi: {
      post: pick(POSTS, 0),
      forms: {
        appraiser: [levels()],
        'appraiser-superior': [levels()],
        colleague: times(3, levels),
        subordinate: times(3, levels),
      },
    },
    perilaku: { forms: { appraiser: [items()], colleague: times(3, items) } },
  };
}
