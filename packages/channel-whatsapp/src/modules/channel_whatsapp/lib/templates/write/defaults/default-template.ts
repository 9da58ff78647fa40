import type { DefinitionComponent, TemplateDefinition } from '../../definition/definition.ts'
import { variablesOf } from '../../template-text.ts'

type Category = TemplateDefinition['category']

/** What each is for. Its name is the notification's that it carries. */
export const DEFAULT_TEMPLATES = {
  welcome: 'MARKETING',
  re_engagement: 'UTILITY',
  order_confirmed: 'UTILITY',
  order_shipped: 'UTILITY',
  order_delivered: 'UTILITY',
  invoice_ready: 'UTILITY',
  payment_received: 'UTILITY',
  payment_reminder: 'UTILITY',
  appointment_scheduled: 'UTILITY',
  double_opt_in: 'UTILITY',
  stop_confirmation: 'UTILITY',
} as const satisfies Record<string, Category>
export type DefaultName = keyof typeof DEFAULT_TEMPLATES
export const DEFAULT_NAMES = Object.keys(DEFAULT_TEMPLATES) as DefaultName[]

/** What the texts can name: the keys of a notification's data. */
export type ValueKey =
  | 'appointment_place'
  | 'appointment_time'
  | 'business'
  | 'contact_first_name'
  | 'due_date'
  | 'invoice_number'
  | 'invoice_total'
  | 'order_number'
  | 'order_total'
  | 'payment_amount'
  | 'tracking_number'
  | 'tracking_url'

export interface DefaultText {
  body: string
  footer: string
  /** Buttons that answer with their own words. */
  replies?: string[]
}

/** All default templates in one language. */
export interface DefaultWords {
  /** As Meta names it. */
  language: string
  texts: Record<DefaultName, DefaultText>
  /** What Meta’s reviewers see in place of the variables. */
  samples: Record<ValueKey, string>
}

export function defaultDefinition(name: DefaultName, words: DefaultWords): TemplateDefinition {
  const { body, footer, replies } = words.texts[name]
  const keys = variablesOf(body) as ValueKey[]
  const examples = keys.map((key) => ({ param_name: key, example: words.samples[key] }))
  const components: DefinitionComponent[] = [
    {
      type: 'BODY',
      text: body,
      ...(keys.length > 0 ? { example: { body_text_named_params: examples } } : {}),
    },
    { type: 'FOOTER', text: footer },
  ]
  if (replies) {
    components.push({ type: 'BUTTONS', buttons: replies.map((text) => ({ type: 'QUICK_REPLY', text })) })
  }
  return {
    name,
    language: words.language,
    category: DEFAULT_TEMPLATES[name],
    parameterFormat: keys.length > 0 ? 'NAMED' : 'POSITIONAL',
    components,
  }
}
