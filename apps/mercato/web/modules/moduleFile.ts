import { modules } from '../../src/modules.ts'

export type ModuleFile = {
  moduleId: string
  /** The path below the module's folder, e.g. `backend/integrations/[id]/page.tsx`. */
  path: string
}

const location = /\/packages\/([^/]+)\/src\/modules\/([^/]+)\/(.+)$/

const enabled = new Set(modules.map(({ id, from }) => `${from.split('/').at(-1)}/${id}`))

/** Reads where a globbed file belongs; null for files of modules that are not switched on. */
export function readModuleFile(globbedPath: string): ModuleFile | null {
  const [, folder, moduleId, path] = location.exec(globbedPath) ?? []
  if (!folder || !moduleId || !path || !enabled.has(`${folder}/${moduleId}`)) return null
  return { moduleId, path }
}

export function filesOfEnabledModules<T>(globbed: Record<string, T>): (ModuleFile & { content: T })[] {
  return Object.entries(globbed).flatMap(([globbedPath, content]) => {
    const file = readModuleFile(globbedPath)
    return file ? [{ ...file, content }] : []
  })
}
