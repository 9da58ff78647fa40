import { useT } from '@open-mercato/shared/lib/i18n/context'
import { Page, PageBody, PageHeader } from '@open-mercato/ui/backend/Page'
import { useEffect, useRef } from 'react'
import { useUrlParams } from '../inbox/data/useUrlParams.ts'
import { BatchDetail } from './BatchDetail.tsx'
import { BatchList } from './BatchList.tsx'
import { useLiveBatches } from './useBatches.ts'

/** Messages to many at once: all of them, or the one in the address. */
export function BatchesPage() {
  const t = useT()
  const { params } = useUrlParams()
  const batchId = params.get('batch')
  useLiveBatches()
  const frame = useRef<HTMLDivElement>(null)
  const shownId = useRef(batchId)
  useEffect(() => {
    if (shownId.current === batchId) return
    shownId.current = batchId
    // The link that was followed is gone from the page, and the focus with it.
    frame.current?.focus()
  }, [batchId])
  return (
    <Page className="max-w-5xl">
      <div ref={frame} tabIndex={-1} className="flex flex-col gap-6 outline-none">
        {batchId ? (
          <BatchDetail key={batchId} batchId={batchId} />
        ) : (
          <>
            <PageHeader
              title={t('communication_channels.batches.title')}
              description={t('communication_channels.batches.description')}
            />
            <PageBody>
              <BatchList />
            </PageBody>
          </>
        )}
      </div>
    </Page>
  )
}
