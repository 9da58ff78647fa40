import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type PigeonSubject, pigeonSubject } from './conformance/pigeonSubject.ts'
import { emptyTables } from './emptyTables.ts'
import { answerIn, conversationsOf, threadOf } from './inbox.ts'
import { type Depot, openDepot, parcels } from './pigeon/parcels.ts'
import { openShop, type Shop } from './shop.ts'
import { uploadTo } from './uploads.ts'

/** A shop on a provider that takes files, with a customer who wrote. */
export interface DepotShop {
  shop: Shop
  depot: Depot
  pigeons: PigeonSubject
  channelId: string
  conversationId: string
  /** What time the provider thinks it is. */
  clock: { now: Date }
  /** The id of a file that is stored. */
  upload(bytes: Uint8Array, fileName?: string): Promise<string>
  send(content: object, key?: string): ReturnType<typeof answerIn>
  /** Every message of staff, oldest first. */
  sent(): Promise<
    { id: string; status: string; error: { code: string; message: string } | null; content: object }[]
  >
  drain(now?: Date): Promise<void>
  /** As when it was opened: nothing was sent, no file is kept. */
  reset(): Promise<void>
  close(): Promise<void>
}

export async function openDepotShop(): Promise<DepotShop> {
  const shop = await openShop()
  const pigeons = await pigeonSubject(shop)
  const depot = openDepot()
  const clock = { now: new Date() }
  Object.assign(
    pigeons.adapter,
    parcels(depot, () => clock.now),
  )
  const at = new Date(Date.now() - 60_000)
  const facts = [
    { kind: 'text', id: 'w1', from: pigeons.people[0], name: 'Miller', text: 'Hello', at } as const,
  ]
  await pigeons.post(pigeons.sign(pigeons.encode(facts)))
  await pigeons.drain()
  const [conversation] = await conversationsOf(shop)
  const { id: conversationId, channel } = conversation
  return {
    shop,
    depot,
    pigeons,
    channelId: channel.id,
    conversationId,
    clock,
    async upload(bytes, fileName) {
      return (await uploadTo(shop, channel.id, bytes, fileName).expect(201)).body.file.id
    },
    send: (content, key) => answerIn(shop, conversationId, { content }, key),
    async sent() {
      const thread = await threadOf(shop, conversationId)
      return thread.filter((one: { direction: string }) => one.direction === 'outbound')
    },
    async drain(now = new Date()) {
      clock.now = now
      await pigeons.drain(now)
    },
    async reset() {
      depot.handedIn.length = 0
      depot.carried.length = 0
      depot.next.length = 0
      await shop.sql('delete from cc_send_attempts')
      await shop.sql(`delete from cc_external_messages where direction = 'outbound'`)
      await emptyTables(
        shop,
        'cc_message_files',
        'cc_media_uploads',
        'cc_media_files',
        'cc_outgoing_events',
        'attachments',
      )
      await shop.sql('update cc_communication_channels set is_enabled = true')
      await rm(join(shop.dataDir, 'attachments'), { recursive: true, force: true })
    },
    async close() {
      pigeons.unregister()
      await shop.close()
    },
  }
}
