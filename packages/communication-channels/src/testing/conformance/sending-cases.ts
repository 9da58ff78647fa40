import assert from 'node:assert/strict'
import type { ConformanceCase } from './conformance-case.ts'
import { answer, customerWrites, messageOf, statusOf } from './hub-client.ts'
import { firstTaken, inAnHour, report, send, textsTaken } from './sending-steps.ts'
import type { ConformanceSubject } from './subject.ts'

async function assertFailedWithWords(subject: ConformanceSubject, messageId: string): Promise<void> {
  const { status, error } = await messageOf(subject, messageId)
  assert.equal(status, 'failed')
  assert.ok(error?.code && error.message, 'there is a code and a sentence')
}

export const sendingCases: ConformanceCase[] = [
  {
    name: 'an answer reaches the provider once and shows as sent',
    async run(subject) {
      await customerWrites(subject)
      const id = await send(subject, 'Good day')
      await subject.drain(inAnHour())
      assert.deepEqual(await textsTaken(subject), ['Good day'])
      assert.equal(await statusOf(subject, id), 'sent')
    },
  },
  {
    name: 'answers of one conversation leave in the order in which they were written',
    async run(subject) {
      await customerWrites(subject)
      for (const text of ['one', 'two', 'three']) await answer(subject, text)
      await subject.drain()
      assert.deepEqual(await textsTaken(subject), ['one', 'two', 'three'])
    },
  },
  {
    name: 'reports climb in whichever order they come, and more than once',
    async run(subject) {
      await customerWrites(subject)
      const id = await send(subject, 'Good day')
      const taken = await firstTaken(subject)
      for (const status of ['read', 'sent', 'delivered', 'sent'] as const) {
        await report(subject, taken, status)
      }
      assert.equal(await statusOf(subject, id), 'read')
    },
  },
  {
    name: 'a message that the provider gives up on later shows as failed, with words for it',
    async run(subject) {
      await customerWrites(subject)
      const id = await send(subject, 'Good day')
      await report(subject, await firstTaken(subject), 'failed')
      await assertFailedWithWords(subject, id)
    },
  },
  {
    name: 'what the provider refuses for the moment is sent later, once',
    async run(subject) {
      await customerWrites(subject)
      await subject.refuseNextSend('for_now')
      const id = await send(subject, 'Good day')
      assert.deepEqual(await textsTaken(subject), [])
      assert.equal(await statusOf(subject, id), 'queued')
      await subject.drain(inAnHour())
      assert.deepEqual(await textsTaken(subject), ['Good day'])
      assert.equal(await statusOf(subject, id), 'sent')
    },
  },
  {
    name: 'what the provider refuses for good has failed, with words for it, and is not tried again',
    async run(subject) {
      await customerWrites(subject)
      await subject.refuseNextSend('for_good')
      const id = await send(subject, 'Good day')
      await subject.drain(inAnHour())
      assert.deepEqual(await textsTaken(subject), [])
      await assertFailedWithWords(subject, id)
    },
  },
]
