// Node 24 has it; the type definitions we are pinned to do not know it yet.
import 'node:crypto'

declare module 'node:crypto' {
  export function randomUUIDv7(): string
}
