import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { keys } from '../inbox/data/queries.ts'
import { RequestFailed } from '../inbox/data/request.ts'
import { type SettleChoice, settleMessages } from '../inbox/data/settleMessages.ts'
import { contactName } from '../inbox/model/conversation.ts'
import type { Unsettled } from './unsettled.ts'

/** What became of one message after a decision. `problem` null: as decided. */
export type SettleResult = {
  messageId: string
  conversationId: string
  providerKey: string
  name: string | null
  problem: { code: string; message: string; action: string | null } | null
}
export type SettleOutcome = { as: SettleChoice; results: SettleResult[] }

/** Settles messages and keeps what became of each, until somebody has read it. */
export function useSettling() {
  const client = useQueryClient()
  const [isSettling, setIsSettling] = useState(false)
  const [outcome, setOutcome] = useState<SettleOutcome | null>(null)
  const [failure, setFailure] = useState<RequestFailed | null>(null)

  const settle = async (chosen: Unsettled[], as: SettleChoice) => {
    setIsSettling(true)
    setFailure(null)
    try {
      const { skipped } = await settleMessages(
        chosen.map(({ message }) => message.id),
        as,
      )
      const problems = new Map(skipped.map((one) => [one.messageId, one]))
      const results = chosen.map(({ message, conversation }) => {
        const problem = problems.get(message.id)
        return {
          messageId: message.id,
          conversationId: conversation.id,
          providerKey: conversation.channel.providerKey,
          name: contactName(conversation.contact),
          problem: problem ? { code: problem.code, message: problem.error, action: null } : null,
        }
      })
      setOutcome({ as, results })
    } catch (error) {
      setFailure(error instanceof RequestFailed ? error : new RequestFailed(0, null))
    }
    await client.invalidateQueries({ queryKey: keys.unsettled })
    void client.invalidateQueries({ queryKey: keys.threads })
    setIsSettling(false)
  }
  return { settle, isSettling, outcome, failure, forget: () => setOutcome(null) }
}
