import { z } from 'zod'
import type { GraphAccess } from '../credentials.ts'
import { callGraph } from '../graph/graph-client.ts'

/** The two-step verification that Meta asks for at every registration. */
export const pin = z.string().regex(/^\d{6}$/, 'The PIN has six digits.')
export const verificationCode = z
  .string()
  .transform((code) => code.replace(/[\s-]/g, ''))
  .pipe(z.string().regex(/^\d{4,8}$/, 'The code is the digits that Meta sent.'))
export const codeMethod = z.enum(['SMS', 'VOICE'])
/** Meta reviews it. https://www.facebook.com/business/help/757569725593362 */
export const displayName = z
  .string()
  .trim()
  .min(3, 'The name needs at least three characters.')
  .max(75, 'The name may have 75 characters.')

const done = z.object({ success: z.literal(true) })

async function post(access: GraphAccess, path: string, body?: Record<string, unknown>): Promise<void> {
  done.parse(await callGraph(access, 'POST', path, body))
}

/** With a number that has no PIN yet, this sets it. Ten times in 72 hours, deregistering included (133016). */
export function registerNumber(access: GraphAccess, phoneNumberId: string, pin: string): Promise<void> {
  return post(access, `${phoneNumberId}/register`, { messaging_product: 'whatsapp', pin })
}

export function deregisterNumber(access: GraphAccess, phoneNumberId: string): Promise<void> {
  return post(access, `${phoneNumberId}/deregister`)
}

/** @param language in which the code is told, like `en_US` */
export function requestCode(
  access: GraphAccess,
  phoneNumberId: string,
  { method, language }: { method: z.infer<typeof codeMethod>; language: string },
): Promise<void> {
  return post(access, `${phoneNumberId}/request_code`, { code_method: method, language })
}

export function verifyCode(access: GraphAccess, phoneNumberId: string, code: string): Promise<void> {
  return post(access, `${phoneNumberId}/verify_code`, { code })
}

export function setPin(access: GraphAccess, phoneNumberId: string, pin: string): Promise<void> {
  return post(access, phoneNumberId, { pin })
}

/** Meta reviews the name; until it has, the number keeps the one it has. */
export function requestDisplayName(access: GraphAccess, phoneNumberId: string, name: string): Promise<void> {
  return post(access, `${phoneNumberId}?${new URLSearchParams({ new_display_name: name })}`)
}
