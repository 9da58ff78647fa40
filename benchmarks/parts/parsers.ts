import { createHmac, timingSafeEqual } from 'node:crypto'
import { normalizeWebhook, verifySignature } from '@kapso/whatsapp-cloud-api/server'
import { readDelivery } from '@open-mercato/channel-whatsapp/modules/channel_whatsapp/lib/webhook/read-delivery'
import { isSignedBy } from '@open-mercato/channel-whatsapp/modules/channel_whatsapp/lib/webhook/signature'
import { WhatsAppAPI } from 'whatsapp-api-js'

/** As it comes out of a request. */
export interface ReceivedDelivery {
  body: Buffer
  signature: string
}

export type ContenderName = 'floor' | 'the product' | '@kapso/whatsapp-cloud-api' | 'whatsapp-api-js'

export interface Contender {
  name: ContenderName
  does: string
  /** Verifies and reads each of them; how many messages there were. */
  read(deliveries: ReceivedDelivery[]): number | Promise<number>
}

export function contenders(appSecret: string): Contender[] {
  return [floor(appSecret), product(appSecret), kapso(appSecret), whatsappApiJs(appSecret)]
}

function floor(appSecret: string): Contender {
  return {
    name: 'floor',
    does: 'HMAC and JSON.parse, nothing read',
    read: (deliveries) => {
      let messages = 0
      for (const { body, signature } of deliveries) {
        const expected = createHmac('sha256', appSecret).update(body).digest()
        if (!timingSafeEqual(expected, Buffer.from(signature.slice(7), 'hex'))) throw new Error('Not signed.')
        messages += JSON.parse(body.toString()).entry[0].changes[0].value.messages.length
      }
      return messages
    },
  }
}

function product(appSecret: string): Contender {
  return {
    name: 'the product',
    does: 'every field checked, text of every change in the hub’s own terms, sender matched with contacts',
    read: (deliveries) => {
      let messages = 0
      for (const { body, signature } of deliveries) {
        if (!isSignedBy(appSecret, body, signature)) throw new Error('Not signed.')
        for (const event of readDelivery(body)) if (event.kind === 'message') messages++
      }
      return messages
    },
  }
}

function kapso(appSecret: string): Contender {
  return {
    name: '@kapso/whatsapp-cloud-api',
    does: 'keys renamed; checks no field, matches no sender, leaves times and prices as they came',
    read: (deliveries) => {
      let messages = 0
      for (const { body, signature } of deliveries) {
        const isSigned = verifySignature({ appSecret, rawBody: body, signatureHeader: signature })
        if (!isSigned) throw new Error('Not signed.')
        messages += normalizeWebhook(JSON.parse(body.toString())).messages.length
      }
      return messages
    },
  }
}

function whatsappApiJs(appSecret: string): Contender {
  const api = new WhatsAppAPI({ token: 'none', appSecret, v: 'v25.0' })
  let messages = 0
  api.on.message = () => {
    messages++
  }
  return {
    name: 'whatsapp-api-js',
    does: 'the first message of the first change handed over as it came; checks no field, converts none',
    read: async (deliveries) => {
      messages = 0
      for (const { body, signature } of deliveries) {
        const text = body.toString()
        await api.post(JSON.parse(text), text, signature)
      }
      return messages
    },
  }
}
