import {
  decryptWithAesGcm,
  decryptWithAesGcmStrict,
  encryptWithAesGcm,
  generateDek,
  hashForLookup,
  setLookupPepper,
} from './aes.ts'

const key = generateDek()

it.each(['', 'hello', 'zażółć 👋', 'x'.repeat(10_000)])('opens what it sealed', (text) => {
  expect(decryptWithAesGcm(encryptWithAesGcm(text, key, 'a').value, key, 'a')).toBe(text)
})

it('never seals the same text into the same value', () => {
  expect(encryptWithAesGcm('hello', key).value).not.toBe(encryptWithAesGcm('hello', key).value)
})

it('opens neither with another key, nor in another place, nor when a bit was changed', () => {
  const { value } = encryptWithAesGcm('hello', key, 'tenant a')
  const [iv = '', sealed = '', ...rest] = value.split(':')
  const flipped = Buffer.from(sealed, 'base64')
  flipped[0]! ^= 1
  expect(decryptWithAesGcm(value, generateDek(), 'tenant a')).toBeNull()
  expect(decryptWithAesGcm(value, key, 'tenant b')).toBeNull()
  expect(decryptWithAesGcm([iv, flipped.toString('base64'), ...rest].join(':'), key, 'tenant a')).toBeNull()
})

it('says what is wrong when asked to be strict', () => {
  expect(() => decryptWithAesGcmStrict('hello', key)).toThrow(
    expect.objectContaining({ code: 'MALFORMED_PAYLOAD' }),
  )
  const { value } = encryptWithAesGcm('hello', key)
  expect(() => decryptWithAesGcmStrict(value, generateDek())).toThrow(
    expect.objectContaining({ code: 'AUTH_FAILED' }),
  )
})

it('hashes for look-up by pepper and context, whatever the case', () => {
  setLookupPepper(Buffer.alloc(32, 1))
  const hash = hashForLookup('PL.1', 'a')
  expect(hashForLookup(' pl.1 ', 'a')).toBe(hash)
  expect(hashForLookup('PL.1', 'b')).not.toBe(hash)
  setLookupPepper(Buffer.alloc(32, 2))
  expect(hashForLookup('PL.1', 'a')).not.toBe(hash)
  setLookupPepper(null)
  expect(() => hashForLookup('PL.1')).toThrow('master key')
})
