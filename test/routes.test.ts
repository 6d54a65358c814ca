/**
 * Every route of the application, asked by whoever must not be answered: nobody, another agency's officer, and an
 * officer with nonsense for ids. A route that is added is tested here without a line being written.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#platform/identifier.ts';
import { type TestApp, testApp } from './support/app.ts';
import { type City, createCity } from './support/city.ts';
import { testDatabase } from './support/database.ts';
import { createLivedInCity, type LivedInCity } from './support/lived-in-city.ts';

/** What anybody may ask, and why; everything else belongs to somebody. */
const PUBLIC: Readonly<Record<string, string>> = {
  'GET /': 'the start page leads to sign-in and to the rules',
  'GET /healthz': 'a proxy asks whether the process lives',
  'GET /assets/:name': 'style sheet and script of the public pages',
  'POST /preferences': 'language and theme are chosen before signing in',
  'GET /sign-in': 'nobody is signed in before signing in',
  'POST /sign-in': 'nobody is signed in before signing in',
  'GET /sign-in/forgotten': 'whoever forgot the password cannot sign in',
  'POST /sign-in/forgotten': 'whoever forgot the password cannot sign in',
  'GET /sign-in/second-factor': 'the second step comes before the session',
  'POST /sign-in/second-factor': 'the second step comes before the session',
  'POST /sign-out': 'a session that ended meanwhile can still be left',
  'GET /start': 'the first run has no accounts; the key on the console protects it',
  'POST /start': 'the first run has no accounts; the key on the console protects it',
  'GET /invitations': 'the invited person types the code of the letter',
  'POST /invitations': 'the invited person types the code of the letter',
  'GET /invitations/:token': 'the token is the right to look',
  'POST /invitations/:token': 'the token is the right to choose a password',
  'GET /voices/thanks': 'a guest after sending: the page knows nothing of the form',
  'GET /voices/declined': 'a guest after declining: the page knows nothing of the request',
  'GET /voices/:agency/:code': 'the one-time code is the right to the form',
  'POST /voices/:agency/:code/draft': 'the one-time code is the right to the form',
  'GET /voices/:agency/:code/review': 'the one-time code is the right to the form',
  'POST /voices/:agency/:code/answer': 'the one-time code is the right to the form',
  'GET /voices/:agency/:code/refusal': 'the one-time code is the right to decline',
  'POST /voices/:agency/:code/refusal': 'the one-time code is the right to decline',
  'GET /innovations/:agency': 'the gallery of innovations is published on purpose',
  'GET /rules': 'the rules are public by purpose',
  'GET /rules/:name': 'the rules are public by purpose',
  'POST /rules/:name': 'the calculator keeps nothing; NIP goes in a body and not in an address',
  'GET /schemas/scheme.json': 'an editor of scheme files asks for the language without an account',
  'GET /schemas/:id/:version/evidence.json': 'the shape of the evidence of schemes that come with Tera',
  'GET /api/rules': 'the same calculator for other systems',
  'GET /api/rules/:name': 'the same calculator for other systems',
  'POST /api/rules/:name': 'the same calculator for other systems',
  'GET /s/:agency': 'results of surveys that an agency published',
  'GET /s/:agency/results/:round/:unit': 'results of surveys that an agency published',
  'GET /s/:agency/:code': 'citizens answer a survey with the code of a poster or a receipt',
  'POST /s/:agency/:code': 'citizens answer a survey with the code of a poster or a receipt',
  'GET /s/:agency/:code/thanks': 'they are told that their answer counts',
};

interface Route {
  readonly method: 'GET' | 'POST';
  readonly path: string;
}

function routesOf({ app }: TestApp): Route[] {
  const seen = new Map<string, Route>();
  for (const { method, path } of app.routes) {
    // Middleware is registered for all methods; the routes behind it are listed themselves.
    if (method === 'ALL') continue;
    if (method !== 'GET' && method !== 'POST') throw new Error(`a route with method ${method}: ${path}`);
    seen.set(`${method} ${path}`, { method, path });
  }
  return [...seen.values()];
}

const named = ({ method, path }: Route) => `${method} ${path}`;

/** The address with each parameter replaced by what `fill` gives for the segment before it and its own name. */
function addressOf({ path }: Route, fill: (before: string, name: string) => string): string {
  const segments = path.split('/');
  return segments
    .map((segment, index) => {
      const name = /^:(\w+)/.exec(segment)?.[1];
      return name ? fill(segments[index - 1] ?? '', name) : segment;
    })
    .join('/');
}

const NOBODYS = newId();

function realIds(city: LivedInCity): (before: string, name: string) => string {
  const ids: Readonly<Record<string, string>> = {
    'a :agency': city.code,
    'appraisals :id': city.participants.employee,
    'check-ins :checkpointId': city.checkpointIds[0] ?? '',
    'evidence :evidenceId': city.evidenceId,
    'feedback :feedbackId': city.feedbackId,
    'diary :observationId': city.observationId,
    'papers :file': 'skp.pdf',
    'progress :indicatorId': city.indicatorId,
    'entries :entryId': city.entryId,
    'comments :comment': city.commentId,
    'units :unitId': city.units.health,
    'runs :run': city.bundleId,
    'people :id': city.employee.id,
    'acting :placement': city.actingId,
    'flags :id': city.flagId,
    'import :id': city.importId,
    'notifications :id': city.notificationId,
    'periods :id': city.periodId,
    'roles :id': city.grantId,
    'schemes :id': city.schemeId,
    ':id :version': '1',
    'compare :id2': city.schemeId,
    ':id2 :version2': '1',
    'scheme-drafts :id': city.draftId,
    'guided :section': 'weights',
    'revisions :revision': '1',
    'changes :revision': '1',
    'discussion :contribution': city.proposalId,
    'measurements :scheme': city.schemeId,
    ':scheme :version': '1',
    ':version{[0-9]+} :component': 'disiplin',
    'measurements :component': 'disiplin',
    'criteria :id': city.periodId,
    'attendance :day': '2026-03-02',
    'cases :component': 'layanan',
    'courses :scheme': city.schemeId,
    'material :scheme': city.schemeId,
    // What no test city has yet: such an id is not there for anybody.
    'lessons :lesson': NOBODYS,
    'cases :attempt': NOBODYS,
    'cases :case': NOBODYS,
    'certificates :certificate': NOBODYS,
    'workshops :workshop': NOBODYS,
    'materials :file': NOBODYS,
    'counters :id': NOBODYS,
    'people :binding': NOBODYS,
    'rounds :id': NOBODYS,
    'tokens :counter': NOBODYS,
    'rolls :roll': NOBODYS,
    'cases :token': NOBODYS,
    'batches :batch': NOBODYS,
    'words :words': NOBODYS,
    'conflicts :id': NOBODYS,
    'second-looks :id': NOBODYS,
    'second-look-draws :id': NOBODYS,
    'calibration :id': NOBODYS,
    'items :item': NOBODYS,
    'calibration-returns :item': NOBODYS,
    'orders :case': NOBODYS,
    'conflict-cases :id': NOBODYS,
    'households :batch': NOBODYS,
    ':component :case': NOBODYS,
    'contests :contest': NOBODYS,
    'files :proof': NOBODYS,
    'files :run': NOBODYS,
    'letters :letter': NOBODYS,
    'assignments :assignment': NOBODYS,
    'holidays :holiday': '2026-01-01',
    'competencies :code': 'integritas',
    'standards :standard': NOBODYS,
    'outcomes :outcome': NOBODYS,
    'development :need': NOBODYS,
    'innovations :id': NOBODYS,
    'steps :step': NOBODYS,
    'unsealings :id': NOBODYS,
    'voice-remarks :id': NOBODYS,
    'files :file': NOBODYS,
    'history :result': NOBODYS,
    'schemes :rule': NOBODYS,
    'scheme-trials :id': NOBODYS,
    'laboratory :run': NOBODYS,
    'mirror :periodId': city.periodId,
    'answers :participantId': city.participants.employee,
    'fairness :periodId': city.periodId,
    'flags :flagId': NOBODYS,
    'reports :id': NOBODYS,
    'attributes :id': NOBODYS,
    'import :file': NOBODYS,
    'members :member': NOBODYS,
    'teams :team': NOBODYS,
    'voice-requests :id': NOBODYS,
    'voices :request': NOBODYS,
  };
  return (before, name) => {
    const id = ids[`${before} :${name}`];
    if (!id) throw new Error(`say in realIds what stands for :${name} after ${before}`);
    return id;
  };
}

describe('every route', { timeout: 240_000 }, async () => {
  const test = await testDatabase();
  const app = await testApp(test);
  const city = await createLivedInCity(test, app);
  const other = await createCity(test.database, 'kota-lain');
  const routes = routesOf(app);
  const inside = routes.filter(({ path }) => path.startsWith('/a/:agency'));
  const real = realIds(city);

  const ask = async (account: string | null, route: Route, address: string) => {
    const response =
      route.method === 'GET' ? await app.get(account, address) : await app.post(account, address);
    // An event stream does not end by itself.
    if (!response.headers.get('content-type')?.startsWith('text/event-stream')) await response.text();
    else await response.body?.cancel();
    return { status: response.status, location: response.headers.get('location') };
  };

  /** Asks all and collects what is not as it should be, so that one run names every fault. */
  const faultsOf = async (
    asked: readonly Route[],
    account: string | null,
    fill: (before: string, name: string) => string,
    isRight: (answer: { status: number; location: string | null }, route: Route) => boolean,
  ) => {
    const faults: string[] = [];
    for (const route of asked) {
      const address = addressOf(route, fill);
      const answer = await ask(account, route, address);
      if (!isRight(answer, route)) faults.push(`${named(route)}: ${answer.status} ${answer.location ?? ''}`);
    }
    return faults;
  };

  let before: string;
  const everything = async () => {
    const { rows } = await test.owner.query<{ table_name: string }>(
      `select table_name from information_schema.columns
       where table_schema = 'public' and column_name = 'agency_id' order by table_name`,
    );
    const digests: string[] = [];
    for (const { table_name: table } of rows) {
      const found = await test.owner.query<{ digest: string }>(
        `select coalesce(md5(string_agg(t::text, '' order by t::text)), '') as digest from "${table}" t
         where agency_id = $1`,
        [city.agencyId],
      );
      digests.push(`${table} ${found.rows[0]?.digest}`);
    }
    return digests.join('\n');
  };
  beforeAll(async () => {
    before = await everything();
  });

  it('is known: there are many, and the public ones are listed with a reason', () => {
    expect(inside.length).toBeGreaterThan(100);
    const outside = routes.filter(({ path }) => !path.startsWith('/a/:agency')).map(named);
    const notPublic = outside.filter((name) => !PUBLIC[name]);
    expect(notPublic.filter((name) => !/^(GET|POST) \/account(\/|$)/.test(name))).toEqual([]);
    expect(Object.keys(PUBLIC).filter((name) => !outside.includes(name))).toEqual([]);
  });

  it('of the public ones answers nobody without a fault', async () => {
    const asked = routes.filter((route) => PUBLIC[named(route)]);
    const fill = (before: string) =>
      before === 'rules' ? 'predicate' : before === 'assets' ? 'app.css' : 'kota-contoh-0000000000000000';
    const faults = await faultsOf(asked, null, fill, ({ status }) => status < 500);
    expect(faults).toEqual([]);
  });

  it('of an account sends nobody to sign-in', async () => {
    const asked = routes.filter(({ path }) => path.startsWith('/account'));
    const faults = await faultsOf(
      asked,
      null,
      real,
      ({ status, location }) => status === 303 && (location ?? '').startsWith('/sign-in'),
    );
    expect(faults).toEqual([]);
  });

  it('of an agency sends nobody to sign-in', async () => {
    const faults = await faultsOf(
      inside,
      null,
      real,
      ({ status, location }, { method }) =>
        status === 303 &&
        (method === 'POST' ? location === '/sign-in' : (location ?? '').startsWith('/sign-in?back=')),
    );
    expect(faults).toEqual([]);
  });

  it('of an agency does not exist for another agency’s officer', async () => {
    const faults = await faultsOf(inside, other.officer.accountId, real, ({ status }) => status === 404);
    expect(faults).toEqual([]);
  });

  it('with ids of another agency does not exist below the own one', async () => {
    const withIds = inside.filter(({ path }) => path.slice('/a/:agency'.length).includes(':'));
    const fill = (before: string, name: string) => (before === 'a' ? other.code : real(before, name));
    for (const role of ['officer', 'auditor', 'mayor', 'employee'] as const) {
      const faults = await faultsOf(withIds, other[role].accountId, fill, ({ status }) =>
        [403, 404, 422].includes(status),
      );
      expect(faults, role).toEqual([]);
    }
  });

  it('leaves everything of the agency as it was', async () => {
    expect(await everything()).toBe(before);
  });

  it.each([
    ['an id that nobody has', newId()],
    ['no id at all', 'omong-kosong'],
    ['an id of the wrong length', `${newId()}0`],
    ['what a database would stumble over', "1';--\0"],
    ['a long text', 'x'.repeat(3000)],
  ])('with %s is refused', async (_name, nonsense) => {
    const fill = (before: string) => (before === 'a' ? city.code : encodeURIComponent(nonsense));
    const withIds = inside.filter(({ path }) => path.slice('/a/:agency'.length).includes(':'));
    for (const role of ['officer', 'employee'] as const) {
      const faults = await faultsOf(withIds, city[role].accountId, fill, ({ status }) =>
        [403, 404, 422].includes(status),
      );
      expect(faults, role).toEqual([]);
    }
  });

  it('without any field of its form never fails', async () => {
    const faults: string[] = [];
    const own: Readonly<Record<string, City['officer']>> = { employee: city.employee, officer: city.officer };
    for (const [role, person] of Object.entries(own)) {
      const found = await faultsOf(inside, person.accountId, real, ({ status }) => status < 500);
      faults.push(...found.map((fault) => `${role}: ${fault}`));
    }
    expect(faults).toEqual([]);
  });

  it('with a nonsense query never fails', async () => {
    const query =
      '?page=-1&page=x&from=gestern&to=x&unit=x&q=%25%27&state=x&step=x&id=x&list=x&person=x&period=x' +
      '&indicator=x&stage=x&search=%25&sort=x&tab=x&date=x&kind=x&type=x&standing=x&since=x&until=x';
    const pages = inside.filter(({ method }) => method === 'GET');
    const faults: string[] = [];
    for (const route of pages) {
      const answer = await ask(city.officer.accountId, route, addressOf(route, real) + query);
      if (answer.status >= 500) faults.push(`${named(route)}: ${answer.status}`);
    }
    expect(faults).toEqual([]);
    expect((await app.get(null, '/rules?q=%00')).status).toBe(404);
  });

  it('before the frame of a page is known still answers with a page', async () => {
    const missing = await app.get(null, '/assets/app-0000.css');
    expect(missing.status).toBe(404);
    expect(await missing.text()).toContain('Halaman tidak ditemukan');
  });
});
