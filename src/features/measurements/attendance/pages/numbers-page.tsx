import type { Visit } from '#features/people/index.ts';
import { formatNumber } from '#platform/locale/format.ts';
import { DataTable } from '#ui/data-table.tsx';
import { type FieldErrors, FileField, ProblemSummary, TextField } from '#ui/form.tsx';
import { Card, EmptyState, SubmitButton } from '#ui/parts.tsx';
import { text as attendance } from '../text.ts';
import { text } from '../text-calendar.ts';
import { AttendanceFrame } from './frame.tsx';

export interface NumberLine {
  readonly machine: string;
  readonly pin: string;
  readonly name: string;
  readonly unitName: string;
}

export interface NumbersView {
  readonly visit: Visit;
  readonly numbers: readonly NumberLine[];
  readonly typed: Readonly<Record<string, string>>;
  readonly errors: FieldErrors;
}

export function NumbersPage({ visit, numbers, typed, errors }: NumbersView) {
  return (
    <AttendanceFrame visit={visit} tab="pins" title={attendance.tabPins()} intro={text.pinsIntro()}>
      <Card title={text.newPin()}>
        <form
          method="post"
          action={visit.path('/attendance/numbers')}
          class="grid gap-4"
          data-controller="once"
        >
          <ProblemSummary errors={errors} />
          <div class="grid gap-4 sm:grid-cols-3">
            <TextField
              name="pin"
              label={text.pin()}
              required
              maxLength={40}
              value={typed.pin}
              error={errors.pin}
            />
            <TextField
              name="nip"
              label={text.nip()}
              required
              inputMode="numeric"
              maxLength={22}
              value={typed.nip}
              error={errors.nip}
            />
            <TextField
              name="machine"
              label={text.machine()}
              hint={text.machineHint()}
              maxLength={60}
              value={typed.machine}
            />
          </div>
          <div>
            <SubmitButton icon="check">{text.savePin()}</SubmitButton>
          </div>
        </form>
        <form
          method="post"
          action={visit.path('/attendance/numbers/list')}
          encType="multipart/form-data"
          class="grid gap-3 mt-6 max-w-prose"
          data-controller="once"
        >
          <FileField
            name="file"
            label={text.pinsFile()}
            hint={text.pinsFileHint()}
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
      <Card title={`${text.pins()}: ${formatNumber(numbers.length)}`} padded={numbers.length === 0}>
        {numbers.length === 0 ? (
          <EmptyState icon="key" title={text.noPins()}>
            {text.noPinsHint()}
          </EmptyState>
        ) : (
          <DataTable
            caption={text.pins()}
            rows={numbers.slice(0, 500)}
            rowKey={(line) => `${line.machine} ${line.pin}`}
            columns={[
              { key: 'pin', heading: text.pin(), isTitle: true, cell: ({ pin }) => pin },
              { key: 'name', heading: text.employee(), cell: ({ name }) => name },
              { key: 'unit', heading: text.unit(), cell: ({ unitName }) => unitName },
              {
                key: 'machine',
                heading: text.machine(),
                cell: ({ machine }) => machine || text.anyMachine(),
              },
            ]}
          />
        )}
      </Card>
    </AttendanceFrame>
  );
}
