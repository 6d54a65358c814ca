import type { Visit } from '#features/people/index.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { Layout } from '#ui/layout.tsx';
import { Card, LinkButton, PageHeading } from '#ui/parts.tsx';
import { text as ui } from '#ui/text.ts';
import type { RecordRow } from '../queries.ts';
import type { RecordQuestion } from '../routes.tsx';
import { EVENT_AREAS } from '../sentences.ts';
import { text } from '../text.ts';
import { Older, RecordTable } from './record-table.tsx';

export function RecordPage(props: {
  visit: Visit;
  question: RecordQuestion;
  rows: readonly RecordRow[];
  next: RecordRow | undefined;
  isFirst: boolean;
}) {
  const { visit, question, rows } = props;
  const address = (path: string, before: string | null) => {
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries({ ...question, before })) if (value) query.set(name, value);
    const tail = query.toString();
    return visit.path(tail ? `${path}?${tail}` : path);
  };
  return (
    <Layout chrome={visit.chrome} title={text.title()} current="record" width="wide">
      <PageHeading
        title={text.title()}
        intro={text.intro()}
        acts={
          <>
            <LinkButton href={visit.path('/unsealings')} icon="key">
              {text.seals()}
            </LinkButton>
            <LinkButton href={address('/record/export.csv', null)} icon="download" download>
              {text.export()}
            </LinkButton>
          </>
        }
      />
      <Filter visit={visit} question={question} />
      <Card padded={false}>
        <RecordTable visit={visit} rows={rows} />
      </Card>
      <Older next={props.next} isFirst={props.isFirst} address={(before) => address('/record', before)} />
    </Layout>
  );
}

function Filter({ visit, question }: { visit: Visit; question: RecordQuestion }) {
  return (
    <search>
      <form
        method="get"
        action={visit.path('/record')}
        class="grid grid-cols-2 lg:grid-cols-[2fr_2fr_1fr_1fr_auto] gap-3 items-end"
        data-controller="filter"
        data-turbo-action="replace"
      >
        <label class="grid gap-1 text-sm max-lg:col-span-2">
          <span class="font-medium">{text.search()}</span>
          <input class="input w-full" type="search" name="search" value={question.search} maxLength={100} />
        </label>
        <label class="grid gap-1 text-sm max-lg:col-span-2">
          <span class="font-medium">{text.type()}</span>
          <select class="select w-full" name="type">
            <option value="">{text.anyType()}</option>
            {EVENT_AREAS.map((area) => (
              <optgroup key={area.label.en} label={inLocale(area.label)}>
                {area.types.map((type) => (
                  <option key={type} value={type} selected={type === question.type}>
                    {type}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
        </label>
        <label class="grid gap-1 text-sm min-w-0">
          <span class="font-medium">{text.from()}</span>
          <input class="input w-full" type="date" name="from" value={question.from ?? ''} />
        </label>
        <label class="grid gap-1 text-sm min-w-0">
          <span class="font-medium">{text.until()}</span>
          <input class="input w-full" type="date" name="until" value={question.until ?? ''} />
        </label>
        <button type="submit" class="btn btn-outline max-lg:col-span-2">
          {ui.search()}
        </button>
      </form>
    </search>
  );
}
