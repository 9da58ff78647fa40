import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'

type Json = Record<string, unknown>

const FILE = join(
  import.meta.dirname,
  '../../../../shared/facts/meta-business-messaging-api_v23.0.openapi.yaml',
)

/** Meta's published OpenAPI document, which is no part of this repository; null where it does not lie beside it. */
export function metaDocument(): unknown {
  return existsSync(FILE) ? parse(readFileSync(FILE, 'utf8')) : null
}

/**
 * Schemas of Meta's published OpenAPI document (v23.0, November 2025), which is no part of this repository; null where
 * it does not lie beside it. Where the document contradicts Meta's own examples it is set right here, one by one.
 */
export function metaSchemas(): Json | null {
  const document = metaDocument() as { components: { schemas: Json } } | null
  if (!document) return null
  const { schemas } = document.components
  const at = (...path: string[]) => path.reduce((node, key) => node[key] as Json, schemas)

  // `allOf` of a base and a closed object admits nothing at all: each forbids the other's fields.
  for (const message of Object.values(schemas)) {
    const parts = (message as { allOf?: Json[] }).allOf ?? []
    for (const part of parts) delete part.additionalProperties
  }
  // Written before user ids: a message may have a `recipient` and no `to`.
  at('BaseMessageProperties').required = ['messaging_product', 'recipient_type', 'type']
  // Meta's examples have numbers.
  const coordinates = (schemas.LocationMessage as { allOf: { properties?: Json }[] }).allOf
  const location = coordinates.find((part) => part.properties?.location)!.properties!.location as {
    properties: Json
  }
  Object.assign(location.properties, { latitude: { type: 'number' }, longitude: { type: 'number' } })
  // 257 cards, with kinds in any words.
  const contacts = (schemas.ContactsMessage as { allOf: { properties?: Json }[] }).allOf
  const list = contacts.find((part) => part.properties?.contacts)!.properties!.contacts as Json
  list.maxItems = 257
  for (const name of ['AddressObject', 'EmailObject', 'PhoneObject', 'UrlObject']) {
    at(name, 'properties').type = { type: 'string' }
  }
  // The policy is from the time of on-premises servers, and the pattern of indexes admits no "0".
  at('LanguageObject').required = ['code']
  at('TemplateComponent', 'properties').index = { type: 'string', pattern: '^[0-9]$' }
  // The body of a list has 4,096 characters, and a catalogue's thumbnail may be absent.
  at('BodyObject', 'properties').text = { type: 'string', maxLength: 4096 }
  for (const action of at('ActionObject').oneOf as { required: string[]; properties: Json }[]) {
    if (JSON.stringify(action.properties.name) === '{"type":"string","enum":["catalog_message"]}') {
      action.required = ['name']
    }
  }
  return schemas
}
