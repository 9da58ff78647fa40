import type { TranslateFn } from '@open-mercato/shared/lib/i18n/context'
import type { StatusBadgeVariant } from '@open-mercato/ui/primitives/status-badge'
import { readableName } from '../../templates/templateChoices.ts'
import type { ReviewEvent } from '../data/template.ts'
import { categoryName } from '../words/categoryName.ts'
import { type Quality, qualityOf } from '../words/quality.ts'
import { toneOf } from '../words/status.ts'
import type { Say } from '../words/useSay.ts'

type Told = Pick<ReviewEvent, 'kind' | 'event'>

/** What Meta told, in a few words; what nobody knows as it came. */
export function historyTitle(t: TranslateFn, say: Say, { kind, event }: Told): string {
  switch (kind) {
    case 'template_status':
      return say(`status.${event}`, {}, readableName(event.toLowerCase()))
    case 'template_quality':
      return say('history.quality', { quality: say(`quality.${qualityOf(event)}`) })
    case 'template_category':
      return say('category.changed', { category: categoryName(t, event) })
    case 'template_category_impending':
      return say('history.categoryImpending', { category: categoryName(t, event) })
    case 'template_category_detected':
      return say('category.doubted', { category: categoryName(t, event) })
    case 'template_components':
      return say('history.components')
    default:
      return readableName(event.toLowerCase())
  }
}

const ofQuality: Record<Quality, StatusBadgeVariant> = {
  GREEN: 'success',
  YELLOW: 'warning',
  RED: 'error',
  UNKNOWN: 'neutral',
}

export function historyTone({ kind, event }: Told): StatusBadgeVariant {
  if (kind === 'template_status') return toneOf(event)
  if (kind === 'template_quality') return ofQuality[qualityOf(event)]
  return kind.startsWith('template_category') ? 'warning' : 'neutral'
}
