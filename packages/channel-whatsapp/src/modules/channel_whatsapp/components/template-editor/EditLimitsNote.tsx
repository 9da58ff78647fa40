import { useLocale, useT } from '@open-mercato/shared/lib/i18n/context'
import { Alert, AlertDescription, AlertTitle } from '@open-mercato/ui/primitives/alert'
import type { EditLimits } from './data/draft.ts'
import { useText } from './useText.ts'

/** What Meta lets be changed about a template that exists, before somebody writes what it will refuse. */
export function EditLimitsNote({ limits }: { limits: EditLimits }) {
  const t = useT()
  const text = useText()
  const locale = useLocale()
  const when = limits.nextEditAt
    ? new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(
        new Date(limits.nextEditAt),
      )
    : null
  const sentences = [
    limits.reason ? t(`channel_whatsapp.editRule.${limits.reason}`) : text('limits.about'),
    when ? text('limits.next', { when }) : '',
    limits.canEdit && limits.leftIn30Days !== null ? text('limits.left', { count: limits.leftIn30Days }) : '',
  ]
  return (
    <Alert status={limits.canEdit ? 'information' : 'warning'}>
      <AlertTitle>{text(limits.canEdit ? 'limits.title' : 'limits.closed')}</AlertTitle>
      <AlertDescription>{sentences.filter(Boolean).join(' ')}</AlertDescription>
    </Alert>
  )
}
