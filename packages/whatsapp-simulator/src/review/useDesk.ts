import { useCallback, useEffect, useRef, useState } from 'react'
import type { TemplateReview } from '../accounts/template-review.ts'
import { desk, type ReviewedTemplate } from './review-client.ts'

export type DeskState = {
  templates: ReviewedTemplate[]
  accounts: { wabaId: string; name: string }[]
  review: TemplateReview
}

/** Many templates can change at once: the desk is read again when they are done, not for each. */
const QUIET_MS = 150

/** What lies on the desk, kept current by the simulator's stream; null until it has answered once. */
export function useDesk(): { state: DeskState | null; isConnected: boolean; readAgain: () => void } {
  const [state, setState] = useState<DeskState | null>(null)
  const [isConnected, setConnected] = useState(true)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const read = useCallback(async () => {
    try {
      const [templates, accounts, review] = await Promise.all([
        desk.templates(),
        desk.accounts(),
        desk.review(),
      ])
      setState({ templates, accounts, review })
      setConnected(true)
    } catch {
      setConnected(false)
    }
  }, [])
  const readAgain = useCallback(() => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void read(), QUIET_MS)
  }, [read])
  useEffect(() => {
    const stream = new EventSource('/sim/stream')
    stream.onmessage = ({ data }) => {
      const { kind } = JSON.parse(data) as { kind: string }
      if (['hello', 'reset', 'template'].includes(kind)) readAgain()
    }
    stream.onerror = () => setConnected(false)
    return () => {
      stream.close()
      clearTimeout(timer.current)
    }
  }, [readAgain])
  return { state, isConnected, readAgain }
}
