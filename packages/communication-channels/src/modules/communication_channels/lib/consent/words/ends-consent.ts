import type { Db } from '../../db.ts'
import type { DeliveryEvent } from '../../delivery-event.ts'
import type { Scope } from '../../scope.ts'
import { readConsentRules } from '../read-rules.ts'
import { whatANoticeSays } from './what-it-says.ts'
import { isShort } from './whole-message.ts'
import { wordReader } from './word-meaning.ts'
import { wordsOf } from './words-of.ts'

interface Told {
  event: DeliveryEvent
  channel: Scope
}

/**
 * Of what came in, that by which somebody ends their consent. They end it for the whole organisation, so it counts on a
 * number too that is switched off.
 */
export async function whatEndsConsent<T extends Told>(db: Db, told: T[]): Promise<T[]> {
  const words = told.filter(({ event }) => shortWords(event) !== null)
  const stops = new Set<T>()
  for (const own of Map.groupBy(words, ({ channel }) => channel.organizationId).values()) {
    const read = wordReader(await readConsentRules(db, own[0]!.channel))
    for (const one of own) if (read(shortWords(one.event)!)?.meaning === 'stop') stops.add(one)
  }
  return told.filter((one) => stops.has(one) || isEnd(one.event))
}

function shortWords(event: DeliveryEvent): string | null {
  if (event.kind !== 'message' || event.direction !== 'inbound') return null
  const words = wordsOf(event.content)
  return words !== null && isShort(words) ? words : null
}

/** By the provider's word. */
function isEnd(event: DeliveryEvent): boolean {
  if (event.kind === 'status') return event.error?.endsConsent !== undefined
  if (event.kind !== 'message' || event.content.type !== 'system') return false
  return whatANoticeSays(event.content.kind)?.kind === 'opted_out'
}
