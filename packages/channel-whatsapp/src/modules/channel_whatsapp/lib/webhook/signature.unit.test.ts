import { createHmac } from 'node:crypto'
import { isSignedBy } from './signature.ts'

const body = Buffer.from('{"text":"Zażółć \\/ \\u00fc"}')
const signature = `sha256=${createHmac('sha256', 'secret').update(body).digest('hex')}`

describe('a webhook counts as signed', () => {
  it('only with the secret it was signed with', () => {
    expect(isSignedBy('secret', body, signature)).toBe(true)
    expect(isSignedBy('other', body, signature)).toBe(false)
  })

  it('only for exactly the bytes that were signed', () => {
    expect(isSignedBy('secret', Buffer.from(`${body} `), signature)).toBe(false)
  })

  it.each([
    ['absent', null],
    ['empty', ''],
    ['without the scheme', signature.slice(7)],
    ['of another scheme', signature.replace('sha256', 'sha1')],
    ['cut short', signature.slice(0, -2)],
    ['not hexadecimal', `${signature.slice(0, -1)}g`],
    ['upper-case', signature.toUpperCase()],
  ])('never with a header that is %s', (_, header) => {
    expect(isSignedBy('secret', body, header)).toBe(false)
  })
})
