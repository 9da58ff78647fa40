import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { fetchLink } from './fetch-link.ts'
import type { LinkRules } from './link-rules.ts'
import { isPublicAddress } from './public-address.ts'

const MAX = 1_000
let server: Server
let port: number
let answer: RequestListener
const asked: { url: string; headers: NodeJS.Dict<string | string[]> }[] = []

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push({ url: request.url ?? '', headers: request.headers })
    answer(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
})
beforeEach(() => {
  asked.length = 0
})
afterAll(async () => {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
})

/** The test's own server is the internet; every other address is what it is. */
const rules = (resolve: LinkRules['resolve'] = async () => ['127.0.0.1']): LinkRules => ({
  isAllowedAddress: (address) => address === '127.0.0.1' || isPublicAddress(address),
  isAllowedPort: (one) => one === port || one === 80 || one === 443,
  resolve,
})
/** As it runs: nothing of this machine is reachable. */
const strict = (resolve: LinkRules['resolve']): LinkRules => ({
  isAllowedAddress: isPublicAddress,
  isAllowedPort: () => true,
  resolve,
})
const link = (path = '/tent.jpg', host = 'shop.example') => `http://${host}:${port}${path}`
const fetchIt = (path?: string) => fetchLink(link(path), MAX, rules())
const says = (code: string, sentence = '') =>
  expect.objectContaining({
    code,
    body: expect.objectContaining({ error: expect.stringContaining(sentence) }),
  })

it('a file comes with its bytes and its name', async () => {
  answer = (_, response) => response.end('bytes')
  const { bytes, fileName } = await fetchIt('/pictures/my%20tent.jpg?size=2')
  expect(new TextDecoder().decode(bytes)).toBe('bytes')
  expect(fileName).toBe('my tent.jpg')
})

it.each([
  ['attachment; filename="bill.pdf"', 'bill.pdf'],
  ['attachment; filename=bill.pdf', 'bill.pdf'],
  [`attachment; filename="x.pdf"; filename*=UTF-8''rachunek%20%C5%BC.pdf`, 'rachunek ż.pdf'],
  ['inline', 'tent.jpg'],
])('the name in %s is %s', async (disposition, name) => {
  answer = (_, response) => response.setHeader('content-disposition', disposition).end('x')
  expect(await fetchIt()).toMatchObject({ fileName: name })
})

it('nothing of ours is given along, and what comes is asked for unpacked', async () => {
  answer = (_, response) => {
    response.setHeader('set-cookie', 'a=b')
    if (asked.length === 1) response.writeHead(302, { location: '/two' }).end()
    else response.end('x')
  }
  await fetchIt()
  expect(asked).toHaveLength(2)
  for (const { headers } of asked) {
    expect(headers['accept-encoding']).toBe('identity')
    for (const name of ['cookie', 'authorization', 'referer', 'proxy-authorization']) {
      expect(headers).not.toHaveProperty(name)
    }
  }
})

it('a proxy of the environment is not asked', async () => {
  const before = { ...process.env }
  Object.assign(process.env, { HTTP_PROXY: 'http://127.0.0.1:9', http_proxy: 'http://127.0.0.1:9' })
  try {
    answer = (_, response) => response.end('x')
    await expect(fetchIt()).resolves.toBeDefined()
  } finally {
    process.env = before
  }
})

describe('redirects', () => {
  it('are followed five times, and no more', async () => {
    const hop =
      (most: number): RequestListener =>
      (request, response) => {
        const nth = Number(request.url?.slice(1) || 0)
        if (nth === most) response.end('x')
        else response.writeHead(307, { location: `/${nth + 1}` }).end()
      }
    answer = hop(5)
    await expect(fetchIt('/0')).resolves.toMatchObject({ fileName: '5' })
    answer = hop(6)
    await expect(fetchIt('/0')).rejects.toEqual(says('link_unreachable', 'on and on'))
  })

  it.each([
    'http://169.254.169.254/latest/user-data/',
    'http://[::ffff:10.0.0.1]/',
    'http://2130706434/',
    'http://metadata.google.internal/',
    '//localhost/',
    'ftp://shop.example/',
    'file:///etc/passwd',
    'http://user:secret@shop.example/',
    'http://shop.example:6379/',
  ])('to %s are refused', async (location) => {
    answer = (_, response) => response.writeHead(302, { location }).end()
    await expect(fetchIt()).rejects.toEqual(says('link_forbidden'))
    expect(asked).toHaveLength(1)
  })

  it('to a name that is inside are refused', async () => {
    answer = (_, response) => response.writeHead(301, { location: link('/', 'inside.example') }).end()
    const resolve = async (name: string) => [name === 'inside.example' ? '10.0.0.1' : '127.0.0.1']
    await expect(fetchLink(link(), MAX, rules(resolve))).rejects.toEqual(says('link_forbidden', 'internal'))
    expect(asked).toHaveLength(1)
  })
})

describe('a name', () => {
  it.each([['127.0.0.1'], ['::1'], ['::ffff:127.0.0.1'], ['169.254.169.254'], ['fe80::1%lo']])(
    'that resolves to %s is refused, and nobody is asked',
    async (address) => {
      answer = (_, response) => response.end('x')
      const refused = fetchLink(
        link(),
        MAX,
        strict(async () => [address]),
      )
      await expect(refused).rejects.toEqual(says('link_forbidden', 'internal'))
      expect(asked).toHaveLength(0)
    },
  )

  it('of which one address of several is inside is refused', async () => {
    const refused = fetchLink(
      link(),
      MAX,
      strict(async () => ['93.184.215.14', '127.0.0.1']),
    )
    await expect(refused).rejects.toEqual(says('link_forbidden'))
    expect(asked).toHaveLength(0)
  })

  it('that answers otherwise the second time is connected to where the first answer was checked', async () => {
    answer = (_, response) => response.end('x')
    const answers = [['127.0.0.1'], ['10.0.0.1']]
    let lookups = 0
    await fetchLink(
      link(),
      MAX,
      rules(async () => answers[lookups++] ?? []),
    )
    expect(lookups).toBe(1)
  })

  it('that nobody knows is unreachable', async () => {
    const nobody = async () => {
      throw Object.assign(new Error('no'), { code: 'ENOTFOUND' })
    }
    await expect(fetchLink(link(), MAX, rules(nobody))).rejects.toEqual(
      says('link_unreachable', 'no such name'),
    )
    await expect(
      fetchLink(
        link(),
        MAX,
        rules(async () => []),
      ),
    ).rejects.toEqual(says('link_unreachable'))
  })
})

describe('what comes is bounded', () => {
  it.each<[string, RequestListener]>([
    [
      'says that it is large',
      (_, response) => response.setHeader('content-length', MAX + 1).end('x'.repeat(MAX + 1)),
    ],
    [
      'says nothing of its size and does not end',
      (_, response) => {
        const more = setInterval(() => response.write('x'.repeat(500)), 1)
        response.on('close', () => clearInterval(more))
      },
    ],
  ])('where a server %s', async (_, listener) => {
    answer = listener
    await expect(fetchIt()).rejects.toEqual(says('link_too_large'))
  })

  it('in time, also where a server sends a little now and then', async () => {
    answer = (_, response) => {
      const more = setInterval(() => response.write('x'), 20)
      response.on('close', () => clearInterval(more))
    }
    await expect(fetchLink(link(), MAX, rules(), 200)).rejects.toEqual(says('link_unreachable', 'too long'))
  })

  it('in time, where a server says nothing at all', async () => {
    answer = () => {}
    await expect(fetchLink(link(), MAX, rules(), 200)).rejects.toEqual(says('link_unreachable', 'too long'))
  })

  it('unpacked: what is packed is not expanded', async () => {
    const bomb = gzipSync(Buffer.alloc(500_000))
    answer = (_, response) => response.setHeader('content-encoding', 'gzip').end(bomb)
    await expect(fetchIt()).rejects.toEqual(says('link_unreachable', 'packed'))
  })
})

it.each([
  ['a page that is not there', 404],
  ['a server in trouble', 500],
  ['a page without content', 204],
  ['a redirect without a target', 302],
])('%s is unreachable', async (_, status) => {
  answer = (_request, response) => response.writeHead(status).end()
  await expect(fetchIt()).rejects.toEqual(says('link_unreachable', String(status)))
})

it('a server that hangs up is unreachable', async () => {
  answer = (request) => request.socket.destroy()
  await expect(fetchIt()).rejects.toEqual(says('link_unreachable', 'no answer'))
})
