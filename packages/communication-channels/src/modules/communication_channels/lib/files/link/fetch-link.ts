import { type Dispatcher, request } from 'undici'
import { ChannelError } from '../../errors.ts'
import { guardedAgent, refusalOf } from './guarded-agent.ts'
import { checkLink, type LinkRules, PUBLIC_INTERNET } from './link-rules.ts'
import { nameOf } from './name-of.ts'

const MOST_REDIRECTS = 5
/** A person waits for it. */
const WITHIN_MS = 30_000
const REDIRECTS = new Set([301, 302, 303, 307, 308])

export interface FetchedFile {
  bytes: Uint8Array
  /** As the server or the link names it; not cleaned. */
  fileName: string
}

/**
 * Fetches a file from a link that somebody gave. It goes to public addresses alone, through every redirect; it brings
 * no cookies and no credentials, and takes no proxy from the environment.
 *
 * @param maxBytes more is not read
 * @throws ChannelError 422: `link_forbidden`, `link_unreachable`, `link_too_large`
 */
export async function fetchLink(
  link: string,
  maxBytes: number,
  rules: LinkRules = PUBLIC_INTERNET,
  withinMs: number = WITHIN_MS,
): Promise<FetchedFile> {
  const agent = guardedAgent(rules)
  const signal = AbortSignal.timeout(withinMs)
  try {
    let url = checkLink(link, rules)
    for (let hops = 0; hops <= MOST_REDIRECTS; hops++) {
      const answer = await ask(agent, url, signal)
      const next = REDIRECTS.has(answer.statusCode) ? headerOf(answer, 'location') : null
      if (next === null) return { bytes: await read(answer, maxBytes), fileName: nameOf(answer.headers, url) }
      answer.body.destroy()
      url = checkLink(URL.canParse(next, url) ? new URL(next, url).href : next, rules)
    }
    throw unreachable('It leads on and on.')
  } catch (failure) {
    throw refusalOf(failure) ?? unreachable(reasonOf(failure, signal))
  } finally {
    await agent.destroy()
  }
}

async function ask(agent: Dispatcher, url: URL, signal: AbortSignal): Promise<Dispatcher.ResponseData> {
  const answer = await request(url, {
    dispatcher: agent,
    signal,
    headers: { accept: '*/*', 'accept-encoding': 'identity', 'user-agent': 'open-mercato-hub' },
  })
  // A body that is dropped half-read says so, and nobody is interested.
  answer.body.on('error', () => {})
  return answer
}

async function read(answer: Dispatcher.ResponseData, maxBytes: number): Promise<Uint8Array> {
  const { statusCode, body } = answer
  if (statusCode !== 200) throw refused(answer, `The server answered with ${statusCode}.`)
  const encoding = headerOf(answer, 'content-encoding') ?? 'identity'
  // What is packed can be a thousand times its size. It was asked for unpacked.
  if (encoding !== 'identity') throw refused(answer, 'The server sends it packed, which was not asked for.')
  if (Number(headerOf(answer, 'content-length') ?? 0) > maxBytes) throw tooLarge(answer, maxBytes)
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength
    if (size > maxBytes) throw tooLarge(answer, maxBytes)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function headerOf({ headers }: Dispatcher.ResponseData, name: string): string | null {
  const value = headers[name]
  return (Array.isArray(value) ? value[0] : value) ?? null
}

function refused({ body }: Dispatcher.ResponseData, why: string): ChannelError {
  body.destroy()
  return unreachable(why)
}

function tooLarge({ body }: Dispatcher.ResponseData, maxBytes: number): ChannelError {
  body.destroy()
  const megabytes = Math.floor((maxBytes / 1024 / 1024) * 10) / 10
  return new ChannelError(
    422,
    'link_too_large',
    `The file behind this link is larger than the ${megabytes} MB that may be sent.`,
    'Give the link to a smaller file.',
  )
}

function reasonOf(failure: unknown, signal: AbortSignal): string {
  if (signal.aborted) return 'It took too long.'
  const { code } = failure as { code?: string }
  if (code === 'ENOTFOUND') return 'There is no such name.'
  return 'There is no answer.'
}

function unreachable(why: string): ChannelError {
  return new ChannelError(
    422,
    'link_unreachable',
    `The file behind this link could not be fetched. ${why}`,
    'Open the link to see whether it is right, or upload the file.',
  )
}
