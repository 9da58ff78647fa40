import { useState } from 'react'
import { Chat } from './Chat.tsx'
import { ChatList } from './ChatList.tsx'
import { useLiveWorld } from './live-world.ts'
import { type NextMessage, plainNextMessage } from './next-message.ts'
import { People } from './People.tsx'
import { Phone } from './Phone.tsx'
import { usePlace } from './place.ts'
import { ToolsPanel } from './ToolsPanel.tsx'

export function PhonePage() {
  const world = useLiveWorld()
  const [place, setPlace] = usePlace()
  const [next, setNext] = useState<NextMessage>(plainNextMessage)
  const [sheet, setSheet] = useState<'people' | 'tools' | null>(null)

  if (!world) return <p className="loading">Connecting to the simulator…</p>
  const customer = world.customers.find((person) => person.id === place.customerId) ?? world.customers[0]!
  const numbers = world.accounts.flatMap((account) => account.numbers)
  const number = numbers.find((candidate) => candidate.id === place.phoneNumberId) ?? null
  const open = (phoneNumberId: string | null) => setPlace({ customerId: customer.id, phoneNumberId })

  return (
    <div className="desk" data-sheet={sheet ?? 'none'}>
      <header className="desk-bar">
        <button
          type="button"
          aria-expanded={sheet === 'people'}
          onClick={() => setSheet(sheet === 'people' ? null : 'people')}
        >
          {customer.name}’s phone ▾
        </button>
        <button
          type="button"
          aria-expanded={sheet === 'tools'}
          onClick={() => setSheet(sheet === 'tools' ? null : 'tools')}
        >
          {sheet === 'tools' ? 'Close tools' : 'Tools'}
        </button>
      </header>
      <People
        world={world}
        customer={customer}
        onChoose={(customerId) => {
          setSheet(null)
          setPlace({ customerId, phoneNumberId: number?.id ?? null })
        }}
      />
      <Phone customer={customer} connected={world.connected}>
        {number ? (
          <Chat
            key={`${customer.id}:${number.id}`}
            world={world}
            customer={customer}
            number={number}
            next={next}
            onSent={() => setNext(plainNextMessage)}
            onBack={() => open(null)}
          />
        ) : (
          <ChatList world={world} customer={customer} onOpen={open} />
        )}
      </Phone>
      <ToolsPanel world={world} customer={customer} number={number} next={next} onNext={setNext} />
    </div>
  )
}
