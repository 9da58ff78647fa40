import type { Message } from './message.ts'

/**
 * Why a message has not left yet, where that deserves a line of its own: that its files are being handed over stands
 * beside its time already.
 */
export function notedWait({ status, waiting }: Message): NonNullable<Message['waiting']> | null {
  return status === 'queued' && waiting && waiting.code !== 'files' ? waiting : null
}
