import { useT } from '@open-mercato/shared/lib/i18n/context'
import { flash } from '@open-mercato/ui/backend/FlashMessages'
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from '@open-mercato/ui/primitives/card'
import { FormField } from '@open-mercato/ui/primitives/form-field'
import { type FormEvent, useId, useState } from 'react'
import { ChoiceSet } from '../../ChoiceSet.tsx'
import { FailureAlert } from '../../FailureAlert.tsx'
import type { HubSettings } from '../../inbox/data/useHubSettings.ts'
import { SaveFooter } from '../SaveFooter.tsx'
import { useSaveSettings } from '../useSaveSettings.ts'
import { LanguageList } from './LanguageList.tsx'
import { LanguageSelect } from './LanguageSelect.tsx'
import { choosable } from './notificationNames.ts'

const english = 'none'

type NotificationSettings = Pick<
  HubSettings,
  'defaultLanguage' | 'notificationLanguages' | 'enabledNotifications'
>

/** What the shop sends by itself, and in which languages. */
export function NotificationsCard({ settings }: { settings: NotificationSettings }) {
  const t = useT()
  const say = (key: string) => t(`communication_channels.settings.notifications.${key}`)
  const [draft, setDraft] = useState<NotificationSettings>(() => ({
    defaultLanguage: settings.defaultLanguage,
    notificationLanguages: settings.notificationLanguages,
    enabledNotifications: settings.enabledNotifications,
  }))
  const id = useId()
  const { save, isSaving, failure } = useSaveSettings(() =>
    flash(t('communication_channels.settings.saved'), 'success'),
  )
  const change = (part: Partial<NotificationSettings>) => setDraft({ ...draft, ...part })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!isSaving) save(draft)
  }
  return (
    <form onSubmit={submit} noValidate>
      <Card>
        <CardHeader>
          <CardTitle>{say('title')}</CardTitle>
          <CardDescription>{say('description')}</CardDescription>
        </CardHeader>
        <CardContent className="grid grid-cols-1 gap-7">
          <FormField
            id={id}
            label={say('defaultLanguage')}
            description={say('defaultLanguage.means')}
            error={failure?.fieldErrors.defaultLanguage}
          >
            <LanguageSelect
              id={id}
              value={draft.defaultLanguage ?? english}
              none={{ value: english, label: say('defaultLanguage.none') }}
              isWrong={failure?.fieldErrors.defaultLanguage !== undefined}
              onChange={(value) => change({ defaultLanguage: value === english ? null : value })}
            />
          </FormField>
          <LanguageList
            languages={draft.notificationLanguages}
            onChange={(notificationLanguages) => change({ notificationLanguages })}
          />
          <ChoiceSet
            several
            legend={say('enabled')}
            description={say('enabled.means')}
            choices={choosable(settings.enabledNotifications).map(({ name, key }) => ({
              value: name,
              label: key === null ? name : say(`name.${key}`),
            }))}
            chosen={draft.enabledNotifications}
            onChange={(enabledNotifications) => change({ enabledNotifications })}
          />
          {failure ? <FailureAlert failure={failure} /> : null}
        </CardContent>
        <SaveFooter label={say('save')} isSaving={isSaving} />
      </Card>
    </form>
  )
}
