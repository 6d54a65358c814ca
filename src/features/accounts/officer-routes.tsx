import { type Context, Hono } from 'hono';
import { isOfficer, type Visit, type VisitEnv } from '#features/people/index.ts';
import { record } from '#platform/audit/audit.ts';
import type { Tx } from '#platform/database/database.ts';
import { NotAllowed } from '#platform/errors.ts';
import { isId } from '#platform/identifier.ts';
import { page, seeOther } from '#platform/web/respond.ts';
import { type Accounts, canMail } from './accounts.ts';
import { secondFactorDisabled } from './events.ts';
import { createInvitations } from './invitations/create.ts';
import { MAIL_INVITATION } from './invitations/mail.ts';
import {
  type Invitable,
  invitablePeople,
  STANDINGS,
  type Standing,
  unitsToChoose,
} from './invitations/people.ts';
import { tokenInGroups, tokenText } from './invitations/tokens.ts';
import { servesElsewhere } from './memberships.ts';
import { officerText as text } from './officer-text.ts';
import { InvitationsPage } from './pages/invitations-page.tsx';
import { type Letter, LettersPage } from './pages/letters-page.tsx';
import { siteOrigin } from './request.ts';

const PAGE_SIZE = 50;
const MOST_LETTERS = 500;
const PATH = '/people/invitations';

/** Officers invite: everybody of the agency, or of their own units. */
export function invitationOfficeRoutes(accounts: Accounts): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>();
  routes.use(PATH, async (c, next) => {
    if (!isOfficer(c.var.visit.actor)) throw new NotAllowed();
    await next();
  });
  routes.get(PATH, async (c) => page(c, await listPage(accounts, c, c.req.query())));
  routes.post(PATH, async (c) => {
    const body = await c.req.parseBody({ all: true });
    const fields = Object.fromEntries(
      Object.entries(body).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    );
    const chosen = [body.person ?? []]
      .flat()
      .filter((id): id is string => typeof id === 'string' && isId(id));
    const problem = problemOf(fields, chosen);
    if (problem) return page(c, await listPage(accounts, c, fields, problem), 422);
    if (fields.act === 'mail' && canMail(accounts)) return mail(c, chosen);
    const letters = await c.var.visit.db.write((tx) => printLetters(tx, accounts, c, { fields, chosen }));
    if (letters.length === 0) return page(c, await listPage(accounts, c, fields, text.nobodyLeft()), 422);
    const { chrome, agency, path } = c.var.visit;
    const view = { chrome, agencyName: agency.name, zone: agency.zone, back: path(PATH), letters };
    return page(c, <LettersPage {...view} />);
  });
  return routes;
}

function problemOf(fields: Record<string, string>, chosen: readonly string[]): string | undefined {
  if (fields.act !== 'print-all' && chosen.length === 0) return text.nobodyChosen();
  return chosen.length > MOST_LETTERS ? text.tooMany({ most: MOST_LETTERS }) : undefined;
}

function readFilter(query: Record<string, string>) {
  const standing = STANDINGS.find((each) => each === query.standing);
  const unitId = query.unit && isId(query.unit) ? query.unit : undefined;
  return { standing, unitId, search: (query.q ?? '').slice(0, 100) };
}

async function listPage(
  accounts: Accounts,
  c: Context<VisitEnv>,
  query: Record<string, string>,
  problem?: string,
) {
  const { visit } = c.var;
  const { standing, unitId, search } = readFilter(query);
  const pageNumber = Math.max(1, Number.parseInt(query.page ?? '1', 10) || 1);
  const { list, units } = await visit.db.read(async (tx) => ({
    units: await unitsToChoose(tx, visit.actor),
    list: await invitablePeople(tx, visit.actor, {
      today: visit.today,
      standing,
      unitId,
      search,
      limit: PAGE_SIZE,
      offset: (pageNumber - 1) * PAGE_SIZE,
    }),
  }));
  const filter = { unit: unitId ?? '', standing: standing ?? ('' as Standing | ''), search };
  return (
    <InvitationsPage
      chrome={visit.chrome}
      path={visit.path(PATH)}
      zone={visit.agency.zone}
      units={units}
      filter={filter}
      list={list}
      page={pageNumber}
      pageSize={PAGE_SIZE}
      canMail={canMail(accounts)}
      problem={problem}
    />
  );
}

/** Those of the chosen whom this officer may invite; others are left out as if they were not there. */
async function chosenPeople(
  tx: Tx,
  visit: Visit,
  choice: { fields: Record<string, string>; chosen: readonly string[] },
): Promise<readonly Invitable[]> {
  const isAll = choice.fields.act === 'print-all';
  const filter = isAll
    ? { ...readFilter(choice.fields), standing: 'without' as const }
    : { personIds: choice.chosen };
  const { people } = await invitablePeople(tx, visit.actor, {
    ...filter,
    today: visit.today,
    limit: MOST_LETTERS,
  });
  return people.filter((person) => !person.isReserved);
}

async function printLetters(
  tx: Tx,
  accounts: Accounts,
  c: Context<VisitEnv>,
  choice: { fields: Record<string, string>; chosen: readonly string[] },
): Promise<readonly Letter[]> {
  const { visit } = c.var;
  const people = await chosenPeople(tx, visit, choice);
  if (choice.fields.removeSecondFactor) await removeSecondFactors(tx, accounts, visit, people);
  const made = await createInvitations(
    tx,
    visit.actor.personId,
    people.map((person) => person.id),
    'print',
  );
  const byPerson = new Map(made.map((invitation) => [invitation.personId, invitation]));
  const origin = siteOrigin(accounts, c);
  return people.flatMap((person) => {
    const invitation = byPerson.get(person.id);
    if (!invitation) return [];
    return {
      name: person.name,
      maskedNip: person.maskedNip,
      unitName: person.unitName,
      link: `${origin}/invitations/${tokenText(invitation.token)}`,
      code: tokenInGroups(invitation.token),
      until: invitation.expiresAt,
    };
  });
}

/** For a lost phone. Not where the account also serves another agency: its safety is not this officer's to lower. */
async function removeSecondFactors(
  tx: Tx,
  accounts: Accounts,
  visit: Visit,
  people: readonly Invitable[],
): Promise<void> {
  for (const person of people.filter((each) => each.hasSecondFactor)) {
    const row = await tx.db
      .selectFrom('people')
      .select('account_id')
      .where('agency_id', '=', tx.agencyId)
      .where('id', '=', person.id)
      .executeTakeFirst();
    if (!row?.account_id || (await servesElsewhere(accounts.database, tx.agencyId, row.account_id))) continue;
    await tx.db.deleteFrom('account_second_factors').where('user_id', '=', row.account_id).execute();
    await tx.db
      .updateTable('account_users')
      .set({ two_factor_enabled: false, updated_at: tx.now })
      .where('id', '=', row.account_id)
      .execute();
    await record(tx, secondFactorDisabled, {
      actorId: visit.actor.personId,
      subject: { kind: 'person', id: person.id },
      personId: person.id,
      payload: { by: 'officer' },
    });
  }
}

async function mail(c: Context<VisitEnv>, chosen: readonly string[]): Promise<Response> {
  const { visit } = c.var;
  const { sent, without } = await visit.db.write(async (tx) => {
    const people = await chosenPeople(tx, visit, { fields: {}, chosen });
    const reachable = people.filter((person) => person.email);
    for (const person of reachable) {
      // A second click within the same moment replaces the job instead of sending two letters.
      await tx.enqueue(
        MAIL_INVITATION,
        { personId: person.id, actorId: visit.actor.personId },
        { key: `invitation:${person.id}` },
      );
    }
    return { sent: reachable.length, without: people.length - reachable.length };
  });
  return seeOther(c, visit.path(PATH), text.mailed({ count: sent, without }));
}
