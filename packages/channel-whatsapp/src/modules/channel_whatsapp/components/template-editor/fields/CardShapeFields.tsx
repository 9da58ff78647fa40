import { IconButton } from '@open-mercato/ui/primitives/icon-button'
import { Trash2 } from 'lucide-react'
import { CARD_BUTTONS_MAX } from '../../../lib/templates/lint/limits.ts'
import { ChoiceSelect } from '../../choices/ChoiceSelect.tsx'
import { useEditor, usePlace } from '../editorContext.ts'
import type { ButtonKind } from '../model/button-kinds.ts'
import { buttonsOf } from '../model/buttons.ts'
import {
  addCardButton,
  CARD_MEDIA,
  cardsOf,
  moveCardButton,
  removeCardButton,
  setCardMedia,
  setCardText,
  shapeOf,
} from '../model/carousel.ts'
import { useButtonWords, useText } from '../useText.ts'
import { AddButtonMenu } from './AddButtonMenu.tsx'
import { EditorField } from './EditorField.tsx'
import { MoveButtons } from './MoveButtons.tsx'
import { SwitchRow } from './SwitchRow.tsx'
import { arrowsAt, useFocusNext } from './useFocusNext.ts'

const CARD_BUTTONS: ButtonKind[] = ['QUICK_REPLY', 'URL', 'PHONE_NUMBER']

/** What all cards have alike: Meta refuses cards of different shapes. */
export function CardShapeFields() {
  const text = useText()
  const wordsOf = useButtonWords()
  const { showPicture } = useEditor()
  const { parts, change } = usePlace()
  const shape = shapeOf(parts)
  const cards = cardsOf(parts)
  const isProduct = shape.media === 'PRODUCT'
  const { root, focusNext } = useFocusNext<HTMLFieldSetElement>()
  const move = (index: number, by: -1 | 1) => {
    change((before) => moveCardButton(before, index, by))
    focusNext(...arrowsAt(index + by, by === -1 ? 'up' : 'down'))
  }
  return (
    <fieldset ref={root} className="grid gap-4 rounded-lg border bg-muted/40 p-3">
      <legend className="float-start text-sm font-medium">{text('cards.shape')}</legend>
      <EditorField path="cards.media" label={text('cards.media')}>
        <ChoiceSelect
          value={shape.media}
          choices={CARD_MEDIA.map((value) => ({ value, label: text(`header.kind.${value}`) }))}
          onChange={(media) => {
            for (const index of cards.keys()) showPicture(`cards.${index}.header.media`, null)
            change((before) => setCardMedia(before, media, wordsOf('SPM')))
          }}
        />
      </EditorField>
      <SwitchRow
        label={text('cards.text')}
        isOn={shape.hasText}
        onChange={(isOn) => change((before) => setCardText(before, isOn))}
      />
      <div className="grid gap-2">
        <p className="text-sm font-medium">{text('cards.buttons')}</p>
        <ol className="grid gap-1">
          {shape.buttons.map((kind, index) => {
            const name = `${index + 1}. ${text(`button.kind.${kind}`)}`
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: a button of the shape is known by its place
              <li key={index} className="flex items-center gap-1 rounded-md border bg-card ps-3 pe-1 text-sm">
                <span className="me-auto py-1.5">{name}</span>
                <MoveButtons
                  name={name}
                  move={{
                    up: index > 0 ? () => move(index, -1) : null,
                    down: index < shape.buttons.length - 1 ? () => move(index, 1) : null,
                  }}
                />
                <IconButton
                  size="sm"
                  aria-label={text('remove', { name })}
                  disabled={shape.buttons.length === 1}
                  onClick={() => {
                    change((before) => removeCardButton(before, index))
                    focusNext('[data-add]')
                  }}
                >
                  <Trash2 />
                </IconButton>
              </li>
            )
          })}
        </ol>
        {shape.buttons.length < CARD_BUTTONS_MAX && !isProduct ? (
          <AddButtonMenu
            buttons={buttonsOf(cards[0] ?? [])}
            kinds={CARD_BUTTONS}
            onAdd={(kind) => change((before) => addCardButton(before, kind, wordsOf(kind)))}
          />
        ) : null}
      </div>
    </fieldset>
  )
}
