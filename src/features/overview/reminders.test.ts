import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#platform/identifier.ts';
import { createCity } from '../../../test/support/city.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { mailNotifications } from './mail.ts';
import { notificationSentence } from './notification-text.ts';
import { isRemindedToday, isReminderTime, remindAgency, remindAll } from './reminders.ts';
import type { Task } from './stages.ts';

const due = (dueOn: string | null): Task => ({ kind: 'rate', turn: 'appraiser', dueOn, page: 'evaluation' });

describe('reminders', async () => {
  const test = await testDatabase();
  const city = await createCity(test.database);

  beforeAll(() =>
    city.db.write((tx) =>
      tx.db
        .insertInto('plans')
        .values(
          [city.participants.employee, city.participants.colleague].map((participant_id) => ({
            agency_id: tx.agencyId,
            id: newId(),
            participant_id,
            state: 'agreed',
            content: '{}',
            revision: 1,
            version: 1,
            updated_at: tx.now,
          })),
        )
        .execute(),
    ),
  );

  const told = (personId: string) =>
    city.db.read((tx) =>
      tx.db
        .selectFrom('notifications')
        .select(['kind', 'parameters', 'path'])
        .where('agency_id', '=', tx.agencyId)
        .where('person_id', '=', personId)
        .orderBy('created_at')
        .orderBy('id')
        .execute(),
    );

  it.each([
    ['2026-12-03', true, 'seven days before'],
    ['2026-12-04', false, 'six days before'],
    ['2026-12-07', true, 'three days before'],
    ['2026-12-09', true, 'one day before'],
    ['2026-12-10', false, 'on the day itself'],
    ['2026-12-11', true, 'the day after'],
    ['2026-12-12', false, 'two days after'],
    ['2026-12-18', true, 'a week later'],
  ])('on %s: %s (%s)', (today, expected) => {
    expect(isRemindedToday(due('2026-12-10'), today)).toBe(expected);
  });

  it('never reminds of what has no deadline', () => {
    expect(isRemindedToday(due(null), '2026-12-09')).toBe(false);
  });

  it.each([
    ['Asia/Jakarta', '2026-11-23T00:00:00Z', true],
    ['Asia/Jakarta', '2026-11-22T23:59:00Z', false],
    ['Asia/Jayapura', '2026-11-22T22:00:00Z', true],
    ['Asia/Makassar', '2026-11-22T22:59:00Z', false],
    ['Asia/Makassar', '2026-11-23T04:00:00Z', false],
  ])('%s at %s: %s', (zone, instant, expected) => {
    expect(isReminderTime(zone, new Date(instant))).toBe(expected);
  });

  it('tells a person once a day, however often it runs', async () => {
    // 10 December 2026 is the day of the self-assessments; check-ins of the first quarter are long overdue.
    const run = () => city.db.write((tx) => remindAgency(tx, '2026-12-03'));
    await Promise.all([run(), run()]);
    await run();
    const lines = await told(city.employee.id);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({
      kind: 'deadline-near',
      path: `/appraisals/${city.participants.employee}/evaluation`,
    });
    expect(notificationSentence('deadline-near', lines[0]?.parameters as Record<string, string>)).toBe(
      'Batas waktu mendekat: isi penilaian diri, sampai 10 Desember 2026.',
    );
  });

  it('puts several things into one line', async () => {
    // Seven days before the rating of two people is due, and 45 weeks and a day after the appraiser's own plan was.
    await city.db.write((tx) => remindAgency(tx, '2026-12-13'));
    const last = (await told(city.appraiser.id)).at(-1);
    expect(last).toMatchObject({
      kind: 'deadline-passed',
      path: '/',
      parameters: { more: '2', whose: 'own' },
    });
    const parameters = last?.parameters as Record<string, string>;
    expect(notificationSentence('deadline-passed', parameters)).toBe(
      'Batas waktu sudah lewat: susun SKP Anda, dan 2 hal lain (31 Januari 2026).',
    );
  });

  it('looks only at agencies where it is morning', async () => {
    const visited: string[] = [];
    const look = () =>
      remindAll(test.database, async (db) => {
        visited.push(db.agencyId);
      });
    test.setNow(new Date('2026-11-23T15:00:00Z'));
    await look();
    expect(visited).toEqual([]);
    test.setNow(new Date('2026-11-23T01:00:00Z'));
    await look();
    expect(visited).toEqual([city.agencyId]);
  });

  it('mails what is unread once; what the mail server refused is tried again', async () => {
    await city.db.write((tx) =>
      tx.db
        .updateTable('people')
        .set({ email: 'rina@contoh.go.id' })
        .where('agency_id', '=', tx.agencyId)
        .where('id', '=', city.employee.id)
        .execute(),
    );
    const letters: { to: string; subject: string; body: string }[] = [];
    const mailer = { send: async (mail: (typeof letters)[number]) => void letters.push(mail) };
    const refusing = { send: () => Promise.reject(new Error('refused')) };
    await expect(mailNotifications(city.db, refusing, 'https://tera.example')).rejects.toThrow();
    expect(await mailNotifications(city.db, mailer, 'https://tera.example')).toBe(1);
    expect(await mailNotifications(city.db, mailer, 'https://tera.example')).toBe(0);
    expect(letters).toHaveLength(1);
    expect(letters[0]?.to).toBe('rina@contoh.go.id');
    expect(letters[0]?.body).toContain('isi penilaian diri');
    expect(letters[0]?.body).toContain(`https://tera.example/a/${city.code}/notifications`);
  });
});
