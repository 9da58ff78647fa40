import { webLink } from '../../model/safeLink.ts'
import { type TextPart, textParts } from '../../model/textParts.ts'

/** What somebody wrote, with its addresses to click and its marks made visible. The whole address is what is shown. */
export function RichText({ text }: { text: string }) {
  return <Parts parts={textParts(text)} />
}

function Parts({ parts }: { parts: TextPart[] }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: parts have no identity but their place
  return parts.map((part, index) => <Part key={index} part={part} />)
}

function Part({ part }: { part: TextPart }) {
  switch (part.kind) {
    case 'text':
      return part.text
    case 'link': {
      const href = webLink(part.text)
      if (!href) return part.text
      return (
        <a href={href} target="_blank" rel="noopener noreferrer" className="text-primary underline">
          {part.text}
        </a>
      )
    }
    case 'bold':
      return (
        <strong className="font-semibold">
          <Parts parts={part.parts} />
        </strong>
      )
    case 'italic':
      return (
        <em>
          <Parts parts={part.parts} />
        </em>
      )
    case 'struck':
      return (
        <s>
          <Parts parts={part.parts} />
        </s>
      )
    case 'mono':
      return (
        <code className="font-mono text-[0.9em]">
          <Parts parts={part.parts} />
        </code>
      )
  }
}
