import { useT } from '@open-mercato/shared/lib/i18n/context'
import { flash } from '@open-mercato/ui/backend/FlashMessages'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { problemText } from '../../problemText.ts'
import { providerRequest } from '../../request.ts'
import { templateKeys } from './templateKeys.ts'
import { templatePath } from './useManagedTemplate.ts'

export type TemplateAction = 'delete' | 'delete_all_languages' | 'archive' | 'unarchive' | 'unpause'

/** Does one thing to a template at Meta, and says what came of it. */
export function useTemplateAction(id: string) {
  const t = useT()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (action: TemplateAction) =>
      providerRequest<unknown>(`${templatePath(id)}/actions`, 'POST', { action }),
    onSuccess: (_, action) => flash(t(`channel_whatsapp.templatePage.act.${action}.done`), 'success'),
    onError: (error) => flash(problemText(t, error, t('channel_whatsapp.templatePage.act.failed')), 'error'),
    onSettled: (_, __, action) => {
      const read = client.invalidateQueries({ queryKey: templateKeys.all })
      // What is gone closes at once, before it is found to be gone.
      return action.startsWith('delete') ? undefined : read
    },
  })
}
