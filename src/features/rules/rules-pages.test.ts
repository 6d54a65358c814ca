import { describe, expect, it } from 'vitest';
import { rules } from '#domain/rules/index.ts';
import { testApp } from '../../../test/support/app.ts';
import {
  expectNoAxeViolations,
  expectNoSidewaysScroll,
  screenshot,
  withBrowser,
} from '../../../test/support/browser.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { fieldsOf, inputOf } from './read-form.ts';

const LOOKS = [
  ['phone', 'light'],
  ['desktop', 'dark'],
] as const;

describe('the rule calculator', async () => {
  const test = await testDatabase();
  const app = await testApp(test);
  const browser = await withBrowser(app);
  const postJson = (path: string, body: string) =>
    app.app.request(`http://tera.test${path}`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json' },
    });

  it.each(rules.map((rule) => [rule.name, rule] as const))(
    'answers every example of %s on its page and as a call',
    async (name, rule) => {
      for (const example of rule.examples) {
        expect(
          inputOf(rule.fields, fieldsOf(example.input)),
          'the form gives back what it was given',
        ).toMatchObject(example.input);
        const response = await postJson(`/api/rules/${name}`, JSON.stringify(example.input));
        expect(response.status).toBe(200);
        const answer = await response.json();
        expect(answer).toMatchObject(example.output);
        expect(answer.basis.length).toBeGreaterThan(0);
        expect(answer.explanation.label.id).toBeTruthy();
        const asked = await app.get(
          null,
          `/api/rules/${name}?input=${encodeURIComponent(JSON.stringify(example.input))}`,
        );
        expect(await asked.json()).toEqual(answer);
      }
    },
  );

  it('refuses with 422 and the path of the field', async () => {
    const refused = await postJson('/api/rules/predicate', '{"results":"super","extra":1}');
    expect(refused.status).toBe(422);
    const { problems } = (await refused.json()) as { problems: { path: string }[] };
    expect(problems.map((problem) => problem.path).sort()).toEqual(['behaviour', 'extra', 'results']);
    expect((await postJson('/api/rules/predicate', '{')).status).toBe(422);
    expect((await postJson('/api/rules/no-such-rule', '{}')).status).toBe(404);
    expect((await app.get(null, '/rules/no-such-rule')).status).toBe(404);
  });

  it('shows an answer at an address that can be sent to somebody', async () => {
    const response = await app.get(null, '/rules/predicate?results=above&behaviour=below&calculate=yes');
    expect(response.status).toBe(200);
    // PermenPANRB 6/2022: results above × behaviour below.
    expect(await response.text()).toContain('Kurang/Misconduct');
  });

  it('keeps what was typed and says what is wrong beside it', async () => {
    const response = await app.get(null, '/rules/predicate-2019?results=999&behaviour=abc&calculate=yes');
    expect(response.status).toBe(422);
    const html = await response.text();
    expect(html).toContain('value="999"');
    expect(html).toContain('id="behaviour-error"');
  });

  it('keeps personal numbers out of addresses', async () => {
    const nip = '198609262015051001';
    const asked = await app.get(null, '/rules/nip?nip=197001011990031001&kind=pns&calculate=yes');
    expect(await asked.text()).not.toContain('197001011990031001');
    const posted = await app.post(null, '/rules/nip', { nip, kind: 'pns', calculate: 'yes' });
    expect(posted.status).toBe(200);
    expect(await posted.text()).toContain('26 September 1986');
  });

  const page = async (name: string, fields: Record<string, string>) => {
    const address = `/rules/${name}?${new URLSearchParams({ ...fields, calculate: 'yes' })}`;
    const response = await app.get(null, address);
    return { status: response.status, html: await response.text() };
  };

  it('says what the rule has against a value that is well formed', async () => {
    const filed = await page('objection-deadline', { received: '2026-01-02', filed: '2026-01-01' });
    expect(filed.status).toBe(422);
    expect(filed.html).toContain('Mendahului tanggal diterima: periksa kedua tanggal.');
    const run = await page('absence-sanction', { days: '3', consecutive: '4' });
    expect(run.html).toContain('Melebihi jumlah hari tidak masuk: periksa kedua jumlah hari.');
    const mixed = await page('talent-box', { performance: 'above', potentialScore: '80' });
    expect(mixed.html).toContain('Tidak dapat diisi bersama tingkat kinerja atau potensial');
    const course = await page('professionalism-index', { track: 'pelaksana', leadershipCourse: 'yes' });
    expect(course.html).toContain('Pilih salah satu.');
    const weights = await page('allowance', {
      base: '2.000.000',
      productivityPercent: '100',
      disciplinePercent: '90',
      'weights.productivity': '60',
      'weights.discipline': '60',
    });
    expect(weights.html).toContain('Tidak berjumlah 100: sesuaikan kedua bobot.');
    expect(weights.html).toContain('value="2.000.000"');
  });

  it('refuses a course that does not belong to the position, beside its box', async () => {
    const { status, html } = await page('professionalism-index', {
      education: 's1',
      track: 'pelaksana',
      leadershipCourse: 'yes',
      technicalHours: '20',
      predicate: 'baik',
      sanction: 'none',
    });
    expect(status).toBe(422);
    expect(html).toContain('Hanya untuk jabatan struktural: hapus, atau ubah jenis jabatan.');
  });

  it('closes up empty rows and shows a missing number in its own box', async () => {
    const levels = { 'required.0': '3', 'achieved.0': '3', 'required.4': '3', 'achieved.4': '2' };
    const answered = await page('competency-match', levels);
    expect(answered.status).toBe(200);
    // (3 + 2) of (3 + 3) levels.
    expect(answered.html).toContain('83,33 %');
    expect(answered.html).toMatch(/name="achieved\.1"[^>]*value="2"/);
    const half = await page('competency-match', { ...levels, 'required.6': '4' });
    expect(half.status).toBe(422);
    expect(half.html).toContain('id="achieved.2-error"');
    expect(half.html).toContain('Tulis angka dari 0 sampai 5.');
  });

  it('adds rows without losing any', async () => {
    const html = await (
      await app.get(null, '/rules/results-rating?lines.0.kind=main&lines.0.rating=above&rows=10')
    ).text();
    expect(html).toContain('name="lines.9.rating"');
    expect(html).toMatch(/<option value="above" selected/);
  });

  it.each(rules.map((rule) => [rule.name, rule] as const))(
    'draws %s well on a phone and a desk',
    async (_, rule) => {
      for (const [size, theme] of LOOKS) {
        const page = await browser.open(`/rules/${rule.name}?calculate=yes`, { size, theme, script: false });
        await expectNoAxeViolations(page);
        await expectNoSidewaysScroll(page);
        await screenshot(page, `rule-${rule.name}-${size}-${theme}`);
        const example = new URLSearchParams(fieldsOf(rule.examples.at(-1)?.input ?? {}));
        await page.goto(`/rules/${rule.name}?${example}&calculate=yes`);
        await expectNoAxeViolations(page);
        await expectNoSidewaysScroll(page);
        await screenshot(page, `rule-${rule.name}-answer-${size}-${theme}`);
        await page.context().close();
      }
    },
  );

  it('works in a browser without scripts, on a phone and a desk, in both themes', async () => {
    for (const [size, theme] of LOOKS) {
      const list = await browser.open('/rules', { size, theme, script: false });
      await expectNoAxeViolations(list);
      await screenshot(list, `rules-${size}-${theme}`);
      await list.click('a[href="/rules/predicate"]');
      await list.check('input[name=results][value=meets]');
      await list.check('input[name=behaviour][value=meets]');
      await list.click('button[name=calculate]');
      expect(await list.textContent('#answer')).toContain('Baik');
      await expectNoAxeViolations(list);
      await expectNoSidewaysScroll(list);
      await screenshot(list, `rule-predicate-${size}-${theme}`);
      await list.goto('/rules/competency-match');
      await list.fill('input[name="required.0"]', '3');
      await list.fill('input[name="achieved.0"]', '2');
      await list.click('button[name=rows]');
      await list.fill('input[name="required.13"]', '3');
      await list.fill('input[name="achieved.13"]', '3');
      await list.click('button[name=calculate]');
      expect(await list.textContent('#answer')).toContain('83,33 %');
      await list.context().close();
    }
  });
});
