import type { Visit } from '#features/people/index.ts';
import { isAgencyOfficer } from '#features/people/index.ts';
import { addDays } from '#platform/clock/clock.ts';
import { formatDate, formatInstant } from '#platform/locale/format.ts';
import { type FieldErrors, TextArea } from '#ui/form.tsx';
import { Layout } from '#ui/layout.tsx';
import { Card, Facts, Notice, PageHeading, SubmitButton } from '#ui/parts.tsx';
import { type Certificate, certificateState } from '../certificates.ts';
import { text } from '../text.ts';
import { office } from '../text-office.ts';
import { CertificateBadge } from './training-page.tsx';

export interface CertificateView {
  readonly visit: Visit;
  readonly certificate: Certificate;
  readonly schemeTitle: string;
  readonly errors: FieldErrors;
  readonly typed?: string | undefined;
}

export function CertificatePage(view: CertificateView) {
  const { visit, certificate } = view;
  const isOwn = certificate.personId === visit.actor.personId;
  const mayRevoke = isAgencyOfficer(visit.actor) && !certificate.revoked;
  return (
    <Layout chrome={visit.chrome} title={text.certificate()} current="training" width="narrow">
      <PageHeading
        title={text.certificate()}
        above={
          <a class="link print:hidden" href={visit.path(isOwn ? '/training' : '/training/appraisers')}>
            {text.training()}
          </a>
        }
      />
      {certificate.revoked ? (
        <Notice tone="error" title={text.revokedNotice()}>
          {text.revokedBy({
            who: certificate.revoked.by ?? '–',
            date: formatInstant(certificate.revoked.at, visit.agency.zone),
            reason: certificate.revoked.reason,
          })}
        </Notice>
      ) : null}
      <Sheet {...view} />
      <p class="text-sm text-base-content/75 print:hidden">{text.print()}</p>
      {mayRevoke ? <Revocation {...view} /> : null}
    </Layout>
  );
}

/** What is printed: who, for what, from when until when. */
function Sheet({ visit, certificate, schemeTitle }: CertificateView) {
  return (
    <section class="bg-base-100 border-2 border-primary rounded-box p-6 sm:p-10 grid gap-6">
      <div class="text-center grid gap-2">
        <p class="text-sm text-base-content/75">{visit.agency.name}</p>
        <p class="num text-sm">{certificate.number}</p>
        <p class="text-2xl font-semibold mt-3">{certificate.personName}</p>
        <p class="max-w-prose mx-auto">
          {certificate.origin === 'course' ? text.certificateText() : text.recognisedText()}
        </p>
        <p class="text-lg font-semibold text-balance">{schemeTitle}</p>
      </div>
      <Facts
        facts={[
          [text.from(), formatDate(certificate.validFrom)],
          [text.until(), formatDate(addDays(certificate.validUntil, -1))],
          [text.issuer(), certificate.issuer],
          [text.state(), <CertificateBadge key="state" certificate={certificate} today={visit.today} />],
          ...(certificate.file
            ? [
                [
                  text.document(),
                  <a
                    key="file"
                    class="link"
                    href={visit.path(`/training/certificates/${certificate.id}/file`)}
                    data-turbo="false"
                  >
                    {certificate.file.name}
                  </a>,
                ] as const,
              ]
            : []),
        ]}
      />
    </section>
  );
}

function Revocation({ visit, certificate, errors, typed }: CertificateView) {
  if (certificateState(certificate, visit.today) === 'revoked') return null;
  return (
    <div class="print:hidden">
      <Card title={office.revoke()}>
        <form
          method="post"
          action={visit.path(`/training/certificates/${certificate.id}/revocation`)}
          class="grid gap-4 max-w-prose"
          data-controller="once"
        >
          <p class="text-base-content/85">{office.revokeHint()}</p>
          <TextArea
            name="reason"
            label={office.revokeReason()}
            hint={office.revokeReasonHint()}
            value={typed}
            error={errors.reason}
            required
            maxLength={1000}
          />
          <p>
            <SubmitButton look="error">{office.revoke()}</SubmitButton>
          </p>
        </form>
      </Card>
    </div>
  );
}
