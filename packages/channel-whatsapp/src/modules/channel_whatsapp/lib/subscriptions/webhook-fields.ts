/** Every field of Meta's webhooks that is read here. */
export const WEBHOOK_FIELDS = [
  ...['messages', 'calls', 'history', 'smb_message_echoes', 'smb_app_state_sync'],
  ...['user_id_update', 'user_preferences'],
  ...['message_template_status_update', 'message_template_quality_update'],
  ...[
    'message_template_components_update',
    'template_category_update',
    'template_correct_category_detection',
  ],
  ...['phone_number_quality_update', 'phone_number_name_update', 'business_username_updates', 'security'],
  ...['account_update', 'account_review_update', 'account_alerts', 'account_settings_update'],
  ...['business_capability_update', 'business_status_update', 'partner_solutions', 'automatic_events'],
  ...['flows', 'payment_configuration_update', 'messaging_handovers'],
  ...['group_lifecycle_update', 'group_participants_update', 'group_settings_update', 'group_status_update'],
] as const
