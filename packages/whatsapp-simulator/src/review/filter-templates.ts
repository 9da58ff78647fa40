import type { ReviewedTemplate } from './review-client.ts'

/** No account and no status in particular. */
export const ALL = 'all'

export type Wanted = { wabaId: string; status: string; search: string }

/** Those that wait for a decision come first, then what was sent in last. */
export function filterTemplates(templates: ReviewedTemplate[], wanted: Wanted): ReviewedTemplate[] {
  const words = wanted.search.trim().toLowerCase()
  return templates
    .filter(
      (one) =>
        (wanted.wabaId === ALL || one.wabaId === wanted.wabaId) &&
        (wanted.status === ALL || one.status === wanted.status) &&
        (words === '' || JSON.stringify([one.name, one.components]).toLowerCase().includes(words)),
    )
    .sort(
      (a, b) =>
        Number(isInReview(b)) - Number(isInReview(a)) || (b.createdAt ?? '').localeCompare(a.createdAt ?? ''),
    )
}

export function isInReview({ status }: Pick<ReviewedTemplate, 'status'>): boolean {
  return status === 'PENDING' || status === 'IN_APPEAL'
}
