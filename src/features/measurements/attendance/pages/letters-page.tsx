import { EXCUSE_LABELS, EXCUSES, PARTS } from '#domain/attendance/index.ts';
import { maskNip, type Visit } from '#features/people/index.ts';
import { formatDate } from '#platform/locale/format.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { DataTable } from '#ui/data-table.tsx';
import { type FieldErrors, FileField, ProblemSummary, SelectField, TextField } from '#ui/form.tsx';
import { Badge, Card, EmptyState, SubmitButton } from '#ui/parts.tsx';
import type { LetterLine } from '../letters.ts';
import { text as attendance } from '../text.ts';
import { text } from '../text-calendar.ts';
import { AttendanceFrame } from './frame.tsx';

export interface LettersView {
  readonly visit: Visit;
  readonly letters: readonly LetterLine[];
  readonly id: string;
  readonly typed: Readonly<Record<string, string>>;
  readonly errors: FieldErrors;
}

export function LettersPage(view: LettersView) {
  const { visit, letters, typed, errors } = view;
  return (
    <AttendanceFrame visit={visit} tab="letters" title={attendance.tabLetters()} intro={text.lettersIntro()}>
      <Card title={text.newLetter()}>
        <form
          method="post"
          action={visit.path('/attendance/letters')}
          encType="multipart/form-data"
          class="grid gap-4"
          data-controller="once"
        >
          <input type="hidden" name="id" value={view.id} />
          <ProblemSummary errors={errors} />
          <div class="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
            <TextField
              name="nip"
              label={text.nip()}
              required
              inputMode="numeric"
              maxLength={22}
              value={typed.nip}
              error={errors.nip}
            />
            <SelectField
              name="kind"
              label={text.kind()}
              required
              empty=""
              options={EXCUSES.map((value) => ({ value, label: inLocale(EXCUSE_LABELS[value]) }))}
              value={typed.kind}
              error={errors.kind}
            />
            <SelectField
              name="part"
              label={text.part()}
              required
              options={PARTS.map((value) => ({ value, label: text[value]() }))}
              value={typed.part ?? 'day'}
            />
            <TextField
              name="from"
              type="date"
              label={text.from()}
              required
              value={typed.from}
              error={errors.from}
            />
            <TextField
              name="until"
              type="date"
              label={text.until()}
              required
              value={typed.until}
              error={errors.until}
            />
            <TextField
              name="number"
              label={text.number()}
              required
              maxLength={100}
              value={typed.number}
              error={errors.number}
            />
          </div>
          <div>
            <SubmitButton icon="check">{text.saveLetter()}</SubmitButton>
          </div>
        </form>
        <form
          method="post"
          action={visit.path('/attendance/letters/list')}
          encType="multipart/form-data"
          class="grid gap-3 mt-6 max-w-prose"
          data-controller="once"
        >
          <FileField
            name="file"
            label={text.lettersFile()}
            hint={text.lettersFileHint()}
            required
            accept=".xlsx,.csv"
            error={errors.file}
          />
          <div>
            <SubmitButton look="outline" icon="upload">
              {text.uploadList()}
            </SubmitButton>
          </div>
        </form>
      </Card>
      <Card title={text.letters()} padded={letters.length === 0}>
        {letters.length === 0 ? (
          <EmptyState icon="mail" title={text.noLetters()}>
            {text.noLettersHint()}
          </EmptyState>
        ) : (
          <DataTable
            caption={text.letters()}
            rows={letters}
            rowKey={(letter) => letter.id}
            columns={[
              {
                key: 'person',
                heading: text.employee(),
                isTitle: true,
                cell: ({ person }) => (
                  <>
                    {person.name}
                    <span class="block text-sm font-normal text-base-content/75">{maskNip(person.nip)}</span>
                  </>
                ),
              },
              {
                key: 'kind',
                heading: text.kind(),
                cell: ({ kind, part }) =>
                  part === 'day'
                    ? inLocale(EXCUSE_LABELS[kind])
                    : `${inLocale(EXCUSE_LABELS[kind])} (${text[part]()})`,
              },
              {
                key: 'span',
                heading: text.span(),
                cell: ({ from, until }) =>
                  from === until
                    ? formatDate(from, 'short')
                    : `${formatDate(from, 'short')} – ${formatDate(until, 'short')}`,
              },
              { key: 'number', heading: text.number(), cell: ({ number }) => number },
              {
                key: 'act',
                heading: text.act(),
                cell: (letter) =>
                  letter.isWithdrawn ? (
                    <Badge>{text.withdrawn()}</Badge>
                  ) : (
                    <form
                      method="post"
                      action={visit.path(`/attendance/letters/${letter.id}/withdrawal`)}
                      data-controller="once"
                    >
                      <SubmitButton look="ghost" small>
                        {text.withdraw()}
                        <span class="sr-only"> {letter.number}</span>
                      </SubmitButton>
                    </form>
                  ),
              },
            ]}
          />
        )}
      </Card>
    </AttendanceFrame>
  );
}
