import { useState } from 'react'
import type { ManagedTemplate, TemplateVersion } from '../../data/template.ts'
import { definitionOf } from '../../definition/definitionOf.ts'
import { ChoiceField } from '../../parts/ChoiceField.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useFormats, useSay } from '../../words/useSay.ts'
import { ChangeList } from './ChangeList.tsx'

/** The forms it has had here, and what any two of them differ in. */
export function VersionsPanel({ known: { template, versions } }: { known: ManagedTemplate }) {
  const say = useSay()
  const [chosen, setChosen] = useState<{ before: number; after: number } | null>(null)
  const [newest, previous] = versions
  if (!newest || !previous) {
    return (
      <Panel title={say('versions.title')}>
        <p className="text-sm text-muted-foreground">
          {newest ? <VersionName version={newest} /> : null} {say('versions.single')}
        </p>
      </Panel>
    )
  }
  const { before, after } = chosen ?? { before: previous.number, after: newest.number }
  const find = (number: number) => versions.find((version) => version.number === number) ?? newest
  return (
    <Panel title={say('versions.title')}>
      <div className="grid gap-3 sm:grid-cols-2">
        <VersionChoice
          label={say('versions.before')}
          value={before}
          versions={versions}
          onChange={(number) => setChosen({ before: number, after })}
        />
        <VersionChoice
          label={say('versions.after')}
          value={after}
          versions={versions}
          onChange={(number) => setChosen({ before, after: number })}
        />
      </div>
      <ChangeList
        before={definitionOf(template, find(before))}
        after={definitionOf(template, find(after))}
        label={say('versions.changes')}
        none={say('versions.same')}
      />
    </Panel>
  )
}

type VersionChoiceProps = {
  label: string
  value: number
  versions: TemplateVersion[]
  onChange: (number: number) => void
}

function VersionChoice({ label, value, versions, onChange }: VersionChoiceProps) {
  const name = useVersionName()
  return (
    <ChoiceField
      label={label}
      value={String(value)}
      choices={versions.map((version) => ({ value: String(version.number), label: name(version) }))}
      onChange={(number) => number && onChange(Number(number))}
    />
  )
}

function useVersionName() {
  const say = useSay()
  const format = useFormats()
  return ({ number, authorName, seenAt }: TemplateVersion) => {
    const values = { number, time: format.moment(seenAt) }
    return authorName ? say('versions.by', { ...values, name: authorName }) : say('versions.one', values)
  }
}

function VersionName({ version }: { version: TemplateVersion }) {
  return <>{useVersionName()(version)}.</>
}
