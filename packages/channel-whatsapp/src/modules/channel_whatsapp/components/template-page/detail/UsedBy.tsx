import { useT } from '@open-mercato/shared/lib/i18n/context'
import { Alert, AlertTitle } from '@open-mercato/ui/primitives/alert'
import type { ManagedTemplate, TemplateUse } from '../data/template.ts'
import { Panel } from '../parts/Panel.tsx'
import { notificationName } from '../words/notificationName.ts'
import { useFormats, useSay } from '../words/useSay.ts'

/** In these states nothing leaves with a template. */
const stopped = ['PAUSED', 'DISABLED', 'REJECTED', 'ARCHIVED', 'PENDING_DELETION', 'DELETED']

/** Who relies on it; and where it cannot be sent, that this stands still. */
export function UsedBy({ known: { template, usedBy } }: { known: ManagedTemplate }) {
  const say = useSay()
  const lines = useUseLines(usedBy)
  const isStopped = stopped.includes(template.status) && lines.length > 0
  return (
    <Panel title={say('use.title')}>
      {isStopped ? (
        <Alert status="error">
          <AlertTitle>{say('use.stopped')}</AlertTitle>
          <ul className="list-disc ps-4">
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Alert>
      ) : lines.length > 0 ? (
        <ul className="grid gap-1 text-sm">
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      ) : (
        <p className="text-sm text-muted-foreground">{say('use.nobody')}</p>
      )}
    </Panel>
  )
}

/** Each use in a sentence. */
export function useUseLines({ queued, scheduled, notifications }: TemplateUse): string[] {
  const t = useT()
  const say = useSay()
  const format = useFormats()
  return [
    ...(queued > 0 ? [say('use.queued', { count: format.count(queued) })] : []),
    ...(scheduled > 0 ? [say('use.scheduled', { count: format.count(scheduled) })] : []),
    ...(notifications.length > 0
      ? [
          say('use.notifications', {
            names: format.list(notifications.map((one) => notificationName(t, one))),
          }),
        ]
      : []),
  ]
}
