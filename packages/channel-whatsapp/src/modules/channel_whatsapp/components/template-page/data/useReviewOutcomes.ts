import { useT } from '@open-mercato/shared/lib/i18n/context'
import { flash } from '@open-mercato/ui/backend/FlashMessages'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { providerRequest } from '../../request.ts'
import { readableName } from '../../templates/templateChoices.ts'
import type { ManagedTemplate } from './template.ts'
import { retryUnlessRefused, templateKeys } from './templateKeys.ts'
import { templatePath } from './useManagedTemplate.ts'
import type { TemplatePage } from './useTemplateList.ts'

/** Of so many reviews that end at once each is told by itself; more are counted. */
const MOST_TOLD = 3

/** Tells what came of every review that ends while the page is open, whoever handed the template in. */
export function useReviewOutcomes(): void {
  const t = useT()
  const client = useQueryClient()
  const { data: inReview } = useQuery({
    queryKey: templateKeys.inReview,
    queryFn: async () => {
      const search = 'status=PENDING&limit=100'
      const { items, nextCursor } = await providerRequest<TemplatePage>(`/templates/managed?${search}`)
      // Of more than a page nobody could say here which of them left it.
      return nextCursor === null ? items.map(({ id }) => id) : null
    },
    retry: retryUnlessRefused,
  })
  const before = useRef<string[]>([])
  useEffect(() => {
    if (!inReview) return
    const ended = before.current.filter((id) => !inReview.includes(id))
    before.current = inReview
    if (ended.length === 0) return
    const say = (key: string, values: Record<string, string | number>) =>
      t(`channel_whatsapp.templatePage.review.${key}`, values)
    if (ended.length > MOST_TOLD) {
      flash(say('several', { count: ended.length }), 'info')
      return
    }
    const tell = async (id: string) => {
      const { template } = await client.fetchQuery({
        queryKey: templateKeys.one(id),
        queryFn: () => providerRequest<ManagedTemplate>(templatePath(id)),
      })
      const name = readableName(template.name)
      if (template.status === 'APPROVED') flash(say('approved', { name }), 'success')
      if (template.status === 'REJECTED') flash(say('rejected', { name }), 'error')
    }
    // One that was deleted meanwhile has no outcome.
    for (const id of ended) void tell(id).catch(() => {})
  }, [inReview, client, t])
}
