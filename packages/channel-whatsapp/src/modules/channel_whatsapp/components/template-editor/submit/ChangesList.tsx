import { type DefinitionChange, textDiff } from '../../../lib/templates/definition/diff.ts'
import { useText } from '../useText.ts'
import { wordsOfPath } from './path-words.ts'

/** What an edit changes, part by part, with the words that go and come. */
export function ChangesList({ changes }: { changes: DefinitionChange[] }) {
  const text = useText()
  if (changes.length === 0) return <p className="text-sm">{text('changes.none')}</p>
  return (
    <ul aria-label={text('changes.title')} className="grid gap-3">
      {changes.map((change) => (
        <li key={`${change.kind} ${change.path}`} className="grid gap-1 text-sm">
          <span className="text-[0.8125rem] text-muted-foreground">
            {wordsOfPath(change.path, text)} · {text(`changes.${change.kind}`)}
          </span>
          <p
            dir="auto"
            className="whitespace-pre-wrap rounded-md bg-muted/60 px-2.5 py-1.5 [overflow-wrap:anywhere]"
          >
            {textDiff(change.before ?? '', change.after ?? '').map((part, index) => {
              // The parts of one comparison have no names.
              const key = index
              if (part.kind === 'removed')
                return (
                  <del key={key} className="bg-status-error-bg">
                    {part.text}
                  </del>
                )
              if (part.kind === 'added') {
                return (
                  <ins key={key} className="bg-status-success-bg no-underline">
                    {part.text}
                  </ins>
                )
              }
              return <span key={key}>{part.text}</span>
            })}
          </p>
        </li>
      ))}
    </ul>
  )
}
