import { z } from 'zod'
import { type Db, sql } from '../db.ts'
import { fieldRef } from '../ingest/delivery-refs.ts'
import type { Scope } from '../scope.ts'
import { DELIVERY_STATES } from './delivery-view.ts'
import { searchRefs } from './search-refs.ts'

const OUTCOMES = ['pending', 'failed', 'unreadable', 'foreign', 'disabled', 'ignored'] as const
const A_TIME = { error: 'A time such as 2026-11-21T08:00:00Z.' }
/** As PostgreSQL reads every one: it knows no year 0, no offset of 16 hours, no fraction of a second without end. */
const moment = z.iso
  .datetime({ offset: true, ...A_TIME })
  .transform((at) => new Date(at).toISOString())
  .pipe(z.iso.datetime(A_TIME).regex(/^[1-9]/, A_TIME))

/** Which deliveries of a time are meant, by how they stand. */
const standing = {
  state: z.enum(DELIVERY_STATES).optional(),
  outcome: z.enum(OUTCOMES).optional(),
}
const isForward = ({ from, to }: { from?: string | undefined; to?: string | undefined }) =>
  !from || !to || Date.parse(from) < Date.parse(to)
const BACKWARD = { error: 'The end lies before the beginning.', path: ['to'] }

export const deliverySpan = z
  .strictObject({ from: moment, to: moment, ...standing })
  .refine(isForward, BACKWARD)
export type DeliverySpan = z.infer<typeof deliverySpan>

export const deliveryListQuery = z
  .object({
    search: z.string().trim().min(1).max(300).optional(),
    field: z.string().min(1).max(100).optional(),
    from: moment.optional(),
    to: moment.optional(),
    connectionId: z.uuid().optional(),
    ...standing,
    cursor: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(50),
  })
  .refine(isForward, BACKWARD)
export type DeliveryListQuery = z.infer<typeof deliveryListQuery>

type Filter = Partial<Omit<DeliveryListQuery, 'cursor' | 'limit'>>

/** In SQL: those of `cc_webhook_deliveries d` that are meant. A time span leaves out the partitions of other days. */
export async function matching(db: Db, scope: Scope, filter: Filter) {
  const { search, field, from, to, state, outcome, connectionId } = filter
  const refs = search === undefined ? null : await searchRefs(db, scope, search)
  return sql`d.tenant_id = ${scope.tenantId} and d.organization_id = ${scope.organizationId}
    ${refs ? namesAny(refs) : sql``}
    ${field === undefined ? sql`` : namesAny([fieldRef(scope.tenantId, field)])}
    ${from ? sql`and d.received_at >= ${from}::timestamptz` : sql``}
    ${to ? sql`and d.received_at < ${to}::timestamptz` : sql``}
    ${state ? sql`and d.state = ${state}` : sql``}
    ${connectionId ? sql`and d.connection_id = ${connectionId}` : sql``}
    ${outcome ? outcomeIs(outcome) : sql``}`
}

function namesAny(refs: bigint[]) {
  return sql`and d.refs && ${refs.map(String)}::bigint[]`
}

function outcomeIs(outcome: (typeof OUTCOMES)[number]) {
  switch (outcome) {
    case 'pending':
    case 'failed':
      return sql`and d.state = ${outcome}`
    case 'unreadable':
      return sql`and (d.outcome ->> 'unreadable')::boolean`
    case 'foreign':
      return sql`and (d.outcome ->> 'foreign')::int > 0`
    default:
      return sql`and (d.outcome ->> ${outcome})::int > 0`
  }
}
