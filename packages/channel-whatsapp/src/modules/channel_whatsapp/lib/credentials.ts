import { z } from 'zod'

const id = (what: string) =>
  z
    .string()
    .trim()
    .regex(/^\d{5,32}$/, `${what} is a number of 5 to 32 digits, as shown in Meta’s App Dashboard.`)

const secret = (what: string) => z.string().trim().min(1, `${what} is required.`).max(1024)

/** What Meta gives for one app and one WhatsApp Business Account. */
export const whatsappCredentials = z.object({
  accessToken: secret('The access token').regex(
    /^[\x21-\x7e]+$/,
    'The access token has letters, digits and signs only, without spaces.',
  ),
  phoneNumberId: id('The phone number ID'),
  businessAccountId: id('The WhatsApp Business Account ID'),
  webhookVerifyToken: secret('The verify token'),
  appSecret: secret('The app secret'),
  appId: id('The app ID')
    .nullish()
    .or(z.literal(''))
    .transform((value) => value || null),
})
export type WhatsAppCredentials = z.infer<typeof whatsappCredentials>

/** Credentials and the Graph version to speak with. */
export interface GraphAccess {
  accessToken: string
  apiVersion: string
}
