import { z } from 'zod'
import type { GraphAccess } from '../credentials.ts'
import { callGraph } from '../graph/graph-client.ts'

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/business-profiles */
export const VERTICALS = [
  ...['ALCOHOL', 'APPAREL', 'AUTO', 'BEAUTY', 'EDU', 'ENTERTAIN', 'EVENT_PLAN', 'FINANCE', 'GOVT', 'GROCERY'],
  ...['HEALTH', 'HOTEL', 'MATRIMONY_SERVICE', 'NONPROFIT', 'ONLINE_GAMBLING', 'OTC_DRUGS', 'OTHER'],
  ...['PHYSICAL_GAMBLING', 'PROF_SERVICES', 'RESTAURANT', 'RETAIL', 'TRAVEL'],
] as const

const website = z
  .url({ protocol: /^https?$/, error: 'A website begins with http:// or https://.' })
  .max(256, 'A website may have 256 characters.')

/** What customers see of a number. Meta takes no empty `about`. */
export const businessProfile = z.strictObject({
  about: z.string().trim().min(1, 'Meta wants a text here.').max(139, 'This may have 139 characters.'),
  address: z.string().trim().max(256, 'The address may have 256 characters.'),
  description: z.string().trim().max(512, 'The description may have 512 characters.'),
  email: z
    .email('This is not an e-mail address.')
    .max(128, 'The address may have 128 characters.')
    .or(z.literal('')),
  websites: z.array(website).max(2, 'There may be two websites at most.'),
  vertical: z.enum(VERTICALS),
})
export const businessProfileChange = businessProfile.partial()
export type BusinessProfileChange = z.infer<typeof businessProfileChange>

const text = z.string().nullish().catch(null)

const graphProfile = z.object({
  about: text,
  address: text,
  description: text,
  email: text,
  vertical: text,
  websites: z.array(z.string()).nullish().catch(null),
  profile_picture_url: text,
})

export const businessProfileView = z.object({
  about: z.string(),
  address: z.string(),
  description: z.string(),
  email: z.string(),
  /** Meta's word; also one that is not among those that can be chosen (any more). */
  vertical: z.string().nullable(),
  websites: z.array(z.string()),
  pictureUrl: z.string().nullable(),
})
export type BusinessProfile = z.infer<typeof businessProfileView>

const FIELDS = 'about,address,description,email,profile_picture_url,websites,vertical'

export async function readProfile(access: GraphAccess, phoneNumberId: string): Promise<BusinessProfile> {
  const path = `${phoneNumberId}/whatsapp_business_profile?fields=${FIELDS}`
  const { data } = z.object({ data: z.array(graphProfile) }).parse(await callGraph(access, 'GET', path))
  const { profile_picture_url, websites, vertical, ...texts } = data[0] ?? graphProfile.parse({})
  return {
    about: texts.about ?? '',
    address: texts.address ?? '',
    description: texts.description ?? '',
    email: texts.email ?? '',
    vertical: vertical || null,
    websites: websites ?? [],
    pictureUrl: profile_picture_url ?? null,
  }
}

/** What is left out stays. @param pictureHandle of a resumable upload */
export async function writeProfile(
  access: GraphAccess,
  phoneNumberId: string,
  change: BusinessProfileChange,
  pictureHandle: string | null = null,
): Promise<void> {
  await callGraph(access, 'POST', `${phoneNumberId}/whatsapp_business_profile`, {
    messaging_product: 'whatsapp',
    ...change,
    ...(pictureHandle ? { profile_picture_handle: pictureHandle } : {}),
  })
}
