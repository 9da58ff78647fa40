import type { EntityManager } from '@mikro-orm/postgresql'
import { createLogger } from '@open-mercato/shared/lib/logger'
import { type Db, dbOf, sql, type Timestamp } from '../../db.ts'
import { describeFailure } from '../../describe-failure.ts'
import type { TenantEncryptionService } from '../../encryption-service.ts'
import { ENDED_WHILE_APPLYING } from '../../ingest/worker-claims.ts'
import type { DeliverySpan } from '../delivery-filter.ts'
import { type AppliedAgain, applyAgain, NOTHING_MADE, type ReplayContext } from './apply-again.ts'
import { type After, type Chosen, chooseInSpan, firstOf } from './choose-deliveries.ts'
import { markFailedAgain } from './mark-replayed.ts'
import { TOGETHER_BYTES } from './replay-named.ts'
import type { ReplayEffects } from './replay-views.ts'
import { sumUp } from './sum-up.ts'

/** Small, so that what customers write meanwhile comes in between. */
const STEP = 50
/** Processes that a delivery may end before it is passed over. */
const MAX_DEATHS = 3
/** Renewed while a step takes longer; so long after a death the next one takes it, with the sweep within a minute. */
const LEASE_MS = 45_000

const logger = createLogger('communication_channels.replay')

interface Run {
  id: string
  tenantId: string
  organizationId: string
  span: DeliverySpan
  cursorAt: Timestamp | null
  cursorId: string | null
  /** How often this step was begun and not ended. */
  attempts: number
}

/**
 * Does the next step of one time span that is being replayed, of whichever tenant had its turn longest ago. Where a
 * worker died, the next one goes delivery by delivery, and leaves out the one of which workers die.
 *
 * @returns how many deliveries it did; call again until it is 0
 */
export async function replayStep({
  em,
  encryption,
  now,
}: {
  em: EntityManager
  encryption: TenantEncryptionService
  now: Date
}): Promise<number> {
  const db = dbOf(em.fork())
  const run = await claimRun(db)
  if (!run) return 0
  const { tenantId, organizationId, span, cursorAt, cursorId } = run
  const ctx = { em, encryption, now, scope: { tenantId, organizationId } }
  const after: After | null = cursorAt && cursorId ? { at: cursorAt, id: cursorId } : null
  const chosen = await chooseInSpan(db, ctx.scope, span, after, run.attempts === 0 ? STEP : 1)
  const step = firstOf(chosen, TOGETHER_BYTES)
  const renewal = setInterval(() => void renew(em, run), LEASE_MS / 3).unref()
  const applied = await applyStep(ctx, run, step).finally(() => clearInterval(renewal))
  await endStep(db, run, step, sumUp(step, applied).effects)
  return Math.max(1, step.length)
}

async function applyStep(ctx: ReplayContext, run: Run, step: Chosen[]): Promise<AppliedAgain> {
  const [first] = step
  if (!first || run.attempts < MAX_DEATHS) {
    const ids = step.map(({ id }) => id)
    return applyAgain(ctx, ids, 'keep')
  }
  logger.error('delivery could not be replayed', {
    replayId: run.id,
    deliveryId: first.id,
    reason: ENDED_WHILE_APPLYING,
  })
  await markFailedAgain(dbOf(ctx.em.fork()), ctx.scope, first.id, ENDED_WHILE_APPLYING, ctx.now)
  return { results: new Map([[first.id, { error: ENDED_WHILE_APPLYING }]]), made: NOTHING_MADE }
}

/** By the database's clock, so that a process whose clock is wrong takes nobody's. */
async function claimRun(db: Db): Promise<Run | null> {
  const { rows } = await sql<Run>`
    update cc_replays r
    set claimed_until = ${leased()}, turn_at = now(), attempts = attempts + 1
    where r.id = (
      select open.id from cc_replays open
      where open.finished_at is null and (open.claimed_until is null or open.claimed_until < now())
      order by (select max(turn_at) from cc_replays theirs
                where theirs.tenant_id = open.tenant_id and theirs.turn_at > theirs.created_at) nulls first,
               open.turn_at, open.id
      limit 1 for update skip locked)
    returning r.id, r.tenant_id as "tenantId", r.organization_id as "organizationId", r.span,
              r.cursor_at as "cursorAt", r.cursor_id as "cursorId", r.attempts - 1 as attempts`.execute(db)
  return rows[0] ?? null
}

async function renew(em: EntityManager, run: Run): Promise<void> {
  try {
    await sql`update cc_replays set claimed_until = ${leased()} where ${isStillOf(run)}`.execute(
      dbOf(em.fork()),
    )
  } catch (error) {
    logger.warn('lease not renewed', { replayId: run.id, reason: describeFailure(error) })
  }
}

function leased() {
  return sql`now() + make_interval(secs => ${LEASE_MS / 1_000})`
}

/** Nobody has taken this step over, nor ended it: both are told by where it stands and how often it was begun. */
function isStillOf({ id, tenantId, organizationId, cursorId, attempts }: Run) {
  return sql`id = ${id} and tenant_id = ${tenantId} and organization_id = ${organizationId}
    and attempts = ${attempts + 1} and cursor_id is not distinct from ${cursorId}::uuid and finished_at is null`
}

/** One that was overtaken leaves the counting to whoever has the step now, so that nothing counts twice. */
async function endStep(
  db: Db,
  run: Run,
  step: Chosen[],
  { failed, messages, statuses }: ReplayEffects,
): Promise<void> {
  const last = step.at(-1)
  await sql`
    update cc_replays
    set done = done + ${step.length}, failed = failed + ${failed}, messages = messages + ${messages},
        statuses = statuses + ${statuses}, claimed_until = null, attempts = 0,
        cursor_at = coalesce(${last?.receivedAt ?? null}::timestamptz, cursor_at),
        cursor_id = coalesce(${last?.id ?? null}::uuid, cursor_id),
        finished_at = case when ${last === undefined} then now() end
    where ${isStillOf(run)}`.execute(db)
}
