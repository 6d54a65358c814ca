import type { Actor, Agency } from '#features/people/index.ts';
import type { Tx } from '#platform/database/database.ts';
import type { Chrome, NavItem } from '#ui/layout.tsx';
import { navigation } from './navigation.ts';

/** The frame of a page inside an agency: navigation by role, unread notifications. */
export async function agencyChrome(
  tx: Tx,
  from: { readonly base: Chrome; readonly agency: Agency; readonly actor: Actor },
): Promise<Chrome> {
  const path = `/a/${from.agency.code}`;
  const unread = await tx.db
    .selectFrom('notifications')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('agency_id', '=', tx.agencyId)
    .where('person_id', '=', from.actor.personId)
    .where('read_at', 'is', null)
    .executeTakeFirstOrThrow();
  const nav: readonly NavItem[] = await navigation(tx, from.actor, path);
  return {
    ...from.base,
    agency: { name: from.agency.name, path, isSample: from.agency.isSample },
    person: { name: from.actor.name, unread: unread.count },
    nav,
  };
}
