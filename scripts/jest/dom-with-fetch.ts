// jsdom has no fetch family and no text codecs, browsers have: tests of screens get Node's own, so that
// a screen is tested with the Response it really receives.
import { TestEnvironment } from 'jest-environment-jsdom'

const missingInJsdom = [
  'fetch',
  'Headers',
  'Request',
  'Response',
  'TextEncoder',
  'TextDecoder',
  'ReadableStream',
  'structuredClone',
] as const

export default class DomWithFetch extends TestEnvironment {
  override async setup() {
    await super.setup()
    for (const name of missingInJsdom) {
      if (!(name in this.global)) Object.assign(this.global, { [name]: globalThis[name] })
    }
    const { crypto } = this.global
    if (!crypto.randomUUID || !crypto.subtle) {
      Object.defineProperty(this.global, 'crypto', { value: globalThis.crypto, configurable: true })
    }
  }
}
