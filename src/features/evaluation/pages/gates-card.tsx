/** What stands in the way of giving a result, or is said beside it: facts, and the way out. */
import type { Scheme } from '#domain/schemes/index.ts';
import { ConflictFacts } from '#features/conflicts/index.ts';
import type { OpenContest } from '#features/measurements/index.ts';
import type { Visit } from '#features/people/index.ts';
import { formatDate } from '#platform/locale/format.ts';
import { LinkButton, Notice } from '#ui/parts.tsx';
import { certificateInWords, type Gates } from '../gates/gates.ts';
import type { Standing } from '../gates/stored.ts';
import { text } from '../gates/text.ts';

interface Props {
  readonly visit: Visit;
  readonly scheme: Scheme;
  readonly participantId: string;
  readonly gates: Gates;
}

/** Above the appraiser's form: until when others are heard, what is known about who rates. */
export function GateNotices({ visit, scheme, participantId, gates }: Props) {
  const { voices, certificate, conflicts, mustBeReplaced } = gates;
  return (
    <>
      {voices ? (
        <Notice title={text.voicesTitle()}>{text.voices({ date: formatDate(voices.closesOn) })}</Notice>
      ) : null}
      {certificate.rule === 'ok' ? null : <CertificateNotice {...{ visit, scheme, certificate }} />}
      {mustBeReplaced ? (
        <Notice tone="warning" title={text.replaceTitle()}>
          <p>{text.replace()}</p>
          <p class="mt-2">
            <a class="link" href={visit.path(`/appraisals/${participantId}/conflicts`)}>
              {text.toConflicts()}
            </a>
          </p>
        </Notice>
      ) : null}
      <ConflictFacts scheme={scheme} conflicts={conflicts} />
    </>
  );
}

/** Without a certificate where one is required nothing can be rated: why, and where to get it. */
export function CertificateNotice(props: {
  visit: Visit;
  scheme: Scheme;
  certificate: Gates['certificate'];
}) {
  const { visit, scheme, certificate } = props;
  const isRefused = certificate.rule === 'refuse';
  return (
    <Notice tone={isRefused ? 'warning' : 'info'} title={text.certificateTitle()}>
      <p>
        {certificateInWords(certificate)} {isRefused ? text.recognised() : text.certificateFlag()}
      </p>
      <p class="mt-3">
        <LinkButton
          href={visit.path(`/training/courses/${scheme.id}`)}
          look={isRefused ? 'primary' : 'outline'}
          small={!isRefused}
        >
          {text.toCourse()}
        </LinkButton>
      </p>
    </Notice>
  );
}

/** On a result: who rated without a certificate, where the scheme lets them and says so. */
export function StandingFacts({ standing }: { standing: Standing | undefined }) {
  if (!standing?.certificate) return null;
  return (
    <Notice tone="neutral" title={text.certificateTitle()}>
      {certificateInWords({ rule: 'flag', ...standing.certificate })} {text.certificateFlag()}
    </Notice>
  );
}

/** Beside a measured component: objections to its days or cases that nobody has decided yet. */
export function ContestList({ visit, contests }: { visit: Visit; contests: readonly OpenContest[] }) {
  if (contests.length === 0) return null;
  return (
    <div class="border-l-2 border-warning pl-3 text-base-content">
      <p class="font-medium">{text.contests({ count: contests.length })}</p>
      <ul class="list-disc pl-5">
        {contests.map((each) => (
          <li key={each.id}>
            <a class="link" href={visit.path(each.path)}>
              {each.kind === 'day'
                ? text.contestDay({ what: formatDate(each.what) })
                : text.contestCase({ what: each.what })}
            </a>
            : {each.reason}
          </li>
        ))}
      </ul>
    </div>
  );
}
