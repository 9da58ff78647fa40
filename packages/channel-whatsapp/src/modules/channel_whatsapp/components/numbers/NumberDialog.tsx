import { useT } from '@open-mercato/shared/lib/i18n/context'
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogHeader,
  DialogTitle,
} from '@open-mercato/ui/primitives/dialog'
import { Tabs, TabsContent, TabsList, TabsTrigger } from '@open-mercato/ui/primitives/tabs'
import { NameForm } from './NameForm.tsx'
import { ProfilePanel } from './ProfilePanel.tsx'
import { RegistrationPanel } from './RegistrationPanel.tsx'
import type { NumberProps } from './useNumber.ts'

/** Everything that can be done to a number at Meta. */
export function NumberDialog({ onClose, ...of }: NumberProps & { onClose: () => void }) {
  const t = useT()
  const text = (key: string) => t(`channel_whatsapp.numbers.${key}`)
  const { number } = of
  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <DialogContent size="lg">
        <DialogHeader>
          <DialogTitle>
            <bdi>{number.displayPhoneNumber}</bdi>
          </DialogTitle>
          <DialogDescription>
            <bdi>{number.verifiedName ?? text('noName')}</bdi>
          </DialogDescription>
        </DialogHeader>
        <Tabs defaultValue={number.isRegistered === false ? 'registration' : 'profile'}>
          <TabsList aria-label={text('sections')}>
            <TabsTrigger value="profile">{text('profile.tab')}</TabsTrigger>
            <TabsTrigger value="registration">{text('registration.tab')}</TabsTrigger>
            <TabsTrigger value="name">{text('displayName.tab')}</TabsTrigger>
          </TabsList>
          <TabsContent value="profile">
            <ProfilePanel {...of} />
          </TabsContent>
          <TabsContent value="registration">
            <RegistrationPanel {...of} />
          </TabsContent>
          <TabsContent value="name">
            <NameForm {...of} />
          </TabsContent>
        </Tabs>
      </DialogContent>
    </Dialog>
  )
}
