import { type TranslateFn, useT } from '@open-mercato/shared/lib/i18n/context'
import { flash } from '@open-mercato/ui/backend/FlashMessages'
import { useEffect, useRef, useState } from 'react'
import { problemText } from '../inbox/model/problemText.ts'
import type { Batch, Recipient } from './batch.ts'
import { csvOf } from './csv.ts'
import { fetchRecipients } from './useBatches.ts'

// The hub takes no more recipients in one batch; a report that goes on and on is no report.
const mostRows = 10_000

/** The whole report as a file, read page by page. `progress`: how many lines are read; null while nothing is. */
export function useReportDownload(batch: Batch, providerKey: string) {
  const t = useT()
  const [progress, setProgress] = useState<number | null>(null)
  const running = useRef<AbortController | null>(null)
  useEffect(() => () => running.current?.abort(), [])

  const read = async (signal: AbortSignal): Promise<Recipient[]> => {
    const rows: Recipient[] = []
    let cursor: string | null = null
    do {
      const page = await fetchRecipients(batch.id, null, cursor, signal)
      rows.push(...page.items)
      cursor = page.nextCursor
      setProgress(rows.length)
    } while (cursor !== null && rows.length < mostRows)
    return rows
  }

  const start = async () => {
    running.current?.abort()
    const controller = new AbortController()
    running.current = controller
    setProgress(0)
    try {
      const rows = await read(controller.signal)
      if (!controller.signal.aborted) save(`${batch.name}.csv`, reportText(t, providerKey, rows))
    } catch {
      if (!controller.signal.aborted) flash(t('communication_channels.batches.report.failed'), 'error')
    }
    if (running.current === controller) setProgress(null)
  }
  const stop = () => {
    running.current?.abort()
    running.current = null
    setProgress(null)
  }
  return { progress, start, stop }
}

function reportText(t: TranslateFn, providerKey: string, rows: Recipient[]): string {
  const say = (key: string) => t(`communication_channels.batches.${key}`)
  const heads = ['position', 'name', 'phone', 'state', 'reason', 'code', 'conversation', 'message']
  return csvOf([
    heads.map((head) => say(`csv.${head}`)),
    ...rows.map(({ position, name, phone, state, error, conversationId, messageId }) => [
      position,
      name,
      phone,
      say(`recipient.${state}`),
      error ? problemText(t, providerKey, error).reason : null,
      error?.code ?? null,
      conversationId,
      messageId,
    ]),
  ])
}

function save(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name.replace(/[\\/:*?"<>|]/g, ' ').trim() || 'report.csv'
  link.click()
  URL.revokeObjectURL(url)
}
