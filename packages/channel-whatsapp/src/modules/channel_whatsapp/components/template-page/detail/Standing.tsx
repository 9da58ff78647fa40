import { useT } from '@open-mercato/shared/lib/i18n/context'
import { Badge } from '@open-mercato/ui/primitives/badge'
import type { ManagedTemplate } from '../data/template.ts'
import { categoryName } from '../words/categoryName.ts'
import { QualityMark } from '../words/QualityMark.tsx'
import { adviceIn, rejectionWords } from '../words/rejection.ts'
import { knownStatus } from '../words/status.ts'
import { TemplateStatusBadge } from '../words/TemplateStatusBadge.tsx'
import { useSay } from '../words/useSay.ts'

/** The state in a word, what it means, and what is to be done about it. */
export function Standing({ known: { template, history } }: { known: ManagedTemplate }) {
  const t = useT()
  const say = useSay()
  const status = knownStatus(template.status)
  const isRejected = status === 'REJECTED'
  const rejection = rejectionWords(say, template.rejectedReason)
  const advised = adviceIn(history)
  const said = template.statusReason
  return (
    <div className="grid grid-cols-1 gap-2 text-sm">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <TemplateStatusBadge status={template.status} />
        <Badge variant="neutral">{categoryName(t, template.category)}</Badge>
        <QualityMark score={template.quality} />
      </div>
      <p>{status ? say(`means.${status}`) : say('means.other')}</p>
      {isRejected ? (
        <>
          <p className="font-medium text-status-error-text">{rejection.why}</p>
          {/* What Meta said of this very text is worth more than what helps in general. */}
          {advised.length > 0 ? (
            advised.map((said) => <MetaSays key={said} detail={said} />)
          ) : (
            <p>{rejection.mend}</p>
          )}
        </>
      ) : status ? (
        <p className="text-muted-foreground">{say(`todo.${status}`)}</p>
      ) : null}
      {said && said !== template.rejectedReason && !(isRejected && advised.includes(said)) ? (
        <MetaSays detail={said} />
      ) : null}
      {template.libraryTemplateName ? (
        <p className="text-muted-foreground">{say('detail.fromLibrary')}</p>
      ) : null}
    </div>
  )
}

function MetaSays({ detail }: { detail: string }) {
  const t = useT()
  return (
    <p className="text-muted-foreground [overflow-wrap:anywhere]">
      {t('channel_whatsapp.problem.metaSays', { detail })}
    </p>
  )
}
