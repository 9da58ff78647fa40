import { Button } from '@open-mercato/ui/primitives/button'
import { CardFooter } from '@open-mercato/ui/primitives/card'
import { Spinner } from '@open-mercato/ui/primitives/spinner'

/** The end of a card that is a form. */
export function SaveFooter({ label, isSaving }: { label: string; isSaving: boolean }) {
  return (
    <CardFooter className="justify-end">
      <Button type="submit" disabled={isSaving}>
        {isSaving ? <Spinner size="sm" /> : null}
        {label}
      </Button>
    </CardFooter>
  )
}
