import { randomUUID } from 'node:crypto'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/**
 * Writes a file that is wholly there or not at all, also after a crash: under a temporary name in `workFolder`,
 * flushed to the disk, then renamed. Both folders are on one file system.
 */
export async function writeDurably(target: string, bytes: Buffer, workFolder: string): Promise<void> {
  await mkdir(workFolder, { recursive: true, mode: 0o700 })
  const unfinished = join(workFolder, randomUUID())
  try {
    const handle = await open(unfinished, 'wx', 0o600)
    try {
      await handle.writeFile(bytes)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await makeFolder(dirname(target))
    await rename(unfinished, target)
    await syncFolder(dirname(target))
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => undefined)
    throw error
  }
}

/** A new folder survives a crash only when the folder above it is flushed too. */
async function makeFolder(folder: string): Promise<void> {
  const topmost = await mkdir(folder, { recursive: true, mode: 0o700 })
  if (!topmost) return
  for (let at = folder; at.length >= topmost.length; at = dirname(at)) await syncFolder(dirname(at))
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
