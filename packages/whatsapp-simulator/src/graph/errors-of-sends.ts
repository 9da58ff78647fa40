import type { KnownError } from './known-error.ts'

/**
 * What a message can be answered, at once or by a webhook.
 * https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes
 */
export const sendErrors: Record<number, KnownError> = {
  130403: { title: 'User blocked', details: 'Message failed to send because you blocked this user.' },
  130429: {
    title: 'Rate limit hit',
    details: 'Cloud API message throughput has been reached.',
    subcode: 2494055,
  },
  130472: {
    title: "User's number is part of an experiment",
    details: "Failed to send message because this user's phone number is part of an experiment",
  },
  130497: { title: 'Business account is restricted from messaging users in this country.', http: 403 },

  131000: {
    title: 'Something went wrong',
    http: 500,
    details: 'Message failed to send due to an unknown error.',
  },
  131005: { title: 'Access denied', http: 403 },
  131008: { title: 'Required parameter is missing' },
  131009: { title: 'Parameter value is not valid' },
  131016: { title: 'Service unavailable', http: 500, details: 'A service is temporarily unavailable.' },
  131020: { title: 'Group has a single member', details: 'Nobody but the business is in this group.' },
  131021: {
    title: 'Recipient cannot be sender',
    details: 'Sender and recipient phone number is the same.',
  },
  131026: { title: 'Message undeliverable', details: 'Message Undeliverable.' },
  131030: {
    title: 'Recipient phone number not in allowed list',
    details:
      'Recipient phone number not in allowed list: Add recipient phone number to recipient list and try again.',
  },
  131031: { title: 'Business Account locked', http: 403 },
  131037: { title: 'WhatsApp provided number needs display name approval before message can be sent.' },
  131041: {
    title: 'Group unknown',
    details: 'The group does not exist or this business is not a member of it.',
  },
  131042: {
    title: 'Business eligibility payment issue',
    details: 'Message failed to send because there were one or more errors related to your payment method.',
  },
  131044: {
    title: 'Business eligibility payment issue',
    details: 'The account has no payment method that this message could be charged to.',
  },
  131045: { title: 'Incorrect certificate', http: 500 },
  131047: {
    title: 'Re-engagement message',
    details:
      'Message failed to send because more than 24 hours have passed since the customer last replied to this number.',
  },
  131048: {
    title: 'Spam rate limit hit',
    details:
      'Message failed to send because there are restrictions on how many messages can be sent from this phone number.',
  },
  131049: {
    title: 'This message was not delivered to maintain healthy ecosystem engagement.',
    details: 'In order to maintain a healthy ecosystem engagement, the message failed to be delivered.',
  },
  131050: { title: 'User has stopped marketing messages' },
  131051: { title: 'Unsupported message type', details: 'Unsupported message type.' },
  131052: { title: 'Media download error', details: 'The file that the user sent could not be downloaded.' },
  131053: {
    title: 'Media upload error',
    details: 'The file could not be uploaded: its kind, its size or its address is not right.',
  },
  131055: { title: 'Method not allowed', details: 'Only marketing templates can be sent this way.' },
  131056: {
    title: '(Business Account, Consumer Account) pair rate limit hit',
    details:
      'Message failed to send because there were too many messages sent from this phone number to the same phone number in a short period of time.',
  },
  131057: {
    title: 'Account in maintenance mode',
    http: 500,
    details: 'Business account is in maintenance mode.',
  },
  131060: { title: 'Message unavailable', details: 'This message is not available any more.' },
  131061: {
    title: 'Template has a maximum price',
    details: 'A template with a maximum price can only be sent through marketing_messages.',
  },
  131062: {
    title: 'Business-scoped user id recipients are not supported for this message',
    details: 'One-tap, zero-tap and copy-code authentication templates can be sent to phone numbers only.',
  },
  131063: {
    title: 'Marketing templates are switched off',
    details: 'This account does not send marketing templates through messages.',
  },
  131064: {
    title: 'Limited for wrong template categories',
    details: 'The account may send less because its templates were in the wrong category.',
  },

  132000: { title: 'Number of parameters does not match the expected number of params' },
  132001: { title: 'Template name does not exist in the translation', http: 404 },
  132005: { title: 'Translated text too long' },
  132007: { title: 'Template content violates WhatsApp policy' },
  132008: { title: 'Parameter format does not match format in the created template' },
  132012: { title: 'Parameter format does not match format in the created template' },
  132015: {
    title: 'Template is paused',
    details: 'Template is paused due to low quality, so it cannot be sent in a template message.',
  },
  132016: {
    title: 'Template is disabled',
    details: 'Template has been paused too many times due to low quality and is now permanently disabled.',
  },
  132018: { title: 'There is an issue with the parameters in your template' },
  132068: { title: 'Flow is blocked', details: 'The flow in this message is blocked.' },
  132069: {
    title: 'Flow is throttled',
    details: 'The flow in this message was sent ten times within the hour, which is all it may be.',
  },

  134011: { title: 'Payments terms are not accepted' },
  134100: {
    title: 'Only marketing templates are supported',
    details: 'The template is of another category.',
  },
  134101: { title: 'Template is being synchronised', details: 'Try again in about ten minutes.' },
  134102: { title: 'Template is unavailable', http: 500 },

  135000: { title: 'Generic user error' },
  137000: {
    title: 'Recipient identity key hash mismatch',
    details: 'The recipient has another identity than the one named by recipient_identity_key_hash.',
  },
}
