import type { FairnessSettings } from '#domain/statistics/fairness/types.ts';
import { isAgencyOfficer, type Visit } from '#features/people/index.ts';
import type { Period } from '#features/periods/index.ts';
import { formatInstant, formatNumber } from '#platform/locale/format.ts';
import { DataTable } from '#ui/data-table.tsx';
import { type FieldErrors, ProblemSummary, TextArea, TextField } from '#ui/form.tsx';
import { Badge, Card, Facts, SubmitButton } from '#ui/parts.tsx';
import type { SettingsVersion } from '../../store/types.ts';
import { text } from '../text.ts';
import { FairnessFrame } from './frame.tsx';

export interface SettingsForm {
  readonly typed: Readonly<Record<string, string>>;
  readonly errors: FieldErrors;
}

export function settingsTyped(settings: FairnessSettings): Readonly<Record<string, string>> {
  return {
    severityThreshold: formatNumber(settings.severityThreshold),
    falseDiscoveryRate: percentOf(settings),
    minimumForms: String(settings.minimumForms),
    reason: '',
  };
}

function percentOf({ falseDiscoveryRate }: FairnessSettings): string {
  return formatNumber(falseDiscoveryRate * 100, { maximumFractionDigits: 2 });
}

export function SettingsPage(props: {
  visit: Visit;
  period: Period;
  current: FairnessSettings;
  versions: readonly SettingsVersion[];
  form: SettingsForm;
  hasGroups: boolean;
}) {
  const { visit, period, versions, form, hasGroups } = props;
  return (
    <FairnessFrame
      {...{ visit, period, hasGroups }}
      current="settings"
      title={text.settings()}
      intro={text.settingsIntro()}
    >
      <ProblemSummary errors={form.errors} />
      {isAgencyOfficer(visit.actor) ? (
        <Fields visit={visit} period={period} form={form} isDefault={versions.length === 0} />
      ) : (
        <Card>
          <Facts facts={factsOf(props.current)} />
        </Card>
      )}
      {versions.length > 0 ? (
        <Card title={text.versions()} padded={false}>
          <Versions visit={visit} versions={versions} />
        </Card>
      ) : null}
    </FairnessFrame>
  );
}

function factsOf(settings: FairnessSettings) {
  return [
    [text.threshold(), formatNumber(settings.severityThreshold)],
    [text.rate(), percentOf(settings)],
    [text.minimum(), String(settings.minimumForms)],
  ] as const;
}

function Fields(props: { visit: Visit; period: Period; form: SettingsForm; isDefault: boolean }) {
  const { visit, period, form, isDefault } = props;
  const field = (name: string) => ({
    name,
    value: form.typed[name] ?? '',
    ...(form.errors[name] ? { error: form.errors[name] } : {}),
  });
  return (
    <Card>
      {isDefault ? <p class="mb-4">{text.defaults()}</p> : null}
      <form
        method="post"
        action={visit.path(`/fairness/${period.id}/settings`)}
        class="grid gap-4 max-w-xl"
        data-controller="once"
      >
        <TextField
          {...field('severityThreshold')}
          label={text.threshold()}
          hint={text.thresholdHint()}
          inputMode="decimal"
          required
        />
        <TextField
          {...field('falseDiscoveryRate')}
          label={text.rate()}
          hint={text.rateHint()}
          inputMode="decimal"
          required
        />
        <TextField
          {...field('minimumForms')}
          label={text.minimum()}
          hint={text.minimumHint()}
          inputMode="numeric"
          required
        />
        <TextArea
          {...field('reason')}
          label={text.reason()}
          hint={text.reasonHint()}
          maxLength={1000}
          required
        />
        <div>
          <SubmitButton>{text.register()}</SubmitButton>
        </div>
      </form>
    </Card>
  );
}

function Versions({ visit, versions }: { visit: Visit; versions: readonly SettingsVersion[] }) {
  return (
    <DataTable
      caption={text.versions()}
      rows={versions}
      rowKey={({ registeredAt }) => registeredAt.toISOString()}
      columns={[
        {
          key: 'when',
          heading: text.requested(),
          isTitle: true,
          cell: (version) => formatInstant(version.registeredAt, visit.agency.zone),
        },
        { key: 'who', heading: text.by(), cell: (version) => version.registeredBy },
        {
          key: 'what',
          heading: text.settings(),
          isWide: true,
          cell: (version) => <Facts facts={factsOf(version.settings)} />,
        },
        { key: 'reason', heading: text.reason(), isWide: true, cell: (version) => version.reason },
        {
          key: 'seen',
          heading: text.state(),
          isWide: true,
          cell: (version) =>
            version.afterResults ? (
              <Badge tone="warning">{text.afterResults()}</Badge>
            ) : (
              <Badge>{text.beforeResults()}</Badge>
            ),
        },
      ]}
    />
  );
}
