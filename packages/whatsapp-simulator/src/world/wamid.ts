import { randomBytes } from 'node:crypto'

/** Opaque, unique and shorter than 128 characters, as Meta's are. */
export function createWamid(): string {
  return `wamid.${Buffer.concat([Buffer.from('\x1d\x18\x14'), randomBytes(39)]).toString('base64')}`
}
