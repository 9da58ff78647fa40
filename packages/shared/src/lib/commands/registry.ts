import type { CommandHandler } from './types.ts'

// The registry holds commands of every input and result; each handler checks its own input.
// biome-ignore lint/suspicious/noExplicitAny: see above
type AnyHandler = CommandHandler<any, any>

const handlers = new Map<string, AnyHandler>()

export const commandRegistry = {
  get: (id: string): AnyHandler | undefined => handlers.get(id),
  has: (id: string): boolean => handlers.has(id),
  list: (): string[] => [...handlers.keys()].sort(),
}

/** Throws when another handler already has this id. */
export function registerCommand<Input, Result>(handler: CommandHandler<Input, Result>): void {
  const known = handlers.get(handler.id)
  if (known && known !== handler) throw new Error(`There are two commands called ${handler.id}.`)
  handlers.set(handler.id, handler)
}

export function unregisterCommand(id: string): void {
  handlers.delete(id)
}
