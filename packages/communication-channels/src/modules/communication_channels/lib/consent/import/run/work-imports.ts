import type { EntityManager } from '@mikro-orm/postgresql'
import { createLogger } from '@open-mercato/shared/lib/logger'
import { dbOf } from '../../../db.ts'
import { describeFailure } from '../../../describe-failure.ts'
import type { TenantEncryptionService } from '../../../encryption-service.ts'
import { checkImport } from './check-import.ts'
import { claimImport, listDueImports, releaseImport } from './claim-import.ts'
import { emptyImports } from './empty-imports.ts'
import { failImport, MOST_ATTEMPTS, NOT_WORKED } from './fail-import.ts'
import { recordRows } from './record-rows.ts'

/** So many chunks of one import, then the next one has its turn. */
const CHUNKS_A_TURN = 2

const logger = createLogger('communication_channels.consent_imports')

export interface ImportContext {
  em: EntityManager
  encryption: TenantEncryptionService
  now: () => Date
}

/**
 * Gives every import that goes on its turn: one that came is checked, of one that was started the next rows are recorded.
 * What is left of those that went on long ago is emptied. Repeatable at any point, by any number of processes. What could not be worked on is tried again when its lease is over.
 *
 * @returns how much was done; call again until it is 0
 */
export async function workImports(ctx: ImportContext): Promise<number> {
  let worked = await ctx.em.fork().transactional((tx) => emptyImports(dbOf(tx)))
  for (const id of await listDueImports(dbOf(ctx.em.fork()))) {
    try {
      worked += await workImport(ctx, id)
    } catch (error) {
      logger.error('an import could not be worked on', { importId: id, reason: describeFailure(error) })
    }
  }
  return worked
}

async function workImport({ em, encryption, now }: ImportContext, id: string): Promise<number> {
  const claimed = await claimImport(dbOf(em.fork()), encryption, id)
  if (!claimed) return 0
  if (claimed.attempts > MOST_ATTEMPTS) {
    await em.fork().transactional((tx) => failImport(dbOf(tx), claimed, NOT_WORKED))
    return 1
  }
  if (claimed.state === 'checking') {
    await checkImport(em, encryption, claimed)
    return 1
  }
  let recorded = 0
  for (let chunk = 0; chunk < CHUNKS_A_TURN; chunk++) {
    const count = await recordRows(em, encryption, claimed, now())
    recorded += count
    if (count === 0) break
  }
  await releaseImport(dbOf(em.fork()), claimed)
  return recorded
}
