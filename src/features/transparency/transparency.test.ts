import { glob } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type EventDefinition, record } from '#platform/audit/audit.ts';
import { newId } from '#platform/identifier.ts';
import { testApp } from '../../../test/support/app.ts';
import {
  expectNoAxeViolations,
  expectNoSidewaysScroll,
  screenshot,
  withBrowser,
} from '../../../test/support/browser.ts';
import { createCity } from '../../../test/support/city.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { EVENT_TYPES, eventSentence } from './sentences.ts';

type AnyEvent = EventDefinition<string, z.ZodType>;

function isEvent(value: unknown): value is AnyEvent {
  return typeof value === 'object' && value !== null && 'type' in value && 'payload' in value;
}

/** Every event that any feature declares, found in the files themselves. */
async function declaredEvents(): Promise<readonly AnyEvent[]> {
  const found = new Map<string, AnyEvent>();
  for await (const file of glob('src/features/**/events.ts')) {
    const module: Record<string, unknown> = await import(path.resolve(file));
    for (const value of Object.values(module)) {
      const candidates = isEvent(value) ? [value] : Object.values(value as object);
      for (const event of candidates) if (isEvent(event)) found.set(event.type, event);
    }
  }
  return [...found.values()];
}

describe('the vocabulary of the record', () => {
  it('has a sentence for every event that a feature declares, and none besides', async () => {
    const declared = (await declaredEvents()).map((event) => event.type).sort();
    expect(declared.length).toBeGreaterThan(40);
    expect([...EVENT_TYPES].sort()).toEqual(declared);
  });

  it('says the same thing in both languages and fails on no row', () => {
    for (const type of EVENT_TYPES) {
      const said = eventSentence(type, {});
      expect(said.id.length).toBeGreaterThan(3);
      expect(said.en.length).toBeGreaterThan(3);
    }
    expect(eventSentence('from-the-future', {}).id).toBe('from-the-future');
    expect(
      eventSentence('result-given', { predicate: 'baik', resultsRating: 'meets', behaviourRating: 'above' })
        .id,
    ).toBe('Hasil diberikan: Baik (hasil kerja: Sesuai ekspektasi; perilaku: Di atas ekspektasi).');
  });
});

describe('the record', async () => {
  const test = await testDatabase();
  const city = await createCity(test.database);
  const other = await createCity(test.database, 'kota-lain');
  const app = await testApp(test);
  const { get } = app;
  const browser = await withBrowser(app);
  const at = (inner: string) => `/a/${city.code}${inner}`;
  const happened = {
    type: 'plan-commented',
    version: 1,
    payload: z.object({ period: z.string(), line: z.string() }),
  } as const;

  beforeAll(async () => {
    for (const [personId, count] of [
      [city.employee.id, 60],
      [city.stranger.id, 2],
    ] as const) {
      for (let index = 0; index < count; index += 1) {
        test.setNow(new Date(Date.UTC(2026, 10, 20, 16, index)));
        await city.db.write((tx) =>
          record(tx, happened, {
            actorId: city.appraiser.id,
            subject: { kind: 'plan', id: newId() },
            personId,
            payload: { period: 'Penilaian 2026', line: 'x' },
          }),
        );
      }
    }
    test.setNow(new Date('2026-11-23T02:00:00Z'));
    await city.db.write((tx) =>
      tx.db
        .insertInto('assessments')
        .values(
          (['self', 'appraiser'] as const).map((voice) => ({
            agency_id: tx.agencyId,
            id: newId(),
            participant_id: city.participants.employee,
            voice,
            author_id: voice === 'self' ? city.employee.id : city.appraiser.id,
            state: 'draft',
            content: JSON.stringify({ note: `draft-of-${voice}` }),
            revision: 1,
            updated_at: tx.now,
          })),
        )
        .execute(),
    );
  });

  const roles = {
    employee: city.employee,
    appraiser: city.appraiser,
    head: city.head,
    officer: city.officer,
    unitOfficer: city.unitOfficer,
    auditor: city.auditor,
    mayor: city.mayor,
    stranger: city.stranger,
  };

  it.each([
    ['/record', ['auditor']],
    ['/record/export.csv', ['auditor']],
    ['/mine/record', Object.keys(roles)],
    ['/mine/record.json', Object.keys(roles)],
  ])('%s is open to whom it concerns', async (address, allowed) => {
    for (const [role, person] of Object.entries(roles)) {
      const { status } = await get(person.accountId, at(address));
      expect(`${role} ${status}`).toBe(`${role} ${allowed.includes(role) ? 200 : 403}`);
    }
    expect((await get(null, at(address))).status).toBe(303);
    expect((await get(other.auditor.accountId, at(address))).status).toBe(404);
  });

  const rowsIn = (html: string) => html.split('<tr').length - 2;

  it('reads backwards page by page without losing or repeating a row', async () => {
    const search = encodeURIComponent(city.employee.name);
    const first = await (
      await get(city.auditor.accountId, at(`/record?search=${search}&type=plan-commented`))
    ).text();
    expect(rowsIn(first)).toBe(50);
    const next = /href="([^"]*before=[^"]*)"/.exec(first)?.[1]?.replaceAll('&amp;', '&');
    const second = await (await get(city.auditor.accountId, next ?? '')).text();
    expect(rowsIn(second)).toBe(10);
  });

  it('filters by day in the zone of the agency', async () => {
    // 16:59 UTC is 23:59 in Jakarta; one minute later the next day begins.
    const of = async (query: string) =>
      rowsIn(await (await get(city.auditor.accountId, at(`/record?search=Agus&${query}`))).text());
    expect(await of('from=2026-11-20&until=2026-11-20&type=plan-commented')).toBe(2);
    expect(await of('from=2026-11-21&type=plan-commented')).toBeLessThan(1);
    expect((await get(city.auditor.accountId, at('/record?from=yesterday&before=x_y&type=no'))).status).toBe(
      200,
    );
  });

  it('logs who looked at whose record, and shows it to that person', async () => {
    const before = await (await get(city.colleague.accountId, at('/mine/record'))).text();
    expect(before).toContain('Belum ada orang lain');
    await get(city.auditor.accountId, at(`/record?search=${encodeURIComponent(city.colleague.name)}`));
    const after = await (await get(city.colleague.accountId, at('/mine/record'))).text();
    expect(after).toContain(city.auditor.name);
  });

  it('exports with masked numbers and records that it did', async () => {
    const csv = await (await get(city.auditor.accountId, at('/record/export.csv?search=Rina'))).text();
    expect(csv).toContain('••••');
    expect(csv).not.toMatch(/\d{18}/);
    const page = await (await get(city.auditor.accountId, at('/record?type=record.exported'))).text();
    expect(page).toContain('Catatan diunduh');
  });

  it('hands over all that is held about oneself, and nothing about others or not yet given', async () => {
    const body = await (await get(city.employee.accountId, at('/mine/record.json'))).text();
    const { held } = JSON.parse(body) as { held: Record<string, Record<string, unknown>[]> };
    expect(held.people).toHaveLength(1);
    expect(held.people?.[0]).toMatchObject({ id: city.employee.id, name: city.employee.name });
    expect(held.participants).toHaveLength(1);
    expect(held.audit_events?.length).toBeGreaterThanOrEqual(60);
    expect(body).toContain('draft-of-self');
    expect(body).not.toContain('draft-of-appraiser');
    expect(body).not.toContain(city.colleague.id);
  });

  it.each([
    ['record', '/record', city.auditor],
    ['own-record', '/mine/record', city.employee],
  ] as const)('%s is clean on a phone and a desk, in both themes', async (name, address, person) => {
    for (const [size, theme, script] of [
      ['phone', 'dark', false],
      ['desktop', 'light', true],
    ] as const) {
      const page = await browser.open(at(address), { account: person.accountId, size, theme, script });
      await expectNoAxeViolations(page);
      await expectNoSidewaysScroll(page);
      await screenshot(page, `${name}-${size}-${theme}`);
      await page.context().close();
    }
  });
});
