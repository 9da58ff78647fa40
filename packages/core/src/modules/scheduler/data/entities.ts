import { defineEntity, p } from '@mikro-orm/core'

/** Something that is to happen again and again: a job is put into a queue every so often. */
const ScheduledJobSchema = defineEntity({
  name: 'ScheduledJob',
  tableName: 'scheduled_jobs',
  properties: {
    id: p.uuid().primary(),
    name: p.text(),
    scopeType: p.text(),
    tenantId: p.uuid().nullable(),
    organizationId: p.uuid().nullable(),
    scheduleValue: p.text(),
    targetQueue: p.text(),
    targetPayload: p.json<Record<string, unknown>>().defaultRaw("'{}'"),
    sourceModule: p.text().nullable(),
    isEnabled: p.boolean().default(true),
    nextRunAt: p.datetime(3),
    lastRunAt: p.datetime(3).nullable(),
    createdAt: p.datetime(3).onCreate(() => new Date()),
    updatedAt: p
      .datetime(3)
      .onCreate(() => new Date())
      .onUpdate(() => new Date()),
  },
})

export class ScheduledJob extends ScheduledJobSchema.class {}
ScheduledJobSchema.setClass(ScheduledJob)
