import type { EntityManager } from '@mikro-orm/postgresql'
import { isIntegrationEnabled } from '@open-mercato/communication-channels/modules/communication_channels/lib/connection'
import { type Db, dbOf } from '@open-mercato/communication-channels/modules/communication_channels/lib/db'
import type { AppContainer } from '@open-mercato/shared/lib/di/container'
import { createLogger } from '@open-mercato/shared/lib/logger'
import { selectConnections } from '../connections/connection-statements.ts'
import { refreshConnection } from '../connections/refresh-connection.ts'
import { PROVIDER_KEY } from '../provider.ts'
import { providerContext } from '../provider-context.ts'
import { claimDue, type DueConnection, LEASE_MS, renewDue, writeNextRead } from './claim-due.ts'
import { nextRead } from './next-read.ts'

/** Of thousands that are due at once, this many are asked about at a beat of the clock; the others wait their turn. */
export const MOST_AT_ONCE = 20

/** After what nobody foresaw. */
const AGAIN_MS = 30 * 60_000

const logger = createLogger('channel_whatsapp.rereading')

export interface Rereading {
  newContainer(): Promise<AppContainer>
  now(): Date
  /** From 0 to 1. */
  random(): number
}

/**
 * Asks Graph anew for the connections that are due, one after the other. What goes wrong with one is written on it and
 * keeps none of the others.
 *
 * @returns how many were due
 */
export async function rereadDue(rereading: Rereading): Promise<number> {
  let count = 0
  while (count < MOST_AT_ONCE && (await rereadOne(rereading))) count++
  return count
}

async function rereadOne({ newContainer, now, random }: Rereading): Promise<boolean> {
  const container = await newContainer()
  const due = await claimDue(dbOf(container.resolve<EntityManager>('em')), now())
  if (!due) return false
  const ctx = { ...providerContext(container, due.scope, null), now: now() }
  const renewal = setInterval(() => void renew(ctx.db, due, now()), LEASE_MS / 3).unref()
  try {
    const [connection] = await selectConnections(ctx.db, ctx.scope, due.id)
    // Who switched it off wants nothing asked; that it is on again is noticed within hours.
    const isWanted = connection && (await isIntegrationEnabled(ctx.resolve, PROVIDER_KEY, ctx.scope))
    if (isWanted) await refreshConnection(ctx, connection, { isAskedFor: false, random: random() })
    else await writeNextRead(ctx.db, ctx.scope, due.id, nextRead(false, ctx.now, random()))
  } catch (err) {
    logger.error('a connection could not be read again', { connectionId: due.id, err })
    await writeNextRead(ctx.db, ctx.scope, due.id, new Date(ctx.now.getTime() + AGAIN_MS))
  } finally {
    clearInterval(renewal)
  }
  return true
}

async function renew(db: Db, due: DueConnection, now: Date): Promise<void> {
  await renewDue(db, due, now).catch((err: unknown) => {
    logger.warn('lease not renewed', { connectionId: due.id, err })
  })
}
