import type { Relation } from '#features/periods/index.ts';
import { formatDate } from '#platform/locale/format.ts';
import { Badge, Card, LinkButton, type Tone } from '#ui/parts.tsx';
import { type CheckpointStanding, type CheckpointState, standingOf } from '../queries-check-ins.ts';
import { checkInText } from '../text-check-ins.ts';

export const STANDING_TONES: Record<CheckpointStanding, Tone> = {
  upcoming: 'neutral',
  open: 'info',
  overdue: 'error',
  recorded: 'warning',
  agreed: 'success',
  disputed: 'error',
};

/** The checkpoints of the period with the next act of whoever looks. */
export function CheckpointList(props: {
  checkpoints: readonly CheckpointState[];
  relations: ReadonlySet<Relation>;
  today: string;
  /** Address of the check-ins, without the id. */
  base: string;
  isOpen: boolean;
}) {
  const { checkpoints, today, base } = props;
  return (
    <Card title={checkInText.title()} padded={false} id="check-ins">
      {checkpoints.length === 0 ? <p class="p-5">{checkInText.noCheckpoints()}</p> : null}
      <ul class="divide-y divide-base-300">
        {checkpoints.map((checkpoint) => {
          const standing = standingOf(checkpoint, today);
          return (
            <li key={checkpoint.id} class="px-5 py-3 flex flex-wrap items-center gap-x-4 gap-y-2">
              <span class="font-medium min-w-28">{checkpoint.name}</span>
              <Badge tone={STANDING_TONES[standing]}>{checkInText[standing]()}</Badge>
              <span class="text-sm text-base-content/75 grow">
                {checkpoint.checkIn
                  ? checkInText.held({ date: formatDate(checkpoint.checkIn.heldOn, 'short') })
                  : checkInText.due({ date: formatDate(checkpoint.dueOn, 'short') })}
              </span>
              <NextAct
                {...props}
                checkpoint={checkpoint}
                standing={standing}
                address={`${base}/${checkpoint.id}`}
              />
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

function NextAct(props: {
  checkpoint: CheckpointState;
  standing: CheckpointStanding;
  relations: ReadonlySet<Relation>;
  address: string;
  isOpen: boolean;
}) {
  const { checkpoint, standing, relations, address, isOpen } = props;
  const name = <span class="sr-only"> {checkpoint.name}</span>;
  const mayRecord =
    relations.has('appraiser') && isOpen && ['open', 'overdue', 'disputed'].includes(standing);
  if (mayRecord) {
    return (
      <LinkButton href={address} small look="primary">
        {standing === 'disputed' ? checkInText.recordAgain() : checkInText.record()}
        {name}
      </LinkButton>
    );
  }
  if (relations.has('employee') && isOpen && standing === 'recorded') {
    return (
      <LinkButton href={address} small look="primary">
        {checkInText.answer()}
        {name}
      </LinkButton>
    );
  }
  return checkpoint.checkIn ? (
    <a class="link text-sm" href={address}>
      {checkInText.read()}
      {name}
    </a>
  ) : null;
}
