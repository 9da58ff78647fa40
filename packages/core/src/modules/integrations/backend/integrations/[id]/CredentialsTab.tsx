import { useT } from '@open-mercato/shared/lib/i18n/context'
import { TabEmptyState } from '@open-mercato/ui/backend/detail'
import { flash } from '@open-mercato/ui/backend/FlashMessages'
import { mapCrudServerErrorToFormErrors } from '@open-mercato/ui/backend/utils/serverErrors'
import { useInFlightGuard } from '@open-mercato/ui/hooks/useInFlightGuard'
import { Alert, AlertDescription } from '@open-mercato/ui/primitives/alert'
import { Button } from '@open-mercato/ui/primitives/button'
import { Card, CardContent, CardFooter } from '@open-mercato/ui/primitives/card'
import { Spinner } from '@open-mercato/ui/primitives/spinner'
import { type FormEvent, useState } from 'react'
import { CredentialField } from './CredentialField.tsx'
import { errorsByField, initialValues, isVisible, missingFields, valuesToSend } from './credentialsForm.ts'
import { type IntegrationDetail, useIntegrationActions } from './integrationDetail.ts'

type CredentialsTabProps = { detail: IntegrationDetail; mayEdit: boolean }

/** The form is made from the integration's own definition; after saving it starts again from what is stored. */
export function CredentialsTab({ detail, mayEdit }: CredentialsTabProps) {
  const t = useT()
  const { integration, credentials, secretFieldsConfigured } = detail
  const fields = integration.credentials?.fields ?? []
  const stored = initialValues(fields, credentials, secretFieldsConfigured)
  const [edited, setEdited] = useState<typeof stored | null>(null)
  const [errors, setErrors] = useState<Record<string, string>>({})
  const [problem, setProblem] = useState<string | null>(null)
  const { isPending, run } = useInFlightGuard()
  const { saveCredentials } = useIntegrationActions(integration.id)
  const values = edited ?? stored

  if (fields.length === 0) {
    return (
      <TabEmptyState title={t('integrations.credentials.none', 'This integration needs no credentials')} />
    )
  }

  const save = async (event: FormEvent) => {
    event.preventDefault()
    setProblem(null)
    const missing = missingFields(fields, values)
    setErrors(
      Object.fromEntries(
        missing.map((key) => [key, t('integrations.credentials.required', 'Please fill this in.')]),
      ),
    )
    if (missing.length > 0) return
    await run(async () => {
      try {
        await saveCredentials(valuesToSend(fields, values))
        setEdited(null)
        flash(t('integrations.credentials.saved', 'Credentials saved'), 'success')
      } catch (error) {
        const { message, fieldErrors } = mapCrudServerErrorToFormErrors(error)
        setErrors(errorsByField(fieldErrors ?? {}))
        setProblem(message ?? t('integrations.credentials.failed', 'The credentials could not be saved.'))
      }
    })
  }

  return (
    <form onSubmit={save} noValidate aria-label={t('integrations.tab.credentials', 'Credentials')}>
      <Card className="max-w-2xl">
        <CardContent className="grid gap-5">
          {problem ? (
            <Alert status="error">
              <AlertDescription>{problem}</AlertDescription>
            </Alert>
          ) : null}
          {fields
            .filter((field) => isVisible(field, values))
            .map((field) => (
              <CredentialField
                key={field.key}
                integrationId={integration.id}
                field={field}
                value={values[field.key] ?? ''}
                onChange={(value) => setEdited({ ...values, [field.key]: value })}
                error={errors[field.key]}
                disabled={!mayEdit}
              />
            ))}
        </CardContent>
        {mayEdit ? (
          <CardFooter className="justify-end">
            {edited ? (
              <Button
                variant="ghost"
                disabled={isPending}
                onClick={() => {
                  setEdited(null)
                  setErrors({})
                  setProblem(null)
                }}
              >
                {t('integrations.credentials.discard', 'Discard changes')}
              </Button>
            ) : null}
            <Button type="submit" disabled={isPending || !edited}>
              {isPending ? <Spinner size="sm" /> : null}
              {t('integrations.credentials.save', 'Save credentials')}
            </Button>
          </CardFooter>
        ) : null}
      </Card>
    </form>
  )
}
