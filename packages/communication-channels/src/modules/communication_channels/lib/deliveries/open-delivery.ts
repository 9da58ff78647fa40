import { z } from 'zod'
import { type Db, sql } from '../db.ts'
import { describeFailure } from '../describe-failure.ts'
import type { TenantEncryptionService } from '../encryption-service.ts'
import { notFound } from '../errors.ts'
import type { ClaimedDelivery } from '../ingest/claim-deliveries.ts'
import { openBody } from '../ingest/journal-cipher.ts'
import { readDeliveries } from '../ingest/read-deliveries.ts'
import type { Scope } from '../scope.ts'
import { DELIVERY_COLUMNS, type DeliveryRow, deliveryOf, deliveryView } from './delivery-view.ts'
import { endsProcesses, NOT_READ_HERE } from './ends-processes.ts'
import { factView } from './fact-view.ts'
import { rawBody, rawBodyOf } from './raw-body.ts'
import { readFacts } from './read-facts.ts'

export const openedDelivery = z.object({
  delivery: deliveryView,
  raw: rawBody,
  /** Null where our code fails on it; `readError` says at what. Of very many the first ones. */
  read: z.array(factView).nullable(),
  readCount: z.number(),
  readError: z.string().nullable(),
  /** A process ended while applying it, so it is not read here. */
  isHeldBack: z.boolean(),
})
export type OpenedDelivery = z.infer<typeof openedDelivery>

/**
 * One delivery: its bytes as received, and beside them what our code reads in them now.
 *
 * @throws 404 where the organisation has no such delivery
 */
export async function openDelivery(
  db: Db,
  encryption: TenantEncryptionService,
  scope: Scope,
  id: string,
): Promise<OpenedDelivery> {
  const { rows } = await sql<DeliveryRow & { body: Buffer }>`
    select ${DELIVERY_COLUMNS}, d.body from cc_webhook_deliveries d
    where d.id = ${id} and d.tenant_id = ${scope.tenantId} and d.organization_id = ${scope.organizationId}`.execute(
    db,
  )
  const [row] = rows
  if (!row) throw notFound('delivery')
  const { body, ...kept } = row
  const delivery = deliveryOf(kept)
  const dek = await encryption.getDek(scope.tenantId)
  if (!dek) throw new Error('The data key of the tenant is not available')
  const raw = rawBodyOf(openBody(body, dek.key, id))
  const claimed = { ...kept, ...scope, body }
  return { delivery, raw, ...(await tryToRead(db, encryption, scope, claimed, delivery)) }
}

/** A delivery on which reading fails is one that an operator wants to look at. */
async function tryToRead(
  db: Db,
  encryption: TenantEncryptionService,
  scope: Scope,
  claimed: ClaimedDelivery,
  delivery: OpenedDelivery['delivery'],
): Promise<Pick<OpenedDelivery, 'read' | 'readCount' | 'readError' | 'isHeldBack'>> {
  const nothing = { read: null, readCount: 0 }
  if (endsProcesses(delivery)) return { ...nothing, readError: NOT_READ_HERE, isHeldBack: true }
  try {
    const [read] = await readDeliveries(encryption, [claimed])
    return { ...(await readFacts(db, scope, read!, delivery)), readError: null, isHeldBack: false }
  } catch (error) {
    return { ...nothing, readError: describeFailure(error), isHeldBack: false }
  }
}
