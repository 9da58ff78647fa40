import { body, buttons, link, mended, said, withParts } from '../../../../../../../test/lint-cases.ts'
import type { DefinitionButton } from '../../definition/definition.ts'

const url = 'components.1.buttons.0.url'
const example = 'components.1.buttons.0.example'
const number = 'components.1.buttons.0.phone_number'
const phone = (phone_number: string): DefinitionButton => ({
  type: 'PHONE_NUMBER',
  text: 'Call',
  phone_number,
})
const having = (button: DefinitionButton) => withParts(body(), buttons(button))

describe('a link', () => {
  it.each<[string, string | undefined, string[]]>([
    ['https://shop.example/orders', undefined, []],
    ['https://shop.example/t/{{1}}', '10482', []],
    ['https://shop.example/t?id={{1}}', '10482', []],
    ['', undefined, [`refused text_missing ${url}`]],
    [`https://shop.example/${'a'.repeat(1979)}`, undefined, []],
    [`https://shop.example/${'a'.repeat(1980)}`, undefined, [`refused text_too_long ${url}`]],
    ['shop.example', undefined, [`refused url_invalid ${url}`]],
    ['https://shop', undefined, [`refused url_invalid ${url}`]],
    ['https://192.168.1.7/orders', undefined, [`refused url_invalid ${url}`]],
    ['ftp://shop.example', undefined, [`refused url_invalid ${url}`]],
    ['https://shop.example/my orders', undefined, [`refused url_invalid ${url}`]],
    ['http://shop.example', undefined, [`advice url_not_https ${url}`]],
    ['https://shop.example/t/{{1}}', undefined, [`refused url_example_missing ${example}`]],
    ['https://shop.example/{{1}}/t', '10482', [`refused url_variable ${url}`]],
    ['https://shop.example/{{1}}/{{2}}', '10482', [`refused url_variable ${url}`]],
    ['{{1}}', 'https://shop.example', [`refused url_variable ${url}`, `refused url_invalid ${url}`]],
    ['https://bit.ly/3abc', undefined, [`advice url_shortened ${url}`]],
    ['https://www.tinyurl.com/3abc', undefined, [`advice url_shortened ${url}`]],
    ['https://wa.me/48601234567', undefined, [`refused url_whatsapp ${url}`]],
    ['https://chat.whatsapp.com/abc', undefined, [`refused url_whatsapp ${url}`]],
  ])('%p', (to, of, findings) => {
    expect(said(having(link(to, of)))).toEqual(findings)
  })

  it('is encrypted at a tap', () => {
    expect(mended(having(link('http://shop.example')), 'url_not_https')).toEqual(
      having(link('https://shop.example')),
    )
  })
})

describe('a phone number', () => {
  it.each<[string, string[]]>([
    ['48601234567', []],
    ['+48601234567', []],
    ['', [`refused text_missing ${number}`]],
    ['+48 601 234 567', [`refused phone_invalid ${number}`]],
    ['call us', [`refused phone_invalid ${number}`]],
    ['4'.repeat(21), [`refused text_too_long ${number}`]],
    ['0601234567', [`advice phone_not_international ${number}`]],
    ['112', [`advice phone_not_international ${number}`]],
  ])('%p', (written, findings) => {
    expect(said(having(phone(written)))).toEqual(findings)
  })

  it('keeps its digits', () => {
    expect(mended(having(phone('+48 (601) 234-567')), 'phone_invalid')).toEqual(having(phone('+48601234567')))
    expect(() => mended(having(phone('call us')), 'phone_invalid')).toThrow('Nothing mends')
  })
})
