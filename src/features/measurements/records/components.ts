/** Which components of a scheme are made of days and of cases. */
import type { CompiledScheme, Scheme } from '#domain/schemes/index.ts';

type Settings = Scheme['components'][string];
export type PresenceComponent = Extract<Settings, { readonly mechanism: 'presence' }>;
export type ServiceComponent = Extract<Settings, { readonly mechanism: 'service-standard' }>;

/** The component that counts attendance; a scheme has one at most in practice, and the first stands for all. */
export function presenceOf({
  scheme,
}: CompiledScheme): { readonly code: string; readonly settings: PresenceComponent } | undefined {
  for (const [code, settings] of Object.entries(scheme.components))
    if (settings.mechanism === 'presence') return { code, settings };
  return undefined;
}

export function serviceOf({ scheme }: CompiledScheme, code: string): ServiceComponent | undefined {
  const settings = scheme.components[code];
  return settings?.mechanism === 'service-standard' ? settings : undefined;
}

export function serviceComponents({ scheme }: CompiledScheme): readonly string[] {
  return Object.entries(scheme.components)
    .filter(([, settings]) => settings.mechanism === 'service-standard')
    .map(([code]) => code);
}
