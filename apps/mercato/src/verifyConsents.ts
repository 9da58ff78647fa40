// `npm run consents:verify`: whether the ledgers of consent are as they were recorded. Ends with 1 where one is not.
import cli from '@open-mercato/communication-channels/modules/communication_channels/cli'
import { withHost } from './withHost.ts'

const command = cli.find(({ command }) => command === 'verify-consents')!
try {
  await withHost(async () => command.run([]))
} catch (error) {
  console.error(`The ledgers could not be read: ${(error as Error).message}`)
  process.exitCode = 1
}
