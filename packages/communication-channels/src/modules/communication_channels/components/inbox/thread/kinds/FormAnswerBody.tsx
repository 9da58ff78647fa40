import { useT } from '@open-mercato/shared/lib/i18n/context'
import { ClipboardList } from 'lucide-react'
import type { MessageContent } from '../../model/message.ts'
import { FormValue } from './FormValue.tsx'
import { Words } from './Words.tsx'

type FormAnswer = Extract<MessageContent, { type: 'form_answer' }>

/** The filled-in form; where it could not be read, as it came. */
export function FormAnswerBody({ content }: { content: FormAnswer }) {
  const t = useT()
  return (
    <div className="min-w-48">
      <p className="flex items-center gap-2 font-medium">
        <ClipboardList aria-hidden="true" className="size-4 shrink-0 text-primary" />
        {t('communication_channels.inbox.formAnswer.title')}
      </p>
      {content.text ? <Words className="mt-0.5 text-sm text-muted-foreground">{content.text}</Words> : null}
      {content.values ? (
        <FormValue value={content.values} />
      ) : (
        <>
          <p className="mt-1 text-sm text-muted-foreground">
            {t('communication_channels.inbox.formAnswer.unreadable')}
          </p>
          {content.raw ? (
            <pre
              dir="ltr"
              className="mt-1 max-h-48 overflow-auto whitespace-pre-wrap rounded-md bg-muted p-2 text-xs [overflow-wrap:anywhere]"
            >
              {content.raw}
            </pre>
          ) : null}
        </>
      )}
    </div>
  )
}
