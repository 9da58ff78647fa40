import type { Context } from 'hono'
import type { BusinessNumber, SimulatorAccount } from '../accounts/account.ts'
import type { NumberState } from '../accounts/number-state.ts'
import { numberStateOf } from '../world/number-state.ts'
import { selectFields } from './field-selection.ts'
import type { GraphEnv } from './graph-env.ts'
import { unknownNode } from './graph-error.ts'
import { requireScope } from './token.ts'

export const NUMBER_DEFAULTS = [
  'verified_name',
  'code_verification_status',
  'display_phone_number',
  'quality_rating',
  'platform_type',
  'throughput',
  'last_onboarded_time',
  'id',
]
const WABA_DEFAULTS = ['id', 'name', 'timezone_id', 'message_template_namespace']

/** `GET /{phone-number-id}` and `GET /{waba-id}`: one address, told apart by whose id it is. */
export function getNode(c: Context<GraphEnv>): Response {
  const { account } = c.get('caller')
  const id = c.req.param('node')!
  const fields = c.req.query('fields')
  const number = account.numbers.find((candidate) => candidate.id === id)
  if (number) {
    requireScope(c.get('caller'), 'whatsapp_business_management')
    const state = numberStateOf(c.get('simulation').store.world, number)
    return c.json(selectFields(numberNode(number, state), fields, NUMBER_DEFAULTS))
  }
  if (account.wabaId === id) {
    requireScope(c.get('caller'), 'whatsapp_business_management')
    return c.json(selectFields(wabaNode(account), fields, WABA_DEFAULTS))
  }
  throw unknownNode('get', id)
}

export function numberNode(number: BusinessNumber, state: NumberState) {
  return {
    id: number.id,
    display_phone_number: number.displayPhoneNumber,
    verified_name: number.verifiedName,
    quality_rating: state.qualityRating,
    code_verification_status: state.codeVerificationStatus,
    name_status: state.nameStatus,
    new_name_status: 'NONE',
    status: state.isRegistered ? 'CONNECTED' : 'DISCONNECTED',
    platform_type: state.isRegistered ? 'CLOUD_API' : 'NOT_APPLICABLE',
    throughput: { level: state.throughput },
    whatsapp_business_manager_messaging_limit: state.messagingLimit,
    is_official_business_account: false,
    is_pin_enabled: true,
    is_on_biz_app: false,
    account_mode: 'LIVE',
    health_status: health('PHONE_NUMBER', number.id, state.isRegistered && !state.isInMaintenance),
    webhook_configuration: {},
    last_onboarded_time: '2026-01-15T09:00:00+0000',
    search_visibility: 'VISIBLE',
    username: undefined,
  }
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
    owner_business_info: { id: `9${account.wabaId.slice(1)}`, name: account.wabaName },
    primary_funding_id: `8${account.wabaId.slice(1)}`,
    health_status: health('WABA', account.wabaId),
    status: 'ACTIVE',
  }
}

function health(entityType: string, id: string, canSend = true) {
  const answer = canSend ? 'AVAILABLE' : 'BLOCKED'
  return {
    can_send_message: answer,
    entities: [{ entity_type: entityType, id, can_send_message: answer }],
  }
}
