import { setTimeout as delay } from 'node:timers/promises'
import { createLogger } from '@open-mercato/shared/lib/logger'
import { type Db, dbOf } from '../../db.ts'
import { describeFailure } from '../../describe-failure.ts'
import { CONSENTS_QUEUE, nudge, OUTGOING_EVENTS_QUEUE, UPLOADS_QUEUE } from '../../nudge.ts'
import type { SenderClock } from '../clock.ts'
import type { OutboxContext } from '../outbox-context.ts'
import { restNumber } from '../pace/number-pace.ts'
import { type FailedAttempt, recordFailure } from './record-failure.ts'
import { recordSent, type SentMessage } from './record-sent.ts'

export interface Recorder {
  /** Resolves when it is written down, with others that came at about the same time. */
  sent(sent: SentMessage): Promise<void>
  failed(failed: FailedAttempt): Promise<void>
}

interface Waiting<T> {
  what: T
  done(): void
  fail(error: unknown): void
}

const FOLD_MS = 20
const TRIES = 5

const logger = createLogger('communication_channels.outbox')

/**
 * Writes outcomes down, those of about the same time together: a commit costs the same for one and for twenty. What the
 * provider answered must not be lost to a hiccup of the database. When it stays away, the lease ends and the message
 * becomes `unknown`, until its status tells.
 */
export function createRecorder(ctx: OutboxContext, clock: SenderClock): Recorder {
  let waiting: Waiting<SentMessage>[] = []
  let isWriting = false
  let failures: Promise<void> = Promise.resolve()

  const commit = (write: (db: Db) => Promise<void>) => ctx.em.fork().transactional((tx) => write(dbOf(tx)))

  async function writeSent(): Promise<void> {
    await delay(FOLD_MS)
    while (waiting.length > 0) {
      const some = waiting
      waiting = []
      await writeTogether(some)
      nudge(OUTGOING_EVENTS_QUEUE)
    }
    isWriting = false
  }

  async function writeTogether(some: Waiting<SentMessage>[]): Promise<void> {
    try {
      const sent = some.map(({ what }) => what)
      await commit((db) => recordSent(db, ctx.encryption, sent, clock.now()))
      for (const { done } of some) done()
    } catch (error) {
      logger.warn('outcomes are recorded one by one', { reason: describeFailure(error) })
      for (const { what, done, fail } of some) {
        await persist(() => commit((db) => recordSent(db, ctx.encryption, [what], clock.now()))).then(
          done,
          fail,
        )
      }
    }
  }

  async function writeFailure(failed: FailedAttempt): Promise<void> {
    await persist(() => commit((db) => recordFailure(db, ctx.encryption, failed, clock.now(), ctx.random())))
    if (failed.blame === 'rate') await restNumber(dbOf(ctx.em.fork()), failed.message.channelId, clock)
    if (failed.end.outcome === 'files_missing') nudge(UPLOADS_QUEUE)
    if (failed.end.error.endsConsent) nudge(CONSENTS_QUEUE)
    nudge(OUTGOING_EVENTS_QUEUE)
  }

  return {
    sent: (what) =>
      new Promise<void>((done, fail) => {
        waiting.push({ what, done, fail })
        if (isWriting) return
        isWriting = true
        void writeSent()
      }),
    failed(failed) {
      const written = failures.then(() => writeFailure(failed))
      failures = written.catch(() => undefined)
      return written
    },
  }
}

async function persist(write: () => Promise<void>): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await write()
    } catch (error) {
      if (tries === TRIES) throw error
      await delay(100 * 2 ** tries)
    }
  }
}
