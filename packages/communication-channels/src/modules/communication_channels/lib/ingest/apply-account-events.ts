import { getChannelAdapter } from '../adapter-registry-singleton.ts'
import type { Db } from '../db.ts'
import type { AccountEvent } from '../delivery-event.ts'
import type { TenantEncryptionService } from '../encryption-service.ts'
import type { Placed } from './place-events.ts'

/**
 * Hands what was said about accounts, numbers and templates to the adapters, connection by connection. An adapter that
 * keeps no such rows leaves them in the journal.
 *
 * @returns the events that somebody applied
 */
export async function applyAccountEvents(
  db: Db,
  encryption: TenantEncryptionService,
  events: Placed<AccountEvent>[],
): Promise<Placed<AccountEvent>[]> {
  const applied: Placed<AccountEvent>[] = []
  const connections = Map.groupBy(events, ({ channel }) => channel.connectionId)
  for (const connectionId of [...connections.keys()].sort()) {
    const own = connections.get(connectionId)!
    const { tenantId, organizationId, providerKey } = own[0]!.channel
    const adapter = getChannelAdapter(providerKey)
    if (!adapter?.applyAccountEvents) continue
    await adapter.applyAccountEvents({
      db,
      encryption,
      scope: { tenantId, organizationId },
      connectionId,
      events: own.map(({ event, channel, receivedAt }) => ({
        event,
        channelId: event.channelIdentifier === null ? null : channel.id,
        receivedAt,
      })),
    })
    applied.push(...own)
  }
  return applied
}
