import { type Quality, qualityOf } from '../../words/quality.ts'

export type QualityStep = {
  quality: Quality
  from: string
  /** Where it begins and how long it lasts, as a share of the whole time. */
  start: number
  length: number
}

type Point = { score: string; at: string }

/** The scores as steps from the first to now, oldest first; a score told twice in a row is one step. */
export function qualitySteps(points: Point[], now: number): QualityStep[] {
  const inOrder = points
    .map(({ score, at }) => ({ quality: qualityOf(score), from: at, time: Date.parse(at) }))
    .sort((one, other) => one.time - other.time)
    .filter((point, position, all) => all[position - 1]?.quality !== point.quality)
  const first = inOrder[0]
  if (!first) return []
  const whole = Math.max(now - first.time, 1)
  return inOrder.map(({ quality, from, time }, position) => {
    const end = inOrder[position + 1]?.time ?? now
    return { quality, from, start: (time - first.time) / whole, length: Math.max(end - time, 0) / whole }
  })
}
