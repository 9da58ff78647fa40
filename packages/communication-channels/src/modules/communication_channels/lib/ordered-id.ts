import { randomFillSync } from 'node:crypto'

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

/** Whether `idWithin` made the id for this row. */
export function isWithin(parent: string, id: string): boolean {
  const outer = (uuid: string) => [uuid.slice(0, 18), Number.parseInt(uuid.slice(19, 23), 16) >> 2].join()
  return outer(id) === outer(parent)
}

function write(at: number, outer: number, inner: number): string {
  const time = hex(at, 12)
  const middle = hex(0x7000 | ((outer >>> 12) & 0xfff), 4)
  const end = hex(0x8000 | ((outer & 0xfff) << 2) | ((inner >>> 16) & 0b11), 4)
  return `${time.slice(0, 8)}-${time.slice(8)}-${middle}-${end}-${hex(inner & 0xffff, 4)}${hex(chance(), 8)}`
}

// Asked for in one go for many: a thousand ids come out of one delivery.
const drawn = Buffer.alloc(4096)
let used = drawn.length

/** 32 bits. */
function chance(): number {
  if (used === drawn.length) {
    randomFillSync(drawn)
    used = 0
  }
  used += 4
  return drawn.readUInt32BE(used - 4)
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0')
}
