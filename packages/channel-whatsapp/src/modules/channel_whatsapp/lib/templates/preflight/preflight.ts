import { TEMPLATE_STATES } from '@open-mercato/communication-channels/modules/communication_channels/lib/adapter/template-candidate'
import { z } from 'zod'

const number = z.object({
  channelId: z.uuid(),
  phone: z.string(),
  accountName: z.string(),
  connectionId: z.uuid(),
})
export type PreflightNumber = z.infer<typeof number>

/**
 * usable        a template in the language carries it
 * fallback      it would leave, but in another language
 * data_missing  its template asks for what the notification does not bring along
 *
 * The others are how its template stands, and nothing leaves.
 */
export const CELL_STATES = [...TEMPLATE_STATES, 'data_missing', 'fallback'] as const

const cell = z.object({
  notification: z.string(),
  language: z.string(),
  channelId: z.uuid(),
  state: z.enum(CELL_STATES),
  fallbackLanguage: z.string().nullable(),
  /** The template to look at. */
  templateId: z.uuid().nullable(),
  missing: z.array(z.string()),
})
export type PreflightCell = z.infer<typeof cell>

export const preflight = z.object({
  notifications: z.array(
    z.object({ name: z.string(), purpose: z.string(), isInUse: z.boolean(), keys: z.array(z.string()) }),
  ),
  languages: z.array(z.string()),
  numbers: z.array(number),
  cells: z.array(cell),
})
export type Preflight = z.infer<typeof preflight>

/** Nothing would leave. */
export function isRed({ state }: Pick<PreflightCell, 'state'>): boolean {
  return state !== 'usable' && state !== 'fallback'
}
