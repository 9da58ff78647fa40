import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { EntitySchema, UnderscoreNamingStrategy } from '@mikro-orm/core'
import { sourceFiles } from './source-files.ts'

/** The plugins and the module that each of them is. */
const plugins = {
  'packages/communication-channels': 'communication_channels',
  'packages/channel-whatsapp': 'channel_whatsapp',
}

const naming = new UnderscoreNamingStrategy()
const made = '// Made by scripts/generate-entity-ids.ts from data/entities.ts.\n'

/**
 * What Open Mercato's generators read of an installed package: the ids of its entities and the columns of each.
 * From source they look for property declarations in the classes, and classes made by `defineEntity` have none.
 *
 * @returns the text of each file, by its path below `root`
 */
export async function entityIdFiles(root: string): Promise<Map<string, string>> {
  const files = new Map<string, string>()
  for (const [folder, moduleId] of Object.entries(plugins)) {
    const source = join(root, folder, 'src/modules', moduleId, 'data/entities.ts')
    const columns = columnsByEntity((await import(pathToFileURL(source).href)) as Record<string, unknown>)
    files.set(`${folder}/generated/entities.ids.generated.ts`, idsText(moduleId, [...columns.keys()]))
    for (const [entity, names] of columns) {
      files.set(`${folder}/generated/entities/${entity}/index.ts`, columnsText(names))
    }
  }
  return files
}

/** Every file that is missing, outdated, or of an entity that is no more. */
export async function findStaleEntityIds(root: string): Promise<string[]> {
  return compareToDisk(root, await entityIdFiles(root))
}

export function compareToDisk(root: string, expected: Map<string, string>): string[] {
  const again = 'run `node scripts/run.mjs scripts/generate-entity-ids.ts`'
  const folders = Object.keys(plugins).map((folder) => `${folder}/generated/**/*.ts`)
  const abandoned = sourceFiles(root, folders).filter((path) => !expected.has(path))
  const outdated = [...expected].filter(([path, text]) => {
    const file = join(root, path)
    return !existsSync(file) || readFileSync(file, 'utf8') !== text
  })
  return [
    ...outdated.map(([path]) => `${path} is not what the entity classes say; ${again}`),
    ...abandoned.map((path) => `${path} belongs to no entity; ${again}`),
  ]
}

function columnsByEntity(exports: Record<string, unknown>): Map<string, string[]> {
  const columns = new Map<string, string[]>()
  for (const [name, value] of Object.entries(exports)) {
    const schema = typeof value === 'function' ? EntitySchema.REGISTRY.get(value as never) : undefined
    if (!schema) continue
    const properties = Object.keys(schema.meta.properties)
    columns.set(
      naming.classToTableName(name),
      properties.map((property) => naming.propertyToColumnName(property)),
    )
  }
  return columns
}

function idsText(moduleId: string, entities: string[]): string {
  return `${made}export const M = { ${moduleId}: '${moduleId}' } as const
export const E = {
  ${moduleId}: {
${entities.map((entity) => `    ${entity}: '${moduleId}:${entity}',`).join('\n')}
  },
} as const
export type KnownModuleId = keyof typeof M
export type KnownEntities = typeof E
`
}

function columnsText(columns: string[]): string {
  return `${made}${columns.map((column) => `export const ${column} = '${column}'\n`).join('')}`
}
