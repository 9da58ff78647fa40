import type { EntityManager } from '@mikro-orm/postgresql'
import { dbOf } from '@open-mercato/communication-channels/modules/communication_channels/lib/db'
import { ChannelError } from '@open-mercato/communication-channels/modules/communication_channels/lib/errors'
import type { Scope } from '@open-mercato/communication-channels/modules/communication_channels/lib/scope'
import type { AppContainer } from '@open-mercato/shared/lib/di/container'
import { z } from 'zod'
import { whatsappCredentials } from '../credentials.ts'
import { INTEGRATION_ID } from '../provider.ts'
import { selectConnections } from './connection-statements.ts'

/** What a form sends for a secret that stays as it is. */
const UNCHANGED = '__om_secret_unchanged__'

const saved = z.object({
  integrationId: z.string(),
  tenantId: z.uuid(),
  organizationId: z.uuid(),
  credentials: z.record(z.string(), z.unknown()),
})

/**
 * Refuses credentials that could not work before they are saved. Fields that are missing are the marketplace's to name.
 *
 * @throws ZodError with the field, ChannelError 409 `account_connected`
 */
export async function checkMarketplaceForm(container: AppContainer, input: unknown): Promise<void> {
  const form = saved.safeParse(input)
  if (!form.success || form.data.integrationId !== INTEGRATION_ID) return
  const { credentials, tenantId, organizationId } = form.data
  const filled = Object.fromEntries(Object.entries(credentials).filter(([, value]) => isFilled(value)))
  const { businessAccountId } = whatsappCredentials.partial().parse(filled)
  if (businessAccountId) await requireFreeAccount(container, { tenantId, organizationId }, businessAccountId)
}

function isFilled(value: unknown): boolean {
  if (value === null || value === undefined || value === UNCHANGED) return false
  return typeof value !== 'string' || value.trim() !== ''
}

async function requireFreeAccount(container: AppContainer, scope: Scope, id: string): Promise<void> {
  const connections = await selectConnections(dbOf(container.resolve<EntityManager>('em').fork()), scope)
  const other = connections.find((one) => !one.isDefault && one.businessAccountId === id)
  if (other) throw accountConnected(other.name)
}

/** @param name of the connection that has it; null where that is not known */
export function accountConnected(name: string | null = null): ChannelError {
  const sentence = name
    ? `This WhatsApp Business Account is connected already, as “${name}”.`
    : 'This WhatsApp Business Account is connected already.'
  return new ChannelError(409, 'account_connected', sentence, 'Change the existing connection instead.', {
    fieldErrors: { businessAccountId: sentence },
  })
}
