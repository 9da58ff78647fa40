import { BACKOFF, hours, type KnownError, minutes, NEVER, WHEN_FIXED } from './known-error.ts'

/** The access, the account, its numbers and how they came to be there. */
export const ACCOUNT_ERRORS: readonly KnownError[] = [
  { codes: [0, 190], error: 'access_token_invalid', retry: WHEN_FIXED, blame: 'account', reauthorise: true },
  {
    codes: [3, 10, 131005, { from: 200, to: 299 }],
    error: 'permission_missing',
    retry: WHEN_FIXED,
    blame: 'account',
  },
  { codes: [368, 131031], error: 'account_restricted', retry: WHEN_FIXED, blame: 'account' },
  { codes: [131042, 131044], error: 'payment_problem', retry: WHEN_FIXED, blame: 'account' },
  { codes: [134011], error: 'payments_terms_missing', retry: WHEN_FIXED, blame: 'account' },

  { codes: [33], error: 'sender_gone', retry: WHEN_FIXED, blame: 'account' },
  { codes: [131037], error: 'display_name_unapproved', retry: WHEN_FIXED, blame: 'account' },
  { codes: [131045, 133010], error: 'number_not_registered', retry: WHEN_FIXED, blame: 'account' },
  { codes: [133006], error: 'number_not_verified', retry: WHEN_FIXED, blame: 'account' },
  { codes: [136024], error: 'verification_code_problem', retry: WHEN_FIXED },
  { codes: [133000], error: 'deregistration_incomplete', retry: WHEN_FIXED },
  { codes: [133005], error: 'pin_wrong', retry: WHEN_FIXED },
  // A wrong PIN tried again by itself would lock the number for longer.
  { codes: [133008, 133009], error: 'pin_tried_too_often', retry: WHEN_FIXED },
  { codes: [133015], error: 'number_just_deleted', retry: { kind: 'after', ms: minutes(5) } },
  { codes: [133016], error: 'registration_limit_reached', retry: { kind: 'not_before', ms: hours(72) } },
  {
    codes: [2388001, 2388012, 2388091, 2388093, 2388103, 2494100],
    error: 'number_migration_failed',
    retry: WHEN_FIXED,
  },
  { codes: [1752041, { from: 2494164, to: 2494179 }], error: 'signup_failed', retry: WHEN_FIXED },
  {
    codes: [2593079, 2593085, { from: 2593107, to: 2593109 }],
    error: 'phone_app_sync_refused',
    retry: NEVER,
  },

  { codes: [131201, 139100], error: 'partly_done', retry: WHEN_FIXED },
  { codes: [139101], error: 'block_list_full', retry: WHEN_FIXED },
  { codes: [139102, 139103], error: 'block_list_busy', retry: BACKOFF },

  { codes: [147001], error: 'username_taken', retry: NEVER },
  { codes: [147002], error: 'username_not_eligible', retry: WHEN_FIXED },
  { codes: [147003, 147004], error: 'username_page_not_linked', retry: WHEN_FIXED },
  { codes: [147005], error: 'username_transfer_needed', retry: WHEN_FIXED },
]
