import { useT } from '@open-mercato/shared/lib/i18n/context'
import { hasFeature } from '@open-mercato/shared/security/features'
import { useBackendChrome } from '@open-mercato/ui/backend/BackendChromeProvider'
import { LoadingMessage, RecordNotFoundState } from '@open-mercato/ui/backend/detail'
import { PageBody, PageHeader } from '@open-mercato/ui/backend/Page'
import { Alert, AlertTitle } from '@open-mercato/ui/primitives/alert'
import { ArrowLeft } from 'lucide-react'
import { isFinal } from '../inbox/data/request.ts'
import { problemText } from '../inbox/model/problemText.ts'
import { NotLoaded } from '../NotLoaded.tsx'
import { BatchActions } from './BatchActions.tsx'
import { BatchBadge } from './BatchBadge.tsx'
import { BatchFacts } from './BatchFacts.tsx'
import { BatchProgress } from './BatchProgress.tsx'
import { BatchReport } from './BatchReport.tsx'
import type { BatchProblem } from './batch.ts'
import { InPageLink } from './InPageLink.tsx'
import { NumberPaused } from './NumberPaused.tsx'
import { useBatch } from './useBatches.ts'

/** One batch: how far it has got, what became of each recipient, and the ways to stop it. */
export function BatchDetail({ batchId }: { batchId: string }) {
  const t = useT()
  const say = (key: string) => t(`communication_channels.batches.${key}`)
  const chrome = useBackendChrome()
  const maySteer = hasFeature(chrome.payload?.grantedFeatures, 'communication_channels.batches.send')
  const { data: batch, isError, error, refetch } = useBatch(batchId)
  const back = (
    <InPageLink
      change={{ batch: null, state: null }}
      className="flex w-fit items-center gap-1.5 text-sm font-medium text-primary underline-offset-4 hover:underline"
    >
      <ArrowLeft aria-hidden="true" className="size-4 rtl:-scale-x-100" />
      {say('back')}
    </InPageLink>
  )
  if (!batch) {
    return (
      <PageBody>
        {back}
        {isError && isFinal(error) ? (
          <RecordNotFoundState label={say('notFound.title')} description={say('notFound.description')} />
        ) : isError ? (
          <NotLoaded label={say('failed')} onRetry={() => refetch()} />
        ) : (
          <LoadingMessage label={say('loading')} />
        )}
      </PageBody>
    )
  }
  return (
    <>
      <div className="grid gap-3">
        {back}
        <PageHeader
          title={batch.name}
          description={<BatchBadge batch={batch} />}
          actions={maySteer ? <BatchActions batch={batch} /> : null}
        />
      </div>
      <PageBody>
        {batch.problem ? <PauseNote problem={batch.problem} /> : null}
        {batch.state === 'running' ? <NumberPaused batch={batch} /> : null}
        <section className="grid gap-3 rounded-lg border bg-card p-4 shadow-card">
          <BatchFacts batch={batch} />
          <BatchProgress counts={batch.counts} />
        </section>
        <BatchReport batch={batch} />
      </PageBody>
    </>
  )
}

/** It was paused, and by nobody. */
function PauseNote({ problem }: { problem: BatchProblem }) {
  const t = useT()
  const { reason, action } = problemText(t, '', problem)
  return (
    <Alert status="warning">
      <AlertTitle>{t('communication_channels.batches.pausedItself')}</AlertTitle>
      <p>
        {reason} {action}
      </p>
    </Alert>
  )
}
