import {
  body,
  buttons,
  footer,
  header,
  image,
  marketing,
  mended,
  reply,
  said,
  withParts,
} from '../../../../../../../test/lint-cases.ts'
import type { DefinitionComponent } from '../../definition/definition.ts'

const long = (length: number) =>
  'ab cd '
    .repeat(200)
    .slice(0, length - 1)
    .trimEnd()
    .padEnd(length, 'x')
const sampled = (format: 'IMAGE' | 'DOCUMENT', type: string): DefinitionComponent => ({
  type: 'HEADER',
  format,
  example: { header_handle: [`4::${btoa(type)}:ARa:e:1:2:3`] },
})
const offer: DefinitionComponent = { type: 'LIMITED_TIME_OFFER', limited_time_offer: { text: 'Ends soon' } }
const carousel = (text: string): DefinitionComponent => ({
  type: 'CAROUSEL',
  cards: [1, 2].map(() => ({
    components: [image as never, { type: 'BODY', text }, { type: 'BUTTONS', buttons: [reply('Stop')] }],
  })),
})

describe('the texts of a template', () => {
  it.each<[string, DefinitionComponent[], string[]]>([
    ['a body alone', [body()], []],
    ['no body', [header('Hello you')], ['refused body_missing components']],
    ['a blank body', [body('  ')], ['refused body_missing components.0.text']],
    ['the longest body', [body(long(1024))], []],
    ['a longer one', [body(long(1025))], ['refused text_too_long components.0.text']],
    ['emoji count once', [body(`${long(1023)}🎪`)], []],
    ['the longest header', [header(long(60)), body()], []],
    ['a longer one', [header(long(61)), body()], ['refused text_too_long components.0.text']],
    ['a header without a text', [header(''), body()], ['refused text_missing components.0.text']],
    ['a header with one variable', [header('Hello {{1}}', 'Anna'), body()], []],
    [
      'a header with two',
      [header('Hello {{1}} and {{2}}', 'Anna', 'Jan'), body()],
      ['refused header_variables components.0.text'],
    ],
    ['a header with an emoji', [header('Hello 🎪'), body()], ['refused header_formatting components.0.text']],
    [
      'a header of two lines',
      [header('Hello\nyou'), body()],
      ['refused header_formatting components.0.text'],
    ],
    ['a picture with a sample', [image, body()], []],
    [
      'a picture without one',
      [{ type: 'HEADER', format: 'IMAGE' }, body()],
      ['refused header_sample_missing components.0.example'],
    ],
    [
      'a picture with a film as its sample',
      [sampled('IMAGE', 'video/mp4'), body()],
      ['refused header_sample_kind components.0.example'],
    ],
    ['a document with a PDF', [sampled('DOCUMENT', 'application/pdf'), body()], []],
    ['a place needs no sample', [{ type: 'HEADER', format: 'LOCATION' }, body()], []],
    ['the longest footer', [body(), footer(long(60))], []],
    ['a longer one', [body(), footer(long(61))], ['refused text_too_long components.1.text']],
    ['an empty footer', [body(), footer('')], ['refused text_missing components.1.text']],
    [
      'a footer with a variable',
      [body(), footer('Yours, {{1}} team')],
      ['refused footer_variables components.1.text'],
    ],
  ])('%s', (_, components, findings) => {
    expect(said(withParts(...components))).toEqual(findings)
  })

  it('may be shorter in offers and on cards', () => {
    const tooLong = (definition: Parameters<typeof said>[0]) =>
      said(definition).filter((finding) => finding.includes('text_too_long'))
    expect(tooLong(marketing(offer, body(`stop ${long(595)}`)))).toEqual([])
    expect(tooLong(marketing(offer, body(`stop ${long(596)}`)))).toEqual([
      'refused text_too_long components.1.text',
    ])
    expect(tooLong(marketing(body(), carousel(long(160))))).toEqual([])
    expect(tooLong(marketing(body(), carousel(long(161))))).toEqual([
      'refused text_too_long components.1.cards.0.components.1.text',
      'refused text_too_long components.1.cards.1.components.1.text',
    ])
  })

  it('lose an empty header and an empty footer at a tap', () => {
    expect(mended(withParts(header(''), body()), 'text_missing').components).toEqual([body()])
    const empty = withParts(body(), footer(''), buttons(reply('Yes')))
    expect(mended(empty, 'text_missing').components).toEqual([body(), buttons(reply('Yes'))])
  })
})
