import assert from 'node:assert/strict'
import {
  type DownloadMediaInput,
  MediaError,
  type UploadedMedia,
  type UploadMediaInput,
} from '../../modules/communication_channels/lib/adapter/media.ts'
import type { ChannelAdapter } from '../../modules/communication_channels/lib/adapter.ts'
import type { ConformanceCase } from './conformance-case.ts'
import { ask, customerWrites, everyMessage } from './hub-client.ts'
import { type SampleFile, uploadSample } from './sample-media.ts'
import { inAnHour } from './sending-steps.ts'
import type { ConformanceSubject } from './subject.ts'

interface HandOver {
  input: UploadMediaInput
  result: UploadedMedia
}

/** Runs with somebody looking on while files are handed over. `change` may give the hub another answer. */
async function watching(
  { adapter }: ConformanceSubject,
  act: (seen: HandOver[]) => Promise<void>,
  change: (result: UploadedMedia, nth: number) => UploadedMedia = (result) => result,
): Promise<void> {
  const whole = adapter.uploadMedia!
  const seen: HandOver[] = []
  adapter.uploadMedia = async (input) => {
    const result = await whole.call(adapter, input)
    seen.push({ input, result })
    return change(result, seen.length)
  }
  try {
    await act(seen)
  } finally {
    adapter.uploadMedia = whole
  }
}

async function sendDocument(subject: ConformanceSubject, { fileId, fileName }: SampleFile): Promise<void> {
  const { status } = await ask(subject, { type: 'document', media: { fileId }, filename: fileName })
  assert.equal(status, 202, 'a document is taken')
  await subject.drain(inAnHour())
}

async function assertAllSent(subject: ConformanceSubject, count: number): Promise<void> {
  const statuses = (await everyMessage(subject)).map((one) => one.status).filter((one) => one !== null)
  assert.equal(statuses.length, count)
  assert.deepEqual(
    statuses.filter((one) => one === 'failed' || one === 'queued' || one === 'unknown'),
    [],
  )
  assert.equal((await subject.takenByProvider()).length, count, 'each message reached the provider once')
}

/** A document that the provider has, and how it is asked for. */
async function handedOver(
  subject: ConformanceSubject,
): Promise<{ sample: SampleFile; ask: DownloadMediaInput }> {
  await customerWrites(subject)
  const sample = await uploadSample(subject, 'document')
  let ask: DownloadMediaInput | undefined
  await watching(subject, async (seen) => {
    await sendDocument(subject, sample)
    const [first] = seen
    assert.ok(first, 'the file was handed over')
    const { scope, channel, credentials } = first.input
    const media = { id: first.result.externalMediaId, link: null }
    ask = { scope, channel, credentials, media, maxBytes: sample.bytes.byteLength }
  })
  return { sample, ask: ask! }
}

const sends = (adapter: ChannelAdapter) => adapter.uploadMedia !== undefined
const receives = (adapter: ChannelAdapter) => sends(adapter) && adapter.downloadMedia !== undefined

/** A promise of those adapters alone that have the methods. */
function forThose(
  have: (adapter: ChannelAdapter) => boolean,
  { name, run }: ConformanceCase,
): ConformanceCase {
  return { name, run: async (subject) => (have(subject.adapter) ? run(subject) : undefined) }
}

async function assertRefused(promise: Promise<unknown>, code?: string): Promise<void> {
  await assert.rejects(promise, (failure) => {
    assert.ok(failure instanceof MediaError, 'it says so by a MediaError')
    assert.ok(failure.code && failure.message, 'there is a code and a sentence')
    if (code) assert.equal(failure.code, code)
    return true
  })
}

export const mediaCases: ConformanceCase[] = [
  forThose(sends, {
    name: 'a file is handed over once and whole, and every message that carries it goes out',
    async run(subject) {
      await customerWrites(subject)
      const sample = await uploadSample(subject, 'document')
      await watching(subject, async (seen) => {
        await sendDocument(subject, sample)
        await sendDocument(subject, sample)
        assert.equal(seen.length, 1)
        assert.deepEqual(Buffer.from(seen[0]!.input.file.bytes), sample.bytes)
        const { externalMediaId, expiresAt } = seen[0]!.result
        assert.ok(externalMediaId, 'the provider named it')
        assert.ok(expiresAt === null || expiresAt > inAnHour(), 'it is good for a while')
      })
      await assertAllSent(subject, 2)
    },
  }),
  forThose(sends, {
    name: 'a file that the provider does not know is `media_gone`: it is handed over anew, and its message goes out once',
    async run(subject) {
      await customerWrites(subject)
      const sample = await uploadSample(subject, 'document')
      const lost = (result: UploadedMedia, nth: number) =>
        nth === 1 ? { ...result, externalMediaId: '100000000000000' } : result
      await watching(
        subject,
        async (seen) => {
          await sendDocument(subject, sample)
          assert.equal(seen.length, 2)
        },
        lost,
      )
      await assertAllSent(subject, 1)
    },
  }),
  forThose(receives, {
    name: 'what was handed over comes back byte by byte',
    async run(subject) {
      const { sample, ask } = await handedOver(subject)
      const { bytes } = await subject.adapter.downloadMedia!(ask)
      assert.deepEqual(Buffer.from(bytes), sample.bytes)
    },
  }),
  forThose(receives, {
    name: 'a file that is larger than may be is `too_large`, and not read',
    async run(subject) {
      const { sample, ask } = await handedOver(subject)
      const maxBytes = sample.bytes.byteLength - 1
      await assertRefused(subject.adapter.downloadMedia!({ ...ask, maxBytes }), 'too_large')
    },
  }),
  forThose(receives, {
    name: 'a file that nobody knows is refused with words for it',
    async run(subject) {
      const { ask } = await handedOver(subject)
      const media = { id: '100000000000000', link: null }
      await assertRefused(subject.adapter.downloadMedia!({ ...ask, media }))
    },
  }),
]
