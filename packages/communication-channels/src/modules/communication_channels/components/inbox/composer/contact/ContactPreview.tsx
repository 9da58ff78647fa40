import { useT } from '@open-mercato/shared/lib/i18n/context'
import { Avatar } from '@open-mercato/ui/primitives/avatar'
import { UserRound } from 'lucide-react'
import { Gap } from '../attach/Gap.tsx'
import { PreviewBubble } from '../attach/PreviewBubble.tsx'
import type { ContactDraft } from './contactDraft.ts'

export function ContactPreview({ draft }: { draft: ContactDraft }) {
  const t = useT()
  const name = draft.name.trim()
  const lines = [...draft.phones.map((one) => one.phone.trim()), draft.email.trim()].filter(Boolean)
  return (
    <PreviewBubble>
      <div className="flex items-center gap-3">
        <Avatar
          label={name}
          icon={name ? undefined : <UserRound />}
          variant={name ? 'default' : 'monochrome'}
        />
        <div className="grid min-w-0">
          <bdi className="font-medium [overflow-wrap:anywhere]">
            {name || <Gap>{t('communication_channels.inbox.composer.contact.name')}</Gap>}
          </bdi>
          {draft.company.trim() ? (
            <bdi className="text-[0.8125rem] text-muted-foreground [overflow-wrap:anywhere]">
              {draft.company}
            </bdi>
          ) : null}
        </div>
      </div>
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same number may stand there twice
        <bdi key={index} className="text-sm tabular-nums [overflow-wrap:anywhere]">
          {line}
        </bdi>
      ))}
    </PreviewBubble>
  )
}
