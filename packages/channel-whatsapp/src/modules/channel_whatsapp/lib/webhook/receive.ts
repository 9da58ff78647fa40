import { timingSafeEqual } from 'node:crypto'
import { acceptDelivery } from '@open-mercato/communication-channels/modules/communication_channels/lib/ingest/accept-delivery'
import type { ConnectionDirectory, KnownConnection } from '../connections/connection-directory.ts'
import { PROVIDER_KEY } from '../provider.ts'
import type { Door } from './door/door.ts'
import { declaredLength, readBody } from './door/read-body.ts'
import { Visit } from './door/visit.ts'
import { redactDelivery } from './redact-delivery.ts'
import { isSignature, isSignedBy } from './signature.ts'
import { splitByAccount } from './split-by-account.ts'

/** Meta sends at most 3 MB. */
export const MAX_DELIVERY_BYTES = 3 * 1024 * 1024

/**
 * A delivery from Meta. The key in the URL names one connection, so its secret is known before a byte is parsed. Until
 * its signature was found right nobody's body is held longer or larger than the door allows.
 *
 *   429 too many forgeries from there   404 no such connection   403 switched off   413 too large
 *   401 not signed with this connection's app secret   408 sent too slowly
 *   503 its numbers were not read from Graph yet, so nothing could be filed; or too many wait already
 *   200 kept: only after the row is durable; if it cannot be written this throws, and Meta comes again
 */
export async function receiveDelivery(
  directory: ConnectionDirectory,
  door: Door,
  key: string,
  request: Request,
): Promise<Response> {
  const visit = new Visit(door, request)
  const connection = await admit(directory, visit, key)
  if (connection instanceof Response) return connection
  if (isSwitchedOff(connection) && (!connection.isEnabled || connection.siblings.size === 0))
    return switchedOff()
  if (connection.numbers.length === 0) return notReady()
  if (!isSignature(request.headers.get('x-hub-signature-256'))) return visit.refuse('signature', connection)
  const declared = declaredLength(request) ?? MAX_DELIVERY_BYTES
  if (declared > MAX_DELIVERY_BYTES) return visit.refuse('too_large', connection)

  const leave = await visit.enter(connection, declared)
  if (!leave) return visit.refuse('busy', connection)
  try {
    return await receiveWithin(directory, visit, connection, request)
  } finally {
    leave()
  }
}

async function receiveWithin(
  directory: ConnectionDirectory,
  visit: Visit,
  connection: KnownConnection,
  request: Request,
): Promise<Response> {
  const body = await readBody(request, MAX_DELIVERY_BYTES, visit.patience)
  if (typeof body === 'string') return visit.refuse(body, connection)
  if (!isSignedBy(connection.appSecret, body, request.headers.get('x-hub-signature-256')))
    return visit.refuse('signature', connection)
  visit.wasValid()
  const parts = await partsOf(directory, connection, body)
  if (parts.some(({ owner }) => owner.numbers.length === 0)) return notReady()
  const wanted = parts.filter(({ owner }) => !isSwitchedOff(owner))
  if (wanted.length === 0) return switchedOff()
  await Promise.all(wanted.map((part) => accept(directory, body, part)))
  return new Response('ok', { status: 200 })
}

/** The connection that the key names, unless whoever asks has made up too many. */
async function admit(
  directory: ConnectionDirectory,
  visit: Visit,
  key: string,
): Promise<KnownConnection | Response> {
  if (visit.isLimited(null) && !directory.holds(key)) return visit.refuseLimited(null)
  const connection = await directory.find(key)
  if (!connection) return visit.refuse('unknown_key', null)
  return visit.isLimited(connection) ? visit.refuseLimited(connection) : connection
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

/** @param received as it came, which is what was signed */
async function accept(
  directory: ConnectionDirectory,
  received: Uint8Array,
  { owner, body }: OwnedPart,
): Promise<void> {
  const disabled = new Set(owner.numbers.filter((number) => !number.isEnabled).map((number) => number.id))
  const kept = disabled.size > 0 ? redactDelivery(body, disabled) : body
  await acceptDelivery(directory.em, owner.dek, {
    scope: owner.scope,
    providerKey: PROVIDER_KEY,
    connectionId: owner.id,
    body: kept,
    verdict: kept !== body ? 'signed, parts withheld' : body !== received ? 'signed, parts of it' : 'signed',
  })
}

/** Meta's handshake when the webhook is set up: the challenge comes back as it is, for the right verify token. */
export async function answerHandshake(
  directory: ConnectionDirectory,
  door: Door,
  key: string,
  request: Request,
): Promise<Response> {
  const visit = new Visit(door, request)
  const connection = await admit(directory, visit, key)
  if (connection instanceof Response) return connection
  if (!connection.isEnabled) return switchedOff()
  const query = new URL(request.url).searchParams
  const challenge = query.get('hub.challenge')
  const isAsked = query.get('hub.mode') === 'subscribe' && challenge !== null
  if (!isAsked || !isSame(connection.verifyToken, query.get('hub.verify_token')))
    return visit.refuse('verify_token', connection)
  return new Response(challenge, { headers: { 'content-type': 'text/plain; charset=utf-8' } })
}

/** With every number off there is nobody to keep anything for. */
function isSwitchedOff({ isEnabled, numbers }: KnownConnection): boolean {
  return !isEnabled || (numbers.length > 0 && !numbers.some((number) => number.isEnabled))
}

function switchedOff(): Response {
  return Response.json({ error: 'This connection is switched off.', code: 'disabled' }, { status: 403 })
}

function notReady(): Response {
  return Response.json({ error: 'The numbers are not known yet.', code: 'not_ready' }, { status: 503 })
}

function isSame(expected: string, given: string | null): boolean {
  const [a, b] = [Buffer.from(expected), Buffer.from(given ?? '')]
  return a.length === b.length && timingSafeEqual(a, b)
}
