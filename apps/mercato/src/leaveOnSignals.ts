/** A process group, and whoever hands signals on, make one signal arrive more than once. */
const ECHO_MS = 1_000

/**
 * The first signal stops what was started, in peace; one that comes later, from somebody who has waited enough, ends
 * the process as it is.
 */
export function leaveOnSignals(
  starting: Promise<{ stop(): Promise<void> }>,
  onStopping: () => void = () => undefined,
): void {
  let since: number | null = null
  const leave = () => {
    if (since !== null) {
      if (Date.now() - since > ECHO_MS) process.exit(1)
      return
    }
    since = Date.now()
    onStopping()
    starting
      .then((product) => product.stop())
      .then(
        () => process.exit(0),
        () => process.exit(1),
      )
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, leave)
}
