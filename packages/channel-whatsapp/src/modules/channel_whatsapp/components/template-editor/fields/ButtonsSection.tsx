import { BUTTONS_MAX } from '../../../lib/templates/lint/limits.ts'
import { useEditor, usePlace } from '../editorContext.ts'
import { addButton, buttonsOf, moveButton, removeButton } from '../model/buttons.ts'
import { pathOfPart } from '../model/parts.ts'
import { useButtonWords, useText } from '../useText.ts'
import { AddButtonMenu } from './AddButtonMenu.tsx'
import { ButtonCard } from './ButtonCard.tsx'
import { PathNotes } from './PathNotes.tsx'
import { Section } from './Section.tsx'

/** The buttons below the text, in their order. */
export function ButtonsSection() {
  const text = useText()
  const wordsOf = useButtonWords()
  const { mayComplain } = useEditor()
  const { parts, path: base, change } = usePlace()
  const buttons = buttonsOf(parts)
  const path = pathOfPart(parts, 'BUTTONS', base)
  return (
    <Section
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
                  up: index > 0 ? () => change((before) => moveButton(before, index, -1)) : null,
                  down:
                    index < buttons.length - 1
                      ? () => change((before) => moveButton(before, index, 1))
                      : null,
                }}
                onRemove={() => change((before) => removeButton(before, index))}
              />
            </li>
          ))}
        </ol>
      ) : null}
      {mayComplain(path) || buttons.length > 0 ? <PathNotes paths={[path, `${path}.buttons`]} /> : null}
      <AddButtonMenu
        buttons={buttons}
        onAdd={(kind) => change((before) => addButton(before, kind, wordsOf(kind)))}
      />
    </Section>
  )
}
