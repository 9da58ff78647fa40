import type {
  DownloadedMedia,
  DownloadMediaInput,
} from '@open-mercato/communication-channels/modules/communication_channels/lib/adapter/media'
import type { GraphAccess } from '../credentials.ts'
import { graphAccessOf } from '../graph/graph-access.ts'
import { needsReauthorisation } from '../graph/send-failure.ts'
import { graphUrl } from '../provider.ts'
import { requireReauthorisationHere } from '../reauthorisation.ts'
import { BytesRefused, BytesTooMany } from './bytes-failure.ts'
import { fetchBytes, type Patience } from './fetch-bytes.ts'
import { fetchOpenly } from './fetch-openly.ts'
import { downloadFailure, mediaError } from './media-failure.ts'
import { type MediaNode, readMediaNode } from './media-node.ts'
import { mayHaveToken } from './trusted-address.ts'

/** How bytes are read. */
export interface Reading {
  patience: Patience
  openly: typeof fetchOpenly
}

/** Meta's largest file, 100 MB, at a modest megabyte a second; and half a minute of silence. */
const READING: Reading = { patience: { wholeMs: 100_000, stallMs: 30_000 }, openly: fetchOpenly }

/**
 * The bytes of a file, by its id: Graph says each time anew where it lies, because an address is good for five minutes.
 * The address of the webhook alone is used where there is no id. The token goes to Meta's own hosts; where Meta leads
 * elsewhere, the file is asked for without it.
 *
 * @throws MediaError
 */
export async function downloadMedia(
  { scope, channel, credentials, media, maxBytes }: DownloadMediaInput,
  reading: Reading = READING,
): Promise<DownloadedMedia> {
  const access = graphAccessOf.parse(credentials)
  try {
    if (media.id) return await byId(access, media.id, maxBytes, reading)
    if (media.link) return await byNode(access, nowhereElse(media.link), maxBytes, reading)
  } catch (failure) {
    if (needsReauthorisation(failure)) await requireReauthorisationHere(scope, channel)
    throw downloadFailure(failure)
  }
  throw mediaError('media_gone', false)
}

async function byId(
  access: GraphAccess,
  id: string,
  maxBytes: number,
  reading: Reading,
): Promise<DownloadedMedia> {
  const read = async () => byNode(access, await readMediaNode(access, id), maxBytes, reading)
  try {
    return await read()
  } catch (failure) {
    // Between the two calls the address can have expired; one more time it is asked for at once.
    if (failure instanceof BytesRefused && failure.httpStatus < 500 && failure.httpStatus !== 429)
      return read()
    throw failure
  }
}

async function byNode(
  { accessToken }: GraphAccess,
  node: MediaNode,
  maxBytes: number,
  reading: Reading,
): Promise<DownloadedMedia> {
  if (node.byteSize !== null && node.byteSize > maxBytes) throw new BytesTooMany()
  const { bytes, mimeType, sha256 } = await fetchBytes({
    address: node.url,
    token: accessToken,
    mayHaveToken: (address) => mayHaveToken(address, graphUrl()),
    maxBytes,
    ...reading,
  })
  const isWhole = node.byteSize === null || node.byteSize === bytes.byteLength
  const isSame = node.sha256 === null || isHash(node.sha256, sha256)
  if (!isWhole || !isSame) throw mediaError('media_damaged', true)
  return { bytes, mimeType: node.mimeType ?? mimeType }
}

/** Media nodes carry the hash in hex, webhooks in base64. */
function isHash(told: string, { base64, hex }: { base64: string; hex: string }): boolean {
  return told.toLowerCase() === hex || told === base64
}

function nowhereElse(url: string): MediaNode {
  return { url, mimeType: null, sha256: null, byteSize: null }
}
