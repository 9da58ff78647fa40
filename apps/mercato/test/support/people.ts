import { conversationsOf, threadOf } from './inbox.ts'
import { change, type Item, NOW, textMessage } from './payloads.ts'
import type { Shop } from './shop.ts'

export const HUB = '/api/communication_channels'
/** An hour ago, in seconds. */
export const T = NOW - 3600

export function byPhone(id: string, from: string, at = T, name = 'Somebody', text = 'Hello'): Item {
  const { message, contact } = textMessage({ id, at, from, name, text })
  const { from_user_id: _, ...words } = message
  return { message: words, contact: { wa_id: contact.wa_id, profile: { name } } }
}

export const byUserId = (id: string, userId: string, at = T, name = 'Somebody') =>
  textMessage({ id, at, from: null, userId, name })

export const byBoth = (id: string, from: string, userId: string, at = T, name = 'Somebody') =>
  textMessage({ id, at, from, userId, name })

export function system(id: string, at: number, more: object, said: object): Item {
  const message = { id, timestamp: String(at), type: 'system', system: { body: 'changed', ...said }, ...more }
  return change('messages', { messages: [message] })
}

export type People = ReturnType<typeof peopleOf>

/** Who is who, as Acme's staff see it. */
export function peopleOf(shop: Shop) {
  return {
    /** The words in each thread, by whom it is with. */
    async threads(): Promise<Record<string, string[]>> {
      const found: Record<string, string[]> = {}
      for (const { id, contact } of await conversationsOf(shop)) {
        const items = await threadOf(shop, id)
        found[contact.phone ?? contact.userId ?? 'nobody'] = items.map(
          (item: { content: { type: string; text?: string; kind?: string } }) =>
            item.content.type === 'system' ? item.content.kind : item.content.text,
        )
      }
      return found
    },
    show: async (contactId: string) =>
      (await shop.acme.agent('get', `${HUB}/contacts/${contactId}`).expect(200)).body,
    post: (path: string, body: object = {}) => shop.acme.agent('post', `${HUB}/contacts/${path}`).send(body),
    /** The only conversation there is. */
    async only() {
      const [one, ...more] = await conversationsOf(shop)
      expect(more).toEqual([])
      return one
    },
  }
}
