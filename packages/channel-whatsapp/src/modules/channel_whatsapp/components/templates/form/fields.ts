import { type HeaderMedia, headerMedia, type Template, type TemplatePart } from '../template.ts'

interface Placed {
  /** Where its value goes below the request's `parameters`; a place and the like have values below it. */
  path: string
  /** Of a carousel: on which card, from 0. */
  card: number | null
}

interface OfButton extends Placed {
  /** The words on the button. */
  button: string
  example: string | null
}

/** One thing that somebody has to say before a template can leave. */
export type TemplateField =
  | (Placed & { kind: 'text'; component: 'header' | 'body'; key: string; example: string | null })
  | (Placed & { kind: 'oneTimeCode'; example: string | null })
  | (Placed & { kind: 'file'; media: HeaderMedia })
  | (Placed & { kind: 'place' | 'product' | 'offerEnd' })
  | (OfButton & { kind: 'suffix'; link: string })
  | (OfButton & { kind: 'code' | 'products' | 'thumbnail' })

/** All that a template takes, in the order in which the phone shows it; nothing that it does not take. */
export function fieldsOf(template: Template): TemplateField[] {
  const carriesCode = template.needs.includes('code')
  return [
    ...headerFields(template, '', null),
    ...(template.offer?.takesEnd ? [{ kind: 'offerEnd' as const, path: 'offerExpiresAt', card: null }] : []),
    ...textFields(template, '', null, carriesCode),
    ...buttonFields(template, '', null),
    ...template.cards.flatMap((card, index) => {
      const prefix = `cards.${index}.`
      return [
        ...headerFields(card, prefix, index),
        ...textFields(card, prefix, index, false),
        ...buttonFields(card, prefix, index),
      ]
    }),
  ]
}

function headerFields(part: TemplatePart, prefix: string, card: number | null): TemplateField[] {
  const path = `${prefix}headerObject`
  const media = headerMedia(part)
  if (media) return [{ kind: 'file', path, card, media }]
  if (part.headerObject === 'location') return [{ kind: 'place', path, card }]
  return part.headerObject === 'product' ? [{ kind: 'product', path, card }] : []
}

function textFields(
  part: TemplatePart,
  prefix: string,
  card: number | null,
  carriesCode: boolean,
): TemplateField[] {
  return part.parameters.map(({ component, key, example }) => {
    const path = `${prefix}${component}.${key}`
    if (carriesCode && component === 'body') return { kind: 'oneTimeCode', path, card, example }
    return { kind: 'text', path, card, component, key, example }
  })
}

function buttonFields(part: TemplatePart, prefix: string, card: number | null): TemplateField[] {
  return part.buttons.flatMap(({ takes, text, link, example }, index): TemplateField[] => {
    if (takes === null) return []
    const field = { path: `${prefix}buttons.${index}`, card, button: text, example }
    return [takes === 'suffix' ? { ...field, kind: takes, link: link ?? '' } : { ...field, kind: takes }]
  })
}
