import type { Rule, RuleAnswer } from '#domain/rules/index.ts';
import { inLocale } from '#platform/locale/locale.ts';
import type { FieldErrors } from '#ui/form.tsx';
import { Icon } from '#ui/icon.tsx';
import { type Chrome, Layout } from '#ui/layout.tsx';
import { Card, PageHeading, SubmitButton } from '#ui/parts.tsx';
import { type Fields, fieldsOf, sectionsOf } from '../read-form.ts';
import { text } from '../text.ts';
import { AnswerCard, BasisList } from './answer.tsx';
import { Section } from './field-input.tsx';

export interface RulePageProps {
  readonly chrome: Chrome;
  readonly rule: Rule;
  readonly fields: Fields;
  readonly answer: RuleAnswer | null;
  readonly errors: FieldErrors;
  /** Personal numbers are posted, so that they stay out of addresses, histories and logs. */
  readonly isPrivate: boolean;
}

export function RulePage(props: RulePageProps) {
  const { chrome, rule, answer, isPrivate } = props;
  return (
    <Layout chrome={chrome} title={inLocale(rule.title)}>
      <PageHeading
        title={inLocale(rule.title)}
        above={
          <a class="link" href="/rules">
            {text.title()}
          </a>
        }
        intro={inLocale(rule.description)}
      />
      <div class="grid gap-6 lg:grid-cols-2 items-start">
        {answer?.ok ? (
          <div class="lg:order-2 min-w-0">
            <AnswerCard output={answer.output} />
          </div>
        ) : null}
        <div class="lg:order-1 lg:row-span-2 min-w-0">
          <RuleForm {...props} />
        </div>
        <div class="grid gap-6 min-w-0 lg:order-3">
          <Card title={text.basis()}>
            <BasisList basis={rule.basis} />
          </Card>
          <Examples rule={rule} isPrivate={isPrivate} />
          <ForMachines rule={rule} />
        </div>
      </div>
    </Layout>
  );
}

function RuleForm({ rule, fields, errors, isPrivate }: RulePageProps) {
  const whole = errors[''];
  return (
    <Card>
      <form
        method={isPrivate ? 'post' : 'get'}
        action={`/rules/${rule.name}`}
        class="grid gap-5"
        noValidate
        data-turbo-action="replace"
      >
        {whole ? (
          <p role="alert" class="alert alert-error alert-soft">
            <Icon name="alert" /> {whole}
          </p>
        ) : null}
        {sectionsOf(rule.fields).map((section) => (
          <Section key={section[0]?.name} section={section} fields={fields} errors={errors} />
        ))}
        {isPrivate ? <p class="text-sm text-base-content/75">{text.notPrinted()}</p> : null}
        <div>
          <SubmitButton icon="calculator" name="calculate" value="yes">
            {text.calculate()}
          </SubmitButton>
        </div>
      </form>
    </Card>
  );
}

function Examples({ rule, isPrivate }: { rule: Rule; isPrivate: boolean }) {
  if (isPrivate || rule.examples.length === 0) return null;
  return (
    <Card title={text.examples()}>
      <ul class="grid gap-2">
        {rule.examples.map((example) => (
          <li key={inLocale(example.title)}>
            <a
              class="link"
              href={`/rules/${rule.name}?${new URLSearchParams({ ...fieldsOf(example.input), calculate: 'yes' })}`}
            >
              {inLocale(example.title)}
            </a>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function ForMachines({ rule }: { rule: Rule }) {
  const [example] = rule.examples;
  if (!example) return null;
  return (
    <details class="text-sm">
      <summary class="cursor-pointer link py-1">{text.forMachines()}</summary>
      <p class="mt-2">{text.machineBody({ path: `/api/rules/${rule.name}` })}</p>
      <pre class="mt-2 p-3 bg-base-100 border border-base-300 rounded-box whitespace-pre-wrap break-words">
        {JSON.stringify(example.input, null, 1)}
      </pre>
    </details>
  );
}
