import { createContext, type ReactNode, useContext, useMemo, useState } from 'react'
import type { FileView } from '../../model/file.ts'
import type { Message } from '../../model/message.ts'
import { threadPictures } from '../../model/threadPictures.ts'
import { PictureViewer } from '../viewer/PictureViewer.tsx'

type ThreadFilesValue = {
  find: (fileId: string | undefined) => { file: FileView; message: Message } | undefined
  /** Shows a picture of the thread large; null where nothing can show it. */
  openPicture: ((fileId: string) => void) | null
  contactName: string
  providerKey: string
}

const ThreadFilesContext = createContext<ThreadFilesValue>({
  find: () => undefined,
  openPicture: null,
  contactName: '',
  providerKey: '',
})

type ThreadFilesProps = {
  messages: Message[]
  contactName: string
  providerKey: string
  children: ReactNode
}

/** The files of a thread, for whatever shows one, and the viewer in which its pictures are looked at. */
export function ThreadFiles({ messages, contactName, providerKey, children }: ThreadFilesProps) {
  const [opened, setOpened] = useState<string | null>(null)
  const pictures = useMemo(() => threadPictures(messages), [messages])
  const value = useMemo(() => {
    const byId = new Map(
      messages.flatMap((message) => message.files.map((file) => [file.id, { file, message }])),
    )
    const find = (fileId: string | undefined) => (fileId ? byId.get(fileId) : undefined)
    return { find, openPicture: setOpened, contactName, providerKey }
  }, [messages, contactName, providerKey])
  return (
    <ThreadFilesContext value={value}>
      {children}
      {opened ? (
        <PictureViewer
          pictures={pictures}
          fileId={opened}
          contactName={contactName}
          onShow={setOpened}
          onClose={() => setOpened(null)}
        />
      ) : null}
    </ThreadFilesContext>
  )
}

export const useThreadFiles = () => useContext(ThreadFilesContext)
