import { previewOf } from './message-preview.ts'
import { type Payload, part, say } from './payload.ts'

/** What the customer chose or filled in. */
export function AnswerView({ interactive }: { interactive: Payload }) {
  const description = say(part(interactive, 'list_reply'), 'description')
  const answers = interactive.type === 'nfm_reply' ? answersOf(part(interactive, 'nfm_reply')) : []
  return (
    <>
      <p className="bubble-text">{previewOf({ type: 'interactive', payload: interactive })}</p>
      {description && <p className="bubble-footer">{description}</p>}
      {answers.length > 0 && (
        <dl className="answers">
          {answers.map(([key, value]) => (
            <div key={key}>
              <dt>{key.replaceAll('_', ' ')}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  )
}

function answersOf(reply: Payload): [string, string][] {
  const answers = JSON.parse(say(reply, 'response_json') || '{}') as Payload
  return Object.entries({ ...answers, ...part(answers, 'values') })
    .filter(([key, value]) => key !== 'flow_token' && typeof value !== 'object')
    .map(([key, value]) => [key, String(value)])
}
