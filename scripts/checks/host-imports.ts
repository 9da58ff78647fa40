import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Import, importsOf } from './imports-of.ts'
import { sourceFiles, textOf } from './source-files.ts'

// What Open Mercato offers to a plugin: specifier -> exported name -> kind. A plugin that stays inside this
// list can be mounted there as it is.
type HostSurface = { specifiers: Record<string, { names: Record<string, string> }> }

const surface: HostSurface = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../docs/host-surface.json'), 'utf8'),
)

const plugins = ['communication-channels', 'channel-whatsapp']
const host = /^@open-mercato\/(shared|core|queue|ui|events|cache|scheduler)(\/|$)/
const hub = /^@open-mercato\/communication-channels\//
const thirdParty = /^(react|zod|awilix|@mikro-orm\/[^/]+|kysely|@tanstack\/react-query|lucide-react)(\/|$)/

/** Every import of the two plugins that an Open Mercato host could not satisfy, one sentence each. */
export function findHostImportViolations(root: string): string[] {
  return plugins.flatMap((plugin) => {
    const own = dependenciesOf(root, plugin)
    return sourceFiles(root, [`packages/${plugin}/src/**/*.{ts,tsx}`])
      .filter((path) => !/\.test\.tsx?$/.test(path))
      .flatMap((path) =>
        importsOf(path, textOf(root, path)).flatMap((found) =>
          faultsOf(plugin, own, found).map((fault) => `${path}:${found.line} ${fault}`),
        ),
      )
  })
}

/** What a plugin brings along itself. */
function dependenciesOf(root: string, plugin: string): Set<string> {
  const path = join(root, 'packages', plugin, 'package.json')
  if (!existsSync(path)) return new Set()
  const { dependencies = {} }: { dependencies?: Record<string, string> } = JSON.parse(
    readFileSync(path, 'utf8'),
  )
  return new Set(Object.keys(dependencies))
}

/** `pkg` of `pkg/sub`, `@scope/pkg` of `@scope/pkg/sub`. */
function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')
}

function faultsOf(plugin: string, own: Set<string>, found: Import): string[] {
  const { specifier } = found
  if (host.test(specifier)) return hostFaults(found)
  if (specifier.startsWith('./') || specifier.startsWith('../')) return []
  if (specifier.startsWith('node:') || thirdParty.test(specifier)) return []
  if (own.has(packageOf(specifier))) return []
  if (plugin === 'channel-whatsapp' && hub.test(specifier)) return []
  if (specifier === '(computed)') return []
  return [`imports ${specifier}, which no host of this plugin is bound to have`]
}

function hostFaults({ specifier, names }: Import): string[] {
  const offered = surface.specifiers[specifier]?.names
  if (!offered) return [`imports ${specifier}, which is not in docs/host-surface.json`]
  return names.flatMap(({ name, typeOnly }) => {
    if (name === '*') return [`takes all of ${specifier}; name what is needed`]
    const kind = offered[name]
    if (!kind) return [`imports ${name} from ${specifier}, which does not export it on the host`]
    if (kind === 'type' && !typeOnly) return [`imports the type ${name} from ${specifier} as a value`]
    return []
  })
}
