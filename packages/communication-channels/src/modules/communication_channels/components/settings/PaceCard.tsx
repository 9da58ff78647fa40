import { useT } from '@open-mercato/shared/lib/i18n/context'
import { flash } from '@open-mercato/ui/backend/FlashMessages'
import { Card, CardContent } from '@open-mercato/ui/primitives/card'
import { FormField } from '@open-mercato/ui/primitives/form-field'
import { Input } from '@open-mercato/ui/primitives/input'
import { type FormEvent, useState } from 'react'
import { problemText } from '../inbox/model/problemText.ts'
import { readPerMinute } from './pace.ts'
import { SaveFooter } from './SaveFooter.tsx'
import { useSaveSettings } from './useSaveSettings.ts'

/** How fast messages leave that nobody typed. */
export function PaceCard({ perMinute }: { perMinute: number }) {
  const t = useT()
  const say = (key: string) => t(`communication_channels.settings.pace.${key}`)
  const [typed, setTyped] = useState(String(perMinute))
  const [isWrong, setIsWrong] = useState(false)
  const { save, isSaving, failure } = useSaveSettings(() =>
    flash(t('communication_channels.settings.saved'), 'success'),
  )
  const told = failure ? (failure.fieldErrors.automaticPerMinute ?? problemText(t, '', failure).reason) : null

  const submit = (event: FormEvent) => {
    event.preventDefault()
    const automaticPerMinute = readPerMinute(typed)
    setIsWrong(automaticPerMinute === undefined)
    if (automaticPerMinute !== undefined) save({ automaticPerMinute })
  }
  return (
    <form onSubmit={submit} noValidate>
      <Card>
        <CardContent>
          <FormField
            label={say('label')}
            description={say('description')}
            error={isWrong ? say('invalid') : (told ?? undefined)}
          >
            <Input
              inputMode="numeric"
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
              className="w-32"
              autoComplete="off"
            />
          </FormField>
        </CardContent>
        <SaveFooter label={say('save')} isSaving={isSaving} />
      </Card>
    </form>
  )
}
