import type { EntityManager } from '@mikro-orm/postgresql'
import type { Resolve } from '../adapter/connection-input.ts'
import type { TenantEncryptionService } from '../encryption-service.ts'

export interface OutboxContext {
  em: EntityManager
  encryption: TenantEncryptionService
  resolve: Resolve
  random: () => number
  /** The time of a test. Absent: the database's. */
  now?: () => Date
}
