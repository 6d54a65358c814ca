import { it } from 'vitest';
import { demonstration } from '../../../test/journeys/five-systems/demonstration.ts';
import {
  expectNoAxeViolations,
  expectNoSidewaysScroll,
  screenshot,
  withBrowser,
} from '../../../test/support/browser.ts';

it('looks', async () => {
  const demo = await demonstration();
  const stats = await demo.rows<{ c: string; n: number; ok: number }>(
    `select c.scheme_id as c, count(*)::int n, count(*) filter (where has_passed)::int ok from training_attempts a join training_courses c on c.id=a.course_id group by 1`,
  );
  console.log(
    stats,
    await demo.rows(`select scheme_id, count(*)::int n from training_certificates group by 1`),
  );
  const officer = demo.people.get('kota-jambi')?.officer ?? '';
  const [appraiser] = await demo.rows<{ account_id: string; id: string }>(
    `select p.account_id, p.id from people p join training_certificates t on t.person_id = p.id where t.scheme_id = 'jambi-adil-terbuka' and p.account_id is not null and t.valid_until > current_date limit 1`,
  );
  const [none] = await demo.rows<{ account_id: string; id: string }>(
    `select a.id, a.account_id from participants p join periods e on e.id=p.period_id and e.state='open' join people a on a.id=p.appraiser_id where p.scheme_id='jambi-adil-terbuka' and not exists (select from training_certificates t where t.person_id=a.id) limit 1`,
  );
  console.log(appraiser, none);
  const [att] = await demo.rows<{ id: string }>(
    `select id from training_attempts where person_id = '${appraiser?.id}' limit 1`,
  );
  const [cert] = await demo.rows<{ id: string }>(
    `select id from training_certificates where person_id = '${appraiser?.id}' limit 1`,
  );
  const [lesson] = await demo.rows<{ id: string }>(
    `select l.id from training_lessons l join training_courses c on c.id=l.course_id where c.scheme_id='jambi-adil-terbuka' order by ordinal limit 1`,
  );
  const [kase] = await demo.rows<{ id: string }>(
    `select l.id from training_cases l join training_courses c on c.id=l.course_id where c.scheme_id='jambi-adil-terbuka' order by ordinal limit 1`,
  );
  const ws = await demo.rows<{ id: string }>(
    `select w.id from training_workshops w join agencies a on a.id=w.agency_id where a.code='kota-jambi' order by starts_at`,
  );
  const browser = await withBrowser(demo.app);
  const A = '/a/kota-jambi/training';
  const S = `${A}/courses/jambi-adil-terbuka`,
    M = `${A}/material/jambi-adil-terbuka`;
  const mine: [string, string][] = [
    ['own', A],
    ['course', S],
    ['lesson', `${S}/lessons/${lesson?.id}`],
    ['comparison', `${A}/cases/${att?.id}`],
    ['certificate', `${A}/certificates/${cert?.id}`],
    ['habits', `${A}/habits`],
    ['workshops', `${A}/workshops`],
    ['workshop', `${A}/workshops/${ws.at(-1)?.id}`],
  ];
  const office: [string, string][] = [
    ['list', `${A}/appraisers`],
    ['material', `${A}/material`],
    ['coursematerial', M],
    ['lessonform', `${M}/lessons/${lesson?.id}`],
    ['caseoffice', `${M}/cases/${kase?.id}`],
    ['casenew', `${M}/cases/new`],
    ['wnew', `${A}/workshops/new`],
    ['wpast', `${A}/workshops/${ws[0]?.id}`],
    ['wcoming', `${A}/workshops/${ws.at(-1)?.id}`],
    ['sheet', `${A}/workshops/${ws[0]?.id}/sheet`],
    ['recognise', `${A}/certificates/new?person=${none?.id}&scheme=jambi-adil-terbuka`],
  ];
  const problems: string[] = [];
  for (const [who, pages] of [
    [appraiser?.account_id ?? '', mine],
    [officer, office],
  ] as const)
    for (const size of ['phone', 'desktop'] as const) {
      const context = await browser.profile({
        account: who,
        size,
        theme: size === 'phone' ? 'light' : 'dark',
      });
      const page = await context.newPage();
      for (const [name, address] of pages) {
        const r = await page.goto(address, { waitUntil: 'load' });
        if (r?.status() !== 200) problems.push(`${name} ${r?.status()}`);
        await expectNoAxeViolations(page).catch((e) =>
          problems.push(`${name} ${size}: ${String(e).slice(0, 600)}`),
        );
        await expectNoSidewaysScroll(page).catch((e) =>
          problems.push(`${name} ${size} wide ${String(e).slice(0, 100)}`),
        );
        await screenshot(page, `${size}-${name}`);
      }
      await context.close();
    }
  console.log(problems.join('\n'));
}, 300_000);
