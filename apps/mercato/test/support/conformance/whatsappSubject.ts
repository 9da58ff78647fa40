import { whatsappAdapter } from '@open-mercato/channel-whatsapp/modules/channel_whatsapp/lib/adapter'
import type {
  ConformanceSubject,
  ProviderFact,
} from '@open-mercato/communication-channels/testing/conformance/subject'
import { metaJson, signWebhook } from '@open-mercato/whatsapp-simulator'
import supertest from 'supertest'
import { simulatorOf } from '../customer.ts'
import { delivery, type Item, statusReport, textMessage } from '../payloads.ts'
import type { Shop } from '../shop.ts'
import { hubOf } from './hubOf.ts'

interface TakenByMeta {
  wamid: string
  content: { type: string; body?: string }
  callbackData: string | null
}

const USER_IDS: Record<string, string> = {
  '48601234567': 'PL.100000000000001',
  '4915123456789': 'DE.100000000000004',
}

const message = (id: string, from: string, at: Date, more: object, name = 'Person'): Item => ({
  contact: { profile: { name }, wa_id: from, user_id: USER_IDS[from] },
  message: { id, from, from_user_id: USER_IDS[from], timestamp: secondsOf(at), ...more },
})

const secondsOf = (at: Date) => String(Math.floor(at.getTime() / 1000))

function itemOf(fact: ProviderFact): Item {
  switch (fact.kind) {
    case 'text': {
      const at = Math.floor(fact.at.getTime() / 1000)
      return textMessage({ ...fact, at, userId: USER_IDS[fact.from] })
    }
    case 'reaction': {
      const reaction = { message_id: fact.to, emoji: fact.emoji }
      return message(fact.id, fact.from, fact.at, { type: 'reaction', reaction })
    }
    case 'unknown_message':
      return message(fact.id, fact.from, fact.at, { type: 'hologram', hologram: { depth: 3 } })
    case 'status': {
      const errors = fact.status === 'failed' ? [{ code: 131026, title: 'Message undeliverable' }] : undefined
      const at = Math.floor(fact.at.getTime() / 1000)
      const { id, status } = fact
      return statusReport({ id, status, at, errors, callbackData: fact.callbackData ?? undefined })
    }
    case 'broken':
      return { contact: {}, message: { type: 'text', text: { body: 'No id and nobody who wrote it' } } }
  }
}

/** Our adapter and, for Meta, the simulator. */
export function whatsappSubject(shop: Shop): ConformanceSubject {
  const { account, webhookPath } = shop.acme
  const hub = hubOf(shop)
  const simulator = (path: string, method: string, body?: object) =>
    simulatorOf(shop, path, { method, body: body && JSON.stringify(body) })
  const sign = (body: Uint8Array, secret: string) => ({
    body,
    headers: { 'x-hub-signature-256': signWebhook(body, secret) },
  })
  let opening: { id: string; at: Date }
  return {
    ...hub,
    adapter: whatsappAdapter,
    credentials: { appSecret: account.appSecret },
    people: ['48601234567', '4915123456789'],
    template: {
      type: 'template',
      name: 'order_update',
      language: 'en_US',
      parameters: { body: { '1': 'Maria', '2': 'A-1042' } },
    },
    encode: (facts) => Buffer.from(metaJson(delivery(shop.acme, facts.map(itemOf)))),
    sign: (body) => sign(body, account.appSecret),
    forge: (body) => sign(body, 'another secret'),
    async post({ body, headers }) {
      const request = supertest(shop.listener).post(webhookPath).set('content-type', 'application/json')
      return (
        await request
          .set(headers)
          .serialize((bytes) => bytes)
          .send(Buffer.from(body))
      ).status
    },
    openingMessage: () => opening,
    async loseNextAnswer() {
      await simulator('faults', 'PATCH', { dropNextAnswers: 1 })
    },
    async refuseNextSend(how) {
      await simulator('faults', 'PATCH', { failNextSends: [how === 'for_now' ? 130429 : 131026] })
    },
    async takenByProvider() {
      const { items } = (await simulator('messages?direction=outbound', 'GET')) as { items: TakenByMeta[] }
      return items.map(({ wamid, content, callbackData }) => ({
        id: wamid,
        text: content.body ?? null,
        callbackData,
      }))
    },
    async reset() {
      await simulator('reset', 'POST')
      // What Meta reports is the cases' to say.
      await simulator('faults', 'PATCH', { dropWebhooks: true })
      await hub.forget()
      const [first] = account.numbers
      const { message: written } = await simulator('messages', 'POST', {
        customerId: 'maria',
        phoneNumberId: first!.id,
        text: 'Hello',
      })
      opening = { id: written.wamid, at: new Date(written.sentAt) }
    },
  }
}
