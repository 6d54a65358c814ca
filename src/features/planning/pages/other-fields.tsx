import { TextArea } from '#ui/form.tsx';
import { Card } from '#ui/parts.tsx';
import { annexField, expectationField } from '../form/names.ts';
import { text } from '../form/text.ts';
import { text as planText } from '../text.ts';
import type { EditView } from './edit-page.tsx';

/** The seven values with their guide lines; for each a special expectation, if there is one. */
export function BehaviourFields({ view, content, typed, errors }: EditView) {
  return (
    <Card title={planText.behaviour()}>
      <p class="-mt-3 mb-4 text-sm text-base-content/75">{text.expectationHint()}</p>
      <ol class="grid gap-6">
        {view.vocabulary.values.map((value, index) => {
          const name = expectationField(value.code);
          return (
            <li key={value.code} class="grid md:grid-cols-2 gap-x-8 gap-y-2">
              <div>
                <h3 class="font-medium">
                  <span class="num">{index + 1}.</span> {value.label}
                </h3>
                <ul class="list-disc pl-5 mt-1 text-sm text-base-content/75">
                  {value.guides.map((guide) => (
                    <li key={guide}>{guide}</li>
                  ))}
                </ul>
              </div>
              <TextArea
                name={name}
                label={text.expectationOf({ value: value.label })}
                rows={3}
                maxLength={2000}
                value={typed?.[name] ?? content.expectations[value.code]}
                error={errors[name]}
              />
            </li>
          );
        })}
      </ol>
    </Card>
  );
}

export function AnnexFields({ view, content, typed, errors }: EditView) {
  return (
    <Card title={planText.annex()}>
      <div class="grid gap-5">
        {(['resources', 'accountability', 'consequences'] as const).map((list) => {
          const name = annexField(list);
          return (
            <TextArea
              key={list}
              name={name}
              label={view.vocabulary.annex[list]}
              hint={text.annexHint()}
              rows={5}
              value={typed?.[name] ?? content.annex[list].join('\n')}
              error={errors[name]}
            />
          );
        })}
      </div>
    </Card>
  );
}
