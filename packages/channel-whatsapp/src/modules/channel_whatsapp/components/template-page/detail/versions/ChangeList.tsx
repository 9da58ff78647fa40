import { useT } from '@open-mercato/shared/lib/i18n/context'
import type { TemplateDefinition } from '../../../../lib/templates/definition/definition.ts'
import {
  type DefinitionChange,
  diffDefinitions,
  textDiff,
} from '../../../../lib/templates/definition/diff.ts'
import { useSay } from '../../words/useSay.ts'
import { placeText } from './changePlace.ts'
import { valueText } from './valueText.ts'

type ChangeListProps = {
  before: TemplateDefinition
  after: TemplateDefinition
  label: string
  /** Said where the two are the same. */
  none: string
}

/** What two forms of a template differ in, word by word. */
export function ChangeList({ before, after, label, none }: ChangeListProps) {
  const t = useT()
  const say = useSay()
  const changes = diffDefinitions(before, after)
  if (changes.length === 0) return <p className="text-sm text-muted-foreground">{none}</p>
  const named = ({ path, before: old, after: now, ...change }: DefinitionChange): DefinitionChange => {
    const words = (value: string | null) => (value === null ? null : valueText(t, path, value))
    return { ...change, path, before: words(old), after: words(now) }
  }
  return (
    <ul aria-label={label} className="grid gap-3">
      {changes.map((change) => (
        <li key={`${change.kind}${change.path}`} className="grid gap-1 text-sm">
          <p className="text-[0.8125rem] text-muted-foreground">
            <span className="font-medium text-foreground">
              {placeText(say, change.path, change.kind === 'removed' ? before : after)}
            </span>{' '}
            · {say(`versions.${change.kind}`)}
          </p>
          <ChangedText change={named(change)} />
        </li>
      ))}
    </ul>
  )
}

// Struck out and underlined besides the colour, which not everybody sees.
const removed = 'rounded-sm bg-status-error-bg px-0.5 text-status-error-text line-through'
const added =
  'rounded-sm bg-status-success-bg px-0.5 text-status-success-text underline decoration-2 underline-offset-2'

function ChangedText({ change: { before, after } }: { change: DefinitionChange }) {
  const parts =
    before === null
      ? [{ kind: 'added', text: after ?? '' }]
      : after === null
        ? [{ kind: 'removed', text: before }]
        : textDiff(before, after)
  return (
    <p
      dir="auto"
      className="whitespace-pre-wrap rounded-md border bg-card px-3 py-2 [overflow-wrap:anywhere]"
    >
      {parts.map(({ kind, text }, position) => {
        const key = `${position}${kind}`
        if (kind === 'same') return <span key={key}>{text}</span>
        return kind === 'added' ? (
          <ins key={key} className={added}>
            {text}
          </ins>
        ) : (
          <del key={key} className={removed}>
            {text}
          </del>
        )
      })}
    </p>
  )
}
