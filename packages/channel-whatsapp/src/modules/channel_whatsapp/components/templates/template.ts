import type { TemplatePartView, TemplateView } from '../../lib/templates/template-view.ts'

/** An approved template as `GET /api/channel_whatsapp/templates` returns it: one name in one language. */
export type Template = TemplateView
export type TemplatePart = TemplatePartView

/** What a header holds that is a file. */
export type HeaderMedia = 'image' | 'video' | 'document'

export function headerMedia({ headerObject }: TemplatePart): HeaderMedia | null {
  return headerObject === 'location' || headerObject === 'product' ? null : headerObject
}

/**
 * What was typed, by where it goes below the request's `parameters`: `header.1`, `body.first_name`, `buttons.0`,
 * `cards.1.body.1`, `headerObject.name`, `offerExpiresAt`.
 */
export type TemplateValues = Record<string, string>
