import { readCoordinates } from '@open-mercato/communication-channels/modules/communication_channels/components/inbox/composer/location/coordinates'
import { useT } from '@open-mercato/shared/lib/i18n/context'
import { TextInput } from './TextInput.tsx'
import type { TemplateFormState } from './useTemplateForm.ts'

/** The place in a header. A pair of coordinates, or the link of a map, may be pasted into either of its numbers. */
export function PlaceFields({ path, form }: { path: string; form: TemplateFormState }) {
  const t = useT()
  const say = (key: string) => t(`communication_channels.inbox.composer.location.${key}`)
  return (
    <fieldset
      className="grid gap-4"
      onPaste={(event) => {
        const isNumber = (event.target as HTMLElement).closest('[data-coordinate]') !== null
        const found = isNumber ? readCoordinates(event.clipboardData.getData('text')) : null
        if (!found) return
        event.preventDefault()
        const { latitude, longitude } = found
        form.setAll(
          { ...form.values, [`${path}.latitude`]: latitude, [`${path}.longitude`]: longitude },
          path,
        )
      }}
    >
      <legend className="mb-2 text-sm font-semibold">{t('channel_whatsapp.templates.place')}</legend>
      <TextInput form={form} path={`${path}.name`} label={say('name')} />
      <TextInput form={form} path={`${path}.address`} label={say('address')} />
      <div data-coordinate className="grid items-start gap-4 min-[26rem]:grid-cols-2">
        <TextInput form={form} path={`${path}.latitude`} label={say('latitude')} />
        <TextInput form={form} path={`${path}.longitude`} label={say('longitude')} />
      </div>
      <p className="text-[0.8125rem] leading-relaxed text-muted-foreground">{say('paste')}</p>
    </fieldset>
  )
}
