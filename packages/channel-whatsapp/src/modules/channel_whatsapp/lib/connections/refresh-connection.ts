import {
  databaseClock,
  databaseNow,
  sql,
} from '@open-mercato/communication-channels/modules/communication_channels/lib/db'
import type { GraphAccess } from '../credentials.ts'
import { listNumbers } from '../graph/list-numbers.ts'
import { type GraphAccount, readAccount } from '../graph/read-account.ts'
import { isPassing, needsReauthorisation } from '../graph/send-failure.ts'
import { takeNumbers } from '../numbers/take-numbers.ts'
import type { ProviderContext } from '../provider-context.ts'
import { tellMarketplace } from '../reauthorisation.ts'
import { writeNextRead } from '../rereading/claim-due.ts'
import { nextRead } from '../rereading/next-read.ts'
import { askForSync } from '../templates/sync/ask-for-sync.ts'
import { claimRun } from '../templates/sync/hold-run.ts'
import { NO_PATIENCE } from '../templates/sync/patiently.ts'
import { syncTemplates } from '../templates/sync/sync-templates.ts'
import { connectionDirectory } from './connection-directory.ts'
import type { ConnectionRow } from './connection-statements.ts'
import { graphAccess, readCredentials } from './read-credentials.ts'
import { troubleInWords } from './trouble-in-words.ts'

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
    await keepAccount(ctx, connection.id, account)
    await takeNumbers(ctx, connection, account, numbers)
    await readTemplates(ctx, connection, access, isAskedFor)
    await writeStatus(ctx, connection.id, 'connected', null)
    wasRead = true
  } catch (error) {
    const status = needsReauthorisation(error) ? 'requires_reauth' : 'error'
    const words = troubleInWords(error, 'The connection could not be checked.')
    if (isAskedFor || !isPassing(error)) await writeStatus(ctx, connection.id, status, words)
  }
  // A person's request comes with the clock of the web, which need not be right.
  const now = isAskedFor ? await databaseNow(ctx.db) : ctx.now
  await writeNextRead(ctx.db, ctx.scope, connection.id, nextRead(wasRead, now, random))
  await tellMarketplace(ctx.resolve, ctx.scope)
  ;(await connectionDirectory(ctx.em)).forget()
}

/** Trouble that may pass leaves the sync to the clock (`lib/templates/sync/`), and the connection as connected as it is. */
async function readTemplates(
  ctx: ProviderContext,
  connection: ConnectionRow,
  access: GraphAccess,
  isAskedFor: boolean,
): Promise<void> {
  const now = isAskedFor ? await databaseClock(ctx.db) : runningFrom(ctx.now)
  await askForSync(ctx.db, ctx.scope, connection.id, isAskedFor ? 'connection' : 'clock', now())
  const run = await claimRun(ctx.db, now(), connection.id)
  if (run) await syncTemplates({ ...ctx, connection, access, clock: { now, ...NO_PATIENCE } }, run)
}

function runningFrom(start: Date): () => Date {
  const began = start.getTime() - performance.now()
  return () => new Date(began + performance.now())
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
    set status = ${status}, last_error = ${lastError}, updated_at = ${ctx.now}
    where id = ${id} and tenant_id = ${ctx.scope.tenantId}
      and organization_id = ${ctx.scope.organizationId}`.execute(ctx.db)
}
