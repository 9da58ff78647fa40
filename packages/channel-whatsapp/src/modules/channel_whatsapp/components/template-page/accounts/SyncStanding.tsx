import { useMinute } from '@open-mercato/communication-channels/modules/communication_channels/components/inbox/data/useNow'
import { Alert, AlertDescription, AlertTitle } from '@open-mercato/ui/primitives/alert'
import { useState } from 'react'
import { relativeTime } from '../../timeline/relativeTime.ts'
import type { SyncRun } from '../data/template.ts'
import { isUnderWay } from '../data/useTemplateAccounts.ts'
import { useFormats, useSay } from '../words/useSay.ts'

/** Whether what stands here is what Meta has: when it was read last and with what outcome, or how far it is. */
export function SyncStanding({ sync }: { sync: SyncRun | null }) {
  const say = useSay()
  const isReading = isUnderWay(sync)
  const [wasReading, setWasReading] = useState(isReading)
  if (isReading && !wasReading) setWasReading(true)
  const hasEnded = wasReading && sync?.status === 'complete'
  return (
    <>
      {/* How far it is changes every other second: only its beginning and its end are read out. */}
      <span role="status" className="sr-only">
        {isReading ? say('sync.asked') : hasEnded ? say('sync.ended') : null}
      </span>
      <Standing sync={sync} />
    </>
  )
}

function Standing({ sync }: { sync: SyncRun | null }) {
  const say = useSay()
  if (sync === null) return <p className="text-sm text-muted-foreground">{say('sync.never')}</p>
  if (sync.status === 'failed') return <SyncFailed sync={sync} />
  if (sync.status === 'complete') return <SyncComplete sync={sync} />
  return <SyncProgress sync={sync} />
}

function SyncProgress({ sync }: { sync: SyncRun }) {
  const say = useSay()
  const format = useFormats()
  const read = format.count(sync.readCount)
  const expected = sync.expectedCount
  const words =
    sync.status === 'waiting'
      ? say('sync.waiting')
      : expected === null
        ? say('sync.read', { read })
        : say('sync.readOf', { read, expected: format.count(expected) })
  return (
    <div className="grid gap-1.5">
      <p className="text-sm tabular-nums">{words}</p>
      {sync.error ? (
        <p className="text-[0.8125rem] text-muted-foreground [overflow-wrap:anywhere]">
          {say('sync.again', { reason: sync.error })}
        </p>
      ) : null}
      {expected ? (
        <div aria-hidden="true" className="h-1.5 overflow-hidden rounded-full bg-accent">
          <div
            className="h-full rounded-full bg-primary transition-[width]"
            style={{ width: `${Math.min(sync.readCount / expected, 1) * 100}%` }}
          />
        </div>
      ) : null}
    </div>
  )
}

function SyncComplete({ sync }: { sync: SyncRun }) {
  const say = useSay()
  const format = useFormats()
  const now = useMinute()
  const at = sync.endedAt ?? sync.askedAt
  const changes = (['added', 'changed', 'removed'] as const).filter((kind) => sync[kind] > 0)
  return (
    <p className="text-[0.8125rem] text-muted-foreground">
      <time dateTime={at} title={format.moment(at)}>
        {say('sync.complete', { time: relativeTime(at, now, format.locale) })}
      </time>
      {changes.map((kind) => (
        <span key={kind}> · {say(`sync.${kind}`, { count: format.count(sync[kind]) })}</span>
      ))}
    </p>
  )
}

function SyncFailed({ sync }: { sync: SyncRun }) {
  const say = useSay()
  const format = useFormats()
  return (
    <Alert status="error">
      <AlertTitle>{say('sync.failed', { time: format.moment(sync.endedAt ?? sync.askedAt) })}</AlertTitle>
      <AlertDescription>
        {sync.error ?? say('sync.failed.unknown')} {say('sync.failed.action')} {say('sync.failed.kept')}
      </AlertDescription>
    </Alert>
  )
}
