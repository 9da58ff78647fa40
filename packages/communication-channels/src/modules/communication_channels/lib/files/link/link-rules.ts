import { lookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import { ChannelError } from '../../errors.ts'
import { isPublicAddress } from './public-address.ts'

/** To where a link may lead. An argument of every call, so that no setting of a running product can widen it. */
export interface LinkRules {
  isAllowedAddress(address: string): boolean
  isAllowedPort(port: number): boolean
  /** Every address of a name. */
  resolve(hostname: string): Promise<string[]>
}

export const PUBLIC_INTERNET: LinkRules = {
  isAllowedAddress: isPublicAddress,
  isAllowedPort: (port) => port === 80 || port === 443,
  resolve: async (hostname) => (await lookup(hostname, { all: true })).map(({ address }) => address),
}

/** Names that are given inside a network, never on the internet (RFC 6761, 6762, 8375, ICANN's `.internal`). */
const INTERNAL_NAMES = /(^|\.)(localhost|local|internal|intranet|lan|corp|home|home\.arpa|localdomain|onion)$/

/**
 * Reads a link and checks what can be checked without asking anybody; the addresses behind a name are checked when
 * they are connected to (`guarded-agent.ts`).
 *
 * @throws ChannelError 422 `link_forbidden`
 */
export function checkLink(link: string, rules: LinkRules): URL {
  // Reading it brings every spelling of an address (127.1, 0x7f000001, 2130706433) into the usual one.
  if (!URL.canParse(link)) throw linkForbidden('It is no address.')
  const url = new URL(link)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw linkForbidden('Only addresses that begin with http:// or https:// are fetched.')
  }
  if (url.username !== '' || url.password !== '') {
    throw linkForbidden('There is a user name or a password in it.')
  }
  const port = Number(url.port || (url.protocol === 'https:' ? 443 : 80))
  if (!rules.isAllowedPort(port)) throw linkForbidden('Only the usual ports, 80 and 443, are allowed.')
  checkHost(url.hostname, rules)
  return url
}

/** @throws ChannelError 422 `link_forbidden` */
export function checkHost(hostname: string, rules: LinkRules): void {
  const host = hostname.replace(/^\[|\]$/g, '')
  if (isIP(host) !== 0) {
    if (!rules.isAllowedAddress(host)) throw internalAddress()
    return
  }
  const name = host.toLowerCase().replace(/\.$/, '')
  if (!name.includes('.') || INTERNAL_NAMES.test(name)) throw internalAddress()
}

export function internalAddress(): ChannelError {
  return linkForbidden('It leads to an internal address.')
}

function linkForbidden(why: string): ChannelError {
  return new ChannelError(
    422,
    'link_forbidden',
    `This link is not fetched. ${why}`,
    'Give a link that everybody on the internet can open, or upload the file.',
  )
}
