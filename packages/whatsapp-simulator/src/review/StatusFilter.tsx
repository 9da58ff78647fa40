import { ALL } from './filter-templates.ts'
import type { ReviewedTemplate } from './review-client.ts'
import { statusWords } from './status-words.ts'

type StatusFilterProps = {
  templates: ReviewedTemplate[]
  status: string
  onChoose: (status: string) => void
}

/** The states there are, each with how many are in it. */
export function StatusFilter({ templates, status, onChoose }: StatusFilterProps) {
  const counts = Map.groupBy(templates, (one) => one.status)
  const states = [...counts].map(([state, all]) => ({ state: state as string, count: all.length }))
  const choices = [
    { state: ALL, count: templates.length },
    ...states.sort((a, b) => a.state.localeCompare(b.state)),
  ]
  return (
    <fieldset className="states">
      <legend className="visually-hidden">Status</legend>
      {choices.map(({ state, count }) => (
        <button key={state} type="button" aria-pressed={status === state} onClick={() => onChoose(state)}>
          {state === ALL ? 'All' : statusWords(state)} <span>{count}</span>
        </button>
      ))}
    </fieldset>
  )
}
