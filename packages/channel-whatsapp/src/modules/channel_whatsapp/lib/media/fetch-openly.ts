import { Readable } from 'node:stream'
import {
  guardedAgent,
  refusalOf,
} from '@open-mercato/communication-channels/modules/communication_channels/lib/files/link/guarded-agent'
import {
  checkLink,
  type LinkRules,
  PUBLIC_INTERNET,
} from '@open-mercato/communication-channels/modules/communication_channels/lib/files/link/link-rules'
import { AddressUntrusted, BytesInterrupted } from './bytes-failure.ts'

/**
 * Asks an address that is not known to be Meta's, as anybody could: without the token, and at public addresses alone.
 * Follows no redirect.
 *
 * @param signal ends the connection; to be aborted once the answer is read
 * @throws AddressUntrusted, BytesInterrupted
 */
export async function fetchOpenly(
  address: string,
  signal: AbortSignal,
  rules: LinkRules = PUBLIC_INTERNET,
): Promise<Response> {
  const agent = guardedAgent(rules)
  signal.addEventListener('abort', () => void agent.destroy(), { once: true })
  try {
    const { origin, pathname, search } = checkLink(address, rules)
    const { statusCode, headers, body } = await agent.request({
      origin,
      path: `${pathname}${search}`,
      method: 'GET',
      headers: { accept: '*/*', 'accept-encoding': 'identity' },
      signal,
    })
    // A body that is dropped half-read says so, and nobody is interested.
    body.on('error', () => {})
    // What is packed can be a thousand times its size. It was asked for unpacked.
    if ((headers['content-encoding'] ?? 'identity') !== 'identity') throw new Error('It came packed.')
    const said = Object.entries(headers).flatMap(([name, value]) =>
      [value ?? []].flat().map((one): [string, string] => [name, one]),
    )
    return new Response(statusCode === 200 ? webStream(body) : null, { status: statusCode, headers: said })
  } catch (failure) {
    if (refusalOf(failure)) throw new AddressUntrusted('It leads to where no file is fetched from.')
    throw new BytesInterrupted('The connection broke while the file was read.', { cause: failure })
  }
}

function webStream(body: Readable): ReadableStream<Uint8Array> {
  return Readable.toWeb(body) as ReadableStream<Uint8Array>
}
