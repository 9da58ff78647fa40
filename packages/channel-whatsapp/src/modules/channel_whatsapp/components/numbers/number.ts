/** What can be asked of `POST /connections/:id/numbers/:channelId/actions`. */
export type NumberWish =
  | { action: 'register' | 'set_pin'; pin: string }
  | { action: 'deregister' }
  | { action: 'request_code'; method: 'SMS' | 'VOICE'; language: string }
  | { action: 'verify_code'; code: string }
  | { action: 'request_display_name'; name: string }

/** What customers see of a number. */
export type BusinessProfile = {
  about: string
  address: string
  description: string
  email: string
  vertical: string | null
  websites: string[]
  pictureUrl: string | null
}

export const VERTICALS = [
  ...['OTHER', 'ALCOHOL', 'APPAREL', 'AUTO', 'BEAUTY', 'EDU', 'ENTERTAIN', 'EVENT_PLAN', 'FINANCE', 'GOVT'],
  ...['GROCERY', 'HEALTH', 'HOTEL', 'MATRIMONY_SERVICE', 'NONPROFIT', 'ONLINE_GAMBLING', 'OTC_DRUGS'],
  ...['PHYSICAL_GAMBLING', 'PROF_SERVICES', 'RESTAURANT', 'RETAIL', 'TRAVEL'],
] as const

/** In which Meta tells the code, for who reads in one of ours. */
export const CODE_LANGUAGES: Record<string, string> = { en: 'en_US', pl: 'pl', de: 'de', es: 'es' }

/** Only what was changed is sent: Meta takes no empty `about`, not even an unchanged one. */
export function changedProfile(
  before: BusinessProfile,
  after: Omit<BusinessProfile, 'pictureUrl'>,
): Partial<BusinessProfile> {
  const websites = after.websites.map((website) => website.trim()).filter(Boolean)
  const wished = { ...after, websites }
  const keys = Object.keys(wished) as (keyof typeof wished)[]
  return Object.fromEntries(
    keys
      .filter((key) => JSON.stringify(wished[key]) !== JSON.stringify(before[key]))
      .map((key) => [key, wished[key]]),
  )
}

export function isPin(text: string): boolean {
  return /^\d{6}$/.test(text)
}
