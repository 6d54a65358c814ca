/** Between a wall clock in the agency's zone and instants: forms say `2026-11-21` and `09:00`. */
import { civilDateIn } from '#platform/locale/format.ts';

/** `09:00` on the wall of that zone at this instant. */
export function clockIn(zone: string, instant: Date): string {
  return new Intl.DateTimeFormat('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
  }).format(instant);
}

/** The instant at which the wall clock of that zone shows this date and time. Indonesian zones know no summer time. */
export function instantAt(zone: string, civilDate: string, clock: string): Date {
  const asUtc = new Date(`${civilDate}T${clock}:00Z`);
  const shown = new Date(`${civilDateIn(zone, asUtc)}T${clockIn(zone, asUtc)}:00Z`);
  return new Date(2 * asUtc.getTime() - shown.getTime());
}
