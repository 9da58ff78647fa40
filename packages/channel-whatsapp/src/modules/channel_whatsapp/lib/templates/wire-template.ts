import type {
  TemplateContent,
  TemplateHeaderObject,
  TemplateParameters,
  TemplateValue,
} from '@open-mercato/communication-channels/modules/communication_channels/lib/content/template'
import { wireLocation } from '../content/location.ts'
import { wireFile } from '../content/media.ts'
import { wireProduct } from '../content/products.ts'
import { wireButton } from './wire-button.ts'

type Parts = Pick<TemplateParameters, 'header' | 'body' | 'headerObject' | 'buttons'>

/** The `template` object of a send. A component without values of the message's own is left out. */
export function wireTemplate({ name, language, parameters }: TemplateContent): Record<string, unknown> {
  const components = [
    ...wireParts(parameters),
    ...wireOffer(parameters.offerExpiresAt),
    ...wireCards(parameters.cards),
  ]
  return { name, language: { code: language }, ...(components.length > 0 ? { components } : {}) }
}

function wireParts({ header, headerObject, body, buttons }: Parts): Record<string, unknown>[] {
  return [
    ...component('header', headerObject ? [wireHeader(headerObject)] : wireValues(header)),
    ...component('body', wireValues(body)),
    ...(buttons ?? []).map(wireButton),
  ]
}

function component(type: string, parameters: Record<string, unknown>[]): Record<string, unknown>[] {
  return parameters.length > 0 ? [{ type, parameters }] : []
}

/** Positional parameters are told apart by their order, named ones by their name. */
function wireValues(values: Record<string, TemplateValue> = {}): Record<string, unknown>[] {
  const entries = Object.entries(values)
  if (entries.every(([key]) => isPosition(key))) entries.sort(([a], [b]) => Number(a) - Number(b))
  return entries.map(([key, value]) => ({
    ...(isPosition(key) ? {} : { parameter_name: key }),
    ...wireValue(value),
  }))
}

function isPosition(key: string): boolean {
  return /^\d+$/.test(key)
}

function wireValue(value: TemplateValue): Record<string, unknown> {
  if (typeof value === 'string') return { type: 'text', text: value }
  if (value.type === 'date_time') return { type: 'date_time', date_time: { fallback_value: value.fallback } }
  const { fallback, currency, amount1000 } = value
  return { type: 'currency', currency: { fallback_value: fallback, code: currency, amount_1000: amount1000 } }
}

function wireHeader(header: TemplateHeaderObject): Record<string, unknown> {
  if (header.type === 'location') return { type: 'location', location: wireLocation(header) }
  if (header.type === 'product') return { type: 'product', product: wireProduct(header) }
  const filename = header.type === 'document' && header.filename ? { filename: header.filename } : {}
  return { type: header.type, [header.type]: { ...wireFile(header.media), ...filename } }
}

function wireOffer(expiresAt: string | undefined): Record<string, unknown>[] {
  if (!expiresAt) return []
  const limited_time_offer = { expiration_time_ms: Date.parse(expiresAt) }
  return component('limited_time_offer', [{ type: 'limited_time_offer', limited_time_offer }])
}

function wireCards(cards: TemplateParameters['cards']): Record<string, unknown>[] {
  if (!cards) return []
  const wired = cards.map((card, index) => ({ card_index: index, components: wireParts(card) }))
  return [{ type: 'carousel', cards: wired }]
}
