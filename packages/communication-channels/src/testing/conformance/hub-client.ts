import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { OutboundRequest } from '../../modules/communication_channels/lib/content/message-content.ts'
import type { ConformanceSubject, ProviderFact } from './subject.ts'

const conversation = z.looseObject({
  id: z.string(),
  unreadCount: z.number(),
  channel: z.object({ id: z.string() }),
})
const error = z.object({ code: z.string(), message: z.string(), action: z.string().nullable() })
const message = z.looseObject({
  id: z.string(),
  direction: z.string(),
  status: z.string().nullable(),
  content: z.looseObject({ type: z.string(), text: z.string().nullish() }),
  reactions: z.array(z.object({ direction: z.string(), emoji: z.string() })),
  error: error.nullable(),
})
type Message = z.infer<typeof message>

export async function deliver(subject: ConformanceSubject, facts: ProviderFact[]): Promise<void> {
  const delivery = subject.sign(subject.encode(facts))
  assert.equal(await subject.post(delivery), 200, 'a well-signed delivery is answered with 200')
}

/** The first person writes, so that there is a conversation in which one may answer. */
export async function customerWrites(subject: ConformanceSubject): Promise<void> {
  const [from] = subject.people
  await deliver(subject, [{ kind: 'text', from, name: 'Person', text: 'Hello', ...subject.openingMessage() }])
  await subject.drain()
}

export async function conversations(subject: ConformanceSubject) {
  const { status, body } = await subject.call('get', '/conversations')
  assert.equal(status, 200)
  return z.object({ items: z.array(conversation) }).parse(body).items
}

export async function messagesOf(subject: ConformanceSubject, conversationId: string): Promise<Message[]> {
  const { status, body } = await subject.call('get', `/conversations/${conversationId}/messages`)
  assert.equal(status, 200)
  return z.object({ items: z.array(message) }).parse(body).items
}

export async function everyMessage(subject: ConformanceSubject): Promise<Message[]> {
  const threads = await conversations(subject)
  return (await Promise.all(threads.map(({ id }) => messagesOf(subject, id)))).flat()
}

/** Texts by thread, in an order that does not depend on ids. */
export async function textsByThread(subject: ConformanceSubject): Promise<string[][]> {
  const threads = await conversations(subject)
  const texts = await Promise.all(
    threads.map(async ({ id }) => (await messagesOf(subject, id)).map((one) => String(one.content.text))),
  )
  return texts.sort((a, b) => (a.join() < b.join() ? -1 : 1))
}

/** Asks the hub to send something in the only conversation. */
export async function ask(subject: ConformanceSubject, content: OutboundRequest) {
  const [thread] = await conversations(subject)
  assert.ok(thread, 'there is a conversation to answer in')
  const path = `/conversations/${thread.id}/messages`
  return subject.call('post', path, { content }, { 'idempotency-key': randomUUID() })
}

/** Puts a text into the outbox of the only conversation; its id. */
export async function answer(subject: ConformanceSubject, text: string): Promise<string> {
  const { status, body } = await ask(subject, { type: 'text', text })
  assert.equal(status, 202, 'an answer inside the window is taken')
  return z.object({ message: z.object({ id: z.string() }) }).parse(body).message.id
}

export async function messageOf(subject: ConformanceSubject, messageId: string): Promise<Message> {
  const found = (await everyMessage(subject)).find((one) => one.id === messageId)
  assert.ok(found, 'the message is in its thread')
  return found
}

export async function statusOf(subject: ConformanceSubject, messageId: string): Promise<string | null> {
  return (await messageOf(subject, messageId)).status
}
