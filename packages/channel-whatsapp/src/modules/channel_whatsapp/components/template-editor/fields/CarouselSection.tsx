import { Button } from '@open-mercato/ui/primitives/button'
import { IconButton } from '@open-mercato/ui/primitives/icon-button'
import { Tabs, TabsContent, TabsList, TabsTrigger } from '@open-mercato/ui/primitives/tabs'
import { ArrowLeft, ArrowRight, Plus, Trash2 } from 'lucide-react'
import { CARDS } from '../../../lib/templates/lint/limits.ts'
import { useEditor, usePlace } from '../editorContext.ts'
import { addCard, cardsOf, moveCard, removeCard } from '../model/carousel.ts'
import { pathOfPart } from '../model/parts.ts'
import { useText } from '../useText.ts'
import { CardPanel } from './CardPanel.tsx'
import { CardShapeFields } from './CardShapeFields.tsx'
import { PathNotes } from './PathNotes.tsx'
import { Section } from './Section.tsx'

/** The cards: what they all have alike first, then what each says. */
export function CarouselSection() {
  const text = useText()
  const { definition, card, openCard } = useEditor()
  const { parts, path: base, change } = usePlace()
  const cards = cardsOf(parts)
  const path = pathOfPart(parts, 'CAROUSEL', base)
  const open = Math.min(card, cards.length - 1)
  const move = (by: -1 | 1) => {
    change((before) => moveCard(before, open, by))
    openCard(open + by)
  }
  const add = () => {
    change((before) => addCard(before, definition.parameterFormat))
    openCard(cards.length)
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
        <div className="flex flex-wrap items-center gap-2">
          <TabsList aria-label={text('cards.title')}>
            {cards.map((_, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a card is known by its place
              <TabsTrigger key={index} value={String(index)}>
                {text('cards.one', { number: index + 1 })}
              </TabsTrigger>
            ))}
          </TabsList>
          <Button variant="outline" size="sm" disabled={cards.length >= CARDS.max} onClick={add}>
            <Plus />
            {text('cards.add')}
          </Button>
          <span className="ms-auto flex">
            <IconButton
              size="sm"
              aria-label={text('cards.earlier')}
              disabled={open === 0}
              onClick={() => move(-1)}
            >
              <ArrowLeft className="rtl:-scale-x-100" />
            </IconButton>
            <IconButton
              size="sm"
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
              onClick={() => change((before) => removeCard(before, open))}
            >
              <Trash2 />
            </IconButton>
          </span>
        </div>
        {cards.map((parts, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a card is known by its place
          <TabsContent key={index} value={String(index)}>
            <CardPanel parts={parts} index={index} path={`${path}.cards.${index}.components`} />
          </TabsContent>
        ))}
      </Tabs>
    </Section>
  )
}
