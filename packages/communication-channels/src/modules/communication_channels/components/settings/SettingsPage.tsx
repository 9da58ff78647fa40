import { useT } from '@open-mercato/shared/lib/i18n/context'
import { LoadingMessage } from '@open-mercato/ui/backend/detail'
import { Page, PageBody, PageHeader } from '@open-mercato/ui/backend/Page'
import { useHubSettings } from '../inbox/data/useHubSettings.ts'
import { useChannels } from '../inbox/data/useInboxData.ts'
import { NotLoaded } from '../NotLoaded.tsx'
import { AbilitiesCard } from './AbilitiesCard.tsx'
import { ConsentCard } from './consent/ConsentCard.tsx'
import { LegalHoldCard } from './LegalHoldCard.tsx'
import { NotificationsCard } from './notifications/NotificationsCard.tsx'
import { PaceCard } from './PaceCard.tsx'
import { SettingsForm } from './SettingsForm.tsx'

/** What an organisation decides for all its channels. */
export function SettingsPage() {
  const t = useT()
  const say = (key: string) => t(`communication_channels.settings.${key}`)
  const settings = useHubSettings()
  const channels = useChannels()
  const reload = () => {
    void settings.refetch()
    void channels.refetch()
  }
  return (
    <Page className="max-w-3xl">
      <PageHeader title={say('title')} description={say('description')} />
      <PageBody>
        {settings.data && channels.data ? (
          <>
            <SettingsForm settings={settings.data} channels={channels.data} />
            <ConsentCard rules={settings.data.consentRules} />
            <NotificationsCard settings={settings.data} />
            <PaceCard perMinute={settings.data.automaticPerMinute} />
            <LegalHoldCard hold={settings.data.legalHold} />
          </>
        ) : settings.isError || channels.isError ? (
          <NotLoaded label={say('failed')} onRetry={reload} />
        ) : (
          <LoadingMessage label={say('loading')} />
        )}
        <AbilitiesCard />
      </PageBody>
    </Page>
  )
}
