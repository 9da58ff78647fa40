import { Alert, AlertDescription, AlertTitle } from '@open-mercato/ui/primitives/alert'
import { Button } from '@open-mercato/ui/primitives/button'
import { useText } from './useText.ts'

/** Somebody else saved the same draft: whose counts is for a person to say. */
export function ConflictNote({
  onTakeTheirs,
  onKeepMine,
}: {
  onTakeTheirs: () => void
  onKeepMine: () => void
}) {
  const text = useText()
  return (
    <Alert status="warning" role="alert">
      <AlertTitle>{text('conflict.title')}</AlertTitle>
      <AlertDescription>{text('conflict.about')}</AlertDescription>
      <div className="flex flex-wrap gap-2 pt-2">
        <Button size="sm" variant="outline" onClick={onTakeTheirs}>
          {text('conflict.theirs')}
        </Button>
        <Button size="sm" variant="outline" onClick={onKeepMine}>
          {text('conflict.mine')}
        </Button>
      </div>
    </Alert>
  )
}
