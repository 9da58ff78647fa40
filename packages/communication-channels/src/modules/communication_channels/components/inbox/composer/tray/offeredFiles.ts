/** Whether what is dragged over the page are files from outside, and not a text or a picture of the page itself. */
export function carriesFiles(transfer: DataTransfer | null): boolean {
  return transfer?.types.includes('Files') ?? false
}

/** The files that were dropped; a folder is none, though browsers list it among them. */
export function droppedFiles(transfer: DataTransfer): File[] {
  const items = [...(transfer.items ?? [])].filter(({ kind }) => kind === 'file')
  if (items.length === 0) return [...transfer.files]
  return items.flatMap((item) => {
    if (item.webkitGetAsEntry?.()?.isDirectory) return []
    const file = item.getAsFile()
    return file ? [file] : []
  })
}

/**
 * The files that were pasted. A table copied in an office program comes as text and as a picture of it: there the
 * text is meant.
 */
export function pastedFiles(transfer: DataTransfer): File[] {
  const isOfficeText = transfer.types.includes('text/plain') && transfer.types.includes('text/html')
  return isOfficeText ? [] : [...transfer.files]
}
