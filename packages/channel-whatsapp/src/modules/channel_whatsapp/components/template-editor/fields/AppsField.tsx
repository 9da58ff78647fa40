import { Button } from '@open-mercato/ui/primitives/button'
import { IconButton } from '@open-mercato/ui/primitives/icon-button'
import { Input } from '@open-mercato/ui/primitives/input'
import { Plus, Trash2 } from 'lucide-react'
import { usePlace } from '../editorContext.ts'
import { type AppHash, setApps } from '../model/authentication.ts'
import { useText } from '../useText.ts'
import { EditorField } from './EditorField.tsx'
import { useFocusNext } from './useFocusNext.ts'

/** Meta: five apps at most may be handed the code. */
const MOST_APPS = 5

/** The merchant's own Android apps that a phone hands the code to. */
export function AppsField({ path, apps }: { path: string; apps: AppHash[] }) {
  const text = useText()
  const { change } = usePlace()
  const { root, focusNext } = useFocusNext<HTMLFieldSetElement>()
  const write = (next: AppHash[]) => change((before) => setApps(before, next))
  const set = (index: number, more: Partial<AppHash>) =>
    write(apps.map((app, at) => (at === index ? { ...app, ...more } : app)))
  return (
    <fieldset ref={root} className="grid gap-3">
      <legend className="mb-1.5 text-sm font-medium">{text('apps.title')}</legend>
      {apps.map((app, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an app is known by its place until it has a name
        <div key={index} className="grid items-start gap-2 sm:grid-cols-[1fr_10rem_auto]">
          <EditorField
            path={`${path}.supported_apps.${index}.package_name`}
            label={text('apps.package')}
            required
          >
            <Input
              dir="ltr"
              placeholder="com.example.shop"
              value={app.package_name}
              onChange={({ target }) => set(index, { package_name: target.value })}
            />
          </EditorField>
          <EditorField
            path={`${path}.supported_apps.${index}.signature_hash`}
            label={text('apps.hash')}
            required
          >
            <Input
              dir="ltr"
              placeholder="K8a/AINcGX7"
              value={app.signature_hash}
              onChange={({ target }) => set(index, { signature_hash: target.value })}
            />
          </EditorField>
          <IconButton
            className="sm:mt-6"
            aria-label={text('remove', { name: app.package_name || text('apps.one', { number: index + 1 }) })}
            disabled={apps.length === 1}
            onClick={() => {
              write(apps.toSpliced(index, 1))
              focusNext('[data-add]')
            }}
          >
            <Trash2 />
          </IconButton>
        </div>
      ))}
      <Button
        data-add
        variant="outline"
        className="w-fit"
        disabled={apps.length >= MOST_APPS}
        onClick={() => write([...apps, { package_name: '', signature_hash: '' }])}
      >
        <Plus />
        {text('apps.add')}
      </Button>
    </fieldset>
  )
}
