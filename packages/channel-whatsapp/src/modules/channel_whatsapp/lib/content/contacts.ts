import type {
  ContactCard,
  ContactCardsContent,
} from '@open-mercato/communication-channels/modules/communication_channels/lib/content/contact-cards'
import { z } from 'zod'
import type { ContentKind } from './content-kind.ts'
import { countOf, words } from './limits.ts'

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/contacts-messages */
const card = z.object({
  name: z.object({ formattedName: words('The name', 1024) }),
  birthday: z.iso.date('A birthday is written as 1990-12-31.').optional(),
})

export const contacts: ContentKind<ContactCardsContent> = {
  limits: z.object({ contacts: countOf(card, 'contact cards', 1, 257) }),
  wire: ({ contacts }) => contacts.map(wireCard),
}

/** Meta wants one part of the name beside the whole; where there is none the whole is the first name. */
function wireCard({ name, birthday, phones, emails, urls, addresses, organization }: ContactCard) {
  return given({
    name: given({
      formatted_name: name.formattedName,
      first_name: name.firstName ?? (hasParts(name) ? undefined : name.formattedName),
      last_name: name.lastName,
      middle_name: name.middleName,
      prefix: name.prefix,
      suffix: name.suffix,
    }),
    birthday,
    phones: phones?.map(({ phone, type, userId }) => given({ phone, type, wa_id: whatsappId(userId) })),
    emails: emails?.map(given),
    urls: urls?.map(given),
    addresses: addresses?.map(({ countryCode, ...address }) =>
      given({ ...address, country_code: countryCode }),
    ),
    org: organization && given(organization),
  })
}

function hasParts({ lastName, middleName, prefix, suffix }: ContactCard['name']): boolean {
  return [lastName, middleName, prefix, suffix].some((part) => part !== undefined)
}

/** A card names people on WhatsApp by their number's digits. Another kind of id would make it an invitation. */
function whatsappId(userId: string | undefined): string | undefined {
  return userId && /^\d+$/.test(userId) ? userId : undefined
}

function given(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}
