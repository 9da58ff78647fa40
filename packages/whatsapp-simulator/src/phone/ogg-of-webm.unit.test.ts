import { foundType } from '../rules/media/found-type.ts'
import { sampleFile } from '../samples/sample-files.ts'
import { oggOfWebm } from './ogg-of-webm.ts'

const UNKNOWN_SIZE = [0x01, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]
const sized = (id: number[], content: number[]) => [
  ...id,
  0x40 | (content.length >> 8),
  content.length & 0xff,
  ...content,
]

/** As a browser records: a segment and clusters whose sizes nobody knows yet. */
function webmOf(head: number[], packets: number[][]): Uint8Array {
  const track = sized([0xae], [...sized([0xd7], [1]), ...sized([0x63, 0xa2], head)])
  const block = (packet: number[]) => sized([0xa3], [0x81, 0, 0, 0x80, ...packet])
  return Uint8Array.from([
    ...sized([0x1a, 0x45, 0xdf, 0xa3], [0x42, 0x86, 0x81, 1]),
    ...[0x18, 0x53, 0x80, 0x67, ...UNKNOWN_SIZE],
    ...sized([0x16, 0x54, 0xae, 0x6b], track),
    ...[0x1f, 0x43, 0xb6, 0x75, ...UNKNOWN_SIZE],
    ...packets.slice(0, 60).flatMap(block),
    ...[0x1f, 0x43, 0xb6, 0x75, ...UNKNOWN_SIZE],
    ...packets.slice(60).flatMap(block),
  ])
}

/** The packets of an Ogg file, and the sample its last page ends with. */
function readOgg(ogg: Uint8Array): { packets: number[][]; samples: number } {
  const packets: number[][] = []
  let open: number[] = []
  let samples = 0
  for (let at = 0; at < ogg.length; ) {
    const lengths = [...ogg.subarray(at + 27, at + 27 + ogg[at + 26]!)]
    samples = Number(new DataView(ogg.buffer, ogg.byteOffset + at).getBigUint64(6, true))
    at += 27 + lengths.length
    for (const length of lengths) {
      open.push(...ogg.subarray(at, at + length))
      at += length
      if (length === 255) continue
      packets.push(open)
      open = []
    }
  }
  return { packets, samples }
}

test('every packet of a recording is in the Ogg file, in order and as long as it sounds', () => {
  const sample = readOgg(new Uint8Array(sampleFile('voice').bytes))
  const [head, , ...packets] = sample.packets
  const ogg = oggOfWebm(webmOf(head!, packets))
  expect(foundType(Buffer.from(ogg))).toBe('audio/ogg; codecs=opus')
  const read = readOgg(ogg)
  expect(read.packets.slice(2)).toEqual(packets)
  const skipped = head![10]! + head![11]! * 256
  expect(read.samples).toBe(skipped + packets.length * 960)
})

test('a recording without Opus is refused', () => {
  expect(() => oggOfWebm(webmOf([], []))).toThrow(/no Opus/)
})
