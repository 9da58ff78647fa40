import { graphUrl } from '../src/modules/channel_whatsapp/lib/provider.ts'
import { readSettings } from './settings.ts'
import { stepsOf } from './steps.ts'

/**
 * Runs the main job once against real Meta and says what it did.
 *
 * @param print one line for a person; never the token
 * @returns the exit code: 0 all went well, 1 something was refused, 2 it was not run
 */
export async function runSmoke(
  env: Record<string, string | undefined>,
  print: (line: string) => void,
): Promise<0 | 1 | 2> {
  const read = readSettings(env)
  if ('missing' in read) {
    print('Not run: it speaks to the real Meta, and for that these variables are needed:')
    for (const name of read.missing) print(`  ${name}`)
    return 2
  }
  const { settings } = read
  print(`Against ${graphUrl()} in version ${settings.META_GRAPH_VERSION}:`)
  for (const { name, run } of stepsOf(settings)) {
    try {
      print(`  ✓ ${name}: ${withoutToken(await run(), settings.META_ACCESS_TOKEN)}`)
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      print(`  ✗ ${name}: ${withoutToken(reason, settings.META_ACCESS_TOKEN)}`)
      return 1
    }
  }
  print('All of it works.')
  return 0
}

function withoutToken(text: string, token: string): string {
  return text.replaceAll(token, '…')
}
