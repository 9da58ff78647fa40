import { createLogger } from '../lib/logger.ts'

export type EventCategory = 'crud' | 'lifecycle' | 'system' | 'custom'

export interface EventDefinition {
  id: string
  label: string
  description?: string
  category?: EventCategory
  module?: string
  entity?: string
  /** Reaches the browsers of the payload's tenant and organization. */
  clientBroadcast?: boolean
}

export interface EventPayload {
  id?: string
  tenantId?: string | null
  organizationId?: string | null
  [key: string]: unknown
}

export interface EmitOptions {
  /** Survives a crash: handed to persistent subscribers through the queue. */
  persistent?: boolean
}

export type ModuleEventEmitter<Id extends string = string> = (
  eventId: Id,
  payload: EventPayload,
  options?: EmitOptions,
) => Promise<void>

export interface EventModuleConfig<Id extends string = string> {
  moduleId: string
  events: readonly EventDefinition[]
  emit: ModuleEventEmitter<Id>
}

export interface CreateModuleEventsOptions<Definition extends EventDefinition = EventDefinition> {
  moduleId: string
  events: readonly Definition[]
  /** An undeclared id throws instead of being logged. */
  strict?: boolean
}

interface GlobalEventBus {
  emit(event: string, payload: EventPayload, options?: EmitOptions): Promise<void>
}

const declared = new Map<string, EventDefinition>()
let globalBus: GlobalEventBus | null = null

export function createModuleEvents<const Definition extends EventDefinition>(
  options: CreateModuleEventsOptions<Definition>,
): EventModuleConfig<Definition['id']> {
  const { moduleId, events, strict = false } = options
  for (const event of events) declared.set(event.id, { ...event, module: event.module ?? moduleId })
  return {
    moduleId,
    events,
    async emit(eventId, payload, emitOptions) {
      if (!events.some((event) => event.id === eventId)) {
        const message = `${moduleId} emitted ${eventId}, which its events.ts does not declare.`
        if (strict) throw new Error(message)
        log().error(message)
      }
      if (!globalBus) return log().warn('An event was emitted before the host was up.', { eventId })
      await globalBus.emit(eventId, payload, emitOptions)
    },
  }
}

export function getDeclaredEvents(): EventDefinition[] {
  return [...declared.values()]
}

export function isEventDeclared(eventId: string): boolean {
  return declared.has(eventId)
}

export function isBroadcastEvent(eventId: string): boolean {
  return declared.get(eventId)?.clientBroadcast === true
}

export function getGlobalEventBus(): GlobalEventBus | null {
  return globalBus
}

export function setGlobalEventBus(bus: GlobalEventBus | null): void {
  globalBus = bus
}

function log() {
  return createLogger('events')
}
