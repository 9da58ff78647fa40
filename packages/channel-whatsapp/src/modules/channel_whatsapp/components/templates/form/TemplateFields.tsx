import { useT } from '@open-mercato/shared/lib/i18n/context'
import { type ReactNode, useId } from 'react'
import { COPY_CODE_MAX, ONE_TIME_CODE_MAX } from '../../../lib/templates/lint/limits.ts'
import { HeaderFileField } from '../HeaderFileField.tsx'
import { NO_FILE } from '../useHeaderFiles.ts'
import { fieldLabel } from './fieldLabel.ts'
import type { TemplateField } from './fields.ts'
import { PlaceFields } from './PlaceFields.tsx'
import { ProductListFields } from './ProductListFields.tsx'
import { TextInput } from './TextInput.tsx'
import type { TemplateFormState } from './useTemplateForm.ts'

/** Everything that a template takes, its cards each in a frame of their own. */
export function TemplateFields({ form }: { form: TemplateFormState }) {
  const t = useT()
  const cards = [...new Set(form.fields.flatMap(({ card }) => (card === null ? [] : [card])))]
  const of = (card: number | null) =>
    form.fields
      .filter((field) => field.card === card)
      .map((field) => <Field key={field.path} field={field} form={form} />)
  return (
    <>
      {of(null)}
      {cards.map((card) => (
        <CardFrame key={card} title={t('channel_whatsapp.templates.card', { number: card + 1 })}>
          {of(card)}
        </CardFrame>
      ))}
      {form.fields.length === 0 ? (
        <p className="text-sm text-muted-foreground">{t('channel_whatsapp.templates.noParameters')}</p>
      ) : null}
    </>
  )
}

function CardFrame({ title, children }: { title: string; children: ReactNode }) {
  const id = useId()
  return (
    <section aria-labelledby={id} className="grid gap-4 rounded-lg border p-3.5">
      <h3 id={id} className="text-sm font-semibold">
        {title}
      </h3>
      {children}
    </section>
  )
}

function Field({ field, form }: { field: TemplateField; form: TemplateFormState }) {
  const t = useT()
  const { path } = field
  const say = (key: string, values?: Record<string, string>) => t(`channel_whatsapp.templates.${key}`, values)
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone
  const label = fieldLabel(t, field)
  switch (field.kind) {
    case 'file':
      return (
        <HeaderFileField
          kind={field.media}
          file={form.files[path] ?? NO_FILE}
          error={form.files[path]?.stage === 'uploading' ? undefined : form.errorOf(path)}
          onChoose={(file) => void form.chooseFile(path, field.media, file)}
          onRemove={() => form.removeFile(path)}
        />
      )
    case 'place':
      return <PlaceFields path={path} form={form} />
    case 'product':
      return (
        <>
          <TextInput form={form} path={`${path}.catalogId`} label={say('product.catalog')} />
          <TextInput form={form} path={`${path}.productId`} label={say('product.id')} />
        </>
      )
    case 'products':
      return <ProductListFields path={path} button={field.button} form={form} />
    case 'thumbnail':
      return (
        <TextInput
          form={form}
          path={`${path}.thumbnailProductId`}
          label={label}
          hint={say('thumbnail.optional')}
          isOptional
        />
      )
    case 'suffix':
      return <TextInput form={form} path={path} label={label} example={field.example} before={field.link} />
    case 'code':
    case 'oneTimeCode': {
      const limit = field.kind === 'code' ? COPY_CODE_MAX : ONE_TIME_CODE_MAX
      return <TextInput form={form} path={path} label={label} example={field.example} limit={limit} />
    }
    case 'offerEnd':
      return (
        <TextInput
          form={form}
          path={path}
          label={label}
          type="datetime-local"
          hint={say('offerEnd.zone', { zone })}
        />
      )
    case 'text':
      return <TextInput form={form} path={path} label={label} example={field.example} />
  }
}
