import assert from 'node:assert/strict'
import { z } from 'zod'
import type { ConformanceCase } from './conformance-case.ts'
import { ask, customerWrites, everyMessage } from './hub-client.ts'
import { withFiles } from './sample-media.ts'
import { type OutboundSample, outboundSamples } from './samples.ts'
import type { ConformanceSubject } from './subject.ts'

const sentence = z.string().min(1)
/** What a person needs who is refused: a code for programs, why, and what to do. */
const refusal = z.object({ code: sentence, error: sentence, action: sentence })

async function isSent(subject: ConformanceSubject, sample: OutboundSample): Promise<boolean> {
  await customerWrites(subject)
  const [written] = await everyMessage(subject)
  assert.ok(written, 'the customer wrote')
  const request = sample.request({ messageId: written.id, template: subject.template })
  const content = await withFiles(subject, request)
  const { status, body } = await ask(subject, content)
  await subject.drain()
  const taken = await subject.takenByProvider()
  if (status === 422) {
    refusal.parse(body)
    assert.equal(taken.length, 0, 'what is refused does not reach the provider')
    return false
  }
  assert.equal(status, 202, 'it is taken, or refused with 422')
  assert.equal(taken.length, 1, 'what is not refused reaches the provider')
  const failed = (await everyMessage(subject)).filter(({ status }) => status === 'failed')
  assert.deepEqual(failed, [], 'what the hub took, the provider takes')
  return true
}

export const honestyCases: ConformanceCase[] = outboundSamples.map((sample) => ({
  name: `${sample.name} is sent, or refused at once with a reason`,
  async run(subject) {
    const sent = await isSent(subject, sample)
    const claim = sample.capability && subject.adapter.capabilities[sample.capability]
    if (sample.capability) assert.equal(sent, claim === true, `capabilities.${sample.capability} says so`)
    if (sample.name === 'text') assert.ok(sent, 'every channel carries text')
    if (sample.name === 'template') assert.equal(sent, subject.template !== null)
  },
}))
