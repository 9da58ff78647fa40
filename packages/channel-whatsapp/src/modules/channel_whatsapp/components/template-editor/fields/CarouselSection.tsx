import { Button } from '@open-mercato/ui/primitives/button'
import { IconButton } from '@open-mercato/ui/primitives/icon-button'
import { Tabs, TabsContent, TabsList, TabsTrigger } from '@open-mercato/ui/primitives/tabs'
import { ArrowLeft, ArrowRight, Plus, Trash2 } from 'lucide-react'
import { CARDS } from '../../../lib/templates/lint/limits.ts'
import { useEditor, usePlace } from '../editorContext.ts'
import { addCard, cardsOf, moveCard, orderMoved, orderWithout, removeCard } from '../model/carousel.ts'
import { pathOfPart } from '../model/parts.ts'
import { useText } from '../useText.ts'
import { CardPanel } from './CardPanel.tsx'
import { CardShapeFields } from './CardShapeFields.tsx'
import { PathNotes } from './PathNotes.tsx'
import { Section } from './Section.tsx'
import { useCardKeys } from './useCardKeys.ts'
import { useFocusNext } from './useFocusNext.ts'

/** The cards: what they all have alike first, then what each says. */
export function CarouselSection() {
  const text = useText()
  const { definition, card, openCard, arrangePictures } = useEditor()
  const { parts, path: base, change } = usePlace()
  const cards = cardsOf(parts)
  const path = pathOfPart(parts, 'CAROUSEL', base)
  const open = Math.min(card, cards.length - 1)
  const { keys, arrangeKeys } = useCardKeys(cards.length)
  const { root, focusNext } = useFocusNext<HTMLDivElement>()
  const arrange = (order: number[]) => {
    arrangeKeys(order)
    arrangePictures(order)
  }
  const move = (by: -1 | 1) => {
    change((before) => moveCard(before, open, by))
    arrange(orderMoved(cards.length, open, by))
    focusNext(`[data-move="${by}"]:enabled`, '[data-move]:enabled')
    openCard(open + by)
  }
  const add = () => {
    change((before) => addCard(before, definition.parameterFormat))
    openCard(cards.length)
  }
  const remove = () => {
    change((before) => removeCard(before, open))
    arrange(orderWithout(cards.length, open))
    openCard(Math.min(open, cards.length - 2))
    focusNext('[data-add]')
  }
  return (
    <Section
      title={text('cards.title')}
      about={text('cards.about')}
      aside={
        <span className="text-xs tabular-nums text-muted-foreground">
          {text('cards.count', { count: cards.length, most: CARDS.max })}
        </span>
      }
    >
      <CardShapeFields />
      <PathNotes paths={[path, `${path}.cards`]} />
      <Tabs value={String(open)} onValueChange={(next) => openCard(Number(next))}>
        <div ref={root} className="flex flex-wrap items-center gap-2">
          <TabsList aria-label={text('cards.title')}>
            {cards.map((_, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a card is known by its place
              <TabsTrigger key={index} value={String(index)}>
                {text('cards.one', { number: index + 1 })}
              </TabsTrigger>
            ))}
          </TabsList>
          <Button data-add variant="outline" size="sm" disabled={cards.length >= CARDS.max} onClick={add}>
            <Plus />
            {text('cards.add')}
          </Button>
          <span className="ms-auto flex">
            <IconButton
              size="sm"
              data-move="-1"
              aria-label={text('cards.earlier')}
              disabled={open === 0}
              onClick={() => move(-1)}
            >
              <ArrowLeft className="rtl:-scale-x-100" />
            </IconButton>
            <IconButton
              size="sm"
              data-move="1"
              aria-label={text('cards.later')}
              disabled={open === cards.length - 1}
              onClick={() => move(1)}
            >
              <ArrowRight className="rtl:-scale-x-100" />
            </IconButton>
            <IconButton
              size="sm"
              aria-label={text('cards.remove')}
              disabled={cards.length <= CARDS.min}
              onClick={remove}
            >
              <Trash2 />
            </IconButton>
          </span>
        </div>
        {cards.map((parts, index) => (
          // A card that is not open stays: its sample may be under way to Meta.
          <TabsContent key={keys[index]} value={String(index)} forceMount hidden={index !== open}>
            <CardPanel parts={parts} index={index} path={`${path}.cards.${index}.components`} />
          </TabsContent>
        ))}
      </Tabs>
    </Section>
  )
}
