import { z } from 'zod'
import { TEMPLATE_CATEGORIES } from '../../../accounts/template.ts'
import { componentsSchema } from './component-schemas.ts'

const inCapitals = z.string().transform((text) => text.toUpperCase())

/** In a form or an address numbers come as text. */
const seconds = z.union([z.int(), z.string().regex(/^-?\d{1,8}$/)]).transform(Number)

export const templateName = z
  .string()
  .regex(/^[a-z0-9_]{1,512}$/, 'must be 1 to 512 small letters, digits and underscores')

export const templateLanguage = z
  .string()
  .regex(/^[a-z]{2,3}(_[A-Z]{2,3})?$/, 'must be a language such as en or en_US')

const category = inCapitals.pipe(z.enum(TEMPLATE_CATEGORIES))
const parameterFormat = inCapitals.pipe(z.enum(['POSITIONAL', 'NAMED']))

/** Said of every template, whatever it is made from. */
const frame = {
  /** Part of every request; and what Meta once asked for and takes no notice of any more. */
  access_token: z.unknown().optional(),
  allow_category_change: z.unknown().optional(),
  name: templateName,
  language: templateLanguage,
  category,
}

const settings = {
  message_send_ttl_seconds: seconds.optional(),
  cta_url_link_tracking_opted_out: z.union([z.boolean(), z.stringbool()]).optional(),
}

/** `POST /{waba-id}/message_templates` */
export const definitionSchema = z.strictObject({
  ...frame,
  ...settings,
  sub_category: inCapitals.pipe(z.enum(['CUSTOM', 'ORDER_DETAILS', 'ORDER_STATUS'])).optional(),
  parameter_format: parameterFormat.default('POSITIONAL'),
  components: componentsSchema,
})

/** `POST /{template-id}`; the name, the language and the format are told again by some callers. */
export const editSchema = z.strictObject({
  access_token: z.unknown().optional(),
  name: templateName.optional(),
  language: templateLanguage.optional(),
  parameter_format: parameterFormat.optional(),
  category: category.optional(),
  components: componentsSchema.optional(),
  ...settings,
})

export type TemplateEdit = z.output<typeof editSchema>

/** `POST /{waba-id}/upsert_message_templates`: one code template in many languages. */
export const upsertSchema = z.strictObject({
  access_token: z.unknown().optional(),
  name: templateName,
  languages: z.array(templateLanguage).min(1).max(100),
  category: inCapitals.pipe(z.literal('AUTHENTICATION')),
  components: componentsSchema,
  message_send_ttl_seconds: seconds.optional(),
})

const url = z.strictObject({ base_url: z.string().min(1), url_suffix_example: z.string().optional() })
const flag = z.boolean().optional()

/** A template from Meta's library. */
export const fromLibrarySchema = z.strictObject({
  ...frame,
  library_template_name: z.string().min(1),
  library_template_body_inputs: z
    .strictObject({
      add_contact_number: flag,
      add_learn_more_link: flag,
      add_security_recommendation: flag,
      add_track_package_link: flag,
      code_expiration_minutes: z.int().min(1).max(90).optional(),
    })
    .optional(),
  library_template_button_inputs: z
    .array(
      z.strictObject({
        type: inCapitals.pipe(z.enum(['QUICK_REPLY', 'URL', 'PHONE_NUMBER', 'FLOW', 'OTP'])),
        url: url.optional(),
        phone_number: z.string().min(1).max(20).optional(),
        otp_type: z.string().optional(),
        zero_tap_terms_accepted: flag,
        supported_apps: z.array(z.record(z.string(), z.string())).optional(),
      }),
    )
    .optional(),
})

export type FromLibrary = z.output<typeof fromLibrarySchema>
