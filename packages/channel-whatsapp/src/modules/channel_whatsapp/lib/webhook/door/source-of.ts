import { BlockList, isIP, isIPv6 } from 'node:net'
import { getClientIp } from '@open-mercato/shared/lib/ratelimit/helpers'

const inside = new BlockList()
for (const [network, bits] of [
  ['127.0.0.0', 8],
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['100.64.0.0', 10],
] as const)
  inside.addSubnet(network, bits, 'ipv4')
for (const [network, bits] of [
  ['::1', 128],
  ['fc00::', 7],
  ['fe80::', 10],
] as const)
  inside.addSubnet(network, bits, 'ipv6')

/**
 * Who sends a request, as one name for everybody who can change addresses at will: an IPv4 address or the /64 of an
 * IPv6 one. Null where it cannot be told, among others behind a proxy of ours of which the host was not told: its
 * address is everybody's.
 */
export function sourceOf(request: Request, trustedProxies: number): string | null {
  const address = getClientIp(request, trustedProxies)
  if (address === null) return null
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '')
  if (!isIP(plain)) return null
  const family = isIPv6(plain) ? 'ipv6' : 'ipv4'
  const isUntoldProxy = trustedProxies === 0 && request.headers.has('x-forwarded-for')
  if (isUntoldProxy && inside.check(plain, family)) return null
  return family === 'ipv6' ? network64(plain) : plain
}

function network64(address: string): string {
  const [head = '', tail] = address.split('::')
  const left = head ? head.split(':') : []
  const right = tail ? tail.split(':') : []
  const groups =
    tail === undefined ? left : [...left, ...Array(8 - left.length - right.length).fill('0'), ...right]
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`
}
