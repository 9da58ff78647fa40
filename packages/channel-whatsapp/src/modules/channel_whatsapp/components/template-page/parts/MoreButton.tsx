import { Button } from '@open-mercato/ui/primitives/button'

/** What of an infinite query the button needs. */
type MoreButtonProps = {
  list: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage(): Promise<unknown> }
  label: string
}

/** Reads the next page of a list; not there where there is none. */
export function MoreButton({ list, label }: MoreButtonProps) {
  if (!list.hasNextPage) return null
  return (
    <Button
      variant="outline"
      className="justify-self-center"
      onClick={() => void list.fetchNextPage()}
      disabled={list.isFetchingNextPage}
    >
      {label}
    </Button>
  )
}
