import { Fragment, useEffect, useRef, useState } from 'react'
import type { Customer } from '../world/customer.ts'
import type { Message } from '../world/message.ts'
import { Avatar } from './Avatar.tsx'
import { Bubble } from './Bubble.tsx'
import { ChatSheet } from './ChatSheet.tsx'
import { Composer } from './Composer.tsx'
import { type ChatActs, ChatActsProvider, type SheetRequest } from './chat-acts.ts'
import type { LiveWorld } from './live-world.ts'
import { type NextMessage, noticeOf } from './next-message.ts'
import { ADVERTISEMENT } from './samples.ts'
import { dayOf } from './show-time.ts'
import { simulator } from './simulator-client.ts'
import { readThread } from './thread.ts'

const HOUR_MS = 3_600_000

type ChatProps = {
  world: LiveWorld
  customer: Customer
  number: LiveWorld['accounts'][number]['numbers'][number]
  next: NextMessage
  onSent: () => void
  onBack: () => void
}

export function Chat({ world, customer, number, next, onSent, onBack }: ChatProps) {
  const end = useRef<HTMLDivElement>(null)
  const [quoted, setQuoted] = useState<Message | null>(null)
  const [sheet, setSheet] = useState<SheetRequest | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const messages = world.messages.filter(
    (message) => message.phoneNumberId === number.id && message.customerId === customer.id,
  )
  const items = readThread(messages)
  const unread = messages.filter(
    (message) => message.direction === 'outbound' && message.status === 'delivered',
  ).length
  const typingUntil = world.typing[`${number.id}:${customer.id}`]
  const lastFromBusiness = messages.findLast((message) => message.direction === 'outbound')
  const isTyping =
    typingUntil !== undefined &&
    Date.parse(typingUntil) > Date.now() &&
    Date.parse(lastFromBusiness?.createdAt ?? '1970-01-01') < Date.parse(typingUntil) - 25_000

  const attempt = async (act: Promise<unknown>) => {
    const failure = await act.then(
      () => null,
      (error: Error) => error.message,
    )
    setProblem(failure)
    return failure === null
  }
  const chat = { customerId: customer.id, phoneNumberId: number.id }
  const acts: ChatActs = {
    customer,
    async send(what, context) {
      const { hoursAgo, forwarded, fromAd } = next
      const sent = await attempt(
        simulator.send({
          ...chat,
          ...(typeof what === 'string' ? { text: what } : { content: what }),
          ...(hoursAgo === null ? {} : { sentAt: new Date(Date.now() - hoursAgo * HOUR_MS).toISOString() }),
          ...(forwarded ? { forwarded } : {}),
          ...(fromAd ? { referral: ADVERTISEMENT } : {}),
          ...(context ? { contextWamid: context.wamid } : {}),
        }),
      )
      if (sent) {
        setQuoted(null)
        onSent()
      }
      return sent
    },
    async giveFile(file) {
      let id: string | null = null
      const keep = (given: string) => {
        id = given
      }
      await attempt(simulator.giveFile(number.id, file).then(keep))
      return id
    },
    complain: setProblem,
    call: () => void attempt(simulator.call({ ...chat, outcome: 'answered' })),
    play: (message) => void attempt(simulator.play(message.wamid)),
    replyTo: setQuoted,
    open: setSheet,
  }

  // An open chat reads what arrives in it.
  useEffect(() => {
    if (unread > 0) void simulator.openChat(customer.id, number.id)
  }, [unread, customer.id, number.id])
  const notice = noticeOf(next)
  // biome-ignore lint/correctness/useExhaustiveDependencies: scrolls whenever something takes room from the last message
  useEffect(() => {
    end.current?.scrollIntoView({ block: 'end' })
  }, [items.length, items.at(-1)?.reactions.length, isTyping, notice, quoted])

  return (
    <ChatActsProvider value={acts}>
      <section className="chat" aria-label={`Chat with ${number.verifiedName}`}>
        <header className="app-bar">
          <button type="button" className="back" onClick={onBack} aria-label="Back to the chats">
            <svg viewBox="0 0 24 24" aria-hidden="true">
              <path d="M15 4 7 12l8 8" />
            </svg>
          </button>
          <Avatar name={number.verifiedName} />
          <span className="app-bar-text">
            <h2>{number.verifiedName}</h2>
            <small>{isTyping ? 'typing…' : number.displayPhoneNumber}</small>
          </span>
        </header>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a keyboard scrolls only what it can focus */}
        <div className="bubbles" role="log" aria-label="Messages" tabIndex={0}>
          {items.length === 0 && (
            <p className="empty">Nothing here yet. Say hello to {number.verifiedName}.</p>
          )}
          {items.map((item, index) => (
            <Fragment key={item.message.wamid}>
              {dayOf(item.message.sentAt) !== (index > 0 ? dayOf(items[index - 1]!.message.sentAt) : '') && (
                <p className="day">{dayOf(item.message.sentAt)}</p>
              )}
              <Bubble item={item} />
            </Fragment>
          ))}
          <div ref={end} />
        </div>
        <Composer
          quoted={quoted}
          problem={sheet ? null : problem}
          notice={notice}
          onUnquote={() => setQuoted(null)}
        />
        {sheet && <ChatSheet sheet={sheet} problem={problem} onClose={() => setSheet(null)} />}
      </section>
    </ChatActsProvider>
  )
}
