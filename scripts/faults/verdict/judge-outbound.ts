import type { Intent } from '../play/answers.ts'
import { type TrueMessage, textOf } from '../play/meta.ts'
import type { Stored, StoredMessage } from './stored.ts'
import { personOf, type Truth } from './truth.ts'
import { emptyVerdict, type OutboundVerdict } from './verdict.ts'

/** Clocks of two programs on one machine, and the time between looking at one and writing the other down. */
const EARLY_TOLERANCE_MS = 1_000

const ON_ITS_WAY = new Set(['sent', 'delivered', 'read'])

/**
 * What staff were told is taken (202), against what the provider accepted: each once, by the person it was for, unless
 * the provider refused it or a person called it back.
 */
export function judgeOutbound(truth: Truth, stored: Stored, intents: Intent[]): OutboundVerdict {
  const verdict: OutboundVerdict = {
    ...emptyVerdict(),
    unknown: { settledByWebhook: 0, settledByPerson: 0, left: [] },
  }
  const sent = truth.messages.filter(({ direction }) => direction === 'outbound')
  const byText = Map.groupBy(sent, textOf)
  const rows = new Map(stored.outbound.map((row) => [row.id, row]))
  const resends = Map.groupBy(stored.outbound, ({ resendOf }) => resendOf ?? '')

  for (const intent of intents) {
    const accepted = byText.get(intent.text) ?? []
    byText.delete(intent.text)
    const own = intent.messageId ? rows.get(intent.messageId) : undefined
    const family = own ? withResends(own, resends) : []
    const name = `${intent.messageId ?? 'unacknowledged'} (${intent.text})`
    if (accepted.length > 1 + intent.resentAs.length) verdict.doubled.push(name)
    if (intent.messageId === null) continue
    verdict.acked++
    if (accepted.some(({ wamid }) => family.some((row) => row.wamid === wamid && isOnItsWay(row))))
      verdict.stored++
    if (accepted.length === 0 && !mayBeMissing(intent, family)) verdict.lost.push(`${name} is ${own?.status}`)
    if (accepted.length > 0 && !family.some(isOnItsWay) && !family.some(isUnknown))
      verdict.untrue.push(`${name} is ${own?.status} and was sent`)
    for (const message of accepted) {
      const thread = own && stored.conversations.get(own.conversationId)
      if (thread?.person !== personOf(truth, message) || thread.phoneNumberId !== message.phoneNumberId)
        verdict.misfiled.push(name)
      else if (own && stored.texts.get(own.id) !== intent.text)
        verdict.untrue.push(`${name} is shown with other words`)
      const early = own?.scheduledAt ? own.scheduledAt.getTime() - Date.parse(message.createdAt) : 0
      if (early > EARLY_TOLERANCE_MS) verdict.untrue.push(`${name} left ${early} ms before its time`)
    }
  }
  for (const text of byText.keys()) verdict.untrue.push(`"${text}" was wanted by nobody`)
  countUnknown(verdict, sent, stored.outbound)
  return verdict
}

function withResends(row: StoredMessage, resends: Map<string, StoredMessage[]>): StoredMessage[] {
  return [row, ...(resends.get(row.id) ?? []).flatMap((again) => withResends(again, resends))]
}

function isOnItsWay({ status }: StoredMessage): boolean {
  return ON_ITS_WAY.has(status ?? '')
}

function isUnknown({ status }: StoredMessage): boolean {
  return status === 'unknown'
}

/** Refused by the provider, called back while it waited, or left alone by a person who knew that it had not arrived. */
function mayBeMissing(intent: Intent, family: StoredMessage[]): boolean {
  const last = family.at(-1)
  if (!last) return false
  if (last.status === 'failed') return last.error !== null
  return (last.status === 'cancelled' && intent.cancelAsked) || last.settledAs === 'left'
}

function countUnknown({ unknown }: OutboundVerdict, sent: TrueMessage[], rows: StoredMessage[]): void {
  const unanswered = new Set(sent.flatMap((one) => (one.isUnanswered ? (one.callbackData ?? []) : [])))
  for (const row of rows) {
    if (row.settledAs !== null) unknown.settledByPerson++
    else if (row.status === 'unknown') unknown.left.push(row.id)
    else if (unanswered.has(row.id)) unknown.settledByWebhook++
  }
}
