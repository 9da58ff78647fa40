import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'

/** Small files of every kind for tests, made on the spot where that is easy. */

export function picture(
  type: 'jpeg' | 'png' | 'webp' | 'gif' = 'jpeg',
  width = 64,
  height = 48,
): Promise<Buffer> {
  const background = { r: 200, g: 60, b: 40 }
  return sharp({ create: { width, height, channels: 3, background } })
    [type]()
    .toBuffer()
}

export async function animation(type: 'webp' | 'gif' = 'webp', side = 32): Promise<Buffer> {
  const frames = await Promise.all(
    ['red', 'green', 'blue'].map((background) =>
      sharp({ create: { width: side, height: side, channels: 4, background } })
        .png()
        .toBuffer(),
    ),
  )
  return sharp(frames, { join: { animated: true } })
    [type]()
    .toBuffer()
}

/** A few hundred bytes that would unpack to `width` × `height` pixels. */
export function pictureBomb(width = 30_000, height = 30_000): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([1, 0, 0, 0, 0], 8)
  const rows = deflateSync(Buffer.alloc(1024))
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))])
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.byteLength)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

/** Silence, eight bits, one channel. */
export function wave(seconds = 1, rate = 8_000): Buffer {
  const samples = Buffer.alloc(Math.round(seconds * rate), 0x80)
  const head = Buffer.alloc(44)
  head.write('RIFF', 0)
  head.writeUInt32LE(36 + samples.byteLength, 4)
  head.write('WAVEfmt ', 8)
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(1, 20)
  head.writeUInt16LE(1, 22)
  head.writeUInt32LE(rate, 24)
  head.writeUInt32LE(rate, 28)
  head.writeUInt16LE(1, 32)
  head.writeUInt16LE(8, 34)
  head.write('data', 36)
  head.writeUInt32LE(samples.byteLength, 40)
  return Buffer.concat([head, samples])
}

export const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')
export const SVG = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
export const HTML = Buffer.from('<!doctype html><script>alert(1)</script>')
export const PROGRAM = Buffer.from(`MZ${'\0'.repeat(58)}\x40\0\0\0PE\0\0`, 'latin1')
/** A picture to one reader, a page to another. */
export const POLYGLOT = Buffer.concat([
  Buffer.from('R0lGODlhAQABAIAAAP///wAAACH5BAAAAAAALAAAAAABAAEAAAICRAEAOw==', 'base64'),
  Buffer.from('<html><script>alert(1)</script></html>'),
])

/** A third of a second, Opus in Ogg, one channel. */
export const VOICE_NOTE = Buffer.from(
  'T2dnUwACAAAAAAAAAAAAAAAAAAAAAEkq9qABE09wdXNIZWFkAQE4AYA+AAAAAABPZ2dTAAAAAAAAAAAAAAAAAAABAAAASZW+VAEuT3B1c1RhZ3MGAAAAZmZtcGVnAQAAABQAAABlbmNvZGVyPUxhdmMgbGlib3B1c09nZ1MABHg5AAAAAAAAAAAAAAIAAABCavzxEA0VDhESDhYSEBAPEBEQDxIIgz9f0Bz96kn+AT/ACKcaXYqYLl9vAXu1z2rVjVksIauoCKEvEORd/DtHzTDIVeAIoTjQdzKqXEuZKCtekWu7cAihONB3MqpeWCLaltOwrs454AihLxDkXfvF3pB2hpNICKE4zvwGRjf+PW/8BPcD8yhTX4jfWAihLxDko/hrvYYIM/87E+qUwAihONB3Mqpcs0sEW9BxSMAIoTjQdzKqXpRJZtshLLY6CKE40HcyqlxOiaHzscdgCKE40Hcyqlaba8EjamfZagihLxDkhGDqBfutCX0hLqs4CKE40Hcyqla5wULTWVy26gihONB3MqpWR+RYiE8/QAiDyiSKk2oYuM6vz2Kt9BoygA==',
  'base64',
)
/** H.264 and AAC, 32 × 24. */
export const VIDEO = Buffer.from(
  'AAAAIGZ0eXBpc29tAAACAGlzb21pc28yYXZjMW1wNDEAAAAIZnJlZQAAAkdtZGF0ARhSrVA0wpK592/fzd1l3IkiSSSS5d2NjbF2NsXY2xcxaNzFo3MWjdHZh0dsXR2xeLuLeyuaeyuadjcW8XcW81dk01TNNWzbWEpllMsrSytNLiaXE7VppdTpjK9W9VnyeS5yr6nvyYzJRLRKRIiSiSiSgYGBgaWWWU3LLKillllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAyIHwAAABhliIQAP//9r0+BR0ranp/TECN0JPJiKN0BAJzZOhtEvBVEvBVkvBT7fP/8X/n+vXHGtTW/P/x+n/4f+f488dcaiP/j8/+n/z9dcccaka//D8/+n/3+uOOtXrNDTM2GK5pplzL2NmyJ2RCy5cgV8YqPSKMJ1nOiqoxjUGjo6I6DdA6hQagTqoooNOKKKDTiihcdC5wMooLAVCwYmR6lx3xXYfojzznOdSlRqUqeeeeecTqnVOqeeeeeeeeeeeeeeeecCedU889R5RpLiwYlw+u/Ypzqh5p51c0/NzfLm5p56AUcARidtn8B+A/Dnf5/XjrWSpz8D+w/64Pov5cHxX96D7r8ZD9O9ZD596yH4r7KH6F9d+zfUQDyXce5daAdd1vXcEA4XB5uwA5vM27NuwACYmJiYAADh8Dh8Dh6GnoaegAAAcAAAAVHbW9vdgAAAGxtdmhkAAAAAAAAAAAAAAAAAAAD6AAAAMgAAQAAAQAAAAAAAAAAAAAAAAEAAAAAAAAAAAAAAAAAAAABAAAAAAAAAAAAAAAAAABAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAwAAAkF0cmFrAAAAXHRraGQAAAADAAAAAAAAAAAAAAABAAAAAAAAAMgAAAAAAAAAAAAAAAAAAAAAAAEAAAAAAAAAAAAAAAAAAAABAAAAAAAAAAAAAAAAAABAAAAAACAAAAAYAAAAAAAkZWR0cwAAABxlbHN0AAAAAAAAAAEAAADIAAAAAAABAAAAAAG5bWRpYQAAACBtZGhkAAAAAAAAAAAAAAAAAAAoAAAACABVxAAAAAAALWhkbHIAAAAAAAAAAHZpZGUAAAAAAAAAAAAAAABWaWRlb0hhbmRsZXIAAAABZG1pbmYAAAAUdm1oZAAAAAEAAAAAAAAAAAAAACRkaW5mAAAAHGRyZWYAAAAAAAAAAQAAAAx1cmwgAAAAAQAAASRzdGJsAAAAwHN0c2QAAAAAAAAAAQAAALBhdmMxAAAAAAAAAAEAAAAAAAAAAAAAAAAAAAAAACAAGABIAAAASAAAAAAAAAABDExhdmMgbGlieDI2NAAAAAAAAAAAAAAAAAAAAAAAAAAAGP//AAAANmF2Y0MBZAAK/+EAGWdkAAqs2Ul+XARAAAADAEAAAAMCg8SJZYABAAZo6+Dksiz9+PgAAAAAEHBhc3AAAAABAAAAAQAAABRidHJ0AAAAAAAABGAAAARgAAAAGHN0dHMAAAAAAAAAAQAAAAEAAAgAAAAAHHN0c2MAAAAAAAAAAQAAAAEAAAABAAAAAQAAABRzdHN6AAAAAAAAABwAAAABAAAAFHN0Y28AAAAAAAAAAQAAAScAAAJVdHJhawAAAFx0a2hkAAAAAwAAAAAAAAAAAAAAAgAAAAAAAADIAAAAAAAAAAAAAAABAQAAAAABAAAAAAAAAAAAAAAAAAAAAQAAAAAAAAAAAAAAAAAAQAAAAAAAAAAAAAAAAAAAJGVkdHMAAAAcZWxzdAAAAAAAAAABAAAAyAAABAAAAQAAAAABzW1kaWEAAAAgbWRoZAAAAAAAAAAAAAAAAAAAH0AAAApAVcQAAAAAAC1oZGxyAAAAAAAAAABzb3VuAAAAAAAAAAAAAAAAU291bmRIYW5kbGVyAAAAAXhtaW5mAAAAEHNtaGQAAAAAAAAAAAAAACRkaW5mAAAAHGRyZWYAAAAAAAAAAQAAAAx1cmwgAAAAAQAAATxzdGJsAAAAfnN0c2QAAAAAAAAAAQAAAG5tcDRhAAAAAAAAAAEAAAAAAAAAAAACABAAAAAAH0AAAAAAADZlc2RzAAAAAAOAgIAlAAIABICAgBdAFQAAAAAANB0AADQdBYCAgAUViFblAAaAgIABAgAAABRidHJ0AAAAAAAANB0AADQdAAAAIHN0dHMAAAAAAAAAAgAAAAIAAAQAAAAAAQAAAkAAAAAoc3RzYwAAAAAAAAACAAAAAQAAAAEAAAABAAAAAgAAAAIAAAABAAAAIHN0c3oAAAAAAAAAAAAAAAMAAAD3AAAAygAAAGIAAAAYc3RjbwAAAAAAAAACAAAAMAAAAUMAAAAac2dwZAEAAAByb2xsAAAAAgAAAAH//wAAABxzYmdwAAAAAHJvbGwAAAABAAAAAwAAAAEAAAA9dWR0YQAAADVtZXRhAAAAAAAAACFoZGxyAAAAAAAAAABtZGlyYXBwbAAAAAAAAAAAAAAAAAhpbHN0',
  'base64',
)
/** H.263 without sound, 176 × 144: no browser plays it. */
export const OLD_VIDEO = Buffer.from(
  'AAAAHGZ0eXAzZ3A0AAACADNncDRpc29taXNvMgAAAAhmcmVlAAACn21kYXQAAIACCAMmUlJSU+DdMpKSkp8G6ZSUlJT4N0ykpKSnwbplJSUlPg3TKSkpKfBumUlJSU+DdMpKSkp8G6ZSUlJT4N0ykpKSnwbplJSUlPg3TKSkpKfBumUlJSU+DdMpKSkp8G6ZSUlJT4N0ykpKSnwbplJSUlPg3TKSkpKfBumUlJSU+DdMpKSkp8G6ZSUlJT4N0ykpKSnwbplJSUlPg3TKSkpKfBumUlJSU+DdMpKSkp8G6ZSUlJT4N0ykpKSnwbplJSUlPg3TKSkpKfBumUlJSU+DdMpKSkp8G6ZSUlJT4N0ykpKSnwbplJSUlPg3TKSkpKfBumUlJSU+DdMpKSkp8G6ZSUlJT4N0ykpKSnwbplJSUlPg3TKSkpKfBumUlJSU+DdMpKSkp8G6ZSUlJT4N0ykpKSnwbplJSUlPg3TKSkpKfBumUlJSU+DdMpKSkp8G6ZSUlJT4N0ykpKSnwbplJSUlPg3TKSkpKfBumUlJSU+DdMpKSkp8G6ZSUlJT4N0ykpKSnwbplJSUlPg3TKSkpKfBumUlJSU+DdMpKSkp8G6ZSUlJT4N0ykpKSnwbplJSUlPg3TKSkpKfBumUlJSU+DdMpKSkp8G6ZSUlJT4N0ykpKSnwbplJSUlPg3TKSkpKfBumUlJSU+DdMpKSkp8G6ZSUlJT4N0ykpKSnwbplJSUlPg3TKSkpKfBumUlJSU+DdMpKSkp8G6ZSUlJT4N0ykpKSnwbplJSUlPg3TKSkpKfBumUlJSU+DdMpKSkp8G6ZSUlJT4N0ykpKSnwbplJSUlPg3TKSkpKfBumUlJSU+DdMpKSkp8G6ZSUlJT4N0ykpKSnwbplJSUlPg3TKSkpKfBumUlJSU+DdMpKSkp8G6ZSUlJT4NwAAAAKEbW9vdgAAAGxtdmhkAAAAAAAAAAAAAAAAAAAD6AAAAMgAAQAAAQAAAAAAAAAAAAAAAAEAAAAAAAAAAAAAAAAAAAABAAAAAAAAAAAAAAAAAABAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAgAAAhB0cmFrAAAAXHRraGQAAAADAAAAAAAAAAAAAAABAAAAAAAAAMgAAAAAAAAAAAAAAAAAAAAAAAEAAAAAAAAAAAAAAAAAAAABAAAAAAAAAAAAAAAAAABAAAAAALAAAACQAAAAAAAkZWR0cwAAABxlbHN0AAAAAAAAAAEAAADIAAAAAAABAAAAAAGIbWRpYQAAACBtZGhkAAAAAAAAAAAAAAAAAAAoAAAACABVxAAAAAAALWhkbHIAAAAAAAAAAHZpZGUAAAAAAAAAAAAAAABWaWRlb0hhbmRsZXIAAAABM21pbmYAAAAUdm1oZAAAAAEAAAAAAAAAAAAAACRkaW5mAAAAHGRyZWYAAAAAAAAAAQAAAAx1cmwgAAAAAQAAAPNzdGJsAAAAj3N0c2QAAAAAAAAAAQAAAH9zMjYzAAAAAAAAAAEAAAAAAAAAAAAAAAAAAAAAALAAkABIAAAASAAAAAAAAAABAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAGP//AAAAD2QyNjNGRk1QAAoAAAAACmZpZWwBAAAAABBwYXNwAAAAAQAAAAEAAAAYc3R0cwAAAAAAAAABAAAAAQAACAAAAAAcc3RzYwAAAAAAAAABAAAAAQAAAAEAAAABAAAAFHN0c3oAAAAAAAAClwAAAAEAAAAUc3RjbwAAAAAAAAABAAAALA==',
  'base64',
)
