import { z } from 'zod'
import { isLifted } from './severity.ts'

/** How an account stands with Meta, as far as webhooks told. */
export const accountStanding = z.object({
  review: z.string().nullable(),
  /** Null where it is not banned, or was and is not any more. */
  ban: z.object({ state: z.string().nullable(), date: z.string().nullable() }).nullable(),
  restrictions: z.array(z.object({ type: z.string(), expiresAt: z.string().nullable() })),
  violation: z.string().nullable(),
  /** Why nothing goes through: it was deleted, moved away, or the partner's access ended. */
  lost: z.enum(['ACCOUNT_DELETED', 'ACCOUNT_OFFBOARDED', 'PARTNER_REMOVED']).nullable(),
  dailyLimit: z.number().nullable(),
})
export type AccountStanding = z.infer<typeof accountStanding>

const reported = z.object({
  review: z.object({ decision: z.string() }).optional().catch(undefined),
  ban: z.object({ state: z.string().nullable(), date: z.string().nullable() }).optional().catch(undefined),
  restrictions: z
    .object({ items: z.array(z.object({ type: z.string(), expiresAt: z.string().nullable() })) })
    .optional()
    .catch(undefined),
  violation: z.object({ type: z.string().nullable() }).optional().catch(undefined),
  link: z.object({ event: z.string() }).optional().catch(undefined),
  capability: z.object({ dailyLimit: z.number().nullable() }).optional().catch(undefined),
})

/** Restrictions that ended by `now` are left out. */
export function standingOf(facts: Record<string, unknown>, now: Date): AccountStanding {
  const { review, ban, restrictions, violation, link, capability } = reported.parse(facts)
  const lost = accountStanding.shape.lost.safeParse(link?.event)
  return {
    review: review?.decision ?? null,
    ban: ban && !isLifted(ban.state) ? ban : null,
    restrictions: (restrictions?.items ?? []).filter(
      ({ expiresAt }) => expiresAt === null || new Date(expiresAt) > now,
    ),
    violation: violation?.type ?? null,
    lost: lost.success ? lost.data : null,
    dailyLimit: capability?.dailyLimit ?? null,
  }
}
