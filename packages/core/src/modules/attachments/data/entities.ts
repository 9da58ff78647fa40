import { randomUUIDv7 } from 'node:crypto'
import { defineEntity, p } from '@mikro-orm/core'

const id = () =>
  p
    .uuid()
    .primary()
    .onCreate(() => randomUUIDv7())
const createdAt = () => p.datetime(3).onCreate(() => new Date())

/**
 * A stored file of a record. The row names the driver that has the bytes, so files stay readable when new ones
 * go elsewhere. Tenant and organization are both set or both null.
 */
const AttachmentSchema = defineEntity({
  name: 'Attachment',
  tableName: 'attachments',
  properties: {
    id: id(),
    entityId: p.text(),
    recordId: p.text(),
    organizationId: p.uuid().nullable(),
    tenantId: p.uuid().nullable(),
    partitionCode: p.text(),
    fileName: p.text(),
    mimeType: p.text(),
    fileSize: p.integer(),
    storageDriver: p.text(),
    storagePath: p.text(),
    storageMetadata: p.json<Record<string, unknown>>().nullable(),
    url: p.text(),
    content: p.text().nullable(),
    createdAt: createdAt(),
  },
})

export class Attachment extends AttachmentSchema.class {}
AttachmentSchema.setClass(Attachment)

/** A kind of files: which driver gets new ones (`default`: the installation's) and whether anybody may read them. */
const AttachmentPartitionSchema = defineEntity({
  name: 'AttachmentPartition',
  tableName: 'attachment_partitions',
  properties: {
    id: id(),
    code: p.text(),
    title: p.text(),
    description: p.text().nullable(),
    storageDriver: p.text().default('default'),
    configJson: p.json<Record<string, unknown>>().nullable(),
    isPublic: p.boolean().default(false),
    requiresOcr: p.boolean().default(false),
    createdAt: createdAt(),
    updatedAt: createdAt().onUpdate(() => new Date()),
  },
})

export class AttachmentPartition extends AttachmentPartitionSchema.class {}
AttachmentPartitionSchema.setClass(AttachmentPartition)
