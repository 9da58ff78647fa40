import type {
  IntegrationCredentialField,
  IntegrationCredentialsSchema,
} from '@open-mercato/shared/modules/integrations/types'
import { z } from 'zod'

type Json = Record<string, unknown>

const MAX_VALUE_LENGTH = 10_000

/**
 * The schema that a form of these fields must satisfy. Issues lie at the field's key; keys that no field has are
 * dropped, and so are values of fields that `visibleWhen` hides.
 */
export function credentialsValidator(schema: IntegrationCredentialsSchema): z.ZodType<Json> {
  const shape = Object.fromEntries(schema.fields.map((field) => [field.key, validatorOf(field)]))
  return z
    .object(shape)
    .transform((values: Json) => withoutHidden(schema, values))
    .superRefine((values, ctx) => {
      for (const field of schema.fields.filter(isRequiredWhenVisible)) {
        if (!isVisible(field, values) || values[field.key] !== undefined) continue
        ctx.addIssue({ code: 'custom', path: [field.key], message: missing(field) })
      }
    })
}

const missing = (field: IntegrationCredentialField) => `${field.label} is required.`
const isRequiredWhenVisible = (field: IntegrationCredentialField) => field.required && field.visibleWhen
const isBlank = (value: unknown) => value === null || (typeof value === 'string' && !value.trim())

function validatorOf(field: IntegrationCredentialField): z.ZodType {
  const value = typedValidatorOf(field)
  const isAlwaysRequired = field.required && !field.visibleWhen
  return z.preprocess(
    (input) => (isBlank(input) ? undefined : input),
    isAlwaysRequired ? value : value.optional(),
  )
}

function typedValidatorOf(field: IntegrationCredentialField): z.ZodType {
  const { label } = field
  const otherwise = (wrong: string) => ({
    error: (issue: { input?: unknown }) => (issue.input === undefined ? missing(field) : wrong),
  })
  switch (field.type) {
    case 'boolean':
      return z.boolean(otherwise(`${label} is either on or off.`))
    case 'select':
      return z.enum(
        field.options.map((option) => option.value) as [string, ...string[]],
        otherwise(`${label} must be one of: ${field.options.map((option) => option.label).join(', ')}.`),
      )
    case 'url':
      return z.url({
        protocol: /^https?$/,
        ...otherwise(`${label} must be an address that starts with http:// or https://.`),
      })
    default:
      return z
        .string(otherwise(`${label} must be text.`))
        .trim()
        .max(MAX_VALUE_LENGTH, `${label} is longer than ${MAX_VALUE_LENGTH} characters.`)
  }
}

function isVisible(field: IntegrationCredentialField, values: Json): boolean {
  return !field.visibleWhen || values[field.visibleWhen.field] === field.visibleWhen.equals
}

function withoutHidden(schema: IntegrationCredentialsSchema, values: Json): Json {
  const visible = schema.fields.filter((field) => values[field.key] !== undefined && isVisible(field, values))
  return Object.fromEntries(visible.map((field) => [field.key, values[field.key]]))
}
