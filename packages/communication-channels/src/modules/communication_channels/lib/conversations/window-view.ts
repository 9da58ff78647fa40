import { z } from 'zod'
import { getChannelAdapter } from '../adapter-registry-singleton.ts'
import { type Timestamp, toDate } from '../db.ts'
import { windowState } from '../policy/window.ts'
import type { WindowRow } from './window-query.ts'

export const windowView = z.object({
  isRequired: z.boolean(),
  isOpen: z.boolean(),
  expiresAt: z.iso.datetime().nullable(),
  /** What the customer did that the window was last opened by, when, and the message in the thread that shows it. */
  openedBy: z.object({ messageId: z.uuid(), contentType: z.string(), at: z.iso.datetime() }).nullable(),
  /**
   * Somebody came from an advertisement: until when nothing that is sent costs anything, and until when an answer would
   * begin that, or make it longer. Null where neither is so.
   */
  freeEntry: z
    .object({
      isOpen: z.boolean(),
      expiresAt: z.iso.datetime().nullable(),
      offeredUntil: z.iso.datetime().nullable(),
    })
    .nullable(),
})
export type WindowView = z.infer<typeof windowView>

/** The windows of a conversation as they stand at `now`. */
export function viewWindow(
  row: WindowRow & { providerKey: string; windowExpiresAt: Timestamp | null },
  now: Date,
): WindowView {
  const windowMs = getChannelAdapter(row.providerKey)?.rules?.windowMs ?? null
  const { isRequired, isOpen, expiresAt } = windowState(toDate(row.windowExpiresAt), windowMs, now)
  const { openedById, openedByType, openedAt } = row
  return {
    isRequired,
    isOpen,
    expiresAt: expiresAt?.toISOString() ?? null,
    openedBy:
      isRequired && openedById && openedByType && openedAt
        ? { messageId: openedById, contentType: openedByType, at: toDate(openedAt).toISOString() }
        : null,
    freeEntry: viewFreeEntry(toDate(row.freeEntryOfferedUntil), toDate(row.freeEntryExpiresAt), now),
  }
}

function viewFreeEntry(
  offeredUntil: Date | null,
  expiresAt: Date | null,
  now: Date,
): WindowView['freeEntry'] {
  const isOpen = expiresAt !== null && now < expiresAt
  const isOffered = offeredUntil !== null && now < offeredUntil
  if (!isOpen && !isOffered) return null
  return {
    isOpen,
    expiresAt: isOpen ? expiresAt.toISOString() : null,
    offeredUntil: isOffered ? offeredUntil.toISOString() : null,
  }
}
