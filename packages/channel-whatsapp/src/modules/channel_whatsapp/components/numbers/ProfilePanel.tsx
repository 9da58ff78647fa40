import { useT } from '@open-mercato/shared/lib/i18n/context'
import { ErrorMessage } from '@open-mercato/ui/backend/detail'
import { Button } from '@open-mercato/ui/primitives/button'
import { Skeleton } from '@open-mercato/ui/primitives/skeleton'
import { problemText } from '../problemText.ts'
import { PictureField } from './PictureField.tsx'
import { ProfileForm } from './ProfileForm.tsx'
import { type NumberProps, useProfile } from './useNumber.ts'

/** What customers see when they open the chat's details, as Meta has it now. */
export function ProfilePanel(of: NumberProps) {
  const t = useT()
  const profile = useProfile(of)
  if (profile.isPending) {
    return (
      <div role="status" className="grid gap-4">
        <span className="sr-only">{t('channel_whatsapp.numbers.profile.loading')}</span>
        <Skeleton className="h-72" />
      </div>
    )
  }
  if (profile.isError) {
    return (
      <ErrorMessage
        label={problemText(t, profile.error, t('channel_whatsapp.numbers.profile.failed'))}
        action={
          <Button variant="outline" onClick={() => void profile.refetch()}>
            {t('channel_whatsapp.retry')}
          </Button>
        }
      />
    )
  }
  return (
    <div className="grid gap-5">
      <PictureField {...of} pictureUrl={profile.data.pictureUrl} />
      <ProfileForm {...of} profile={profile.data} />
    </div>
  )
}
