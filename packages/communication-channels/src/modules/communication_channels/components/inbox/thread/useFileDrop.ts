import { type DragEvent, useEffect, useRef, useState } from 'react'
import { carriesFiles, droppedFiles } from '../composer/tray/offeredFiles.ts'

/**
 * Takes files that are dragged here from outside. `onFiles` null: none are wanted now. A file that is let go anywhere
 * else on the page is dropped nowhere, instead of replacing the page.
 */
export function useFileDrop(onFiles: ((files: File[]) => void) | null) {
  // Every element that is entered within the area says so, and every one that is left.
  const depth = useRef(0)
  const [isOver, setIsOver] = useState(false)

  useEffect(() => {
    const refuse = (event: globalThis.DragEvent) => {
      if (event.defaultPrevented || !carriesFiles(event.dataTransfer)) return
      event.preventDefault()
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'none'
    }
    window.addEventListener('dragover', refuse)
    window.addEventListener('drop', refuse)
    return () => {
      window.removeEventListener('dragover', refuse)
      window.removeEventListener('drop', refuse)
    }
  }, [])

  const whenFiles = (act: (event: DragEvent) => void) => (event: DragEvent) => {
    if (!onFiles || !carriesFiles(event.dataTransfer)) return
    event.preventDefault()
    act(event)
  }
  return {
    isOver: isOver && onFiles !== null,
    handlers: {
      onDragEnter: whenFiles(() => {
        depth.current += 1
        setIsOver(true)
      }),
      onDragOver: whenFiles((event) => {
        event.dataTransfer.dropEffect = 'copy'
      }),
      onDragLeave: whenFiles(() => {
        depth.current -= 1
        if (depth.current <= 0) setIsOver(false)
      }),
      onDrop: whenFiles((event) => {
        depth.current = 0
        setIsOver(false)
        onFiles?.(droppedFiles(event.dataTransfer))
      }),
    },
  }
}
