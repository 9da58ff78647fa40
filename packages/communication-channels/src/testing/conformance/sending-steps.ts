import assert from 'node:assert/strict'
import { answer, deliver } from './hub-client.ts'
import type { ConformanceSubject, ProviderFact, TakenMessage } from './subject.ts'

type Report = Extract<ProviderFact, { kind: 'status' }>['status']

/** Answers in the only conversation, and lets the hub send it; the id of the answer. */
export async function send(subject: ConformanceSubject, text: string): Promise<string> {
  const id = await answer(subject, text)
  await subject.drain()
  return id
}

export async function firstTaken(subject: ConformanceSubject): Promise<TakenMessage> {
  const [taken] = await subject.takenByProvider()
  assert.ok(taken, 'the provider has the message')
  return taken
}

export async function textsTaken(subject: ConformanceSubject): Promise<(string | null)[]> {
  // By `Array.from`, because test runners put the array of another realm beside ours, and then no two are equal.
  return Array.from(await subject.takenByProvider(), (one) => one.text)
}

/** The provider reports what became of a message that it took. */
export async function report(
  subject: ConformanceSubject,
  { id, callbackData }: TakenMessage,
  status: Report,
): Promise<void> {
  await deliver(subject, [{ kind: 'status', id, status, at: new Date(), callbackData }])
  await subject.drain()
}

/** When everything that waits for another attempt is due. */
export const inAnHour = () => new Date(Date.now() + 60 * 60 * 1000)
