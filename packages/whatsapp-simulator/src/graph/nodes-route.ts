import type { Context } from 'hono'
import { findNumber, type SimulatorAccount } from '../accounts/account.ts'
import { selectFields } from './field-selection.ts'
import type { GraphEnv } from './graph-env.ts'
import { unknownNode } from './graph-error.ts'
import { accountHealth, healthOf } from './health-status.ts'
import { getMedia } from './media-route.ts'
import { NUMBER_DEFAULTS, numberNode } from './number-node.ts'
import { requireScope } from './token.ts'

const WABA_DEFAULTS = ['id', 'name', 'timezone_id', 'message_template_namespace']

/** `GET /{phone-number-id}`, `/{waba-id}` and `/{media-id}`: one address, told apart by whose id it is. */
export function getNode(c: Context<GraphEnv>): Response {
  const { accounts } = c.get('caller')
  const id = c.req.param('node')!
  const fields = c.req.query('fields')
  const owner = findNumber(accounts, id)
  if (owner) {
    requireScope(c.get('caller'), 'whatsapp_business_management')
    return c.json(selectFields(numberNode(c.get('simulation'), owner), fields, NUMBER_DEFAULTS))
  }
  const account = accounts.find((candidate) => candidate.wabaId === id)
  if (account) {
    requireScope(c.get('caller'), 'whatsapp_business_management')
    return c.json(selectFields(wabaNode(account), fields, WABA_DEFAULTS))
  }
  const media = getMedia(c)
  if (media) return media
  throw unknownNode('get', id)
}

function wabaNode(account: SimulatorAccount) {
  return {
    id: account.wabaId,
    name: account.wabaName,
    currency: account.currency,
    country: account.country,
    timezone_id: account.timezoneId,
    account_review_status: 'APPROVED',
    business_verification_status: 'verified',
    message_template_namespace: `ns_${account.wabaId}`,
    marketing_messages_onboarding_status: 'NOT_ONBOARDED',
    owner_business_info: account.portfolio,
    primary_funding_id: `8${account.wabaId.slice(1)}`,
    health_status: healthOf([accountHealth(account)]),
    status: 'ACTIVE',
  }
}
