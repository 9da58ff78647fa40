import { atMost } from './at-most.ts'

function job() {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const one = { hasBegun: false, end: resolve, fail: reject }
  return Object.assign(one, {
    work: () => {
      one.hasBegun = true
      return promise
    },
  })
}

it('so many work at once, the next ones one after the other, also after a failure', async () => {
  const jobs = [job(), job(), job(), job()]
  const limited = atMost(2)
  const [first, second, ...others] = jobs.map(({ work }) => limited(work))
  const begun = () => jobs.map(({ hasBegun }) => hasBegun)
  expect(begun()).toEqual([true, true, false, false])
  jobs[1]!.fail(new Error('broken'))
  await expect(second).rejects.toThrow('broken')
  expect(begun()).toEqual([true, true, true, false])
  jobs[0]!.end()
  await first
  expect(begun()).toEqual([true, true, true, true])
  jobs[2]!.end()
  jobs[3]!.end()
  await Promise.all(others)
  const last = job()
  const later = limited(last.work)
  expect(last.hasBegun).toBe(true)
  last.end()
  await later
})
