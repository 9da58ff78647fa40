import type { EntityManager } from '@mikro-orm/postgresql'
import type { JobContext } from '@open-mercato/queue'
import type { Resolve } from './adapter/connection-input.ts'
import { databaseClock, dbOf } from './db.ts'
import type { TenantEncryptionService } from './encryption-service.ts'

export type WorkerContext = JobContext & { resolve<T>(name: string): T }

export interface WorkerServices {
  em: EntityManager
  encryption: TenantEncryptionService
  resolve: Resolve
  /** The database's time, whatever this process takes it for. */
  now: () => Date
}

/** What a worker works with during one job. */
export async function workerServices(ctx: WorkerContext): Promise<WorkerServices> {
  const em = ctx.resolve<EntityManager>('em')
  return {
    em,
    encryption: ctx.resolve<TenantEncryptionService>('tenantEncryptionService'),
    resolve: <T>(name: string) => ctx.resolve<T>(name),
    now: await databaseClock(dbOf(em.fork())),
  }
}
