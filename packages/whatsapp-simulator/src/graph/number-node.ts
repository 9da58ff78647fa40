import type { NumberOwner } from '../accounts/account.ts'
import { registrationOf } from '../actions/register-number.ts'
import type { Simulation } from '../simulation.ts'
import { numberStateOf } from '../world/number-state.ts'
import type { World } from '../world/world.ts'
import { healthOf, numberHealth } from './health-status.ts'

export const NUMBER_DEFAULTS = [
  'verified_name',
  'code_verification_status',
  'display_phone_number',
  'quality_rating',
  'platform_type',
  'throughput',
  'last_onboarded_time',
  'webhook_configuration',
  'id',
]

/** A number as Graph knows it, with every field that can be asked for. */
export function numberNode(simulation: Simulation, owner: NumberOwner) {
  const { number } = owner
  const { world } = simulation.store
  const state = numberStateOf(world, number)
  const registration = registrationOf(simulation, number)
  const requested = world.requestedNames[number.id]
  const { isRegistered } = state
  return {
    id: number.id,
    display_phone_number: number.displayPhoneNumber,
    verified_name: number.verifiedName,
    quality_rating: state.qualityRating,
    code_verification_status: state.codeVerificationStatus,
    name_status: state.nameStatus,
    new_display_name: requested?.name,
    new_name_status: requested?.status ?? 'NONE',
    status: isRegistered ? 'CONNECTED' : registration.isNew ? 'PENDING' : 'DISCONNECTED',
    platform_type: isRegistered ? 'CLOUD_API' : 'NOT_APPLICABLE',
    throughput: { level: isRegistered ? state.throughput : 'NOT_APPLICABLE' },
    whatsapp_business_manager_messaging_limit: state.messagingLimit,
    is_official_business_account: false,
    is_pin_enabled: registration.pin !== null,
    is_on_biz_app: false,
    account_mode: 'LIVE',
    health_status: healthOf(numberHealth(owner, state)),
    webhook_configuration: webhooksOf(world, owner),
    last_onboarded_time: registration.isNew ? undefined : '2026-01-15T09:00:00+0000',
    search_visibility: 'VISIBLE',
    username: undefined,
  }
}

/** Where the number's messages go, by level; the first of number, account and app that is there counts. */
function webhooksOf(world: World, { account, number }: NumberOwner) {
  const { appId, wabaId } = account
  const ofAccount = world.accountSubscriptions.find(
    (entry) => entry.appId === appId && entry.wabaId === wabaId,
  )
  const application = world.appSubscriptions[appId]?.callbackUrl
  const override = world.numberOverrides[number.id]
  return {
    ...(override ? { phone_number: override } : {}),
    ...(ofAccount?.overrideCallbackUri ? { whatsapp_business_account: ofAccount.overrideCallbackUri } : {}),
    ...(application ? { application } : {}),
  }
}
