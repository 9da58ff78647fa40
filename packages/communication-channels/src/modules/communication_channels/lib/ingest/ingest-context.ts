import type { EntityManager } from '@mikro-orm/postgresql'
import type { TenantEncryptionService } from '../encryption-service.ts'

/** What working off the journal needs. */
export interface IngestContext {
  em: EntityManager
  encryption: TenantEncryptionService
  now: Date
}
