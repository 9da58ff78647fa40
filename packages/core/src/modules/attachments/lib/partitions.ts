import { randomUUIDv7 } from 'node:crypto'
import type { EntityManager } from '@mikro-orm/postgresql'
import { AttachmentPartition } from '../data/entities.ts'

const PRODUCTS_MEDIA = 'productsMedia'
const PRIVATE_ATTACHMENTS = 'privateAttachments'

const DEFAULT_PARTITIONS = [
  {
    code: PRODUCTS_MEDIA,
    title: 'Products media',
    description: 'Pictures of products, for everybody to see.',
    isPublic: true,
  },
  {
    code: PRIVATE_ATTACHMENTS,
    title: 'Private attachments',
    description: 'Files that belong to one tenant and organization.',
    isPublic: false,
  },
]

/** What is there already stays as it is. */
export async function ensureDefaultPartitions(em: EntityManager): Promise<void> {
  const now = new Date()
  const rows = DEFAULT_PARTITIONS.map((partition) => ({
    id: randomUUIDv7(),
    ...partition,
    storageDriver: 'default',
    requiresOcr: false,
    createdAt: now,
    updatedAt: now,
  }))
  await em.upsertMany(AttachmentPartition, rows, { onConflictFields: ['code'], onConflictAction: 'ignore' })
}

/** Where files of that entity go, such as `communication_channels:media_file`. */
export function resolveDefaultPartitionCode(entityId: string | null | undefined): string {
  return entityId === 'catalog:catalog_product' ? PRODUCTS_MEDIA : PRIVATE_ATTACHMENTS
}
