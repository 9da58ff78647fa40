// Preloaded (`node --import`) into every process that the scripts start: when the parent is gone, even by
// SIGKILL, the channel to it closes, and this process asks itself to stop as if the parent had said so.
// Children that node forks inherit the preload, so a whole tree comes down.
const patience = 15_000

if (process.channel) {
  process.once('disconnect', () => {
    setTimeout(() => process.exit(1), patience).unref()
    stop()
  })
  // Waiting for the parent's end must keep nobody alive; waiting for its messages must.
  process.channel.unref()
  process.on('newListener', (event) => {
    if (event === 'message') process.channel?.ref()
  })
  process.on('removeListener', (event) => {
    if (event === 'message' && process.listenerCount('message') === 0) process.channel?.unref()
  })
}

// Where this process leads a group, the programs it started are in it and stop too.
function stop() {
  try {
    process.kill(-process.pid, 'SIGTERM')
  } catch {
    process.kill(process.pid, 'SIGTERM')
  }
}
