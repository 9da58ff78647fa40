import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import de from '../../../i18n/de.json' with { type: 'json' }
import en from '../../../i18n/en.json' with { type: 'json' }
import es from '../../../i18n/es.json' with { type: 'json' }
import pl from '../../../i18n/pl.json' with { type: 'json' }
import { paramsInWords } from './finding-params.ts'
import { findingSentence } from './finding-words.ts'

const locales: [string, Record<string, string>][] = Object.entries({ en, pl, de, es })
const rules = readdirSync(join(import.meta.dirname, 'rules')).filter(
  (file) => !file.endsWith('.unit.test.ts'),
)
const source = rules.map((file) => readFileSync(join(import.meta.dirname, 'rules', file), 'utf8')).join('\n')
const spoken = [...source.matchAll(/(?:refused|advice)\(\s*'([a-z_]+)'/g)].map((match) => match[1]!)
const worded = Object.keys(en).flatMap(
  (key) => /^channel_whatsapp\.finding\.([a-z_]+)\.title$/.exec(key)?.[1] ?? [],
)
const placeholders = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([name]) => name).sort()

describe('the words of findings', () => {
  it('are there for every code', () => {
    const codes = new Set(spoken)
    expect(codes.size).toBeGreaterThan(70)
    expect([...codes].filter((code) => !worded.includes(code))).toEqual([])
    for (const code of codes) expect(en).toHaveProperty([`channel_whatsapp.finding.${code}.why`])
  })

  it.each(locales)('have the same blanks in %s', (_, texts) => {
    for (const [key, text] of Object.entries(en)) {
      if (!key.startsWith('channel_whatsapp.finding.')) continue
      expect([key, placeholders(texts[key] ?? '')]).toEqual([key, placeholders(text)])
    }
  })

  it('make a sentence for programs', () => {
    const params = { kind: 'QUICK_REPLY', max: 10, count: 11 }
    expect(findingSentence({ code: 'buttons_too_many_of_kind', params })).toBe(
      '11 buttons of the kind “quick reply”, and 10 may be there.',
    )
    expect(findingSentence({ code: 'variable_at_end', params: { variable: '{{1}}' } })).toBe(
      'The text ends with the variable {{1}}.',
    )
  })

  it('name languages and letters as the reader does', () => {
    const say = (key: string) => (de as Record<string, string>)[key] ?? key
    expect(paramsInWords({ language: 'pt_BR', other: 'pl', script: 'Greek' }, say, 'de')).toEqual({
      language: 'Portugiesisch (Brasilien)',
      other: 'Polnisch',
      script: 'griechischer',
    })
    expect(paramsInWords({ language: 'no such' }, say, 'de')).toEqual({ language: 'no such' })
  })
})
