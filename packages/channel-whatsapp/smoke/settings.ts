import { z } from 'zod'
import { DEFAULT_API_VERSION } from '../src/modules/channel_whatsapp/lib/provider.ts'

const digits = (name: string) => z.string({ error: name }).regex(/^\d{5,32}$/, `${name} (digits)`)

const environment = z.object({
  META_ACCESS_TOKEN: z.string({ error: 'META_ACCESS_TOKEN' }).min(1, 'META_ACCESS_TOKEN'),
  META_PHONE_NUMBER_ID: digits('META_PHONE_NUMBER_ID'),
  META_BUSINESS_ACCOUNT_ID: digits('META_BUSINESS_ACCOUNT_ID'),
  META_TEST_RECIPIENT: z
    .string({ error: 'META_TEST_RECIPIENT' })
    .regex(/^\+\d{7,15}$/, 'META_TEST_RECIPIENT (a number like +48601234567)'),
  /** `name:language`, approved and without parameters. Every account has this one. */
  META_TEMPLATE: z
    .string()
    .regex(/^[a-z0-9_]+:[a-zA-Z_]+$/, 'META_TEMPLATE (like hello_world:en_US)')
    .default('hello_world:en_US'),
  /** Written instead of the template; needs the recipient to have written within 24 hours. */
  META_TEXT: z.string().min(1).optional(),
  META_GRAPH_VERSION: z
    .string()
    .regex(/^v\d+\.0$/, 'META_GRAPH_VERSION (like v26.0)')
    .default(DEFAULT_API_VERSION),
})
export type SmokeSettings = z.infer<typeof environment>

/** What to run with, or the variables that are missing or malformed. */
export function readSettings(
  env: Record<string, string | undefined>,
): { settings: SmokeSettings } | { missing: string[] } {
  const read = environment.safeParse(env)
  if (read.success) return { settings: read.data }
  return { missing: [...new Set(read.error.issues.map(({ message }) => message))] }
}
