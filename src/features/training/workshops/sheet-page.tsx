import type { Visit } from '#features/people/index.ts';
import { Layout } from '#ui/layout.tsx';
import { PageHeading } from '#ui/parts.tsx';
import { text } from '../text-workshops.ts';
import type { Participant, Workshop } from './queries.ts';
import { whenInWords, whereInWords } from './words.ts';

/** Lines left open for those who come without having enrolled. */
const EMPTY_LINES = 5;

/** The sheet that lies at the door: a row to sign for everybody with a place. */
export function AttendanceSheet(props: {
  visit: Visit;
  workshop: Workshop;
  participants: readonly Participant[];
}) {
  const { visit, workshop } = props;
  const enrolled = props.participants.filter(({ state }) => state === 'enrolled');
  const rows = [...enrolled.map((each) => ({ ...each })), ...Array.from({ length: EMPTY_LINES }, () => null)];
  return (
    <Layout chrome={visit.chrome} title={text.sheetTitle()} current="training">
      <PageHeading
        title={text.sheetTitle()}
        above={
          <a class="link print:hidden" href={visit.path(`/training/workshops/${workshop.id}`)}>
            {workshop.title}
          </a>
        }
        intro={
          <>
            <p class="font-medium">{workshop.title}</p>
            <p>
              {whenInWords(workshop, visit.agency.zone)} · {whereInWords(workshop)}
            </p>
            <p class="print:hidden text-sm text-base-content/75 mt-1">{text.sheetHint()}</p>
          </>
        }
      />
      <div class="overflow-x-auto bg-base-100">
        <table class="table border border-base-300">
          <caption class="sr-only">{text.sheetTitle()}</caption>
          <thead>
            <tr>
              {[text.numberShort(), text.person(), text.nip(), text.unit(), text.signature()].map(
                (heading) => (
                  <th key={heading} scope="col" class="text-base-content/75">
                    {heading}
                  </th>
                ),
              )}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={index}>
                <td class="num">{index + 1}</td>
                {row ? (
                  <th scope="row" class="font-medium text-left">
                    {row.name}
                  </th>
                ) : (
                  <td />
                )}
                <td class="num whitespace-nowrap">{row?.nip ?? ''}</td>
                <td>{row?.unitName ?? ''}</td>
                <td class="min-w-36 h-12" />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Layout>
  );
}
