import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { ConversationPolicy } from '../model/conversation.ts'
import { policyAt } from '../model/policyAt.ts'
import { type ConversationDetail, keys } from './queries.ts'

/** The policy as of now; when the window runs out under the reader's eyes the server is asked again. */
export function useWindowExpiry(
  detail: ConversationDetail | undefined,
  now: number,
): ConversationPolicy | undefined {
  const client = useQueryClient()
  const policy = detail ? policyAt(detail, now) : undefined
  const hasJustClosed = detail !== undefined && policy !== detail.policy
  const id = detail?.conversation.id
  useEffect(() => {
    if (hasJustClosed && id) void client.invalidateQueries({ queryKey: keys.conversation(id) })
  }, [hasJustClosed, id, client])
  return policy
}
