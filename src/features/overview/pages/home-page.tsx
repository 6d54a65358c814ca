import { PatternsNotice } from '#features/fairness/index.ts';
import { isOfficer, type Visit } from '#features/people/index.ts';
import { TrainingDueCard } from '#features/training/index.ts';
import { formatDate } from '#platform/locale/format.ts';
import { Layout } from '#ui/layout.tsx';
import { Card, EmptyState, LinkButton, PageHeading } from '#ui/parts.tsx';
import type { HomeView } from '../home.ts';
import { text } from '../text.ts';
import {
  DeadlinesCard,
  DistributionCard,
  FlagsCard,
  LateCard,
  ProgressCard,
  UnitsCard,
} from './organisation-cards.tsx';
import { NoAppraisal, OwnCard } from './own-card.tsx';
import { WaitingCard } from './waiting-card.tsx';

export function HomePage({ visit, view, plot }: { visit: Visit; view: HomeView; plot: string }) {
  const { own, organisation } = view;
  const hasOtherWork = view.leads || organisation !== undefined || visit.actor.isAuditor;
  return (
    <Layout chrome={visit.chrome} title={text.home()} current="home">
      <PageHeading title={text.home()} above={`${formatDate(visit.today)} · ${visit.agency.name}`} />
      {view.voices ? <VoicesNotice visit={visit} voices={view.voices} /> : null}
      {view.secondLooks ? <SecondLooksNotice visit={visit} looks={view.secondLooks} /> : null}
      {view.patterns ? <PatternsNotice visit={visit} patterns={view.patterns} /> : null}
      {view.calibration ? <CalibrationNotice visit={visit} waiting={view.calibration} /> : null}
      {view.criteria.map((criteria) => (
        <CriteriaNotice key={criteria.periodId} visit={visit} criteria={criteria} />
      ))}
      {view.training.map((due) => (
        <TrainingDueCard key={due.schemeId} visit={visit} due={due} />
      ))}
      {own ? <OwnCard visit={visit} own={own} ownCount={view.ownCount} /> : null}
      {!own && !hasOtherWork ? <NoAppraisal /> : null}
      {view.leads ? <WaitingCard visit={visit} view={view} /> : null}
      {organisation ? (
        <div class="grid gap-6 lg:grid-cols-[3fr_2fr] items-start">
          <div class="grid gap-6 min-w-0">
            <ProgressCard visit={visit} view={organisation} />
            <DistributionCard progress={organisation.total} svg={plot} />
          </div>
          <div class="grid gap-6 min-w-0">
            <FlagsCard visit={visit} openFlags={organisation.openFlags} />
            <LateCard visit={visit} view={organisation} />
            <DeadlinesCard visit={visit} period={organisation.period} />
            <UnitsCard visit={visit} units={organisation.units} />
          </div>
        </div>
      ) : null}
      {organisation === null ? <NoPeriod visit={visit} /> : null}
      {visit.actor.isAuditor ? <AuditorCard visit={visit} /> : null}
    </Layout>
  );
}

function VoicesNotice({ visit, voices }: { visit: Visit; voices: NonNullable<HomeView['voices']> }) {
  return (
    <Card title={text.voicesTitle({ count: voices.count })}>
      <div class="flex flex-wrap items-center justify-between gap-4">
        <p class="max-w-prose">{text.voicesBody({ date: formatDate(voices.closesOn) })}</p>
        <LinkButton href={visit.path('/voices')} look="primary" icon="message">
          {text.openVoices()}
        </LinkButton>
      </div>
    </Card>
  );
}

function SecondLooksNotice(props: { visit: Visit; looks: NonNullable<HomeView['secondLooks']> }) {
  const { visit, looks } = props;
  return (
    <Card title={text.secondLooksTitle({ count: looks.count })}>
      <div class="flex flex-wrap items-center justify-between gap-4">
        <p class="max-w-prose">{text.secondLooksBody({ date: formatDate(looks.dueOn) })}</p>
        <LinkButton href={visit.path('/second-looks')} look="primary" icon="users">
          {text.openSecondLooks()}
        </LinkButton>
      </div>
    </Card>
  );
}

function CalibrationNotice(props: { visit: Visit; waiting: NonNullable<HomeView['calibration']> }) {
  const { visit, waiting } = props;
  const parts = [
    waiting.returns > 0 ? text.calibrationReturns({ count: waiting.returns }) : '',
    waiting.invitations > 0 ? text.calibrationInvitations({ count: waiting.invitations }) : '',
    waiting.dossiers > 0 ? text.calibrationDossiers({ count: waiting.dossiers }) : '',
    waiting.items > 0 ? text.calibrationItems({ count: waiting.items }) : '',
  ].filter(Boolean);
  return (
    <Card title={text.calibrationTitle()}>
      <div class="flex flex-wrap items-center justify-between gap-4">
        <p class="max-w-prose">{parts.join(' ')}</p>
        <LinkButton href={visit.path('/calibration')} look="primary" icon="scale">
          {text.openCalibration()}
        </LinkButton>
      </div>
    </Card>
  );
}

function CriteriaNotice({ visit, criteria }: { visit: Visit; criteria: HomeView['criteria'][number] }) {
  return (
    <Card title={text.criteriaTitle({ period: criteria.name })}>
      <div class="flex flex-wrap items-center justify-between gap-4">
        <p class="max-w-prose">{text.criteriaBody({ date: formatDate(criteria.startsOn) })}</p>
        <LinkButton href={visit.path(`/criteria/${criteria.periodId}`)} look="primary" icon="file">
          {text.readCriteria()}
        </LinkButton>
      </div>
    </Card>
  );
}

export function NoPeriod({ visit }: { visit: Visit }) {
  return (
    <Card>
      <EmptyState
        icon="calendar"
        title={text.noPeriod()}
        act={
          isOfficer(visit.actor) ? (
            <LinkButton look="primary" href={visit.path('/periods')}>
              {text.openPeriods()}
            </LinkButton>
          ) : undefined
        }
      >
        {text.noPeriodBody()}
      </EmptyState>
    </Card>
  );
}

function AuditorCard({ visit }: { visit: Visit }) {
  return (
    <Card title={text.auditorTitle()}>
      <div class="flex flex-wrap items-center justify-between gap-4">
        <p class="max-w-prose">{text.auditorBody()}</p>
        <LinkButton href={visit.path('/record')} look="primary" icon="shield">
          {text.openRecord()}
        </LinkButton>
      </div>
    </Card>
  );
}
