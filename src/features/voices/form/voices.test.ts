/** Voices that differ: named ones, team leads, subordinates; declining with a conflict; the weight of every page. */
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { newId } from '#platform/identifier.ts';
import { answerAll, type FormStage, formStage, hidden } from './form.fixture.ts';

const mixed = (question: number, codes: readonly string[]) => codes[question % 3] ?? '';
const baseIn = ({ city }: FormStage, id: string) => `/a/${city.code}/voices/${id}`;

async function sendAll(stage: FormStage, account: string, base: string): Promise<Response> {
  const html = await answerAll(stage, account, base, mixed);
  return stage.app.post(account, `${base}/answer`, { revision: hidden(html, 'revision') });
}

describe('a voice with a name', async () => {
  const stage = await formStage('kota-sawahlunto/sawahlunto-kinerja');
  const { city, app } = stage;

  it('is told that its name is read, and is kept as a statement', async () => {
    const id = await stage.ask(city.head, city.participants.employee, 'appraiser-superior');
    const base = baseIn(stage, id);
    const start = await (await app.get(city.head.accountId, base)).text();
    expect(start).toContain('Formulir ini memuat nama Anda');
    expect(start).not.toContain('tanpa nama dan tanpa waktu');
    const review = await answerAll(stage, city.head.accountId, base, mixed);
    expect(review).toContain('Ditulis oleh Sari Wulandari, atasan pejabat penilai');
    expect(review).not.toContain('Rata-rata dari sedikitnya');
    expect(
      (await app.post(city.head.accountId, `${base}/answer`, { revision: hidden(review, 'revision') }))
        .status,
    ).toBe(303);
    // The progress beside the questions was read: once, however many pages the form has.
    const looked = await city.db.read((tx) =>
      tx.db
        .selectFrom('access_log')
        .select(['actor_id', 'what'])
        .where('agency_id', '=', tx.agencyId)
        .where('person_id', '=', city.employee.id)
        .execute(),
    );
    expect(looked).toEqual([{ actor_id: city.head.id, what: 'progress' }]);
    expect(await stage.rows('voice_statements')).toBe(1);
    expect(await stage.rows('voice_answers')).toBe(0);
    const after = await (await app.get(city.head.accountId, base)).text();
    expect(after).toContain('dibuka bersama suara lain');
  });
});

describe('a team lead', async () => {
  const stage = await formStage('kota-jambi/jambi-adil-terbuka');
  const { city, app } = stage;

  it('is asked about the teams that they led and the other belonged to, and about no other', async () => {
    const team = (name: string, lead: string | null, months: readonly [string, string | null]) =>
      city.db.write(async (tx) => {
        const id = newId();
        await tx.db
          .insertInto('teams')
          .values({
            agency_id: tx.agencyId,
            id,
            unit_id: city.units.clinic,
            name,
            is_across: false,
            decree: '800/1/2026',
            starts_on: '2026-01-01',
            ends_on: null,
            created_by: city.officer.id,
            created_at: tx.now,
            updated_at: tx.now,
          })
          .execute();
        const member = (person_id: string, role: string, valid_from: string, valid_until: string | null) => ({
          agency_id: tx.agencyId,
          id: newId(),
          team_id: id,
          person_id,
          role,
          valid_from,
          valid_until,
          created_by: city.officer.id,
          created_at: tx.now,
        });
        await tx.db
          .insertInto('team_members')
          .values([
            member(city.employee.id, 'member', ...months),
            ...(lead ? [member(lead, 'lead', '2026-01-01', null)] : []),
          ])
          .execute();
      });
    await team('Tim Posyandu', city.colleague.id, ['2026-01-01', '2026-07-01']);
    await team('Tim Akreditasi', city.stranger.id, ['2026-01-01', null]);
    const id = await stage.ask(city.colleague, city.participants.employee, 'team-lead');
    const base = baseIn(stage, id);
    const all = await (await app.get(city.colleague.accountId, `${base}?all=1`)).text();
    expect(all).toContain('Tim Posyandu');
    expect(all).toContain('Sebagai anggota selama 6 bulan');
    expect(all).not.toContain('Tim Akreditasi');
    expect((await sendAll(stage, city.colleague.accountId, base)).status).toBe(303);
    const { content } = await city.db.read((tx) =>
      tx.db
        .selectFrom('voice_statements')
        .select('content')
        .where('agency_id', '=', tx.agencyId)
        .where('request_id', '=', id)
        .executeTakeFirstOrThrow(),
    );
    expect(content).toMatchObject({
      components: { kontribusiTim: { teams: [{ name: 'Tim Posyandu', role: 'member', months: 6 }] } },
    });
  });
});

describe('the heaviest form', async () => {
  const stage = await formStage('kota-kupang/alak-kompetensi');
  const { city, app } = stage;

  it('stays below 20 kB on every page, compressed', async () => {
    const id = await stage.ask(city.colleague, city.participants.employee, 'colleague');
    const base = baseIn(stage, id);
    await answerAll(stage, city.colleague.accountId, base, mixed);
    for (const inner of ['', '?q=1', '?q=9', '?all=1', '/review', '/refusal']) {
      const html = await (await app.get(city.colleague.accountId, base + inner)).text();
      expect(brotliCompressSync(html).length, inner).toBeLessThan(20_000);
    }
    const list = await (await app.get(city.colleague.accountId, `/a/${city.code}/voices`)).text();
    expect(brotliCompressSync(list).length).toBeLessThan(20_000);
  });

  it('asks a subordinate about competencies with what is seen at each level', async () => {
    const person = await stage.person('Staf Puskesmas');
    const id = await stage.ask(person, city.participants.appraiser, 'subordinate');
    const html = await (await app.get(person.accountId, `${baseIn(stage, id)}?q=1`)).text();
    expect(html).toContain('Tingkat 5');
    expect(html).toContain('Belum mencapai tingkat 1');
    expect(html).toContain('Tidak dapat menilai');
    expect((await sendAll(stage, person.accountId, baseIn(stage, id))).status).toBe(303);
  });
});

describe('declining', async () => {
  const stage = await formStage();
  const { city, app } = stage;
  const declarations = () =>
    city.db.read((tx) =>
      tx.db
        .selectFrom('conflict_declarations')
        .select(['rater_id', 'ratee_id', 'kind', 'relation'])
        .where('agency_id', '=', tx.agencyId)
        .execute(),
    );
  const asked = async (name: string) => {
    const person = await stage.person(name);
    const id = await stage.ask(person, city.participants.employee, 'colleague');
    const base = baseIn(stage, id);
    const form = await (await app.get(person.accountId, `${base}/refusal`)).text();
    const refuse = (fields: Record<string, string>) =>
      app.post(person.accountId, `${base}/refusal`, { id: hidden(form, 'id'), ...fields });
    return { person, id, base, refuse };
  };

  it('wants a reason, and keeps what was typed', async () => {
    const { id, refuse } = await asked('Perawat Satu');
    const none = await refuse({ words: 'Sibuk.' });
    expect(none.status).toBe(422);
    const html = await none.text();
    expect(html).toContain('Pilih alasannya.');
    expect(html).toContain('Sibuk.');
    expect((await refuse({ reason: 'other' })).status).toBe(422);
    expect((await refuse({ reason: 'conflict', kind: 'family' })).status).toBe(422);
    expect(await stage.stateOf(id)).toBe('asked');
  });

  it('ends the request, says so, and can be done once', async () => {
    const { person, id, base, refuse } = await asked('Perawat Dua');
    expect((await refuse({ reason: 'contact' })).headers.get('location')).toBe(base);
    expect((await refuse({ reason: 'contact' })).status).toBe(303);
    expect(await stage.stateOf(id)).toBe('declined');
    expect(await (await app.get(person.accountId, base)).text()).toContain('tidak dapat menjawab');
    expect(await declarations()).toEqual([]);
  });

  it('declares the conflict where all of them are kept, if the rater wants it', async () => {
    const { person, id, refuse } = await asked('Perawat Tiga');
    expect((await refuse({ reason: 'conflict', kind: 'family', relation: 'sibling' })).status).toBe(303);
    expect(await stage.stateOf(id)).toBe('declined');
    expect(await declarations()).toEqual([
      { rater_id: person.id, ratee_id: city.employee.id, kind: 'family', relation: 'sibling' },
    ]);
    const { id: second, refuse: quietly } = await asked('Perawat Empat');
    expect((await quietly({ reason: 'conflict', kind: '' })).status).toBe(303);
    expect(await stage.stateOf(second)).toBe('declined');
    expect(await declarations()).toHaveLength(1);
  });
});
