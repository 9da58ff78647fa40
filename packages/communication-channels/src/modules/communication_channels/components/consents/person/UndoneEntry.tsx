import { TriangleAlert } from 'lucide-react'
import type { Undone } from './consent.ts'
import { StoryItem } from './StoryItem.tsx'
import { useUndoneText } from './useUndoneText.ts'

/** What was to follow from what they said, and did not: why, and what to do. */
export function UndoneEntry({ undone }: { undone: Undone }) {
  const { what, why } = useUndoneText(undone)
  return (
    <StoryItem
      Icon={TriangleAlert}
      look="bg-status-warning-bg text-status-warning-text"
      title={what}
      conversationId={undone.conversationId}
    >
      <p className="text-sm [overflow-wrap:anywhere]">{why}</p>
    </StoryItem>
  )
}
