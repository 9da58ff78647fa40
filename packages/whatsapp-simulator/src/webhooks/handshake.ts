import { randomInt } from 'node:crypto'
import { GraphError } from '../graph/graph-error.ts'

const TIMEOUT_MS = 10_000

/** Asks the callback to echo a challenge, as Meta does whenever an address is set. Throws code 2200 when it does not. */
export async function verifyCallback(callbackUrl: string, verifyToken: string): Promise<void> {
  const challenge = String(randomInt(100_000_000, 2_000_000_000))
  const address = readAddress(callbackUrl)
  address.searchParams.set('hub.mode', 'subscribe')
  address.searchParams.set('hub.challenge', challenge)
  address.searchParams.set('hub.verify_token', verifyToken)
  const answer = await fetch(address, { signal: AbortSignal.timeout(TIMEOUT_MS), redirect: 'manual' })
    .then(async (response) => ({ status: response.status, body: await response.text() }))
    .catch(() => null)
  if (!answer) throw failed("The URL couldn't be reached.")
  if (answer.status !== 200)
    throw failed(
      `HTTP Status Code = ${answer.status}; HTTP Message = ${answer.status === 403 ? 'Forbidden' : 'Error'}`,
    )
  if (answer.body.trim() !== challenge) throw failed('Response does not match challenge')
}

function readAddress(callbackUrl: string): URL {
  if (!/^https?:\/\//.test(callbackUrl) || !URL.canParse(callbackUrl)) {
    throw new GraphError(100, { title: 'Param callback_url must be a valid URL' })
  }
  return new URL(callbackUrl)
}

function failed(reason: string): GraphError {
  return new GraphError(2200, { title: `Callback verification failed with the following errors: ${reason}` })
}
