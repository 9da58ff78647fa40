import { useUrlParams } from '@open-mercato/communication-channels/modules/communication_channels/components/inbox/data/useUrlParams'
import { Button } from '@open-mercato/ui/primitives/button'
import { Popover, PopoverContent, PopoverTrigger } from '@open-mercato/ui/primitives/popover'
import { BookOpen, FilePlus2, Plus } from 'lucide-react'
import type { TemplateAccount } from './data/template.ts'
import { useEditorDoor } from './editorDoor.ts'
import { useSay } from './words/useSay.ts'

/** The three ways to a new template: ready-made, from Meta's library, written. */
export function PageActions({ accounts }: { accounts: TemplateAccount[] }) {
  const say = useSay()
  const { setParams } = useUrlParams()
  return (
    <>
      <Button variant="outline" onClick={() => setParams({ dialog: 'defaults' })}>
        <FilePlus2 /> {say('new.defaults')}
      </Button>
      <Button variant="outline" onClick={() => setParams({ dialog: 'library' })}>
        <BookOpen /> {say('new.library')}
      </Button>
      <NewTemplate accounts={accounts} />
    </>
  )
}

/** A template belongs to one account; which one is asked only where there are several. */
function NewTemplate({ accounts }: { accounts: TemplateAccount[] }) {
  const say = useSay()
  const openEditor = useEditorDoor()
  const words = (
    <>
      <Plus /> {say('new.written')}
    </>
  )
  const [only, another] = accounts
  if (!only) return null
  if (!another) {
    return <Button onClick={() => openEditor({ connectionId: only.connectionId })}>{words}</Button>
  }
  return (
    <Popover>
      <PopoverTrigger asChild>
        <Button>{words}</Button>
      </PopoverTrigger>
      <PopoverContent align="end" className="grid gap-1">
        <p className="px-2 text-[0.8125rem] text-muted-foreground">{say('new.account')}</p>
        {accounts.map(({ connectionId, name }) => (
          <Button
            key={connectionId}
            variant="ghost"
            className="justify-start"
            onClick={() => openEditor({ connectionId })}
          >
            <bdi className="truncate">{name}</bdi>
          </Button>
        ))}
      </PopoverContent>
    </Popover>
  )
}
