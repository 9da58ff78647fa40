import { useT } from '@open-mercato/shared/lib/i18n/context'
import { flash } from '@open-mercato/ui/backend/FlashMessages'
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from '@open-mercato/ui/primitives/card'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { FailureAlert } from '../../FailureAlert.tsx'
import { SaveFooter } from '../SaveFooter.tsx'
import { useSaveSettings } from '../useSaveSettings.ts'
import { type ConsentRules, changedRules, draftOf, rulesProblems, wordLists } from './consentRules.ts'
import { RuleFields } from './RuleFields.tsx'
import { WordsField } from './WordsField.tsx'

/** What counts as agreeing, what a STOP ends, and by which words people say so. */
export function ConsentCard({ rules }: { rules: ConsentRules }) {
  const t = useT()
  const say = (key: string) => t(`communication_channels.settings.consent.${key}`)
  const [draft, setDraft] = useState(() => draftOf(rules))
  const [tries, setTries] = useState(0)
  const frame = useRef<HTMLFormElement>(null)
  const { save, isSaving, failure } = useSaveSettings(() =>
    flash(t('communication_channels.settings.saved'), 'success'),
  )
  const problems = tries > 0 ? rulesProblems(draft) : {}
  const errorOf = (field: keyof typeof problems) => {
    const problem = problems[field]
    return problem
      ? t(`communication_channels.settings.consent.problem.${problem.kind}`, { word: problem.word ?? '' })
      : failure?.fieldErrors[`consentRules.${field}`]
  }
  const isAtField = ['confirmWithinDays', ...wordLists].some(
    (field) => failure?.fieldErrors[`consentRules.${field}`],
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: each try, and each answer, has the first mistake looked at
  useEffect(() => {
    if (tries > 0) frame.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus()
  }, [tries, failure])

  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTries((count) => count + 1)
    if (isSaving || Object.keys(rulesProblems(draft)).length > 0) return
    save({ consentRules: changedRules(rules, draft) })
  }
  return (
    <form ref={frame} onSubmit={submit} noValidate>
      <Card>
        <CardHeader>
          <CardTitle>{say('title')}</CardTitle>
          <CardDescription>{say('description')}</CardDescription>
        </CardHeader>
        <CardContent className="grid grid-cols-1 gap-7">
          <RuleFields
            draft={draft}
            error={errorOf('confirmWithinDays')}
            onChange={(part) => setDraft({ ...draft, ...part })}
          />
          {wordLists.map((list) => (
            <WordsField
              key={list}
              list={list}
              value={draft[list]}
              error={errorOf(list)}
              onChange={(words) => setDraft({ ...draft, [list]: words })}
            />
          ))}
          {failure && !isAtField ? <FailureAlert failure={failure} /> : null}
        </CardContent>
        <SaveFooter label={say('save')} isSaving={isSaving} />
      </Card>
    </form>
  )
}
