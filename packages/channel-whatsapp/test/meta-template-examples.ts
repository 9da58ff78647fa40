import { metaDocument } from './meta-openapi.ts'
import type { WireExample } from './template-definitions.ts'

type Json = Record<string, unknown>
interface Operation {
  requestBody?: { content: Record<string, { examples?: Record<string, { value: Json }> }> }
}

const PATHS = ['/{Version}/{WABA-ID}/message_templates', '/{Version}/{TEMPLATE_ID}']

/** What stands in Meta's examples for something of one's own. */
const PLACEHOLDERS: [string, string][] = [
  ['<TEMPLATE_NAME>', 'template_name'],
  ['<SCREEN_ID>', 'WELCOME_SCREEN'],
  ['{{Flow-ID}}', '1034567890'],
  ['{{Flow-Name}}', 'flow_name'],
]

/**
 * The examples of creating and editing a template in Meta's published OpenAPI document, which is no part of this
 * repository, with their placeholders filled in; null where it does not lie beside it.
 */
export function metaTemplateExamples(): WireExample[] | null {
  const document = metaDocument() as { paths: Record<string, { post?: Operation }> } | null
  if (!document) return null
  const examples = PATHS.flatMap((path) => {
    const contents = Object.values(document.paths[path]?.post?.requestBody?.content ?? {})
    return contents.flatMap((content) => Object.entries(content.examples ?? {}))
  })
  return examples.map(([what, { value }]) => ({ what, wire: filledIn(value) }))
}

function filledIn(value: Json): Json {
  const text = PLACEHOLDERS.reduce(
    (json, [placeholder, own]) => json.replaceAll(placeholder, own),
    JSON.stringify(value),
  )
  return JSON.parse(text) as Json
}
