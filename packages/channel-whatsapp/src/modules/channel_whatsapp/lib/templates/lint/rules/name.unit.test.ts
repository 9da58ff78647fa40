import { body, mended, said, withParts } from '../../../../../../../test/lint-cases.ts'
import { plainName } from './name.ts'

const named = (name: string) => ({ ...withParts(body()), name })

describe('the name of a template', () => {
  it.each([
    ['order_sent_2', []],
    ['a'.repeat(512), []],
    ['', ['refused name_missing name']],
    ['a'.repeat(513), ['refused text_too_long name']],
    ['Order sent', ['refused name_bad_characters name']],
    ['order-sent', ['refused name_bad_characters name']],
  ])('%p', (name, findings) => {
    expect(said(named(name))).toEqual(findings)
  })

  it('is mended into Meta’s letters', () => {
    expect(mended(named('Zamówienie Wysłane! (Łódź)'), 'name_bad_characters').name).toBe(
      'zamowienie_wyslane_lodz',
    )
    expect(plainName('Größe')).toBe('grosse')
    expect(said(named('你好'))).toEqual(['refused name_bad_characters name'])
  })

  const about = {
    takenNames: [{ name: 'order_sent', language: 'en' }],
    blockedNames: [{ name: 'order_gone', until: '2026-12-20T10:00:00.000Z' }],
  }
  it('may stand once in a language', () => {
    expect(said(named('order_sent'), about)).toEqual(['refused name_taken name'])
    expect(said({ ...named('order_sent'), language: 'en_US' }, about)).toEqual([])
  })

  it('may be held back after a template was deleted', () => {
    expect(said(named('order_gone'), about)).toEqual(['refused name_blocked name'])
  })

  it('is settled for a template that exists', () => {
    expect(said(named('order_sent'), { ...about, isEdit: true })).toEqual([])
  })
})
