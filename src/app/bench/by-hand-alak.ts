/** The competency-based scheme of Alak as somebody would write it by hand; see by-hand.ts. */
import { type ByHand, list, MATRIX, type Named, NONE, named, refuse } from './by-hand.ts';

/** Whole units of 1/10000 point, as in the engine. */
const UNITS = 10_000;

function half(a: number, b: number): number {
  const quotient = Math.floor(a / b);
  return (a - quotient * b) * 2 >= b ? quotient + 1 : quotient;
}

function hundredthsOf(sum: number, weight: number): number {
  return half(sum, weight * 100) * 100;
}

function decimal(text: unknown): number {
  return typeof text === 'string' && /^\d{1,11}(\.\d{1,4})?$/.test(text)
    ? Math.round(Number(text) * UNITS)
    : refuse();
}

const LINES = new Set(['lines']);
const LINE = new Set(['kind', 'indicators', 'level']);
const INDICATOR = new Set(['direction', 'target', 'summary', 'realisations', 'maximum']);
const RESULT_LEVELS: Named = { melampaui: 100, sesuai: 88, sebagian: 55, belum: 20 };

/** One line: 0 to 88 points up to 100 %, 100 points from 120 % on. Indicators as the examples use them. */
function lineUnits(value: unknown): number {
  const line = named(value, LINE);
  if (line.level !== undefined) return Number(RESULT_LEVELS[String(line.level)] ?? refuse()) * UNITS;
  let sum = 0;
  const indicators = list(line.indicators);
  for (const each of indicators) {
    const indicator = named(each, INDICATOR);
    const realisations = list(indicator.realisations);
    const target = decimal(indicator.target);
    let latest = 0;
    for (const realisation of realisations) latest = decimal(realisation);
    const [part, of] = indicator.direction === 'higher' ? [latest, target] : [target, latest];
    sum += of === 0 ? 12_000 : Math.min(12_000, half(part * UNITS, of));
  }
  const percent = half(sum, indicators.length);
  return percent <= UNITS ? percent * 88 : 88 * UNITS + (percent - UNITS) * 60;
}

function resultsUnits(value: unknown): number {
  const lines = list(named(value, LINES).lines);
  let sum = 0;
  for (const line of lines) sum += lineUnits(line);
  return hundredthsOf(sum, lines.length);
}

const CASES = new Set(['cases']);
const CASE = new Set(['id', 'service', 'start', 'end']);
const TARGET_MINUTES: Named = {
  'izin-usaha-mikro': 840,
  'rekomendasi-imb': 1260,
  'surat-keterangan': 210,
  'legalisasi-waris': 2100,
  pengaduan: 1260,
};

/** Minutes worked since 1970-01-01, a Thursday: Monday to Friday, 8 to 12 and 13 to 16. */
function workedMinutes(text: unknown): number {
  const minute = typeof text === 'string' ? Date.parse(`${text}Z`) / 60_000 : refuse();
  const day = Math.floor(minute / 1440) + 3;
  const time = minute % 1440;
  const weekday = day % 7;
  const days = Math.floor(day / 7) * 5 + Math.min(weekday, 5);
  const morning = Math.min(Math.max(time, 480), 720) - 480;
  const afternoon = Math.min(Math.max(time, 780), 960) - 780;
  return days * 420 + (weekday < 5 ? morning + afternoon : 0);
}

/** Undefined where no case is finished. */
function serviceUnits(value: unknown): number | undefined {
  let closed = 0;
  let onTime = 0;
  const seen = new Set<unknown>();
  for (const each of list(named(value, CASES).cases)) {
    const given = named(each, CASE);
    if (typeof given.id !== 'string' || seen.has(given.id)) refuse();
    seen.add(given.id);
    const target = Number(TARGET_MINUTES[String(given.service)] ?? refuse());
    const start = workedMinutes(given.start);
    if (given.end === null) continue;
    closed += 1;
    if (workedMinutes(given.end) - start <= target) onTime += 1;
  }
  return closed === 0 ? undefined : hundredthsOf(onTime * 100 * UNITS, closed);
}

const ANSWERS: Named = { 'sangat-baik': 100, baik: 75, 'kurang-baik': 50, 'tidak-baik': 25 };
const QUESTIONS = ['u1', 'u2', 'u3', 'u4', 'u5', 'u6', 'u7', 'u8', 'u9'];

const ANSWERED = new Set(['answers']);
const ASKED = new Set(QUESTIONS);

/** Undefined where fewer than five answered. Every answer is complete in what is measured. */
function surveyUnits(value: unknown): number | undefined {
  const answers = list(named(value, ANSWERED).answers);
  let sum = 0;
  for (const each of answers) {
    const answer = named(each, ASKED);
    for (const question of QUESTIONS) sum += Number(ANSWERS[String(answer[question])] ?? refuse());
  }
  return answers.length < 5 ? undefined : hundredthsOf(sum * UNITS, answers.length * QUESTIONS.length);
}

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
];
const POSTS: Named = {
  'jpt-pratama': 4,
  administrator: 3,
  pengawas: 2,
  pelaksana: 1,
  pemula: 1,
  terampil: 1,
  mahir: 1,
  penyelia: 2,
  'ahli-pertama': 2,
  'ahli-muda': 3,
  'ahli-madya': 4,
  'ahli-utama': 5,
};
const COMPETENCY_VOICES = [
  { name: 'appraiser', percent: 60, atLeast: 1 },
  { name: 'appraiser-superior', percent: 15, atLeast: 1 },
  { name: 'colleague', percent: 15, atLeast: 3 },
  { name: 'subordinate', percent: 10, atLeast: 3 },
];

const COMPETENCY_NAMES = new Set(['post', 'forms']);
const COMPETENCY_FORMS = new Set(COMPETENCY_VOICES.map(({ name }) => name));
const LEVELS = new Set(['levels']);
const KNOWN_COMPETENCIES = new Set(COMPETENCIES);

/** The match with the standard of the post; undefined where the appraiser has not answered. */
function competencyUnits(value: unknown): number | undefined {
  const given = named(value, COMPETENCY_NAMES);
  const required = Number(POSTS[String(given.post)] ?? refuse());
  const forms = named(given.forms, COMPETENCY_FORMS);
  if (list(forms.appraiser ?? []).length === 0) return undefined;
  const weighted = COMPETENCIES.map(() => 0);
  let percents = 0;
  for (const { name, percent, atLeast } of COMPETENCY_VOICES) {
    const own = list(forms[name] ?? []);
    if (own.length < atLeast) continue;
    const levels = own.map((form) => named(named(form, LEVELS).levels, KNOWN_COMPETENCIES));
    for (let index = 0; index < COMPETENCIES.length; index += 1) {
      let sum = 0;
      for (const each of levels) {
        const level = each[COMPETENCIES[index] ?? ''];
        sum += typeof level === 'number' && level >= 0 && level <= 5 ? level : refuse();
      }
      weighted[index] = (weighted[index] ?? 0) + percent * half(sum * UNITS, own.length);
    }
    percents += percent;
  }
  let counted = 0;
  for (const each of weighted) counted += Math.min(half(each, percents * 100), required * 100);
  return hundredthsOf(counted * 100 * UNITS, COMPETENCIES.length * required * 100);
}

const BEHAVIOUR_LEVELS: Named = { teladan: 100, konsisten: 85, 'belum-konsisten': 60, jarang: 30 };
const VALUES = [
  'berorientasi-pelayanan',
  'akuntabel',
  'kompeten',
  'harmonis',
  'loyal',
  'adaptif',
  'kolaboratif',
];

const FORMS = new Set(['forms']);
const BEHAVIOUR_VOICES = new Set(['appraiser', 'colleague']);
const ITEMS = new Set(['items']);
const RATED = new Set(VALUES);

function voiceUnits(forms: readonly unknown[]): number {
  let sum = 0;
  for (const form of forms) {
    const items = named(named(form, ITEMS).items, RATED);
    let own = 0;
    let rated = 0;
    for (const name of VALUES) {
      if (items[name] === undefined) continue;
      own += Number(BEHAVIOUR_LEVELS[String(items[name])] ?? refuse());
      rated += 1;
    }
    sum += half(own * UNITS, rated);
  }
  return half(sum, forms.length);
}

/** Undefined where the appraiser has not answered. */
function behaviourUnits(value: unknown): number | undefined {
  const forms = named(named(value, FORMS).forms, BEHAVIOUR_VOICES);
  const appraisers = list(forms.appraiser ?? []);
  const colleagues = list(forms.colleague ?? []);
  if (appraisers.length === 0) return undefined;
  const own = voiceUnits(appraisers);
  return colleagues.length < 3
    ? hundredthsOf(own, 1)
    : hundredthsOf(own * 70 + voiceUnits(colleagues) * 30, 100);
}

const CATEGORIES = ['siap-berkembang', 'cakap', 'perlu-penguatan', 'perlu-pendampingan', 'perlu-pembinaan'];
const CELLS = [
  [0, 1, 2],
  [1, 2, 3],
  [3, 3, 4],
];
/** The categories that agree with each predicate. */
const AGREEING: Readonly<Record<string, readonly number[]>> = {
  'sangat-baik': [0, 1],
  baik: [0, 1, 2],
  'butuh-perbaikan': [2, 3],
  kurang: [3, 4],
  'sangat-kurang': [4],
};

function band(units: number, best: number, middle: number): 0 | 1 | 2 {
  return units >= best * UNITS ? 0 : units >= middle * UNITS ? 1 : 2;
}

const SUGGESTED = ['official.results', 'official.behaviour'];
const RATINGS = ['above', 'meets', 'below'] as const;

const COMPONENTS = new Set(['hasilKerja', 'standarPelayanan', 'kepuasanPemohon', 'kompetensi', 'perilaku']);

/** The competency-based scheme of Alak for evidence of the forms that its examples have. */
export function alakByHand(evidence: unknown): ByHand | undefined {
  const given = named(evidence, COMPONENTS);
  const work = resultsUnits(given.hasilKerja);
  const service = serviceUnits(given.standarPelayanan);
  const satisfaction = surveyUnits(given.kepuasanPemohon);
  const competency = competencyUnits(given.kompetensi);
  const behaviour = behaviourUnits(given.perilaku);
  if (competency === undefined || behaviour === undefined) return undefined;
  let sum = work * 60;
  let percents = 60;
  if (service !== undefined) {
    sum += service * 25;
    percents += 25;
  }
  if (satisfaction !== undefined) {
    sum += satisfaction * 15;
    percents += 15;
  }
  const mean = hundredthsOf(sum, percents);
  let rank = CELLS[band(mean, 88, 65)]?.[band(competency, 80, 68)] ?? 0;
  if (behaviour < 60 * UNITS) rank = Math.max(rank, 3);
  const results = RATINGS[band(mean, 92, 65)];
  const conduct = RATINGS[band(behaviour, 90, 60)];
  const predicate = MATRIX[results][conduct];
  const agreeing = AGREEING[predicate] ?? [];
  const least = agreeing[0] ?? rank;
  const most = agreeing.at(-1) ?? rank;
  const category = CATEGORIES[Math.min(Math.max(rank, least), most)] ?? null;
  return {
    score: null,
    category,
    official: { results, behaviour: conduct, predicate },
    missing: NONE,
    suggested: SUGGESTED,
  };
}
