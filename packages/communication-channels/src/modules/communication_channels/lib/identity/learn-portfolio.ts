import { type Db, sql } from '../db.ts'
import { accountNamespace, namespaceOf } from './namespace.ts'
import { holdRealm } from './realm.ts'
import { rekeyNamespace } from './rekey-namespace.ts'

interface Row {
  id: string
  tenantId: string
  organizationId: string
  providerKey: string
  accountIdentifier: string | null
  portfolioIdentifier: string
}

/**
 * The portfolio of a channel is its whole account's: every number of the account is in it, and the user ids that were
 * keyed by the account are the portfolio's from now on. Nothing happens where that was known.
 */
export async function learnPortfolio(db: Db, channelId: string, now: Date): Promise<void> {
  const { rows } = await sql<Row>`
    select id, tenant_id as "tenantId", organization_id as "organizationId", provider_key as "providerKey",
           account_identifier as "accountIdentifier", portfolio_identifier as "portfolioIdentifier"
    from cc_communication_channels where id = ${channelId}`.execute(db)
  const channel = rows[0]!
  await holdRealm(db, channel)
  await sql`
    update cc_communication_channels
    set portfolio_identifier = ${channel.portfolioIdentifier}, updated_at = now()
    where tenant_id = ${channel.tenantId} and organization_id = ${channel.organizationId}
      and provider_key = ${channel.providerKey} and account_identifier = ${channel.accountIdentifier}
      and portfolio_identifier is null`.execute(db)
  await rekeyNamespace(db, channel, accountNamespace(channel), namespaceOf(channel), now)
}
