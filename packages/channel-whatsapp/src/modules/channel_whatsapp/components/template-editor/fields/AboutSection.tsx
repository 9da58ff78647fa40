import { useLocale } from '@open-mercato/shared/lib/i18n/context'
import { useMemo } from 'react'
import { NAME_MAX } from '../../../lib/templates/lint/limits.ts'
import { ChoiceSelect } from '../../choices/ChoiceSelect.tsx'
import { useAccounts } from '../data/useAccounts.ts'
import { useEditor } from '../editorContext.ts'
import { asTemplateName } from '../model/definition-edits.ts'
import { languageChoices } from '../model/languages.ts'
import { type Layout, layoutOf, layoutsFor, setLayout } from '../model/layout.ts'
import { useText } from '../useText.ts'
import { CategoryField } from './CategoryField.tsx'
import { CountedInput } from './CountedInput.tsx'
import { EditorField } from './EditorField.tsx'
import { Section } from './Section.tsx'
import { useFormerParts } from './useFormerParts.ts'

/** What the template is called, for whom and in which language. At Meta its name and language never change. */
export function AboutSection() {
  const text = useText()
  const locale = useLocale()
  const { definition, edit, edited } = useEditor()
  const languages = useMemo(
    () =>
      languageChoices(locale, definition.language).map(({ code, name }) => ({ value: code, label: name })),
    [locale, definition.language],
  )
  const isFixed = edited !== null
  return (
    <Section title={text('about.title')}>
      <EditorField
        path="name"
        label={text('name')}
        help={text(isFixed ? 'name.fixed' : 'name.help')}
        required
      >
        <CountedInput
          dir="ltr"
          most={NAME_MAX}
          disabled={isFixed}
          value={definition.name}
          onChange={(name) => edit((before) => ({ ...before, name: asTemplateName(name) }))}
        />
      </EditorField>
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <EditorField
          path="language"
          label={text('language')}
          help={isFixed ? text('language.fixed') : undefined}
        >
          <ChoiceSelect
            value={definition.language}
            choices={languages}
            disabled={isFixed}
            onChange={(language) => edit((before) => ({ ...before, language }))}
          />
        </EditorField>
        <AccountField />
      </div>
      <CategoryField />
      <LayoutField />
    </Section>
  )
}

function AccountField() {
  const text = useText()
  const { connectionId, changeAccount, edited } = useEditor()
  const accounts = useAccounts()
  const choices = (accounts.data ?? []).map((account) => ({
    value: account.connectionId,
    label: account.name,
  }))
  if (choices.length < 2) return null
  return (
    <EditorField path="account" label={text('account')}>
      <ChoiceSelect
        value={connectionId}
        choices={choices}
        disabled={edited !== null}
        onChange={changeAccount}
      />
    </EditorField>
  )
}

function LayoutField() {
  const text = useText()
  const { definition, edit } = useEditor()
  const layout = layoutOf(definition)
  const formerParts = useFormerParts()
  const layouts = layoutsFor(definition.category)
  if (layouts.length < 2) return null
  return (
    <EditorField path="layout" label={text('layout')} help={text(`layout.about.${layout}`)}>
      <ChoiceSelect<Layout>
        value={layout}
        choices={layouts.map((one) => ({ value: one, label: text(`layout.${one}`) }))}
        onChange={(next) => edit((before) => setLayout(before, next, formerParts(next)))}
      />
    </EditorField>
  )
}
