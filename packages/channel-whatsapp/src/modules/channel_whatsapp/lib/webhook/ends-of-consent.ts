import { STANDARD_WORDS } from '@open-mercato/communication-channels/modules/communication_channels/lib/consent/standard-words'
import { isShort } from '@open-mercato/communication-channels/modules/communication_channels/lib/consent/words/whole-message'
import { wordReader } from '@open-mercato/communication-channels/modules/communication_channels/lib/consent/words/word-meaning'
import { z } from 'zod'
import { isRecord, itemsOf } from './read/meta-values.ts'

/** By what somebody ends their consent: the lists of a change that hold such items, and how those are told. */
const LISTS: Record<string, (item: unknown) => boolean> = {
  messages: isStop,
  statuses: isRefusedForThat,
  user_preferences: (item) => preference.safeParse(item).success,
}

const said = z.looseObject({
  text: z.object({ body: z.string() }).optional(),
  button: z.object({ text: z.string() }).optional(),
  interactive: z
    .object({
      button_reply: z.object({ title: z.string() }).optional(),
      list_reply: z.object({ title: z.string() }).optional(),
    })
    .optional(),
})
const preference = z.object({ category: z.literal('marketing_messages'), value: z.literal('stop') })

/** "User's marketing preference": https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes */
const WANTS_NO_MARKETING = 131050
const refused = z.object({ errors: z.array(z.looseObject({ code: z.literal(WANTS_NO_MARKETING) })).min(1) })

/** The words of no organisation in particular: whose number it is, and what it has decided, is not known at the door. */
const read = wordReader({ stopWords: STANDARD_WORDS.stop, startWords: [], confirmWords: [] })

/**
 * Of the value of a change that part by which people end their consent, with who they are; null where nobody does. They end
 * it for the whole organisation, whichever of its numbers they tell.
 */
export function endsOfConsent(value: Record<string, unknown>): Record<string, unknown> | null {
  const kept = Object.entries(LISTS).flatMap(([list, isEnd]) => {
    const items = itemsOf(value, list).filter(isEnd)
    return items.length > 0 ? [[list, items] as const] : []
  })
  if (kept.length === 0) return null
  const people = new Set(kept.flatMap(([, items]) => items.flatMap(namesOf)))
  const contacts = itemsOf(value, 'contacts').filter((contact) =>
    namesOf(contact).some((name) => people.has(name)),
  )
  return { ...Object.fromEntries(kept), contacts }
}

function isStop(item: unknown): boolean {
  const { data } = said.safeParse(item)
  const { text, button, interactive } = data ?? {}
  const words =
    text?.body ?? button?.text ?? interactive?.button_reply?.title ?? interactive?.list_reply?.title ?? ''
  return isShort(words) && read(words)?.meaning === 'stop'
}

function isRefusedForThat(item: unknown): boolean {
  return refused.safeParse(item).success
}

/** What tells a person in an item or among the contacts. */
function namesOf(item: unknown): unknown[] {
  if (!isRecord(item)) return []
  const { from, from_user_id, wa_id, user_id, recipient_id } = item
  return [from, from_user_id, wa_id, user_id, recipient_id].filter((name) => name !== undefined)
}
