import type { Simulator } from '../simulator.ts'

export const NUMBER = '210000000000001'
export const WABA = '110000000000001'
export const TOKEN = 'acme-access-token'
export const APP = '900100100100100'
export const APP_TOKEN = `${APP}|acme-app-secret`

// biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
export type Answer = { status: number; headers: Headers; body: any }

/** Calls Graph as the business, or the simulator's own API with `sim`. */
export async function call(
  simulator: Simulator,
  method: string,
  path: string,
  body?: unknown,
  token: string | null = TOKEN,
): Promise<Answer> {
  const response = await fetch(simulator.url + path, {
    method,
    headers: { 'Content-Type': 'application/json', ...(token ? { Authorization: `Bearer ${token}` } : {}) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  return {
    status: response.status,
    headers: response.headers,
    body: (await response.json()) as Answer['body'],
  }
}

export function sendText(
  simulator: Simulator,
  to: Record<string, string>,
  extra: Record<string, unknown> = {},
): Promise<Answer> {
  const body = {
    messaging_product: 'whatsapp',
    ...to,
    type: 'text',
    text: { body: 'Good morning' },
    ...extra,
  }
  return call(simulator, 'POST', `/v26.0/${NUMBER}/messages`, body)
}

export async function writeAs(
  simulator: Simulator,
  customerId: string,
  extra: Record<string, unknown> = {},
): Promise<string> {
  const answer = await call(simulator, 'POST', '/sim/messages', {
    customerId,
    phoneNumberId: NUMBER,
    text: 'Hello/there ż',
    ...extra,
  })
  return answer.body.message.wamid as string
}

export function listenAt(simulator: Simulator, url: string): Promise<Answer> {
  return call(simulator, 'POST', `/${WABA}/subscribed_apps`, {
    override_callback_uri: url,
    verify_token: 'v',
  })
}
