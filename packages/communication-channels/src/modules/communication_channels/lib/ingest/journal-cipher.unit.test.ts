import { randomBytes } from 'node:crypto'
import { openBody, sealBody } from './journal-cipher.ts'

const key = () => randomBytes(32).toString('base64')
const body = Buffer.from([0, 255, 10, 13, 128])

describe('a delivery in the journal', () => {
  it('comes back byte for byte', () => {
    const dek = key()
    expect(openBody(sealBody(body, dek, 'id'), dek, 'id')).toEqual(body)
  })

  it('is not readable with another tenant’s key', () => {
    const sealed = sealBody(body, key(), 'id')
    expect(() => openBody(sealed, key(), 'id')).toThrow()
  })

  it('cannot be moved to another row or altered', () => {
    const dek = key()
    const sealed = sealBody(body, dek, 'id')
    expect(() => openBody(sealed, dek, 'other id')).toThrow()
    sealed[sealed.length - 1]! ^= 1
    expect(() => openBody(sealed, dek, 'id')).toThrow()
  })
})
