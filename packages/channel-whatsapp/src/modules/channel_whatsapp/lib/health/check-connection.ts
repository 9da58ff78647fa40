import type { ConnectionRow } from '../connections/connection-statements.ts'
import { graphAccess, readCredentials } from '../connections/read-credentials.ts'
import { refreshConnection } from '../connections/refresh-connection.ts'
import { callGraph } from '../graph/graph-client.ts'
import { GraphError } from '../graph/graph-error.ts'
import { type GraphNumber, listNumbers } from '../graph/list-numbers.ts'
import { needsReauthorisation } from '../graph/send-failure.ts'
import type { ProviderContext } from '../provider-context.ts'
import { requireReauthorisation } from '../reauthorisation.ts'
import { type Finding, judge } from './verdict.ts'

export interface CheckedConnection {
  connection: ConnectionRow
  finding: Finding
  /** The number that stands for the connection, where Graph knows it. */
  number: GraphNumber | null
}

/**
 * Asks Graph for the numbers and the account with the stored token, so "healthy" means that Meta just answered for
 * both. What the connection was marked with before is corrected by it, either way.
 */
export async function checkConnection(
  ctx: ProviderContext,
  connection: ConnectionRow,
): Promise<CheckedConnection> {
  const credentials = await readCredentials(ctx.resolve, connection.credentialsId, ctx.scope)
  if (!credentials) {
    return { connection, number: null, finding: { status: 'unhealthy', code: 'credentials_incomplete' } }
  }
  const access = await graphAccess(ctx.resolve, credentials, ctx.scope)
  try {
    const numbers = await listNumbers(access, connection.businessAccountId)
    await callGraph(access, 'GET', `${connection.businessAccountId}?fields=id`)
    const finding = judge(connection.phoneNumberId, numbers)
    if (connection.status !== 'connected' && finding.status !== 'unhealthy') {
      await refreshConnection(ctx, connection)
    }
    return { connection, finding, number: numbers.find(({ id }) => id === connection.phoneNumberId) ?? null }
  } catch (error) {
    if (needsReauthorisation(error)) {
      const channel = { connectionId: connection.id }
      await requireReauthorisation({ scope: ctx.scope, channel, resolve: ctx.resolve })
    }
    return {
      connection,
      number: null,
      finding: { status: 'unhealthy', code: 'refused', said: describe(error) },
    }
  }
}

function describe(error: unknown): string {
  if (error instanceof GraphError) return error.details ?? error.message
  if (error instanceof Error && error.name === 'GraphUnreachable') return error.message
  return 'Meta’s answer could not be read.'
}
