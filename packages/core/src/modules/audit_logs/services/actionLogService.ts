import { randomUUIDv7 } from 'node:crypto'
import type { EntityManager, FilterQuery } from '@mikro-orm/postgresql'
import type { CommandLogMetadata } from '@open-mercato/shared/lib/commands'
import { ActionLog } from '../data/entities.ts'
import type { ListActionsInput } from '../data/validators.ts'

export type ActionLogEntry = Omit<CommandLogMetadata, 'skipLog'> & { commandId: string }
export type ActionLogScope = { tenantId: string; organizationId: string }

export class ActionLogService {
  private readonly em: EntityManager

  constructor(em: EntityManager) {
    this.em = em
  }

  /** Writes at once; with `em`, inside its transaction. Returns the entry's id. */
  async log(entry: ActionLogEntry, em: EntityManager = this.em): Promise<{ id: string }> {
    const { changes, context, payload, snapshotBefore, snapshotAfter, ...kept } = entry
    const id = randomUUIDv7()
    await em.insert(ActionLog, {
      id,
      ...kept,
      payload: payload ?? null,
      snapshotBefore: snapshotBefore ?? null,
      snapshotAfter: snapshotAfter ?? null,
      changesJson: changes,
      contextJson: context,
      createdAt: new Date(),
    })
    return { id }
  }

  /** Newest first. `nextCursor` is null on the last page. */
  async list(
    scope: ActionLogScope,
    page: ListActionsInput,
  ): Promise<{ items: ActionLog[]; nextCursor: string | null }> {
    const { cursor, limit, resourceKind, resourceId } = page
    const where: FilterQuery<ActionLog> = {
      tenantId: scope.tenantId,
      organizationId: scope.organizationId,
      ...(cursor && { id: { $lt: cursor } }),
      ...(resourceKind && { resourceKind }),
      ...(resourceId && { resourceId }),
    }
    const rows = await this.em.find(ActionLog, where, { orderBy: { id: 'desc' }, limit: limit + 1 })
    const items = rows.slice(0, limit)
    return { items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null }
  }
}
