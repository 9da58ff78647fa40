import type { EntityManager } from '@mikro-orm/postgresql'
import { INGEST_QUEUE, nudge } from '../nudge.ts'
import { nextId } from '../ordered-id.ts'
import type { Scope } from '../scope.ts'
import { sealBody } from './journal-cipher.ts'
import { journalOf } from './journal-writer.ts'

export interface AcceptedDelivery {
  scope: Scope
  providerKey: string
  connectionId: string
  /** Exactly as received, after its signature was found right. At most a few megabytes. */
  body: Uint8Array
  verdict?: DeliveryVerdict
}

/** How its signature was judged: it was right over what is kept, or over more than is kept. */
type DeliveryVerdict = 'signed' | 'signed, parts of it' | 'signed, parts withheld'

/**
 * Keeps a verified delivery and returns once it is durable: only then may the provider be answered with 200.
 * Nothing is parsed here. A rejection means that nothing was kept and the provider has to come again.
 *
 * @param em  any entity manager of this database
 * @param dek the tenant's data key, base64
 */
export async function acceptDelivery(
  em: EntityManager,
  dek: string,
  delivery: AcceptedDelivery,
): Promise<string> {
  const id = nextId()
  await journalOf(em).write({
    id,
    ...delivery.scope,
    providerKey: delivery.providerKey,
    connectionId: delivery.connectionId,
    receivedAt: new Date(),
    body: sealBody(delivery.body, dek, id),
    byteSize: delivery.body.byteLength,
    verdict: delivery.verdict ?? null,
  })
  nudge(INGEST_QUEUE)
  return id
}
