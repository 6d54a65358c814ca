/** The emblem and the place of signing of an agency's papers: set by an officer of the agency. */
import { type Context, Hono } from 'hono';
import { isAgencyOfficer, type VisitEnv } from '#features/people/index.ts';
import { NotAllowed, NotFound } from '#platform/errors.ts';
import { download, page, seeOther } from '#platform/web/respond.ts';
import { checkEmblem, EMBLEM_MEDIA_TYPES, type EmblemProblem } from './check-emblem.ts';
import type { PaperOptions } from './options.ts';
import { HeadPage } from './pages/head-page.tsx';
import { type PaperHeadSettings, paperHead, type StoredEmblem, savePaperHead } from './paper-head.ts';
import { renderEvaluationDocument } from './render.ts';
import { sampleDocument } from './samples.ts';
import { checkSigning } from './signing.ts';
import { bundleText } from './text-bundle.ts';

type Visiting = Context<VisitEnv>;

export function headRoutes(options: PaperOptions): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>();
  routes.get('/papers/head', (c) => showHead(c, {}));
  routes.post('/papers/head', (c) => saveHead(c, options));
  routes.get('/papers/head/emblem', (c) => sendEmblem(c, options));
  return routes;
}

async function headOf(c: Visiting): Promise<PaperHeadSettings> {
  const { visit } = c.var;
  if (!isAgencyOfficer(visit.actor)) throw new NotAllowed();
  return visit.db.read((tx) => paperHead(tx));
}

async function showHead(c: Visiting, errors: Record<string, string>, typed?: string): Promise<Response> {
  const head = await headOf(c);
  const place = typed ?? (head.isPlaceChosen ? head.place : '');
  return page(
    c,
    <HeadPage visit={c.var.visit} head={head} place={place} errors={errors} />,
    Object.keys(errors).length > 0 ? 422 : 200,
  );
}

async function saveHead(c: Visiting, options: PaperOptions): Promise<Response> {
  const { visit } = c.var;
  const head = await headOf(c);
  const body = await c.req.parseBody();
  const place = typeof body.place === 'string' ? body.place.trim() : '';
  const checked = checkSigning({ place }, { startsOn: visit.today, endsOn: visit.today });
  const errors: Record<string, string> = checked.ok ? {} : { ...checked.errors };
  const upload = body.emblem instanceof File && body.emblem.name !== '' ? body.emblem : undefined;
  let emblem: StoredEmblem | null = body.remove === 'yes' ? null : head.emblem;
  if (upload) {
    const kept = await keepEmblem(visit.agency.id, upload, options);
    if ('error' in kept) errors.emblem = kept.error;
    else emblem = kept;
  }
  if (Object.keys(errors).length > 0) return showHead(c, errors, place);
  await visit.db.write((tx) => savePaperHead(tx, visit.actor, { place, emblem }));
  return seeOther(c, visit.path('/papers/head'), bundleText.saved());
}

const PROBLEMS: Record<EmblemProblem, () => string> = {
  empty: bundleText.emblemEmpty,
  'too-large': bundleText.emblemTooLarge,
  kind: bundleText.emblemKind,
  'too-many-pixels': bundleText.emblemTooManyPixels,
  'not-plain': bundleText.emblemNotPlain,
};

/** Kept only after a paper has been set with it: a broken picture would stop every paper of the agency. */
async function keepEmblem(
  agencyId: string,
  upload: File,
  { files }: PaperOptions,
): Promise<StoredEmblem | { readonly error: string }> {
  const checked = await checkEmblem(upload);
  if (!checked.ok) return { error: PROBLEMS[checked.problem]() };
  try {
    renderEvaluationDocument(
      sampleDocument({ emblem: { bytes: checked.bytes, format: checked.format, description: 'Lambang' } }),
    );
  } catch {
    return { error: bundleText.emblemUnreadable() };
  }
  return { sha256: await files.put(agencyId, checked.bytes), format: checked.format };
}

async function sendEmblem(c: Visiting, { files }: PaperOptions): Promise<Response> {
  const { emblem } = await headOf(c);
  if (!emblem) throw new NotFound();
  return download(c, await files.get(c.var.visit.agency.id, emblem.sha256), {
    name: `lambang.${emblem.format}`,
    mediaType: EMBLEM_MEDIA_TYPES[emblem.format],
    inline: true,
  });
}
