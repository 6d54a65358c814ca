import { isShownInPlace } from '#platform/storage/upload.ts';
import { Icon } from '#ui/icon.tsx';
import { Badge, SubmitButton, type Tone } from '#ui/parts.tsx';
import { shown } from '../finding.ts';
import type { Evidence, LinkState } from '../model.ts';
import { text } from '../text.ts';

const TONES: Record<LinkState, Tone> = {
  unchecked: 'neutral',
  reachable: 'success',
  'needs-sign-in': 'warning',
  broken: 'error',
  unreachable: 'warning',
};

export interface EvidenceActs {
  /** Address of the participant's evidence, without the id. */
  readonly base: string;
  readonly mayWithdraw: boolean;
  readonly mayAskAgain: boolean;
}

/** Pictures small, files by name and size, links with what was found when they were opened. */
export function EvidenceList({ evidence, acts }: { evidence: readonly Evidence[]; acts: EvidenceActs }) {
  if (evidence.length === 0) return null;
  return (
    <ul class="grid gap-2">
      {evidence.map((each) => (
        <li key={each.id} class="flex flex-wrap items-start gap-x-3 gap-y-1 text-sm">
          {each.source.kind === 'file' ? (
            <FileEvidence evidence={each} source={each.source} base={acts.base} />
          ) : (
            <LinkEvidence evidence={each} source={each.source} acts={acts} />
          )}
          {acts.mayWithdraw ? (
            <a class="link" href={`${acts.base}/${each.id}/withdrawal`}>
              {text.withdrawEvidence()}
              <span class="sr-only"> {each.title}</span>
            </a>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

type Source<Kind extends Evidence['source']['kind']> = Extract<Evidence['source'], { kind: Kind }>;

function FileEvidence(props: { evidence: Evidence; source: Source<'file'>; base: string }) {
  const { evidence, source, base } = props;
  const address = `${base}/${evidence.id}`;
  const isPicture = source.mediaType.startsWith('image/') && isShownInPlace(source.mediaType);
  return (
    <a class="inline-flex items-center gap-2 min-w-0 link" href={address} data-turbo="false">
      {isPicture ? (
        <img
          class="h-12 w-16 object-cover rounded-field border border-base-300 bg-base-200"
          src={address}
          alt=""
          loading="lazy"
          decoding="async"
        />
      ) : (
        <Icon name="file" size={16} />
      )}
      <span class="break-all">{evidence.title}</span>
      <span class="whitespace-nowrap text-base-content/75">{size(source.byteSize)}</span>
    </a>
  );
}

function LinkEvidence(props: { evidence: Evidence; source: Source<'link'>; acts: EvidenceActs }) {
  const { evidence, source, acts } = props;
  const { state } = source;
  return (
    <div class="grid gap-1 min-w-0">
      <div class="flex flex-wrap items-center gap-x-2 gap-y-1">
        <Icon name="link" size={16} />
        <a
          class="link break-all"
          href={source.url}
          target="_blank"
          rel="noopener noreferrer nofollow"
          title={source.url}
        >
          {evidence.title}
        </a>
        <Badge tone={TONES[state]}>{text[`link-${state}`]()}</Badge>
        {acts.mayAskAgain && state !== 'unchecked' ? (
          <form method="post" action={`${acts.base}/${evidence.id}/check`} data-controller="once">
            <SubmitButton look="ghost" small icon="rotate">
              {text.linkAgain()}
            </SubmitButton>
          </form>
        ) : null}
      </div>
      {state === 'unchecked' || state === 'reachable' ? null : (
        <p class="text-base-content/75">{text[`advice-${state}`]()}</p>
      )}
    </div>
  );
}

function size(bytes: number): string {
  if (bytes < 1_000_000) return `${shown(String(Math.max(1, Math.round(bytes / 1000))))} kB`;
  return `${shown(String(Math.round(bytes / 100_000) / 10))} MB`;
}
