import { BROKEN } from '../../../../../../test/broken-template-definitions.ts'
import { body, buttons, link, marketing, reply, withParts } from '../../../../../../test/lint-cases.ts'
import { metaTemplateExamples } from '../../../../../../test/meta-template-examples.ts'
import { ACCEPTED } from '../../../../../../test/template-definitions.ts'
import { draftDefinition, wireDefinition } from '../definition/definition.ts'
import { lintTemplate } from './lint-template.ts'

/** Everything wrong at once. */
const WORST = marketing(
  { type: 'HEADER', format: 'TEXT', text: '{{1}} *{{2}}* 🎪\n' },
  body(
    '{{1}}{{2}} {{3}} {{ five }} {{Six}} {x} {{\t\n\n\nSALE: ENTER YOUR PASSWORD {{9}}',
    'test',
    '1',
    '{{1}}',
  ),
  { type: 'FOOTER', text: ' {{1}}' },
  buttons(reply('A'), link('http://bit.ly/{{1}}/x'), reply('A'), { type: 'FLOW', text: '🎪' }),
  { type: 'LIMITED_TIME_OFFER', limited_time_offer: { text: '' } },
  { type: 'CAROUSEL', cards: [{ components: [] }] },
)

// Read here alone: Meta's document takes seconds.
const published = metaTemplateExamples()
if (!published) {
  console.warn(
    'Meta’s OpenAPI document does not lie beside this repository: its examples are not tried, our own of the same forms are.',
  )
}

describe('the lint', () => {
  it.each(ACCEPTED)('has nothing to say about $what', ({ wire }) => {
    expect(lintTemplate(wireDefinition.parse(wire))).toEqual([])
  })

  if (published) {
    it.each(published)('refuses nothing that Meta publishes as an example: $what', ({ wire }) => {
      const findings = lintTemplate(wireDefinition.parse(wire))
      expect(findings.filter(({ level }) => level === 'refused')).toEqual([])
    })
  }

  it('says the same thing of the same place once', () => {
    const places = lintTemplate(WORST).map(({ code, path }) => `${code} ${path}`)
    expect(new Set(places).size).toBe(places.length)
    expect(places.length).toBeGreaterThan(20)
  })

  it('mends one thing at a time and leaves the template as it was', () => {
    const before = structuredClone(WORST)
    for (const { fix } of lintTemplate(WORST)) {
      const after = fix?.definition(WORST)
      if (after) expect(draftDefinition.safeParse(after).error).toBeUndefined()
      expect(WORST).toEqual(before)
    }
  })

  it('looks at every draft, however unfinished', () => {
    for (const { wire } of BROKEN) {
      const read = draftDefinition.safeParse({ ...wire, language: 'en', category: 'UTILITY' })
      if (read.success) expect(Array.isArray(lintTemplate(read.data))).toBe(true)
    }
    expect(lintTemplate(withParts()).map(({ code }) => code)).toEqual(['body_missing'])
  })

  it('keeps up with somebody who types', () => {
    const long = withParts(
      body('Dear {{1}}, your order and its {{2}} are here for you. '.repeat(19), 'Anna', 'tent'),
    )
    for (let warm = 0; warm < 20; warm++) lintTemplate(long)
    const times = Array.from({ length: 40 }, () => {
      const start = performance.now()
      lintTemplate(long)
      return performance.now() - start
    })
    // The fastest tells what it costs; the others, what else the machine was doing.
    expect(Math.min(...times)).toBeLessThan(5)
  })
})
