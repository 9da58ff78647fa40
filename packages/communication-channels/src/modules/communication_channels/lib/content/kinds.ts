// Plain names, without the schemas: the screens use them too.

/** What is shown on another message (`companions.ts`). */
export const COMPANION_TYPES: readonly string[] = ['reaction', 'edit', 'revoke']

/** Rows that are no message at the provider, or that it shows on another one: neither quoted, reacted to nor read. */
export const NOTHING_SAID: readonly string[] = ['system', 'call', ...COMPANION_TYPES]

/** How far a message of ours has got when the other side has it. */
export const ARRIVED: readonly string[] = ['sent', 'delivered', 'read', 'played']
