import { hours, type KnownError, minutes, NEVER, WHEN_FIXED } from './known-error.ts'

/** Templates and the forms (Meta: flows) that hang on them: sent, written and managed. */
export const TEMPLATE_ERRORS: readonly KnownError[] = [
  { codes: [132000, 132008, 132012, 132018], error: 'template_values_wrong', retry: NEVER },
  { codes: [132005], error: 'template_text_too_long', retry: NEVER },
  { codes: [132001, 134102], error: 'template_unavailable', retry: WHEN_FIXED },
  { codes: [132007], error: 'template_breaks_policy', retry: WHEN_FIXED },
  { codes: [132015], error: 'template_paused', retry: WHEN_FIXED },
  { codes: [132016], error: 'template_disabled', retry: NEVER },
  // Meta copies a new template to its marketing service within about ten minutes.
  { codes: [134101], error: 'template_syncing', retry: { kind: 'after', ms: minutes(10) } },

  { codes: [2388019], error: 'template_limit_reached', retry: WHEN_FIXED },
  {
    codes: [2388039, 2388040, 2388047, 2388072, 2388073, 2388293, 2388299],
    error: 'template_draft_wrong',
    retry: NEVER,
  },
  { codes: [{ from: 200005, to: 200007 }], error: 'template_insights_unavailable', retry: WHEN_FIXED },

  { codes: [132068, 139000], error: 'form_blocked', retry: WHEN_FIXED },
  // A throttled form goes out ten times an hour.
  { codes: [132069], error: 'form_throttled', retry: { kind: 'not_before', ms: hours(1) } },
  { codes: [{ from: 139001, to: 139004 }], error: 'form_change_failed', retry: WHEN_FIXED },
]
