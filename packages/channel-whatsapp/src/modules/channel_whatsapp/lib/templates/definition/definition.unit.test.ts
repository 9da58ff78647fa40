import { BROKEN } from '../../../../../../test/broken-template-definitions.ts'
import { ACCEPTED } from '../../../../../../test/template-definitions.ts'
import { draftDefinition, templateDefinition, toWire, wireDefinition } from './definition.ts'

describe('what Meta takes', () => {
  it.each(ACCEPTED)('is taken: $what', ({ wire }) => {
    const definition = wireDefinition.parse(wire)
    expect(templateDefinition.parse(definition)).toEqual(definition)
    expect(wireDefinition.parse(toWire(definition))).toEqual(definition)
  })

  it.each(BROKEN)('and what it does not is refused: $what', ({ wire }) => {
    expect(wireDefinition.safeParse(wire).success).toBe(false)
  })
})

describe('a definition', () => {
  it('has one form, however Meta’s kinds were written', () => {
    const definition = wireDefinition.parse({
      name: 'coupon',
      language: 'en',
      category: 'Marketing',
      components: [
        { type: 'header', format: 'image' },
        {
          type: 'buttons',
          buttons: [
            { type: 'copy_code', example: ['TENT25'] },
            { type: 'url', text: 'Open', url: 'https://shop.example/{{1}}', example: 'tents' },
            { type: 'flow', text: 'Go', flow_id: 77, flow_action: 'NAVIGATE', icon: 'review' },
          ],
        },
      ],
    })
    expect(definition).toEqual({
      name: 'coupon',
      language: 'en',
      category: 'MARKETING',
      parameterFormat: 'POSITIONAL',
      components: [
        { type: 'HEADER', format: 'IMAGE' },
        {
          type: 'BUTTONS',
          buttons: [
            { type: 'COPY_CODE', example: 'TENT25' },
            { type: 'URL', text: 'Open', url: 'https://shop.example/{{1}}', example: ['tents'] },
            { type: 'FLOW', text: 'Go', flow_id: '77', flow_action: 'navigate', icon: 'REVIEW' },
          ],
        },
      ],
    })
  })

  it('that is refused says where', () => {
    const read = wireDefinition.safeParse({
      name: 'two_bodies',
      language: 'en',
      category: 'UTILITY',
      components: [
        { type: 'BODY', text: 'a' },
        { type: 'BODY', text: 'b' },
      ],
    })
    expect(read.error?.issues.map(({ path }) => path)).toEqual([['components', 1]])
  })
})

describe('a draft', () => {
  const frame = { language: 'pl', category: 'UTILITY' }

  it('may lack everything but its language and category', () => {
    expect(draftDefinition.parse(frame)).toEqual({
      ...frame,
      name: '',
      parameterFormat: 'POSITIONAL',
      components: [],
    })
  })

  it.each([
    ['an unfinished name', { name: 'Zamówienie wysłane!' }],
    ['a list of buttons without any', { components: [{ type: 'BUTTONS', buttons: [] }] }],
    [
      'a flow that is not chosen',
      { components: [{ type: 'BUTTONS', buttons: [{ type: 'FLOW', text: '' }] }] },
    ],
    ['a carousel without cards', { components: [{ type: 'CAROUSEL', cards: [] }] }],
  ])('may have %s', (_, more) => {
    expect(draftDefinition.safeParse({ ...frame, ...more }).success).toBe(true)
  })

  it.each([
    ['an unknown component', { components: [{ type: 'SIGNATURE' }] }],
    ['an unknown button', { components: [{ type: 'BUTTONS', buttons: [{ type: 'EMAIL', text: '' }] }] }],
    ['a text beyond all bounds', { components: [{ type: 'BODY', text: 'a'.repeat(5_001) }] }],
    ['components beyond all bounds', { components: Array(11).fill({ type: 'BODY' }) }],
    ['an unknown key', { owner: 'Anna' }],
  ])('may not have %s', (_, more) => {
    expect(draftDefinition.safeParse({ ...frame, ...more }).success).toBe(false)
  })
})
