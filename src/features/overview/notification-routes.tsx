/** What somebody was told: the list, and marking it read. */
import { type Context, Hono } from 'hono';
import type { NotificationKind, VisitEnv } from '#features/people/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { isId } from '#platform/identifier.ts';
import { localPath } from '#platform/web/local-path.ts';
import { page, seeOther } from '#platform/web/respond.ts';
import { NotificationsPage } from './pages/notifications-page.tsx';
import { pageNumber, sliceOf } from './paging.ts';

export interface NotificationLine {
  readonly id: string;
  readonly kind: NotificationKind;
  readonly parameters: Readonly<Record<string, string>>;
  readonly path: string;
  readonly at: Date;
  readonly isRead: boolean;
}

export function notificationRoutes(): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>();
  routes.get('/notifications', showNotifications);
  routes.post('/notifications/readings', readAll);
  routes.post('/notifications/:id/readings', readOne);
  return routes;
}

async function showNotifications(c: Context<VisitEnv>): Promise<Response> {
  const { visit } = c.var;
  const number = pageNumber(c.req.query('page'));
  const found = await visit.db.read((tx) => notificationsOf(tx, visit.actor.personId, number));
  return page(c, <NotificationsPage visit={visit} page={number} {...found} />);
}

export async function notificationsOf(
  tx: Tx,
  personId: string,
  number: number,
): Promise<{ readonly lines: readonly NotificationLine[]; readonly total: number }> {
  const own = tx.db
    .selectFrom('notifications')
    .where('agency_id', '=', tx.agencyId)
    .where('person_id', '=', personId);
  const { count } = await own
    .select((select) => select.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  const rows = await own
    .select(['id', 'kind', 'parameters', 'path', 'created_at', 'read_at'])
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(sliceOf(number).limit)
    .offset(sliceOf(number).offset)
    .execute();
  return {
    total: count,
    lines: rows.map((row) => ({
      id: row.id,
      kind: row.kind as NotificationKind,
      parameters: row.parameters as Record<string, string>,
      path: row.path,
      at: row.created_at,
      isRead: row.read_at !== null,
    })),
  };
}

async function readAll(c: Context<VisitEnv>): Promise<Response> {
  const { visit } = c.var;
  await visit.db.write((tx) => markRead(tx, visit.actor.personId, null));
  return seeOther(c, visit.path('/notifications'));
}

/** Opening a line from the list: marks it read and goes where it points. */
async function readOne(c: Context<VisitEnv>): Promise<Response> {
  const { visit } = c.var;
  const id = c.req.param('id') ?? '';
  if (!isId(id)) throw new NotFound();
  const path = await visit.db.write((tx) => markRead(tx, visit.actor.personId, id));
  if (path === undefined) throw new NotFound();
  return seeOther(c, visit.path(localPath(path).replace(/\/$/, '')));
}

/** Marks one or all of a person's own lines; gives the address of the one, undefined when it is not theirs. */
async function markRead(tx: Tx, personId: string, id: string | null): Promise<string | undefined> {
  const own = tx.db
    .updateTable('notifications')
    .set((set) => ({ read_at: set.fn.coalesce('read_at', set.val(tx.now)) }))
    .where('agency_id', '=', tx.agencyId)
    .where('person_id', '=', personId);
  const marked = await (id ? own.where('id', '=', id) : own.where('read_at', 'is', null))
    .returning('path')
    .execute();
  if (marked.length > 0) tx.touch(personId);
  return marked[0]?.path;
}
