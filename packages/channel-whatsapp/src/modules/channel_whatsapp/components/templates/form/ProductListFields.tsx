import { useT } from '@open-mercato/shared/lib/i18n/context'
import { Button } from '@open-mercato/ui/primitives/button'
import { IconButton } from '@open-mercato/ui/primitives/icon-button'
import { Plus, X } from 'lucide-react'
import { MAX_TITLE } from './problems.ts'
import { MOST_SECTIONS, sectionsOf, withSections } from './sections.ts'
import { TextInput } from './TextInput.tsx'
import type { TemplateFormState } from './useTemplateForm.ts'

type ProductListFieldsProps = { path: string; button: string; form: TemplateFormState }

/** The products that the button of a multi-product template opens, in their sections. */
export function ProductListFields({ path, button, form }: ProductListFieldsProps) {
  const t = useT()
  const say = (key: string, values?: Record<string, string | number>) =>
    t(`channel_whatsapp.templates.products.${key}`, values)
  const sections = sectionsOf(form.values, path)
  const setSections = (next: typeof sections) => form.setAll(withSections(form.values, path, next), path)
  return (
    <fieldset className="grid gap-4">
      <legend className="mb-2 text-sm font-semibold">{say('title', { button })}</legend>
      <TextInput
        form={form}
        path={`${path}.thumbnailProductId`}
        label={say('thumbnail')}
        hint={say('thumbnail.hint')}
      />
      {sections.map((_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a section is known by its place only
        <div key={index} className="grid gap-3 rounded-lg border p-3.5">
          <div className="flex items-center justify-between gap-3">
            <p className="text-sm font-medium">{say('section', { number: index + 1 })}</p>
            {sections.length > 1 ? (
              <IconButton
                size="sm"
                aria-label={say('section.remove', { number: index + 1 })}
                onClick={() => setSections(sections.filter((_other, position) => position !== index))}
              >
                <X />
              </IconButton>
            ) : null}
          </div>
          <TextInput
            form={form}
            path={`${path}.sections.${index}.title`}
            label={say('section.title')}
            limit={MAX_TITLE}
          />
          <TextInput
            form={form}
            path={`${path}.sections.${index}.productIds`}
            label={say('section.products')}
            hint={say('section.products.hint')}
          />
        </div>
      ))}
      {sections.length < MOST_SECTIONS ? (
        <Button
          variant="outline"
          size="sm"
          className="w-fit"
          onClick={() => setSections([...sections, { title: '', products: '' }])}
        >
          <Plus />
          {say('section.add')}
        </Button>
      ) : null}
    </fieldset>
  )
}
