import { isAgencyOfficer, type Visit } from '#features/people/index.ts';
import { formatInstant } from '#platform/locale/format.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { DataTable } from '#ui/data-table.tsx';
import { TextArea } from '#ui/form.tsx';
import { Badge, Card, LinkButton, Notice, SubmitButton } from '#ui/parts.tsx';
import { CompetencyFrame } from '../../frame.tsx';
import { kindLabel, LEVELS, levelLabel } from '../../levels.ts';
import type { Competency, CompetencyContent } from '../model.ts';
import { text } from '../text.ts';

export interface CompetencyView {
  readonly visit: Visit;
  /** The version that is shown, perhaps an older one. */
  readonly shown: Competency;
  /** All of them, the latest first. */
  readonly versions: readonly Competency[];
  /** Id of the row that the act of this page would make. */
  readonly formId: string;
  readonly error?: string | undefined;
  readonly reason?: string | undefined;
}

export function CompetencyPage(view: CompetencyView) {
  const { visit, shown, versions } = view;
  const latest = versions[0];
  const isLatest = latest?.version === shown.version;
  const mayWrite = isAgencyOfficer(visit.actor) && isLatest;
  const path = visit.path(`/competencies/${shown.code}`);
  return (
    <CompetencyFrame
      visit={visit}
      title={inLocale(shown.name)}
      intro={inLocale(shown.definition)}
      current="dictionary"
      hasTabs={false}
      above={
        <>
          <a class="link" href={visit.path('/competencies')}>
            {text.title()}
          </a>{' '}
          · {kindLabel(shown.kind)}
          {shown.family ? ` · ${inLocale(shown.family)}` : ''} ·{' '}
          {text.versionNumber({ number: shown.version })}
        </>
      }
      acts={
        mayWrite ? (
          <LinkButton href={`${path}/edit`} look="primary" icon="edit">
            {text.edit()}
          </LinkButton>
        ) : undefined
      }
    >
      {isLatest ? null : (
        <Notice tone="warning" title={text.olderVersion({ number: shown.version })}>
          <a class="link" href={path}>
            {text.openLatest()}
          </a>
        </Notice>
      )}
      {shown.isActive ? null : (
        <p>
          <Badge tone="warning">{text.retired()}</Badge>
        </p>
      )}
      <Card title={text.levels()}>
        <LevelList content={shown} />
      </Card>
      <History {...view} />
      {mayWrite ? <InUse {...view} /> : null}
    </CompetencyFrame>
  );
}

/** The five levels, each with what is seen of a person there. */
export function LevelList({ content }: { content: CompetencyContent }) {
  return (
    <ol class="grid gap-3">
      {LEVELS.map((level) => (
        <li key={level} class="grid gap-x-4 gap-y-1 sm:grid-cols-[12rem_minmax(0,1fr)]">
          <span class="font-medium">
            {text.levelHeading({ level })} <span class="font-normal">· {levelLabel(level)}</span>
          </span>
          <span class="max-w-prose">{inLocale(content.levels[level])}</span>
        </li>
      ))}
    </ol>
  );
}

function History({ visit, shown, versions }: CompetencyView) {
  return (
    <Card title={text.history()} padded={false}>
      <p class="px-5 pt-2 text-sm text-base-content/75">{text.historyHint()}</p>
      <DataTable
        caption={text.history()}
        rows={versions}
        rowKey={(each) => each.id}
        columns={[
          {
            key: 'version',
            heading: text.version(),
            isTitle: true,
            cell: (each) => (
              <a
                class="link"
                href={visit.path(`/competencies/${shown.code}?version=${each.version}`)}
                aria-current={each.version === shown.version ? 'true' : undefined}
              >
                {text.versionNumber({ number: each.version })}
              </a>
            ),
          },
          { key: 'why', heading: text.why(), isWide: true, cell: whyOf },
          { key: 'by', heading: text.by(), cell: (each) => each.recordedBy },
          {
            key: 'when',
            heading: text.when(),
            cell: (each) => <span class="num">{formatInstant(each.recordedAt, visit.agency.zone)}</span>,
          },
        ]}
      />
    </Card>
  );
}

function whyOf({ origin, note, isActive }: Competency) {
  const words = origin === 'file' ? text.originFile({ file: note }) : note;
  const said = words || (origin === 'shipped' ? text.originShipped() : '–');
  return isActive ? said : `${text.retired()}: ${said}`;
}

function InUse({ visit, shown, formId, error, reason }: CompetencyView) {
  const label = shown.isActive ? text.retire() : text.restore();
  return (
    <Card title={label} id="use">
      <form
        method="post"
        action={visit.path(`/competencies/${shown.code}/use`)}
        class="grid gap-3 max-w-prose"
        data-controller="once"
      >
        <p class="text-sm text-base-content/75">{text.retireHint()}</p>
        <input type="hidden" name="id" value={formId} />
        <input type="hidden" name="seen" value={String(shown.version)} />
        <input type="hidden" name="active" value={shown.isActive ? 'no' : 'yes'} />
        <TextArea
          name="reason"
          label={text.reason()}
          value={reason}
          rows={2}
          required
          error={error}
          maxLength={500}
        />
        <div>
          <SubmitButton look="outline">{label}</SubmitButton>
        </div>
      </form>
    </Card>
  );
}
