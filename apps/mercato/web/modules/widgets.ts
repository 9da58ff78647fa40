import type { ModuleInjectionTable } from '@open-mercato/shared/modules/widgets/injection'
import { registerInjection, type WidgetModule } from '@open-mercato/ui/backend/injection/widgetRegistry'
import { filesOfEnabledModules } from './moduleFile.ts'

const tables = import.meta.glob<ModuleInjectionTable>(
  '../../../../packages/*/src/modules/*/widgets/injection-table.ts',
  { eager: true, import: 'injectionTable' },
)

const widgets = import.meta.glob<{ default: WidgetModule }>(
  '../../../../packages/*/src/modules/*/widgets/injection/**/widget.{ts,tsx}',
)

export function registerModuleWidgets(): void {
  registerInjection({
    tables: filesOfEnabledModules(tables).map(({ moduleId, content }) => ({ moduleId, table: content })),
    widgets: filesOfEnabledModules(widgets).map(({ moduleId, path, content }) => ({
      moduleId,
      path,
      load: content,
    })),
  })
}
