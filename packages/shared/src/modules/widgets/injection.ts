import type { ComponentType } from 'react'

export type InjectionSpotId = string

export interface AppEventPayload {
  id: string
  payload: Record<string, unknown>
  timestamp: number
  organizationId: string | null
}

export interface InjectionWidgetMetadata {
  id: string
  title?: string
  description?: string
  features?: string[]
  priority?: number
  enabled?: boolean
}

export interface InjectionWidgetComponentProps<Context = unknown, Data = unknown> {
  context: Context
  data?: Data
  onDataChange?(data: Data): void
  disabled?: boolean
}

export interface WidgetInjectionEventHandlers<Context = unknown> {
  onLoad?(ctx: Context): Promise<void> | void
  onAppEvent?(event: AppEventPayload, ctx: Context): Promise<void> | void
}

export interface InjectionWidgetModule<Context = unknown, Data = unknown> {
  metadata: InjectionWidgetMetadata
  Widget: ComponentType<InjectionWidgetComponentProps<Context, Data>>
  eventHandlers?: WidgetInjectionEventHandlers<Context>
}

export interface InjectionWidgetPlacement {
  groupId?: string
  groupLabel?: string
  groupDescription?: string
  column?: 1 | 2
  kind?: 'tab' | 'group' | 'stack'
}

export type ModuleInjectionSlot =
  | string
  | (InjectionWidgetPlacement & { widgetId: string; priority?: number })
export type ModuleInjectionTable = Record<InjectionSpotId, ModuleInjectionSlot | ModuleInjectionSlot[]>
