import { useUrlParams } from '@open-mercato/communication-channels/modules/communication_channels/components/inbox/data/useUrlParams'
import { hasFeature } from '@open-mercato/shared/security/features'
import { useBackendChrome } from '@open-mercato/ui/backend/BackendChromeProvider'
import { Page, PageBody, PageHeader } from '@open-mercato/ui/backend/Page'
import { Tabs, TabsContent, TabsList, TabsTrigger } from '@open-mercato/ui/primitives/tabs'
import { AccountCards } from './accounts/AccountCards.tsx'
import { useLiveTemplates } from './data/useLiveTemplates.ts'
import { useReviewOutcomes } from './data/useReviewOutcomes.ts'
import { isUnderWay, useTemplateAccounts } from './data/useTemplateAccounts.ts'
import { DefaultsDialog } from './defaults/DefaultsDialog.tsx'
import { TemplateSheet } from './detail/TemplateSheet.tsx'
import { EditorDoor } from './editorDoor.ts'
import { LibraryDialog } from './library/LibraryDialog.tsx'
import { TemplateList } from './list/TemplateList.tsx'
import { PageActions } from './PageActions.tsx'
import { PreflightBadge } from './preflight/PreflightBadge.tsx'
import { PreflightView } from './preflight/PreflightView.tsx'
import { useEditor } from './useEditor.tsx'
import { useSay } from './words/useSay.ts'

const views = ['templates', 'preflight'] as const
const noDialog = { dialog: null, on: null, names: null, languages: null }

/** For those who answer for what the business sends by itself: its templates, and whether they would arrive. */
export function TemplatesPage() {
  const say = useSay()
  const { params, setParams } = useUrlParams()
  const mayManage = hasFeature(
    useBackendChrome().payload?.grantedFeatures,
    'channel_whatsapp.templates.manage',
  )
  useLiveTemplates()
  useReviewOutcomes()
  const accounts = useTemplateAccounts()
  const editor = useEditor()
  const editorElement = mayManage ? editor.element : null
  const known = accounts.data ?? []
  const isSyncing = known.some(({ sync }) => isUnderWay(sync))
  const view = views.find((one) => one === params.get('view')) ?? 'templates'
  const dialog = mayManage && known.length > 0 ? params.get('dialog') : null
  const templateId = params.get('template')
  const closeDialog = () => setParams(noDialog)
  return (
    <EditorDoor value={editor.open}>
      <Page>
        <PageHeader
          title={say('title')}
          description={say('description')}
          actions={mayManage && known.length > 0 ? <PageActions accounts={known} /> : null}
        />
        <PageBody>
          <AccountCards accounts={accounts} mayManage={mayManage} />
          {known.length > 0 ? (
            <Tabs
              variant="underline"
              value={view}
              onValueChange={(chosen) => setParams({ view: chosen === 'templates' ? null : chosen })}
            >
              <TabsList aria-label={say('title')}>
                {views.map((one) => (
                  <TabsTrigger key={one} value={one}>
                    {say(`view.${one}`)}
                    {one === 'preflight' ? <PreflightBadge isSyncing={isSyncing} /> : null}
                  </TabsTrigger>
                ))}
              </TabsList>
              <TabsContent value="templates">
                <TemplateList accounts={known} mayManage={mayManage} />
              </TabsContent>
              <TabsContent value="preflight">
                <PreflightView mayManage={mayManage} />
              </TabsContent>
            </Tabs>
          ) : null}
        </PageBody>
        {dialog === 'defaults' ? <DefaultsDialog accounts={known} onClose={closeDialog} /> : null}
        {dialog === 'library' ? <LibraryDialog accounts={known} onClose={closeDialog} /> : null}
        {editorElement}
        {templateId && !editorElement ? (
          <TemplateSheet
            key={templateId}
            id={templateId}
            mayManage={mayManage}
            onClose={() => setParams({ template: null })}
          />
        ) : null}
      </Page>
    </EditorDoor>
  )
}
