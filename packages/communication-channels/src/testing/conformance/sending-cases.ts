import assert from 'node:assert/strict'
import type { ConformanceCase } from './conformance-case.ts'
import { answer, customerWrites, deliver, messageOf, statusOf } from './hub-client.ts'
import type { ConformanceSubject } from './subject.ts'

const seconds = (count: number) => new Date(Date.now() + count * 1000)

// By `Array.from`, because test runners put the array of another realm beside ours, and then no two are equal.
const textsTaken = async (subject: ConformanceSubject) =>
  Array.from(await subject.takenByProvider(), (one) => one.text)

export const sendingCases: ConformanceCase[] = [
  {
    name: 'an answer reaches the provider once and shows as sent',
    async run(subject) {
      await customerWrites(subject)
      const id = await answer(subject, 'Good day')
      await subject.drain()
      await subject.drain(seconds(3600))
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
      const id = await answer(subject, 'Good day')
      await subject.drain()
      const [taken] = await subject.takenByProvider()
      assert.ok(taken, 'the provider has the message')
      for (const status of ['read', 'sent', 'delivered', 'sent'] as const) {
        const { id: external, callbackData } = taken
        await deliver(subject, [{ kind: 'status', id: external, status, at: seconds(-1), callbackData }])
        await subject.drain()
      }
      assert.equal(await statusOf(subject, id), 'read')
    },
  },
  {
    name: 'a message that the provider gives up on later shows as failed, with words for it',
    async run(subject) {
      await customerWrites(subject)
      const id = await answer(subject, 'Good day')
      await subject.drain()
      const [taken] = await subject.takenByProvider()
      assert.ok(taken, 'the provider has the message')
      const { id: external, callbackData } = taken
      await deliver(subject, [
        { kind: 'status', id: external, status: 'failed', at: seconds(-1), callbackData },
      ])
      await subject.drain()
      const { status, error } = await messageOf(subject, id)
      assert.equal(status, 'failed')
      assert.ok(error?.code && error.message, 'there is a code and a sentence')
    },
  },
  {
    name: 'what the provider refuses for the moment is sent later, once',
    async run(subject) {
      await customerWrites(subject)
      await subject.refuseNextSend('for_now')
      const id = await answer(subject, 'Good day')
      await subject.drain()
      assert.deepEqual(await textsTaken(subject), [])
      assert.equal(await statusOf(subject, id), 'queued')
      await subject.drain(seconds(3600))
      assert.deepEqual(await textsTaken(subject), ['Good day'])
      assert.equal(await statusOf(subject, id), 'sent')
    },
  },
  {
    name: 'what the provider refuses for good has failed, with words for it, and is not tried again',
    async run(subject) {
      await customerWrites(subject)
      await subject.refuseNextSend('for_good')
      const id = await answer(subject, 'Good day')
      await subject.drain()
      await subject.drain(seconds(3600))
      assert.deepEqual(await textsTaken(subject), [])
      const { status, error } = await messageOf(subject, id)
      assert.equal(status, 'failed')
      assert.ok(error?.code && error.message, 'there is a code and a sentence')
    },
  },
]
