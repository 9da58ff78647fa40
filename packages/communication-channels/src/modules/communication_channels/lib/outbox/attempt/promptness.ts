/**
 * A process that was frozen or suspended takes up where it stood. What it had begun may have been given up meanwhile, and a
 * person may have had it sent again: so it leaves promptly or not at all. Half of the lease of `begin-messages.ts`; the
 * provider may take the other half.
 */
const PROMPT_MS = 20_000

export interface Promptness {
  isOver(): boolean
}

/** Both run on through a suspension on some machine, and neither on all. Milliseconds. */
interface Clocks {
  monotonic(): number
  wall(): number
}

/** From now on. */
export function startPromptness(
  clocks: Clocks = { monotonic: () => performance.now(), wall: () => Date.now() },
): Promptness {
  const monotonic = clocks.monotonic()
  const wall = clocks.wall()
  return {
    isOver: () => clocks.monotonic() - monotonic >= PROMPT_MS || clocks.wall() - wall >= PROMPT_MS,
  }
}
