import { useState } from 'react'

/** State that lives in the address, so that it survives a reload and can be shared as a link. */
export function useSearchParam(name: string, initial: string): [string, (value: string) => void] {
  const [value, setValue] = useState(() => new URLSearchParams(window.location.search).get(name) ?? initial)
  const change = (next: string) => {
    setValue(next)
    const params = new URLSearchParams(window.location.search)
    if (next === initial) params.delete(name)
    else params.set(name, next)
    const query = params.toString()
    window.history.replaceState(
      window.history.state,
      '',
      window.location.pathname + (query ? `?${query}` : ''),
    )
  }
  return [value, change]
}
