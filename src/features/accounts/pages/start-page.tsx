import { type FieldErrors, ProblemSummary, RadioGroup, TextField } from '#ui/form.tsx';
import { type Chrome, Layout } from '#ui/layout.tsx';
import { Card, PageHeading, SubmitButton } from '#ui/parts.tsx';
import { text } from '../text.ts';
import { NewPasswordFields } from './new-password-fields.tsx';

export interface StartView {
  readonly chrome: Chrome;
  readonly typed: Readonly<Record<string, string>>;
  readonly errors: FieldErrors;
}

export function StartPage({ chrome, typed, errors }: StartView) {
  return (
    <Layout chrome={chrome} title={text.startTitle()} width="narrow">
      <PageHeading title={text.startTitle()} intro={text.startIntro()} />
      <ProblemSummary errors={errors} />
      <form method="post" action="/start" class="grid gap-6" data-controller="once">
        <Card>
          <TextField
            name="key"
            label={text.setupKey()}
            hint={text.setupKeyHint()}
            value={typed.key}
            error={errors.key}
            maxLength={40}
            required
          />
        </Card>
        <AgencyFields typed={typed} errors={errors} />
        <OfficerFields typed={typed} errors={errors} />
        <div>
          <SubmitButton icon="check">{text.startButton()}</SubmitButton>
        </div>
      </form>
    </Layout>
  );
}

type Fields = Pick<StartView, 'typed' | 'errors'>;

function AgencyFields({ typed, errors }: Fields) {
  return (
    <Card title={text.agencySection()}>
      <div class="grid gap-5">
        <TextField
          name="agencyName"
          label={text.agencyName()}
          hint={text.agencyNameHint()}
          value={typed.agencyName}
          error={errors.agencyName}
          maxLength={200}
          required
        />
        <TextField
          name="code"
          label={text.agencyCode()}
          hint={text.agencyCodeHint()}
          value={typed.code}
          error={errors.code}
          maxLength={40}
        />
        <RadioGroup
          name="zone"
          label={text.zone()}
          hint={text.zoneHint()}
          value={typed.zone ?? 'Asia/Jakarta'}
          error={errors.zone}
          required
          choices={[
            { value: 'Asia/Jakarta', label: text.zoneWib(), hint: text.zoneWibHint() },
            { value: 'Asia/Makassar', label: text.zoneWita(), hint: text.zoneWitaHint() },
            { value: 'Asia/Jayapura', label: text.zoneWit(), hint: text.zoneWitHint() },
          ]}
        />
      </div>
    </Card>
  );
}

function OfficerFields({ typed, errors }: Fields) {
  return (
    <Card title={text.officerSection()}>
      <div class="grid gap-5">
        <TextField
          name="officerName"
          label={text.officerName()}
          value={typed.officerName}
          error={errors.officerName}
          autocomplete="name"
          maxLength={200}
          required
        />
        <RadioGroup
          name="kind"
          label={text.officerKind()}
          value={typed.kind ?? 'pns'}
          error={errors.kind}
          inline
          required
          choices={[
            { value: 'pns', label: text.kindPns() },
            { value: 'pppk', label: text.kindPppk() },
            { value: 'non-asn', label: text.kindNonAsn() },
          ]}
        />
        <TextField
          name="nip"
          label={text.nip()}
          hint={text.nipHint()}
          value={typed.nip}
          error={errors.nip}
          inputMode="numeric"
          autocomplete="username"
          maxLength={30}
        />
        <TextField
          name="email"
          type="email"
          label={text.email()}
          hint={text.emailHint()}
          value={typed.email}
          error={errors.email}
          autocomplete="email"
          maxLength={200}
        />
        <NewPasswordFields errors={errors} />
      </div>
    </Card>
  );
}
