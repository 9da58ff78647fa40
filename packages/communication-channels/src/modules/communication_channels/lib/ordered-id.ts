import { randomBytes } from 'node:crypto'

/*
 * UUIDs of version 7 (RFC 9562) whose order is told by us and not by chance:
 *
 *   48 bits   milliseconds since 1970
 *   24 bits   a place among what this process made, by which the journal sorts within a millisecond
 *   18 bits   a place within that: of a message in its delivery
 *   32 bits   chance, so that two processes never make the same
 */

let latest = 0
let given = 0

/** Sorts behind all that this process made before, also where the clock was set back. */
export function nextId(now = Date.now()): string {
  latest = Math.max(latest, now)
  return write(latest, given++, 0)
}

/** Sorts where the row that it belongs to sorts, and among those of that row by their place: 0 to 262,143. */
export function idWithin(parent: string, place: number): string {
  const bytes = Buffer.from(parent.replaceAll('-', ''), 'hex')
  const outer = ((bytes.readUInt16BE(6) & 0xfff) << 12) | ((bytes.readUInt16BE(8) >> 2) & 0xfff)
  return write(bytes.readUIntBE(0, 6), outer, place)
}

function write(at: number, outer: number, inner: number): string {
  const bytes = randomBytes(16)
  bytes.writeUIntBE(at, 0, 6)
  bytes.writeUInt16BE(0x7000 | ((outer >>> 12) & 0xfff), 6)
  bytes.writeUInt16BE(0x8000 | ((outer & 0xfff) << 2) | ((inner >>> 16) & 0b11), 8)
  bytes.writeUInt16BE(inner & 0xffff, 10)
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
