import { ExternalLink } from 'lucide-react'
import { webLink } from '../../model/safeLink.ts'
import { CardButton } from './CardFrame.tsx'

/** A link of our own, to be tried out by whoever reads the thread. */
export function LinkButton({ url, label }: { url: string; label: string }) {
  const href = webLink(url)
  const button = <CardButton Icon={ExternalLink}>{label}</CardButton>
  if (!href) return button
  return (
    <a
      href={href}
      target="_blank"
      rel="noopener noreferrer"
      title={href}
      className="block -outline-offset-2 hover:underline"
    >
      {button}
    </a>
  )
}
