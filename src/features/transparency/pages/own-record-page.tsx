import type { Visit } from '#features/people/index.ts';
import { formatInstant } from '#platform/locale/format.ts';
import { DataTable } from '#ui/data-table.tsx';
import { Layout } from '#ui/layout.tsx';
import { Card, LinkButton, PageHeading } from '#ui/parts.tsx';
import type { Look, RecordRow } from '../queries.ts';
import { text } from '../text.ts';
import { Older, RecordTable } from './record-table.tsx';

/** What a page calls what was looked at; a name without words is shown as it is. */
const SEEN: Readonly<Record<string, () => string>> = {
  plan: text.seesPlan,
  progress: text.seesProgress,
  evidence: text.seesEvidence,
  feedback: text.seesFeedback,
  'check-in': text.seesCheckIn,
  diary: text.seesDiary,
  evaluation: text.seesEvaluation,
  certificate: text.seesCertificate,
  competencies: text.seesCompetencies,
  development: text.seesDevelopment,
  conflicts: text.seesConflicts,
  'second-look': text.seesSecondLook,
  calibration: text.seesCalibration,
  pattern: text.seesPattern,
  fairness: text.seesFairness,
  history: text.seesHistory,
  result: text.seesResult,
  papers: text.seesPapers,
  record: text.seesRecord,
  person: text.seesPerson,
};

/** `paper:skp` is one of the papers. */
function seen(what: string): string {
  return SEEN[what.startsWith('paper:') ? 'papers' : what]?.() ?? what;
}

export function OwnRecordPage(props: {
  visit: Visit;
  rows: readonly RecordRow[];
  looks: readonly Look[];
  next: RecordRow | undefined;
  isFirst: boolean;
}) {
  const { visit, rows, looks } = props;
  const address = (before: string | null) =>
    visit.path(before ? `/mine/record?before=${encodeURIComponent(before)}` : '/mine/record');
  return (
    <Layout chrome={visit.chrome} title={text.ownTitle()} current="mine">
      <PageHeading
        title={text.ownTitle()}
        intro={text.ownIntro()}
        acts={
          <LinkButton href={visit.path('/mine/record.json')} icon="download" download>
            {text.download()}
          </LinkButton>
        }
      />
      <Card title={text.happened()} padded={false}>
        <RecordTable visit={visit} rows={rows} />
      </Card>
      <Older next={props.next} isFirst={props.isFirst} address={address} />
      <Card title={text.looked()} padded={false}>
        {looks.length === 0 ? (
          <p class="px-5 pb-5 pt-2 text-base-content/75">{text.nobodyLooked()}</p>
        ) : (
          <DataTable
            caption={text.looked()}
            rows={looks}
            rowKey={(look) => look.id}
            columns={[
              { key: 'who', heading: text.who(), isTitle: true, cell: (look) => look.actorName ?? '–' },
              { key: 'what', heading: text.whatLooked(), cell: (look) => seen(look.what) },
              {
                key: 'when',
                heading: text.when(),
                cell: (look) => <span class="num">{formatInstant(look.at, visit.agency.zone)}</span>,
              },
            ]}
          />
        )}
      </Card>
    </Layout>
  );
}
