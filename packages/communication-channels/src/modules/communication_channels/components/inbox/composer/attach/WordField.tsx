import { useT } from '@open-mercato/shared/lib/i18n/context'
import { DraftInput } from './DraftInput.tsx'

type Words = { header: string; body: string; footer: string }

type WordFieldProps = {
  part: keyof Words
  words: Words
  limit: number
  onChange: (part: Partial<Words>) => void
}

/** Heading, text or small print of a message with something to tap. */
export function WordField({ part, words, limit, onChange }: WordFieldProps) {
  const t = useT()
  return (
    <DraftInput
      path={part === 'header' ? 'content.header.text' : `content.${part}`}
      label={t(`communication_channels.inbox.composer.words.${part}`)}
      value={words[part]}
      onChange={(value) => onChange({ [part]: value })}
      limit={limit}
      required={part === 'body'}
      lines={part === 'body' ? 4 : undefined}
    />
  )
}
