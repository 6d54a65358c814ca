/** Attendance of the whole agency: files of machines, letters, numbers, hours. Entered by officers. */
import { Hono } from 'hono';
import type { VisitEnv } from '#features/people/index.ts';
import type { AttendanceServices } from './job.ts';
import { calendarRoutes } from './routes-calendar.tsx';
import { fileRoutes } from './routes-files.tsx';
import { listRoutes } from './routes-lists.tsx';

export { attendanceTask, workOnAttendance } from './job.ts';

export function attendanceRoutes(services: AttendanceServices): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>();
  routes.route('/', fileRoutes(services));
  routes.route('/', listRoutes(services));
  routes.route('/', calendarRoutes(services));
  return routes;
}
