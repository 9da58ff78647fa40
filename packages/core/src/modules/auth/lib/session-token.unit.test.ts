import { createSessionToken, hashSessionToken, readSessionToken, sessionCookie } from './session-token.ts'

const request = (headers: Record<string, string>) => new Request('http://shop.test/', { headers })

test('tokens carry 256 bits and never repeat', () => {
  const token = createSessionToken()
  expect(Buffer.from(token, 'base64url')).toHaveLength(32)
  expect(createSessionToken()).not.toBe(token)
  expect(hashSessionToken(token)).toMatch(/^[0-9a-f]{64}$/)
})

test.each([
  [{ cookie: 'a=1; om_session=tok; b=2' }, 'tok'],
  [{ authorization: 'Bearer tok2', cookie: 'om_session=tok' }, 'tok2'],
  [{ authorization: 'Basic abc' }, null],
  [{ cookie: 'not_om_session=tok' }, null],
  [{ cookie: 'om_session=' }, null],
  [{}, null],
])('a request with %j brings the token %j', (headers, token) => {
  expect(readSessionToken(request(headers as Record<string, string>))).toBe(token)
})

test('the cookie is out of reach of scripts and other sites, and secure where the product is', () => {
  const local = sessionCookie('tok', { publicUrl: 'http://localhost:3000', maxAgeSeconds: 60 })
  expect(local).toBe('om_session=tok; Path=/; Max-Age=60; HttpOnly; SameSite=Lax')
  expect(sessionCookie('tok', { publicUrl: 'https://shop.test', maxAgeSeconds: 60 })).toContain('; Secure')
})
