import { noteRemoteAddress } from '@open-mercato/shared/lib/ratelimit/helpers'
import { sourceOf } from './source-of.ts'

function from(address: string | undefined, forwardedFor?: string): Request {
  const request = new Request('http://shop.example/', {
    headers: forwardedFor ? { 'x-forwarded-for': forwardedFor } : {},
  })
  noteRemoteAddress(request, address)
  return request
}

it.each([
  ['an IPv4 address', from('198.51.100.7'), 0, '198.51.100.7'],
  ['one written as IPv6', from('::ffff:198.51.100.7'), 0, '198.51.100.7'],
  ['the network of an IPv6 address', from('2001:db8:12:3400::1'), 0, '2001:db8:12:3400::/64'],
  ['the same however it is written', from('2001:0DB8:12:3400:9:8:7:6'), 0, '2001:db8:12:3400::/64'],
  ['a short one', from('2001:db8::1'), 0, '2001:db8:0:0::/64'],
  ['this machine', from('127.0.0.1'), 0, '127.0.0.1'],
  ['whom our proxy heard', from('10.0.0.2', '6.6.6.6, 198.51.100.7'), 1, '198.51.100.7'],
  ['nobody that a peer only claims', from('198.51.100.7', '6.6.6.6'), 0, '198.51.100.7'],
  ['nobody behind a proxy of which it was not told', from('127.0.0.1', '198.51.100.7'), 0, null],
  ['nobody behind one in the same network', from('fd00::2', '198.51.100.7'), 0, null],
  ['nobody where there is no address', from(undefined), 0, null],
  ['nobody where a proxy writes something else', from('10.0.0.2', 'unknown'), 1, null],
])('names %s', (_, request, trustedProxies, expected) => {
  expect(sourceOf(request, trustedProxies)).toBe(expected)
})
