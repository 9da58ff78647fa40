import { type TrueMessage, textOf } from '../play/meta.ts'
import type { Stored } from './stored.ts'
import { personOf, type Truth } from './truth.ts'
import { emptyVerdict, type Verdict } from './verdict.ts'

/** What customers wrote and the product has acknowledged, against what it stored and shows. */
export function judgeInbound(truth: Truth, stored: Stored): Verdict {
  const verdict = emptyVerdict()
  const written = truth.messages.filter(({ direction }) => direction === 'inbound')
  const rows = Map.groupBy(stored.inbound, ({ wamid }) => wamid ?? '')
  for (const message of written) {
    const found = rows.get(message.wamid) ?? []
    rows.delete(message.wamid)
    if (isAcknowledged(message)) {
      verdict.acked++
      if (found.length === 0) verdict.lost.push(message.wamid)
    }
    if (found.length > 0) verdict.stored++
    if (found.length > 1) verdict.doubled.push(message.wamid)
    for (const row of found) {
      const thread = stored.conversations.get(row.conversationId)
      const isRight =
        thread?.person === personOf(truth, message) &&
        thread.phoneNumberId === message.phoneNumberId &&
        row.phoneNumberId === message.phoneNumberId
      if (!isRight) verdict.misfiled.push(message.wamid)
      else if (stored.texts.get(row.id) !== textOf(message))
        verdict.untrue.push(`${message.wamid} is shown with other words`)
    }
  }
  for (const wamid of rows.keys()) verdict.untrue.push(`${wamid} was written by nobody`)
  return verdict
}

/** Every report that the product has acknowledged is stored once, with its time, for the right number. */
export function judgeStatuses(truth: Truth, stored: Stored): Verdict {
  const verdict = emptyVerdict()
  const rows = Map.groupBy(stored.statuses, ({ wamid, status }) => `${wamid} ${status}`)
  for (const message of truth.messages) {
    if (message.direction !== 'outbound') continue
    for (const { status, at, isTold } of message.history) {
      const key = `${message.wamid} ${status}`
      const found = rows.get(key) ?? []
      rows.delete(key)
      if (isTold) {
        verdict.acked++
        if (found.length === 0) verdict.lost.push(key)
      }
      if (found.length > 0) verdict.stored++
      if (found.length > 1) verdict.doubled.push(key)
      for (const row of found) {
        if (row.phoneNumberId !== message.phoneNumberId) verdict.misfiled.push(key)
        // Meta tells times in whole seconds.
        if (Math.floor(row.at.getTime() / 1000) !== Math.floor(Date.parse(at) / 1000))
          verdict.untrue.push(`${key} is stored as of ${row.at.toISOString()}, not ${at}`)
      }
    }
  }
  for (const key of rows.keys()) verdict.untrue.push(`${key} was reported by nobody`)
  return verdict
}

export function isAcknowledged({ history }: TrueMessage): boolean {
  return history.some(({ status }) => status === 'acknowledged')
}
