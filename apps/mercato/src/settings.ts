import { resolve } from 'node:path'
import type { HostSettings } from '@open-mercato/core/host/settings'
import { FALSE_VALUES, TRUE_VALUES } from '@open-mercato/shared/lib/boolean'
import { z } from 'zod'

const META_GRAPH_URL = 'https://graph.facebook.com'

const port = z.coerce
  .number({ error: 'must be a number' })
  .int()
  .min(1, 'must be 1 to 65535')
  .max(65_535, 'must be 1 to 65535')

const DEFAULT_PORT = 3000
const ROLES = ['all', 'web', 'worker'] as const

/** What a process does: `web` answers requests, `worker` works on queues and keeps schedules, `all` does both. */
export type Role = (typeof ROLES)[number]

const httpUrl = z
  .url({ protocol: /^https?$/, error: 'must be an address such as https://shop.example' })
  .transform((url) => url.replace(/\/+$/, ''))

const onOrOff = z
  .string()
  .toLowerCase()
  .refine((word) => TRUE_VALUES.has(word) || FALSE_VALUES.has(word), 'must be on or off')
  .transform((word) => TRUE_VALUES.has(word))

const environmentSchema = z.object({
  NODE_ENV: z.string().optional(),
  ROLE: z.enum(ROLES, { error: 'must be all, web or worker' }).default('all'),
  PORT: port.optional(),
  SIMULATOR_PORT: port.default(3001),
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
  SIMULATOR: onOrOff.optional(),
  ATTACHMENTS_S3_ENDPOINT: httpUrl.optional(),
  ATTACHMENTS_S3_REGION: z
    .string()
    .regex(/^[a-z0-9-]+$/, 'must be a region such as eu-central-1')
    .optional(),
  ATTACHMENTS_S3_BUCKET: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'must be the name of a bucket')
    .optional(),
  ATTACHMENTS_S3_PREFIX: z
    .string()
    .regex(
      /^[\w-]{1,100}(\/[\w-]{1,100})*$/,
      'must be folders such as shop/files, without a slash at either end',
    )
    .optional(),
  ATTACHMENTS_S3_PATH_STYLE: onOrOff.optional(),
  ATTACHMENTS_S3_ACCESS_KEY_ID: z.string().optional(),
  ATTACHMENTS_S3_SECRET_ACCESS_KEY: z.string().optional(),
})
type Environment = z.infer<typeof environmentSchema>

export interface Settings {
  role: Role
  /** Null: nothing is listened on, which a worker may do without. */
  port: number | null
  production: boolean
  publicUrl: string
  trustProxy: number
  /** Unset: a PostgreSQL of our own in `dataDir`. */
  databaseUrl: string | undefined
  dataDir: string
  /** Unset: attached files are kept in `dataDir`. */
  attachmentsS3: HostSettings['attachmentsS3']
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
  if (env.ROLE !== 'all') checkRole(env, env.ROLE)
  const port = env.PORT ?? (env.ROLE === 'worker' ? null : DEFAULT_PORT)
  const hasSimulator = env.SIMULATOR ?? (!production && env.ROLE === 'all')
  const simulatorPort = hasSimulator ? env.SIMULATOR_PORT : null
  if (simulatorPort !== null && simulatorPort === port)
    throw new SettingsError('PORT and SIMULATOR_PORT must not be the same.')
  return {
    role: env.ROLE,
    port,
    production,
    publicUrl: env.PUBLIC_URL ?? `http://localhost:${port ?? DEFAULT_PORT}`,
    trustProxy: env.TRUST_PROXY,
    databaseUrl: env.DATABASE_URL,
    dataDir: resolve(env.DATA_DIR),
    attachmentsS3: attachmentsS3(env),
    masterKey: env.OM_MASTER_KEY,
    simulatorPort,
    graphUrl:
      env.OM_WHATSAPP_GRAPH_URL ?? (simulatorPort ? `http://localhost:${simulatorPort}` : META_GRAPH_URL),
  }
}

/** What several processes share cannot be one's own, nor made up by each of them. */
function checkRole(env: Environment, role: Role): void {
  const missing = (['DATABASE_URL', 'OM_MASTER_KEY'] as const).filter((name) => env[name] === undefined)
  if (missing.length > 0) {
    throw new SettingsError(
      `ROLE=${role} needs ${missing.join(' and ')}: all web and worker processes share one database and one key.`,
    )
  }
  if (env.SIMULATOR) {
    throw new SettingsError(
      `SIMULATOR cannot be on with ROLE=${role}. Start it by itself (npm run simulator) and set OM_WHATSAPP_GRAPH_URL.`,
    )
  }
}

/** All that S3 needs, or nothing of it: half a setting would store files where nobody expects them. */
function attachmentsS3(env: Environment): Settings['attachmentsS3'] {
  const needed = {
    ATTACHMENTS_S3_ENDPOINT: env.ATTACHMENTS_S3_ENDPOINT,
    ATTACHMENTS_S3_REGION: env.ATTACHMENTS_S3_REGION,
    ATTACHMENTS_S3_BUCKET: env.ATTACHMENTS_S3_BUCKET,
    ATTACHMENTS_S3_ACCESS_KEY_ID: env.ATTACHMENTS_S3_ACCESS_KEY_ID,
    ATTACHMENTS_S3_SECRET_ACCESS_KEY: env.ATTACHMENTS_S3_SECRET_ACCESS_KEY,
  }
  const refinements = { prefix: env.ATTACHMENTS_S3_PREFIX, pathStyle: env.ATTACHMENTS_S3_PATH_STYLE }
  const given = [...Object.values(needed), ...Object.values(refinements)].filter(
    (value) => value !== undefined,
  )
  if (given.length === 0) return undefined
  const missing = Object.entries(needed).flatMap(([name, value]) => (value === undefined ? [name] : []))
  if (missing.length) {
    throw new SettingsError(
      `To keep files in S3, set ${missing.join(', ')} too, or none of ATTACHMENTS_S3_….`,
    )
  }
  const text = needed as Record<keyof typeof needed, string>
  return {
    endpoint: text.ATTACHMENTS_S3_ENDPOINT,
    region: text.ATTACHMENTS_S3_REGION,
    bucket: text.ATTACHMENTS_S3_BUCKET,
    prefix: refinements.prefix ?? '',
    accessKeyId: text.ATTACHMENTS_S3_ACCESS_KEY_ID,
    secretAccessKey: text.ATTACHMENTS_S3_SECRET_ACCESS_KEY,
    pathStyle: refinements.pathStyle ?? true,
  }
}
