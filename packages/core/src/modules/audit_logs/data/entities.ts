import { randomUUIDv7 } from 'node:crypto'
import { defineEntity, p } from '@mikro-orm/core'

/** One thing that was done: by whom (null: the system), to what, and which values changed. Rows are never changed. */
const ActionLogSchema = defineEntity({
  name: 'ActionLog',
  tableName: 'action_logs',
  properties: {
    id: p
      .uuid()
      .primary()
      .onCreate(() => randomUUIDv7()),
    tenantId: p.uuid().nullable(),
    organizationId: p.uuid().nullable(),
    actorUserId: p.uuid().nullable(),
    commandId: p.text(),
    actionLabel: p.text().nullable(),
    resourceKind: p.text().nullable(),
    resourceId: p.text().nullable(),
    parentResourceKind: p.text().nullable(),
    parentResourceId: p.text().nullable(),
    relatedResourceKind: p.text().nullable(),
    relatedResourceId: p.text().nullable(),
    payload: p.json<NonNullable<unknown>>().nullable(),
    snapshotBefore: p.json<NonNullable<unknown>>().nullable(),
    snapshotAfter: p.json<NonNullable<unknown>>().nullable(),
    changesJson: p.json<Record<string, unknown>>().nullable(),
    contextJson: p.json<Record<string, unknown>>().nullable(),
    createdAt: p.datetime(3).onCreate(() => new Date()),
  },
})

export class ActionLog extends ActionLogSchema.class {}
ActionLogSchema.setClass(ActionLog)
