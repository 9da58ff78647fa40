import { useT } from '@open-mercato/shared/lib/i18n/context'
import { Button } from '@open-mercato/ui/primitives/button'
import { DialogFooter } from '@open-mercato/ui/primitives/dialog'
import { type FormEvent, useState } from 'react'
import { languageName } from '../../../lib/templates/language-name.ts'
import type { DefaultTemplate } from '../data/useDefaultTemplates.ts'
import { CheckSet } from '../parts/CheckSet.tsx'
import { categoryName } from '../words/categoryName.ts'
import { notificationName } from '../words/notificationName.ts'
import { useFormats, useSay } from '../words/useSay.ts'
import { languagesOf, namesOf, sampleOf, wishedLanguages, wishesOf } from './choice.ts'

type DefaultsFormProps = {
  items: DefaultTemplate[]
  wished: { names: string[] | null; languages: string[] | null }
  onSubmit: (wishes: { name: string; languages: string[] }[]) => void
  onClose: () => void
}

/** At first everything in the reader's language that is not there yet. */
export function DefaultsForm({ items, wished, onSubmit, onClose }: DefaultsFormProps) {
  const t = useT()
  const say = useSay()
  const format = useFormats()
  const names = namesOf(items)
  const languages = languagesOf(items)
  const incomplete = names.filter((name) =>
    items.some((item) => item.name === name && item.state === 'available'),
  )
  const [chosen, setChosen] = useState(() => ({
    names: (wished.names ?? names).filter((one) => incomplete.includes(one)),
    languages: wishedLanguages(languages, wished.languages ?? [format.locale]),
  }))
  const wishes = wishesOf(items, chosen)
  const count = wishes.reduce((sum, wish) => sum + wish.languages.length, 0)
  const nameChoices = names.map((name) => {
    const sample = sampleOf(items, name, chosen.languages[0] ?? format.locale)
    const there = items.filter((item) => item.name === name && item.state === 'submitted')
    return {
      value: name,
      label: notificationName(t, name),
      hint: (
        <>
          {sample ? categoryName(t, sample.category) : null}
          {there.length > 0
            ? ` · ${say('defaults.there', { languages: format.list(there.map((one) => languageName(one.language, format.locale))) })}`
            : null}
          <bdi className="block">{bodyOf(sample)}</bdi>
        </>
      ),
      isDisabled: !incomplete.includes(name),
    }
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (count > 0) onSubmit(wishes)
  }
  return (
    <form onSubmit={submit} className="grid gap-5">
      <CheckSet
        legend={say('defaults.languages')}
        choices={languages.map((value) => ({ value, label: languageName(value, format.locale) }))}
        chosen={chosen.languages}
        isInline
        onChange={(next) => setChosen({ ...chosen, languages: next })}
      />
      <CheckSet
        legend={say('defaults.names')}
        choices={nameChoices}
        chosen={chosen.names}
        onChange={(next) => setChosen({ ...chosen, names: next })}
      />
      <p aria-live="polite" className="text-sm text-muted-foreground">
        {count > 0 ? say('defaults.count', { count: format.count(count) }) : say('defaults.nothing')}
      </p>
      <DialogFooter>
        <Button variant="outline" onClick={onClose}>
          {t('channel_whatsapp.cancel')}
        </Button>
        <Button type="submit" disabled={count === 0}>
          {say('defaults.submit')}
        </Button>
      </DialogFooter>
    </form>
  )
}

function bodyOf(sample: DefaultTemplate | undefined): string {
  const body = sample?.definition.components.find((component) => component.type === 'BODY')
  return body?.type === 'BODY' ? (body.text ?? '') : ''
}
