import {
  hrefWith,
  useUrlParams,
} from '@open-mercato/communication-channels/modules/communication_channels/components/inbox/data/useUrlParams'
import type { ComponentProps, MouseEvent } from 'react'

type InPageLinkProps = Omit<ComponentProps<'a'>, 'href' | 'onClick'> & {
  change: Record<string, string | null>
}

/** Leads to this page with other parameters: a link to copy or to open apart, and no journey when followed. */
export function InPageLink({ change, ...props }: InPageLinkProps) {
  const { setParams } = useUrlParams()
  const follow = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    setParams(change)
  }
  return <a {...props} href={hrefWith(change)} onClick={follow} />
}
