import { BUTTONS_MAX } from '../../../lib/templates/lint/limits.ts'
import { useEditor, usePlace } from '../editorContext.ts'
import { type ButtonKind, OFFERED_KINDS } from '../model/button-kinds.ts'
import { buttonsOf, moveButton } from '../model/buttons.ts'
import { layoutOf } from '../model/layout.ts'
import { pathOfPart } from '../model/parts.ts'
import { addButtonWithHeader, removeButtonWithHeader } from '../model/product.ts'
import { useButtonWords, useText } from '../useText.ts'
import { AddButtonMenu } from './AddButtonMenu.tsx'
import { ButtonCard } from './ButtonCard.tsx'
import { PathNotes } from './PathNotes.tsx'
import { Section } from './Section.tsx'
import { arrowsAt, useFocusNext } from './useFocusNext.ts'

/** An offer takes no others. */
const KINDS_OF_OFFER: ButtonKind[] = ['COPY_CODE', 'URL']

/** The buttons below the text, in their order. */
export function ButtonsSection() {
  const text = useText()
  const wordsOf = useButtonWords()
  const { definition, mayComplain } = useEditor()
  const { parts, path: base, change } = usePlace()
  const buttons = buttonsOf(parts)
  const path = pathOfPart(parts, 'BUTTONS', base)
  const { root, focusNext } = useFocusNext<HTMLElement>()
  const move = (index: number, by: -1 | 1) => {
    change((before) => moveButton(before, index, by))
    focusNext(...arrowsAt(index + by, by === -1 ? 'up' : 'down'))
  }
  return (
    <Section
      ref={root}
      title={text('buttons.title')}
      about={text('buttons.about')}
      aside={
        <span className="text-xs tabular-nums text-muted-foreground">
          {text('buttons.count', { count: buttons.length, most: BUTTONS_MAX })}
        </span>
      }
    >
      {buttons.length > 0 ? (
        <ol className="grid gap-3">
          {buttons.map((button, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a button has no name of its own; its fields hold no state
            <li key={index}>
              <ButtonCard
                button={button}
                index={index}
                path={`${path}.buttons.${index}`}
                onMove={{
                  up: index > 0 ? () => move(index, -1) : null,
                  down: index < buttons.length - 1 ? () => move(index, 1) : null,
                }}
                onRemove={() => {
                  change((before) => removeButtonWithHeader(before, index))
                  focusNext('[data-add]')
                }}
              />
            </li>
          ))}
        </ol>
      ) : null}
      {mayComplain(path) || buttons.length > 0 ? <PathNotes paths={[path, `${path}.buttons`]} /> : null}
      <AddButtonMenu
        buttons={buttons}
        kinds={layoutOf(definition) === 'offer' ? KINDS_OF_OFFER : OFFERED_KINDS}
        onAdd={(kind) => change((before) => addButtonWithHeader(before, kind, wordsOf(kind)))}
      />
    </Section>
  )
}
