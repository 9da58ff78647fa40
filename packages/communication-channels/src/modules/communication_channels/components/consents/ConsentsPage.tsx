import { useT } from '@open-mercato/shared/lib/i18n/context'
import { hasFeature } from '@open-mercato/shared/security/features'
import { useBackendChrome } from '@open-mercato/ui/backend/BackendChromeProvider'
import { Page, PageBody, PageHeader } from '@open-mercato/ui/backend/Page'
import { Button } from '@open-mercato/ui/primitives/button'
import { Tabs, TabsContent, TabsList, TabsTrigger } from '@open-mercato/ui/primitives/tabs'
import { FileUp } from 'lucide-react'
import { useUrlParams } from '../inbox/data/useUrlParams.ts'
import { ChainVerdict } from './chain/ChainVerdict.tsx'
import { ImportList } from './imports/ImportList.tsx'
import { ImportSheet } from './imports/ImportSheet.tsx'
import { useLiveImports } from './imports/useImports.ts'
import { ConsentList } from './list/ConsentList.tsx'
import { ConsentSheet } from './person/ConsentSheet.tsx'

const views = ['people', 'imports', 'record'] as const

/** For those who answer for it: who agreed to be written to, lists of such people, and whether the record holds. */
export function ConsentsPage() {
  const t = useT()
  const { params, setParams } = useUrlParams()
  const mayManage = hasFeature(
    useBackendChrome().payload?.grantedFeatures,
    'communication_channels.consents.manage',
  )
  useLiveImports()
  const offered = views.filter((one) => one !== 'record' || mayManage)
  const view = offered.find((one) => one === params.get('view')) ?? 'people'
  const importId = params.get('import')
  const contactId = params.get('contact')
  const say = (key: string) => t(`communication_channels.consents.${key}`)
  return (
    <Page>
      <PageHeader
        title={say('title')}
        description={say('description')}
        actions={
          mayManage ? (
            <Button onClick={() => setParams({ import: 'new' })}>
              <FileUp /> {say('import.open')}
            </Button>
          ) : null
        }
      />
      <PageBody>
        <Tabs
          variant="underline"
          value={view}
          onValueChange={(chosen) => setParams({ view: chosen === 'people' ? null : chosen })}
        >
          <TabsList aria-label={say('title')}>
            {offered.map((one) => (
              <TabsTrigger key={one} value={one}>
                {say(`view.${one}`)}
              </TabsTrigger>
            ))}
          </TabsList>
          <TabsContent value="people">
            <ConsentList mayExport={mayManage} />
          </TabsContent>
          <TabsContent value="imports">
            <ImportList />
          </TabsContent>
          <TabsContent value="record">
            <ChainVerdict />
          </TabsContent>
        </Tabs>
      </PageBody>
      {importId && (mayManage || importId !== 'new') ? (
        <ImportSheet
          id={importId === 'new' ? null : importId}
          mayManage={mayManage}
          onOpen={(id) => setParams({ import: id }, 'replace')}
          onClose={() => setParams({ import: null })}
        />
      ) : null}
      {contactId ? <ConsentSheet contactId={contactId} onClose={() => setParams({ contact: null })} /> : null}
    </Page>
  )
}
