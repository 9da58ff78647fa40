import { z } from 'zod'
import { writtenText } from '../definition/written-text.ts'
import { FREE, MAPPING_SOURCES, OWN_DATA } from './sources.ts'

export const VALUE_FORMATS = ['text', 'money', 'date', 'date_time'] as const
export type ValueFormat = (typeof VALUE_FORMATS)[number]

const source = z
  .string()
  .max(80)
  .refine(
    (one) =>
      one === FREE ||
      Object.hasOwn(MAPPING_SOURCES, one) ||
      (one.startsWith(OWN_DATA) && /^[a-z0-9_]{1,64}$/.test(one.slice(OWN_DATA.length))),
    'There is no such source of values.',
  )

/** `pl`, `en_US`, `zh_HK`, `fil`. */
const LANGUAGE_CODE = /^[a-z]{2,3}(_[A-Za-z]{2,4})?$/

/** As Meta takes a value. */
const fallback = writtenText(1024)
  .trim()
  .refine((text) => !/[\n\r\t]| {5}/.test(text), 'No line breaks, no tabs, and four spaces in a row at most.')

export const mappingEntry = z.strictObject({
  source,
  /** What stands there when the source has nothing. */
  fallback: fallback.optional(),
  /** The same by the language of the template, where it is said otherwise there. */
  fallbacks: z.record(z.string().regex(LANGUAGE_CODE), fallback).optional(),
  format: z.enum(VALUE_FORMATS).optional(),
})
export type MappingEntry = z.infer<typeof mappingEntry>

/** A value of a template by where it goes: `header.1`, `body.first_name`, `buttons.0`, `cards.2.body.1`. */
const path = z.string().regex(/^(cards\.\d\.)?((header|body)\.[a-zA-Z0-9_]{1,64}|buttons\.\d)$/)

/** Where the values of a template come from, for all languages of a name. */
export const templateMapping = z
  .record(path, mappingEntry)
  .refine((mapping) => Object.keys(mapping).length <= 200, 'A template has no more than 200 values.')
export type TemplateMapping = z.infer<typeof templateMapping>
