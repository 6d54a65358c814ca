/**
 * Who appraises under which scheme in an open or coming period, and where each stands with the certificate. Open
 * periods are read from their participants, coming ones from who would take part. A fixed number of queries for open
 * periods; a coming one costs what its pre-flight costs.
 */
import { sql } from 'kysely';
import type { CompiledScheme } from '#domain/schemes/index.ts';
import { covers, fullName, type Scope } from '#features/people/index.ts';
import { candidates, findPeriod } from '#features/periods/index.ts';
import type { SchemeStore } from '#features/schemes/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { type PersonState, type Progress, personState } from '../course/progress.ts';
import { ruleOf, schemesWithCourse } from '../course/queries.ts';

export interface AppraiserLine {
  readonly personId: string;
  readonly name: string;
  readonly unitId: string | null;
  readonly unitName: string;
  readonly hasAccount: boolean;
  readonly schemeId: string;
  readonly schemeTitle: string;
  readonly asks: 'required' | 'recommended' | null;
  /** How many people are appraised under the scheme, over all these periods. */
  readonly appraises: number;
  readonly progress: Progress;
}

/** Everybody whom the scope reaches: those not certified first, then by scheme and name. */
export async function appraiserLines(
  tx: Tx,
  schemes: SchemeStore,
  about: { readonly scope: Scope; readonly today: string },
): Promise<readonly AppraiserLine[]> {
  const known = await schemesWithCourse(tx, schemes);
  const counts = await appraisedCounts(tx, about.today);
  const wanted = [...counts].filter(([key]) => known.has(schemeOf(key)));
  const people = await peopleOf(tx, [...new Set(wanted.map(([key]) => personOf(key)))], about.today);
  const standing = await standingOf(tx);
  const lines = wanted.flatMap(([key, appraises]) => {
    const [person, compiled] = [people.get(personOf(key)), known.get(schemeOf(key))];
    if (!person || !compiled) return [];
    if (person.unitId === null ? about.scope.kind !== 'agency' : !covers(about.scope, person.unitId))
      return [];
    return [lineOf(person, compiled, appraises, standing(key, about.today))];
  });
  return lines.sort(
    (one, other) =>
      Number(isCertified(one)) - Number(isCertified(other)) ||
      one.schemeTitle.localeCompare(other.schemeTitle, 'id') ||
      one.name.localeCompare(other.name, 'id'),
  );
}

const keyOf = (personId: string, schemeId: string) => `${personId} ${schemeId}`;
const personOf = (key: string) => key.slice(0, 36);
const schemeOf = (key: string) => key.slice(37);

function lineOf(
  person: Person,
  { scheme }: CompiledScheme,
  appraises: number,
  standing: Standing,
): AppraiserLine {
  const rule = ruleOf(scheme);
  return {
    ...person,
    schemeId: scheme.id,
    schemeTitle: inLocale(scheme.title),
    asks: rule.asks,
    appraises,
    progress: {
      ...standing,
      casesPassed: Math.min(standing.casesPassed, rule.cases),
      casesNeeded: rule.cases,
    },
  };
}

/** How many different people are appraised, by appraiser and scheme. */
async function appraisedCounts(tx: Tx, today: string): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ appraiser_id: string; scheme_id: string; people: string[] }>`
    select p.appraiser_id, p.scheme_id, array_agg(distinct p.person_id::text) as people
    from participants p
    join periods e on e.agency_id = ${tx.agencyId} and e.id = p.period_id and e.state = 'open'
    where p.agency_id = ${tx.agencyId} and p.state = 'active' and p.appraiser_id is not null
    group by p.appraiser_id, p.scheme_id`.execute(tx.db);
  const appraised = new Map(rows.map((row) => [keyOf(row.appraiser_id, row.scheme_id), new Set(row.people)]));
  const coming = await tx.db
    .selectFrom('periods')
    .select('id')
    .where('agency_id', '=', tx.agencyId)
    .where('state', '=', 'draft')
    .where('ends_on', '>=', today)
    .execute();
  for (const { id } of coming) {
    const period = await findPeriod(tx, id);
    if (!period) continue;
    for (const { appraiser, scheme, participant, personId } of await candidates(tx, period, today)) {
      if (!appraiser || participant?.state === 'excluded') continue;
      const key = keyOf(appraiser.id, scheme.id);
      appraised.set(key, (appraised.get(key) ?? new Set()).add(personId));
    }
  }
  return new Map([...appraised].map(([key, people]) => [key, people.size]));
}

type Person = Pick<AppraiserLine, 'personId' | 'name' | 'unitId' | 'unitName' | 'hasAccount'>;

async function peopleOf(tx: Tx, ids: readonly string[], today: string): Promise<ReadonlyMap<string, Person>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{
    id: string;
    name: string;
    title_before: string | null;
    title_after: string | null;
    has_account: boolean;
    unit_id: string | null;
    unit_name: string | null;
  }>`
    select p.id, p.name, p.title_before, p.title_after, p.account_id is not null as has_account,
      post.unit_id, u.name as unit_name
    from people p
    left join lateral (
      select unit_id from placements s
      where s.agency_id = ${tx.agencyId} and s.person_id = p.id and s.kind = 'definitive'
      order by (s.valid_from <= ${today}::date) desc, s.valid_from desc limit 1
    ) post on true
    left join units u on u.agency_id = ${tx.agencyId} and u.id = post.unit_id
    where p.agency_id = ${tx.agencyId} and p.id = any(${[...ids]}::uuid[])`.execute(tx.db);
  return new Map(
    rows.map((row) => [
      row.id,
      {
        personId: row.id,
        name: fullName(row),
        unitId: row.unit_id,
        unitName: row.unit_name ?? '',
        hasAccount: row.has_account,
      },
    ]),
  );
}

type Standing = Omit<Progress, 'casesNeeded'>;

interface Done {
  readonly read: number;
  readonly passed: number;
  readonly begun: boolean;
}

/** What everybody of the agency read, passed and holds; asked once. */
async function standingOf(tx: Tx): Promise<(key: string, today: string) => Standing> {
  const held = await tx.db
    .selectFrom('training_certificates')
    .select(['person_id', 'scheme_id'])
    .select((select) => select.fn.max('valid_until').as('until'))
    .where('agency_id', '=', tx.agencyId)
    .where('revoked_at', 'is', null)
    .groupBy(['person_id', 'scheme_id'])
    .execute();
  const until = new Map(held.map((row) => [keyOf(row.person_id, row.scheme_id), row.until]));
  const done = await workDone(tx);
  const lessons = await publishedLessons(tx);
  return (key, today) => {
    const validUntil = until.get(key);
    const own = done.get(key);
    return {
      ...personState({
        held: validUntil ? { validUntil } : undefined,
        today,
        hasBegun: own?.begun ?? false,
      }),
      lessonsRead: own?.read ?? 0,
      lessons: lessons.get(schemeOf(key)) ?? 0,
      casesPassed: own?.passed ?? 0,
    };
  };
}

async function workDone(tx: Tx): Promise<ReadonlyMap<string, Done>> {
  const { rows } = await sql<{ person_id: string; scheme_id: string; read: number; passed: number }>`
    select person_id, scheme_id, sum(read)::int as read, sum(passed)::int as passed from (
      select r.person_id, c.scheme_id, count(*) as read, 0 as passed
      from training_lesson_reads r
      join training_lessons l on l.agency_id = ${tx.agencyId} and l.id = r.lesson_id and l.state = 'published'
      join training_courses c on c.agency_id = ${tx.agencyId} and c.id = l.course_id
      where r.agency_id = ${tx.agencyId}
      group by r.person_id, c.scheme_id
      union all
      select a.person_id, c.scheme_id, 0, count(distinct a.case_id) filter (where a.has_passed)
      from training_attempts a
      join training_courses c on c.agency_id = ${tx.agencyId} and c.id = a.course_id
      where a.agency_id = ${tx.agencyId}
      group by a.person_id, c.scheme_id
    ) done group by person_id, scheme_id`.execute(tx.db);
  return new Map(
    rows.map((row) => [
      keyOf(row.person_id, row.scheme_id),
      { read: row.read, passed: row.passed, begun: true },
    ]),
  );
}

async function publishedLessons(tx: Tx): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.db
    .selectFrom('training_lessons as l')
    .innerJoin('training_courses as c', (join) =>
      join.onRef('c.id', '=', 'l.course_id').on('c.agency_id', '=', tx.agencyId),
    )
    .select('c.scheme_id')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('l.agency_id', '=', tx.agencyId)
    .where('l.state', '=', 'published')
    .groupBy('c.scheme_id')
    .execute();
  return new Map(rows.map((row) => [row.scheme_id, row.count]));
}

export interface AppraiserQuestion {
  readonly search: string;
  readonly schemeId: string;
  readonly state: PersonState | 'not-certified' | '';
}

export function isCertified({ progress }: Pick<AppraiserLine, 'progress'>): boolean {
  return progress.state === 'valid' || progress.state === 'ending';
}

export function matching(
  lines: readonly AppraiserLine[],
  { search, schemeId, state }: AppraiserQuestion,
): readonly AppraiserLine[] {
  const wanted = search.toLocaleLowerCase('id');
  return lines.filter(
    (line) =>
      (!wanted || line.name.toLocaleLowerCase('id').includes(wanted)) &&
      (!schemeId || line.schemeId === schemeId) &&
      (!state || (state === 'not-certified' ? !isCertified(line) : line.progress.state === state)),
  );
}
