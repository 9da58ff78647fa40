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

// `relative` keeps what is hidden from sight inside: it would stretch the dialog else.
const scrolling =
  'relative -mx-5 -mb-5 mt-3 min-h-0 flex-1 overflow-y-auto border-t px-5 sm:-mx-6 sm:-mb-6 sm:px-6'

/** Everything that can be done to a number at Meta. */
export function NumberDialog({ onClose, ...of }: NumberProps & { onClose: () => void }) {
  const t = useT()
  const text = (key: string) => t(`channel_whatsapp.numbers.${key}`)
  const { number } = of
  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && onClose()}>
      {/* Of one height, so that nothing jumps between the sections; only what a section holds scrolls. */}
      <DialogContent size="lg" className="h-[92dvh] overflow-hidden sm:h-[min(86dvh,46rem)]">
        <DialogHeader>
          <DialogTitle>
            <bdi>{number.displayPhoneNumber}</bdi>
          </DialogTitle>
          <DialogDescription>
            <bdi>{number.verifiedName ?? text('noName')}</bdi>
          </DialogDescription>
        </DialogHeader>
        <Tabs
          defaultValue={number.isRegistered === false ? 'registration' : 'profile'}
          className="flex min-h-0 flex-1 flex-col"
        >
          <TabsList aria-label={text('sections')}>
            <TabsTrigger value="profile">{text('profile.tab')}</TabsTrigger>
            <TabsTrigger value="registration">{text('registration.tab')}</TabsTrigger>
            <TabsTrigger value="name">{text('displayName.tab')}</TabsTrigger>
          </TabsList>
          <TabsContent value="profile" className={scrolling}>
            <ProfilePanel {...of} />
          </TabsContent>
          <TabsContent value="registration" className={`${scrolling} pb-5`}>
            <RegistrationPanel {...of} />
          </TabsContent>
          <TabsContent value="name" className={`${scrolling} pb-5`}>
            <NameForm {...of} />
          </TabsContent>
        </Tabs>
      </DialogContent>
    </Dialog>
  )
}
