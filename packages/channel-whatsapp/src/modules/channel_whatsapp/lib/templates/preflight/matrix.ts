import type { TemplateCandidate } from '@open-mercato/communication-channels/modules/communication_channels/lib/adapter/template-candidate'
import { KNOWN_NOTIFICATIONS } from '@open-mercato/communication-channels/modules/communication_channels/lib/notifications/catalogue'
import {
  isSameLanguage,
  languagesToTry,
} from '@open-mercato/communication-channels/modules/communication_channels/lib/notifications/languages'
import type { Template } from '../component.ts'
import { candidatesFor } from '../for-notification.ts'
import type { TemplateMapping } from '../mapping/mapping.ts'
import { type Data, expectedKey } from '../mapping/resolve.ts'
import { mappableVariables } from '../mapping/variables.ts'
import type { PreflightCell, PreflightNumber } from './preflight.ts'

export interface PreflightFacts {
  notifications: string[]
  languages: string[]
  /** What the organisation writes in; null: it said nothing. */
  defaultLanguage: string | null
  numbers: PreflightNumber[]
  /** In every state. */
  templates: (Template & { connectionId: string })[]
  mappings: { connectionId: string; name: string; mapping: TemplateMapping }[]
}

/** For each notification in each language from each number: whether a template would carry it, and if not, why. */
export function preflightCells(facts: PreflightFacts): PreflightCell[] {
  return facts.notifications.flatMap((notification) =>
    facts.languages.flatMap((language) =>
      facts.numbers.map((number) => cellOf(facts, notification, language, number)),
    ),
  )
}

function cellOf(
  { templates, mappings, defaultLanguage }: PreflightFacts,
  notification: string,
  language: string,
  { channelId, connectionId }: PreflightNumber,
): PreflightCell {
  const own = templates.filter((one) => one.connectionId === connectionId && one.name === notification)
  const isOurs = (one: { connectionId: string; name: string }) =>
    one.connectionId === connectionId && one.name === notification
  const mapping = mappings.find(isOurs)?.mapping ?? {}
  const languages = languagesToTry({ person: language, standard: defaultLanguage, fallback: null })
  const candidates = candidatesFor({ languages, data: dataFor(notification, own, mapping) }, own, mapping)
  const alike = candidates.filter((one) => isSameLanguage(one.language, language))
  const found = verdictOn(alike.find(leaves) ?? alike[0], candidates.find(leaves))
  const { template, ...verdict } = found
  const id = own.find((one) => one.language === template?.language)?.id ?? null
  return { notification, language, channelId, ...verdict, templateId: id }
}

type Verdict = Pick<PreflightCell, 'state' | 'fallbackLanguage' | 'missing'> & {
  template: TemplateCandidate | undefined
}

/**
 * @param best    the template in the language that comes first
 * @param leaving what would leave, in whatever language
 */
function verdictOn(best: TemplateCandidate | undefined, leaving: TemplateCandidate | undefined): Verdict {
  const nothing = { fallbackLanguage: null, missing: [] }
  if (best && leaves(best)) return { ...nothing, state: 'usable', template: best }
  const missing = best?.missing ?? []
  if (leaving) {
    return { state: 'fallback', fallbackLanguage: leaving.language, missing, template: best ?? leaving }
  }
  if (!best) return { ...nothing, state: 'missing', template: undefined }
  const state = best.state === 'usable' ? 'data_missing' : best.state
  return { ...nothing, state, missing, template: best }
}

function leaves({ state, missing }: TemplateCandidate): boolean {
  return state === 'usable' && missing.length === 0
}

/** What the hub knows of everybody, beside what each notification brings along. */
const OF_PERSON: Data = { contact_name: 'Maria Nowak', contact_phone: '+48123456789' }

/** As if it was sent now; of one that only the shop knows, that it brings along what its templates ask for. */
function dataFor(notification: string, templates: Template[], mapping: TemplateMapping): Data {
  const known = KNOWN_NOTIFICATIONS.find(({ name }) => name === notification)
  if (known) return { ...OF_PERSON, ...known.samples }
  const asked = templates.flatMap(mappableVariables).map((one) => [expectedKey(one, mapping), 'x'])
  return { ...OF_PERSON, ...Object.fromEntries(asked) }
}
