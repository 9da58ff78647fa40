import type { EntityManager } from '@mikro-orm/postgresql'
import { isIntegrationEnabled } from '@open-mercato/communication-channels/modules/communication_channels/lib/connection'
import { dbOf } from '@open-mercato/communication-channels/modules/communication_channels/lib/db'
import { describeFailure } from '@open-mercato/communication-channels/modules/communication_channels/lib/describe-failure'
import type { AppContainer } from '@open-mercato/shared/lib/di/container'
import { createLogger } from '@open-mercato/shared/lib/logger'
import { selectConnections } from '../../connections/connection-statements.ts'
import { graphAccess, readCredentials } from '../../connections/read-credentials.ts'
import { needsReauthorisation } from '../../graph/send-failure.ts'
import { PROVIDER_KEY } from '../../provider.ts'
import { type ProviderContext, providerContext } from '../../provider-context.ts'
import { requireReauthorisation } from '../../reauthorisation.ts'
import { MOST_ATTEMPTS } from './after-trouble.ts'
import { claimRun, failRun, type HeldRun } from './hold-run.ts'
import { type SyncClock, syncTemplates } from './sync-templates.ts'

const logger = createLogger('channel_whatsapp.template-syncs')

export interface SyncWork {
  newContainer(): Promise<AppContainer>
  clock: SyncClock
}

/**
 * Does the sync that has waited longest, if one is due: asked for by a person, or cut off before.
 *
 * @returns how many were due
 */
export async function workSyncs({ newContainer, clock }: SyncWork): Promise<number> {
  const container = await newContainer()
  const run = await claimRun(dbOf(container.resolve<EntityManager>('em')), clock.now())
  if (!run) return 0
  const ctx = { ...providerContext(container, run.scope, null), now: clock.now() }
  try {
    await work(ctx, run, clock)
  } catch (error) {
    const { id: runId, connectionId } = run
    logger.warn('templates could not be synced', { runId, connectionId, reason: describeFailure(error) })
    if (needsReauthorisation(error)) await requireReauthorisation({ ...ctx, channel: { connectionId } })
  }
  return 1
}

async function work(ctx: ProviderContext, run: HeldRun, clock: SyncClock): Promise<void> {
  const end = (sentence: string) => failRun(ctx.db, run, sentence, clock.now())
  if (run.attempt > MOST_ATTEMPTS) return end(`It was cut off ${MOST_ATTEMPTS} times.`)
  const [connection] = await selectConnections(ctx.db, ctx.scope, run.connectionId)
  if (!connection) return end('The connection was removed.')
  if (!(await isIntegrationEnabled(ctx.resolve, PROVIDER_KEY, ctx.scope))) {
    return end('WhatsApp is switched off.')
  }
  const credentials = await readCredentials(ctx.resolve, connection.credentialsId, ctx.scope)
  if (!credentials) return end('The credentials are missing or incomplete.')
  const access = await graphAccess(ctx.resolve, credentials, ctx.scope)
  await syncTemplates({ ...ctx, connection, access, clock }, run)
}
