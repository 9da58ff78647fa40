import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Facts } from './reading.ts'

/** The file of a delivery, and what its events say according to the people who recorded it. */
interface Entry {
  file: string
  expected: Facts[]
}

/** Payloads that other projects recorded. They are no part of this repository but may lie beside it. */
const folder = join(import.meta.dirname, '../../../../../shared/fixtures/webhooks')
const index = join(folder, 'index.json')

/** Whether they are there; in a plain clone there are only fixtures of our own. */
export const recordedAreThere = existsSync(index)

export const recorded: Entry[] = recordedAreThere ? JSON.parse(readFileSync(index, 'utf8')).entries : []

/** The bytes of the delivery, and the facts that have to be found in them. */
export function openRecorded({ file, expected }: Entry): { bytes: Uint8Array; facts: Facts[] } {
  return {
    bytes: new TextEncoder().encode(filledIn(readFileSync(join(folder, file), 'utf8'))),
    facts: JSON.parse(filledIn(JSON.stringify(expected))),
  }
}

/** Some payloads name their ids instead of giving them; a phone has to look like one. */
function filledIn(text: string): string {
  return text.replace(/<([A-Z]+_[A-Z_]+)>/g, (_, name: string) =>
    name.includes('PHONE_NUMBER') ? `1555000${1000 + name.length}` : name,
  )
}
