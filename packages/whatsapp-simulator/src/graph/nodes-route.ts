import type { Context } from 'hono'
import { findNumber, type SimulatorAccount } from '../accounts/account.ts'
import { findTemplate } from '../accounts/template-owner.ts'
import { templateLimit } from '../actions/create-template.ts'
import type { World } from '../world/world.ts'
import { selectFields } from './field-selection.ts'
import type { GraphEnv } from './graph-env.ts'
import { unknownNode } from './graph-error.ts'
import { accountHealth, healthOf } from './health-status.ts'
import { getMedia } from './media-route.ts'
import { NUMBER_DEFAULTS, numberNode } from './number-node.ts'
import { postNumber } from './number-route.ts'
import { postTemplate } from './template-edit-route.ts'
import { TEMPLATE_DEFAULTS, templateNode } from './template-node.ts'
import { requireScope } from './token.ts'

const WABA_DEFAULTS = ['id', 'name', 'timezone_id', 'message_template_namespace']

/** `GET /{phone-number-id}`, `/{waba-id}`, `/{template-id}` and `/{media-id}`: one address, told apart by whose id it is. */
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
    const { world } = c.get('simulation').store
    return c.json(selectFields(wabaNode(account, world), fields, WABA_DEFAULTS))
  }
  const owned = findTemplate(accounts, id)
  if (owned) {
    requireScope(c.get('caller'), 'whatsapp_business_management')
    return c.json(selectFields(templateNode(owned.template), fields, TEMPLATE_DEFAULTS))
  }
  const media = getMedia(c)
  if (media) return media
  throw unknownNode('get', id)
}

/** `POST` to a template edits it; every other address is a number's. */
export function postNode(c: Context<GraphEnv>): Response | Promise<Response> {
  const owned = findTemplate(c.get('caller').accounts, c.req.param('node')!)
  return owned ? postTemplate(c, owned) : postNumber(c)
}

function wabaNode(account: SimulatorAccount, world: World) {
  return {
    id: account.wabaId,
    name: account.wabaName,
    currency: account.currency,
    country: account.country,
    timezone_id: account.timezoneId,
    account_review_status: 'APPROVED',
    business_verification_status: templateLimit(world, account) === 250 ? 'not_verified' : 'verified',
    message_template_namespace: `ns_${account.wabaId}`,
    marketing_messages_onboarding_status: 'NOT_ONBOARDED',
    owner_business_info: account.portfolio,
    primary_funding_id: `8${account.wabaId.slice(1)}`,
    health_status: healthOf([accountHealth(account)]),
    status: 'ACTIVE',
  }
}
