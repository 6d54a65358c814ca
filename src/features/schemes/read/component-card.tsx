import type { Scheme } from '#domain/schemes/index.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { type DescribedComponent, voicesOf } from './describe.ts';
import { rolesText } from './made-table.tsx';
import { MechanismPart } from './mechanism.tsx';
import { BasisWords, VoiceTable } from './parts.tsx';
import { text } from './text-parts.ts';

/** One component whole: what, how much, who gives it, how the score arises, on what basis. */
export function ComponentCard({ scheme, described }: { scheme: Scheme; described: DescribedComponent }) {
  const { code, settings, roles, isOptional } = described;
  const whenNobody =
    'whenNobody' in settings && settings.whenNobody ? text[`whenNobody_${settings.whenNobody}`]() : null;
  return (
    <article class="p-5 grid gap-4 text-sm" id={`component-${code}`}>
      <div class="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h3 class="text-base font-semibold">{inLocale(settings.label)}</h3>
        <p class="text-base-content/75">{rolesText(roles)}</p>
      </div>
      <div class="grid gap-x-10 gap-y-4 lg:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
        <div class="grid gap-4 content-start">
          {settings.meaning || settings.source || isOptional ? (
            <div class="grid gap-1 max-w-prose">
              {settings.meaning ? <p>{inLocale(settings.meaning)}</p> : null}
              {settings.source ? (
                <p class="text-base-content/75">
                  {text.source()}: {inLocale(settings.source)}
                </p>
              ) : null}
              {isOptional ? <p class="text-base-content/75">{text.optionalComponent()}</p> : null}
            </div>
          ) : null}
          <section class="grid gap-2 content-start">
            <h4 class="font-semibold">{text.whoGives()}</h4>
            <VoiceTable heard={voicesOf(settings)} whenNobody={whenNobody} />
          </section>
        </div>
        <section class="grid gap-2 content-start">
          <h4 class="font-semibold">{text.howScored()}</h4>
          <MechanismPart scheme={scheme} settings={settings} />
        </section>
      </div>
      <BasisWords scheme={scheme} basis={settings.basis} />
    </article>
  );
}
