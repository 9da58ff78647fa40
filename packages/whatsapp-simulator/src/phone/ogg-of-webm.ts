/**
 * Browsers record Opus into WebM or into Ogg; a phone's voice messages are Ogg. Only the container is changed.
 * Throws for a recording without Opus.
 */
export function oggOfWebm(webm: Uint8Array): Uint8Array {
  const { head, packets } = opusIn(webm)
  if (!head || packets.length === 0) throw new Error('There is no Opus in this recording.')
  const skipped = head[10]! | (head[11]! << 8)
  const pages = [page([head], 0, 0, BEGIN), page([text('OpusTags\x09\0\0\0simulator\0\0\0\0')], 0, 1, 0)]
  let samples = skipped
  for (let start = 0; start < packets.length; start += PACKETS_ON_PAGE) {
    const group = packets.slice(start, start + PACKETS_ON_PAGE)
    for (const packet of group) samples += samplesOf(packet)
    const isLast = start + PACKETS_ON_PAGE >= packets.length
    pages.push(page(group, samples, pages.length, isLast ? END : 0))
  }
  return joined(pages)
}

/** A second of 20 ms packets, whose lengths always fit into a page's table. */
const PACKETS_ON_PAGE = 50
const BEGIN = 2
const END = 4

type Opus = { head: Uint8Array | null; packets: Uint8Array[] }

const INSIDE = new Set([0x18538067, 0x1654ae6b, 0xae, 0x1f43b675, 0xa0])
const CODEC_PRIVATE = 0x63a2
const BLOCKS = new Set([0xa3, 0xa1])
/** Track, time and flags come before a block's packet. */
const BLOCK_HEAD = 4

function opusIn(webm: Uint8Array): Opus {
  const found: Opus = { head: null, packets: [] }
  let at = 0
  while (at < webm.length) {
    const id = readNumber(webm, at, false)
    const size = readNumber(webm, at + id.length, true)
    const start = at + id.length + size.length
    // What has no size yet, as of a live recording, is gone into as well.
    if (INSIDE.has(id.value)) {
      at = start
      continue
    }
    const end = start + size.value
    if (id.value === CODEC_PRIVATE) found.head = webm.slice(start, end)
    if (BLOCKS.has(id.value)) found.packets.push(webm.slice(start + BLOCK_HEAD, end))
    at = end
  }
  return found
}

/** A number of EBML: the leading zeros of its first byte count the bytes that follow. */
function readNumber(bytes: Uint8Array, at: number, isSize: boolean): { value: number; length: number } {
  const first = bytes[at] ?? 0
  const length = Math.clz32(first) - 23
  let value = isSize ? first & (0xff >> length) : first
  for (let index = 1; index < length; index += 1) value = value * 256 + (bytes[at + index] ?? 0)
  return { value, length }
}

const FRAME_SAMPLES = [
  ...[480, 960, 1920, 2880, 480, 960, 1920, 2880, 480, 960, 1920, 2880],
  ...[480, 960, 480, 960],
  ...[120, 240, 480, 960, 120, 240, 480, 960, 120, 240, 480, 960, 120, 240, 480, 960],
]

/** How long an Opus packet sounds, at 48 kHz. https://www.rfc-editor.org/rfc/rfc6716#section-3.1 */
function samplesOf(packet: Uint8Array): number {
  const kind = packet[0] ?? 0
  const frames = [1, 2, 2, (packet[1] ?? 0) & 0x3f][kind & 3]!
  return FRAME_SAMPLES[kind >> 3]! * frames
}

/** https://www.rfc-editor.org/rfc/rfc3533#section-6 */
function page(packets: Uint8Array[], samples: number, number: number, flags: number): Uint8Array {
  const lengths = packets.flatMap(({ length }) => [
    ...Array<number>(Math.floor(length / 255)).fill(255),
    length % 255,
  ])
  const head = new Uint8Array(27 + lengths.length)
  const view = new DataView(head.buffer)
  head.set(text('OggS'))
  head[5] = flags
  view.setBigUint64(6, BigInt(samples), true)
  view.setUint32(14, 1, true)
  view.setUint32(18, number, true)
  head[26] = lengths.length
  head.set(lengths, 27)
  const whole = joined([head, ...packets])
  new DataView(whole.buffer).setUint32(22, checksum(whole), true)
  return whole
}

function checksum(bytes: Uint8Array): number {
  let sum = 0
  for (const byte of bytes) {
    sum ^= byte << 24
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 0x80000000 ? (sum << 1) ^ 0x04c11db7 : sum << 1
  }
  return sum >>> 0
}

function joined(parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

function text(ascii: string): Uint8Array {
  return Uint8Array.from(ascii, (letter) => letter.charCodeAt(0))
}
