type Known = { title: string; http: number; details?: string }

/**
 * Titles, documented HTTP statuses and usual details of the codes this simulator answers by itself or on demand.
 * https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes
 */
export const catalogue: Record<number, Known> = {
  0: { title: 'We were unable to authenticate the app user.', http: 401 },
  1: { title: 'Invalid request or possible server error', http: 400 },
  2: { title: 'Service temporarily unavailable', http: 503 },
  3: { title: 'Application does not have the capability to make this API call.', http: 500 },
  4: { title: 'Application request limit reached', http: 400 },
  10: { title: 'Application does not have permission for this action', http: 403 },
  33: {
    title: 'Parameter value is not valid',
    http: 400,
    details: 'The business phone number has been deleted.',
  },
  100: { title: 'Invalid parameter', http: 400 },
  190: { title: 'Invalid OAuth access token - Cannot parse access token', http: 401 },
  200: {
    title:
      'You do not have the necessary permissions required to send messages on behalf of this WhatsApp Business Account',
    http: 403,
  },
  368: { title: 'Temporarily blocked for policies violations', http: 403 },
  2200: { title: 'Callback verification failed', http: 400 },
  2500: { title: 'Unknown path components', http: 400 },
  80007: { title: 'Rate limit issues', http: 400 },
  130403: {
    title: 'User blocked',
    http: 400,
    details: 'Message failed to send because you blocked this user.',
  },
  130429: { title: 'Rate limit hit', http: 400, details: 'Cloud API message throughput has been reached.' },
  130472: {
    title: "User's number is part of an experiment",
    http: 400,
    details: "Failed to send message because this user's phone number is part of an experiment",
  },
  130497: { title: 'Business account is restricted from messaging users in this country.', http: 403 },
  131000: {
    title: 'Something went wrong',
    http: 500,
    details: 'Message failed to send due to an unknown error.',
  },
  131005: { title: 'Access denied', http: 403 },
  131008: { title: 'Required parameter is missing', http: 400 },
  131009: { title: 'Parameter value is not valid', http: 400 },
  131016: { title: 'Service unavailable', http: 500, details: 'A service is temporarily unavailable.' },
  131021: {
    title: 'Recipient cannot be sender',
    http: 400,
    details: 'Sender and recipient phone number is the same.',
  },
  131026: { title: 'Message undeliverable', http: 400, details: 'Message Undeliverable.' },
  131030: {
    title: 'Recipient phone number not in allowed list',
    http: 400,
    details:
      'Recipient phone number not in allowed list: Add recipient phone number to recipient list and try again.',
  },
  131031: { title: 'Business Account locked', http: 403 },
  131037: {
    title: 'WhatsApp provided number needs display name approval before message can be sent.',
    http: 400,
  },
  131041: {
    title: 'Group unknown',
    http: 400,
    details: 'The group does not exist or this business is not a member of it.',
  },
  131042: {
    title: 'Business eligibility payment issue',
    http: 400,
    details: 'Message failed to send because there were one or more errors related to your payment method.',
  },
  131045: { title: 'Incorrect certificate', http: 500 },
  131047: {
    title: 'Re-engagement message',
    http: 400,
    details:
      'Message failed to send because more than 24 hours have passed since the customer last replied to this number.',
  },
  131048: {
    title: 'Spam rate limit hit',
    http: 400,
    details:
      'Message failed to send because there are restrictions on how many messages can be sent from this phone number.',
  },
  131049: {
    title: 'This message was not delivered to maintain healthy ecosystem engagement.',
    http: 400,
    details: 'In order to maintain a healthy ecosystem engagement, the message failed to be delivered.',
  },
  131050: { title: 'User has stopped marketing messages', http: 400 },
  131051: { title: 'Unsupported message type', http: 400, details: 'Unsupported message type.' },
  131053: { title: 'Media upload error', http: 400 },
  131056: {
    title: '(Business Account, Consumer Account) pair rate limit hit',
    http: 400,
    details:
      'Message failed to send because there were too many messages sent from this phone number to the same phone number in a short period of time.',
  },
  131057: {
    title: 'Account in maintenance mode',
    http: 500,
    details: 'Business account is in maintenance mode.',
  },
  131062: {
    title: 'Business-scoped user id recipients are not supported for this message',
    http: 400,
    details: 'One-tap, zero-tap and copy-code authentication templates can be sent to phone numbers only.',
  },
  132000: { title: 'Number of parameters does not match the expected number of params', http: 400 },
  132001: { title: 'Template name does not exist in the translation', http: 404 },
  132005: { title: 'Translated text too long', http: 400 },
  132007: { title: 'Template content violates WhatsApp policy', http: 400 },
  132012: { title: 'Parameter format does not match format in the created template', http: 400 },
  132015: {
    title: 'Template is paused',
    http: 400,
    details: 'Template is paused due to low quality, so it cannot be sent in a template message.',
  },
  132016: {
    title: 'Template is disabled',
    http: 400,
    details: 'Template has been paused too many times due to low quality and is now permanently disabled.',
  },
  132018: { title: 'There is an issue with the parameters in your template', http: 400 },
  133004: { title: 'Server temporarily unavailable', http: 503 },
  133010: {
    title: 'Account not registered',
    http: 400,
    details: 'The phone number is not registered on the platform.',
  },
  135000: { title: 'Generic user error', http: 400 },
}
