import path from 'node:path';
import { z } from 'zod';
import { projectRoot } from '#platform/project-root.ts';

/** Everything an installation may set, all of it by environment; docs/operations.md explains each. */
export interface Config {
  /** Port the pages are served on. */
  readonly port: number;
  /** Address the server listens on; the whole network by default, so that phones in the office reach it. */
  readonly host: string;
  /** Folder of the embedded database and of uploaded files. */
  readonly dataFolder: string;
  /** A PostgreSQL server (15 or newer) instead of the embedded one. */
  readonly databaseUrl: string | undefined;
  /** How the outside reaches this installation, for links in letters and mails. */
  readonly baseUrl: string | undefined;
  /** Believe X-Forwarded-* of a proxy in front; never set it without one. */
  readonly trustProxy: boolean;
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string;
  /** The key that seals voices, where it is not kept in a file of the data folder: 64 hexadecimal digits. */
  readonly voiceKey: string | undefined;
  readonly logLevel: 'error' | 'warn' | 'info' | 'debug';
}

const schema = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().default('0.0.0.0'),
  TERA_DATA: z.string().optional(),
  DATABASE_URL: z.string().optional(),
  TERA_BASE_URL: z.url().optional(),
  TERA_TRUST_PROXY: z.enum(['0', '1']).default('0'),
  TERA_SMTP_URL: z.string().optional(),
  TERA_MAIL_FROM: z.string().default('Tera <tera@localhost>'),
  TERA_VOICE_KEY: z
    .string()
    .regex(/^[0-9a-f]{64}$/i, 'not 64 hexadecimal digits')
    .optional(),
  TERA_LOG: z.enum(['error', 'warn', 'info', 'debug']).default('warn'),
});

export class ConfigError extends Error {}

export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const result = schema.safeParse(given);
  if (!result.success) {
    const problems = result.error.issues.map((issue) => `${String(issue.path[0])}: ${issue.message}`);
    throw new ConfigError(`Wrong settings in the environment:\n  ${problems.join('\n  ')}`);
  }
  const value = result.data;
  return {
    port: value.PORT,
    host: value.HOST,
    dataFolder: path.resolve(value.TERA_DATA ?? path.join(projectRoot(), 'data')),
    databaseUrl: value.DATABASE_URL,
    baseUrl: value.TERA_BASE_URL,
    trustProxy: value.TERA_TRUST_PROXY === '1',
    smtpUrl: value.TERA_SMTP_URL,
    mailFrom: value.TERA_MAIL_FROM,
    voiceKey: value.TERA_VOICE_KEY,
    logLevel: value.TERA_LOG,
  };
}
