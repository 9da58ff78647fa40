import type { MessageContent } from '../world/message.ts'

// What a customer's phone reports by itself, or changes about what was said before, is no message of theirs.
const SAYS_NOTHING_NEW: MessageContent['type'][] = ['system', 'edit', 'revoke']

/** Whether a customer's message of this type opens the 24-hour window. */
export function opensWindow(type: MessageContent['type']): boolean {
  return !SAYS_NOTHING_NEW.includes(type)
}
