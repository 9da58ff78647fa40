import { z } from 'zod'

/** Providers repeat a delivery for days (a week is known), so a shorter time would forget what may come again. */
const days = z.coerce
  .number({ error: 'OM_DELIVERY_RETENTION_DAYS is a whole number of days.' })
  .int('OM_DELIVERY_RETENTION_DAYS is a whole number of days.')
  .min(8, 'OM_DELIVERY_RETENTION_DAYS is at least 8: providers deliver again for a week.')
  .max(3650, 'OM_DELIVERY_RETENTION_DAYS is at most 3650.')
  .default(30)

/**
 * How long deliveries are kept, of all tenants: they share the journal's days.
 *
 * @throws a sentence for whoever set it wrongly
 */
export function retentionDays(environment: NodeJS.ProcessEnv = process.env): number {
  const parsed = days.safeParse(environment.OM_DELIVERY_RETENTION_DAYS || undefined)
  if (!parsed.success) throw new Error(parsed.error.issues[0]!.message)
  return parsed.data
}
