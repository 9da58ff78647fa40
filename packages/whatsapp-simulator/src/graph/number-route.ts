import type { Context } from 'hono'
import type { NumberOwner } from '../accounts/account.ts'
import { addNumber } from '../actions/add-number.ts'
import { setPin } from '../actions/register-number.ts'
import { requestName } from '../actions/review-name.ts'
import { isPin } from '../rules/registration.ts'
import { verifyCallback } from '../webhooks/handshake.ts'
import { readOverride } from './account-subscriptions-route.ts'
import type { GraphEnv } from './graph-env.ts'
import { GraphError } from './graph-error.ts'
import { ownAccount } from './lists-route.ts'
import { managedNumber } from './token.ts'

const NAME_LIMIT = 512

/** `POST /{phone-number-id}` with `pin`, `webhook_configuration` or `new_display_name`. */
export async function postNumber(c: Context<GraphEnv>): Promise<Response> {
  const owner = managedNumber(c)
  const { pin, webhook_configuration: webhook, new_display_name: name } = c.get('parameters')
  if (pin === undefined && webhook === undefined && name === undefined) {
    throw new GraphError(100, {
      title: 'One of the parameters pin, webhook_configuration and new_display_name is required.',
    })
  }
  if (pin !== undefined && !isPin(pin)) throw new GraphError(100, { title: 'Param pin must be 6 digits.' })
  if (name !== undefined) refuseName(name)
  if (webhook !== undefined) await overrideWebhook(c, owner, webhook)
  if (isPin(pin)) setPin(c.get('simulation'), owner, pin)
  if (name !== undefined) requestName(c.get('simulation'), owner, String(name))
  return c.json({ success: true })
}

/** `POST /{waba-id}/phone_numbers` */
export function postPhoneNumbers(c: Context<GraphEnv>): Response {
  const account = ownAccount(c)
  const { cc, phone_number, verified_name } = c.get('parameters')
  const callingCode = String(cc ?? '').replace(/^\+/, '')
  if (!/^[1-9]\d{0,2}$/.test(callingCode))
    throw new GraphError(100, { title: 'The parameter cc is required.' })
  const digits = String(phone_number ?? '').replace(/[\s()+-]/g, '')
  if (!/^\d{5,15}$/.test(digits))
    throw new GraphError(100, { title: 'Param phone_number must be the digits of a phone number.' })
  refuseName(verified_name, 'verified_name')
  // Meta's own example has the calling code in both.
  const national =
    digits.startsWith(callingCode) && digits.length > 9 ? digits.slice(callingCode.length) : digits
  const given = { callingCode, national, verifiedName: String(verified_name) }
  return c.json({ id: addNumber(c.get('simulation'), account, given) })
}

/** An override of this number alone; an empty address takes it away. Throws 2200 when the address does not echo. */
async function overrideWebhook(c: Context<GraphEnv>, owner: NumberOwner, given: unknown): Promise<void> {
  const { store } = c.get('simulation')
  const { world } = store
  const { appId, wabaId } = owner.account
  const listens = world.accountSubscriptions.some((one) => one.appId === appId && one.wabaId === wabaId)
  if (!listens) {
    throw new GraphError(100, {
      title:
        'Before override the current callback uri, your app must be subscribed to receive messages for WhatsApp Business Account.',
    })
  }
  const configuration = asObject(given)
  if (configuration.override_callback_uri === '') {
    delete world.numberOverrides[owner.number.id]
  } else {
    const { uri, token } = readOverride(configuration)
    await verifyCallback(uri, token)
    world.numberOverrides[owner.number.id] = uri
  }
  store.changed({ kind: 'subscriptions' })
}

function asObject(given: unknown): Record<string, unknown> {
  try {
    const value: unknown = typeof given === 'string' ? JSON.parse(given) : given
    if (typeof value === 'object' && value !== null) return value as Record<string, unknown>
  } catch {
    // Falls through to the same answer as anything that is no object.
  }
  throw new GraphError(100, { title: 'Param webhook_configuration must be an object.' })
}

function refuseName(name: unknown, parameter = 'new_display_name'): void {
  if (typeof name === 'string' && name.trim().length > 0 && name.length <= NAME_LIMIT) return
  throw new GraphError(100, {
    title: `Param ${parameter} must be a name of at most ${NAME_LIMIT} characters.`,
  })
}
