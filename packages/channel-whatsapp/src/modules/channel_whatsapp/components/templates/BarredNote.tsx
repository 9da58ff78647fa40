import { useT } from '@open-mercato/shared/lib/i18n/context'
import { LockKeyhole } from 'lucide-react'
import { useId } from 'react'
import type { SortedChoices } from './templateChoices.ts'

/** Why templates of one purpose may not be sent to this person, and what can be done about it. */
export function BarredNote({ group }: { group: SortedChoices['barred'][number] }) {
  const t = useT()
  const id = useId()
  return (
    <section
      aria-labelledby={id}
      className="flex items-start gap-2.5 rounded-lg border border-status-warning-border bg-status-warning-bg px-3.5 py-2.5 text-sm leading-snug text-status-warning-text"
    >
      <LockKeyhole aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
      <div className="min-w-0">
        <h3 id={id} className="font-semibold">
          {t(`channel_whatsapp.templates.barred.${group.purpose}`)}
        </h3>
        {group.objections.map(({ sentence, action }) => (
          <p key={sentence}>
            {sentence} {action}
          </p>
        ))}
      </div>
    </section>
  )
}
