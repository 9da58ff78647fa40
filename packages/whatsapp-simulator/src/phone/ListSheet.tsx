import type { Message } from '../world/message.ts'
import { useChatActs } from './chat-acts.ts'
import { type Payload, part, parts, say } from './payload.ts'
import { Sheet } from './Sheet.tsx'

/** The rows of a list message; a tap on one answers with it. */
export function ListSheet({ context, onClose }: { context: Message; onClose: () => void }) {
  const { send } = useChatActs()
  if (context.content.type !== 'interactive') return null
  const action = part(context.content.payload, 'action')

  async function choose(row: Payload) {
    const description = say(row, 'description')
    const list_reply = {
      id: say(row, 'id'),
      title: say(row, 'title'),
      ...(description ? { description } : {}),
    }
    if (await send({ type: 'interactive', interactive: { type: 'list_reply', list_reply } }, context))
      onClose()
  }

  return (
    <Sheet title={say(action, 'button') || 'Choose'} onClose={onClose}>
      {parts(action, 'sections').map((section, index) => (
        <section key={say(section, 'title') || String(index)} className="list-section">
          {say(section, 'title') && <h4>{say(section, 'title')}</h4>}
          <ul>
            {parts(section, 'rows').map((row) => (
              <li key={say(row, 'id')}>
                <button type="button" className="list-row" onClick={() => void choose(row)}>
                  <strong>{say(row, 'title')}</strong>
                  {say(row, 'description') && <small>{say(row, 'description')}</small>}
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Sheet>
  )
}
