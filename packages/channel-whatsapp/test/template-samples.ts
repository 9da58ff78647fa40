import type { Template } from '../src/modules/channel_whatsapp/components/templates/template.ts'
import type { TemplateComponent } from '../src/modules/channel_whatsapp/lib/templates/component.ts'
import type { TemplateMapping } from '../src/modules/channel_whatsapp/lib/templates/mapping/mapping.ts'
import { viewTemplate } from '../src/modules/channel_whatsapp/lib/templates/template-view.ts'

export const body = (text: string) => ({ type: 'BODY', text })
export const buttons = (...all: { type: string; text: string; url?: string; example?: unknown }[]) => ({
  type: 'BUTTONS',
  buttons: all,
})
export const header = (format: string) => ({ type: 'HEADER', format })

interface SampleOptions {
  language?: string
  category?: string
  mapping?: TemplateMapping
}

/** A template as the server hands it to the form. */
export function sample(
  name: string,
  components: TemplateComponent[],
  { language = 'en_US', category = 'UTILITY', mapping }: SampleOptions = {},
): Template {
  const id = `${name}:${language}`
  return viewTemplate({ id, name, language, category, status: 'APPROVED', components }, mapping)
}

const link = { type: 'URL', text: 'See it', url: 'https://shop.example/new/{{1}}', example: ['tents'] }
const card = (text: string) => ({
  components: [header('IMAGE'), body(text), buttons({ type: 'QUICK_REPLY', text: 'More' }, link)],
})

/** One for each thing that a template can take. */
export const everyKind: Record<string, TemplateComponent[]> = {
  nothing: [body('Hello.')],
  'numbered values': [{ type: 'HEADER', format: 'TEXT', text: 'For {{1}}' }, body('Hi {{1}}, order {{2}}.')],
  'named values': [body('Hi {{first_name}}.')],
  'a picture': [header('IMAGE'), body('Look.')],
  'a video': [header('VIDEO'), body('Look.')],
  'a document': [header('DOCUMENT'), body('Look.')],
  'a place': [header('LOCATION'), body('Come.')],
  'a product': [header('PRODUCT'), body('Look.'), buttons({ type: 'SPM', text: 'View' })],
  'the rest of a link': [body('Hi.'), buttons({ type: 'PHONE_NUMBER', text: 'Call' }, link)],
  'a code to copy': [body('Hi.'), buttons({ type: 'COPY_CODE', text: 'Copy', example: ['SAVE15'] })],
  'a list of products': [body('Hi {{1}}.'), buttons({ type: 'MPM', text: 'View items' })],
  'a catalog': [body('Hi.'), buttons({ type: 'CATALOG', text: 'View catalog' })],
  'a form': [body('Hi.'), buttons({ type: 'FLOW', text: 'Book' })],
  'an offer that ends': [
    header('IMAGE'),
    { type: 'LIMITED_TIME_OFFER', limited_time_offer: { text: 'Ends soon!', has_expiration: true } },
    body('Less.'),
    buttons({ type: 'COPY_CODE', text: 'Copy', example: ['SAVE'] }, { ...link, text: 'Shop' }),
  ],
  'a carousel': [body('For {{1}}:'), { type: 'CAROUSEL', cards: [card('A {{1}}.'), card('B {{1}}.')] }],
}
