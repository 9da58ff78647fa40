declare module 'autocannon' {
  interface Request {
    method: string
    path: string
    headers: Record<string, string>
    body: string
  }
  interface Options {
    url: string
    connections: number
    /** Seconds. */
    duration: number
    /** Requests a second, over all connections. */
    overallRate?: number
    setupClient(client: { setRequests(requests: Request[]): void }): void
  }
  interface Result {
    '2xx': number
    non2xx: number
    errors: number
    timeouts: number
    /** Seconds. */
    duration: number
    /** Milliseconds. */
    latency: { p50: number; p99: number; max: number }
  }
  export default function autocannon(options: Options): Promise<Result>
}
