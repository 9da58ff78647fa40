/** Tells the parent, which waits for this one message. */
export function say(message: unknown): void {
  process.send?.(message)
}

/** What the parent handed over in the environment. */
export function given(name: string): string {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is not set.`)
  return value
}

/** Runs `stop` once when we are asked to go, and goes. */
export function onStop(stop: () => Promise<void>): void {
  let isStopping = false
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (isStopping) return
      isStopping = true
      stop().then(
        () => process.exit(0),
        (error) => {
          console.error(error)
          process.exit(1)
        },
      )
    })
  }
}
