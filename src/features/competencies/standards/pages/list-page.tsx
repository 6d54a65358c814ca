import { POST_LEVELS, type PostLevel, postLevelLabel } from '#domain/schemes/index.ts';
import { isAgencyOfficer, type Visit } from '#features/people/index.ts';
import { formatDate } from '#platform/locale/format.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { type Column, DataTable } from '#ui/data-table.tsx';
import { Checkbox, type FieldErrors, TextField } from '#ui/form.tsx';
import { Badge, Card, EmptyState, LinkButton, Notice, SubmitButton } from '#ui/parts.tsx';
import { CompetencyFrame } from '../../frame.tsx';
import { holdingOn, PROPOSED_LEVEL, type Standard } from '../model.ts';
import { text } from '../text.ts';
import { levelsInWords, standardName } from '../words.ts';

export interface StandardsView {
  readonly visit: Visit;
  /** Every revision. */
  readonly standards: readonly Standard[];
  /** Whether there is anything to set: managerial competencies in the dictionary. */
  readonly hasDictionary: boolean;
  readonly typed: Readonly<Record<string, string | undefined>>;
  readonly errors: FieldErrors;
}

export function StandardsPage(view: StandardsView) {
  const { visit, standards } = view;
  const mayWrite = isAgencyOfficer(visit.actor);
  const holding = holdingOn(standards, visit.today);
  return (
    <CompetencyFrame
      visit={visit}
      title={text.title()}
      intro={text.intro()}
      current="standards"
      acts={
        <>
          {mayWrite ? (
            <LinkButton href={visit.path('/competencies/standards/new')} look="primary" icon="plus">
              {text.addOne()}
            </LinkButton>
          ) : null}
          <LinkButton href={visit.path('/competencies/standards/posts')} icon="users">
            {text.posts()}
          </LinkButton>
        </>
      }
    >
      {mayWrite ? <Proposals {...view} /> : null}
      <ByLevel visit={visit} holding={holding} standards={standards} mayWrite={mayWrite} />
      <Single visit={visit} holding={holding} />
    </CompetencyFrame>
  );
}

function isOfLevel(level: PostLevel) {
  return ({ postLevel, unitId }: Standard) => postLevel === level && unitId === null;
}

/** Levels of post that no officer has set yet, with what is usual. */
function Proposals({ visit, standards, hasDictionary, typed, errors }: StandardsView) {
  const left = POST_LEVELS.filter((level) => !standards.some(isOfLevel(level)));
  if (left.length === 0) return null;
  if (!hasDictionary)
    return (
      <Notice tone="info" title={text.noDictionary()}>
        <a class="link" href={visit.path('/competencies/shipped')}>
          {text.toDictionary()}
        </a>
      </Notice>
    );
  return (
    <Card title={text.proposals()}>
      <form
        method="post"
        action={visit.path('/competencies/standards/proposals')}
        class="grid gap-4"
        data-controller="once"
        noValidate
      >
        <p class="max-w-prose text-sm">{text.proposalsHint()}</p>
        {errors.postLevels ? <Notice tone="error" title={errors.postLevels} /> : null}
        <div class="grid gap-x-6 sm:grid-cols-2 lg:grid-cols-3">
          {left.map((level) => (
            <Checkbox
              key={level}
              name={`post-${level}`}
              label={inLocale(postLevelLabel(level))}
              hint={text.levelNumber({ level: PROPOSED_LEVEL[level] })}
              checked={Object.keys(typed).length === 0 || typed[`post-${level}`] === 'yes'}
            />
          ))}
        </div>
        <div class="grid gap-4 sm:grid-cols-[12rem_minmax(0,1fr)] max-w-3xl items-end">
          <TextField
            name="validFrom"
            type="date"
            label={text.since()}
            value={typed.validFrom ?? `${visit.today.slice(0, 4)}-01-01`}
            error={errors.validFrom}
            required
          />
          <TextField
            name="basis"
            label={text.basis()}
            hint={text.basisHint()}
            value={typed.basis}
            error={errors.basis}
            maxLength={300}
            required
          />
        </div>
        <div>
          <SubmitButton icon="check">{text.adopt()}</SubmitButton>
        </div>
      </form>
    </Card>
  );
}

interface LevelRow {
  readonly level: PostLevel;
  readonly standard: Standard | undefined;
  /** A change that is set for a later day. */
  readonly coming: Standard | undefined;
}

function ByLevel(props: {
  visit: Visit;
  holding: readonly Standard[];
  standards: readonly Standard[];
  mayWrite: boolean;
}) {
  const { visit, holding, standards, mayWrite } = props;
  const rows = POST_LEVELS.map(
    (level): LevelRow => ({
      level,
      standard: holding.find(isOfLevel(level)),
      coming: standards.find((each) => isOfLevel(level)(each) && each.validFrom > visit.today),
    }),
  );
  const columns: readonly Column<LevelRow>[] = [
    {
      key: 'post',
      heading: text.post(),
      isTitle: true,
      cell: ({ level, standard, coming }) => {
        const name = inLocale(postLevelLabel(level));
        const known = standard ?? coming;
        if (known)
          return (
            <a class="link" href={visit.path(`/competencies/standards/${known.id}`)}>
              {name}
            </a>
          );
        return mayWrite ? (
          <a class="link" href={visit.path(`/competencies/standards/new?level=${level}`)}>
            {name}
          </a>
        ) : (
          name
        );
      },
    },
    { key: 'required', heading: text.required(), cell: requiredOf },
    {
      key: 'since',
      heading: text.since(),
      cell: ({ standard }) => (standard ? formatDate(standard.validFrom, 'short') : '–'),
    },
    { key: 'basis', heading: text.basis(), isWide: true, cell: ({ standard }) => standard?.basis ?? '–' },
  ];
  return (
    <Card title={text.byLevel()} padded={false}>
      <DataTable caption={text.byLevel()} rows={rows} rowKey={(row) => row.level} columns={columns} />
    </Card>
  );
}

function requiredOf({ level, standard, coming }: LevelRow) {
  return (
    <>
      {standard ? (
        levelsInWords(standard.levels)
      ) : (
        <>
          <Badge tone="warning">{text.notSet()}</Badge>
          <span class="block text-sm text-base-content/75">
            {text.proposed({ level: PROPOSED_LEVEL[level] })}
          </span>
        </>
      )}
      {coming ? (
        <span class="block text-sm text-base-content/75">
          {text.future({ date: formatDate(coming.validFrom, 'short') })}
        </span>
      ) : null}
    </>
  );
}

function Single({ visit, holding }: { visit: Visit; holding: readonly Standard[] }) {
  const rows = holding.filter(({ postLevel, unitId }) => postLevel === null || unitId !== null);
  if (rows.length === 0)
    return (
      <Card title={text.byPost()}>
        <EmptyState icon="clipboard" title={text.byPostEmpty()}>
          {text.byPostEmptyHint()}
        </EmptyState>
      </Card>
    );
  return (
    <Card title={text.byPost()} padded={false}>
      <DataTable
        caption={text.byPost()}
        rows={rows}
        rowKey={(row) => row.id}
        columns={[
          {
            key: 'post',
            heading: text.post(),
            isTitle: true,
            cell: (row) => (
              <a class="link" href={visit.path(`/competencies/standards/${row.id}`)}>
                {standardName(row)}
              </a>
            ),
          },
          { key: 'required', heading: text.required(), cell: (row) => levelsInWords(row.levels) },
          { key: 'since', heading: text.since(), cell: (row) => formatDate(row.validFrom, 'short') },
          { key: 'basis', heading: text.basis(), isWide: true, cell: (row) => row.basis },
        ]}
      />
    </Card>
  );
}
