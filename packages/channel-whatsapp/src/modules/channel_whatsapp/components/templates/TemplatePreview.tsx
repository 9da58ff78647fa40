import type { DefinitionComponent } from '../../lib/templates/definition/definition.ts'
import { PhoneMessage } from '../template-editor/preview/PhoneMessage.tsx'
import type { TemplateField } from './form/fields.ts'
import type { Template, TemplateValues } from './template.ts'
import type { HeaderFiles } from './useHeaderFiles.ts'

/** What stands where nobody has said anything yet: an example would look as if it was going to be sent. */
const GAP = '[…]'

type TemplatePreviewProps = {
  template: Template
  fields: TemplateField[]
  values: TemplateValues
  files: HeaderFiles
}

/** The message as the customer's phone will show it. */
export function TemplatePreview({ template, fields, values, files }: TemplatePreviewProps) {
  const texts = fields
    .filter(({ kind }) => kind === 'text' || kind === 'oneTimeCode')
    .map(({ path }) => [path, values[path]?.trim() || GAP])
  const pictures = Object.entries(files).flatMap(([path, file]) => {
    const url = file.stage === 'ready' ? file.previewUrl : null
    return url ? [[path.replace(/headerObject$/, 'header.media'), url]] : []
  })
  return (
    // Beside a form that is longer than the screen it stays in sight.
    <div className="sm:sticky sm:top-0">
      <PhoneMessage
        // As Meta lists them, which is what is written here too.
        components={template.components as DefinitionComponent[]}
        values={Object.fromEntries([...texts, ...pictures])}
        language={template.language}
      />
    </div>
  )
}
