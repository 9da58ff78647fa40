import type { EntityManager } from '@mikro-orm/postgresql'
import { isIntegrationEnabled } from '@open-mercato/communication-channels/modules/communication_channels/lib/connection'
import { dbOf } from '@open-mercato/communication-channels/modules/communication_channels/lib/db'
import { describeFailure } from '@open-mercato/communication-channels/modules/communication_channels/lib/describe-failure'
import { nudge } from '@open-mercato/communication-channels/modules/communication_channels/lib/nudge'
import type { AppContainer } from '@open-mercato/shared/lib/di/container'
import { createLogger } from '@open-mercato/shared/lib/logger'
import { selectConnections } from '../../connections/connection-statements.ts'
import { graphAccess, readCredentials } from '../../connections/read-credentials.ts'
import { needsReauthorisation } from '../../graph/send-failure.ts'
import { PROVIDER_KEY } from '../../provider.ts'
import { type ProviderContext, providerContext } from '../../provider-context.ts'
import { requireReauthorisation } from '../../reauthorisation.ts'
import { tellTemplatesChanged } from '../templates-changed.ts'
import { rereadAfter } from './after-trouble.ts'
import { askForSync } from './ask-for-sync.ts'
import {
  claimReread,
  endReread,
  endRereads,
  type HeldReread,
  putRereadOff,
  putRereadsOff,
} from './hold-reread.ts'
import { TEMPLATE_SYNCS_QUEUE } from './queues.ts'
import { rereadTemplate } from './reread-template.ts'

/**
 * Reading the largest account whole takes 60 calls, and Meta allows an account that is new 200 an hour: more templates
 * than this are not read one by one.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/about-the-platform
 */
const MOST_ONE_BY_ONE = 30

/** A sync that is under way may have read their pages before they changed: they wait for it, and then are asked for. */
const WHILE_SYNCING_MS = 60_000

const logger = createLogger('channel_whatsapp.template-rereads')

export interface RereadWork {
  newContainer(): Promise<AppContainer>
  now(): Date
}

/**
 * Reads the template that has waited longest, if one is due.
 *
 * @returns how many were due
 */
export async function workRereads({ newContainer, now }: RereadWork): Promise<number> {
  const container = await newContainer()
  const held = await claimReread(dbOf(container.resolve<EntityManager>('em')), now())
  if (!held) return 0
  const ctx = { ...providerContext(container, held.scope, null), now: now() }
  try {
    await work(ctx, held)
    await tellTemplatesChanged(held.scope, held.connectionId)
  } catch (error) {
    await afterTrouble(ctx, held, error)
  }
  return 1
}

async function work(ctx: ProviderContext, held: HeldReread): Promise<void> {
  const { db, scope, now } = ctx
  if (held.waiting > MOST_ONE_BY_ONE) {
    const { status } = await askForSync(db, scope, held.connectionId, 'clock', now)
    if (status === 'waiting') await endRereads(db, held, now)
    else await putRereadsOff(db, held, new Date(now.getTime() + WHILE_SYNCING_MS))
    return nudge(TEMPLATE_SYNCS_QUEUE)
  }
  const [connection] = await selectConnections(db, scope, held.connectionId)
  // Who switched it off wants nothing asked.
  const isWanted = connection && (await isIntegrationEnabled(ctx.resolve, PROVIDER_KEY, scope))
  const credentials = isWanted ? await readCredentials(ctx.resolve, connection.credentialsId, scope) : null
  if (!connection || !credentials) return endReread(db, held)
  const access = await graphAccess(ctx.resolve, credentials, scope)
  await rereadTemplate(ctx, connection, access, held)
}

async function afterTrouble(ctx: ProviderContext, held: HeldReread, error: unknown): Promise<void> {
  const { connectionId, externalId, attempt } = held
  logger.warn('a template could not be read', { connectionId, externalId, reason: describeFailure(error) })
  if (needsReauthorisation(error)) await requireReauthorisation({ ...ctx, channel: { connectionId } })
  const wait = rereadAfter(error, attempt)
  if (wait === null) await endReread(ctx.db, held)
  else await putRereadOff(ctx.db, held, new Date(ctx.now.getTime() + wait))
}
