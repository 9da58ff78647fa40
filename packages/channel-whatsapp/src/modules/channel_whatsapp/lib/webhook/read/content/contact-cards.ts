import type {
  ContactCard,
  ContactCardsContent,
} from '@open-mercato/communication-channels/modules/communication_channels/lib/content/contact-cards'
import { z } from 'zod'
import { phoneOf, told } from '../meta-values.ts'

const list = <T extends z.ZodType>(item: T) =>
  z
    .array(item)
    .nullish()
    .transform((items) => items ?? undefined)

const card = z.object({
  name: z
    .object({
      formatted_name: told,
      first_name: told,
      last_name: told,
      middle_name: told,
      prefix: told,
      suffix: told,
    })
    .nullish(),
  birthday: told,
  phones: list(z.object({ phone: told, type: told, wa_id: told, user_id: told })),
  emails: list(z.object({ email: told, type: told })),
  urls: list(z.object({ url: told, type: told })),
  addresses: list(
    z.object({
      street: told,
      city: told,
      state: told,
      zip: told,
      country: told,
      country_code: told,
      type: told,
    }),
  ),
  org: z.object({ company: told, department: told, title: told }).nullish(),
  origin: told,
  vcard: told,
})

const cards = z.array(card)

export function readContactCards(part: unknown): ContactCardsContent | null {
  const { data } = cards.safeParse(part)
  return data ? { type: 'contacts', contacts: data.map(readCard) } : null
}

function readCard({
  name,
  birthday,
  phones,
  emails,
  urls,
  addresses,
  org,
  origin,
  vcard,
}: z.infer<typeof card>) {
  return {
    name: {
      formattedName: name?.formatted_name,
      firstName: name?.first_name,
      lastName: name?.last_name,
      middleName: name?.middle_name,
      prefix: name?.prefix,
      suffix: name?.suffix,
    },
    birthday,
    phones: phones?.map(({ phone, wa_id, type, user_id }) => ({
      phone: phone ?? phoneOf(wa_id) ?? undefined,
      type,
      userId: user_id,
    })),
    emails,
    urls,
    addresses: addresses?.map(({ country_code, ...address }) => ({ ...address, countryCode: country_code })),
    organization: org ?? undefined,
    origin,
    vcard,
  } satisfies ContactCard
}
