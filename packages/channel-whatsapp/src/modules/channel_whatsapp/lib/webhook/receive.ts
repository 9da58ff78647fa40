import { timingSafeEqual } from 'node:crypto'
import { acceptDelivery } from '@open-mercato/communication-channels/modules/communication_channels/lib/ingest/accept-delivery'
import type { ConnectionDirectory, KnownConnection } from '../connections/connection-directory.ts'
import { PROVIDER_KEY } from '../provider.ts'
import { redactDelivery } from './redact-delivery.ts'
import { rejections } from './rejections.ts'
import { isSignedBy } from './signature.ts'
import { splitByAccount } from './split-by-account.ts'

/** Meta sends at most 3 MB. */
export const MAX_DELIVERY_BYTES = 3 * 1024 * 1024

/**
 * A delivery from Meta. The key in the URL names one connection, so its secret is known before a byte is parsed.
 *
 *   404 no such connection   403 switched off   413 too large   401 not signed with this connection's app secret
 *   503 its numbers were not read from Graph yet, so nothing could be filed
 *   200 kept: only after the row is durable; if it cannot be written this throws, and Meta comes again
 */
export async function receiveDelivery(
  directory: ConnectionDirectory,
  key: string,
  request: Request,
): Promise<Response> {
  const connection = await directory.find(key)
  if (!connection) return unknownKey()
  if (!connection.isEnabled || (isSwitchedOff(connection) && connection.siblings.size === 0))
    return switchedOff()
  if (connection.numbers.length === 0) return notReady()
  if (Number(request.headers.get('content-length')) > MAX_DELIVERY_BYTES) return tooLarge()
  const body = new Uint8Array(await request.arrayBuffer())
  if (body.byteLength > MAX_DELIVERY_BYTES) return tooLarge()
  if (!isSignedBy(connection.appSecret, body, request.headers.get('x-hub-signature-256'))) {
    rejections.count('signature', connection.id, Date.now())
    return refusal(401, 'signature', 'The signature is missing or wrong.')
  }
  const parts = await partsOf(directory, connection, body)
  if (parts.some(({ owner }) => owner.numbers.length === 0)) return notReady()
  const wanted = parts.filter(({ owner }) => !isSwitchedOff(owner))
  if (wanted.length === 0) return switchedOff()
  await Promise.all(wanted.map((part) => accept(directory, part)))
  return new Response('ok', { status: 200 })
}

interface OwnedPart {
  owner: KnownConnection
  body: Uint8Array
}

/** What is about an account of the app that another connection has, is that connection's. */
async function partsOf(
  directory: ConnectionDirectory,
  connection: KnownConnection,
  body: Uint8Array,
): Promise<OwnedPart[]> {
  const parts = splitByAccount(body, connection.siblings)
  return Promise.all(
    parts.map(async (part) => {
      const sibling = part.key === null ? null : await directory.find(part.key)
      return { owner: sibling ?? connection, body: part.body }
    }),
  )
}

async function accept(directory: ConnectionDirectory, { owner, body }: OwnedPart): Promise<void> {
  const disabled = new Set(owner.numbers.filter((number) => !number.isEnabled).map((number) => number.id))
  await acceptDelivery(directory.em, owner.dek, {
    scope: owner.scope,
    providerKey: PROVIDER_KEY,
    connectionId: owner.id,
    body: disabled.size > 0 ? redactDelivery(body, disabled) : body,
  })
}

/** Meta's handshake when the webhook is set up: the challenge comes back as it is, for the right verify token. */
export async function answerHandshake(
  directory: ConnectionDirectory,
  key: string,
  request: Request,
): Promise<Response> {
  const connection = await directory.find(key)
  if (!connection) return unknownKey()
  if (!connection.isEnabled) return switchedOff()
  const query = new URL(request.url).searchParams
  const challenge = query.get('hub.challenge')
  const isAsked = query.get('hub.mode') === 'subscribe' && challenge !== null
  if (!isAsked || !isSame(connection.verifyToken, query.get('hub.verify_token'))) {
    rejections.count('verify_token', connection.id, Date.now())
    return refusal(403, 'verify_token', 'The verify token is not the one of this connection.')
  }
  return new Response(challenge, { headers: { 'content-type': 'text/plain; charset=utf-8' } })
}

/** With every number off there is nobody to keep anything for. */
function isSwitchedOff({ isEnabled, numbers }: KnownConnection): boolean {
  return !isEnabled || (numbers.length > 0 && !numbers.some((number) => number.isEnabled))
}

function switchedOff(): Response {
  return refusal(403, 'disabled', 'This connection is switched off.')
}

function notReady(): Response {
  return refusal(503, 'not_ready', 'The numbers are not known yet.')
}

function tooLarge(): Response {
  return refusal(413, 'too_large', 'A delivery has at most 3 MB.')
}

function unknownKey(): Response {
  rejections.count('unknown_key', null, Date.now())
  return refusal(404, 'unknown_connection', 'There is no such connection.')
}

function refusal(status: number, code: string, error: string): Response {
  return Response.json({ error, code }, { status })
}

function isSame(expected: string, given: string | null): boolean {
  const [a, b] = [Buffer.from(expected), Buffer.from(given ?? '')]
  return a.length === b.length && timingSafeEqual(a, b)
}
