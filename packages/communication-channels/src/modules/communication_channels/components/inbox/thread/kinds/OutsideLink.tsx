import { ExternalLink } from 'lucide-react'
import type { ReactNode } from 'react'

/** Opens elsewhere, which learns nothing of where the click came from. `href` has to be a checked one. */
export function OutsideLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a
      href={href}
      target="_blank"
      rel="noopener noreferrer"
      className="inline-flex max-w-full items-center gap-1 rounded text-sm font-medium text-primary hover:underline"
    >
      <bdi className="[overflow-wrap:anywhere]">{children}</bdi>
      <ExternalLink aria-hidden="true" className="size-3.5 shrink-0" />
    </a>
  )
}
