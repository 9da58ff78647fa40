import type { Context } from 'hono'
import type { SimulatorAccount } from '../accounts/account.ts'
import { selectFields } from './field-selection.ts'
import type { GraphEnv } from './graph-env.ts'
import { unknownNode } from './graph-error.ts'
import { NUMBER_DEFAULTS, numberNode } from './number-node.ts'
import { pageOf } from './paging.ts'
import { requireScope } from './token.ts'

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

export function ownAccount(c: Context<GraphEnv>): SimulatorAccount {
  const caller = c.get('caller')
  const wabaId = c.req.param('node')!
  const account = caller.accounts.find((candidate) => candidate.wabaId === wabaId)
  if (!account) throw unknownNode(c.req.method, wabaId)
  requireScope(caller, 'whatsapp_business_management')
  return account
}
