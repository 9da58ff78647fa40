import type { Context } from 'hono'
import type { SimulatorAccount } from '../accounts/account.ts'
import type { Template } from '../accounts/template.ts'
import { templatesOf } from '../world/template-state.ts'
import { selectFields } from './field-selection.ts'
import type { GraphEnv } from './graph-env.ts'
import { unknownNode } from './graph-error.ts'
import { NUMBER_DEFAULTS, numberNode } from './number-node.ts'
import { pageOf } from './paging.ts'
import { requireScope } from './token.ts'

const TEMPLATE_DEFAULTS = ['name', 'parameter_format', 'components', 'language', 'status', 'category', 'id']

/** `GET /{waba-id}/phone_numbers` */
export function getPhoneNumbers(c: Context<GraphEnv>): Response {
  const account = ownAccount(c)
  const simulation = c.get('simulation')
  const page = pageOf(
    account.numbers.map((number) => numberNode(simulation, { account, number })),
    new URL(c.req.url),
  )
  return c.json({
    ...page,
    data: page.data.map((node) => selectFields(node, c.req.query('fields'), NUMBER_DEFAULTS)),
  })
}

/** `GET /{waba-id}/message_templates`, narrowed by name, status, category and language. */
export function getTemplates(c: Context<GraphEnv>): Response {
  const account = ownAccount(c)
  const { world } = c.get('simulation').store
  const templates = templatesOf(world, account).filter((template) => matches(template, c.req.query()))
  const page = pageOf(templates, new URL(c.req.url))
  return c.json({
    ...page,
    data: page.data.map((node) => selectFields(node, c.req.query('fields'), TEMPLATE_DEFAULTS)),
  })
}

export function ownAccount(c: Context<GraphEnv>): SimulatorAccount {
  const caller = c.get('caller')
  const wabaId = c.req.param('node')!
  const account = caller.accounts.find((candidate) => candidate.wabaId === wabaId)
  if (!account) throw unknownNode(c.req.method, wabaId)
  requireScope(caller, 'whatsapp_business_management')
  return account
}

function matches(template: Template, query: Record<string, string>): boolean {
  const equals = (value: string, wanted: string | undefined) =>
    wanted === undefined || value.toLowerCase() === wanted.toLowerCase()
  const search = query.name_or_content?.toLowerCase()
  return (
    (query.name === undefined || template.name.includes(query.name)) &&
    equals(template.status, query.status) &&
    equals(template.category, query.category) &&
    equals(template.language, query.language) &&
    (search === undefined ||
      JSON.stringify([template.name, template.components]).toLowerCase().includes(search))
  )
}
