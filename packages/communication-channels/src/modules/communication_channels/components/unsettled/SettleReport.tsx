import { useT } from '@open-mercato/shared/lib/i18n/context'
import { Alert, AlertTitle } from '@open-mercato/ui/primitives/alert'
import { useEffect, useRef } from 'react'
import { problemText } from '../inbox/model/problemText.ts'
import type { SettleOutcome, SettleResult } from './useSettling.ts'

/** What became of each message that was decided about; it stays until it is dismissed. */
export function SettleReport({ outcome, onDismiss }: { outcome: SettleOutcome; onDismiss: () => void }) {
  const t = useT()
  const frame = useRef<HTMLDivElement>(null)
  // What was pressed has nothing left to press for.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new outcome takes the focus, nothing else
  useEffect(() => frame.current?.focus(), [outcome])
  const done = outcome.results.filter(({ problem }) => !problem)
  const skipped = outcome.results.filter(({ problem }) => problem)
  const say = (key: string, count: number) => t(`communication_channels.unsettled.${key}`, { count })
  return (
    <div ref={frame} tabIndex={-1} className="rounded-lg outline-none focus-visible:ring-2">
      <Alert status={skipped.length > 0 ? 'warning' : 'success'} dismissible onDismiss={onDismiss}>
        <AlertTitle>
          {[
            done.length > 0 ? say(`done.${outcome.as}`, done.length) : null,
            skipped.length > 0 ? say('skipped', skipped.length) : null,
          ]
            .filter(Boolean)
            .join(' ')}
        </AlertTitle>
        <ul className="grid max-h-60 gap-0.5 overflow-y-auto">
          {[...skipped, ...done].map((result) => (
            <ReportLine key={result.messageId} result={result} as={outcome.as} />
          ))}
        </ul>
      </Alert>
    </div>
  )
}

function ReportLine({ result, as }: { result: SettleResult; as: SettleOutcome['as'] }) {
  const t = useT()
  const { problem, name, conversationId, providerKey } = result
  const said = problem ? problemText(t, providerKey, problem) : null
  return (
    <li>
      <a
        href={`/backend/inbox?conversation=${conversationId}`}
        className="font-medium underline underline-offset-4"
      >
        <bdi>{name ?? t('communication_channels.inbox.contact.unnamed')}</bdi>
      </a>
      {': '}
      {said
        ? [said.reason, said.action].filter(Boolean).join(' ')
        : t(`communication_channels.unsettled.became.${as}`)}
    </li>
  )
}
