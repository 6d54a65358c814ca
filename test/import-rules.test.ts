import { describe, expect, it } from 'vitest';
import { ARROWS, checkModules, readModules } from '../scripts/import-rules.mjs';

describe('who may import whom', () => {
  it('reads every module and finds no forbidden import', async () => {
    const modules = await readModules();
    const files = modules.map((module) => module.file);
    expect(files).toContain('src/app/server.tsx');
    expect(files).toContain('src/features/people/index.ts');
    expect(checkModules(modules)).toEqual([]);
  });

  it.each([
    ['src/domain/rules/nip.ts', "import { x } from '#platform/clock/clock.ts';"],
    ['src/domain/rules/nip.ts', "import fs from 'node:fs';"],
    ['src/domain/rules/nip.ts', "import type { DB } from '#tables';"],
    ['src/platform/web/respond.ts', "export { x } from '../../features/people/index.ts';"],
    ['src/ui/parts.tsx', "import { x } from '#features/people/index.ts';"],
    ['src/ui/parts.tsx', "import { x } from '#platform/database/database.ts';"],
    ['src/features/people/actor.ts', "import { x } from '#features/planning/index.ts';"],
    ['src/features/planning/page.tsx', "import { x } from '#features/people/actor.ts';"],
    ['src/features/planning/page.tsx', "const x = await import('#app/server.tsx');"],
    ['client/app.ts', "import { x } from '../src/ui/text.ts';"],
  ])('finds a planted breach in %s: %s', (file, source) => {
    expect(checkModules([{ file, source }])).toHaveLength(1);
  });

  it('has no circle among the features', () => {
    const arrows: Record<string, readonly string[]> = ARROWS;
    const below = (feature: string, seen: readonly string[]): readonly string[] => {
      expect(seen).not.toContain(feature);
      return (arrows[feature] ?? []).flatMap((next) => [next, ...below(next, [...seen, feature])]);
    };
    for (const feature of Object.keys(arrows)) below(feature, []);
  });
});
