import { isAgencyOfficer, type Visit } from '#features/people/index.ts';
import { formatDate, formatInstant } from '#platform/locale/format.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { DataTable } from '#ui/data-table.tsx';
import { Badge, Card, LinkButton } from '#ui/parts.tsx';
import type { Competency } from '../../dictionary/model.ts';
import { CompetencyFrame } from '../../frame.tsx';
import { LEVELS, levelInWords } from '../../levels.ts';
import { holdingOn, type Standard } from '../model.ts';
import { text } from '../text.ts';
import { levelsInWords, standardName } from '../words.ts';

export interface StandardView {
  readonly visit: Visit;
  readonly shown: Standard;
  /** Of the same post and unit, the latest first. */
  readonly revisions: readonly Standard[];
  readonly dictionary: readonly Competency[];
}

export function StandardPage(view: StandardView) {
  const { visit, shown, revisions } = view;
  const name = standardName(shown);
  const latest = revisions[0];
  return (
    <CompetencyFrame
      visit={visit}
      title={text.standardOf({ post: name })}
      current="standards"
      hasTabs={false}
      above={
        <a class="link" href={visit.path('/competencies/standards')}>
          {text.title()}
        </a>
      }
      intro={`${levelsInWords(shown.levels)} · ${text.since()} ${formatDate(shown.validFrom)} · ${text.basis()}: ${shown.basis}`}
      acts={
        isAgencyOfficer(visit.actor) && latest ? (
          <LinkButton
            href={visit.path(`/competencies/standards/${latest.id}/edit`)}
            look="primary"
            icon="edit"
          >
            {text.change()}
          </LinkButton>
        ) : undefined
      }
    >
      <Levels {...view} />
      <Card title={text.history()} padded={false}>
        <DataTable
          caption={text.history()}
          rows={revisions}
          rowKey={(each) => each.id}
          columns={[
            {
              key: 'revision',
              heading: text.revision(),
              isTitle: true,
              cell: (each) => (
                <>
                  <a class="link" href={visit.path(`/competencies/standards/${each.id}`)}>
                    {text.revisionNumber({ number: each.revision })}
                  </a>{' '}
                  {holdingOn(revisions, visit.today)[0]?.id === each.id ? (
                    <Badge tone="success">{text.holds()}</Badge>
                  ) : null}
                </>
              ),
            },
            { key: 'required', heading: text.required(), cell: (each) => levelsInWords(each.levels) },
            { key: 'since', heading: text.since(), cell: (each) => formatDate(each.validFrom, 'short') },
            { key: 'basis', heading: text.basis(), cell: (each) => each.basis },
            {
              key: 'by',
              heading: text.by(),
              isWide: true,
              cell: (each) => (
                <>
                  {each.recordedBy}
                  <span class="block text-sm text-base-content/75 num">
                    {formatInstant(each.recordedAt, visit.agency.zone)}
                  </span>
                </>
              ),
            },
          ]}
        />
      </Card>
    </CompetencyFrame>
  );
}

function Levels({ visit, shown, dictionary }: StandardView) {
  const known = new Map(dictionary.map((each) => [each.code, each]));
  const rows = [
    ...dictionary.flatMap(({ code }) => (shown.levels[code] === undefined ? [] : [code])),
    ...Object.keys(shown.levels).filter((code) => !known.has(code)),
  ];
  if (rows.length === 0) return null;
  return (
    <Card title={text.levels()} padded={false}>
      <DataTable
        caption={text.levels()}
        rows={rows}
        rowKey={(code) => code}
        columns={[
          {
            key: 'competency',
            heading: text.competency(),
            isTitle: true,
            cell: (code) => {
              const competency = known.get(code);
              if (!competency) return code;
              return (
                <a class="link" href={visit.path(`/competencies/${code}`)}>
                  {inLocale(competency.name)}
                </a>
              );
            },
          },
          { key: 'level', heading: text.level(), cell: (code) => levelInWords(shown.levels[code] ?? 0) },
          {
            key: 'indicator',
            heading: text.indicator(),
            isWide: true,
            cell: (code) => {
              const level = LEVELS.find((each) => each === String(shown.levels[code]));
              const words = level && known.get(code)?.levels[level];
              return words ? <span class="block max-w-prose">{inLocale(words)}</span> : '–';
            },
          },
        ]}
      />
    </Card>
  );
}
