import type { InjectionWidgetPlacement } from '@open-mercato/shared/modules/widgets/injection'
import { hasAllFeatures } from '@open-mercato/shared/security/features'
import { useEffect, useState } from 'react'
import { useBackendChrome } from '../BackendChromeProvider.tsx'
import { listSpotEntries, loadWidget, type WidgetModule } from './widgetRegistry.tsx'

export type LoadedInjectionSpotWidget = {
  widgetId: string
  module: WidgetModule
  placement: InjectionWidgetPlacement
}

type InjectionWidgets = {
  widgets: LoadedInjectionSpotWidget[]
  loading: boolean
  error: string | null
}

/** The widgets other modules bring to this spot, without those the person lacks the features for. */
export function useInjectionWidgets(spotId: string | null | undefined): InjectionWidgets {
  const granted = useBackendChrome().payload?.grantedFeatures
  const [state, setState] = useState<InjectionWidgets & { spotId?: string | null }>({
    widgets: [],
    loading: Boolean(spotId),
    error: null,
  })

  useEffect(() => {
    let isCurrent = true
    loadSpot(spotId, granted ?? []).then(
      (widgets) => isCurrent && setState({ spotId, widgets, loading: false, error: null }),
      (error: Error) => isCurrent && setState({ spotId, widgets: [], loading: false, error: error.message }),
    )
    return () => {
      isCurrent = false
    }
  }, [spotId, granted])

  if (state.spotId !== spotId) return { widgets: [], loading: Boolean(spotId), error: null }
  return state
}

async function loadSpot(
  spotId: string | null | undefined,
  granted: string[],
): Promise<LoadedInjectionSpotWidget[]> {
  if (!spotId) return []
  const found = await Promise.all(
    listSpotEntries(spotId).map(async ({ widgetId, placement }) => {
      const module = await loadWidget(widgetId)
      if (!module || module.metadata.enabled === false) return null
      if (!hasAllFeatures(granted, module.metadata.features ?? [])) return null
      return { widgetId, module, placement }
    }),
  )
  return found.filter((widget) => widget !== null)
}

export type InjectionSpotProps = {
  spotId: string
  context: unknown
  data?: unknown
  onDataChange?: (data: unknown) => void
  disabled?: boolean
  widgetsOverride?: LoadedInjectionSpotWidget[]
}

/** A place where other modules show their widgets; empty where none is enabled. */
export function InjectionSpot(props: InjectionSpotProps) {
  const { spotId, context, data, onDataChange, disabled, widgetsOverride } = props
  const { widgets } = useInjectionWidgets(widgetsOverride ? null : spotId)
  return (widgetsOverride ?? widgets).map(({ widgetId, module: { Widget } }) => (
    <Widget key={widgetId} context={context} data={data} onDataChange={onDataChange} disabled={disabled} />
  ))
}
