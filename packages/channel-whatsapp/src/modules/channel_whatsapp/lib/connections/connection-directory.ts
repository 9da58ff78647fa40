import type { EntityManager } from '@mikro-orm/postgresql'
import type { Resolve } from '@open-mercato/communication-channels/modules/communication_channels/lib/adapter/connection-input'
import { listChannels } from '@open-mercato/communication-channels/modules/communication_channels/lib/channels/list-channels'
import { isIntegrationEnabled } from '@open-mercato/communication-channels/modules/communication_channels/lib/connection'
import {
  type Db,
  dbOf,
  sql,
} from '@open-mercato/communication-channels/modules/communication_channels/lib/db'
import type { TenantEncryptionService } from '@open-mercato/communication-channels/modules/communication_channels/lib/encryption-service'
import type { Scope } from '@open-mercato/communication-channels/modules/communication_channels/lib/scope'
import { getOrm } from '@open-mercato/shared/lib/db/mikro'
import { type AppContainer, createRequestContainer } from '@open-mercato/shared/lib/di/container'
import { PROVIDER_KEY } from '../provider.ts'
import { Believed } from './believed.ts'
import { selectConnections } from './connection-statements.ts'
import { readCredentials } from './read-credentials.ts'

/** All that receiving a webhook needs to know of a connection. */
export interface KnownConnection {
  id: string
  scope: Scope
  isEnabled: boolean
  appSecret: string
  verifyToken: string
  /** The tenant's data key, for the journal. */
  dek: string
  numbers: { id: string; isEnabled: boolean }[]
  /** Keys of the organisation's other connections of the same Meta app, by their account's id. */
  siblings: ReadonlyMap<string, string>
}

/** As `save-connection.ts` makes them; anything else need not be looked for. */
const KEY = /^[\w-]{32}$/

/**
 * Connections by the key in their webhook URL. A webhook is answered from here, so that a burst of deliveries asks
 * the database twice a second and not once each. Changes in the same process count at once (`forget`).
 */
export class ConnectionDirectory {
  readonly em: EntityManager
  readonly newContainer: () => Promise<AppContainer>
  private readonly connections: Believed<KnownConnection>

  constructor(em: EntityManager, newContainer: () => Promise<AppContainer>) {
    this.em = em
    this.newContainer = newContainer
    this.connections = new Believed(async (key) => loadConnection(await newContainer(), key))
  }

  async find(key: string): Promise<KnownConnection | null> {
    return KEY.test(key) ? this.connections.find(key) : null
  }

  /** Whether the key is known to be a connection's, without asking the database. */
  holds(key: string): boolean {
    return this.connections.holds(key)
  }

  forget(): void {
    this.connections.forget()
  }
}

/** Across tenants on purpose: the key is what says whose connection it is. */
async function loadConnection(container: AppContainer, key: string): Promise<KnownConnection | null> {
  const em = container.resolve<EntityManager>('em')
  const db = dbOf(em)
  const { rows } = await sql<{ id: string; credentialsId: string } & Scope>`
    select id, credentials_id as "credentialsId", tenant_id as "tenantId", organization_id as "organizationId"
    from wa_connections where key = ${key} and deleted_at is null`.execute(db)
  const row = rows[0]
  if (!row) return null
  const scope: Scope = { tenantId: row.tenantId, organizationId: row.organizationId }
  const resolve = <T>(name: string) => container.resolve<T>(name)
  const [credentials, isEnabled, channels, dek] = await Promise.all([
    readCredentials(resolve, row.credentialsId, scope),
    isIntegrationEnabled(resolve, PROVIDER_KEY, scope),
    listChannels(db, scope, row.id),
    container.resolve<TenantEncryptionService>('tenantEncryptionService').getDek(scope.tenantId),
  ])
  if (!credentials || !dek) throw new Error('The secrets of the connection are not available')
  return {
    id: row.id,
    scope,
    isEnabled,
    appSecret: credentials.appSecret,
    verifyToken: credentials.webhookVerifyToken,
    dek: dek.key,
    numbers: channels.map((channel) => ({ id: channel.externalIdentifier, isEnabled: channel.isEnabled })),
    siblings: await siblingsOf(db, resolve, scope, row.id, credentials.appSecret),
  }
}

/** The app is known by its secret: that is what deliveries of all its accounts are signed with. */
async function siblingsOf(
  db: Db,
  resolve: Resolve,
  scope: Scope,
  id: string,
  appSecret: string,
): Promise<Map<string, string>> {
  const others = (await selectConnections(db, scope)).filter((one) => one.id !== id)
  const secrets = await Promise.all(others.map((one) => readCredentials(resolve, one.credentialsId, scope)))
  const siblings = others.filter((_, index) => secrets[index]?.appSecret === appSecret)
  return new Map(siblings.map(({ businessAccountId, key }) => [businessAccountId, key]))
}

const directories = new WeakMap<object, ConnectionDirectory>()

/** One directory a database and process. */
export async function connectionDirectory(em?: EntityManager): Promise<ConnectionDirectory> {
  const owner = em ?? (await getOrm()).em
  const connection = owner.getConnection()
  let directory = directories.get(connection)
  if (!directory) {
    directory = new ConnectionDirectory(owner.fork(), createRequestContainer)
    directories.set(connection, directory)
  }
  return directory
}
