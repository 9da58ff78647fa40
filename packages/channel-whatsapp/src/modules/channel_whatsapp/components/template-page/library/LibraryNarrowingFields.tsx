import { readableName } from '../../templates/templateChoices.ts'
import type { LibraryTemplate } from '../data/useLibrary.ts'
import { ChoiceField } from '../parts/ChoiceField.tsx'
import { useFormats, useSay } from '../words/useSay.ts'
import { type LibraryNarrowing, narrowingChoices } from './libraryNarrowing.ts'

type LibraryNarrowingFieldsProps = {
  templates: LibraryTemplate[]
  narrowing: LibraryNarrowing
  onChange: (narrowing: LibraryNarrowing) => void
}

/** What the templates are about and when they are sent, as Meta sorts them; each where it says so. */
export function LibraryNarrowingFields(props: LibraryNarrowingFieldsProps) {
  const { templates, narrowing, onChange } = props
  const say = useSay()
  const { locale } = useFormats()
  const { topics, usecases } = narrowingChoices(templates, narrowing)
  const named = (of: 'topic' | 'usecase', values: string[]) =>
    values
      .map((value) => ({
        value,
        label: say(`library.${of}.${value}`, {}, readableName(value.toLowerCase())),
      }))
      .sort((one, other) => one.label.localeCompare(other.label, locale))
  if (topics.length + usecases.length === 0) return null
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      {topics.length > 0 ? (
        <ChoiceField
          label={say('library.topic')}
          value={narrowing.topic}
          none={say('filter.all')}
          choices={named('topic', topics)}
          onChange={(topic) => onChange({ topic, usecase: null })}
        />
      ) : null}
      {usecases.length > 0 ? (
        <ChoiceField
          label={say('library.usecase')}
          value={narrowing.usecase}
          none={say('filter.all')}
          choices={named('usecase', usecases)}
          onChange={(usecase) => onChange({ ...narrowing, usecase })}
        />
      ) : null}
    </div>
  )
}
