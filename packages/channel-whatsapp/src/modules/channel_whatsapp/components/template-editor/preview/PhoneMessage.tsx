import { useT } from '@open-mercato/shared/lib/i18n/context'
import { useMemo } from 'react'
import type { DefinitionComponent } from '../../../lib/templates/definition/definition.ts'
import { normaliseComponents } from '../../../lib/templates/definition/normalise.ts'
import { directionOf } from '../model/languages.ts'
import { MessageBubble } from './MessageBubble.tsx'
import { MessageCards } from './MessageCards.tsx'
import { messageContent, type PreviewValues } from './message-content.ts'

const NO_VALUES: PreviewValues = {}

type PhoneMessageProps = {
  components: DefinitionComponent[]
  /**
   * What stands in the gaps, by `header.<variable>`, `body.<variable>` and `cards.<index>.body.<variable>`;
   * `header.media` is the address of a picture. A gap without a value shows the sample of the definition.
   */
  values?: PreviewValues
  language: string
}

/**
 * A template as a customer's phone shows it, on the wallpaper of a chat. The colours are the phone's, whatever the back
 * office wears.
 */
export function PhoneMessage({ components, values = NO_VALUES, language }: PhoneMessageProps) {
  const t = useT()
  // Meta lists kinds in either case.
  const content = useMemo(
    () => messageContent(normaliseComponents(components) as DefinitionComponent[], values, language),
    [components, values, language],
  )
  return (
    <section
      aria-label={t('channel_whatsapp.templateEditor.preview.label')}
      dir={directionOf(language)}
      lang={language.replace('_', '-')}
      className="overflow-hidden rounded-xl border bg-[#efeae2] bg-[radial-gradient(#d9d2c5_1px,transparent_1.5px)] bg-size-[18px_18px] p-4 ps-5 text-[#111b21]"
    >
      <div className="grid max-w-80 gap-1">
        <MessageBubble content={content} language={language} />
        {content.cards.length > 0 ? <MessageCards cards={content.cards} language={language} /> : null}
      </div>
    </section>
  )
}
