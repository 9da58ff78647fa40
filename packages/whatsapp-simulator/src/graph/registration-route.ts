import type { Context } from 'hono'
import { deregisterNumber, registerNumber, requestCode, verifyCode } from '../actions/register-number.ts'
import { isPin } from '../rules/registration.ts'
import type { GraphEnv } from './graph-env.ts'
import { GraphError } from './graph-error.ts'
import { managedNumber } from './token.ts'

const METHODS = ['SMS', 'VOICE']

/** `POST /{phone-number-id}/request_code` */
export function postRequestCode(c: Context<GraphEnv>): Response {
  const owner = managedNumber(c)
  const { code_method, language } = c.get('parameters')
  if (!METHODS.includes(String(code_method)))
    throw new GraphError(100, { title: `Param code_method must be one of {${METHODS.join(', ')}}` })
  if (typeof language !== 'string' || !language)
    throw new GraphError(100, { title: 'The parameter language is required.' })
  requestCode(c.get('simulation'), owner)
  return c.json({ success: true })
}

/** `POST /{phone-number-id}/verify_code` */
export function postVerifyCode(c: Context<GraphEnv>): Response {
  const owner = managedNumber(c)
  // People type codes as they read them: 123-456.
  const code = String(c.get('parameters').code ?? '').replace(/[\s-]/g, '')
  if (!code) throw new GraphError(100, { title: 'The parameter code is required.' })
  verifyCode(c.get('simulation'), owner, code)
  return c.json({ success: true, id: owner.number.id })
}

/** `POST /{phone-number-id}/register` */
export function postRegister(c: Context<GraphEnv>): Response {
  const owner = managedNumber(c)
  const { messaging_product, pin, data_localization_region: region } = c.get('parameters')
  if (messaging_product !== 'whatsapp')
    throw new GraphError(100, { title: 'The parameter messaging_product is required.' })
  if (!isPin(pin)) throw new GraphError(100, { title: 'Param pin must be 6 digits.' })
  if (region !== undefined && !/^[A-Z]{2}$/.test(String(region)))
    throw new GraphError(100, { title: 'Param data_localization_region must be a country of two letters.' })
  registerNumber(c.get('simulation'), owner, pin)
  return c.json({ success: true })
}

/** `POST /{phone-number-id}/deregister` */
export function postDeregister(c: Context<GraphEnv>): Response {
  deregisterNumber(c.get('simulation'), managedNumber(c))
  return c.json({ success: true })
}
