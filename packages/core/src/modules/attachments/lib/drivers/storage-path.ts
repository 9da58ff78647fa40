import { randomUUIDv7 } from 'node:crypto'
import { StorageError } from './storage-error.ts'

const SEGMENT = /^[\w-]{1,100}$/

/**
 * A new path that nobody has: partition, tenant, organization, a number. The file's name has no part in it, so
 * that nothing it holds can matter.
 */
export function newStoragePath(file: {
  partitionCode: string
  tenantId: string | null | undefined
  orgId: string | null | undefined
}): string {
  const scope = [file.tenantId ?? 'shared', file.orgId ?? 'shared']
  return [...[file.partitionCode, ...scope].map(asSegment), randomUUIDv7()].join('/')
}

function asSegment(text: string): string {
  return text.replaceAll(/[^\w-]/g, '_').slice(0, 100) || '_'
}

/** The parts of a path that a driver has made; throws for every other, so none leads out of the storage. */
export function storagePathSegments(storagePath: string): string[] {
  const segments = storagePath.split('/')
  if (!segments.every((segment) => SEGMENT.test(segment))) throw new StorageError('storage_path_invalid')
  return segments
}
