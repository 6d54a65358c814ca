import { describe, expect, it } from 'vitest';
import { Conflict } from '#platform/errors.ts';
import { testApp } from '../../../../test/support/app.ts';
import { testDatabase } from '../../../../test/support/database.ts';
import { AFTER_ROUND, formWith } from '../../../../test/support/voices.ts';
import { sealedStage } from './sealed.fixture.ts';

describe('forms without a name', async () => {
  const test = await testDatabase();
  const { get, post } = await testApp(test);
  const stage = sealedStage(test);

  it('are kept without anything that leads to whoever sent them', async () => {
    const { voices, people, requests, rows } = await stage(4);
    for (const [index, request] of requests.entries())
      await voices.give(
        request,
        formWith((item) => item + index, `Catatan ke-${index}`),
      );
    const answers = await rows('voice_answers');
    expect(answers).toHaveLength(4);
    const text = JSON.stringify(answers);
    for (const trace of [...people.map(({ id }) => id), ...requests, 'Catatan', 'teladan'])
      expect(text).not.toContain(trace);
    // One moment and one length for all of them, random ids without a time, nothing else.
    expect(new Set(answers.map(({ xmin }) => xmin)).size).toBe(1);
    expect(new Set(answers.map(({ sealed }) => String(sealed).length)).size).toBe(1);
    for (const { id } of answers) expect(id).toMatch(/^.{14}4/);
    expect(Object.keys(answers[0] ?? {}).sort()).toEqual(['agency_id', 'id', 'pool_id', 'sealed', 'xmin']);
  });

  it('cannot be matched between two copies of the database', async () => {
    const { voices, requests, rows } = await stage(3);
    const [first = '', second = '', third = ''] = requests;
    await voices.give(
      first,
      formWith(() => 0),
    );
    const before = await rows('voice_answers');
    await voices.give(
      second,
      formWith(() => 1),
    );
    const after = await rows('voice_answers');
    const [known] = before;
    expect(after.some(({ id, sealed }) => id === known?.id || sealed === known?.sealed)).toBe(false);
    await voices.give(
      third,
      formWith(() => 2),
    );
  });

  it('leave no act, no event, no notification and no access', async () => {
    const { voices, requests, rows } = await stage(3);
    const tables = ['acts', 'audit_events', 'notifications', 'access_log'];
    const counted = async () => {
      const counts: [string, number][] = [];
      for (const table of tables) counts.push([table, (await rows(table)).length]);
      return counts;
    };
    const before = await counted();
    for (const request of requests)
      await voices.give(
        request,
        formWith(() => 1, 'Baik sekali.'),
      );
    expect(await counted()).toEqual(before);
  });

  it('are sent once, even when both presses arrive together', async () => {
    const { voices, requests, rows } = await stage(3);
    const [request = ''] = requests;
    const sent = await Promise.allSettled(
      [1, 2, 3].map((level) =>
        voices.give(
          request,
          formWith(() => level),
        ),
      ),
    );
    expect(sent.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const each of sent) if (each.status === 'rejected') expect(each.reason).toBeInstanceOf(Conflict);
    expect(await rows('voice_answers')).toHaveLength(1);
  });

  it('all arrive when everybody sends at once', async () => {
    const { voices, requests, rows } = await stage(6);
    await Promise.all(
      requests.map((request, index) =>
        voices.give(
          request,
          formWith(() => index),
        ),
      ),
    );
    expect(await rows('voice_answers')).toHaveLength(6);
  });

  it('are refused after the last day, and wait for it before they are released', async () => {
    const { voices, requests, rows } = await stage(4);
    const [first = '', ...others] = requests;
    for (const request of others)
      await voices.give(
        request,
        formWith(() => 1),
      );
    expect(await voices.release()).toBe(0);
    expect(await rows('measurements')).toHaveLength(0);
    test.setNow(AFTER_ROUND);
    await expect(
      voices.give(
        first,
        formWith(() => 1),
      ),
    ).rejects.toBeInstanceOf(Conflict);
    expect(await voices.release()).toBe(1);
    expect(await rows('measurements')).toHaveLength(2);
    // Nothing is released twice.
    expect(await voices.release()).toBe(0);
    expect(await rows('measurements')).toHaveLength(2);
  });

  it('below the least number are removed unread, and the page says so without the number', async () => {
    const { city, voices, requests, rows } = await stage(5);
    for (const request of requests.slice(0, 2))
      await voices.give(
        request,
        formWith(() => 3, 'Rahasia.'),
      );
    test.setNow(AFTER_ROUND);
    await voices.release();
    expect(await rows('voice_answers')).toEqual([]);
    expect(await rows('voice_remarks')).toEqual([]);
    expect(await rows('measurements')).toEqual([]);
    expect(await rows('voice_pools')).toMatchObject([{ state: 'too-few', released_forms: null }]);
    const page = await get(
      city.employee.accountId,
      `/a/${city.code}/appraisals/${city.participants.employee}/heard`,
    );
    const text = await page.text();
    expect(text).toContain('Terlalu sedikit');
    expect(text).not.toContain('Rahasia.');
  });

  it('of a component that too few could speak to are left out of it', async () => {
    const { voices, requests, rows } = await stage(4);
    for (const [index, request] of requests.entries()) {
      const { components, remarks } = formWith(() => 1);
      await voices.give(request, {
        components: index < 2 ? components : { perilaku: components.perilaku },
        remarks:
          index < 2
            ? [...remarks, { item: 'komitmen.kesediaan', body: 'Hanya sedikit yang tahu.' }]
            : remarks,
      });
    }
    test.setNow(AFTER_ROUND);
    await voices.release();
    expect((await rows('measurements')).map(({ component }) => component)).toEqual(['perilaku']);
    expect(await rows('voice_remarks')).toEqual([]);
  });

  it('of two who release at once are released once', async () => {
    const { voices, requests, rows } = await stage(3);
    for (const request of requests)
      await voices.give(
        request,
        formWith(() => 1, 'Membantu rekan.'),
      );
    test.setNow(AFTER_ROUND);
    await Promise.all([voices.release(), voices.release()]);
    expect((await rows('measurements')).filter(({ superseded_at: at }) => at === null)).toHaveLength(2);
    expect(await rows('voice_remarks')).toHaveLength(3);
    expect((await rows('audit_events')).filter(({ type }) => type === 'voices-released')).toHaveLength(1);
  });

  it('once released are final: no officer writes over them, and nobody is named beside them', async () => {
    const { city, voices, requests, rows } = await stage(3);
    for (const request of requests)
      await voices.give(
        request,
        formWith(() => 1),
      );
    test.setNow(AFTER_ROUND);
    await voices.release();
    const path = `/a/${city.code}/appraisals/${city.participants.employee}/measurements`;
    const text = await (await get(city.officer.accountId, path)).text();
    expect(text).toContain('Suara lain, dirilis bersama');
    expect(text).not.toContain(`oleh ${city.officer.name}`);
    expect(text).not.toContain(`${path}/perilaku`);
    const written = await post(city.officer.accountId, `${path}/perilaku`, {
      note: 'Koreksi.',
      'perilaku.forms.colleague.akuntabel': 'jarang',
    });
    expect([409, 422]).toContain(written.status);
    expect((await rows('measurements')).filter(({ origin }) => origin !== 'voices')).toEqual([]);
  });

  it('with a name are released with it', async () => {
    const { city, voices, requests, rows } = await stage(1, { voice: 'appraiser-superior', least: 1 });
    await voices.give(
      requests[0] ?? '',
      formWith(() => 0, 'Selalu menepati janji.'),
    );
    expect(await rows('voice_answers')).toEqual([]);
    test.setNow(AFTER_ROUND);
    await voices.release();
    const page = await get(
      city.employee.accountId,
      `/a/${city.code}/appraisals/${city.participants.employee}/heard`,
    );
    const text = await page.text();
    expect(text).toContain('Selalu menepati janji.');
    expect(text).toContain('oleh Rekan Nomor 0');
  });
});
