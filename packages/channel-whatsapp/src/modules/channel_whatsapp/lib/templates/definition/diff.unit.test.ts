import {
  body,
  buttons,
  footer,
  header,
  link,
  namedBody,
  reply,
  withParts,
} from '../../../../../../test/lint-cases.ts'
import type { CardComponent, TemplateDefinition } from './definition.ts'
import { type DefinitionChange, diffDefinitions, textDiff } from './diff.ts'

const change = (path: string, before: string | null, after: string | null): DefinitionChange => ({
  path,
  kind: before === null ? 'added' : after === null ? 'removed' : 'changed',
  before,
  after,
})
const carousel = (...texts: string[]) => ({
  type: 'CAROUSEL' as const,
  cards: texts.map((text) => ({ components: [body(text) as CardComponent] })),
})

describe('what two forms of a template differ in', () => {
  it.each<[string, TemplateDefinition, TemplateDefinition, DefinitionChange[]]>([
    ['nothing', withParts(body()), withParts(body()), []],
    [
      'the frame',
      withParts(body()),
      { ...withParts(body()), category: 'MARKETING', ttlSeconds: 60 },
      [change('category', 'UTILITY', 'MARKETING'), change('ttlSeconds', null, '60')],
    ],
    ['a text', withParts(body('One')), withParts(body('Two')), [change('components.0.text', 'One', 'Two')]],
    [
      'a header before a body that stays',
      withParts(body('One')),
      withParts(header('Hello'), body('One')),
      [change('components.0.format', null, 'TEXT'), change('components.0.text', null, 'Hello')],
    ],
    [
      'a footer that goes',
      withParts(body('One'), footer('Yours')),
      withParts(body('One')),
      [change('components.1.text', 'Yours', null)],
    ],
    [
      'examples',
      withParts(body('It is {{1}} now', 'noon')),
      withParts(body('It is {{1}} now', 'night')),
      [change('components.0.example', 'noon', 'night')],
    ],
    [
      'named examples',
      withParts(namedBody('It is {{hour}} now', { hour: 'noon' })),
      withParts(namedBody('It is {{hour}} now', { hour: 'night' })),
      [change('components.0.example', 'hour: noon', 'hour: night')],
    ],
    [
      'a button’s text',
      withParts(buttons(reply('Yes'), reply('No'))),
      withParts(buttons(reply('Yes'), reply('Never'))),
      [change('components.0.buttons.1.text', 'No', 'Never')],
    ],
    [
      'a button in front of others',
      withParts(buttons(reply('Yes'))),
      withParts(buttons(link('https://shop.example'), reply('Yes'))),
      [
        change('components.0.buttons.0.type', null, 'URL'),
        change('components.0.buttons.0.text', null, 'Open'),
        change('components.0.buttons.0.url', null, 'https://shop.example'),
      ],
    ],
    [
      'a card',
      withParts(carousel('One', 'Two')),
      withParts(carousel('One', 'Three', 'Four')),
      [
        change('components.0.cards.1.components.0.text', 'Two', 'Three'),
        change('components.0.cards.2.components.0.text', null, 'Four'),
      ],
    ],
    [
      'an offer',
      withParts({ type: 'LIMITED_TIME_OFFER', limited_time_offer: { text: 'Soon', has_expiration: true } }),
      withParts({ type: 'LIMITED_TIME_OFFER', limited_time_offer: { text: 'Now', has_expiration: true } }),
      [change('components.0.limited_time_offer.text', 'Soon', 'Now')],
    ],
    [
      'a question for permission to call',
      withParts(),
      withParts({ type: 'CALL_PERMISSION_REQUEST' }),
      [change('components.0.type', null, 'CALL_PERMISSION_REQUEST')],
    ],
  ])('%s', (_, before, after, changes) => {
    expect(diffDefinitions(before, after)).toEqual(changes)
  })
})

describe('what two texts differ in', () => {
  it.each([
    ['', '', []],
    ['Hello', 'Hello', ['=Hello']],
    ['', 'Hello', ['+Hello']],
    ['Hello', '', ['-Hello']],
    ['Hello {{1}}, yes', 'Hello {{2}}, yes', ['=Hello ', '-{{1}}', '+{{2}}', '=, yes']],
    ['Your order left', 'Your parcel left', ['=Your ', '-order', '+parcel', '= left']],
    ['One two', 'One new two', ['=One ', '+new ', '=two']],
  ])('%p and %p', (before, after, parts) => {
    const signs = { same: '=', added: '+', removed: '-' }
    expect(textDiff(before, after).map(({ kind, text }) => `${signs[kind]}${text}`)).toEqual(parts)
  })

  it('put together again, makes both of them', () => {
    const [before, after] = ['Ala ma kota, a kot ma Alę. 🎪', 'Kot nie ma Ali,\nale ma {{1}}! 🎪🎪']
    const without = (gone: string) =>
      textDiff(before, after)
        .flatMap(({ kind, text }) => (kind === gone ? [] : [text]))
        .join('')
    expect([without('added'), without('removed')]).toEqual([before, after])
  })
})
