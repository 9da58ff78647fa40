import type { LookupFunction } from 'node:net'
import { Agent, buildConnector } from 'undici'
import { ChannelError } from '../../errors.ts'
import { checkHost, internalAddress, type LinkRules } from './link-rules.ts'

const CONNECT_MS = 10_000

/**
 * Connects to allowed addresses alone. A name is looked up once, every answer is checked, and the connection is made
 * to an address that was checked: a name that answers otherwise the next time has no next time.
 */
export function guardedAgent(rules: LinkRules): Agent {
  const connect = buildConnector({
    timeout: CONNECT_MS,
    lookup: checkedLookup(rules),
    autoSelectFamily: true,
  })
  return new Agent({
    // One file, one connection: nothing is kept that a later request could be led into.
    pipelining: 0,
    connect(options, callback) {
      try {
        checkHost(options.hostname, rules)
      } catch (refusal) {
        callback(refusal as Error, null)
        return
      }
      connect(options, (error, socket) => {
        if (!socket) return callback(error ?? new Error('There is no connection'), null)
        if (rules.isAllowedAddress(socket.remoteAddress ?? '')) return callback(null, socket)
        socket.destroy()
        callback(internalAddress(), null)
      })
    },
  })
}

function checkedLookup(rules: LinkRules): LookupFunction {
  return (hostname, options, callback) => {
    rules.resolve(hostname).then(
      (addresses) => {
        if (addresses.length === 0) return callback(new Error('The name has no address'), [])
        if (!addresses.every((address) => rules.isAllowedAddress(address))) {
          return callback(internalAddress(), [])
        }
        const found = addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))
        if (options.all) return callback(null, found)
        callback(null, found[0]!.address, found[0]!.family)
      },
      (error: Error) => callback(error, []),
    )
  }
}

/** The refusal of ours that is behind a failed connection, where there is one. */
export function refusalOf(failure: unknown): ChannelError | null {
  if (failure instanceof ChannelError) return failure
  if (failure instanceof AggregateError) return failure.errors.map(refusalOf).find(Boolean) ?? null
  if (failure instanceof Error && failure.cause) return refusalOf(failure.cause)
  return null
}
