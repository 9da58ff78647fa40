import { z } from 'zod'
import {
  buttonsOf,
  cardsOf,
  findComponent,
  headerFormat,
  type Template,
  type TemplateButton,
  type TemplateComponent,
  type TemplatePart,
  templateComponent,
} from './component.ts'
import { type TemplateMapping, templateMapping } from './mapping/mapping.ts'
import { linkBefore } from './mapping/variables.ts'
import { carriesCode } from './one-time-code.ts'
import {
  BUTTON_VALUES,
  needsOf,
  needsOfferEnd,
  TEMPLATE_NEEDS,
  takenBy,
  unsupportedPart,
} from './template-needs.ts'
import { variablesOf } from './template-text.ts'

const HEADER_OBJECTS = ['image', 'video', 'document', 'location', 'product'] as const
const headerObject = z.enum(HEADER_OBJECTS)

const buttonView = z.object({
  /** Meta's name for its kind, in capitals. */
  type: z.string(),
  text: z.string(),
  /** What it takes of the message's own. */
  takes: z.enum(BUTTON_VALUES).nullable(),
  /** Where a link leads; with `takes` what stands before the rest of it. */
  link: z.string().nullable(),
  example: z.string().nullable(),
})
export type TemplateButtonView = z.infer<typeof buttonView>

const partView = z.object({
  header: z.string().nullable(),
  /** What stands in a header that is no text. */
  headerObject: headerObject.nullable(),
  body: z.string(),
  /** In their order, by which a value names its button. */
  buttons: z.array(buttonView),
  parameters: z.array(
    z.object({ component: z.enum(['header', 'body']), key: z.string(), example: z.string().nullable() }),
  ),
})
/** What a template and each card of a carousel have alike. */
export type TemplatePartView = z.infer<typeof partView>
export type TemplateParameter = TemplatePartView['parameters'][number]

export const templateView = partView.extend({
  id: z.uuid(),
  name: z.string(),
  language: z.string(),
  category: z.string(),
  status: z.string(),
  footer: z.string().nullable(),
  /** A limited-time offer; whether somebody has to say when it ends. */
  offer: z.object({ text: z.string(), takesEnd: z.boolean() }).nullable(),
  cards: z.array(partView),
  /** What sending takes beside texts. */
  needs: z.array(z.enum(TEMPLATE_NEEDS)),
  /** Whether it has no part that nobody here knows. */
  isSendableHere: z.boolean(),
  /** Where its values come from, as far as that was decided. */
  mapping: templateMapping,
  /** As Meta has them, for those who show it as a phone does. */
  components: z.array(templateComponent),
})
export type TemplateView = z.infer<typeof templateView>

/** A template as the form needs it that fills it in. */
export function viewTemplate(template: Template, mapping: TemplateMapping = {}): TemplateView {
  const { id, name, language, category, status } = template
  const offer = findComponent(template, 'LIMITED_TIME_OFFER')?.limited_time_offer
  return {
    ...{ id, name, language, category, status },
    ...viewPart(template, carriesCode(template)),
    footer: findComponent(template, 'FOOTER')?.text ?? null,
    offer: offer ? { text: textOf(offer), takesEnd: needsOfferEnd(template) } : null,
    cards: cardsOf(template).map((card) => viewPart(card, false)),
    needs: needsOf(template),
    isSendableHere: unsupportedPart(template) === null,
    mapping,
    components: template.components,
  }
}

/** @param isCode whether the button takes the one-time code, which is put there by itself */
function viewPart(part: TemplatePart, isCode: boolean): TemplatePartView {
  return {
    header: findComponent(part, 'HEADER')?.text ?? null,
    headerObject: headerObject.safeParse(headerFormat(part)?.toLowerCase()).data ?? null,
    body: findComponent(part, 'BODY')?.text ?? '',
    buttons: buttonsOf(part).map((button) => ({
      type: button.type.toUpperCase(),
      text: button.text ?? button.type,
      takes: isCode ? null : takenBy(button),
      link: button.url === undefined ? null : linkBefore(button.url),
      example: exampleOfButton(button),
    })),
    parameters: parametersOf(part),
  }
}

function textOf({ text }: Record<string, unknown>): string {
  return typeof text === 'string' ? text : ''
}

/**
 * As it is filled in: of a link only what comes after what the template has. Meta writes a button's example as a list of one,
 * and a code to copy also as the text itself.
 */
function exampleOfButton({ url, example }: TemplateButton): string | null {
  const first = Array.isArray(example) ? example[0] : example
  if (typeof first !== 'string') return null
  const link = url === undefined ? '' : linkBefore(url)
  return first.startsWith(link) ? first.slice(link.length) : first
}

export function buttonTexts(part: TemplatePart): string[] {
  return buttonsOf(part).map((button) => button.text ?? button.type)
}

/** What must be filled in, in the order in which it appears. */
export function parametersOf(part: TemplatePart): TemplateParameter[] {
  return (['HEADER', 'BODY'] as const).flatMap((type) => {
    const component = findComponent(part, type)
    return variablesOf(component?.text ?? '').map((key, index) => ({
      component: type === 'HEADER' ? ('header' as const) : ('body' as const),
      key,
      example: exampleOf(component!, key, index),
    }))
  })
}

const examples = z.object({
  header_text: z.array(z.string()).optional(),
  body_text: z.array(z.array(z.string())).optional(),
  header_text_named_params: z.array(z.object({ param_name: z.string(), example: z.string() })).optional(),
  body_text_named_params: z.array(z.object({ param_name: z.string(), example: z.string() })).optional(),
})

function exampleOf(component: TemplateComponent, key: string, index: number): string | null {
  const parsed = examples.safeParse(component.example)
  if (!parsed.success) return null
  const { header_text, body_text, header_text_named_params, body_text_named_params } = parsed.data
  const named = [...(header_text_named_params ?? []), ...(body_text_named_params ?? [])]
  return (
    named.find((one) => one.param_name === key)?.example ??
    header_text?.[index] ??
    body_text?.[0]?.[index] ??
    null
  )
}
