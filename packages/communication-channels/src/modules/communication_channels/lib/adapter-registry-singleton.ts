import type { ChannelAdapter } from './adapter.ts'

/**
 * The adapters of this process. On `globalThis`, because a module may be loaded more than once in a process
 * (by a bundler and by the server), and both copies must see the same adapters.
 */
const KEY = Symbol.for('open-mercato.communication-channels.adapters')
const holder = globalThis as { [KEY]?: Map<string, ChannelAdapter> }

function adapters(): Map<string, ChannelAdapter> {
  holder[KEY] ??= new Map()
  return holder[KEY]
}

/** @throws where the provider key is taken. Returns a function that takes the adapter out again. */
export function registerChannelAdapter(adapter: ChannelAdapter): () => void {
  if (adapters().has(adapter.providerKey)) {
    throw new Error(`A channel adapter for "${adapter.providerKey}" is registered already`)
  }
  adapters().set(adapter.providerKey, adapter)
  return () => {
    if (adapters().get(adapter.providerKey) === adapter) adapters().delete(adapter.providerKey)
  }
}

export function getChannelAdapter(providerKey: string): ChannelAdapter | undefined {
  return adapters().get(providerKey)
}

export function hasChannelAdapter(providerKey: string): boolean {
  return adapters().has(providerKey)
}

export function listChannelAdapters(): ChannelAdapter[] {
  return [...adapters().values()]
}
