import type { FileView } from './file.ts'

const longest = 320
const shortest = 120
/** A ticket or a panorama would be a line; the rest of it is seen in the viewer. */
const mostStretched = 2.5

/**
 * The room a picture takes in a thread, in CSS pixels, known before it has arrived so that nothing jumps. A small one
 * is not blown up beyond what can be tapped; one of unknown size gets the room of a photo.
 */
export function pictureBox(width: number | null, height: number | null): { width: number; ratio: number } {
  if (!width || !height) return { width: 240, ratio: 4 / 3 }
  const ratio = Math.min(mostStretched, Math.max(1 / mostStretched, width / height))
  const fitted = ratio >= 1 ? longest : longest * ratio
  return { width: Math.round(Math.max(shortest, Math.min(fitted, Math.max(width, shortest)))), ratio }
}

/** Whether a picture stands in the thread, or will in a moment. */
export function hasRoom({ state }: FileView): boolean {
  return state === 'stored' || state === 'waiting'
}
