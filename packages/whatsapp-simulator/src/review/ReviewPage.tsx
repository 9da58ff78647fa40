import { useState } from 'react'
import { ALL, filterTemplates, type Wanted } from './filter-templates.ts'
import { ReviewMode } from './ReviewMode.tsx'
import { StatusFilter } from './StatusFilter.tsx'
import { TemplateCard } from './TemplateCard.tsx'
import { useDesk } from './useDesk.ts'

const SHOWN_AT_ONCE = 50

/** The desk at Meta where somebody decides about templates. */
export function ReviewPage() {
  const { state, isConnected, readAgain } = useDesk()
  const [wanted, setWanted] = useState<Wanted>({ wabaId: ALL, status: ALL, search: '' })
  const [shown, setShown] = useState(SHOWN_AT_ONCE)

  if (!state) return <p className="loading">Connecting to the simulator…</p>
  const choose = (change: Partial<Wanted>) => {
    setWanted({ ...wanted, ...change })
    setShown(SHOWN_AT_ONCE)
  }
  const found = filterTemplates(state.templates, wanted)
  const nameOf = (wabaId: string) => state.accounts.find((one) => one.wabaId === wabaId)?.name ?? wabaId
  return (
    <main>
      <header className="head">
        <div>
          <h1>Templates at Meta</h1>
          <p>Here you are Meta: what businesses send in is approved or rejected, paused and judged.</p>
        </div>
        <a href="/">To the phone</a>
      </header>
      {isConnected ? null : (
        <p role="alert" className="alert">
          The simulator does not answer. This is what was here before.
        </p>
      )}
      <ReviewMode review={state.review} onChanged={readAgain} />
      <search className="filters">
        <label>
          Account
          <select value={wanted.wabaId} onChange={(event) => choose({ wabaId: event.target.value })}>
            <option value={ALL}>All</option>
            {state.accounts.map(({ wabaId, name }) => (
              <option key={wabaId} value={wabaId}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label className="grow">
          Search
          <input
            type="search"
            value={wanted.search}
            placeholder="Name or words"
            onChange={(event) => choose({ search: event.target.value })}
          />
        </label>
      </search>
      <StatusFilter
        templates={filterTemplates(state.templates, { ...wanted, status: ALL })}
        status={wanted.status}
        onChoose={(status) => choose({ status })}
      />
      {found.length === 0 ? <p className="empty">No template is like that.</p> : null}
      <ul className="cards" aria-label="Templates">
        {found.slice(0, shown).map((template) => (
          <li key={template.id}>
            <TemplateCard template={template} account={nameOf(template.wabaId)} />
          </li>
        ))}
      </ul>
      {found.length > shown ? (
        <button type="button" className="more" onClick={() => setShown(shown + SHOWN_AT_ONCE)}>
          Show more ({found.length - shown} left)
        </button>
      ) : null}
    </main>
  )
}
