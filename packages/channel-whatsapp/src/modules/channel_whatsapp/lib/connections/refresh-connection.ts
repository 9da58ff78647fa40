import { databaseNow, sql } from '@open-mercato/communication-channels/modules/communication_channels/lib/db'
import { GraphError, GraphUnreachable } from '../graph/graph-error.ts'
import { listNumbers } from '../graph/list-numbers.ts'
import { listTemplates } from '../graph/list-templates.ts'
import { type GraphAccount, readAccount } from '../graph/read-account.ts'
import { isPassing, needsReauthorisation } from '../graph/send-failure.ts'
import { takeNumbers } from '../numbers/take-numbers.ts'
import type { ProviderContext } from '../provider-context.ts'
import { tellMarketplace } from '../reauthorisation.ts'
import { writeNextRead } from '../rereading/claim-due.ts'
import { nextRead } from '../rereading/next-read.ts'
import { replaceTemplates } from '../templates/template-statements.ts'
import { connectionDirectory } from './connection-directory.ts'
import type { ConnectionRow } from './connection-statements.ts'
import { graphAccess, readCredentials } from './read-credentials.ts'

const ASKED_FOR = { isAskedFor: true, random: 0.5 }

/**
 * Asks Graph for a connection's numbers and templates and keeps them. Every number becomes a channel of the hub.
 * That Graph refuses is no failure of the call: it is written on the connection, where people see it.
 *
 * @param isAskedFor by a person; what the clock asked for and failed in passing leaves the connection as it was
 * @param random     from 0 to 1: when it is read the next time
 */
export async function refreshConnection(
  ctx: ProviderContext,
  connection: ConnectionRow,
  { isAskedFor, random } = ASKED_FOR,
): Promise<void> {
  let wasRead = false
  try {
    const credentials = await readCredentials(ctx.resolve, connection.credentialsId, ctx.scope)
    if (!credentials) throw new Error('The credentials are missing or incomplete.')
    const access = await graphAccess(ctx.resolve, credentials, ctx.scope)
    const numbers = await listNumbers(access, connection.businessAccountId)
    if (!numbers.some((number) => number.id === connection.phoneNumberId)) {
      throw new Error(`The account has no number with the ID ${connection.phoneNumberId}.`)
    }
    const account = await readAccount(access, connection.businessAccountId)
    const templates = await listTemplates(access, connection.businessAccountId)
    await keepAccount(ctx, connection.id, account)
    await takeNumbers(ctx, connection, account, numbers)
    await replaceTemplates(ctx.db, ctx.scope, connection.id, templates, ctx.now)
    await writeStatus(ctx, connection.id, 'connected', null)
    wasRead = true
  } catch (error) {
    const status = needsReauthorisation(error) ? 'requires_reauth' : 'error'
    if (isAskedFor || !isPassing(error)) await writeStatus(ctx, connection.id, status, describe(error))
  }
  // A person's request comes with the clock of the web, which need not be right.
  const now = isAskedFor ? await databaseNow(ctx.db) : ctx.now
  await writeNextRead(ctx.db, ctx.scope, connection.id, nextRead(wasRead, now, random))
  await tellMarketplace(ctx.resolve, ctx.scope)
  ;(await connectionDirectory(ctx.em)).forget()
}

async function keepAccount(
  { db, scope, now }: ProviderContext,
  id: string,
  { name, portfolio }: GraphAccount,
): Promise<void> {
  await sql`
    update wa_connections
    set account_name = coalesce(${name}, account_name), portfolio_id = coalesce(${portfolio?.id ?? null}, portfolio_id),
        portfolio_name = coalesce(${portfolio?.name ?? null}, portfolio_name), updated_at = ${now}
    where id = ${id} and tenant_id = ${scope.tenantId} and organization_id = ${scope.organizationId}`.execute(
    db,
  )
}

export async function writeStatus(
  ctx: ProviderContext,
  id: string,
  status: 'connected' | 'error' | 'requires_reauth',
  lastError: string | null,
): Promise<void> {
  await sql`
    update wa_connections
    set status = ${status}, last_error = ${lastError}, updated_at = ${ctx.now},
        templates_synced_at = case when ${status} = 'connected' then ${ctx.now}::timestamptz else templates_synced_at end
    where id = ${id} and tenant_id = ${ctx.scope.tenantId}
      and organization_id = ${ctx.scope.organizationId}`.execute(ctx.db)
}

function describe(error: unknown): string {
  if (error instanceof GraphError) return error.details ?? error.message
  if (error instanceof GraphUnreachable) return error.message
  if (error instanceof Error && error.name === 'ZodError') return 'Meta’s answer could not be read.'
  // Ours are plain ones. A database's message carries statements and values, which are nobody's to read here.
  const isOurs = error instanceof Error && error.name === 'Error' && !('code' in error)
  return isOurs ? error.message : 'The connection could not be checked.'
}
