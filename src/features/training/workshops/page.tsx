/** One workshop: when, where, what about; one's own place; for officers who comes and who came. */
import { isAgencyOfficer, type Visit } from '#features/people/index.ts';
import { UPLOAD_EXTENSIONS } from '#platform/storage/upload.ts';
import { type FieldErrors, FileField, TextArea } from '#ui/form.tsx';
import { Icon } from '#ui/icon.tsx';
import { Layout } from '#ui/layout.tsx';
import { Card, Facts, LinkButton, Notice, PageHeading, SubmitButton } from '#ui/parts.tsx';
import type { EnrolmentState } from '../model.ts';
import { Prose } from '../prose.tsx';
import { text } from '../text-workshops.ts';
import { Participants } from './participants.tsx';
import type { Material, Participant, Workshop } from './queries.ts';
import { placeWords, whenInWords } from './words.ts';

export interface WorkshopView {
  readonly visit: Visit;
  readonly workshop: Workshop;
  readonly schemeTitle: string | null;
  readonly materials: readonly Material[];
  readonly taken: number;
  readonly waiting: number;
  readonly own: {
    readonly state: EnrolmentState;
    readonly attended: boolean | null;
    /** Place in the line of those who wait. */
    readonly number: number | null;
  } | null;
  /** For officers; everybody else sees the numbers only. */
  readonly participants: readonly Participant[];
  /** Appraisers not certified who have nothing to do with this workshop yet. */
  readonly uncertified: number;
  readonly search: string;
  readonly found: readonly { readonly id: string; readonly label: string; readonly hint: string }[];
  readonly errors: FieldErrors;
  readonly typed?: string | undefined;
}

export function WorkshopPage(view: WorkshopView) {
  const { visit, workshop } = view;
  const mayKeep = isAgencyOfficer(visit.actor);
  const base = visit.path(`/training/workshops/${workshop.id}`);
  const isPlanned = workshop.state === 'planned';
  return (
    <Layout chrome={visit.chrome} title={workshop.title} current="training">
      <PageHeading
        title={workshop.title}
        above={
          <a class="link" href={visit.path('/training/workshops')}>
            {text.workshops()}
          </a>
        }
        acts={
          mayKeep && isPlanned ? (
            <>
              <LinkButton href={`${base}/edit`} icon="edit">
                {text.edit()}
              </LinkButton>
              <LinkButton href={`${base}/sheet`} icon="print">
                {text.sheet()}
              </LinkButton>
            </>
          ) : undefined
        }
      />
      {isPlanned ? null : (
        <Notice tone="warning" title={text.cancelledBecause({ reason: workshop.cancelReason ?? '' })} />
      )}
      <About {...view} base={base} />
      <Materials {...view} base={base} mayKeep={mayKeep} />
      {mayKeep ? <Participants {...view} base={base} /> : null}
      {mayKeep && isPlanned && workshop.startsAt > visit.now ? <Cancel {...view} base={base} /> : null}
    </Layout>
  );
}

type Based = WorkshopView & { readonly base: string };

function About(view: Based) {
  const { visit, workshop, schemeTitle, taken, waiting } = view;
  return (
    <Card>
      <div class="grid gap-5">
        <Facts
          facts={[
            [text.when(), whenInWords(workshop, visit.agency.zone)],
            [
              text.where(),
              <>
                {workshop.place}
                {workshop.link ? (
                  <a class="link block" href={workshop.link} rel="noopener noreferrer" target="_blank">
                    {text.openLink()}
                  </a>
                ) : null}
              </>,
            ],
            ...(schemeTitle ? [[text.scheme(), schemeTitle] as const] : []),
            [
              text.places(),
              [
                text.placesOf({ taken, capacity: workshop.capacity }),
                waiting > 0 ? text.waitingCount({ count: waiting }) : '',
              ]
                .filter(Boolean)
                .join(' · '),
            ],
          ]}
        />
        {workshop.description ? <Prose source={workshop.description} /> : null}
        <OwnPlace {...view} />
      </div>
    </Card>
  );
}

/** Where one stands with this workshop, and the acts open to oneself. */
function OwnPlace({ visit, workshop, own, taken, base }: Based) {
  const isOpen = workshop.state === 'planned' && workshop.startsAt > visit.now;
  const state = own?.state ?? 'none';
  const words = own ? placeWords(own.state, own.attended) : null;
  return (
    <div class="border-t border-base-300 pt-5 grid gap-3">
      {words ? (
        <p class="font-medium">
          {text.state()}: {words}
          {own?.number ? `. ${text.waitingNumber({ number: own.number })}` : ''}
        </p>
      ) : null}
      {isOpen ? (
        <div class="flex flex-wrap gap-3">
          {state === 'enrolled' || state === 'waiting' ? (
            <Act address={`${base}/withdrawal`} words={text.withdraw()} look="outline" />
          ) : (
            <Act
              address={`${base}/enrolment`}
              words={taken < workshop.capacity ? text.enrol() : text.joinWaiting()}
            />
          )}
          {state === 'invited' ? (
            <Act address={`${base}/declination`} words={text.decline()} look="outline" />
          ) : null}
        </div>
      ) : null}
    </div>
  );
}

function Act(props: { address: string; words: string; look?: 'primary' | 'outline' }) {
  return (
    <form method="post" action={props.address} data-controller="once">
      <SubmitButton look={props.look ?? 'primary'}>{props.words}</SubmitButton>
    </form>
  );
}

function Materials({ materials, base, mayKeep, errors }: Based & { mayKeep: boolean }) {
  if (materials.length === 0 && !mayKeep) return null;
  return (
    <Card title={text.materials()}>
      <div class="grid gap-4">
        {materials.length === 0 ? <p class="text-base-content/75">{text.noMaterials()}</p> : null}
        <ul class="grid gap-2">
          {materials.map(({ fileId, name }) => (
            <li key={fileId} class="flex flex-wrap items-center gap-3">
              <a
                class="link inline-flex gap-2 items-center"
                href={`${base}/materials/${fileId}`}
                data-turbo="false"
              >
                <Icon name="file" size={18} /> {name}
              </a>
              {mayKeep ? (
                <form method="post" action={`${base}/materials/${fileId}/removal`} data-controller="once">
                  <button
                    type="submit"
                    class="btn btn-ghost btn-sm btn-square"
                    aria-label={text.removeMaterial({ file: name })}
                  >
                    <Icon name="close" size={16} />
                  </button>
                </form>
              ) : null}
            </li>
          ))}
        </ul>
        {mayKeep ? (
          <form
            method="post"
            action={`${base}/materials`}
            enctype="multipart/form-data"
            class="grid gap-3 max-w-prose"
            data-controller="once"
          >
            <FileField
              name="file"
              label={text.addMaterial()}
              error={errors.file}
              accept={UPLOAD_EXTENSIONS.join(',')}
              required
            />
            <p>
              <SubmitButton look="outline" icon="upload">
                {text.addMaterial()}
              </SubmitButton>
            </p>
          </form>
        ) : null}
      </div>
    </Card>
  );
}

function Cancel({ base, errors, typed }: Based) {
  return (
    <Card title={text.cancel()}>
      <form
        method="post"
        action={`${base}/cancellation`}
        class="grid gap-4 max-w-prose"
        data-controller="once"
      >
        <TextArea
          name="reason"
          label={text.cancelReason()}
          hint={text.cancelHint()}
          value={typed}
          error={errors.reason}
          required
          maxLength={1000}
        />
        <p>
          <SubmitButton look="error">{text.cancel()}</SubmitButton>
        </p>
      </form>
    </Card>
  );
}
