import { isCrossSiteRequest } from './csrf.ts'

const PUBLIC_URL = 'https://shop.example'
const cookie = 'a=b; om_session=token'

it.each([
  ['a read', 'GET', { cookie, 'sec-fetch-site': 'cross-site' }, false],
  ['no cookie, so no session to ride on', 'POST', { origin: 'https://evil.example' }, false],
  ['a bearer token', 'POST', { cookie, authorization: 'Bearer x', origin: 'https://evil.example' }, false],
  ['a client that is no browser', 'POST', { cookie }, false],
  ['our own page', 'POST', { cookie, 'sec-fetch-site': 'same-origin', origin: 'http://inside:3000' }, false],
  ['our own page behind a proxy', 'POST', { cookie, origin: PUBLIC_URL }, false],
  ['another site', 'POST', { cookie, 'sec-fetch-site': 'cross-site' }, true],
  ['a sister site', 'DELETE', { cookie, 'sec-fetch-site': 'same-site' }, true],
  ['another origin in an old browser', 'PUT', { cookie, origin: 'https://evil.example' }, true],
  ['a sandboxed page', 'POST', { cookie, origin: 'null' }, true],
])('%s', (_case, method, headers, expected) => {
  const request = new Request('http://inside:3000/api/x', {
    method,
    headers: headers as Record<string, string>,
  })
  expect(isCrossSiteRequest(request, PUBLIC_URL)).toBe(expected)
})
