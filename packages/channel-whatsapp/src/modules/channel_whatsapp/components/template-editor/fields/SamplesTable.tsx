import { Input } from '@open-mercato/ui/primitives/input'
import { useState } from 'react'
import { ChoiceSelect } from '../../choices/ChoiceSelect.tsx'
import { useEditor, usePlace } from '../editorContext.ts'
import type { ShownFinding } from '../findings/findings-at.ts'
import { PATH_MARK } from '../findings/focus-field.ts'
import { setParameterFormat } from '../model/definition-edits.ts'
import { pathOfPart } from '../model/parts.ts'
import { renameVariable, samplesOf, setSample, type TextPlace, textOf } from '../model/text-parts.ts'
import { asVariableName, variablesIn } from '../model/variables.ts'
import { useText } from '../useText.ts'
import { EditorField } from './EditorField.tsx'
import { PathNotes } from './PathNotes.tsx'

/** A sample for each variable of a text: Meta's reviewers and the preview read them. */
export function SamplesTable({ place }: { place: TextPlace }) {
  const text = useText()
  const { parts, path: base } = usePlace()
  const variables = variablesIn(textOf(parts, place))
  if (variables.length === 0) return null
  const path = `${pathOfPart(parts, place, base)}.example`
  return (
    <fieldset {...{ [PATH_MARK]: path }} className="grid gap-3 rounded-lg border bg-muted/40 p-3">
      <legend className="float-start text-sm font-medium">{text('variables.title')}</legend>
      <p className="text-[0.8125rem] text-muted-foreground">{text('variables.about')}</p>
      {place === 'BODY' && base === 'components' ? <NamingField /> : null}
      {variables.map((variable, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row outlives the renaming of its variable
        <SampleRow key={index} {...{ place, path, variable, index }} />
      ))}
      <PathNotes
        paths={[path]}
        isSaidElsewhere={(finding) => variables.some((variable) => isNamedBy(finding, variable))}
      />
    </fieldset>
  )
}

/** A finding about the samples as a whole names the variables that it means. */
function isNamedBy({ params }: ShownFinding, variable: string): boolean {
  return Object.values(params).some((value) => String(value).includes(`{{${variable}}}`))
}

/** Numbers or names, for the whole template. */
function NamingField() {
  const text = useText()
  const { definition, edit } = useEditor()
  return (
    <EditorField path="parameterFormat" label={text('variables.naming')}>
      <ChoiceSelect
        size="sm"
        value={definition.parameterFormat}
        choices={(['POSITIONAL', 'NAMED'] as const).map((value) => ({
          value,
          label: text(`variables.naming.${value}`),
        }))}
        onChange={(format) => edit((before) => setParameterFormat(before, format))}
      />
    </EditorField>
  )
}

type SampleRowProps = { place: TextPlace; path: string; variable: string; index: number }

function SampleRow({ place, path, variable, index }: SampleRowProps) {
  const text = useText()
  const { parts, change } = usePlace()
  const { parameterFormat } = useEditor().definition
  const isNamed = parameterFormat === 'NAMED'
  const list = place === 'BODY' ? 'body_text' : 'header_text'
  const at = isNamed
    ? `${path}.${list}_named_params.${index}`
    : `${path}.${list}.${place === 'BODY' ? `0.${Number(variable) - 1}` : Number(variable) - 1}`
  return (
    <div className="grid items-start gap-2 sm:grid-cols-[10rem_1fr]">
      {isNamed ? (
        <NameInput
          name={variable}
          onRename={(typed) => change((before) => renameVariable(before, place, variable, typed))}
        />
      ) : (
        <code className="pt-2 font-mono text-sm">{`{{${variable}}}`}</code>
      )}
      <EditorField path={at} naming={(finding) => finding.path === path && isNamedBy(finding, variable)}>
        <Input
          dir="auto"
          aria-label={text('variables.sample', { variable })}
          placeholder={text('variables.placeholder')}
          value={samplesOf(parts, place)[variable] ?? ''}
          onChange={({ target }) =>
            change((before) => setSample(before, place, variable, target.value, parameterFormat))
          }
        />
      </EditorField>
    </div>
  )
}

/** The name changes in the text when the field is left: half a name is none. */
function NameInput({ name, onRename }: { name: string; onRename: (typed: string) => void }) {
  const text = useText()
  const [typed, setTyped] = useState<string | null>(null)
  return (
    <Input
      dir="ltr"
      inputClassName="font-mono"
      aria-label={text('variables.name', { variable: name })}
      value={typed ?? name}
      onChange={({ target }) => setTyped(asVariableName(target.value))}
      onBlur={() => {
        if (typed !== null) onRename(typed)
        setTyped(null)
      }}
    />
  )
}
