import { hasFeature } from '@open-mercato/shared/security/features'

/** What a browser gets, and what processes tell each other. */
export interface BrowserEvent {
  id: string
  payload: Record<string, unknown> & { tenantId?: string | null; organizationId?: string | null }
  /** Milliseconds. */
  timestamp: number
  organizationId: string | null
}

export interface Listener {
  tenantId: string
  organizationId: string | null
  features: readonly string[]
}

/** A listener hears of its own tenant and organization, and of a module only with the right to view it. */
export function mayHear(listener: Listener, event: BrowserEvent): boolean {
  const module = event.id.split('.', 1)[0]
  return (
    Boolean(event.payload.tenantId) &&
    event.payload.tenantId === listener.tenantId &&
    event.organizationId === listener.organizationId &&
    hasFeature(listener.features, `${module}.view`)
  )
}
