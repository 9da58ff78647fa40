import { MikroORM } from '@mikro-orm/postgresql'
import {
  attachEncryption,
  type TenantDataEncryptionService,
} from '@open-mercato/shared/lib/encryption/tenantDataEncryptionService'
import type { EntityClass } from '../modules/loadModules.ts'
import { EncryptionSubscriber } from './encryptionSubscriber.ts'

const POOL = { min: 0, max: 10, idleTimeoutMillis: 30_000 }
const CONNECT_TIMEOUT_MS = 5000

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
    driverOptions: { connectionTimeoutMillis: CONNECT_TIMEOUT_MS, keepAlive: true },
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
