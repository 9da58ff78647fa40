import {
  body,
  bodyText,
  header,
  mended,
  namedBody,
  said,
  withParts,
} from '../../../../../../../test/lint-cases.ts'
import { wordsNeeded } from './variables.ts'

const at = 'components.0.text'
const values = ['10482', 'DHL', '24 March', 'Anna', '14:30']
const text = (words: string, count: number) => withParts(body(words, ...values.slice(0, count)))

describe('the variables of a body', () => {
  it.each<[string, number, string[]]>([
    ['Your order {{1}} has left our house today.', 1, []],
    ['{{1}} is the number of your order with us.', 1, [`refused variable_at_start ${at}`]],
    ['The number of your order with us is {{1}}', 1, [`refused variable_at_end ${at}`]],
    [
      'The number of your order with us is {{1}}  \n',
      1,
      [`refused variable_at_end ${at}`, `advice outer_spaces ${at}`],
    ],
    ['The number of your order with us is {{1}}.', 1, []],
    ['Your order goes by {{1}}{{2}} and will be with you soon.', 2, [`refused variables_adjacent ${at}`]],
    ['Your order goes by {{1}} {{2}} and will be with you soon.', 2, [`advice variables_close ${at}`]],
    ['Your order goes by {{1}}, {{2}} and will be with you soon.', 2, []],
    ['Order {{1}} left us.', 1, []],
    ['Order {{1}} left.', 1, [`refused variables_too_many ${at}`]],
    ['Order {{1}} goes by {{2}} and arrives on {{3}}.', 3, [`refused variables_too_many ${at}`]],
    ['Your order {{1}} goes by {{2}} and arrives on {{3}}.', 3, []],
  ])('%p', (words, count, findings) => {
    expect(said(text(words, count))).toEqual(findings)
  })

  it('are counted against the words beside them, as Meta’s examples bear out', () => {
    expect([1, 2, 3].map(wordsNeeded)).toEqual([3, 5, 7])
  })

  it('are counted by letters where words have no spaces', () => {
    const chinese = { ...text('您的订单{{1}}已经发出。', 1), language: 'zh_CN' }
    expect(said(chinese)).toEqual([])
  })

  it('may begin and end a header', () => {
    expect(said(withParts(header('{{1}}', '10482'), body()))).toEqual([])
  })

  it('get a full stop after the last, unless it would become a part of the value', () => {
    const end = 'variable_at_end'
    expect(bodyText(mended(text('The number of your order is {{1}} ', 1), end))).toBe(
      'The number of your order is {{1}}.',
    )
    const bare = withParts(
      namedBody('Follow it on its way at {{track_url}}', { track_url: 'https://a.example' }),
    )
    expect(() => mended({ ...bare, parameterFormat: 'NAMED' }, end)).toThrow('Nothing mends')
  })
})
