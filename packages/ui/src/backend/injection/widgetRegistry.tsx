import type {
  InjectionWidgetModule,
  InjectionWidgetPlacement,
  ModuleInjectionSlot,
  ModuleInjectionTable,
} from '@open-mercato/shared/modules/widgets/injection'

export type WidgetModule = InjectionWidgetModule<unknown, unknown>

/** One `widget.tsx` of a module: `path` is its place below `widgets/injection/`, `load` imports it. */
export type WidgetSource = {
  moduleId: string
  path: string
  load: () => Promise<{ default: WidgetModule }>
}

export type RegisteredTable = { moduleId: string; table: ModuleInjectionTable }

export type SpotEntry = { widgetId: string; priority: number; placement: InjectionWidgetPlacement }

let tables: RegisteredTable[] = []
let sources: WidgetSource[] = []
let loaded = new Map<WidgetSource, Promise<WidgetModule>>()

/** Called once by the shell, with what the enabled modules bring. */
export function registerInjection(registration: {
  tables: RegisteredTable[]
  widgets: WidgetSource[]
}): void {
  tables = registration.tables
  sources = registration.widgets
  loaded = new Map()
}

/** What is meant for the spot, highest priority first. */
export function listSpotEntries(spotId: string): SpotEntry[] {
  return tables
    .flatMap(({ table }) => slotsOf(table[spotId]))
    .map((slot) => {
      if (typeof slot === 'string') return { widgetId: slot, priority: 0, placement: {} }
      const { widgetId, priority = 0, ...placement } = slot
      return { widgetId, priority, placement }
    })
    .sort((one, other) => other.priority - one.priority)
}

/**
 * The table names a widget by its `metadata.id`, which only the widget's own lazily loaded file knows. The
 * folder is usually called like the id's last part, so that file is tried first and the others are left alone.
 */
export async function loadWidget(widgetId: string): Promise<WidgetModule | null> {
  const likelyFolder = simplify(widgetId.split('.').at(-1) ?? '')
  const candidates = [...sources].sort(
    (one, other) => Number(folderOf(other) === likelyFolder) - Number(folderOf(one) === likelyFolder),
  )
  for (const candidate of candidates) {
    if (!widgetId.startsWith(`${candidate.moduleId}.`)) continue
    const widget = await loadOnce(candidate)
    if (widget.metadata.id === widgetId) return widget
  }
  return null
}

function slotsOf(entry: ModuleInjectionSlot | ModuleInjectionSlot[] | undefined): ModuleInjectionSlot[] {
  if (entry === undefined) return []
  return Array.isArray(entry) ? entry : [entry]
}

function folderOf(source: WidgetSource): string {
  return simplify(source.path.split('/').at(-2) ?? '')
}

function simplify(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '')
}

function loadOnce(source: WidgetSource): Promise<WidgetModule> {
  const known = loaded.get(source)
  if (known) return known
  const loading = source.load().then((file) => file.default)
  // A file that could not be fetched (a deployment in between, no network) may be there the next time.
  loading.catch(() => loaded.delete(source))
  loaded.set(source, loading)
  return loading
}
