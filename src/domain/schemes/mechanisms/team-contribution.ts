/**
 * Mechanism `team-contribution`: what a person gave to the teams they belonged to. Each team's lead
 * gives one level; the levels are averaged by the months spent in each team.
 */
import { z } from 'zod';
import { type Bilingual, midSentence, say } from '../../bilingual.ts';
import {
  codedValue,
  decimalValue,
  type ExplainedInput,
  type Explanation,
  integerValue,
  MISSING,
  NOT_APPLICABLE,
  textValue,
} from '../../explanation.ts';
import { words } from '../../problem.ts';
import { DEFAULT_DECIMALS, meanUnits, unitsText } from '../fixed.ts';
import { MISSING_OUTCOME, NOT_APPLICABLE_OUTCOME, type Outcome, scoreOutcome } from '../outcome.ts';
import { code, commonSettings } from '../shapes.ts';
import { annotatedWithin } from './annotated-within.ts';
import { checkCountedScale, scoreRangeOf } from './counted-scale.ts';
import { meanInWords, namesInWords, points, shareOf } from './in-words.ts';
import {
  type Annotations,
  type CompiledComponent,
  type ComponentContext,
  hasOnly,
  isRecord,
  type Mechanism,
  type ScoredLevel,
} from './mechanism.ts';

export const teamContributionSettings = z.strictObject({
  mechanism: z.literal('team-contribution'),
  ...commonSettings,
  /** Levels with scores, in which each team's lead answers. */
  scale: code,
  /** What holds for a person who was in no team. */
  withoutTeam: z.enum(['not-applicable', 'missing']),
});
export type TeamContributionSettings = z.infer<typeof teamContributionSettings>;

/** A team of the evidence, once it has been read. Without a level it has not been rated yet. */
type Team = {
  readonly name: string;
  readonly role: 'lead' | 'member';
  readonly months: number;
  readonly level?: string | undefined;
};

const NAMES = new Set(['teams']);
const TEAM_NAMES = new Set(['name', 'role', 'months', 'level']);
const MAXIMUM_TEAMS = 60;
const MAXIMUM_NAME = 200;
const MAXIMUM_MONTHS = 12;
const ROLES = ['lead', 'member'] as const;
const ROLE_LABELS: Readonly<Record<Team['role'], Bilingual>> = {
  lead: { id: 'Ketua tim', en: 'Team lead' },
  member: { id: 'Anggota tim', en: 'Team member' },
};

type Levels = ReadonlyMap<unknown, ScoredLevel>;

function isTeam(value: unknown, levels: Levels): value is Team {
  if (!isRecord(value) || !hasOnly(value, TEAM_NAMES)) return false;
  const { name, role, months, level } = value;
  return (
    typeof name === 'string' &&
    name.length <= MAXIMUM_NAME &&
    /\S/.test(name) &&
    (role === 'lead' || role === 'member') &&
    typeof months === 'number' &&
    Number.isInteger(months) &&
    months >= 1 &&
    months <= MAXIMUM_MONTHS &&
    (level === undefined || levels.has(level))
  );
}

function teamsOf(given: unknown, levels: Levels): readonly Team[] | undefined {
  if (!isRecord(given) || !hasOnly(given, NAMES)) return undefined;
  const { teams } = given;
  if (!Array.isArray(teams) || teams.length > MAXIMUM_TEAMS) return undefined;
  for (const team of teams) if (!isTeam(team, levels)) return undefined;
  return teams;
}

/** Undefined while a team is not rated, or where there is no team. Sums stay below 2^53: see counted-scale. */
function scoreOf(teams: readonly Team[], levels: Levels, decimals: number): number | undefined {
  let sum = 0;
  let months = 0;
  for (const team of teams) {
    const level = levels.get(team.level);
    if (!level) return undefined;
    sum += level.units * team.months;
    months += team.months;
  }
  return months === 0 ? undefined : meanUnits(sum, months, decimals);
}

function evidenceShape(codes: readonly string[]) {
  const name = z
    .string()
    .max(MAXIMUM_NAME)
    .refine(
      (text) => /\S/.test(text),
      words({ id: 'kosong', en: 'is empty' }, { id: 'tulis nama tim', en: 'write the name of the team' }),
    );
  const team = z.strictObject({
    name,
    role: z.enum(ROLES),
    months: z.int().min(1).max(MAXIMUM_MONTHS),
    level: z.enum(codes).optional(),
  });
  return z.strictObject({ teams: z.array(team).max(MAXIMUM_TEAMS) });
}

function compileTeamContribution(
  settings: TeamContributionSettings,
  context: ComponentContext,
): CompiledComponent {
  const scored = context.scoredLevels(settings.scale);
  const levels: Levels = new Map(scored.map((level) => [level.code, level]));
  const decimals = settings.decimals ?? DEFAULT_DECIMALS;
  const nobody = settings.withoutTeam === 'missing' ? MISSING_OUTCOME : NOT_APPLICABLE_OUTCOME;
  return {
    code: context.code,
    label: settings.label,
    evidence: evidenceShape(scored.map((level) => level.code)),
    example: {
      teams: [
        { name: 'Tim percepatan layanan', role: 'member', months: 6, level: scored[1]?.code },
        { name: 'Tim penyusun laporan', role: 'lead', months: 3, level: scored[0]?.code },
      ],
    },
    read(given): Outcome | undefined {
      if (given === undefined) return MISSING_OUTCOME;
      const teams = teamsOf(given, levels);
      if (!teams) return undefined;
      if (teams.length === 0) return nobody;
      const score = scoreOf(teams, levels, decimals);
      return score === undefined ? MISSING_OUTCOME : scoreOutcome(score);
    },
    explain(given, annotations) {
      const explained = explainTeams(settings, context, teamsOf(given, levels) ?? [], levels, annotations);
      return given === undefined ? { ...explained, value: MISSING, rule: NOTHING_GIVEN } : explained;
    },
  };
}

const NOTHING_GIVEN: Bilingual = {
  id: 'Keanggotaan tim belum dicatat.',
  en: 'No membership of a team has been recorded.',
};

function explainTeams(
  settings: TeamContributionSettings,
  context: ComponentContext,
  teams: readonly Team[],
  levels: Levels,
  annotations: Annotations,
): Explanation {
  const basis = context.basis(settings.basis);
  const shared = { code: context.code, label: settings.label, basis, inputs: [] };
  if (teams.length === 0) {
    const missing = settings.withoutTeam === 'missing';
    return {
      ...shared,
      value: missing ? MISSING : NOT_APPLICABLE,
      rule: NO_TEAM[settings.withoutTeam],
      children: [],
    };
  }
  const months = teams.reduce((sum, team) => sum + team.months, 0);
  const children = teams.map((team, index): Explanation => {
    const path = `${context.code}.teams[${index}]`;
    const level = levels.get(team.level);
    return {
      code: `${context.code}-team-${index + 1}`,
      label: { id: team.name, en: team.name },
      value: level ? decimalValue(unitsText(level.units)) : MISSING,
      rule: teamRule(team, level),
      basis,
      weight: shareOf(team.months, months),
      inputs: annotatedWithin(path, inputsOf(path, team, level), annotations),
      children: [],
    };
  });
  const score = scoreOf(teams, levels, settings.decimals ?? DEFAULT_DECIMALS);
  if (score === undefined) {
    const unrated = teams
      .filter(({ level }) => level === undefined)
      .map(({ name }) => ({ id: name, en: name }));
    const rule = say(
      { id: 'Belum dapat dihitung: {list} belum dinilai.', en: 'Cannot be computed yet: {list} not rated.' },
      { list: namesInWords(unrated) },
    );
    return { ...shared, value: MISSING, rule, children };
  }
  return {
    ...shared,
    value: decimalValue(unitsText(score)),
    rule: meanRule(teams, levels, months, score),
    children,
  };
}

const NO_TEAM: Readonly<Record<TeamContributionSettings['withoutTeam'], Bilingual>> = {
  missing: {
    id: 'Belum ada tim yang dicatat, sehingga komponen ini belum bernilai.',
    en: 'No team has been recorded, so this component has no value yet.',
  },
  'not-applicable': {
    id: 'Pegawai ini tidak menjadi anggota tim, sehingga komponen ini tidak berlaku baginya.',
    en: 'This employee was in no team, so this component does not apply.',
  },
};

function teamRule(team: Team, level: ScoredLevel | undefined): Bilingual {
  const values = { role: ROLE_LABELS[team.role], months: team.months };
  if (!level)
    return say(
      {
        id: '{role} selama {months} bulan, belum dinilai.',
        en: '{role} for {months} months, not yet rated.',
      },
      values,
    );
  return say(
    {
      id: '{role} selama {months} bulan, dinilai {level}: {units}.',
      en: '{role} for {months} months, rated {level}: {units}.',
    },
    { ...values, level: midSentence(level.label), units: points(level.units) },
  );
}

function inputsOf(path: string, team: Team, level: ScoredLevel | undefined): readonly ExplainedInput[] {
  return [
    { path: `${path}.name`, label: { id: 'Nama tim', en: 'Name of the team' }, value: textValue(team.name) },
    {
      path: `${path}.role`,
      label: { id: 'Peran', en: 'Role' },
      value: codedValue('text', team.role, ROLE_LABELS[team.role]),
    },
    { path: `${path}.months`, label: { id: 'Bulan', en: 'Months' }, value: integerValue(team.months) },
    {
      path: `${path}.level`,
      label: { id: 'Tingkat kontribusi', en: 'Level of contribution' },
      value: level ? codedValue('rating', level.code, level.label) : MISSING,
    },
  ];
}

function meanRule(teams: readonly Team[], levels: Levels, months: number, score: number): Bilingual {
  const terms = teams.map((team) => ({
    units: levels.get(team.level)?.units ?? 0,
    weight: team.months,
    text: String(team.months),
  }));
  return say(
    {
      id: 'Nilai setiap tim dirata-ratakan menurut lamanya dalam bulan: {mean}.',
      en: 'The score of each team, averaged by the months in it: {mean}.',
    },
    { mean: meanInWords(terms, String(months), score) },
  );
}

export const teamContribution: Mechanism<TeamContributionSettings> = {
  yields: 'score',
  givenBy: 'team-lead',
  mayNotApply: ({ withoutTeam }) => withoutTeam === 'not-applicable',
  range: ({ scale }, context) => scoreRangeOf(scale, context),
  check(settings, context, report) {
    checkCountedScale(settings.scale, context, report);
  },
  compile: compileTeamContribution,
};
