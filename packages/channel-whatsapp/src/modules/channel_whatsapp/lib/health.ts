import type { Scope } from '@open-mercato/communication-channels/modules/communication_channels/lib/scope'
import { createRequestContainer } from '@open-mercato/shared/lib/di/container'
import { z } from 'zod'
import { graphAccess } from './connections/read-credentials.ts'
import { whatsappCredentials } from './credentials.ts'
import { callGraph } from './graph/graph-client.ts'
import { GraphError } from './graph/graph-error.ts'
import { graphUrl } from './provider.ts'

interface HealthResult {
  status: 'healthy' | 'degraded' | 'unhealthy'
  message?: string
  details?: Record<string, unknown>
}

const graphNumber = z.object({
  display_phone_number: z.string(),
  verified_name: z.string().nullish(),
  quality_rating: z.string().nullish(),
  status: z.string().nullish(),
})

/**
 * Asks Graph for the number and the account with the stored token, so "healthy" means that Meta just answered for
 * both. A red quality rating is `degraded`: it works, and somebody should look.
 */
export const whatsappHealthCheck = {
  async check(credentials: Record<string, unknown> | null, scope: Scope): Promise<HealthResult> {
    const parsed = whatsappCredentials.safeParse(credentials)
    if (!parsed.success) return { status: 'unhealthy', message: 'The credentials are incomplete.' }
    const { phoneNumberId, businessAccountId } = parsed.data
    const container = await createRequestContainer()
    const access = await graphAccess((name) => container.resolve(name), parsed.data, scope)
    try {
      const fields = 'display_phone_number,verified_name,quality_rating,status'
      const number = graphNumber.parse(await callGraph(access, 'GET', `${phoneNumberId}?fields=${fields}`))
      await callGraph(access, 'GET', `${businessAccountId}?fields=id,name`)
      const details = {
        number: number.display_phone_number,
        name: number.verified_name ?? null,
        quality: number.quality_rating ?? null,
        graph: graphUrl(),
      }
      if (number.quality_rating === 'RED') {
        return { status: 'degraded', message: 'Meta rates the quality of this number as low.', details }
      }
      return { status: 'healthy', message: `${number.display_phone_number} answers through Graph.`, details }
    } catch (error) {
      return { status: 'unhealthy', message: describe(error), details: { graph: graphUrl() } }
    }
  },
}

function describe(error: unknown): string {
  if (error instanceof GraphError) return error.details ?? error.message
  if (error instanceof Error && error.name === 'GraphUnreachable') return error.message
  return 'Meta’s answer could not be read.'
}
