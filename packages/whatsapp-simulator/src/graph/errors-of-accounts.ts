import type { KnownError } from './known-error.ts'

/**
 * What Graph answers about tokens, numbers, templates and everything else but the message itself.
 * https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes
 */
export const accountErrors: Record<number, KnownError> = {
  0: { title: 'We were unable to authenticate the app user.', http: 401 },
  1: { title: 'Invalid request or possible server error' },
  2: { title: 'Service temporarily unavailable', http: 503 },
  3: { title: 'Application does not have the capability to make this API call.', http: 500 },
  4: { title: 'Application request limit reached' },
  10: { title: 'Application does not have permission for this action', http: 403 },
  33: { title: 'Parameter value is not valid', details: 'The business phone number has been deleted.' },
  100: { title: 'Invalid parameter' },
  190: { title: 'Invalid OAuth access token - Cannot parse access token', http: 401 },
  200: {
    title:
      'You do not have the necessary permissions required to send messages on behalf of this WhatsApp Business Account',
    http: 403,
  },
  368: { title: 'Temporarily blocked for policies violations', http: 403 },
  613: { title: 'Rate limit for call permissions hit' },
  2200: { title: 'Callback verification failed' },
  2500: { title: 'Unknown path components' },
  80007: { title: 'Rate limit issues' },

  // Groups
  131059: { title: 'Cursor is not valid', details: 'Read the list from its beginning again.' },
  131201: { title: 'Request partially succeeded', http: 206 },
  131202: { title: 'Participant is in the group already' },
  131204: { title: 'Group has as many participants as it may have' },
  131207: { title: 'Group is suspended', http: 403 },
  131208: { title: 'Rate limit for groups hit', http: 429 },
  131209: { title: 'Group picture has the wrong shape' },
  131210: { title: 'Group picture is too small', details: 'It has to be 192 pixels wide and high.' },
  131211: { title: 'Number has as many groups as it may have' },
  131212: { title: 'Not a participant of the group' },
  131213: { title: 'Join request does not exist' },
  131214: { title: 'Groups cannot be created' },
  131215: { title: 'Not eligible for groups' },

  // Registration of numbers
  133000: { title: 'Incomplete deregistration', http: 500, details: 'Deregister the number once more.' },
  133004: { title: 'Server temporarily unavailable', http: 503 },
  133005: { title: 'Two-step verification PIN mismatch' },
  133006: { title: 'Phone number needs to be verified first' },
  133008: { title: 'Too many PIN guesses' },
  133009: { title: 'PIN guessed too fast' },
  133010: {
    title: 'Account not registered',
    details: 'The phone number is not registered on the platform.',
  },
  133015: { title: 'Phone number was deleted a moment ago', details: 'Try again in five minutes.' },
  133016: {
    title: 'Registered or deregistered too often',
    details: 'A number can be registered and deregistered ten times in 72 hours.',
  },
  136024: { title: 'Verification code could not be requested or verified' },

  // Calls
  138000: { title: 'Calling is not enabled' },
  138001: { title: 'Receiver cannot be called' },
  138002: { title: 'Too many calls at once', details: 'A number can have 1,000 calls at the same time.' },
  138003: { title: 'Call exists already' },
  138004: { title: 'Call could not be connected' },
  138005: { title: 'Rate limit for calls hit' },
  138006: { title: 'No permission to call this user' },
  138007: { title: 'Call timed out' },
  138009: { title: 'Too many call permission requests to this user' },
  138012: { title: 'Too many calls to this user' },
  138013: { title: 'Rate limit for call permissions hit' },
  138018: { title: 'Calling cannot be enabled' },

  // Flows and blocked users
  139000: { title: 'Flow is blocked by an integrity check' },
  139001: { title: 'Flow could not be updated' },
  139002: { title: 'Flow could not be published' },
  139003: { title: 'Flow could not be deprecated' },
  139004: { title: 'Flow could not be deleted' },
  139100: { title: 'Some users could not be blocked or unblocked' },
  139101: { title: 'List of blocked users is full', details: 'It takes 64,000 users.' },
  139102: { title: 'List of blocked users is being changed by another request' },
  139103: { title: 'List of blocked users could not be changed' },

  // Usernames
  147001: { title: 'Username is not available' },
  147002: { title: 'Not eligible for a username' },
  147003: { title: 'Facebook page of this username is not linked' },
  147004: { title: 'Instagram account of this username is not linked' },
  147005: { title: 'Username has to be transferred', details: 'Ask for it again with force_transfer.' },

  // Templates
  200005: { title: 'Template insights are not available' },
  200006: { title: 'Template insights cannot be disabled' },
  200007: { title: 'Template insights are not enabled' },
  2388019: { title: 'Account has as many templates as it may have' },
  2388023: { title: 'Template with this name is being deleted' },
  2388024: { title: 'Template with this name exists in this language' },
  2388039: { title: 'Template format is not valid' },
  2388040: { title: 'Template field has too many characters' },
  2388047: { title: 'Template header is not valid' },
  2388072: { title: 'Template body is not valid' },
  2388073: { title: 'Template footer is not valid' },
  2388273: { title: 'Sample of the template header is missing or not valid' },
  2388293: { title: 'Template has too many variables for its length' },
  2388299: { title: 'Template begins or ends with a variable' },

  // Bringing numbers and accounts here
  1752041: { title: 'Account is being onboarded to marketing messages already' },
  2388001: { title: 'Phone number could not be migrated' },
  2388012: { title: 'Phone number could not be migrated' },
  2388091: { title: 'Phone number could not be migrated' },
  2388093: { title: 'Phone number could not be migrated' },
  2388103: { title: 'Phone number could not be migrated' },
  2494100: { title: 'Phone number could not be migrated' },
  2593079: { title: 'Account cannot be shared this way' },
  2593085: { title: 'Account cannot be shared this way' },
  2593107: { title: 'Synchronised already' },
  2593108: { title: 'Too late to synchronise' },
  2593109: {
    title: 'History sync is turned off by the business from the WhatsApp Business App',
    details: 'History sharing is turned off by the business from the WhatsApp Business App',
  },
}
