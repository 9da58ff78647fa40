import { BACKOFF, hours, type KnownError, NEVER, WHEN_FIXED } from './known-error.ts'

export const GROUP_ERRORS: readonly KnownError[] = [
  { codes: [131020], error: 'group_empty', retry: WHEN_FIXED },
  { codes: [131041], error: 'group_unknown', retry: NEVER },
  { codes: [131059], error: 'group_list_outdated', retry: NEVER },
  { codes: [131202], error: 'group_person_named_twice', retry: NEVER },
  { codes: [131204], error: 'group_full', retry: WHEN_FIXED },
  { codes: [131207], error: 'group_suspended', retry: WHEN_FIXED },
  { codes: [131209, 131210], error: 'group_picture_wrong', retry: NEVER },
  { codes: [131211], error: 'group_limit_reached', retry: WHEN_FIXED },
  { codes: [131212, 131213], error: 'group_person_gone', retry: NEVER },
  { codes: [131214, 131215], error: 'groups_unavailable', retry: WHEN_FIXED },
]

/** A call is placed by a person, so only limits on the line are waited out without one. */
export const CALL_ERRORS: readonly KnownError[] = [
  { codes: [138000, 138018], error: 'calls_unavailable', retry: WHEN_FIXED },
  { codes: [138001], error: 'call_recipient_unreachable', retry: WHEN_FIXED },
  { codes: [138002], error: 'calls_too_many_at_once', retry: BACKOFF },
  { codes: [138003], error: 'call_already_running', retry: NEVER },
  { codes: [138004, 138007], error: 'call_not_connected', retry: WHEN_FIXED },
  { codes: [138006], error: 'call_permission_missing', retry: WHEN_FIXED },
  // One request a day and two a week for each customer; ten connected calls a day.
  { codes: [138009, 138012], error: 'call_limit_reached', retry: { kind: 'not_before', ms: hours(24) } },
  {
    codes: [138008, 138010, 138011, { from: 138014, to: 138017 }],
    error: 'call_refused',
    retry: WHEN_FIXED,
  },
]
