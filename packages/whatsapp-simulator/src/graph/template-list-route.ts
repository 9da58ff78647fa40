import type { Context } from 'hono'
import type { Template, TemplatePart } from '../accounts/template.ts'
import { templateLimit } from '../actions/create-template.ts'
import { selectFields } from './field-selection.ts'
import type { GraphEnv } from './graph-env.ts'
import { GraphError } from './graph-error.ts'
import { ownAccount } from './lists-route.ts'
import { pageOf } from './paging.ts'
import { TEMPLATE_DEFAULTS, templateNode } from './template-node.ts'

/** `GET /{waba-id}/message_templates`, narrowed, page by page, and with a summary where one is asked for. */
export function getTemplates(c: Context<GraphEnv>): Response {
  const account = ownAccount(c)
  const query = c.req.query()
  const all = account.templates
  const isWanted = filterOf(query)
  const found = isWanted ? all.filter(isWanted) : all
  const page = pageOf(found, new URL(c.req.url))
  const data = page.data.map((template) =>
    selectFields(templateNode(template), query.fields, TEMPLATE_DEFAULTS),
  )
  if (query.summary === undefined) return c.json({ ...page, data })
  const counts = {
    total_count: found.length,
    message_template_count: all.length,
    message_template_limit: templateLimit(c.get('simulation').store.world, account),
    are_translations_complete: true,
  }
  return c.json({ ...page, data, summary: summaryOf(counts, query.summary) })
}

function summaryOf(counts: Record<string, unknown>, asked: string): Record<string, unknown> {
  const names = asked === 'true' ? ['total_count'] : asked.split(',').map((name) => name.trim())
  const unknown = names.find((name) => !(name in counts))
  if (unknown !== undefined) {
    throw new GraphError(100, { title: `Tried accessing nonexisting summary field (${unknown})` })
  }
  return Object.fromEntries(names.map((name) => [name, counts[name]]))
}

type Filter = (template: Template) => boolean

/** Null where nothing narrows the list. */
function filterOf(query: Record<string, string>): Filter | null {
  const filters: Filter[] = []
  const { name, content, name_or_content: either } = query
  if (name !== undefined) filters.push((template) => template.name.includes(name))
  const search = (text: string, where: (template: Template) => string) => {
    const small = text.toLowerCase()
    filters.push((template) => where(template).toLowerCase().includes(small))
  }
  if (content !== undefined) search(content, contentOf)
  if (either !== undefined) search(either, (template) => `${template.name}\n${contentOf(template)}`)
  const oneOf = (wanted: string | undefined, of: (template: Template) => string) => {
    if (wanted === undefined) return
    const values = valuesOf(wanted)
    filters.push((template) => values.includes(of(template).toUpperCase()))
  }
  oneOf(query.status, ({ status }) => status)
  oneOf(query.category, ({ category }) => category)
  oneOf(query.language, ({ language }) => language)
  oneOf(query.quality_score, ({ quality_score }) => quality_score.score)
  oneOf(query.source, () => 'USER_GENERATED')
  return filters.length === 0 ? null : (template) => filters.every((isWanted) => isWanted(template))
}

/** `APPROVED`, `APPROVED,PAUSED` or `["APPROVED","PAUSED"]`. */
function valuesOf(text: string): string[] {
  return text
    .replace(/[[\]"']/g, '')
    .split(',')
    .map((value) => value.trim().toUpperCase())
}

function contentOf(part: TemplatePart): string {
  return part.components
    .flatMap((component) => {
      if (component.type === 'CAROUSEL') return component.cards.map(contentOf)
      if (component.type === 'BUTTONS') return component.buttons.map(({ text }) => text)
      return 'text' in component ? component.text : []
    })
    .join('\n')
}
