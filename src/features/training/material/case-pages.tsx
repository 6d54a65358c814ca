/** A case as its officers write it: the dossier, and the page from which it is published. */
import type { Visit } from '#features/people/index.ts';
import { type FieldErrors, ProblemSummary, TextArea, TextField } from '#ui/form.tsx';
import { Layout } from '#ui/layout.tsx';
import { Card, LinkButton, Notice, PageHeading, SubmitButton } from '#ui/parts.tsx';
import type { Case } from '../course/cases.ts';
import type { ItemDistance } from '../distance.ts';
import { LIMITS } from '../model.ts';
import { Dossier } from '../pages/dossier.tsx';
import { office } from '../text-office.ts';
import { MaterialBadge } from './course-page.tsx';
import { expertName, pieceNames } from './forms.ts';

export interface DossierFormView {
  readonly visit: Visit;
  readonly schemeId: string;
  readonly title: string;
  /** Undefined for a case that is being written. */
  readonly about: Case | undefined;
  readonly id: string;
  /** What stands in the fields. */
  readonly fields: Readonly<Record<string, string>>;
  readonly rows: number;
  readonly errors: FieldErrors;
  readonly isStale?: boolean;
}

export function DossierFormPage(view: DossierFormView) {
  const { visit, schemeId, about, fields, errors } = view;
  const base = visit.path(`/training/material/${schemeId}`);
  const heading = about ? office.editCase() : office.addCase();
  return (
    <Layout chrome={visit.chrome} title={heading} current="training">
      <PageHeading
        title={heading}
        above={
          <a class="link" href={about ? `${base}/cases/${about.id}` : base}>
            {about?.heading ?? view.title}
          </a>
        }
      />
      {view.isStale ? <Notice tone="warning">{office.changedElsewhere()}</Notice> : null}
      <form
        method="post"
        action={about ? `${base}/cases/${about.id}/dossier` : `${base}/cases`}
        class="grid grid-cols-[minmax(0,1fr)] gap-6"
        data-controller="once"
      >
        <input type="hidden" name="id" value={about?.id ?? fields.id ?? view.id} />
        <input type="hidden" name="revision" value={about?.revision ?? 0} />
        <ProblemSummary errors={errors} />
        <Card>
          <div class="grid gap-5">
            <TextField
              name="heading"
              label={office.caseHeading()}
              hint={office.caseHeadingHint()}
              value={fields.heading}
              error={errors.heading}
              maxLength={LIMITS.title}
              required
            />
            <TextArea
              name="situation"
              label={office.situation()}
              hint={office.situationHint()}
              value={fields.situation}
              error={errors.situation}
              rows={6}
              maxLength={LIMITS.situation}
            />
          </div>
        </Card>
        <Pieces rows={view.rows} fields={fields} />
        <ExpertNames fields={fields} />
        <div class="flex flex-wrap gap-3">
          <SubmitButton name="then" value="ratings" icon="arrowRight">
            {office.toRatings()}
          </SubmitButton>
          <SubmitButton look="outline" name="then" value="rows" icon="plus">
            {office.moreRows()}
          </SubmitButton>
        </div>
      </form>
    </Layout>
  );
}

function ExpertNames({ fields }: Pick<DossierFormView, 'fields'>) {
  return (
    <Card title={office.experts()}>
      <p class="text-sm text-base-content/75 mb-4 max-w-prose">{office.expertsHint()}</p>
      <div class="grid gap-4 sm:grid-cols-2">
        {Array.from({ length: LIMITS.experts }, (_, index) => (
          <TextField
            key={expertName(index)}
            name={expertName(index)}
            label={office.expertOf({ number: index + 1 })}
            value={fields[expertName(index)]}
            maxLength={LIMITS.title}
          />
        ))}
      </div>
    </Card>
  );
}

function Pieces({ rows, fields }: Pick<DossierFormView, 'rows' | 'fields'>) {
  return (
    <Card title={office.evidence()} padded={false}>
      <p class="px-5 pb-4 text-sm text-base-content/75 max-w-prose">{office.evidenceHint()}</p>
      <div class="divide-y divide-base-300 border-t border-base-300">
        {Array.from({ length: rows }, (_, index) => {
          const names = pieceNames(index);
          return (
            <fieldset key={names.what} class="p-5 grid gap-4 sm:grid-cols-[11rem_minmax(0,1fr)] min-w-0">
              <legend class="sr-only">{office.pieceOf({ number: index + 1 })}</legend>
              <TextField name={names.on} type="date" label={office.pieceOn()} value={fields[names.on]} />
              <TextField
                name={names.source}
                label={office.pieceSource()}
                value={fields[names.source]}
                maxLength={LIMITS.title}
              />
              <div class="sm:col-span-2">
                <TextArea
                  name={names.what}
                  label={office.pieceWhat()}
                  value={fields[names.what]}
                  rows={2}
                  maxLength={LIMITS.evidenceText}
                />
              </div>
            </fieldset>
          );
        })}
      </div>
    </Card>
  );
}

export interface CaseOfficeView {
  readonly visit: Visit;
  readonly schemeId: string;
  readonly title: string;
  readonly about: Case;
  readonly newestVersion: number;
  readonly problems: readonly string[];
  readonly distances: readonly ItemDistance[];
  readonly replacesHeading: string | null;
  readonly answers: number;
}

/** The whole case as it stands, with the experts' ratings, and what can be done with it. */
export function CaseOfficePage(view: CaseOfficeView) {
  const { visit, about, schemeId } = view;
  const base = visit.path(`/training/material/${schemeId}`);
  return (
    <Layout chrome={visit.chrome} title={about.heading} current="training">
      <PageHeading
        title={about.heading}
        above={
          <a class="link" href={base}>
            {view.title}
          </a>
        }
        intro={
          <p class="flex flex-wrap gap-x-3 gap-y-1 items-center text-sm">
            <MaterialBadge state={about.state} />
            <span>{office.ofVersion({ version: String(about.schemeVersion) })}</span>
            {view.answers > 0 ? <span>{office.answers({ count: view.answers })}</span> : null}
            {view.replacesHeading ? <span>{office.replaces({ heading: view.replacesHeading })}</span> : null}
          </p>
        }
      />
      <CaseActs {...view} address={`${base}/cases/${about.id}`} />
      <Dossier about={about} />
      <Given distances={view.distances} />
    </Layout>
  );
}

function CaseActs(view: CaseOfficeView & { address: string }) {
  const { about, address, problems } = view;
  if (about.state === 'draft')
    return (
      <div class="grid gap-4">
        {problems.length === 0 ? (
          <Notice tone="success">{office.caseReady()}</Notice>
        ) : (
          <Notice tone="warning" title={office.caseNotReady()}>
            <ul class="list-disc pl-5">
              {problems.map((problem) => (
                <li key={problem}>{problem}</li>
              ))}
            </ul>
          </Notice>
        )}
        <div class="flex flex-wrap gap-3">
          {problems.length === 0 ? <Act address={`${address}/publication`} words={office.publish()} /> : null}
          <LinkButton
            href={`${address}/ratings`}
            look={problems.length === 0 ? 'outline' : 'primary'}
            icon="edit"
          >
            {office.editRatings()}
          </LinkButton>
          <LinkButton href={`${address}/dossier`} icon="edit">
            {office.toDossier()}
          </LinkButton>
          <Act address={`${address}/withdrawal`} words={office.withdraw()} look="ghost" />
        </div>
      </div>
    );
  if (about.state !== 'published') return null;
  const isOlder = about.schemeVersion < view.newestVersion;
  return (
    <div class="grid gap-4">
      <Notice tone={isOlder ? 'warning' : 'neutral'}>
        <p>
          {view.answers > 0 ? office.answeredHint() : office.publishedHint()}{' '}
          {isOlder ? office.newerVersion({ version: String(view.newestVersion) }) : ''}
        </p>
      </Notice>
      <div class="flex flex-wrap gap-3">
        <Act
          address={`${address}/version`}
          words={office.newVersion()}
          look={isOlder ? 'primary' : 'outline'}
        />
        <Act address={`${address}/withdrawal`} words={office.withdraw()} look="ghost" />
      </div>
    </div>
  );
}

function Act(props: { address: string; words: string; look?: 'primary' | 'outline' | 'ghost' }) {
  return (
    <form method="post" action={props.address} data-controller="once">
      <SubmitButton look={props.look ?? 'primary'}>{props.words}</SubmitButton>
    </form>
  );
}

function Given({ distances }: { distances: readonly ItemDistance[] }) {
  if (distances.length === 0) return null;
  return (
    <Card title={office.expertRatings()} padded={false}>
      <div class="divide-y divide-base-300 mt-3 border-t border-base-300">
        {distances.map(({ item, experts }) => (
          <section key={item.key} class="p-5 grid gap-2">
            <h3 class="font-semibold">{item.label}</h3>
            <dl class="grid gap-3 sm:grid-cols-2 text-sm">
              {experts.map(({ name, level, reason }) => (
                <div key={`${name} ${level}`}>
                  <dt class="text-base-content/75">{name}</dt>
                  <dd>
                    <span class="font-medium">
                      {item.levels.find(({ code }) => code === level)?.label ?? level}
                    </span>
                    <span class="block mt-0.5">{reason}</span>
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Card>
  );
}
