import { degrees } from '@open-mercato/communication-channels/modules/communication_channels/components/inbox/composer/location/coordinates'
import { isCopyCode } from '../../../lib/templates/copy-code.ts'
import { ONE_TIME_CODE_MAX } from '../../../lib/templates/lint/limits.ts'
import type { TemplateValues } from '../template.ts'
import type { TemplateField } from './fields.ts'
import { MOST_PRODUCTS, productIdsIn, sectionsOf } from './sections.ts'

/** What is wrong with a value before anybody asks the server; its words are `channel_whatsapp.templates.problem.<code>`. */
export type FieldProblem =
  | 'missing'
  | 'file'
  | 'lines'
  | 'copyCode'
  | 'otpLong'
  | 'latitude'
  | 'longitude'
  | 'past'
  | 'titleLong'
  | 'productsMany'

export type FieldProblems = Record<string, FieldProblem>

/** Meta's limits: https://developers.facebook.com/documentation/business-messaging/whatsapp/templates */
export const MAX_TITLE = 24

/** @param files the paths at which a file stands ready */
export function problemsOf(
  fields: TemplateField[],
  values: TemplateValues,
  files: ReadonlySet<string>,
  now: number,
): FieldProblems {
  return Object.assign({}, ...fields.map((field) => problemsWith(field, values, files, now)))
}

function problemsWith(
  field: TemplateField,
  values: TemplateValues,
  files: ReadonlySet<string>,
  now: number,
): FieldProblems {
  const { path } = field
  const typed = (key: string) => values[key]?.trim() ?? ''
  const absent = (...keys: string[]): FieldProblems =>
    Object.fromEntries(keys.filter((key) => !typed(key)).map((key) => [key, 'missing']))
  switch (field.kind) {
    case 'file':
      return files.has(path) ? {} : { [path]: 'file' }
    case 'text':
      return typed(path) ? lines(path, typed(path)) : { [path]: 'missing' }
    case 'suffix':
      return absent(path)
    case 'oneTimeCode':
      if (!typed(path)) return { [path]: 'missing' }
      return [...typed(path)].length > ONE_TIME_CODE_MAX ? { [path]: 'otpLong' } : {}
    case 'code':
      if (!typed(path)) return { [path]: 'missing' }
      return isCopyCode(typed(path)) ? {} : { [path]: 'copyCode' }
    case 'place':
      return {
        ...absent(`${path}.name`, `${path}.address`),
        ...(degrees(typed(`${path}.latitude`), 90) === null ? { [`${path}.latitude`]: 'latitude' } : {}),
        ...(degrees(typed(`${path}.longitude`), 180) === null ? { [`${path}.longitude`]: 'longitude' } : {}),
      }
    case 'product':
      return absent(`${path}.catalogId`, `${path}.productId`)
    case 'offerEnd': {
      const at = Date.parse(typed(path))
      if (Number.isNaN(at)) return { [path]: 'missing' }
      return at <= now ? { [path]: 'past' } : {}
    }
    case 'products':
      return { ...absent(`${path}.thumbnailProductId`), ...sectionProblems(path, values) }
    case 'thumbnail':
      return {}
  }
}

/** Meta takes no line breaks, no tabs and at most four spaces in a row (132000 and 132018). */
function lines(path: string, text: string): FieldProblems {
  return /[\n\r\t]| {5}/.test(text) ? { [path]: 'lines' } : {}
}

function sectionProblems(path: string, values: TemplateValues): FieldProblems {
  const problems: FieldProblems = {}
  let count = 0
  sectionsOf(values, path).forEach(({ title, products }, index) => {
    const at = `${path}.sections.${index}`
    const ids = productIdsIn(products)
    count += ids.length
    if (!title.trim()) problems[`${at}.title`] = 'missing'
    else if ([...title.trim()].length > MAX_TITLE) problems[`${at}.title`] = 'titleLong'
    if (ids.length === 0) problems[`${at}.productIds`] = 'missing'
    else if (count > MOST_PRODUCTS) problems[`${at}.productIds`] = 'productsMany'
  })
  return problems
}
