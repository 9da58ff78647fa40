import type { Context } from 'hono'
import { type LibraryTemplate, templateLibrary } from '../accounts/template-library.ts'
import type { GraphEnv } from './graph-env.ts'
import { pageOf } from './paging.ts'
import { requireScope } from './token.ts'

/** `GET /message_template_library`, narrowed by `search`, `topic`, `usecase`, `industry`, `language` and `name`. */
export function getTemplateLibrary(c: Context<GraphEnv>): Response {
  requireScope(c.get('caller'), 'whatsapp_business_management')
  const query = c.req.query()
  return c.json(
    pageOf(
      templateLibrary.filter((one) => isWanted(one, query)),
      new URL(c.req.url),
    ),
  )
}

function isWanted(template: LibraryTemplate, query: Record<string, string>): boolean {
  const { search, topic, usecase, industry, language, name } = query
  const is = (value: string, wanted: string | undefined) =>
    wanted === undefined || value.toLowerCase() === wanted.toLowerCase()
  const text = [template.name, template.header, template.body].join('\n').toLowerCase()
  return (
    is(template.topic, topic) &&
    is(template.usecase, usecase) &&
    is(template.language, language) &&
    is(template.name, name) &&
    (industry === undefined || template.industry.includes(industry.toUpperCase())) &&
    (search === undefined || text.includes(search.replaceAll('"', '').toLowerCase()))
  )
}
