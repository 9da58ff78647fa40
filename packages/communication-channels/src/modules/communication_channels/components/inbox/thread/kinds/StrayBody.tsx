import { useT } from '@open-mercato/shared/lib/i18n/context'
import type { MessageContent } from '../../model/message.ts'

type Stray = Extract<MessageContent, { type: 'reaction' | 'edit' | 'revoke' }>

/** What was said about a message that is not in this thread. */
export function StrayBody({ content }: { content: Stray }) {
  const t = useT()
  const emoji = content.type === 'reaction' ? content.emoji : null
  const what = content.type === 'reaction' && !emoji ? 'reactionTakenBack' : content.type
  return (
    <p className="text-sm italic text-muted-foreground">
      {emoji ? <span className="me-1.5 not-italic">{emoji}</span> : null}
      {t(`communication_channels.inbox.stray.${what}`)}
    </p>
  )
}
