/** What Meta reports of an account; `at` is in seconds, from where the test starts to count. */
export interface Change {
  field: string
  value: Fields
  at: number
}

type Fields = Record<string, unknown>

const number = '48221234501'
const template = {
  message_template_name: 'order_update',
  message_template_language: 'en_US',
  message_template_id: 1,
}

/** Of the template `order_update` in English, unless `more` says otherwise. */
export const templateUpdate = (event: string, at: number, more = {}): Change => ({
  field: 'message_template_status_update',
  value: { event, ...template, ...more },
  at,
})
const account = (value: Fields, at: number): Change => ({
  field: 'account_update',
  value,
  at,
})
const quality = (value: Fields, at: number): Change => ({
  field: 'phone_number_quality_update',
  value: { display_phone_number: number, ...value },
  at,
})
const texts = (value: Fields, at: number): Change => ({
  field: 'message_template_components_update',
  value: { ...template, ...value },
  at,
})

/** A year of news, two of them within one second. */
export const accountNews: Change[] = [
  templateUpdate('PAUSED', 10, { other_info: { title: 'FIRST_PAUSE' } }),
  templateUpdate('APPROVED', 20),
  templateUpdate('REJECTED', 20, { reason: 'PROMOTIONAL' }),
  templateUpdate('FLAGGED', 30),
  texts({ message_template_element: 'Old {{1}} and {{2}}', message_template_title: 'Old' }, 11),
  texts({ message_template_element: 'New {{1}} and {{2}}', message_template_footer: 'Bye' }, 12),
  { field: 'message_template_quality_update', value: { ...template, new_quality_score: 'RED' }, at: 13 },
  { field: 'message_template_quality_update', value: { ...template, new_quality_score: 'GREEN' }, at: 14 },
  {
    field: 'template_category_update',
    value: { ...template, new_category: 'UTILITY', correct_category: 'MARKETING' },
    at: 15,
  },
  {
    field: 'template_category_update',
    value: { ...template, previous_category: 'UTILITY', new_category: 'MARKETING' },
    at: 16,
  },
  quality({ event: 'ONBOARDING', max_daily_conversations_per_business: 'TIER_250' }, 1),
  quality({ event: 'UPGRADE', current_limit: 'TIER_2K' }, 2),
  quality({ event: 'THROUGHPUT_UPGRADE', max_daily_conversations_per_business: 'TIER_UNLIMITED' }, 3),
  quality({ event: 'FLAGGED', current_limit: 'TIER_100K' }, 4),
  {
    field: 'phone_number_name_update',
    value: { display_phone_number: number, decision: 'REJECTED', requested_verified_name: 'Best' },
    at: 5,
  },
  {
    field: 'business_username_updates',
    value: { display_phone_number: number, username: 'acme', status: 'approved' },
    at: 6,
  },
  account({ event: 'DISABLED_UPDATE', ban_info: { waba_ban_state: 'DISABLE' } }, 7),
  account({ event: 'DISABLED_UPDATE', ban_info: { waba_ban_state: 'REINSTATE' } }, 8),
  account({ event: 'ACCOUNT_OFFBOARDED' }, 9),
  { field: 'account_review_update', value: { decision: 'REJECTED' }, at: 9 },
  { field: 'business_capability_update', value: { max_daily_conversations_per_business: 2000 }, at: 9 },
  { field: 'partner_solutions', value: { unheard: 'of' }, at: 9 },
]
