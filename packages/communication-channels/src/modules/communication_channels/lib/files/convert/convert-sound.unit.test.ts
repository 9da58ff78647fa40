import {
  ALL_FORMATS,
  BufferSource,
  BufferTarget,
  EncodedAudioPacketSource,
  EncodedPacketSink,
  Input,
  Mp4OutputFormat,
  Output,
  type OutputFormat,
  WebMOutputFormat,
} from 'mediabunny'
import { VIDEO, VOICE_NOTE, wave } from '../../../../../testing/sample-files.ts'
import { examineFile } from '../examine/examine-file.ts'
import { repackAsOgg } from './convert-sound.ts'

const inputOf = (bytes: Uint8Array) => new Input({ source: new BufferSource(bytes), formats: ALL_FORMATS })

/** A recording as a browser makes it. */
async function recordedAs(format: OutputFormat): Promise<Buffer> {
  const track = (await inputOf(VOICE_NOTE).getPrimaryAudioTrack())!
  const output = new Output({ format, target: new BufferTarget() })
  const source = new EncodedAudioPacketSource('opus')
  output.addAudioTrack(source)
  await output.start()
  const decoderConfig = (await track.getDecoderConfig())!
  for await (const packet of new EncodedPacketSink(track).packets())
    await source.add(packet, { decoderConfig })
  await output.finalize()
  return Buffer.from((output.target as BufferTarget).buffer!)
}

async function packetsOf(bytes: Uint8Array): Promise<string[]> {
  const track = (await inputOf(bytes).getPrimaryAudioTrack())!
  const found: string[] = []
  for await (const { data } of new EncodedPacketSink(track).packets()) {
    found.push(Buffer.from(data).toString('hex'))
  }
  return found
}

it.each([
  ['Chromium and Firefox', 'audio/webm', new WebMOutputFormat()],
  ['Safari', 'audio/mp4', new Mp4OutputFormat()],
])('what %s record becomes a voice message with every packet as it was', async (_, mimeType, format) => {
  const recorded = await recordedAs(format)
  expect(await examineFile(recorded, null)).toMatchObject({ mimeType, audioCodec: 'opus', audioChannels: 1 })
  const made = await repackAsOgg(recorded)
  const { durationMs, ...facts } = await examineFile(made, null)
  expect(facts).toMatchObject({ mimeType: 'audio/ogg', audioCodec: 'opus', audioChannels: 1 })
  expect(Math.abs(durationMs! - (await examineFile(VOICE_NOTE, null)).durationMs!)).toBeLessThan(60)
  expect(await packetsOf(made)).toEqual(await packetsOf(VOICE_NOTE))
})

it.each([
  ['a film', VIDEO],
  ['a sound that is no Opus', wave()],
  ['anything else', Buffer.from('x')],
])('%s is not repacked', async (_, bytes) => {
  await expect(repackAsOgg(bytes)).rejects.toThrow()
})
