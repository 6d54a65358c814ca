import { POST_LEVELS, postLevelLabel } from '#domain/schemes/post-levels.ts';
import { inLocale } from '#platform/locale/locale.ts';
import type { SettingsOf } from './mechanism.tsx';
import { Entry, Folded } from './mechanism-items.tsx';
import { SmallTable } from './parts.tsx';
import { text } from './text-parts.ts';

type Settings = SettingsOf<'competencies'>;

export function CompetenciesPart({ settings }: { settings: Settings }) {
  return (
    <>
      <p class="max-w-prose">{text.how_competencies()}</p>
      <Folded title={`${text.dictionary()}: ${settings.dictionary.length}`}>
        {settings.dictionary.map((competency) => (
          <li key={competency.code}>
            <Entry
              label={competency.label}
              aside={[
                kindText(competency.kind),
                ...(competency.jobFamily ? [text.forFamily({ family: inLocale(competency.jobFamily) })] : []),
              ].join(', ')}
              meaning={competency.meaning}
            >
              <SmallTable
                caption={text.anchorsOf({ label: inLocale(competency.label) })}
                columns={[{ heading: text.level() }, { heading: text.looksLike() }]}
                rows={Object.entries(competency.levels)
                  .toReversed()
                  .map(([level, words]) => ({
                    key: level,
                    cells: [text.levelNumber({ level }), inLocale(words)],
                  }))}
              />
            </Entry>
          </li>
        ))}
      </Folded>
      <Standards settings={settings} />
    </>
  );
}

/** One small table a post: a matrix of all posts would not fit a phone. */
function Standards({ settings }: { settings: Settings }) {
  const posts = POST_LEVELS.filter((post) => settings.standards?.[post]);
  if (posts.length === 0) return null;
  const labelOf = (code: string) => settings.dictionary.find((each) => each.code === code)?.label;
  return (
    <Folded title={text.standards()}>
      {posts.map((post) => (
        <li key={post}>
          <Entry label={postLevelLabel(post)} aside={null} meaning={undefined}>
            <SmallTable
              caption={inLocale(postLevelLabel(post))}
              columns={[{ heading: text.competency() }, { heading: text.level(), align: 'right' }]}
              rows={Object.entries(settings.standards?.[post] ?? {}).map(([code, level]) => {
                const label = labelOf(code);
                return { key: code, cells: [label ? inLocale(label) : code, `${level}`] };
              })}
            />
          </Entry>
        </li>
      ))}
    </Folded>
  );
}

function kindText(kind: Settings['dictionary'][number]['kind']): string {
  switch (kind) {
    case 'technical':
      return text.kind_technical();
    case 'managerial':
      return text.kind_managerial();
    case 'sociocultural':
      return text.kind_sociocultural();
  }
}
