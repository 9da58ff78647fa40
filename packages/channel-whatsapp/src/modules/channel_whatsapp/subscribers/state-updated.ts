import { connectionDirectory } from '../lib/connections/connection-directory.ts'
import { INTEGRATION_ID } from '../lib/provider.ts'

export const metadata = { event: 'integrations.state.updated', id: 'channel_whatsapp:state-updated' }

/** Switched on or off: in this process the webhook answers accordingly from the next request on. */
export default async function forgetConnections(payload: { integrationId: string }): Promise<void> {
  if (payload.integrationId === INTEGRATION_ID) (await connectionDirectory()).forget()
}
