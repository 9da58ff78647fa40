import {
  type EntityClass,
  type FilterQuery,
  type FindOneOptions,
  type FindOptions,
  helper,
} from '@mikro-orm/core'
import type { EntityManager } from '@mikro-orm/postgresql'
import { entityIdOf } from './entityIds.ts'
import { encryptionOf, type TenantDataEncryptionService } from './tenantDataEncryptionService.ts'

export interface DecryptionScope {
  tenantId?: string | null
  organizationId?: string | null
  encryptionService?: TenantDataEncryptionService
}

/** `em.find` with the encrypted columns of the found rows opened (not those of populated relations). */
export async function findWithDecryption<Entity extends object>(
  em: EntityManager,
  entity: EntityClass<Entity>,
  where: FilterQuery<NoInfer<Entity>>,
  options?: FindOptions<Entity, never>,
  scope: DecryptionScope = {},
): Promise<Entity[]> {
  const rows = (await em.find(entity, where as never, options)) as Entity[]
  for (const row of rows) await openRow(em, entity, row, scope)
  return rows
}

export async function findOneWithDecryption<Entity extends object>(
  em: EntityManager,
  entity: EntityClass<Entity>,
  where: FilterQuery<NoInfer<Entity>>,
  options?: FindOneOptions<Entity, never>,
  scope: DecryptionScope = {},
): Promise<Entity | null> {
  const row = (await em.findOne(entity, where as never, options)) as Entity | null
  if (row) await openRow(em, entity, row, scope)
  return row
}

export async function findAndCountWithDecryption<Entity extends object>(
  em: EntityManager,
  entity: EntityClass<Entity>,
  where: FilterQuery<NoInfer<Entity>>,
  options?: FindOptions<Entity, never>,
  scope: DecryptionScope = {},
): Promise<[Entity[], number]> {
  const [rows, count] = (await em.findAndCount(entity, where as never, options)) as unknown as [
    Entity[],
    number,
  ]
  for (const row of rows) await openRow(em, entity, row, scope)
  return [rows, count]
}

async function openRow(
  em: EntityManager,
  entity: object,
  row: object,
  scope: DecryptionScope,
): Promise<void> {
  const service = scope.encryptionService ?? encryptionOf(em)
  const entityId = entityIdOf(entity)
  if (!service || !entityId) return
  const columns = row as Record<string, unknown>
  const tenantId = (columns.tenantId as string | undefined) ?? scope.tenantId
  const opened = await service.decryptEntityPayload(entityId, columns, tenantId, scope.organizationId)
  if (opened === columns) return
  const loaded = helper(row).__originalEntityData as Record<string, unknown> | undefined
  for (const [name, value] of Object.entries(opened)) {
    if (columns[name] === value) continue
    columns[name] = value
    // The unit of work compares with what was loaded: opening a column must not look like a change.
    if (loaded) loaded[name] = value
  }
}
