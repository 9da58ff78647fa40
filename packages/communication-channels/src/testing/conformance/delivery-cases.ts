import assert from 'node:assert/strict'
import type { ConformanceCase } from './conformance-case.ts'
import { conversations, deliver, everyMessage, messagesOf, textsByThread } from './hub-client.ts'
import type { ConformanceSubject, ProviderFact } from './subject.ts'

const at = (seconds: number) => new Date(Date.now() - 60_000 + seconds * 1000)

const text = (subject: ConformanceSubject, person: 0 | 1, id: string, seconds = 0): ProviderFact => ({
  kind: 'text',
  id,
  from: subject.people[person],
  name: `Person ${person}`,
  text: id,
  at: at(seconds),
})

export const deliveryCases: ConformanceCase[] = [
  {
    name: 'every fact of a batch is applied, each in its own thread',
    async run(subject) {
      const ids = (letter: string) => Array.from({ length: 12 }, (_, index) => `${letter}${index + 10}`)
      const [mine, theirs] = [ids('a'), ids('b')]
      await deliver(
        subject,
        mine.flatMap((id, index) => [text(subject, 0, id, index), text(subject, 1, theirs[index]!, index)]),
      )
      await subject.drain()
      assert.deepEqual(await textsByThread(subject), [mine, theirs])
    },
  },
  {
    name: 'what is delivered twice is there once',
    async run(subject) {
      const facts = [text(subject, 0, 'a1'), text(subject, 0, 'a1'), text(subject, 1, 'b1')]
      const delivery = subject.sign(subject.encode(facts))
      for (let times = 0; times < 3; times++) assert.equal(await subject.post(delivery), 200)
      await subject.drain()
      assert.deepEqual(await textsByThread(subject), [['a1'], ['b1']])
      assert.deepEqual(
        (await conversations(subject)).map((one) => one.unreadCount),
        [1, 1],
      )
    },
  },
  {
    name: 'facts end in the same threads in whichever order they come',
    async run(subject) {
      const facts = [text(subject, 0, 'a1', 1), text(subject, 0, 'a2', 2), text(subject, 1, 'b1', 3)]
      for (const fact of facts.toReversed()) await deliver(subject, [fact])
      await subject.drain()
      assert.deepEqual(await textsByThread(subject), [['a1', 'a2'], ['b1']])
    },
  },
  {
    name: 'one item that cannot be read costs the others nothing',
    async run(subject) {
      await deliver(subject, [text(subject, 0, 'a1'), { kind: 'broken' }, text(subject, 0, 'a2', 1)])
      await subject.drain()
      assert.deepEqual(await textsByThread(subject), [['a1', 'a2']])
    },
  },
  {
    name: 'a message of an unknown kind is kept and shown, not dropped',
    async run(subject) {
      await deliver(subject, [{ kind: 'unknown_message', id: 'x1', from: subject.people[0], at: at(0) }])
      await subject.drain()
      const [thread] = await conversations(subject)
      assert.ok(thread, 'the person has a thread')
      const messages = await messagesOf(subject, thread.id)
      assert.deepEqual(
        messages.map((one) => one.content.type),
        ['unsupported'],
      )
    },
  },
  {
    name: 'a body that nobody can read is kept, and the next one is applied',
    async run(subject) {
      const garbage = subject.sign(new Uint8Array([0xff, 0x00, 0x7b, 0x26, 0x3d]))
      assert.equal(await subject.post(garbage), 200, 'what is well signed is kept')
      await deliver(subject, [text(subject, 0, 'a1')])
      await subject.drain()
      assert.deepEqual(await textsByThread(subject), [['a1']])
    },
  },
  {
    name: 'a reaction shows on its message, also when it comes first',
    async run(subject) {
      if (!subject.adapter.capabilities.reactions) return
      const [from] = subject.people
      await deliver(subject, [{ kind: 'reaction', id: 'r1', from, to: 'a1', emoji: '👍', at: at(5) }])
      await subject.drain()
      await deliver(subject, [text(subject, 0, 'a1')])
      await subject.drain()
      const messages = await everyMessage(subject)
      assert.deepEqual(
        messages.map((one) => [one.content.text, ...one.reactions.map(({ emoji }) => emoji)]),
        [['a1', '👍']],
      )
    },
  },
  {
    name: 'what somebody else signed is refused and leaves nothing',
    async run(subject) {
      const status = await subject.post(subject.forge(subject.encode([text(subject, 0, 'a1')])))
      assert.ok(status >= 400 && status < 500, `a forged delivery is refused (answered ${status})`)
      await subject.drain()
      assert.deepEqual(await everyMessage(subject), [])
    },
  },
]
