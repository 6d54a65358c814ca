/** The page of one version or of a draft: loads what the page says beside the scheme itself. */
import type { Context } from 'hono';
import { compileScheme, parseScheme } from '#domain/schemes/index.ts';
import { isAgencyOfficer, type Visit, type VisitEnv } from '#features/people/index.ts';
import { formatDate } from '#platform/locale/format.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { page } from '#platform/web/respond.ts';
import { LinkButton } from '#ui/parts.tsx';
import { outcomeOfVersion } from '../discussion/access.ts';
import { text as discussion } from '../discussion/text.ts';
import { requireDraft } from '../drafts/queries.ts';
import type { SchemeStore } from '../store.ts';
import { requireReadable, type Standing } from './access.ts';
import { BrokenDraftPage } from './broken-draft-page.tsx';
import { STANDING_TONE, standingText } from './labels.ts';
import { listSchemes, type SchemeLine } from './queries.ts';
import { NotInForce, SchemePage } from './scheme-page.tsx';
import { text as list } from './text.ts';
import { text as compare } from './text-compare.ts';
import { text } from './text-rest.ts';

type Visiting = Context<VisitEnv>;

export async function showScheme(c: Visiting, schemes: SchemeStore): Promise<Response> {
  const { visit } = c.var;
  const { found, lines, outcome } = await visit.db.read(async (tx) => {
    const found = await requireReadable(tx, schemes, c.req.param('id') ?? '', c.req.param('version') ?? '');
    const { id, version } = found.compiled.scheme;
    return {
      found,
      lines: await listSchemes(tx, schemes),
      outcome: found.standing === 'adopted' ? await outcomeOfVersion(tx, id, version) : undefined,
    };
  });
  const { scheme } = found.compiled;
  const isThis = ({ id, version }: { id: string; version: number }) =>
    id === scheme.id && version === scheme.version;
  const own = lines.find(isThis);
  const address = visit.path(`/schemes/${scheme.id}/${scheme.version}`);
  return page(
    c,
    <SchemePage
      visit={visit}
      view={{
        compiled: found.compiled,
        address,
        badge: { words: standingText(found.standing), tone: STANDING_TONE[found.standing] },
        notice:
          found.standing === 'template' ? (
            <TemplateNotice visit={visit} address={address} draft={draftFrom(visit, scheme)} />
          ) : null,
        acts: (
          <>
            {outcome ? (
              <LinkButton href={visit.path(outcome)} icon="message">
                {discussion.toOutcome()}
              </LinkButton>
            ) : null}
            {isAgencyOfficer(visit.actor) ? (
              <>
                <LinkButton href={trialOf(visit, scheme)} icon="chart">
                  {list.tryOnPast()}
                </LinkButton>
                <LinkButton href={simulationOf(visit, scheme)} icon="scale">
                  {list.simulate()}
                </LinkButton>
              </>
            ) : null}
            {found.standing === 'adopted' && isAgencyOfficer(visit.actor) ? (
              <LinkButton href={draftFrom(visit, scheme)} icon="edit">
                {text.newVersion()}
              </LinkButton>
            ) : null}
            <PracticeLink address={`${address}/practice`} />
          </>
        ),
        decided:
          own?.decree && own.decidedOn
            ? text.decidedBy({ decree: own.decree, date: formatDate(own.decidedOn) })
            : null,
        others: choices(lines.filter((line) => !isThis(line))),
        files: [
          { href: `${address}/source.yaml`, label: text.sourceFile(), download: true },
          {
            href: evidenceAddress(visit, found.standing, scheme),
            label: text.evidenceSchema(),
            download: false,
          },
          { href: '/schemas/scheme.json', label: text.languageSchema(), download: false },
        ],
        practiceAddress: `${address}/practice`,
        examples: schemes.examples(scheme.id, scheme.version),
        family: (c.req.query('family') ?? '').slice(0, 200),
      }}
    />,
  );
}

/** What is shipped has a public address; what an agency adopted is read inside it. */
function evidenceAddress(
  visit: Visit,
  standing: Standing,
  { id, version }: { readonly id: string; readonly version: number },
): string {
  return standing === 'adopted'
    ? visit.path(`/schemes/${id}/${version}/evidence.json`)
    : `/schemas/${id}/${version}/evidence.json`;
}

function choices(lines: readonly SchemeLine[]) {
  return lines.map(({ id, version, title }) => ({
    value: `${id}@${version}`,
    label: compare.versionName({ title: inLocale(title), version: `${version}` }),
  }));
}

function PracticeLink({ address }: { address: string }) {
  return (
    <LinkButton href={address} look="primary" icon="calculator">
      {text.practise()}
    </LinkButton>
  );
}

/** Where an officer starts a draft from this version. */
function draftFrom(visit: Visit, { id, version }: { readonly id: string; readonly version: number }): string {
  return visit.path(`/scheme-drafts/new?from=${encodeURIComponent(`${id}@${version}`)}`);
}

/** Where an officer tries this version on invented people. */
function simulationOf(
  visit: Visit,
  { id, version }: { readonly id: string; readonly version: number },
): string {
  return visit.path(`/laboratory/new?subject=${encodeURIComponent(`version:${id}@${version}`)}`);
}

/** Where an officer tries this version on a period that was appraised. */
function trialOf(visit: Visit, { id, version }: { readonly id: string; readonly version: number }): string {
  return visit.path(`/scheme-trials?subject=${encodeURIComponent(`version:${id}@${version}`)}`);
}

function TemplateNotice({ visit, address, draft }: { visit: Visit; address: string; draft: string }) {
  return (
    <NotInForce
      words={text.templateNotice()}
      links={
        isAgencyOfficer(visit.actor)
          ? [
              [`${address}/adoption`, text.adoptAsIs()],
              [draft, text.adoptTemplate()],
            ]
          : []
      }
    />
  );
}

export async function showDraftPage(c: Visiting): Promise<Response> {
  const { visit } = c.var;
  const draft = await visit.db.read((tx) => requireDraft(tx, visit.actor, c.req.param('id') ?? ''));
  const parsed = parseScheme(draft.source, 'scheme.yaml');
  const address = visit.path(`/scheme-drafts/${draft.id}`);
  if (!parsed.ok)
    return page(
      c,
      <BrokenDraftPage visit={visit} draft={draft} problems={parsed.problems.length} address={address} />,
    );
  return page(
    c,
    <SchemePage
      visit={visit}
      view={{
        compiled: compileScheme(parsed.scheme),
        address: `${address}/page`,
        badge: { words: list.standing_draft(), tone: 'warning' },
        notice: (
          <NotInForce
            words={text.draftNotice()}
            links={[
              ...(draft.state === 'discussion'
                ? [[`${address}/discussion`, text.discussDraft()] as const]
                : []),
              [address, text.editDraft()],
            ]}
          />
        ),
        acts: <PracticeLink address={`${address}/practice`} />,
        decided: null,
        others: [],
        files: [{ href: '/schemas/scheme.json', label: text.languageSchema(), download: false }],
        practiceAddress: `${address}/practice`,
        examples: [],
        family: (c.req.query('family') ?? '').slice(0, 200),
      }}
    />,
  );
}
