import { useT } from '@open-mercato/shared/lib/i18n/context'
import { FormField } from '@open-mercato/ui/primitives/form-field'
import { Input } from '@open-mercato/ui/primitives/input'
import { Switch } from '@open-mercato/ui/primitives/switch'
import { ChoiceSet } from '../../ChoiceSet.tsx'
import type { RulesDraft } from './consentRules.ts'

type Basis = keyof RulesDraft['utilityBasis']
const bases: Basis[] = ['checkout', 'form', 'wroteFirst']
const ends: RulesDraft['stopEnds'][] = ['marketing', 'everything_but_service']

type RuleFieldsProps = {
  draft: RulesDraft
  /** Of the days. */
  error: string | undefined
  onChange: (part: Partial<RulesDraft>) => void
}

/** The decisions, each with what it means for those who are written to. */
export function RuleFields({ draft, error, onChange }: RuleFieldsProps) {
  const t = useT()
  const say = (key: string) => t(`communication_channels.settings.consent.${key}`)
  return (
    <>
      <section className="grid grid-cols-1 gap-4">
        <FormField
          orientation="horizontal"
          label={say('doubleOptIn')}
          description={say(draft.doubleOptIn ? 'doubleOptIn.on' : 'doubleOptIn.off')}
        >
          <Switch checked={draft.doubleOptIn} onCheckedChange={(doubleOptIn) => onChange({ doubleOptIn })} />
        </FormField>
        {draft.doubleOptIn ? (
          <FormField
            label={say('confirmWithinDays')}
            description={say('confirmWithinDays.means')}
            error={error}
          >
            <Input
              inputMode="numeric"
              autoComplete="off"
              className="w-32"
              value={draft.confirmWithinDays}
              onChange={(event) => onChange({ confirmWithinDays: event.target.value })}
            />
          </FormField>
        ) : null}
      </section>
      <ChoiceSet
        legend={say('stopEnds')}
        choices={ends.map((value) => ({
          value,
          label: say(`stopEnds.${value}`),
          hint: say(`stopEnds.${value}.means`),
        }))}
        chosen={[draft.stopEnds]}
        onChange={([stopEnds]) => stopEnds && onChange({ stopEnds })}
      />
      <ChoiceSet
        several
        legend={say('utilityBasis')}
        description={say('utilityBasis.means')}
        choices={bases.map((value) => ({ value, label: say(`utilityBasis.${value}`) }))}
        chosen={bases.filter((basis) => draft.utilityBasis[basis])}
        onChange={(chosen) =>
          onChange({
            utilityBasis: {
              checkout: chosen.includes('checkout'),
              form: chosen.includes('form'),
              wroteFirst: chosen.includes('wroteFirst'),
            },
          })
        }
      />
    </>
  )
}
