import { isAgencyOfficer, type Visit } from '#features/people/index.ts';
import { formatInstant } from '#platform/locale/format.ts';
import { type FieldErrors, ProblemSummary, TextArea, TextField } from '#ui/form.tsx';
import { Card, Facts, LinkButton, SubmitButton } from '#ui/parts.tsx';
import { mayAbandon } from '../draws/abandon.ts';
import { partiesOf, SHORTEST_SECRET } from '../draws/lock.ts';
import type { Draw } from '../draws/queries.ts';
import { PARTIES, type Party } from '../transitions.ts';
import { DrawBadge } from './parts.tsx';
import { text } from './text.ts';

export interface DrawForm {
  readonly typed: Readonly<Record<string, string | undefined>>;
  readonly errors: FieldErrors;
}

interface Props {
  readonly visit: Visit;
  readonly draw: Draw;
  /** Offered to who commits; made when the page was drawn and kept nowhere. */
  readonly secret: string;
  readonly form: DrawForm;
}

export const PARTY: Readonly<Record<Party, () => string>> = { officer: text.officer, auditor: text.auditor };

/** One draw with everything that is needed to compute it again, and the step that is next. */
export function DrawCard(props: Props) {
  const { visit, draw } = props;
  return (
    <Card title={text.attempt({ attempt: draw.attempt })} aside={<DrawBadge state={draw.state} />}>
      <div class="grid gap-5">
        <NextStep {...props} />
        <Published visit={visit} draw={draw} />
        {draw.state === 'drawn' ? (
          <div class="grid gap-3 border-t border-base-300 pt-5">
            <p class="font-medium">{text.verify()}</p>
            <p class="text-sm text-base-content/75 max-w-prose">{text.verifyIntro()}</p>
            <div>
              <LinkButton
                href={visit.path(`/second-look-draws/${draw.id}/undian.json`)}
                icon="download"
                download
              >
                {text.download()}
              </LinkButton>
            </div>
          </div>
        ) : null}
        <Abandon {...props} />
      </div>
    </Card>
  );
}

function NextStep(props: Props) {
  const { visit, draw } = props;
  const open = PARTIES.filter((party) => partiesOf(visit.actor).has(party) && isOpenTo(visit, draw, party));
  const [party] = open;
  if (draw.state === 'committing' && party) return <Commit {...props} party={party} />;
  if (draw.state === 'revealing' && party) return <Reveal {...props} party={party} />;
  if (draw.state !== 'committing' && draw.state !== 'revealing') return null;
  const missing = PARTIES.filter((each) =>
    draw.state === 'committing' ? !draw.parties[each].commitment : draw.parties[each].secret === null,
  );
  return <p>{text.waitsForOther({ who: missing.map((each) => PARTY[each]().toLowerCase()).join(', ') })}</p>;
}

/** Whose turn it is: nobody acts twice, and nobody for both. */
function isOpenTo(visit: Visit, draw: Draw, party: Party): boolean {
  const other = draw.parties[party === 'officer' ? 'auditor' : 'officer'];
  if (other.personId === visit.actor.personId) return false;
  const own = draw.parties[party];
  return draw.state === 'committing' ? own.commitment === null : own.secret === null;
}

function Commit({ visit, draw, secret, form, party }: Props & { party: Party }) {
  const { typed, errors } = form;
  return (
    <form
      method="post"
      action={visit.path(`/second-look-draws/${draw.id}/commitments`)}
      class="grid gap-4 rounded-box border border-base-300 bg-base-200 p-4"
      data-controller="once"
    >
      <p class="font-medium">{text.commitTitle({ who: PARTY[party]().toLowerCase() })}</p>
      <ProblemSummary errors={errors} />
      <p>{text.commitIntro()}</p>
      <input type="hidden" name="as" value={party} />
      {/* A live refresh would offer another secret in place of the one that was copied. */}
      <div id={`secret-of-${draw.id}`} data-turbo-permanent>
        <TextField
          name="secret"
          label={text.secret()}
          hint={text.secretHint({ count: SHORTEST_SECRET })}
          required
          value={typed.secret ?? secret}
          error={errors.secret}
          maxLength={200}
        />
      </div>
      <details>
        <summary class="cursor-pointer link text-sm py-1">{text.ownHash()}</summary>
        <div class="pt-2">
          <TextField
            name="commitment"
            label={text.ownHash()}
            hint={text.ownHashHint()}
            value={typed.commitment}
            error={errors.commitment}
            maxLength={64}
          />
        </div>
      </details>
      <div>
        <SubmitButton icon="lock">{text.commit()}</SubmitButton>
      </div>
    </form>
  );
}

function Reveal({ visit, draw, form, party }: Props & { party: Party }) {
  return (
    <form
      method="post"
      action={visit.path(`/second-look-draws/${draw.id}/secrets`)}
      class="grid gap-4 rounded-box border border-base-300 bg-base-200 p-4"
      data-controller="once"
    >
      <p class="font-medium">{text.revealTitle({ who: PARTY[party]().toLowerCase() })}</p>
      <ProblemSummary errors={form.errors} />
      <p>{text.revealIntro()}</p>
      <input type="hidden" name="as" value={party} />
      <TextField
        name="secret"
        label={text.secret()}
        required
        value={form.typed.secret}
        error={form.errors.secret}
        maxLength={200}
      />
      <div>
        <SubmitButton icon="key">{text.reveal()}</SubmitButton>
      </div>
    </form>
  );
}

function Published({ visit, draw }: Pick<Props, 'visit' | 'draw'>) {
  const hash = (value: string | null) => <code class="text-xs break-all">{value ?? text.notYet()}</code>;
  const zone = visit.agency.zone;
  return (
    <>
      <Facts
        facts={[
          [text.eligible(), <span class="num">{draw.eligible}</span>],
          [text.listSha(), hash(draw.listSha256)],
          ...PARTIES.flatMap((party) => {
            const own = draw.parties[party];
            const who = PARTY[party]().toLowerCase();
            const when = (at: Date | null) => (at ? ` ${formatInstant(at, zone)}` : '');
            return [
              [
                text.commitment({ who }),
                <>
                  {own.name ? `${own.name},${when(own.committedAt)} ` : ''}
                  {hash(own.commitment)}
                </>,
              ] as const,
              ...(draw.state === 'committing'
                ? []
                : [
                    [
                      text.secretOf({ who }),
                      <>
                        {hash(own.secret)}
                        {when(own.revealedAt)}
                      </>,
                    ] as const,
                  ]),
            ];
          }),
          ...(draw.seed ? [[text.seed(), hash(draw.seed)] as const] : []),
          ...(draw.chosen === null ? [] : [[text.chosen(), <span class="num">{draw.chosen}</span>] as const]),
          ...(draw.drawnAt ? [[text.drawnAt(), formatInstant(draw.drawnAt, zone)] as const] : []),
          ...(draw.abandonReason ? [[text.reason(), draw.abandonReason] as const] : []),
        ]}
      />
      <p>
        <a
          class="link text-sm"
          href={visit.path(`/second-look-draws/${draw.id}/daftar.txt`)}
          data-turbo="false"
        >
          {text.showList()}
        </a>
      </p>
    </>
  );
}

function Abandon({ visit, draw, form }: Props) {
  if (!isAgencyOfficer(visit.actor) || !mayAbandon(draw, visit.now)) return null;
  if (draw.state !== 'committing' && draw.state !== 'revealing') return null;
  return (
    <details class="border-t border-base-300 pt-4" open={form.errors.reason !== undefined}>
      <summary class="cursor-pointer link text-sm py-1">{text.abandon()}</summary>
      <form
        method="post"
        action={visit.path(`/second-look-draws/${draw.id}/abandonment`)}
        class="grid gap-3 pt-3"
        data-controller="once"
      >
        <p class="text-sm">{text.abandonIntro()}</p>
        <TextArea
          name="reason"
          label={text.reason()}
          required
          rows={2}
          value={form.typed.reason}
          error={form.errors.reason}
          maxLength={1000}
        />
        <div>
          <SubmitButton look="outline">{text.abandon()}</SubmitButton>
        </div>
      </form>
    </details>
  );
}
