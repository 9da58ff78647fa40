import { InjectionSpot } from '@open-mercato/ui/backend/injection/InjectionSpot'
import { useMemo } from 'react'
import type { Message } from '../model/message.ts'
import type { WaitingTemplateContext } from '../model/waitingTemplate.ts'

type WaitingTemplateProps = { content: Message['content']; channelId: string; providerKey: string }

/** Room for what the provider knows of a template that is to leave later: whether it still may. */
export function WaitingTemplate({ content, channelId, providerKey }: WaitingTemplateProps) {
  const [name, language] = content.type === 'template' ? [content.name, content.language] : []
  const context = useMemo<WaitingTemplateContext | null>(
    () => (name && language ? { channelId, name, language } : null),
    [channelId, name, language],
  )
  if (!context) return null
  return <InjectionSpot spotId={`communication_channels.waiting_template:${providerKey}`} context={context} />
}
