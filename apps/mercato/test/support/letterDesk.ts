import { randomUUID } from 'node:crypto'
import { drainHub } from '@open-mercato/communication-channels/testing/drain-hub'
import { letterSubject } from './conformance/letterSubject.ts'
import { pigeonSubject } from './conformance/pigeonSubject.ts'
import { answerIn, threadOf } from './inbox.ts'
import type { Letter } from './pigeon/letters.ts'
import type { Shop } from './shop.ts'

const API = '/api/communication_channels'

export type LetterDesk = Awaited<ReturnType<typeof openLetterDesk>>

/** Acme's administrator with letters by pigeon: a provider whose templates are whatever a test says. */
export async function openLetterDesk(shop: Shop) {
  const pigeons = await pigeonSubject(shop)
  const { book } = letterSubject(pigeons, shop.acme.tenantId)
  const { tenantId } = shop.acme
  const [channel] = await shop.sql<{ id: string; organizationId: string }>(
    `select id, organization_id as "organizationId" from cc_communication_channels
     where provider_key = 'pigeon' and tenant_id = ?`,
    [tenantId],
  )
  let written = 0
  const call = (method: 'get' | 'post' | 'put', path: string) => shop.acme.admin(method, `${API}${path}`)
  return {
    channelId: channel!.id,
    scope: { tenantId, organizationId: channel!.organizationId },
    close: () => pigeons.unregister(),
    call,
    /** The letters that there are from now on. */
    keeps(...letters: Pick<Letter, 'name' | 'language' | 'words'>[]): Letter[] {
      const kept = letters.map((letter): Letter => ({ tenantId, purpose: 'utility', ...letter }))
      book.letters.splice(0, book.letters.length, ...kept)
      return kept
    },
    tears: (letter: Letter) => book.letters.splice(book.letters.indexOf(letter), 1),
    /** Somebody writes; the conversation. */
    async hearsFrom(name: string, text = 'Hello', at = new Date()): Promise<string> {
      const id = `letter-${++written}`
      const from = `${name.replaceAll(' ', '.').toLowerCase()}@village`
      await pigeons.post(pigeons.sign(pigeons.encode([{ kind: 'text', id, from, name, text, at }])))
      await shop.drain()
      const [row] = await shop.sql<{ id: string }>(
        'select conversation_id as id from cc_external_messages where external_message_id = ?',
        [id],
      )
      return row!.id
    },
    /** What the provider says became of a message. */
    async isTold(messageId: string, status: 'delivered' | 'read' | 'failed'): Promise<void> {
      const { id, label } = pigeons.loft.taken.find((note) => note.label === messageId)!
      const fact = { kind: 'status', id, status, at: new Date(), callbackData: label } as const
      await pigeons.post(pigeons.sign(pigeons.encode([fact])))
      await shop.drain()
    },
    words: () => pigeons.loft.taken.map((note) => note.words),
    async queues(conversationId: string, asked: object): Promise<string> {
      return (await answerIn(shop, conversationId, asked).expect(202)).body.message.id
    },
    async message(conversationId: string, id: string) {
      return (await threadOf(shop, conversationId)).find((one: { id: string }) => one.id === id)
    },
    explain: async (conversationId: string, asked: object, language = 'en') =>
      (
        await call('post', `/conversations/${conversationId}/explain`)
          .set('accept-language', language)
          .send(asked)
          .expect(200)
      ).body.decision,
    async batch(body: object): Promise<string> {
      const { body: answer } = await call('post', '/batches')
        .set('idempotency-key', randomUUID())
        .send({ name: 'Letters', channelId: channel!.id, ...body })
        .expect(202)
      return answer.batch.id
    },
    batchOf: async (id: string) => (await call('get', `/batches/${id}`).expect(200)).body.batch,
    drainAt: (at: Date) => drainHub(shop.host, () => at),
  }
}
