import type { Rule } from '#domain/rules/index.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { type Chrome, Layout } from '#ui/layout.tsx';
import { Card, PageHeading } from '#ui/parts.tsx';
import { text } from '../text.ts';

export function RulesPage({ chrome, rules }: { chrome: Chrome; rules: readonly Rule[] }) {
  return (
    <Layout chrome={chrome} title={text.title()}>
      <PageHeading title={text.title()} intro={text.intro()} />
      <Card padded={false}>
        <ul class="divide-y divide-base-300">
          {rules.map((rule) => (
            <li key={rule.name} class="px-5 py-4">
              <h2 class="font-semibold text-lg">
                <a class="link link-primary" href={`/rules/${rule.name}`}>
                  {inLocale(rule.title)}
                </a>
              </h2>
              <p class="mt-0.5 max-w-prose">{inLocale(rule.description)}</p>
              <p class="mt-1 text-sm text-base-content/75">
                {[...new Set(rule.basis.map((basis) => basis.regulation))].join(' · ')}
              </p>
            </li>
          ))}
        </ul>
      </Card>
    </Layout>
  );
}
