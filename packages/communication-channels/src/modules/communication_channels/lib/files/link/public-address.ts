import { BlockList, isIP } from 'node:net'

type Family = 'ipv4' | 'ipv6'

function ranges(family: Family, list: string[]): BlockList {
  const blocks = new BlockList()
  for (const range of list) {
    const [network, prefix] = range.split('/')
    blocks.addSubnet(network!, Number(prefix), family)
  }
  return blocks
}

/** What IANA lists as not globally reachable, and what is reachable from inside a cloud alone. */
const INTERNAL_4 = ranges('ipv4', [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  // Azure's host, which every machine there reaches by a public-looking address.
  '168.63.129.16/32',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
])

/** Only these were ever given out; everything else of IPv6 is local, reserved or multicast. */
const GLOBAL_6 = ranges('ipv6', ['2000::/3'])
/** Protocol assignments (Teredo among them), documentation. */
const INTERNAL_6 = ranges('ipv6', ['2001::/23', '2001:db8::/32', '3fff::/20'])

/** IPv6 addresses that mean an IPv4 address: at which of their eight groups that begins. */
const CARRIERS: { range: BlockList; group: number }[] = [
  { range: ranges('ipv6', ['::ffff:0:0/96']), group: 6 },
  { range: ranges('ipv6', ['64:ff9b::/96']), group: 6 },
  { range: ranges('ipv6', ['2002::/16']), group: 1 },
]

/** Whether an address, in the usual spelling, is one that anybody on the internet reaches. */
export function isPublicAddress(address: string): boolean {
  const version = isIP(address)
  if (version === 4) return !INTERNAL_4.check(address, 'ipv4')
  // With a zone it is of one link.
  if (version !== 6 || address.includes('%')) return false
  const groups = groupsOf(address)
  const plain = groups.map((group) => group.toString(16)).join(':')
  const isWithin = (range: BlockList) => range.check(plain, 'ipv6')
  const carrier = CARRIERS.find(({ range }) => isWithin(range))
  if (carrier) return !INTERNAL_4.check(carriedBy(groups, carrier.group), 'ipv4')
  return isWithin(GLOBAL_6) && !isWithin(INTERNAL_6)
}

function carriedBy(groups: number[], at: number): string {
  const [high, low] = [groups[at]!, groups[at + 1]!]
  return [high >> 8, high & 255, low >> 8, low & 255].join('.')
}

function groupsOf(address: string): number[] {
  // A URL writes every form of an IPv6 address in one way: hexadecimal, shortened.
  const shortened = new URL(`http://[${address}]/`).hostname.slice(1, -1)
  const [head, tail] = shortened
    .split('::')
    .map((half) => (half === '' ? [] : half.split(':').map((group) => Number.parseInt(group, 16))))
  if (!tail) return head!
  return [...head!, ...Array<number>(8 - head!.length - tail.length).fill(0), ...tail]
}
