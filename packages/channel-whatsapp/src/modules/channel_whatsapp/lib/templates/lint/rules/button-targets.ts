import { lengthOf } from '../../../content/limits.ts'
import type { DefinitionButton } from '../../definition/definition.ts'
import { placedVariables, replaceVariables } from '../../definition/variables-in.ts'
import { advice, type Finding, refused } from '../finding.ts'
import { PHONE_MAX, URL_MAX } from '../limits.ts'
import { mend } from '../mend.ts'
import type { LintSubject } from '../subject.ts'

type UrlButton = Extract<DefinitionButton, { type: 'URL' }>

/** Where the buttons lead: links and phone numbers. */
export function* lintButtonTargets({ top, cards }: LintSubject): Generator<Finding> {
  for (const { buttons } of [top, ...cards]) {
    for (const [index, button] of buttons?.component.buttons.entries() ?? []) {
      const at = `${buttons!.path}.buttons.${index}`
      if (button.type === 'URL') yield* lintUrl(button, at)
      if (button.type === 'PHONE_NUMBER') yield* lintPhone(button.phone_number, `${at}.phone_number`)
    }
  }
}

/** Meta's reviewers refuse these, for they hide where they lead. */
const SHORTENERS = new Set([
  'bit.ly',
  'tinyurl.com',
  't.co',
  'goo.gl',
  'ow.ly',
  'is.gd',
  'buff.ly',
  'rebrand.ly',
  'cutt.ly',
  'rb.gy',
  'shorturl.at',
  'tiny.cc',
  't.ly',
  'bl.ink',
  's.id',
])
/** Meta takes no links that lead back to itself. */
const WHATSAPP = /(^|\.)(wa\.me|whatsapp\.com)$/

function* lintUrl(button: UrlButton, at: string): Generator<Finding> {
  const { url } = button
  const path = `${at}.url`
  if (url.trim() === '') {
    yield refused('text_missing', path)
    return
  }
  const length = lengthOf(url)
  if (length > URL_MAX) yield refused('text_too_long', path, { max: URL_MAX, length })
  yield* lintUrlVariable(button, at)
  const host = hostOf(url)
  if (!host) yield refused('url_invalid', path)
  else if (WHATSAPP.test(host)) yield refused('url_whatsapp', path)
  else if (SHORTENERS.has(host)) yield advice('url_shortened', path, { host })
  if (/^http:/i.test(url))
    yield advice(
      'url_not_https',
      path,
      {},
      mend<string>('https', path, (one) => one.replace(/^http:/i, 'https:')),
    )
}

function* lintUrlVariable({ url, example }: UrlButton, at: string): Generator<Finding> {
  const variables = placedVariables(url)
  if (variables.length === 0) return
  const [first] = variables
  if (variables.length > 1 || first!.end !== url.length || first!.start === 0)
    yield refused('url_variable', `${at}.url`, { count: variables.length })
  if (!example?.[0]?.trim()) yield refused('url_example_missing', `${at}.example`)
}

/** Of an address on the open internet; null for everything else. */
function hostOf(url: string): string | null {
  const filled = replaceVariables(url, () => 'x')
  if (!/^https?:\/\//i.test(filled) || /\s/.test(filled)) return null
  const host = URL.parse(filled)?.hostname.replace(/^www\./, '')
  return host && /\.[a-z][a-z0-9-]+$/i.test(host) ? host.toLowerCase() : null
}

function* lintPhone(phone: string, path: string): Generator<Finding> {
  const length = lengthOf(phone)
  if (phone.trim() === '') yield refused('text_missing', path)
  else if (length > PHONE_MAX) yield refused('text_too_long', path, { max: PHONE_MAX, length })
  else if (!/^\+?\d+$/.test(phone)) {
    const plain = phone.replace(/[\s().\-/]/g, '')
    const fix = /^\+?\d+$/.test(plain) ? mend<string>('plain_phone', path, () => plain) : null
    yield refused('phone_invalid', path, {}, fix)
  } else if (!/^\+?[1-9]\d{6,14}$/.test(phone)) yield advice('phone_not_international', path)
}
