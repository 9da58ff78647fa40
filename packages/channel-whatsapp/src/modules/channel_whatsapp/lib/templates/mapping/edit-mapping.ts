import { notFound } from '@open-mercato/communication-channels/modules/communication_channels/lib/errors'
import { z } from 'zod'
import type { ProviderContext } from '../../provider-context.ts'
import type { Template } from '../component.ts'
import { writtenText } from '../definition/written-text.ts'
import { findTemplatesNamed } from '../template-statements.ts'
import { guessSource } from './guess-source.ts'
import { type TemplateMapping, templateMapping } from './mapping.ts'
import { findMapping, storeMapping } from './mapping-statements.ts'
import { mappableVariables } from './variables.ts'

export const mappingQuery = z.object({ connectionId: z.uuid(), name: writtenText(512).min(1) })
export type MappingQuery = z.infer<typeof mappingQuery>

export const mappingView = z.object({
  variables: z.array(
    z.object({
      path: z.string(),
      name: z.string(),
      kind: z.enum(['text', 'suffix', 'code']),
      link: z.string().nullable(),
      /** What is filled in as long as nothing is decided. */
      guess: z.string().nullable(),
      /** Which languages of the template have it. */
      languages: z.array(z.string()),
    }),
  ),
  mapping: templateMapping,
})
export type MappingView = z.infer<typeof mappingView>

/** The values that the languages of a template take, and where they come from. */
export async function showMapping(
  ctx: ProviderContext,
  { connectionId, name }: MappingQuery,
): Promise<MappingView> {
  const [templates, mapping] = await Promise.all([
    findTemplatesNamed(ctx.db, ctx.scope, connectionId, name),
    findMapping(ctx.db, ctx.scope, connectionId, name),
  ])
  if (templates.length === 0) throw notFound('template')
  return { variables: variablesOfAll(templates), mapping }
}

/** A decision about a value that no language has any more goes. */
export async function saveMapping(
  ctx: ProviderContext,
  { connectionId, name }: MappingQuery,
  mapping: TemplateMapping,
): Promise<MappingView> {
  const templates = await findTemplatesNamed(ctx.db, ctx.scope, connectionId, name)
  if (templates.length === 0) throw notFound('template')
  const variables = variablesOfAll(templates)
  const kept = variables.flatMap(({ path }) => (mapping[path] ? [[path, mapping[path]] as const] : []))
  const stored = Object.fromEntries(kept)
  await storeMapping(ctx.db, ctx.scope, { connectionId, name, mapping: stored }, ctx.now)
  return { variables, mapping: stored }
}

function variablesOfAll(templates: Template[]): MappingView['variables'] {
  const byPath = new Map<string, MappingView['variables'][number]>()
  for (const template of templates) {
    for (const { path, name, kind, link } of mappableVariables(template)) {
      const guess = kind === 'suffix' ? null : guessSource(kind === 'code' ? 'code' : name)
      const known = byPath.get(path) ?? { path, name, kind, link, guess, languages: [] }
      byPath.set(path, { ...known, languages: [...known.languages, template.language] })
    }
  }
  return [...byPath.values()]
}
