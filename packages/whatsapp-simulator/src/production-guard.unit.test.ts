import { refuseInProduction } from './production-guard.ts'

test('the simulator refuses to run in production and says why', () => {
  expect(() => refuseInProduction({ NODE_ENV: 'production' })).toThrow(
    /does not run with NODE_ENV=production/,
  )
  expect(() => refuseInProduction({ NODE_ENV: 'development' })).not.toThrow()
  expect(() => refuseInProduction({})).not.toThrow()
})
