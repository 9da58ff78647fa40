import type { EntityManager } from '@mikro-orm/postgresql'
import { dbOf, sql } from '../../db.ts'
import { ChannelError, notFound } from '../../errors.ts'
import { CONSENT_IMPORTS_QUEUE, nudge, OUTGOING_EVENTS_QUEUE } from '../../nudge.ts'
import type { Scope } from '../../scope.ts'
import type { ImportState } from './import-view.ts'
import { tellProgress } from './run/store-checked.ts'

export type ImportSteering = 'start' | 'cancel'

const NEXT = { start: 'running', cancel: 'cancelled' } as const satisfies Record<ImportSteering, ImportState>
const FROM: Record<ImportSteering, ImportState[]> = {
  start: ['checked'],
  cancel: ['checking', 'checked', 'running'],
}

/**
 * Has what was checked be recorded, or ends an import; what is recorded by then stays so. Asked for twice, nothing happens
 * the second time.
 *
 * @returns whether anything changed
 * @throws ChannelError 404; 409 where it is not checked yet, holds nothing to record, or is over
 */
export async function steerImport(
  em: EntityManager,
  { tenantId, organizationId }: Scope,
  id: string,
  steering: ImportSteering,
): Promise<boolean> {
  const hasChanged = await em.fork().transactional(async (tx) => {
    const db = dbOf(tx)
    const { rows } = await sql<{ state: ImportState; sound: number }>`
      select state, sound from cc_consent_imports
      where id = ${id} and tenant_id = ${tenantId} and organization_id = ${organizationId} for update`.execute(
      db,
    )
    const [found] = rows
    if (!found) throw notFound('import')
    const to = NEXT[steering]
    if (found.state === to || (steering === 'start' && found.state === 'finished')) return false
    if (!FROM[steering].includes(found.state)) throw refusal(found.state)
    if (steering === 'start' && found.sound === 0) throw nothingSound()
    const isOver = to === 'cancelled'
    await sql`
      update cc_consent_imports
      set state = ${to}, finished_at = case when ${isOver} then now() end, updated_at = now(), claimed_until = null,
          file = case when ${isOver} then null else file end,
          overruled = case when ${steering === 'start'} then 0 else overruled end
      where id = ${id} and tenant_id = ${tenantId} and organization_id = ${organizationId}`.execute(db)
    if (isOver) {
      await sql`
        delete from cc_consent_import_rows
        where import_id = ${id} and tenant_id = ${tenantId} and organization_id = ${organizationId}
          and state = 'sound'`.execute(db)
    }
    await tellProgress(db, { id, tenantId, organizationId })
    return true
  })
  nudge(CONSENT_IMPORTS_QUEUE)
  nudge(OUTGOING_EVENTS_QUEUE)
  return hasChanged
}

function refusal(state: ImportState): ChannelError {
  return state === 'checking'
    ? new ChannelError(409, 'import_checking', 'The file is still being checked.', 'Wait until it is.')
    : new ChannelError(409, 'import_over', 'This import is over.', 'Choose the file again to import it anew.')
}

function nothingSound(): ChannelError {
  return new ChannelError(
    409,
    'nothing_sound',
    'No row of the file can be recorded.',
    'Put the file right, and choose it again.',
  )
}
