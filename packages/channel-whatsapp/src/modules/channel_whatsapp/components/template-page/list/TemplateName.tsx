import { useT } from '@open-mercato/shared/lib/i18n/context'
import { CircleAlert, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { readableName } from '../../templates/templateChoices.ts'
import type { TemplateRow } from '../data/template.ts'
import { InPageLink } from '../parts/InPageLink.tsx'
import { categoryName } from '../words/categoryName.ts'
import { rejectionWords } from '../words/rejection.ts'
import { useFormats, useSay } from '../words/useSay.ts'
import { addressOf } from './addressOf.ts'

const nameLook = 'line-clamp-2 font-medium underline-offset-4 [overflow-wrap:anywhere]'

/** A template as people know it: its name, how it begins, and what is wrong with it. */
export function TemplateName({ row, mayManage }: { row: TemplateRow; mayManage: boolean }) {
  const t = useT()
  const say = useSay()
  const format = useFormats()
  const name = <bdi>{row.name ? readableName(row.name) : say('list.unnamed')}</bdi>
  const address = addressOf(row, mayManage)
  const firstLine = row.body.trim().split('\n')[0]
  const changesTo = row.correctCategory && row.correctCategory !== row.category ? row.correctCategory : null
  return (
    <div className="grid min-w-0 gap-0.5 md:min-w-52">
      {address ? (
        <InPageLink change={address} title={row.name} className={`${nameLook} hover:underline`}>
          {name}
        </InPageLink>
      ) : (
        <span title={row.name} className={nameLook}>
          {name}
        </span>
      )}
      {firstLine ? (
        <p className="line-clamp-1 text-[0.8125rem] text-muted-foreground [overflow-wrap:anywhere]">
          <bdi>{firstLine}</bdi>
        </p>
      ) : null}
      {row.status === 'REJECTED' ? (
        <Remark tone="error">{rejectionWords(say, row.rejectedReason).why}</Remark>
      ) : null}
      {changesTo ? (
        <Remark tone="warning">
          {row.categoryChangesAt
            ? say('list.categoryChanges', {
                category: categoryName(t, changesTo),
                time: format.day(row.categoryChangesAt),
              })
            : say('list.categoryDoubted', { category: categoryName(t, changesTo) })}
        </Remark>
      ) : null}
      {row.draftId && row.status !== 'DRAFT' ? (
        <p className="text-[0.8125rem] text-muted-foreground">{say('list.hasDraft')}</p>
      ) : null}
    </div>
  )
}

const remarks = {
  error: { Icon: CircleAlert, colour: 'text-status-error-text' },
  warning: { Icon: TriangleAlert, colour: 'text-status-warning-text' },
}

function Remark({ tone, children }: { tone: keyof typeof remarks; children: ReactNode }) {
  const { Icon, colour } = remarks[tone]
  return (
    <p className={`flex items-start gap-1.5 text-[0.8125rem] ${colour}`}>
      <Icon aria-hidden="true" className="mt-0.5 size-3.5 shrink-0" />
      <span>{children}</span>
    </p>
  )
}
