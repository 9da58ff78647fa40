import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import de from '../../i18n/de.json' with { type: 'json' }
import en from '../../i18n/en.json' with { type: 'json' }
import es from '../../i18n/es.json' with { type: 'json' }
import pl from '../../i18n/pl.json' with { type: 'json' }
import { codesOf, ERROR_TABLE } from './error-table.ts'
import { findError } from './find-error.ts'

type Codes = (number | { from: number; to: number })[]

/** Meta's error reference, November 2026. */
const META_CODES = expand([
  ...[0, 1, 2, 3, 4, 10, 33, 100, 190, { from: 200, to: 299 }, 368, 613, 80007],
  ...[130403, 130429, 130472, 130497],
  ...[131000, 131005, 131008, 131009, 131016, 131020, 131021, 131026, 131030, 131031, 131037, 131041],
  ...[131042, 131044, 131045, { from: 131047, to: 131053 }, 131055, 131056, 131057],
  ...[{ from: 131059, to: 131064 }, 131201, 131202, 131204, { from: 131207, to: 131215 }],
  ...[132000, 132001, 132005, 132007, 132008, 132012, 132015, 132016, 132018, 132068, 132069],
  ...[133000, 133004, 133005, 133006, 133008, 133009, 133010, 133015, 133016],
  ...[134011, { from: 134100, to: 134102 }, 135000, 136024, 137000],
  ...[
    { from: 138000, to: 138018 },
    { from: 139000, to: 139004 },
    { from: 139100, to: 139103 },
  ],
  ...[{ from: 147001, to: 147005 }, { from: 200005, to: 200007 }, 1752041],
  ...[2388001, 2388012, 2388019, 2388039, 2388040, 2388047, 2388072, 2388073, 2388091, 2388093],
  ...[2388103, 2388293, 2388299, 2494100, { from: 2494164, to: 2494179 }],
  ...[2593079, 2593085, { from: 2593107, to: 2593109 }],
])

function expand(codes: Codes): number[] {
  return codes.flatMap((code) => {
    if (typeof code === 'number') return [code]
    return Array.from({ length: code.to - code.from + 1 }, (_, offset) => code.from + offset)
  })
}

const ascending = (codes: number[]) => [...codes].sort((a, b) => a - b)
const listed = ERROR_TABLE.flatMap(codesOf)

describe('the error table', () => {
  it('has every code of Meta’s reference exactly once, and no other', () => {
    expect(ascending(listed)).toEqual(ascending(META_CODES))
  })

  it('has one row for each typed error', () => {
    const names = ERROR_TABLE.map(({ error }) => error)
    expect(names).toEqual([...new Set(names)])
  })

  it('takes exactly five codes for messages that may have gone out', () => {
    const unknown = ERROR_TABLE.filter(({ retry }) => retry.kind === 'unknown').flatMap(codesOf)
    expect(ascending(unknown)).toEqual([1, 2, 131000, 131016, 133004])
  })

  it('asks for a new access token on exactly two codes', () => {
    const ended = ERROR_TABLE.filter(({ reauthorise }) => reauthorise).flatMap(codesOf)
    expect(ascending(ended)).toEqual([0, 190])
  })

  it.each([987654, -1, 12.5, Number.NaN])('calls the unheard-of code %p a refusal by Meta', (code) => {
    expect(findError(code)).toMatchObject({ error: 'refused_by_meta', retry: { kind: 'when_fixed' } })
  })

  const reference = join(import.meta.dirname, '../../../../../../../../shared/facts/error-codes.json')

  it('covers the reference list that lies beside the repository', () => {
    if (!existsSync(reference))
      return console.warn('No error-codes.json beside the repository: not compared.')
    const { errors } = JSON.parse(readFileSync(reference, 'utf8')) as { errors: { codes: Codes }[] }
    const missing = errors.flatMap(({ codes }) => expand(codes)).filter((code) => !listed.includes(code))
    expect(missing).toEqual([])
  })
})

describe('the words of the errors', () => {
  const languages: Record<string, Record<string, string>> = { en, pl, de, es }
  const errors = [
    ...new Set([
      ...ERROR_TABLE.map(({ error }) => error),
      'graph_unreachable',
      'answer_unreadable',
      'phone_required',
      'setting_refused',
      'app_id_missing',
      'credentials_missing',
      'webhook_url_too_long',
      'webhook_not_confirmed',
      'picture_too_large',
      'picture_unreadable',
      'file_too_large',
      'block_needs_message',
      'media_gone',
      'media_address_expired',
      'media_address_closed',
      'media_address_untrusted',
      'media_interrupted',
      'media_damaged',
      'template_refused',
      'template_not_editable',
      'template_action_refused',
      'template_gone',
      'template_not_writable',
      'template_unchanged',
      'template_outcome_unknown',
      'template_hourly_limit',
      'draft_changed',
      'template_deleted',
      'template_back_in_review',
      'template_now_rejected',
      ...['values', 'header', 'buttons', 'cards'].map((part) => `template_${part}_changed`),
      ...['image', 'video', 'document'].flatMap((kind) => [`sample_not_${kind}`, `sample_${kind}_too_large`]),
    ]),
  ]

  it.each(errors)('of %s are there in four languages, each its own', (error) => {
    for (const part of ['reason', 'action']) {
      const words = Object.values(languages).map(
        (texts) => texts[`channel_whatsapp.problem.${error}.${part}`],
      )
      expect(words).toEqual(Array(4).fill(expect.stringMatching(/^\p{Lu}.{5,}\.$/u)))
      expect(new Set(words).size).toBe(4)
    }
  })

  it.each(Object.keys(languages))('belong in %s to errors that exist', (language) => {
    const named = Object.keys(languages[language]!).flatMap(
      (key) => /^channel_whatsapp\.problem\.(.+)\.(?:reason|action)$/.exec(key)?.[1] ?? [],
    )
    expect([...new Set(named)].sort()).toEqual([...errors].sort())
  })
})
