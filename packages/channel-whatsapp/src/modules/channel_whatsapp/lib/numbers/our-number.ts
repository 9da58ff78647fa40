import { notFound } from '@open-mercato/communication-channels/modules/communication_channels/lib/errors'
import { type ConnectionRow, type NumberRow, selectNumbers } from '../connections/connection-statements.ts'
import { graphAccess, readCredentials } from '../connections/read-credentials.ts'
import { requireConnection } from '../connections/save-connection.ts'
import type { GraphAccess, WhatsAppCredentials } from '../credentials.ts'
import { knownProblem } from '../errors/known-problem.ts'
import { managementFailure } from '../graph/management-failure.ts'
import { needsReauthorisation } from '../graph/send-failure.ts'
import type { ProviderContext } from '../provider-context.ts'
import { requireReauthorisation } from '../reauthorisation.ts'

/** A connection, and what its calls of Graph are made with. */
export interface OurConnection {
  connection: ConnectionRow
  credentials: WhatsAppCredentials
  access: GraphAccess
}

export interface OurNumber extends OurConnection {
  number: NumberRow
}

/** @throws ChannelError 404; 422 `credentials_missing` */
export async function ourConnection(ctx: ProviderContext, connectionId: string): Promise<OurConnection> {
  const connection = await requireConnection(ctx, connectionId)
  const credentials = await readCredentials(ctx.resolve, connection.credentialsId, ctx.scope)
  if (!credentials) throw knownProblem('credentials_missing')
  return { connection, credentials, access: await graphAccess(ctx.resolve, credentials, ctx.scope) }
}

/** @throws ChannelError 404; 422 `credentials_missing` */
export async function ourNumber(
  ctx: ProviderContext,
  connectionId: string,
  channelId: string,
): Promise<OurNumber> {
  const owner = await ourConnection(ctx, connectionId)
  const numbers = await selectNumbers(ctx.db, ctx.scope)
  const number = numbers.find((one) => one.connectionId === connectionId && one.channelId === channelId)
  if (!number) throw notFound('number')
  return { ...owner, number }
}

/** Calls Graph for a person: what it refuses is told to them, and that a new token is needed to everybody. */
export async function askMeta<T>(
  ctx: ProviderContext,
  { connection }: OurConnection,
  ask: () => Promise<T>,
  toldAs: (failure: unknown) => unknown = managementFailure,
): Promise<T> {
  try {
    return await ask()
  } catch (failure) {
    if (needsReauthorisation(failure)) {
      const channel = { connectionId: connection.id }
      await requireReauthorisation({ scope: ctx.scope, channel, resolve: ctx.resolve })
    }
    throw toldAs(failure)
  }
}
