import { aac, FAST_START, OPUS_MONO, SOUND_ALONE } from './encode-options.ts'

/**
 * Opus out of another container into Ogg, its packets as they are: what browsers record becomes a voice message without
 * anything being encoded anew.
 *
 * @throws where there is no Opus in it
 */
export async function repackAsOgg(bytes: Uint8Array): Promise<Buffer> {
  // A hundred modules, which nobody loads who repacks nothing.
  const media = await import('mediabunny')
  const { ALL_FORMATS, BufferSource, BufferTarget, EncodedAudioPacketSource, EncodedPacketSink } = media
  const { Input, OggOutputFormat, Output } = media
  const input = new Input({ source: new BufferSource(bytes), formats: ALL_FORMATS })
  try {
    const track = await input.getPrimaryAudioTrack()
    const config = await track?.getDecoderConfig()
    if (track?.codec !== 'opus' || !config) throw new Error('there is no Opus in it')
    const target = new BufferTarget()
    const output = new Output({ format: new OggOutputFormat(), target })
    const source = new EncodedAudioPacketSource('opus')
    output.addAudioTrack(source)
    await output.start()
    const first = await track.getFirstTimestamp()
    for await (const packet of new EncodedPacketSink(track).packets()) {
      await source.add(packet.clone({ timestamp: packet.timestamp - first }), { decoderConfig: config })
    }
    await output.finalize()
    return Buffer.from(target.buffer!)
  } finally {
    input.dispose()
  }
}

/** How ffmpeg makes a voice message: mono, as phones record them. */
export const VOICE_OPTIONS = [...SOUND_ALONE, ...OPUS_MONO]

/** What every phone plays. */
export const AUDIO_OPTIONS = [...SOUND_ALONE, ...aac(128), ...FAST_START]
