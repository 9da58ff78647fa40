import type { EntityManager } from '@mikro-orm/postgresql'
import {
  type ConnectionRow,
  selectConnections,
} from '@open-mercato/channel-whatsapp/modules/channel_whatsapp/lib/connections/connection-statements'
import { INTEGRATION_ID } from '@open-mercato/channel-whatsapp/modules/channel_whatsapp/lib/provider'
import { dbOf } from '@open-mercato/communication-channels/modules/communication_channels/lib/db'
import { runCommand } from '@open-mercato/communication-channels/modules/communication_channels/lib/run-command'
import type { Scope } from '@open-mercato/communication-channels/modules/communication_channels/lib/scope'
import { seededTenants } from '@open-mercato/core/host/accounts'
import type { Host } from '@open-mercato/core/host/host'
import { Organization } from '@open-mercato/core/modules/directory/data/entities'
import type { SimulatorAccount } from '@open-mercato/whatsapp-simulator'

/**
 * Connects each demonstration tenant to its account at the simulator, as its administrator would: enters the
 * credentials, switches WhatsApp on and subscribes the webhook. A tenant that has credentials keeps them, so that
 * somebody's own connection survives a restart.
 *
 * @param callbackBase where the simulator reaches this server
 */
export async function connectDemo(
  host: Host,
  simulator: { url: string; accounts: readonly SimulatorAccount[] },
  callbackBase: string,
): Promise<void> {
  for (const [index, { slug }] of seededTenants.entries()) {
    const account = simulator.accounts[index]
    if (account) await connectTenant(host, slug, account, simulator.url, callbackBase)
  }
}

async function connectTenant(
  host: Host,
  slug: string,
  account: SimulatorAccount,
  simulatorUrl: string,
  callbackBase: string,
): Promise<void> {
  const container = host.createContainer()
  const em = container.resolve<EntityManager>('em')
  const organization = await em.findOneOrFail(Organization, { slug }, { populate: ['tenant'] })
  const scope = { tenantId: organization.tenant.id, organizationId: organization.id }
  const system = { container, auth: null, scope }
  const target = { ...scope, integrationId: INTEGRATION_ID }

  if (!(await findDefaultConnection(em, scope))) {
    await runCommand(system, 'integrations.credentials.save', {
      ...target,
      credentials: credentialsOf(account),
    })
    await runCommand(system, 'integrations.state.update', { ...target, isEnabled: true })
  }
  await container.resolve<HealthService>('integrationHealthService').runHealthCheck(INTEGRATION_ID, scope)
  const connection = await findDefaultConnection(em, scope)
  if (connection?.businessAccountId !== account.wabaId) return
  await subscribe(simulatorUrl, account, `${callbackBase}/api/channel_whatsapp/webhook/${connection.key}`)
}

interface HealthService {
  runHealthCheck(integrationId: string, scope: Scope): Promise<unknown>
}

async function findDefaultConnection(em: EntityManager, scope: Scope): Promise<ConnectionRow | undefined> {
  return (await selectConnections(dbOf(em.fork()), scope)).find((connection) => connection.isDefault)
}

function credentialsOf(account: SimulatorAccount): Record<string, string> {
  return {
    accessToken: account.accessToken,
    phoneNumberId: account.numbers[0]!.id,
    businessAccountId: account.wabaId,
    webhookVerifyToken: account.verifyToken,
    appSecret: account.appSecret,
    appId: account.appId,
  }
}

/** As at Meta: the account's own callback, confirmed by the handshake at this moment. */
async function subscribe(simulatorUrl: string, account: SimulatorAccount, callback: string): Promise<void> {
  const response = await fetch(`${simulatorUrl}/v26.0/${account.wabaId}/subscribed_apps`, {
    method: 'POST',
    headers: { authorization: `Bearer ${account.accessToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({ override_callback_uri: callback, verify_token: account.verifyToken }),
  })
  if (!response.ok) throw new Error(`The simulator did not take the webhook: ${await response.text()}`)
}
