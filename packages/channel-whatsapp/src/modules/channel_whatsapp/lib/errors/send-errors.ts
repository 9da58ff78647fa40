import { BACKOFF, hours, type KnownError, minutes, NEVER, WHEN_FIXED } from './known-error.ts'

/** What can come back for a message to one person. */
export const SEND_ERRORS: readonly KnownError[] = [
  {
    codes: [1, 2, 131000, 131016, 133004],
    error: 'meta_trouble',
    retry: { kind: 'unknown' },
    blame: 'provider',
  },
  // A throughput upgrade takes the number away for up to a minute.
  {
    codes: [131057],
    error: 'account_in_maintenance',
    retry: { kind: 'after', ms: minutes(1) },
    blame: 'provider',
  },

  { codes: [613, 130429, 131208, 138005, 138013], error: 'rate_limited', retry: BACKOFF, blame: 'rate' },
  {
    codes: [4, 80007],
    error: 'hourly_limit_reached',
    retry: { kind: 'after', ms: minutes(10) },
    blame: 'rate',
  },
  // Too many to one person: the next one may be written to.
  { codes: [131056], error: 'pair_rate_limited', retry: { kind: 'pair' } },
  { codes: [131048], error: 'spam_limited', retry: WHEN_FIXED, blame: 'account' },
  { codes: [131064], error: 'category_limited', retry: WHEN_FIXED },

  { codes: [131026], error: 'recipient_unreachable', retry: WHEN_FIXED },
  { codes: [131021], error: 'recipient_is_sender', retry: NEVER },
  { codes: [131030], error: 'recipient_not_on_test_list', retry: WHEN_FIXED },
  { codes: [131062], error: 'phone_number_needed', retry: WHEN_FIXED },
  { codes: [130403], error: 'recipient_blocked_by_us', retry: WHEN_FIXED },
  { codes: [137000], error: 'recipient_identity_changed', retry: WHEN_FIXED },

  { codes: [131047], error: 'window_closed_at_provider', retry: WHEN_FIXED },
  // Meta counts repeated attempts against the whole account (since 30 April 2026).
  { codes: [131049], error: 'not_delivered_by_choice', retry: { kind: 'not_before', ms: hours(24) } },
  { codes: [130472], error: 'held_for_experiment', retry: NEVER },
  { codes: [131050], error: 'marketing_stopped', retry: NEVER, endsConsent: 'marketing' },
  { codes: [131063], error: 'marketing_switched_off', retry: WHEN_FIXED },
  { codes: [131061], error: 'marketing_service_needed', retry: WHEN_FIXED },
  { codes: [131055, 134100], error: 'marketing_templates_only', retry: NEVER },
  { codes: [130497], error: 'country_restricted', retry: WHEN_FIXED },

  { codes: [100, 131008, 131009], error: 'message_invalid', retry: NEVER, blame: 'form' },
  { codes: [131051], error: 'message_kind_unsupported', retry: NEVER, blame: 'form' },
  { codes: [131053], error: 'file_refused', retry: WHEN_FIXED, blame: 'form' },
  { codes: [131052], error: 'incoming_file_lost', retry: NEVER },
  { codes: [131060], error: 'incoming_message_lost', retry: NEVER },
  { codes: [135000], error: 'refused_by_meta', retry: WHEN_FIXED },
]
