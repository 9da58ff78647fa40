import { MikroORM } from '@mikro-orm/postgresql'
import {
  attachEncryption,
  type TenantDataEncryptionService,
} from '@open-mercato/shared/lib/encryption/tenantDataEncryptionService'
import type { EntityClass } from '../modules/loadModules.ts'
import { EncryptionSubscriber } from './encryptionSubscriber.ts'

const POOL = { min: 0, max: 10, idleTimeoutMillis: 30_000 }
const CONNECT_TIMEOUT_MS = 5000

/**
 * A process whose machine is gone says no goodbye. So that what it held locked is free within a minute, the database
 * asks after silent peers and ends transactions in which nothing happens.
 */
const LEAVE_NO_LOCKS = `
  set tcp_keepalives_idle = 15; set tcp_keepalives_interval = 5; set tcp_keepalives_count = 3;
  set idle_in_transaction_session_timeout = '45s'`

interface PooledClient {
  query(sql: string): Promise<unknown>
  once(event: 'end', act: () => void): unknown
  release?(isBroken: boolean): void
}

interface Pool {
  on(event: 'connect', act: (client: PooledClient) => void): unknown
}

function leaveNoLocks(pool: Pool): void {
  // Goes before whatever the connection was opened for. One that cannot even do this fails at that.
  pool.on('connect', (client) => void client.query(LEAVE_NO_LOCKS).catch(() => undefined))
}

const GIVEN_BACK_WITHIN_MS = 1000

/**
 * A transaction whose connection was lost cannot be rolled back, and then Kysely never gives the connection back: every
 * restart of the database would leave the pool smaller, until nobody gets any.
 */
function takeBackLost(pool: Pool): void {
  pool.on('connect', (client) => {
    client.once('end', () => {
      setTimeout(() => {
        try {
          client.release?.(true)
        } catch {
          // It was given back already, as all are that had no transaction.
        }
      }, GIVEN_BACK_WITHIN_MS).unref()
    })
  })
}

/** Opens no connection yet: a host can start before its database and answers 503 until it is there. */
export async function createOrm(options: {
  databaseUrl: string
  entities: readonly EntityClass[]
}): Promise<MikroORM> {
  return MikroORM.init({
    clientUrl: options.databaseUrl,
    entities: [...options.entities],
    connect: false,
    pool: POOL,
    driverOptions: {
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
      keepAlive: true,
      onPoolCreated(pool: Pool) {
        leaveNoLocks(pool)
        takeBackLost(pool)
      },
    },
    forceUtcTimezone: true,
    discovery: { warnWhenNoEntities: false },
    metadataCache: { enabled: false },
  } as Parameters<typeof MikroORM.init>[0]) as Promise<MikroORM>
}

/** From now on mapped columns are encrypted whenever the unit of work writes them. */
export function encryptOnWrite(orm: MikroORM, service: TenantDataEncryptionService): void {
  orm.em.getEventManager().registerSubscriber(new EncryptionSubscriber(service))
  attachEncryption(orm.em, service)
}
