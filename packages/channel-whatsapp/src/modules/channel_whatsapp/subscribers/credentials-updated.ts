import type { AppContainer } from '@open-mercato/shared/lib/di/container'
import { createRequestContainer } from '@open-mercato/shared/lib/di/container'
import { saveDefaultConnection } from '../lib/connections/save-connection.ts'
import { INTEGRATION_ID } from '../lib/provider.ts'
import { providerContext } from '../lib/provider-context.ts'

export const metadata = {
  event: 'integrations.credentials.updated',
  id: 'channel_whatsapp:credentials-updated',
}

interface Payload {
  integrationId: string
  tenantId: string
  organizationId: string
}

/** The marketplace form was saved: its credentials become the default connection. */
export default async function connect(payload: Payload): Promise<void> {
  if (payload.integrationId !== INTEGRATION_ID) return
  const container: AppContainer = await createRequestContainer()
  await saveDefaultConnection(providerContext(container, payload, null))
}
