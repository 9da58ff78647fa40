import { z } from 'zod'
import { line, shortText } from './bounds.ts'

const kind = line(1, 64).optional()

const cardBase = {
  phones: z
    .array(
      z.strictObject({
        phone: line(1, 64),
        type: kind,
        /** The provider's id of the person behind the number. */
        userId: line(1, 128).optional(),
      }),
    )
    .max(20)
    .optional(),
  emails: z
    .array(z.strictObject({ email: line(1, 254), type: kind }))
    .max(20)
    .optional(),
  urls: z
    .array(z.strictObject({ url: line(1, 2048), type: kind }))
    .max(20)
    .optional(),
  addresses: z
    .array(
      z.strictObject({
        street: shortText.optional(),
        city: shortText.optional(),
        state: shortText.optional(),
        zip: shortText.optional(),
        country: shortText.optional(),
        countryCode: line(1, 8).optional(),
        type: kind,
      }),
    )
    .max(20)
    .optional(),
  organization: z
    .strictObject({
      company: shortText.optional(),
      department: shortText.optional(),
      title: shortText.optional(),
    })
    .optional(),
}

const nameParts = {
  firstName: shortText.optional(),
  lastName: shortText.optional(),
  middleName: shortText.optional(),
  prefix: shortText.optional(),
  suffix: shortText.optional(),
}

export const contactCardsRequest = z.strictObject({
  type: z.literal('contacts'),
  contacts: z
    .array(
      z.strictObject({
        name: z.strictObject({ formattedName: shortText, ...nameParts }),
        birthday: z.iso.date().optional(),
        ...cardBase,
      }),
    )
    .min(1)
    .max(257),
})

const told = z.string().optional()

/** Cards as kept: people send them with as much or as little in them as they like. */
export const contactCardsContent = z.object({
  type: z.literal('contacts'),
  contacts: z.array(
    z.object({
      name: z.object({
        formattedName: told,
        firstName: told,
        lastName: told,
        middleName: told,
        prefix: told,
        suffix: told,
      }),
      birthday: told,
      phones: z.array(z.object({ phone: told, type: told, userId: told })).optional(),
      emails: z.array(z.object({ email: told, type: told })).optional(),
      urls: z.array(z.object({ url: told, type: told })).optional(),
      addresses: z
        .array(
          z.object({
            street: told,
            city: told,
            state: told,
            zip: told,
            country: told,
            countryCode: told,
            type: told,
          }),
        )
        .optional(),
      organization: z.object({ company: told, department: told, title: told }).optional(),
      /** Why the card came: asked for by the business (`contact_request`), or not. */
      origin: told,
      vcard: told,
    }),
  ),
})
export type ContactCardsContent = z.infer<typeof contactCardsContent>
export type ContactCard = ContactCardsContent['contacts'][number]
