import { setTimeout as delay } from 'node:timers/promises'
import type { EntityManager } from '@mikro-orm/postgresql'
import { createLogger } from '@open-mercato/shared/lib/logger'
import type { Resolve, SendOutcome } from '../adapter.ts'
import { getChannelAdapter } from '../adapter-registry-singleton.ts'
import { credentialsOf, isIntegrationEnabled } from '../connection.ts'
import { isFreeForm } from '../content/message-content.ts'
import { dbOf } from '../db.ts'
import { describeFailure } from '../describe-failure.ts'
import type { TenantEncryptionService } from '../encryption-service.ts'
import { nudge, UPLOADS_QUEUE } from '../nudge.ts'
import { decideSend } from '../policy/send-policy.ts'
import { callAdapter } from './call-adapter.ts'
import { type ClaimedMessage, claimMessages } from './claim-messages.ts'
import { loadSend } from './load-send.ts'
import { giveUpLostAttempts } from './lost-attempts.ts'
import { type AttemptEnd, notThere, withMissingFiles } from './missing-files.ts'
import { fileIdsOf, nameFiles } from './name-files.ts'
import { recordOutcome } from './record-outcome.ts'

/** Messages that one sender has under way at once, each of another conversation. */
const BATCH = 20

const logger = createLogger('communication_channels.outbox')

export interface OutboxContext {
  em: EntityManager
  encryption: TenantEncryptionService
  resolve: Resolve
  now: () => Date
  random: () => number
}

/**
 * Sends what is due. Claim and attempt are committed before the provider is asked, and its answer in a
 * transaction of its own afterwards: whatever dies in between, the attempt is on record and nothing is sent twice.
 *
 * @returns how many messages were worked on; call again until it is 0
 */
export async function sendMessages(ctx: OutboxContext): Promise<number> {
  await ctx.em.fork().transactional((tx) => giveUpLostAttempts(dbOf(tx), ctx.now()))
  const claimed = await ctx.em.fork().transactional((tx) => claimMessages(dbOf(tx), ctx.now(), BATCH))
  const sent = await Promise.allSettled(claimed.map((message) => sendOne(ctx, message)))
  for (const result of sent) {
    if (result.status === 'rejected')
      logger.error('an outcome could not be recorded', { reason: describeFailure(result.reason) })
  }
  return claimed.length
}

async function sendOne(ctx: OutboxContext, message: ClaimedMessage): Promise<void> {
  const outcome = await attempt(ctx, message)
  if (outcome.outcome !== 'sent') {
    logger.warn('message not sent', {
      messageId: message.id,
      outcome: outcome.outcome,
      code: outcome.error.code,
    })
  }
  await record(ctx, message, outcome)
  if (outcome.outcome === 'files_missing') nudge(UPLOADS_QUEUE)
}

const RECORD_TRIES = 5

/**
 * What the provider answered must not be lost to one hiccup of the database. When it stays away, the lease ends and
 * the message becomes `unknown`, until its status tells.
 */
async function record(ctx: OutboxContext, message: ClaimedMessage, outcome: AttemptEnd): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await ctx.em
        .fork()
        .transactional((tx) => recordOutcome(dbOf(tx), message, outcome, ctx.now(), ctx.random()))
    } catch (error) {
      if (tries === RECORD_TRIES) throw error
      await delay(100 * 2 ** tries)
    }
  }
}

/** Asks the policy once more, because hours may have passed since the message was queued; then the provider. */
async function attempt(ctx: OutboxContext, message: ClaimedMessage): Promise<AttemptEnd> {
  const prepared = await prepare(ctx, message)
  if ('outcome' in prepared) return prepared
  return withMissingFiles(await callAdapter(prepared.adapter, prepared.input), prepared.names)
}

async function prepare(ctx: OutboxContext, message: ClaimedMessage) {
  try {
    const send = await loadSend(dbOf(ctx.em.fork()), ctx.encryption, message)
    const adapter = getChannelAdapter(send.providerKey)
    if (!adapter) return notSent('provider_missing', `No provider "${send.providerKey}" is mounted.`, true)
    const decision = decideSend({
      now: ctx.now(),
      isFreeForm: isFreeForm(send.input.content),
      channel: {
        isEnabled:
          send.isChannelEnabled && (await isIntegrationEnabled(ctx.resolve, send.providerKey, message)),
      },
      window: { expiresAt: send.windowExpiresAt, lengthMs: adapter.rules?.windowMs ?? null },
    })
    if (decision.outcome !== 'allow') return notSent(decision.code, decision.reason, false, decision.action)
    const credentials = await credentialsOf(adapter, {
      scope: send.input.scope,
      channel: send.input.channel,
      resolve: ctx.resolve,
    })
    if (!credentials) return notSent('credentials_missing', 'The connection has no credentials.', false)
    const { scope, channel, content } = send.input
    const named = await nameFiles(dbOf(ctx.em.fork()), scope, channel.channelId, content, ctx.now())
    if (!named) return notThere(fileIdsOf(content))
    const input = { ...send.input, content: named.content, credentials, resolve: ctx.resolve }
    return { adapter, input, names: named.names }
  } catch (err) {
    logger.error('message could not be prepared', {
      messageId: message.id,
      reason: describeFailure(err),
    })
    return notSent('not_prepared', 'The message could not be prepared for sending.', true)
  }
}

/** Nothing has left yet, so this is never `unknown`. */
function notSent(
  code: string,
  message: string,
  retryable: boolean,
  action: string | null = null,
): SendOutcome {
  return { outcome: 'not_sent', error: { code, message, action }, retryable, retryAfterMs: null }
}
