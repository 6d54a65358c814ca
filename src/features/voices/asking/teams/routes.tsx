/** `/teams` for whoever keeps them, `/mine/teams` for everybody, `/people/:id/teams` for officers. */
import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { findPeople, isOfficer, type VisitEnv } from '#features/people/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { Conflict, NotFound, Refusal } from '#platform/errors.ts';
import { isId, newId } from '#platform/identifier.ts';
import { writeWorkbook } from '#platform/spreadsheet/index.ts';
import type { FileStore } from '#platform/storage/file-store.ts';
import { civilDate, formFields, parseFields, someText } from '#platform/web/forms.ts';
import { download, page, seeOther } from '#platform/web/respond.ts';
import { teamText as text } from '../text-teams.ts';
import { keeps, keepsTeamsOf, requireKeeper } from './access.ts';
import { addMember, endMember, saveTeam, withdrawMember } from './commands.ts';
import { importRoutes } from './import-routes.tsx';
import { TeamsPage } from './pages.tsx';
import { personTeamRoutes } from './person-routes.tsx';
import { listTeams, membersOf, requireTeam } from './queries.ts';
import { TEAM_HEADINGS } from './sheet.ts';
import { NewTeamPage, type TeamForm, TeamPage, type TeamView, type UnitChoice } from './team-page.tsx';

type Visiting = Context<VisitEnv>;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export function teamRoutes(options: { readonly files: FileStore }): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>();
  for (const path of ['/teams', '/teams/*'])
    routes.use(path, async (c, next) => {
      const { visit } = c.var;
      await visit.db.read((tx) => requireKeeper(tx, visit.actor, visit.today));
      await next();
    });
  routes.get('/teams', showTeams);
  routes.post('/teams', make);
  routes.get('/teams/list.xlsx', sendTeams);
  routes.get('/teams/new', (c) => showNew(c, { typed: { id: newId() }, errors: {} }));
  routes.route('/', importRoutes(options));
  routes.post('/teams/members/:member/end', end);
  routes.post('/teams/members/:member/withdrawal', withdraw);
  routes.get('/teams/:team', (c) => showTeam(c, c.req.param('team')));
  routes.post('/teams/:team', change);
  routes.post('/teams/:team/members', add);
  routes.route('/', personTeamRoutes());
  return routes;
}

function filterOf(c: Visiting) {
  const page = Number(c.req.query('page'));
  return {
    words: (c.req.query('q') ?? '').trim().slice(0, 100),
    isAll: c.req.query('all') === 'yes',
    page: Number.isInteger(page) && page > 0 && page < 100_000 ? page : 1,
  };
}

async function showTeams(c: Visiting): Promise<Response> {
  const { visit } = c.var;
  const filter = filterOf(c);
  const view = await visit.db.read(async (tx) => {
    const units = await keepsTeamsOf(tx, visit.actor, visit.today);
    const reach = visit.actor.isAuditor ? null : units;
    return {
      mayKeep: units === null || units.size > 0,
      ...(await listTeams(tx, reach, filter, visit.today)),
    };
  });
  return page(c, <TeamsPage visit={visit} isOfficer={isOfficer(visit.actor)} filter={filter} {...view} />);
}

/** The list in the form of the template, so that it can be edited and imported again. */
async function sendTeams(c: Visiting): Promise<Response> {
  const { visit } = c.var;
  const rows = await visit.db.read(async (tx) => {
    const units = visit.actor.isAuditor ? null : await keepsTeamsOf(tx, visit.actor, visit.today);
    const { lines } = await listTeams(tx, units, { ...filterOf(c), page: null }, visit.today);
    const all: string[][] = [];
    for (const team of lines)
      for (const member of await membersOf(tx, team.id))
        all.push([
          member.name,
          team.name,
          member.role === 'lead' ? text.roleLead() : text.roleMember(),
          member.from,
          member.lastDay ?? '',
          team.decree,
        ]);
    return all;
  });
  const [, ...headings] = TEAM_HEADINGS();
  const bytes = await writeWorkbook([
    {
      name: text.title(),
      columns: [text.headName(), ...headings].map((heading) => ({ heading, width: 26 })),
      rows,
    },
  ]);
  return download(c, new Uint8Array(bytes), { name: 'tim-kerja.xlsx', mediaType: XLSX });
}

async function unitsToChoose(tx: Tx, kept: ReadonlySet<string> | null): Promise<readonly UnitChoice[]> {
  const rows = await tx.db
    .selectFrom('units')
    .select(['id', 'name'])
    .where('agency_id', '=', tx.agencyId)
    .where('active_until', 'is', null)
    .orderBy('name')
    .execute();
  return rows.filter((row) => keeps(kept, row.id));
}

async function showNew(c: Visiting, form: TeamForm): Promise<Response> {
  const { visit } = c.var;
  const units = await visit.db.read(async (tx) =>
    unitsToChoose(tx, await keepsTeamsOf(tx, visit.actor, visit.today)),
  );
  const status = Object.keys(form.errors).length > 0 ? 422 : 200;
  return page(c, <NewTeamPage visit={visit} units={units} form={form} />, status);
}

const maybeDate = z
  .union([z.literal(''), civilDate()])
  .optional()
  .transform((value) => value || null);

const teamSchema = z.object({
  name: someText(160),
  unitId: z.string().refine(isId, { error: () => text.unitMissing() }),
  isAcross: z.string().optional(),
  decree: someText(160),
  startsOn: civilDate(),
  lastDay: maybeDate,
});

/** Errors by field, or undefined when it was done; what somebody else did meanwhile is told on its own page. */
async function tried(command: () => Promise<unknown>): Promise<Record<string, string> | undefined> {
  try {
    await command();
    return undefined;
  } catch (error) {
    if (!(error instanceof Refusal) || error instanceof Conflict) throw error;
    return { [error.field ?? 'form']: error.message };
  }
}

async function make(c: Visiting): Promise<Response> {
  const { visit } = c.var;
  const typed = await formFields(c);
  const id = isId(typed.id ?? '') ? (typed.id ?? newId()) : newId();
  const parsed = parseFields(teamSchema, typed);
  if (!parsed.ok) return showNew(c, { typed: { ...typed, id }, errors: parsed.errors });
  const input = { ...parsed.value, id, isAcross: parsed.value.isAcross === 'yes' };
  const errors = await tried(() => visit.db.write((tx) => saveTeam(tx, visit.actor, input, true)));
  if (errors) return showNew(c, { typed: { ...typed, id }, errors });
  return seeOther(c, visit.path(`/teams/${id}`), text.saved());
}

async function showTeam(
  c: Visiting,
  id: string,
  more: {
    readonly form?: TeamForm;
    readonly adding?: TeamForm;
    readonly refused?: TeamView['refused'];
  } = {},
): Promise<Response> {
  const { visit } = c.var;
  const adding = more.adding ?? { typed: c.req.method === 'GET' ? c.req.query() : {}, errors: {} };
  const view = await visit.db.read(async (tx) => {
    const team = await requireTeam(tx, id);
    const kept = await keepsTeamsOf(tx, visit.actor, visit.today);
    const mayKeep = keeps(kept, team.unitId);
    if (!mayKeep && !visit.actor.isAuditor) throw new NotFound();
    const wanted = {
      query: (adding.typed.personIdQuery ?? '').slice(0, 100),
      chosen: adding.typed.personId ?? '',
    };
    return {
      team,
      mayKeep,
      members: await membersOf(tx, id),
      units: await unitsToChoose(tx, kept),
      answers: mayKeep ? await findPeople(tx, wanted, visit.today) : [],
    };
  });
  const { team, answers } = view;
  const form = more.form ?? {
    typed: {
      ...team,
      isAcross: team.isAcross ? 'yes' : '',
      lastDay: team.lastDay ?? '',
    },
    errors: {},
  };
  return page(
    c,
    <TeamPage
      visit={visit}
      {...view}
      form={form}
      adding={{ typed: { ...adding.typed, id: adding.typed.id ?? newId() }, errors: adding.errors, answers }}
      {...(more.refused ? { refused: more.refused } : {})}
    />,
    more.form || more.adding || more.refused ? 422 : 200,
  );
}

async function change(c: Visiting): Promise<Response> {
  const { visit } = c.var;
  const id = c.req.param('team') ?? '';
  const typed = await formFields(c);
  const parsed = parseFields(teamSchema, typed);
  if (!parsed.ok) return showTeam(c, id, { form: { typed: { ...typed, id }, errors: parsed.errors } });
  const input = { ...parsed.value, id, isAcross: parsed.value.isAcross === 'yes' };
  const errors = await tried(() => visit.db.write((tx) => saveTeam(tx, visit.actor, input, false)));
  if (errors) return showTeam(c, id, { form: { typed: { ...typed, id }, errors } });
  return seeOther(c, visit.path(`/teams/${id}`), text.saved());
}

const memberSchema = z.object({
  id: z.string().refine(isId),
  personId: z.string().refine(isId, { error: () => text.choosePerson() }),
  role: z.enum(['lead', 'member']),
  from: civilDate(),
  until: maybeDate,
});

async function add(c: Visiting): Promise<Response> {
  const { visit } = c.var;
  const teamId = c.req.param('team') ?? '';
  const typed = await formFields(c);
  const parsed = parseFields(memberSchema, { personId: '', ...typed });
  if (!parsed.ok) return showTeam(c, teamId, { adding: { typed, errors: parsed.errors } });
  const { until, ...rest } = parsed.value;
  const input = { ...rest, teamId, lastDay: until };
  const errors = await tried(() => visit.db.write((tx) => addMember(tx, visit.actor, input)));
  if (errors) return showTeam(c, teamId, { adding: { typed, errors } });
  return seeOther(c, visit.path(`/teams/${teamId}`), text.memberAdded());
}

async function end(c: Visiting): Promise<Response> {
  const { lastDay = '' } = await formFields(c);
  const parsed = maybeDate.safeParse(lastDay);
  return onMember(c, { typed: lastDay, said: text.memberEnded() }, (tx, memberId) => {
    if (!parsed.success) throw new Refusal(text.endsBefore(), 'lastDay');
    return endMember(tx, c.var.visit.actor, { memberId, lastDay: parsed.data });
  });
}

async function withdraw(c: Visiting): Promise<Response> {
  const { reason = '' } = await formFields(c);
  return onMember(c, { typed: reason, said: text.memberWithdrawn() }, (tx, memberId) =>
    withdrawMember(tx, c.var.visit.actor, { memberId, reason: reason.slice(0, 300) }),
  );
}

async function onMember(
  c: Visiting,
  about: { readonly typed: string; readonly said: string },
  command: (tx: Tx, memberId: string) => Promise<string>,
): Promise<Response> {
  const { visit } = c.var;
  const memberId = c.req.param('member') ?? '';
  const teamId = await visit.db.read((tx) => teamOfMember(tx, memberId));
  const errors = await tried(() => visit.db.write((tx) => command(tx, memberId)));
  if (errors) return showTeam(c, teamId, { refused: { memberId, errors, typed: about.typed } });
  return seeOther(c, visit.path(`/teams/${teamId}`), about.said);
}

async function teamOfMember(tx: Tx, memberId: string): Promise<string> {
  const row = isId(memberId)
    ? await tx.db
        .selectFrom('team_members')
        .select('team_id')
        .where('agency_id', '=', tx.agencyId)
        .where('id', '=', memberId)
        .executeTakeFirst()
    : undefined;
  if (!row) throw new NotFound();
  return row.team_id;
}
