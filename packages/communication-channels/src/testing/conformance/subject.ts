import type { ChannelAdapter } from '../../modules/communication_channels/lib/adapter.ts'
import type { OutboundRequest } from '../../modules/communication_channels/lib/content/message-content.ts'

/**
 * What a provider tells the business, said without its encoding. The author of an adapter writes how the provider would
 * post it.
 */
export type ProviderFact =
  | { kind: 'text'; id: string; from: string; name: string; text: string; at: Date }
  | {
      kind: 'status'
      id: string
      status: 'sent' | 'delivered' | 'read' | 'failed'
      at: Date
      /** What the business gave along when sending. */
      callbackData: string | null
    }
  /** A reaction to the message `to`. Only asked for where `capabilities.reactions` is true. */
  | { kind: 'reaction'; id: string; from: string; to: string; emoji: string; at: Date }
  /** A message of a kind that nobody has heard of. */
  | { kind: 'unknown_message'; id: string; from: string; at: Date }
  /** An item in which something that must be there is missing. */
  | { kind: 'broken' }

export interface SignedDelivery {
  body: Uint8Array
  headers: Record<string, string>
}

/** A message as the provider took it. */
export interface TakenMessage {
  id: string
  text: string | null
  callbackData: string | null
}

/**
 * An adapter on a running hub, with its provider (or what stands in for it) on the other side. Nothing in it names an
 * encoding, a signature or a framework.
 */
export interface ConformanceSubject {
  /** The very object that is registered. */
  adapter: ChannelAdapter
  /** With which the adapter verifies and sends. */
  credentials: Record<string, unknown>
  /** Two people of the provider, by whatever identifies them there (`from` of a fact). */
  people: [string, string]
  /** A template that the provider has, ready to be sent; null where it has none. */
  template: Extract<OutboundRequest, { type: 'template' }> | null
  encode(facts: ProviderFact[]): Uint8Array
  /** As the provider signs it. */
  sign(body: Uint8Array): SignedDelivery
  /** As somebody signs it who has another secret. */
  forge(body: Uint8Array): SignedDelivery
  /** Posts to the adapter's webhook; the HTTP status. */
  post(delivery: SignedDelivery): Promise<number>
  /** Works off journal, outbox and events until nothing is left, as if it were `now`. */
  drain(now?: Date): Promise<void>
  /** Calls the hub's API as somebody who may read and send: `/api/communication_channels` + path. */
  call(
    method: 'get' | 'post',
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<{ status: number; body: unknown }>
  /** What the first person wrote, as the provider knows it, so that it lets the business answer and react. */
  openingMessage(): { id: string; at: Date }
  /** The next send is taken by the provider, and its answer never arrives. */
  loseNextAnswer(): Promise<void>
  /** The next send is surely not taken; `for_now` where the same one may be taken a little later. */
  refuseNextSend(how: 'for_now' | 'for_good'): Promise<void>
  /** Oldest first. */
  takenByProvider(): Promise<TakenMessage[]>
  /** Forgets all conversations, messages and deliveries on both sides. */
  reset(): Promise<void>
}
