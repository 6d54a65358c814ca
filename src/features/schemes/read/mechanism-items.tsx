import type { Bilingual } from '#domain/bilingual.ts';
import type { Scheme } from '#domain/schemes/index.ts';
import { formatDecimal } from '#platform/locale/format.ts';
import { inLocale } from '#platform/locale/locale.ts';
import type { SettingsOf } from './mechanism.tsx';
import { ScaleList, SmallTable } from './parts.tsx';
import { text } from './text-parts.ts';

export function ItemsPart({ scheme, settings }: { scheme: Scheme; settings: SettingsOf<'rated-items'> }) {
  const { items, scale } = settings;
  return (
    <>
      <p class="max-w-prose">{text['how_rated-items']()}</p>
      <ScaleList scheme={scheme} scale={scale} />
      {items === 'behaviours' ? (
        <ValueGuides scheme={scheme} />
      ) : (
        <Folded title={text.items({ count: items.length })}>
          {items.map((item) => (
            <li key={item.code}>
              <Entry
                label={item.label}
                aside={
                  item.weight === undefined ? null : text.itemWeight({ weight: formatDecimal(item.weight) })
                }
                meaning={item.meaning}
              >
                {item.anchors ? (
                  <SmallTable
                    caption={text.anchorsOf({ label: inLocale(item.label) })}
                    columns={[{ heading: text.level() }, { heading: text.looksLike() }]}
                    rows={levelsOf(scheme, scale).flatMap((level) => {
                      const anchor = item.anchors?.[level.code];
                      return anchor
                        ? [{ key: level.code, cells: [inLocale(level.label), inLocale(anchor)] }]
                        : [];
                    })}
                  />
                ) : null}
              </Entry>
            </li>
          ))}
        </Folded>
      )}
    </>
  );
}

/** The values of the section `behaviours` with their guides. */
export function ValueGuides({ scheme }: { scheme: Scheme }) {
  const values = scheme.behaviours?.values ?? [];
  return (
    <Folded title={text.items({ count: values.length })}>
      {values.map((value) => (
        <li key={value.code}>
          <Entry label={value.label} aside={null} meaning={undefined}>
            <ul class="list-disc pl-5 grid gap-0.5">
              {value.guides.map((guide) => (
                <li key={guide.id}>{inLocale(guide)}</li>
              ))}
            </ul>
          </Entry>
        </li>
      ))}
    </Folded>
  );
}

export function Folded(props: { title: string; children: preact.ComponentChildren }) {
  return (
    <details class="rounded-field border border-base-300 print:border-0">
      <summary class="cursor-pointer px-3 py-2 font-medium">{props.title}</summary>
      <ul class="divide-y divide-base-300 border-t border-base-300">{props.children}</ul>
    </details>
  );
}

/** One item that opens to its levels. */
export function Entry(props: {
  label: Bilingual;
  aside: string | null;
  meaning: Bilingual | undefined;
  children: preact.ComponentChildren;
}) {
  return (
    <details class="px-3 py-2">
      <summary class="cursor-pointer">
        <span class="font-medium">{inLocale(props.label)}</span>
        {props.aside ? <span class="text-base-content/75"> · {props.aside}</span> : null}
      </summary>
      <div class="mt-2 grid gap-2">
        {props.meaning ? <p class="max-w-prose">{inLocale(props.meaning)}</p> : null}
        {props.children}
      </div>
    </details>
  );
}

export function levelsOf(scheme: Scheme, scale: string) {
  return scheme.scales?.[scale]?.levels ?? [];
}
