import { drainHub } from '@open-mercato/communication-channels/testing/drain-hub'
import { simulatorOf } from './customer.ts'
import { threadOf } from './inbox.ts'
import type { Shop } from './shop.ts'

type Kind = 'image' | 'video' | 'audio' | 'document' | 'sticker'

/** Maria sends a file from the simulator's phone, and Meta's side has delivered it. */
export async function mariaSends(
  shop: Shop,
  type: Kind,
  file: { bytes: Uint8Array; mimeType: string; fileName?: string } | null,
  more: object = {},
): Promise<void> {
  const phoneNumberId = shop.acme.account.numbers[0]!.id
  let id: string | undefined
  if (file) {
    const name = file.fileName ? `&fileName=${encodeURIComponent(file.fileName)}` : ''
    const response = await fetch(`${shop.simulatorUrl}/sim/files?phoneNumberId=${phoneNumberId}${name}`, {
      method: 'POST',
      headers: { 'content-type': file.mimeType },
      body: Buffer.from(file.bytes),
    })
    expect(response.status).toBe(201)
    id = (await response.json()).file.id
  }
  const content = { type, [type]: { ...(id && { id }), ...more } }
  const { message } = await simulatorOf(shop, 'messages', {
    method: 'POST',
    body: JSON.stringify({ customerId: 'maria', phoneNumberId, content }),
  })
  const isAcknowledged = async () =>
    (await simulatorOf(shop, 'messages?customerId=maria&direction=inbound')).items.some(
      (one: { wamid: string; status: string }) =>
        one.wamid === message.wamid && one.status === 'acknowledged',
    )
  const end = Date.now() + 10_000
  while (!(await isAcknowledged())) {
    if (Date.now() > end) throw new Error('The webhook was not acknowledged.')
  }
}

export async function setFaults(shop: Shop, faults: object): Promise<void> {
  await simulatorOf(shop, 'faults', { method: 'PATCH', body: JSON.stringify(faults) })
}

const HOUR_MS = 3_600_000

/** Works everything off as if it were later. */
export async function drainLater(shop: Shop, hours: number): Promise<void> {
  await drainHub(shop.host, () => new Date(Date.now() + hours * HOUR_MS))
}

/** The last message of the newest thread, as staff see it. */
export async function lastMessage(shop: Shop) {
  return (await threadOf(shop)).at(-1)
}

/** What an address of a file answers to Acme's staff: the whole response, its body as bytes. */
export function fetchFile(shop: Shop, url: string, headers: Record<string, string> = {}) {
  return shop.acme.agent('get', url).set(headers).buffer(true).parse(asBytes)
}

// biome-ignore lint/suspicious/noExplicitAny: supertest's own parser type
function asBytes(response: any, done: (error: Error | null, body: Buffer) => void): void {
  const chunks: Buffer[] = []
  response.on('data', (chunk: Buffer) => chunks.push(chunk))
  response.on('end', () => done(null, Buffer.concat(chunks)))
}
