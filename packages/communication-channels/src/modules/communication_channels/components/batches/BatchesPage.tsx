import { useT } from '@open-mercato/shared/lib/i18n/context'
import { Page, PageBody, PageHeader } from '@open-mercato/ui/backend/Page'
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
  return (
    <Page className="max-w-5xl">
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
    </Page>
  )
}
