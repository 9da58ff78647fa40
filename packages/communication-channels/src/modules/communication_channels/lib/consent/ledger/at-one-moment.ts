import { IsolationLevel } from '@mikro-orm/core'
import type { EntityManager } from '@mikro-orm/postgresql'
import { type Db, dbOf } from '../../db.ts'

/** Reads the ledger as it is now, however long that takes: others go on recording meanwhile. */
export function atOneMoment<T>(em: EntityManager, read: (db: Db) => Promise<T>): Promise<T> {
  return em.fork().transactional((tx) => read(dbOf(tx)), {
    isolationLevel: IsolationLevel.REPEATABLE_READ,
    readOnly: true,
  })
}
