import { CARD_BODY_MAX } from '../../../lib/templates/lint/limits.ts'
import { PlaceContext, useEditor, usePlace } from '../editorContext.ts'
import { buttonsOf } from '../model/buttons.ts'
import { changeCard } from '../model/carousel.ts'
import { headerKind, isMediaHeader } from '../model/header.ts'
import { type Parts, partOf, pathOfPart } from '../model/parts.ts'
import { BodyField } from './BodySection.tsx'
import { ButtonCard } from './ButtonCard.tsx'
import { PathNotes } from './PathNotes.tsx'
import { SampleField } from './SampleField.tsx'
import { SamplesTable } from './SamplesTable.tsx'

/** What one card says. Its fields are those of a template, at the place of the card. */
export function CardPanel({ parts, index, path }: { parts: Parts; index: number; path: string }) {
  const { connectionId } = useEditor()
  const { change } = usePlace()
  const kind = headerKind(parts)
  const buttons = pathOfPart(parts, 'BUTTONS', path)
  return (
    <PlaceContext
      value={{
        parts,
        path,
        previewKey: `cards.${index}.`,
        change: (edit) => change((before) => changeCard(before, index, edit)),
      }}
    >
      <div className="grid gap-4">
        <PathNotes paths={[path.replace(/\.components$/, ''), path]} />
        {isMediaHeader(kind) ? <SampleField key={`${kind} ${connectionId}`} kind={kind} /> : null}
        {partOf(parts, 'BODY') ? (
          <>
            <BodyField most={CARD_BODY_MAX} />
            <SamplesTable place="BODY" />
          </>
        ) : null}
        {buttonsOf(parts).map((button, at) => (
          <ButtonCard
            // biome-ignore lint/suspicious/noArrayIndexKey: a button has no name of its own; its fields hold no state
            key={at}
            button={button}
            index={at}
            path={`${buttons}.buttons.${at}`}
          />
        ))}
      </div>
    </PlaceContext>
  )
}
