import { useT } from '@open-mercato/shared/lib/i18n/context'
import type { ReactNode } from 'react'

const deepest = 4

/** A value of a form, whatever its shape: yes and no in words, lists in a row, groups as lists of their own. */
export function FormValue({ value, depth = 0 }: { value: unknown; depth?: number }): ReactNode {
  const t = useT()
  if (value === null || value === undefined || value === '') return '—'
  if (typeof value === 'boolean') return t(`communication_channels.inbox.formAnswer.${value ? 'yes' : 'no'}`)
  if (typeof value !== 'object') return <bdi className="whitespace-pre-wrap">{String(value)}</bdi>
  if (depth > deepest) return <bdi>{JSON.stringify(value)}</bdi>
  if (Array.isArray(value) && value.every((one) => typeof one !== 'object')) {
    return <bdi>{value.length > 0 ? value.join(', ') : '—'}</bdi>
  }
  return (
    <dl className={depth === 0 ? 'mt-1.5 grid gap-1.5 text-sm' : 'grid gap-1 border-s-2 ps-2'}>
      {Object.entries(value).map(([name, one]) => (
        <div key={name} className="[overflow-wrap:anywhere]">
          <dt className="text-xs text-muted-foreground">
            <bdi>{readable(name)}</bdi>
          </dt>
          <dd>
            <FormValue value={one} depth={depth + 1} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** Forms name their fields like variables: `screen_0_First_Name_1`. */
function readable(name: string): string {
  const words = name
    .replace(/^screen_\d+_/, '')
    .replaceAll('_', ' ')
    .trim()
  return words.charAt(0).toLocaleUpperCase() + words.slice(1)
}
