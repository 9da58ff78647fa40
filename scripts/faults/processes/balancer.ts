import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'

/** How long a process may take to accept a connection before another is asked. */
const CONNECT_WITHIN_MS = 1_000

export interface Balancer {
  close(): void
}

/** One address for several processes, in turn. One that is not there is passed over, as a load balancer would. */
export async function balance(port: number, ports: readonly number[]): Promise<Balancer> {
  const sockets = new Set<Socket>()
  let turn = 0
  const keep = (socket: Socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.once('close', () => sockets.delete(socket))
    return socket
  }
  const pass = (client: Socket, nth: number, triesLeft: number) => {
    if (triesLeft === 0) return void client.destroy()
    const process = keep(connect(ports[nth % ports.length]!, '127.0.0.1'))
    const tryNext = () => {
      process.destroy()
      pass(client, nth + 1, triesLeft - 1)
    }
    process.once('error', tryNext)
    process.setTimeout(CONNECT_WITHIN_MS, tryNext)
    process.once('connect', () => {
      process.off('error', tryNext)
      process.setTimeout(0)
      join(client, process)
    })
  }
  const server = createServer((client) => pass(keep(client), turn++, ports.length))
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  return {
    close() {
      server.close()
      for (const socket of sockets) socket.destroy()
    },
  }
}

function join(one: Socket, other: Socket): void {
  one.pipe(other)
  other.pipe(one)
  one.once('close', () => other.destroy())
  other.once('close', () => one.destroy())
}
