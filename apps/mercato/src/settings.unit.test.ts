import { resolve } from 'node:path'
import { readSettings } from './settings.ts'

const key = Buffer.alloc(32, 7).toString('base64')

it('needs nothing for a local run', () => {
  expect(readSettings({})).toEqual({
    port: 3000,
    production: false,
    publicUrl: 'http://localhost:3000',
    trustProxy: 0,
    databaseUrl: undefined,
    dataDir: resolve('.data'),
    masterKey: undefined,
    simulatorPort: 3001,
    graphUrl: 'http://localhost:3001',
  })
})

it('takes an empty variable for an unset one and drops the slash of an address', () => {
  const settings = readSettings({ PORT: '', PUBLIC_URL: 'https://shop.example/', SIMULATOR_PORT: '4001' })
  expect(settings).toMatchObject({
    port: 3000,
    publicUrl: 'https://shop.example',
    graphUrl: 'http://localhost:4001',
  })
})

it('talks to Meta when there is no simulator, and has none in production', () => {
  expect(readSettings({ SIMULATOR: 'off' })).toMatchObject({
    simulatorPort: null,
    graphUrl: 'https://graph.facebook.com',
  })
  const production = readSettings({ NODE_ENV: 'production', OM_MASTER_KEY: key })
  expect(production).toMatchObject({
    production: true,
    simulatorPort: null,
    graphUrl: 'https://graph.facebook.com',
  })
})

it.each([
  [{ PORT: 'abc' }, /PORT must be a number/],
  [{ PORT: '70000' }, /PORT must be 1 to 65535/],
  [{ PUBLIC_URL: 'shop.example' }, /PUBLIC_URL must be an address/],
  [{ DATABASE_URL: 'mysql://x' }, /DATABASE_URL must begin with postgres/],
  [{ OM_MASTER_KEY: 'short' }, /OM_MASTER_KEY must be 32 bytes/],
  [{ TRUST_PROXY: '-1' }, /TRUST_PROXY/],
  [{ SIMULATOR: 'maybe' }, /SIMULATOR must be on or off/],
  [{ PORT: '3001' }, /must not be the same/],
  [{ NODE_ENV: 'production' }, /OM_MASTER_KEY must be set/],
  [{ NODE_ENV: 'production', OM_MASTER_KEY: key, SIMULATOR: 'on' }, /cannot be on in production/],
])('refuses %j and says why', (environment, message) => {
  expect(() => readSettings(environment)).toThrow(message)
})
