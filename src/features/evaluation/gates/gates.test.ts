/** What has to be settled before a result is given: other voices, the certificate, conflicts; and what is said beside it. */
import { describe, expect, it } from 'vitest';
import { newId } from '#platform/identifier.ts';
import { testApp } from '../../../../test/support/app.ts';
import { certify } from '../../../../test/support/certificates.ts';
import { type City, createCity } from '../../../../test/support/city.ts';
import { TEST_NOW, testDatabase } from '../../../../test/support/database.ts';
import { evaluationWalk } from '../../../../test/support/evaluation.ts';
import { givePlan, samplePlan } from '../../../../test/support/plans.ts';
import {
  adoptLocalScheme,
  instrumentOf,
  LOCAL_SCHEME,
  measure,
  planInWords,
  realise,
} from '../local/local.fixture.ts';

const SCHEME = 'kinerja-contoh';
const training = (certificate: 'required' | 'recommended') =>
  `${LOCAL_SCHEME}training:
  certificate: ${certificate}
  validMonths: 24
  basis: [{ regulation: p6, confidence: default }]
`;

describe('before a result is given', async () => {
  const test = await testDatabase();
  const app = await testApp(test);
  let serial = 0;
  const prepare = async (source = LOCAL_SCHEME) => {
    serial += 1;
    const city: City = await createCity(test.database, `kota-${serial}`);
    await city.db.write((tx) => adoptLocalScheme(tx, source));
    const plan = await givePlan(city.db, city, city.participants.employee, planInWords(samplePlan()));
    await city.db.write((tx) => realise(tx, city, plan));
    await city.db.write((tx) => measure(tx, city));
    const walk = evaluationWalk(app, city);
    const rate = (more: Record<string, string> = {}) =>
      app.post(city.appraiser.accountId, `${walk.path}/evaluation/rating`, instrumentOf(plan, more));
    const read = async (who: { accountId: string }, page: string) => {
      const response = await app.get(who.accountId, `${walk.path}${page}`);
      return { status: response.status, html: await response.text() };
    };
    return { city, plan, walk, rate, read };
  };

  describe('other voices', () => {
    it('are waited for: the form can be filled in, and the page says until when', async () => {
      const { city, walk, rate, read } = await prepare();
      await city.db.write(async (tx) => {
        const round = { agency_id: tx.agencyId, id: newId(), period_id: city.periodId };
        await tx.db
          .insertInto('voice_rounds')
          .values({
            ...round,
            state: 'asking',
            opens_on: '2026-11-01',
            closes_on: '2026-12-05',
            created_by: city.officer.id,
            created_at: TEST_NOW,
          })
          .execute();
        await tx.db
          .insertInto('voice_pools')
          .values({
            agency_id: tx.agencyId,
            id: newId(),
            round_id: round.id,
            participant_id: city.participants.employee,
            voice: 'colleague',
            is_anonymous: true,
            least: 3,
            state: 'collecting',
          })
          .execute();
      });
      expect((await rate({ step: 'check' })).status).toBe(303);
      expect((await read(city.appraiser, '/evaluation')).html).toContain('5 Desember 2026');
      const check = await read(city.appraiser, '/evaluation/check');
      expect(check.html).toContain('Suara lain masih dikumpulkan');
      expect(check.html).not.toContain(`action="${walk.path}/results"`);
      const refused = await walk.give(1);
      expect([refused.status, (await refused.text()).includes('5 Desember 2026')]).toEqual([422, true]);
      expect(await walk.current()).toBeUndefined();
      await city.db.write((tx) =>
        tx.db
          .updateTable('voice_rounds')
          .set({ state: 'released', released_at: TEST_NOW })
          .where('agency_id', '=', tx.agencyId)
          .execute(),
      );
      expect((await walk.give(1)).status).toBe(303);
    });
  });

  describe('the certificate', () => {
    it('is required by some schemes: without it there is no form, and nothing is saved or given', async () => {
      const { city, walk, rate, read } = await prepare(training('required'));
      const page = await read(city.appraiser, '/evaluation');
      expect(page.status).toBe(200);
      expect(page.html).toContain('Skema ini hanya mengizinkan penilai bersertifikat.');
      expect(page.html).toContain(`/training/courses/${SCHEME}`);
      expect(page.html).not.toContain('name="perilaku.appraiser.melayani"');
      expect((await rate()).status).toBe(422);
      await city.db.write((tx) =>
        certify(tx, city.appraiser.id, SCHEME, { from: '2024-01-01', until: '2026-11-23' }),
      );
      expect((await read(city.appraiser, '/evaluation')).html).toContain(
        'Sertifikat penilai menurut skema ini berakhir pada 22 November 2026.',
      );
      await city.db.write((tx) => certify(tx, city.appraiser.id, SCHEME));
      expect((await rate({ step: 'check' })).status).toBe(303);
      expect((await walk.give(1)).status).toBe(303);
    });

    it('that ends while the form is open is asked for again when the result is given', async () => {
      const { city, walk, rate } = await prepare(training('required'));
      await city.db.write((tx) => certify(tx, city.appraiser.id, SCHEME));
      expect((await rate({ step: 'check' })).status).toBe(303);
      await city.db.write((tx) =>
        tx.db
          .updateTable('training_certificates')
          .set({ revoked_at: TEST_NOW, revoked_reason: 'Keliru.' })
          .where('agency_id', '=', tx.agencyId)
          .execute(),
      );
      expect((await walk.give(1)).status).toBe(422);
    });

    it('is only recommended by others: the fact is told to all three and stays with the result', async () => {
      const { city, walk, rate, read } = await prepare(training('recommended'));
      const fact = 'Penilai belum memiliki sertifikat menurut skema ini.';
      expect((await read(city.appraiser, '/evaluation')).html).toContain(fact);
      expect((await read(city.employee, '/result')).html).toContain(fact);
      expect((await rate({ step: 'check' })).status).toBe(303);
      expect((await walk.give(1)).status).toBe(303);
      expect((await walk.current())?.evidence.standing?.certificate).toEqual({ state: 'none', until: null });
      // Certified afterwards: what was the case then is still what is told.
      await city.db.write((tx) => certify(tx, city.appraiser.id, SCHEME));
      for (const who of [city.employee, city.appraiser, city.head])
        expect((await read(who, '/result')).html).toContain(fact);
    });
  });

  describe('a conflict of interest', () => {
    const family = (city: City) =>
      city.db.write(async (tx) => {
        const declarationId = newId();
        await tx.db
          .insertInto('conflict_declarations')
          .values({
            agency_id: tx.agencyId,
            id: declarationId,
            rater_id: city.appraiser.id,
            ratee_id: city.employee.id,
            kind: 'family',
            relation: 'sibling',
            since: '2020-01-01',
            statement: 'Saudara kandung.',
            declared_as: 'rater',
            declared_by: city.appraiser.id,
            declared_at: TEST_NOW,
            state: 'confirmed',
            confirmed_by: city.appraiser.id,
            confirmed_at: TEST_NOW,
          })
          .execute();
        return declarationId;
      });
    const FACT = 'Ada hubungan keluarga yang dinyatakan, sejak 1 Januari 2020.';

    it('for which somebody else rates holds the result back until an officer has decided', async () => {
      const { city, walk, rate, read } = await prepare();
      const declarationId = await family(city);
      expect((await rate({ step: 'check' })).status).toBe(303);
      const page = await read(city.appraiser, '/evaluation');
      for (const words of [FACT, 'Penilaian dilakukan oleh orang lain', `${walk.path}/conflicts`])
        expect(page.html).toContain(words);
      expect((await read(city.employee, '/result')).html).toContain(FACT);
      const refused = await walk.give(1);
      expect(refused.status).toBe(422);
      expect(await refused.text()).toContain('Minta pengelola kinerja menunjuk penilai lain');
      await city.db.write((tx) =>
        tx.db
          .insertInto('conflict_cases')
          .values({
            agency_id: tx.agencyId,
            id: newId(),
            period_id: city.periodId,
            participant_id: city.participants.employee,
            rater_id: city.appraiser.id,
            kind: 'family',
            source: 'declared',
            declaration_id: declarationId,
            since: '2020-01-01',
            consequence: 'replace',
            state: 'settled',
            found_at: TEST_NOW,
            settlement: 'kept',
            settled_by: city.officer.id,
            settled_at: TEST_NOW,
            reason: 'Tidak ada penilai lain di pulau itu; penilai kedua ikut membaca.',
          })
          .execute(),
      );
      expect((await walk.give(1)).status).toBe(303);
      expect((await walk.current())?.evidence.standing?.conflicts).toMatchObject([{ kind: 'family' }]);
      for (const who of [city.employee, city.head]) expect((await read(who, '/result')).html).toContain(FACT);
    });
  });

  it('objections to single days stand beside the component they are about', async () => {
    const { city, read } = await prepare();
    await city.db.write((tx) =>
      tx.db
        .insertInto('record_contests')
        .values({
          agency_id: tx.agencyId,
          id: newId(),
          participant_id: city.participants.employee,
          component: 'kehadiran',
          kind: 'day',
          record_id: newId(),
          day: '2026-05-12',
          proposal: '{}',
          reason: 'Dinas luar, surat tugas terlampir.',
          state: 'open',
          created_by: city.employee.id,
          created_at: TEST_NOW,
        })
        .execute(),
    );
    const { html } = await read(city.appraiser, '/evaluation');
    expect(html).toContain('1 keberatan atas catatan ini belum diputuskan:');
    expect(html).toContain('Dinas luar, surat tugas terlampir.');
  });
});
