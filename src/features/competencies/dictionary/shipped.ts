/** The dictionary that comes with Tera, as its file says it. Nothing of it holds before an agency takes it over. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { projectRoot } from '#platform/project-root.ts';
import { type CompetencyContent, competencyContentSchema, isCode } from './model.ts';

const shippedSchema = z.strictObject({
  competencies: z.array(
    z
      .looseObject({ code: z.string().refine(isCode), family: z.unknown().optional() })
      .transform(({ code, ...content }, context) => {
        const read = competencyContentSchema.safeParse({ family: null, ...content });
        if (read.success) return { code, ...read.data };
        context.addIssue({ code: 'custom', message: `${code}: ${read.error.message}` });
        return z.NEVER;
      }),
  ),
});

export interface ShippedCompetency extends CompetencyContent {
  readonly code: string;
}

let read: readonly ShippedCompetency[] | undefined;

/** In the order of the file: managerial, socio-cultural, then technical by family. */
export function shippedCompetencies(): readonly ShippedCompetency[] {
  read ??= shippedSchema.parse(
    parse(readFileSync(path.join(projectRoot(), 'competencies', 'kamus.yaml'), 'utf8')),
  ).competencies;
  return read;
}
