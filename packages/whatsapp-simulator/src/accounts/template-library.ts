import { createHash } from 'node:crypto'
import { libraryAccountTexts } from './template-library-accounts.ts'
import type { LibraryButton, ParameterType } from './template-library-draft.ts'
import { libraryOrders } from './template-library-orders.ts'
import { libraryPayments } from './template-library-payments.ts'

/** One language of it, as `GET /message_template_library` lists it. */
export type LibraryTemplate = {
  id: string
  name: string
  language: string
  category: 'UTILITY'
  topic: string
  usecase: string
  industry: string[]
  header?: string
  body: string
  body_params: string[]
  body_param_types: ParameterType[]
  buttons?: LibraryButton[]
}

/**
 * Templates that need no review, after the manner of Meta's library: the same for every account. The texts are the
 * simulator's own. https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-library
 */
export const templateLibrary: LibraryTemplate[] = [
  ...libraryOrders,
  ...libraryPayments,
  ...libraryAccountTexts,
].flatMap((draft) =>
  Object.entries(draft.texts).map(([language, { header, body, examples, buttons }]) => ({
    id: idOf(`${draft.name} ${language}`),
    name: draft.name,
    language,
    category: 'UTILITY' as const,
    topic: draft.topic,
    usecase: draft.usecase,
    industry: draft.industry,
    ...(header ? { header } : {}),
    body,
    body_params: examples,
    body_param_types: draft.params,
    ...(draft.buttons.length > 0
      ? { buttons: draft.buttons.map((type, index) => buttonOf(type, buttons[index]!)) }
      : {}),
  })),
)

export function libraryTemplate(name: string, language: string): LibraryTemplate | null {
  return templateLibrary.find((one) => one.name === name && one.language === language) ?? null
}

function buttonOf(type: LibraryButton['type'], text: string): LibraryButton {
  if (type === 'URL') return { type, text, url: 'https://www.example.com/' }
  if (type === 'PHONE_NUMBER') return { type, text, phone_number: '+18005551234' }
  return { type, text }
}

function idOf(key: string): string {
  const digits = BigInt(`0x${createHash('sha256').update(key).digest('hex').slice(0, 11)}`)
  return `7${String(digits % 10n ** 13n).padStart(14, '0')}`
}
