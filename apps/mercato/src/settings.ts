import { resolve } from 'node:path'
import { FALSE_VALUES, TRUE_VALUES } from '@open-mercato/shared/lib/boolean'
import { z } from 'zod'

const META_GRAPH_URL = 'https://graph.facebook.com'

const port = (fallback: number) =>
  z.coerce
    .number({ error: 'must be a number' })
    .int()
    .min(1, 'must be 1 to 65535')
    .max(65_535, 'must be 1 to 65535')
    .default(fallback)

const httpUrl = z
  .url({ protocol: /^https?$/, error: 'must be an address such as https://shop.example' })
  .transform((url) => url.replace(/\/+$/, ''))

const environmentSchema = z.object({
  NODE_ENV: z.string().optional(),
  PORT: port(3000),
  SIMULATOR_PORT: port(3001),
  PUBLIC_URL: httpUrl.optional(),
  TRUST_PROXY: z.coerce
    .number({ error: 'must be the number of proxies in front, such as 1' })
    .int()
    .min(0)
    .max(10, 'must be 0 to 10')
    .default(0),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'must begin with postgres://' }).optional(),
  DATA_DIR: z.string().default('.data'),
  OM_WHATSAPP_GRAPH_URL: httpUrl.optional(),
  OM_MASTER_KEY: z
    .string()
    .refine(
      (key) => Buffer.from(key, 'base64').length === 32,
      'must be 32 bytes in base64 (openssl rand -base64 32)',
    )
    .optional(),
  SIMULATOR: z
    .string()
    .toLowerCase()
    .refine((word) => TRUE_VALUES.has(word) || FALSE_VALUES.has(word), 'must be on or off')
    .transform((word) => TRUE_VALUES.has(word))
    .optional(),
})

export interface Settings {
  port: number
  production: boolean
  publicUrl: string
  trustProxy: number
  /** Unset: a PostgreSQL of our own in `dataDir`. */
  databaseUrl: string | undefined
  dataDir: string
  /** Unset, outside production: made and kept in `dataDir`. */
  masterKey: string | undefined
  /** Null: no simulator. */
  simulatorPort: number | null
  graphUrl: string
}

/** A setting that cannot be used; the message names it and says what it must be. */
export class SettingsError extends Error {
  override name = 'SettingsError'
}

/** The settings of this run. An empty variable counts as unset. */
export function readSettings(environment: Record<string, string | undefined>): Settings {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()))
  const parsed = environmentSchema.safeParse(given)
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`)
    throw new SettingsError(problems.join('\n'))
  }
  const env = parsed.data
  const production = env.NODE_ENV === 'production'
  if (production && !env.OM_MASTER_KEY) {
    throw new SettingsError(
      'OM_MASTER_KEY must be set in production: 32 bytes in base64 (openssl rand -base64 32).',
    )
  }
  if (production && env.SIMULATOR) {
    throw new SettingsError('SIMULATOR cannot be on in production: anybody could write as your customers.')
  }
  const simulatorPort = (env.SIMULATOR ?? !production) ? env.SIMULATOR_PORT : null
  if (simulatorPort === env.PORT) throw new SettingsError('PORT and SIMULATOR_PORT must not be the same.')
  return {
    port: env.PORT,
    production,
    publicUrl: env.PUBLIC_URL ?? `http://localhost:${env.PORT}`,
    trustProxy: env.TRUST_PROXY,
    databaseUrl: env.DATABASE_URL,
    dataDir: resolve(env.DATA_DIR),
    masterKey: env.OM_MASTER_KEY,
    simulatorPort,
    graphUrl:
      env.OM_WHATSAPP_GRAPH_URL ?? (simulatorPort ? `http://localhost:${simulatorPort}` : META_GRAPH_URL),
  }
}
