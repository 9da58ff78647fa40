import type { Locale } from '@open-mercato/shared/lib/i18n/config'
import type { Dict } from '@open-mercato/shared/lib/i18n/context'
import { readModuleFile } from './moduleFile.ts'

const ofModules = import.meta.glob<Dict>('../../../../packages/*/src/modules/*/i18n/*.json', {
  import: 'default',
})
const ofShell = import.meta.glob<Dict>('../../../../packages/ui/src/i18n/*.json', {
  import: 'default',
})

/** All texts of one language. */
export async function loadTexts(locale: Locale): Promise<Dict> {
  const sources = [
    ...Object.entries(ofShell),
    ...Object.entries(ofModules).filter(([path]) => readModuleFile(path) !== null),
  ].filter(([path]) => path.endsWith(`/${locale}.json`))
  return Object.assign({}, ...(await Promise.all(sources.map(([, load]) => load()))))
}
