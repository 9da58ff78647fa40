/** While one waits for the database, the other opens and reads what it applies next. */
const LANES = 2

/**
 * Works in several lanes at once until each finds nothing. Whoever sorts out the same people waits for the other, so what
 * is gained is the reading beside the writing.
 *
 * @param lane works until nothing is left for it
 * @throws what the first lane threw, once all have ended
 */
export async function workLanes(lane: () => Promise<void>): Promise<void> {
  const ended = await Promise.allSettled(Array.from({ length: LANES }, lane))
  const failed = ended.find((one) => one.status === 'rejected')
  if (failed) throw failed.reason
}
