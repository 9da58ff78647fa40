import { metaJson, signWebhook } from './signature.ts'

test('JSON leaves as Meta writes it', () => {
  expect(metaJson({ text: 'Zażółć 😀 a/b "q"' })).toBe(
    '{"text":"Za\\u017c\\u00f3\\u0142\\u0107 \\ud83d\\ude00 a\\/b \\"q\\""}',
  )
  expect(JSON.parse(metaJson({ text: 'Zażółć 😀 a/b' }))).toEqual({ text: 'Zażółć 😀 a/b' })
})

test('the signature is the HMAC of the bytes', () => {
  const expected = 'sha256=f7bc83f430538424b13298e6aa6fb143ef4d59a14946175997479dbc2d1a3cd8'
  expect(signWebhook('The quick brown fox jumps over the lazy dog', 'key')).toBe(expected)
})
