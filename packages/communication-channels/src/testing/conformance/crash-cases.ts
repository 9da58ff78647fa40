import assert from 'node:assert/strict'
import type { ConformanceCase } from './conformance-case.ts'
import { answer, customerWrites, deliver, statusOf, textsByThread } from './hub-client.ts'
import { firstTaken, inAnHour, report, send } from './sending-steps.ts'
import type { ConformanceSubject } from './subject.ts'

/**
 * The provider takes the next message, and the process that sent it dies before it hears so. What remains of a dead
 * process is what it wrote down before: here it waits for ever instead.
 */
async function dieWhileSending(subject: ConformanceSubject): Promise<void> {
  const adapter = subject.adapter as unknown as Record<string, (input: unknown) => Promise<unknown>>
  const method = subject.adapter.sendContent ? 'sendContent' : 'sendMessage'
  const whole = adapter[method]!
  try {
    await new Promise<void>((died, fail) => {
      adapter[method] = async (input) => {
        await whole.call(adapter, input)
        died()
        return new Promise(() => {})
      }
      subject.drain().then(() => fail(new assert.AssertionError({ message: 'nothing was sent' })), fail)
    })
  } finally {
    adapter[method] = whole
  }
}

/** The provider's report says what became of the message; where it gives nothing of ours back, a person has to. */
async function assertReportSettles(subject: ConformanceSubject, messageId: string): Promise<void> {
  const taken = await firstTaken(subject)
  if (taken.callbackData === null) {
    assert.equal(await statusOf(subject, messageId), 'unknown')
    return
  }
  await report(subject, taken, 'delivered')
  assert.equal(await statusOf(subject, messageId), 'delivered')
}

export const crashCases: ConformanceCase[] = [
  {
    name: 'an answer of the provider that is lost is unknown, and never sent again by itself',
    async run(subject) {
      await customerWrites(subject)
      await subject.loseNextAnswer()
      const id = await send(subject, 'Good day')
      assert.equal(await statusOf(subject, id), 'unknown')
      await subject.drain(inAnHour())
      assert.equal((await subject.takenByProvider()).length, 1)
      assert.equal(await statusOf(subject, id), 'unknown')
    },
  },
  {
    name: 'a report settles a message whose answer was lost',
    async run(subject) {
      await customerWrites(subject)
      await subject.loseNextAnswer()
      const id = await send(subject, 'Good day')
      await assertReportSettles(subject, id)
    },
  },
  {
    name: 'a message whose sender died is unknown once its time is over, and never sent again by itself',
    async run(subject) {
      await customerWrites(subject)
      const id = await answer(subject, 'Good day')
      await dieWhileSending(subject)
      await subject.drain()
      assert.equal(await statusOf(subject, id), 'sending')
      await subject.drain(inAnHour())
      assert.equal(await statusOf(subject, id), 'unknown')
      assert.equal((await subject.takenByProvider()).length, 1)
      await assertReportSettles(subject, id)
    },
  },
  {
    name: 'what was answered with 200 is applied by whichever process comes next',
    async run(subject) {
      const [from] = subject.people
      const fact = { kind: 'text', id: 'a1', from, name: 'Person', text: 'a1', at: new Date() } as const
      await deliver(subject, [fact])
      // The provider did not hear the 200 and comes again.
      await deliver(subject, [fact])
      assert.deepEqual(await textsByThread(subject), [], 'nothing is applied while the provider waits')
      await subject.drain(inAnHour())
      assert.deepEqual(await textsByThread(subject), [['a1']])
    },
  },
]
