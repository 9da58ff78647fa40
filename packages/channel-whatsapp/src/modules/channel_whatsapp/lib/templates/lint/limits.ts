/** Meta's limits on templates, in characters where nothing else is said. */
export const NAME_MAX = 512
export const HEADER_MAX = 60
export const BODY_MAX = 1024
export const OFFER_BODY_MAX = 600
export const CARD_BODY_MAX = 160
export const FOOTER_MAX = 60
export const OFFER_TEXT_MAX = 16

export const BUTTONS_MAX = 10
export const BUTTON_TEXT_MAX = 25
export const URL_MAX = 2000
export const PHONE_MAX = 20
/** Meta has written 15 and, lately, 20: what has 15 passes either way. */
export const COPY_CODE_MAX = 15
/** https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/authentication-templates/authentication-templates */
export const ONE_TIME_CODE_MAX = 15
export const CALL_TTL_MINUTES = { min: 1, max: 43_200 }

export const CARDS = { min: 2, max: 10 }
export const CARD_BUTTONS_MAX = 2

export const CODE_EXPIRY_MINUTES = { min: 1, max: 90 }

/** Meta's own value for 30 days. */
export const TTL_30_DAYS = -1
/** In seconds. */
export const TTL = {
  AUTHENTICATION: { min: 30, max: 900 },
  UTILITY: { min: 30, max: 43_200 },
  MARKETING: { min: 12 * 60 * 60, max: 30 * 24 * 60 * 60 },
} as const

/** In a body. */
export const EMOJI_MAX = 10
