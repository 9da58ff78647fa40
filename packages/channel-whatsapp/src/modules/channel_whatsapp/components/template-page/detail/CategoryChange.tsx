import { useT } from '@open-mercato/shared/lib/i18n/context'
import { Alert, AlertDescription, AlertTitle } from '@open-mercato/ui/primitives/alert'
import type { ManagedTemplate } from '../data/template.ts'
import { categoryName } from '../words/categoryName.ts'
import { useFormats, useSay } from '../words/useSay.ts'

/** That Meta counts it, or soon will, as something else: what that costs, whom it still reaches, and what can be done. */
export function CategoryChange({ known: { template, categoryEffect } }: { known: ManagedTemplate }) {
  const t = useT()
  const say = useSay()
  const format = useFormats()
  const to = categoryEffect?.to ?? template.correctCategory ?? template.category
  const category = categoryName(t, to)
  const hasHappened = to === template.category
  const title = hasHappened
    ? say('category.changed', { category })
    : template.categoryChangesAt
      ? say('category.changes', { category, time: format.moment(template.categoryChangesAt) })
      : say('category.doubted', { category })
  const sentences = [
    to === 'MARKETING' ? say('category.dearer') : say('category.otherPrice'),
    categoryEffect ? say('category.sent', { count: format.count(categoryEffect.sentLast30Days) }) : '',
    categoryEffect?.withoutMarketingConsent
      ? say('category.consent', { count: format.count(categoryEffect.withoutMarketingConsent) })
      : '',
    hasHappened ? '' : say('category.todo'),
  ]
  return (
    <Alert status="warning">
      <AlertTitle>{title}</AlertTitle>
      <AlertDescription>{sentences.filter(Boolean).join(' ')}</AlertDescription>
    </Alert>
  )
}
