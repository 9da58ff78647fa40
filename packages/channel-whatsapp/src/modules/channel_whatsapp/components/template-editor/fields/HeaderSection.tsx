import { HEADER_MAX } from '../../../lib/templates/lint/limits.ts'
import { ChoiceSelect } from '../../choices/ChoiceSelect.tsx'
import { useEditor, usePlace } from '../editorContext.ts'
import { HEADER_KINDS, type HeaderKind, headerKind, isMediaHeader } from '../model/header.ts'
import { layoutOf } from '../model/layout.ts'
import { pathOfPart } from '../model/parts.ts'
import { setHeaderWithButton } from '../model/product.ts'
import { textOf } from '../model/text-parts.ts'
import { useButtonWords, useText } from '../useText.ts'
import { CountedInput } from './CountedInput.tsx'
import { EditorField } from './EditorField.tsx'
import { SampleField } from './SampleField.tsx'
import { SamplesTable } from './SamplesTable.tsx'
import { Section } from './Section.tsx'
import { useTextWriter } from './useTextWriter.ts'
import { VariableButton } from './VariableButton.tsx'

/** What stands above the text. */
export function HeaderSection() {
  const text = useText()
  const wordsOf = useButtonWords()
  const { parts, path: base, change } = usePlace()
  const { definition, connectionId, showPicture } = useEditor()
  const kind = headerKind(parts)
  const path = pathOfPart(parts, 'HEADER', base)
  const isOffer = layoutOf(definition) === 'offer'
  const kinds: readonly HeaderKind[] = isOffer ? ['NONE', 'IMAGE', 'VIDEO'] : HEADER_KINDS
  return (
    <Section title={text('header.title')} about={text('header.about')}>
      <EditorField path={`${path}.format`} also={[path]} label={text('header.kind')}>
        <ChoiceSelect<HeaderKind>
          value={kind}
          choices={kinds.map((value) => ({ value, label: text(`header.kind.${value}`) }))}
          onChange={(next) => {
            showPicture('header.media', null)
            change((before) => setHeaderWithButton(before, next, wordsOf('SPM')))
          }}
        />
      </EditorField>
      {kind === 'TEXT' ? <HeaderText path={path} /> : null}
      {isMediaHeader(kind) ? <SampleField key={`${kind} ${connectionId}`} kind={kind} /> : null}
      {kind === 'LOCATION' || kind === 'PRODUCT' ? (
        <p className="text-[0.8125rem] text-muted-foreground">{text(`header.note.${kind}`)}</p>
      ) : null}
    </Section>
  )
}

function HeaderText({ path }: { path: string }) {
  const text = useText()
  const { parts } = usePlace()
  const write = useTextWriter('HEADER')
  const value = textOf(parts, 'HEADER')
  return (
    <div className="grid gap-3">
      <EditorField path={`${path}.text`} label={text('header.text')} required>
        <CountedInput most={HEADER_MAX} value={value} onChange={write} />
      </EditorField>
      <VariableButton text={value} onInsert={(variable) => write(`${value}${variable}`)} most={1} />
      <SamplesTable place="HEADER" />
    </div>
  )
}
