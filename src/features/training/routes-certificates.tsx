/** Certificates to read and revoke, those from outside to recognise, and the habits of the one who asks. */
import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { isAgencyOfficer, type VisitEnv } from '#features/people/index.ts';
import { logAccess, peopleInBrief } from '#features/periods/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { NotAllowed, NotFound, Refusal } from '#platform/errors.ts';
import { isId, newId } from '#platform/identifier.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { civilDate, formFields, parseFields, someText } from '#platform/web/forms.ts';
import { page, seeOther } from '#platform/web/respond.ts';
import { type Certificate, findCertificate } from './certificates.ts';
import { recogniseCertificate, revokeCertificate } from './commands/decide-certificate.ts';
import { attemptsOf } from './course/attempts.ts';
import { ratedPlaces } from './course/places.ts';
import { findCourse, requireScheme, ruleOf, schemesWithCourse } from './course/queries.ts';
import { keepUpload, sendFile, uploadLimit } from './files.ts';
import { habitsOf } from './habits.ts';
import type { TrainingOptions } from './options.ts';
import { CertificatePage } from './pages/certificate-page.tsx';
import { HabitsPage } from './pages/habits-page.tsx';
import { RecognisePage, type RecogniseView } from './pages/recognise-page.tsx';
import { mayOversee } from './pages/tabs.tsx';
import { office } from './text-office.ts';

type Visiting = Context<VisitEnv>;
const ONE = '/training/certificates/:certificate{[0-9a-f-]{36}}';

export function certificateRoutes(options: TrainingOptions): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>();
  routes.get('/training/habits', (c) => showHabits(c, options));
  routes.get('/training/certificates/new', (c) => showRecognise(c, options));
  routes.post(
    '/training/certificates',
    uploadLimit((c) => showRecognise(c, options, { errors: { file: office.fileTooLarge() }, typed: {} })),
    (c) => recognise(c, options),
  );
  routes.get(ONE, (c) => showCertificate(c, options));
  routes.get(`${ONE}/file`, (c) => sendDocument(c, options));
  routes.post(`${ONE}/revocation`, (c) => revoke(c, options));
  return routes;
}

/** The holder's own, or read by who oversees training; to everybody else there is none. */
async function readable(c: Visiting, tx: Tx): Promise<Certificate> {
  const { visit } = c.var;
  const certificate = await findCertificate(tx, c.req.param('certificate') ?? '');
  const isOwn = certificate?.personId === visit.actor.personId;
  if (!certificate || !(isOwn || mayOversee(visit))) throw new NotFound();
  return certificate;
}

async function showCertificate(
  c: Visiting,
  { schemes }: TrainingOptions,
  refused?: { readonly error: string; readonly typed: string },
): Promise<Response> {
  const { visit } = c.var;
  const { certificate, schemeTitle } = await visit.db.read(async (tx) => {
    const found = await readable(c, tx);
    const scheme = (await schemesWithCourse(tx, schemes)).get(found.schemeId)?.scheme;
    return { certificate: found, schemeTitle: scheme ? inLocale(scheme.title) : found.schemeId };
  });
  if (certificate.personId !== visit.actor.personId && !refused)
    await logAccess(visit, certificate.personId, 'certificate');
  return page(
    c,
    <CertificatePage
      visit={visit}
      certificate={certificate}
      schemeTitle={schemeTitle}
      errors={refused ? { reason: refused.error } : {}}
      typed={refused?.typed}
    />,
    refused ? 422 : 200,
  );
}

async function sendDocument(c: Visiting, { files }: TrainingOptions): Promise<Response> {
  return sendFile(c, files, async (tx) => (await readable(c, tx)).file?.id);
}

async function revoke(c: Visiting, options: TrainingOptions): Promise<Response> {
  const { visit } = c.var;
  const certificate = await visit.db.read((tx) => readable(c, tx));
  if (!isAgencyOfficer(visit.actor)) throw new NotAllowed();
  const { reason = '' } = await formFields(c);
  try {
    await visit.db.write((tx) => revokeCertificate(tx, visit.actor, { id: certificate.id, reason }));
  } catch (error) {
    if (!(error instanceof Refusal) || error.field !== 'reason') throw error;
    return showCertificate(c, options, { error: office.reasonMissing(), typed: reason });
  }
  return seeOther(c, visit.path(`/training/certificates/${certificate.id}`), office.revokedFlash());
}

async function showRecognise(
  c: Visiting,
  { schemes }: TrainingOptions,
  refused?: Pick<RecogniseView, 'errors' | 'typed'>,
): Promise<Response> {
  const { visit } = c.var;
  if (!isAgencyOfficer(visit.actor)) throw new NotAllowed();
  const personId = refused?.typed.person ?? c.req.query('person') ?? '';
  const schemeId = refused?.typed.scheme ?? c.req.query('scheme') ?? '';
  const view = await visit.db.read(async (tx) => {
    const { scheme } = await requireScheme(tx, schemes, schemeId);
    const person = isId(personId)
      ? (await peopleInBrief(tx, [personId], visit.today)).get(personId)
      : undefined;
    if (!person) throw new NotFound();
    return { person, schemeId, schemeTitle: inLocale(scheme.title), rule: ruleOf(scheme) };
  });
  return page(
    c,
    <RecognisePage visit={visit} id={newId()} {...view} errors={{}} typed={{}} {...refused} />,
    refused ? 422 : 200,
  );
}

const recogniseForm = z.object({
  id: z.string().refine(isId),
  person: z.string().refine(isId),
  scheme: z.string(),
  number: someText(100),
  issuer: someText(200),
  issuedOn: civilDate(),
});

async function recognise(c: Visiting, options: TrainingOptions): Promise<Response> {
  const { visit } = c.var;
  if (!isAgencyOfficer(visit.actor)) throw new NotAllowed();
  const body = await c.req.parseBody();
  const fields = await formFields(c);
  const parsed = parseFields(recogniseForm, fields);
  if (!parsed.ok) return showRecognise(c, options, { errors: parsed.errors, typed: fields });
  const file = await keepUpload(visit, options.files, body.file);
  if (!file.ok) return showRecognise(c, options, { errors: { file: file.error }, typed: fields });
  const { value } = parsed;
  try {
    await visit.db.write(async (tx) => {
      const { scheme } = await requireScheme(tx, options.schemes, value.scheme);
      await recogniseCertificate(tx, visit.actor, {
        ...value,
        personId: value.person,
        schemeId: value.scheme,
        validMonths: ruleOf(scheme).validMonths,
        fileId: file.id,
        today: visit.today,
      });
    });
  } catch (error) {
    if (!(error instanceof Refusal) || !error.field) throw error;
    return showRecognise(c, options, { errors: { [error.field]: error.message }, typed: fields });
  }
  return seeOther(c, visit.path(`/training/certificates/${value.id}`), office.recognised());
}

async function showHabits(c: Visiting, { schemes }: TrainingOptions): Promise<Response> {
  const { visit } = c.var;
  const { personId } = visit.actor;
  const view = await visit.db.read(async (tx) => {
    const known: { id: string; title: string }[] = [];
    for (const [id, { scheme }] of await schemesWithCourse(tx, schemes)) {
      const course = await findCourse(tx, id);
      const attempts = course ? await attemptsOf(tx, personId, course.id) : [];
      if (attempts.some(({ state }) => state === 'sent')) known.push({ id, title: inLocale(scheme.title) });
    }
    const chosen = known.find(({ id }) => id === c.req.query('scheme')) ?? known[0];
    const course = chosen && (await findCourse(tx, chosen.id));
    const found = course
      ? await ratedPlaces(tx, schemes, course, personId)
      : { places: [], headings: new Map<string, string>() };
    return {
      schemes: known,
      schemeId: chosen?.id,
      outcome: habitsOf(found.places),
      headings: found.headings,
    };
  });
  return page(c, <HabitsPage visit={visit} {...view} />);
}
