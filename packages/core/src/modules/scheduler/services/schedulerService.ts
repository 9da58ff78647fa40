import type { EntityManager } from '@mikro-orm/postgresql'
import { ScheduledJob } from '../data/entities.ts'
import { type ScheduleRegistration, scheduleRegistrationSchema } from '../data/validators.ts'
import { parseInterval } from '../lib/interval.ts'

export type { ScheduleRegistration }

/** Keeps what is to happen regularly. `runDueSchedules` makes it happen. */
export class SchedulerService {
  private readonly em: EntityManager

  constructor(em: EntityManager) {
    this.em = em
  }

  /** Adds the schedule or changes the one with this id; a changed interval counts from now. */
  async register(registration: ScheduleRegistration): Promise<void> {
    const schedule = scheduleRegistrationSchema.parse(registration)
    const em = this.em.fork()
    const known = await em.findOne(ScheduledJob, { id: schedule.id })
    const facts = {
      name: schedule.name,
      scopeType: schedule.scopeType,
      tenantId: schedule.tenantId ?? null,
      organizationId: schedule.organizationId ?? null,
      scheduleValue: schedule.scheduleValue,
      targetQueue: schedule.targetQueue,
      targetPayload: schedule.targetPayload ?? {},
      sourceModule: schedule.sourceModule ?? null,
      isEnabled: schedule.isEnabled ?? true,
    }
    const nextRunAt = new Date(Date.now() + parseInterval(schedule.scheduleValue))
    if (!known) em.create(ScheduledJob, { id: schedule.id, ...facts, nextRunAt })
    else em.assign(known, known.scheduleValue === facts.scheduleValue ? facts : { ...facts, nextRunAt })
    await em.flush()
  }

  async unregister(id: string): Promise<void> {
    await this.em.fork().nativeDelete(ScheduledJob, { id })
  }

  async exists(id: string): Promise<boolean> {
    return (await this.em.fork().count(ScheduledJob, { id })) > 0
  }

  async enable(id: string): Promise<void> {
    await this.em.fork().nativeUpdate(ScheduledJob, { id }, { isEnabled: true, updatedAt: new Date() })
  }

  async disable(id: string): Promise<void> {
    await this.em.fork().nativeUpdate(ScheduledJob, { id }, { isEnabled: false, updatedAt: new Date() })
  }
}
