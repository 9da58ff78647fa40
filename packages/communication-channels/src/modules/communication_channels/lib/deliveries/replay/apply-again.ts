import type { EntityManager } from '@mikro-orm/postgresql'
import { createLogger } from '@open-mercato/shared/lib/logger'
import { type Db, dbOf, sql } from '../../db.ts'
import { describeFailure } from '../../describe-failure.ts'
import type { TenantEncryptionService } from '../../encryption-service.ts'
import { applyDeliveries } from '../../ingest/apply-deliveries.ts'
import type { ClaimedDelivery } from '../../ingest/claim-deliveries.ts'
import { readDeliveries } from '../../ingest/read-deliveries.ts'
import { CONSENTS_QUEUE, FILES_QUEUE, nudge } from '../../nudge.ts'
import type { Scope } from '../../scope.ts'
import type { OutcomeView } from '../delivery-view.ts'
import { joinOutcomes } from './join-outcomes.ts'
import { markFailedAgain, markReplayed } from './mark-replayed.ts'
import { announceAsReplay, type Made } from './replay-effects.ts'

export interface ReplayContext {
  em: EntityManager
  encryption: TenantEncryptionService
  scope: Scope
  now: Date
}

export interface AppliedAgain {
  /** What became of each this time, or why it cannot be applied. */
  results: Map<string, OutcomeView | { error: string }>
  made: Made
}

const logger = createLogger('communication_channels.replay')

export const NOTHING_MADE: Made = { raised: 0, contacts: 0, conversations: 0 }

/** Carries what was worked out past the end of a transaction that is to leave nothing. */
class LeftNothing extends Error {
  override readonly name = 'LeftNothing'
  readonly applied: AppliedAgain
  constructor(applied: AppliedAgain) {
    super('Rolled back on purpose.')
    this.applied = applied
  }
}

/**
 * Applies deliveries that were worked on before once more, as the worker does: in one transaction, and in halves where
 * that fails. To try it is to do it and roll it back, so what is foretold is what happens.
 *
 * Those that wait for their first turn are left out.
 */
export async function applyAgain(
  ctx: ReplayContext,
  ids: string[],
  how: 'try' | 'keep',
): Promise<AppliedAgain> {
  if (ids.length === 0) return { results: new Map(), made: NOTHING_MADE }
  try {
    return await applyTogether(ctx, ids, how)
  } catch (error) {
    if (error instanceof LeftNothing) return error.applied
    if (ids.length > 1) return applyHalves(ctx, ids, how)
    const reason = describeFailure(error)
    if (how === 'keep') {
      logger.error('delivery could not be replayed', { deliveryId: ids[0], reason })
      await markFailedAgain(dbOf(ctx.em.fork()), ctx.scope, ids[0]!, reason, ctx.now)
    }
    return { results: new Map([[ids[0]!, { error: reason }]]), made: NOTHING_MADE }
  }
}

async function applyTogether(ctx: ReplayContext, ids: string[], how: 'try' | 'keep'): Promise<AppliedAgain> {
  let files = 0
  let isAboutConsent = false
  const applied = await ctx.em.fork().transactional(async (tx) => {
    const db = dbOf(tx)
    const deliveries = await takeAgain(db, ctx.scope, ids, how)
    const read = await readDeliveries(ctx.encryption, deliveries)
    const { outcomes, refs, waitingFiles, consents } = await applyDeliveries(db, ctx.encryption, read)
    const made = await announceAsReplay(db, ctx.scope)
    const again = { results: new Map<string, OutcomeView>(outcomes), made }
    if (how === 'try') throw new LeftNothing(again)
    await markReplayed(
      db,
      ctx.scope,
      ctx.now,
      deliveries.map(({ id, outcome }) => ({
        id,
        outcome: joinOutcomes(outcome, outcomes.get(id)!),
        refs: refs.get(id)!,
      })),
    )
    files = waitingFiles
    isAboutConsent = consents.length > 0
    return again
  })
  if (files > 0) nudge(FILES_QUEUE)
  // What is queued is called back all the same; only nobody is answered.
  if (isAboutConsent) nudge(CONSENTS_QUEUE)
  return applied
}

async function applyHalves(ctx: ReplayContext, ids: string[], how: 'try' | 'keep'): Promise<AppliedAgain> {
  const middle = Math.ceil(ids.length / 2)
  const first = await applyAgain(ctx, ids.slice(0, middle), how)
  const second = await applyAgain(ctx, ids.slice(middle), how)
  return {
    results: new Map([...first.results, ...second.results]),
    made: {
      raised: first.made.raised + second.made.raised,
      contacts: first.made.contacts + second.made.contacts,
      conversations: first.made.conversations + second.made.conversations,
    },
  }
}

async function takeAgain(
  db: Db,
  { tenantId, organizationId }: Scope,
  ids: string[],
  how: 'try' | 'keep',
): Promise<(ClaimedDelivery & { outcome: OutcomeView | null })[]> {
  const { rows } = await sql<ClaimedDelivery & { outcome: OutcomeView | null }>`
    select id, tenant_id as "tenantId", organization_id as "organizationId", provider_key as "providerKey",
           connection_id as "connectionId", received_at as "receivedAt", body, attempts, outcome
    from cc_webhook_deliveries
    where id = any(${ids}::uuid[]) and tenant_id = ${tenantId} and organization_id = ${organizationId}
      and state <> 'pending'
    order by received_at, id
    ${how === 'keep' ? sql`for update` : sql``}`.execute(db)
  return rows
}
