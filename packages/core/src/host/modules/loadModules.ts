import { EntitySchema } from '@mikro-orm/core'
import type { CommandInterceptor } from '@open-mercato/shared/lib/commands/command-interceptor'
import { registerCommandInterceptors } from '@open-mercato/shared/lib/commands/interceptor-registry'
import type { DiRegistrar } from '@open-mercato/shared/lib/di/container'
import { registerEntityId } from '@open-mercato/shared/lib/encryption/entityIds'
import type { OpenApiRouteDoc } from '@open-mercato/shared/lib/openapi'
import type { ModuleEncryptionMap } from '@open-mercato/shared/modules/encryption'
import {
  type IntegrationBundle,
  type IntegrationDefinition,
  registerBundles,
  registerIntegrations,
} from '@open-mercato/shared/modules/integrations/types'
import type {
  ApiHandler,
  ApiRouteMetadata,
  HttpMethod,
  ModuleInfo,
  ModuleSubscriber,
  ModuleWorker,
} from '@open-mercato/shared/modules/registry'
import type { ModuleSetupConfig } from '@open-mercato/shared/modules/setup'
import { type Exports, importFile, importFiles } from './conventionFiles.ts'
import type { ModuleEntry } from './moduleEntry.ts'
import { moduleFolder } from './moduleFolder.ts'
import { routePath } from './routePath.ts'
import { readTranslations, type Translations } from './translations.ts'

export interface ModuleFeature {
  id: string
  title: string
  module: string
  dependsOn?: string[]
}

export interface LoadedRoute {
  moduleId: string
  /** `/api/<module>/<path>` with `[param]` and `[...rest]` segments. */
  path: string
  metadata: ApiRouteMetadata
  handlers: Partial<Record<HttpMethod, ApiHandler>>
  openApi?: OpenApiRouteDoc
}

// biome-ignore lint/suspicious/noExplicitAny: an entity class of any shape
export type EntityClass = new (...args: any[]) => object

export interface LoadedModule {
  id: string
  folder: string
  info: ModuleInfo
  features: ModuleFeature[]
  registrar?: DiRegistrar
  setup?: ModuleSetupConfig
  encryptionMaps: ModuleEncryptionMap[]
  entities: EntityClass[]
  migrations: { name: string; class: unknown }[]
  routes: LoadedRoute[]
  subscribers: ModuleSubscriber[]
  workers: ModuleWorker[]
  translations: Translations
}

const METHODS: readonly HttpMethod[] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']

/** Imports what each module's folder holds under the agreed names. Nothing needs a database yet. */
export async function loadModules(entries: readonly ModuleEntry[]): Promise<LoadedModule[]> {
  const modules: LoadedModule[] = []
  for (const entry of entries) modules.push(await loadModule(entry))
  for (const { id, info } of modules) {
    const missing = (info.requires ?? []).filter((needed) => !entries.some((entry) => entry.id === needed))
    if (missing.length)
      throw new Error(`The module ${id} needs ${missing.join(', ')}, which is not in the list.`)
  }
  return modules
}

async function loadModule(entry: ModuleEntry): Promise<LoadedModule> {
  const folder = moduleFolder(entry)
  const { id } = entry
  const index = await importFile(folder, 'index')
  if (!index) throw new Error(`The module ${id} has no index file.`)
  const [acl, di, setup, encryption, integration, data] = [
    await importFile(folder, 'acl'),
    await importFile(folder, 'di'),
    await importFile(folder, 'setup'),
    await importFile(folder, 'encryption'),
    await importFile(folder, 'integration'),
    await importFile(folder, 'data/entities'),
  ]
  // Imported for what they declare and register.
  await importFile(folder, 'events')
  await importFiles(folder, 'commands')
  const interception = await importFile(folder, 'commands/interceptors')
  registerCommandInterceptors((interception?.interceptors ?? []) as CommandInterceptor[])
  registerIntegrations((integration?.integrations ?? []) as IntegrationDefinition[])
  registerBundles((integration?.bundles ?? []) as IntegrationBundle[])

  const entities = entityClasses(data)
  for (const entity of entities) registerEntityId(entity, id, entity.name)
  return {
    id,
    folder,
    info: (index.metadata ?? {}) as ModuleInfo,
    features: (acl?.features ?? []) as ModuleFeature[],
    registrar: di?.register as DiRegistrar | undefined,
    setup: setup?.setup as ModuleSetupConfig | undefined,
    encryptionMaps: (encryption?.defaultEncryptionMaps ?? []) as ModuleEncryptionMap[],
    entities,
    migrations: (await importFiles(folder, 'migrations')).map(({ path, exports }) =>
      migration(path, exports),
    ),
    routes: await loadRoutes(id, folder),
    subscribers: (await importFiles(folder, 'subscribers')).map(({ path, exports }) =>
      subscriber(id, path, exports),
    ),
    workers: (await importFiles(folder, 'workers')).flatMap(({ path, exports }) => worker(id, path, exports)),
    translations: readTranslations(folder),
  }
}

function entityClasses(data: Exports | null): EntityClass[] {
  return Object.values(data ?? {}).filter(
    (value): value is EntityClass => typeof value === 'function' && EntitySchema.REGISTRY.has(value),
  )
}

export function migration(path: string, exports: Exports): { name: string; class: unknown } {
  const name = path.replace(/\.(ts|js)$/, '')
  const found = exports[name] ?? Object.values(exports).find((value) => typeof value === 'function')
  if (!found) throw new Error(`The migration ${path} exports no class.`)
  return { name, class: found }
}

async function loadRoutes(moduleId: string, folder: string): Promise<LoadedRoute[]> {
  const files = (await importFiles(folder, 'api')).filter(({ path }) => /(^|\/)route\.(ts|js)$/.test(path))
  return files.map(({ path, exports }) => {
    const metadata = (exports.metadata ?? {}) as ApiRouteMetadata
    return {
      moduleId,
      path: metadata.path ? `/api${metadata.path}` : routePath(moduleId, path),
      metadata,
      handlers: Object.fromEntries(
        METHODS.flatMap((method) => (exports[method] ? [[method, exports[method] as ApiHandler]] : [])),
      ),
      openApi: exports.openApi as OpenApiRouteDoc | undefined,
    }
  })
}

function subscriber(moduleId: string, path: string, exports: Exports): ModuleSubscriber {
  const metadata = exports.metadata as Partial<ModuleSubscriber> | undefined
  if (!metadata?.event || typeof exports.default !== 'function') {
    throw new Error(`${moduleId}/subscribers/${path} needs metadata.event and a default export.`)
  }
  return {
    ...metadata,
    id: metadata.id ?? `${moduleId}:${path.replace(/\.(ts|js)$/, '')}`,
    moduleId,
    event: metadata.event,
    handler: exports.default as ModuleSubscriber['handler'],
  }
}

function worker(moduleId: string, path: string, exports: Exports): ModuleWorker[] {
  const metadata = exports.metadata as { queue?: string; id?: string; concurrency?: number } | undefined
  if (!metadata?.queue || typeof exports.default !== 'function') return []
  return [
    {
      id: metadata.id ?? `${moduleId}:${path.replace(/\.(ts|js)$/, '')}`,
      moduleId,
      queue: metadata.queue,
      concurrency: metadata.concurrency ?? 1,
      handler: exports.default as ModuleWorker['handler'],
    },
  ]
}
