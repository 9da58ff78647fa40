import { createContext, useContext } from 'react'
import type { InboundContentInput } from '../sim/inbound-content.ts'
import type { Customer } from '../world/customer.ts'
import type { Message } from '../world/message.ts'

/** What lies over the chat until it is answered or closed. `context` is the message it answers. */
export type SheetRequest =
  | { kind: 'location' | 'contact' | 'cart' | 'media'; context?: Message }
  | { kind: 'list'; context: Message }
  | { kind: 'edit'; message: Message; words: string }
  | { kind: 'form'; context: Message; name: string; token: string }

/** What the customer can do in the chat they are in. */
export type ChatActs = {
  customer: Customer
  /** Sends a text or another content, quoting `context`. False when the simulator refused; the chat then says why. */
  send(what: string | InboundContentInput, context?: Message): Promise<boolean>
  /** Hands over a file that is to be sent and returns its id; null when the simulator refused. */
  giveFile(file: File): Promise<string | null>
  /** Says under the chat what went wrong. */
  complain(sentence: string): void
  call(): void
  /** Listens to a voice message of the business. */
  play(message: Message): void
  replyTo(message: Message): void
  open(sheet: SheetRequest): void
}

const ChatActsContext = createContext<ChatActs | null>(null)

export const ChatActsProvider = ChatActsContext.Provider

export function useChatActs(): ChatActs {
  const acts = useContext(ChatActsContext)
  if (!acts) throw new Error('There is no chat around this.')
  return acts
}
