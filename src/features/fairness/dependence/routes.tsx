/** `/fairness-method/person`: how the card on a result is computed. Everybody in the agency may read it. */
import { Hono } from 'hono';
import type { VisitEnv } from '#features/people/index.ts';
import { page } from '#platform/web/respond.ts';
import { Layout } from '#ui/layout.tsx';
import { Card, PageHeading } from '#ui/parts.tsx';
import { text } from './text-method.ts';

const REFERENCES = [
  'Viswesvaran, Ones & Schmidt (1996), Journal of Applied Psychology 81: 557–574.',
  'Gelman et al. (2013), Bayesian Data Analysis, 3rd ed., ch. 7.',
  'Ghosh, Hastie & Owen (2022), Annals of Statistics 50: 560–583.',
];

export function dependenceRoutes(): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>();
  routes.get('/fairness-method/person', (c) => {
    const { visit } = c.var;
    return page(
      c,
      <Layout chrome={visit.chrome} title={text.title()}>
        <PageHeading title={text.title()} intro={text.intro()} />
        <Section title={text.withoutTitle()} points={[text.without1(), text.without2(), text.without3()]} />
        <Section title={text.othersTitle()} points={[text.others1(), text.others2(), text.others3()]} />
        <Section
          title={text.assumptionsTitle()}
          points={[text.assumption1(), text.assumption2(), text.assumption3()]}
        />
        <Section title={text.useTitle()} points={[text.useFor(), text.useNot()]} />
        <Section title={text.sources()} points={REFERENCES} />
      </Layout>,
    );
  });
  return routes;
}

function Section({ title, points }: { title: string; points: readonly string[] }) {
  return (
    <Card title={title}>
      <ul class="list-disc pl-5 grid gap-2 max-w-prose">
        {points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </Card>
  );
}
