import { checkRateLimit, getClientIp, noteRemoteAddress } from './helpers.ts'
import { RateLimiterService } from './service.ts'

const rule = { points: 2, duration: 10 }

it('lets through what is allowed, refuses the rest and forgets when the time is over', async () => {
  let now = 0
  const service = new RateLimiterService({ now: () => now })
  const ask = async () => (await service.consume('a', rule)).allowed
  expect([await ask(), await ask(), await ask()]).toEqual([true, true, false])
  expect((await service.consume('b', rule)).allowed).toBe(true)
  now = 10_000
  expect(await ask()).toBe(true)
})

it('keeps somebody out for the block’s duration', async () => {
  let now = 0
  const service = new RateLimiterService({ now: () => now })
  const strict = { ...rule, blockDuration: 60 }
  for (let n = 0; n < 3; n += 1) await service.consume('a', strict)
  now = 30_000
  expect((await service.consume('a', strict)).allowed).toBe(false)
  now = 60_000
  expect((await service.consume('a', strict)).allowed).toBe(true)
})

it('says when to come back', async () => {
  const service = new RateLimiterService({ now: () => 0 })
  expect(await checkRateLimit(service, { points: 1, duration: 10 }, 'a', 'Slow down.')).toBeNull()
  const refusal = await checkRateLimit(service, { points: 1, duration: 10 }, 'a', 'Slow down.')
  expect(refusal?.status).toBe(429)
  expect(refusal?.headers.get('retry-after')).toBe('10')
})

it('believes only as many proxies as are ours', () => {
  const request = new Request('http://localhost', {
    headers: { 'x-forwarded-for': '6.6.6.6, 9.9.9.9, 10.0.0.2' },
  })
  noteRemoteAddress(request, '10.0.0.1')
  expect(getClientIp(request)).toBe('10.0.0.1')
  expect(getClientIp(request, 1)).toBe('10.0.0.2')
  expect(getClientIp(request, 2)).toBe('9.9.9.9')
})
