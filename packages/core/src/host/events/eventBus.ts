import type { JobEngine } from '@open-mercato/queue'
import type { AppContainer } from '@open-mercato/shared/lib/di/container'
import { matchEventPattern } from '@open-mercato/shared/lib/events/patterns'
import { createLogger } from '@open-mercato/shared/lib/logger'
import { type EmitOptions, type EventPayload, isBroadcastEvent } from '@open-mercato/shared/modules/events'
import type { ModuleSubscriber } from '@open-mercato/shared/modules/registry'
import type { EventBridge } from './eventBridge.ts'

export const EVENTS_QUEUE = 'events'

export interface BusEmitOptions extends EmitOptions {
  tenantId?: string | null
  organizationId?: string | null
}

export interface EventBus {
  emit(event: string, payload: EventPayload, options?: BusEmitOptions): Promise<void>
}

/** What waits in the queue for one persistent subscriber. */
export interface EventJob {
  event: string
  subscriberId: string
  payload: EventPayload
}

type Handler = (payload: EventPayload, ctx: SubscriberContext) => Promise<unknown> | unknown

interface SubscriberContext {
  resolve<T>(name: string): T
  eventName: string
  tenantId: string | null
  organizationId: string | null
}

/**
 * In-process subscribers have run when `emit` returns; one that fails is logged and stops nobody. Persistent
 * ones get a job each, so that a retry repeats only what failed. Browsers hear of it through the bridge.
 */
export function createEventBus(deps: {
  subscribers: readonly ModuleSubscriber[]
  jobs: JobEngine
  bridge: EventBridge
  createContainer(): AppContainer
}): EventBus & { runJob(job: EventJob): Promise<void> } {
  const logger = createLogger('events')
  const ordered = [...deps.subscribers].sort((one, other) => (one.priority ?? 0) - (other.priority ?? 0))

  async function call(subscriber: ModuleSubscriber, event: string, payload: EventPayload): Promise<void> {
    const container = deps.createContainer()
    await (subscriber.handler as unknown as Handler)(payload, {
      resolve: <T>(name: string) => container.resolve<T>(name),
      eventName: event,
      tenantId: payload.tenantId ?? null,
      organizationId: payload.organizationId ?? null,
    })
  }

  return {
    async emit(event, payload, options = {}) {
      const whole: EventPayload = {
        ...payload,
        tenantId: payload.tenantId ?? options.tenantId ?? null,
        organizationId: payload.organizationId ?? options.organizationId ?? null,
      }
      const interested = ordered.filter((subscriber) => matchEventPattern(event, subscriber.event))
      for (const subscriber of interested.filter(({ persistent }) => persistent)) {
        const job: EventJob = { event, subscriberId: subscriber.id, payload: whole }
        await deps.jobs.enqueue(EVENTS_QUEUE, job)
      }
      for (const subscriber of interested.filter(({ persistent }) => !persistent)) {
        try {
          await call(subscriber, event, whole)
        } catch (err) {
          logger.error('A subscriber failed.', { event, subscriber: subscriber.id, err })
        }
      }
      if (isBroadcastEvent(event)) deps.bridge.publish(event, whole)
    },

    /** Throws what the subscriber throws, so that the queue tries again. */
    async runJob({ event, subscriberId, payload }) {
      const subscriber = ordered.find(({ id }) => id === subscriberId)
      if (!subscriber)
        return logger.warn('A subscriber is gone, its event is dropped.', { event, subscriberId })
      await call(subscriber, event, payload)
    },
  }
}
