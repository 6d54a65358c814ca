import { type Actor, isOfficer } from '#features/people/index.ts';
import { messages } from '#platform/locale/messages.ts';
import type { NavItem } from '#ui/layout.tsx';

const text = messages({
  home: { id: 'Beranda', en: 'Home' },
  mine: { id: 'Kinerja saya', en: 'My performance' },
  team: { id: 'Tim saya', en: 'My team' },
  people: { id: 'Pegawai', en: 'People' },
  periods: { id: 'Periode', en: 'Periods' },
  attendance: { id: 'Presensi', en: 'Attendance' },
  organisation: { id: 'Organisasi', en: 'Organisation' },
  fairness: { id: 'Keadilan', en: 'Fairness' },
  innovations: { id: 'Inovasi', en: 'Innovations' },
  schemes: { id: 'Skema', en: 'Schemes' },
  training: { id: 'Pelatihan', en: 'Training' },
  record: { id: 'Catatan', en: 'Record' },
});

/** What a person does in appraisals, beyond the roles that were granted. */
export interface Involvement {
  readonly takesPart: boolean;
  readonly leads: boolean;
}

/** What a person can go to; each role sees only what it can use. */
export function navigation(actor: Actor, involvement: Involvement, path: string): readonly NavItem[] {
  const items: NavItem[] = [{ key: 'home', label: text.home(), path, icon: 'home' }];
  if (involvement.takesPart)
    items.push({ key: 'mine', label: text.mine(), path: `${path}/mine`, icon: 'target' });
  if (involvement.leads) items.push({ key: 'team', label: text.team(), path: `${path}/team`, icon: 'users' });
  if (actor.leader.kind !== 'none' || isOfficer(actor)) {
    items.push({
      key: 'organisation',
      label: text.organisation(),
      path: `${path}/organisation`,
      icon: 'chart',
    });
  }
  if (isOfficer(actor)) {
    items.push({ key: 'people', label: text.people(), path: `${path}/people`, icon: 'user' });
    items.push({ key: 'attendance', label: text.attendance(), path: `${path}/attendance`, icon: 'clock' });
  }
  if (isOfficer(actor) || actor.isAuditor)
    items.push({ key: 'periods', label: text.periods(), path: `${path}/periods`, icon: 'calendar' });
  if (actor.leader.kind !== 'none' || isOfficer(actor) || actor.isAuditor)
    items.push({ key: 'fairness', label: text.fairness(), path: `${path}/fairness`, icon: 'handshake' });
  items.push({
    key: 'innovations',
    label: text.innovations(),
    path: `${path}/innovations`,
    icon: 'trending',
  });
  items.push({ key: 'schemes', label: text.schemes(), path: `${path}/schemes`, icon: 'scale' });
  items.push({ key: 'training', label: text.training(), path: `${path}/training`, icon: 'graduation' });
  if (actor.isAuditor)
    items.push({ key: 'record', label: text.record(), path: `${path}/record`, icon: 'shield' });
  return items;
}
