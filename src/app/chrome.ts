import type { Agency } from '#features/people/index.ts';
import type { Chrome } from '#ui/layout.tsx';
import { navigation } from './navigation.ts';
import type { Visitor } from './visitor.ts';

/** The frame of a page inside an agency: navigation by role, unread notifications. */
export function agencyChrome(base: Chrome, agency: Agency, visitor: Visitor): Chrome {
  const path = `/a/${agency.code}`;
  return {
    ...base,
    agency: { name: agency.name, path, isSample: agency.isSample },
    person: { name: visitor.actor.name, unread: visitor.unread },
    nav: navigation(visitor.actor, visitor.involvement, path),
  };
}
