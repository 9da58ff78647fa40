import { useT } from '@open-mercato/shared/lib/i18n/context'
import { CircleAlert } from 'lucide-react'
import { readableName } from './templateChoices.ts'
import { useSendableTemplates } from './useSendableTemplates.ts'

type StoppedTemplateProps = { channelId: string; name: string; language: string }

/** Under a message that waits: its template cannot be sent as it is now, so that nobody believes that it will leave. */
export function StoppedTemplate({ channelId, name, language }: StoppedTemplateProps) {
  const t = useT()
  const { data } = useSendableTemplates(channelId)
  if (!data || data.some((one) => one.name === name && one.language === language)) return null
  const page = `/backend/integrations/whatsapp/templates?${new URLSearchParams({ search: name })}`
  return (
    <div className="mb-1.5 flex max-w-[min(34rem,86%)] items-start gap-1.5 rounded-lg border border-status-warning-border bg-status-warning-bg px-3 py-1.5 text-[0.8125rem] leading-snug text-status-warning-text">
      <CircleAlert aria-hidden="true" className="mt-px size-4 shrink-0" />
      <p>
        {t('channel_whatsapp.templates.stopped', { name: readableName(name) })}{' '}
        <a href={page} className="font-medium underline underline-offset-4">
          {t('channel_whatsapp.templates.stopped.show')}
        </a>
      </p>
    </div>
  )
}
