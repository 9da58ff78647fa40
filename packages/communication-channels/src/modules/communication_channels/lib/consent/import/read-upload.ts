import { ChannelError } from '../../errors.ts'
import { MOST_FILE_BYTES } from './take-file.ts'

export interface Upload {
  name: string
  bytes: Buffer
  /** What else the form says. */
  fields: Record<string, string>
}

/**
 * The form of an import. The host bounds how much of it is read.
 *
 * @throws ChannelError 400 where it is no form, 422 where there is no file in it or it is too large
 */
export async function readUpload(request: Request): Promise<Upload> {
  const form = await formOf(request)
  const file = form.get('file')
  if (!(file instanceof File))
    throw new ChannelError(422, 'file_missing', 'There is no file.', 'Choose a list saved as CSV.', {
      fieldErrors: { file: 'There is no file.' },
    })
  if (file.size > MOST_FILE_BYTES) {
    const sentence = 'The file is larger than 20 MB.'
    throw new ChannelError(
      422,
      'list_too_large',
      sentence,
      'Divide it, and import one part after the other.',
      {
        fieldErrors: { file: sentence },
      },
    )
  }
  const fields = [...form].filter((field): field is [string, string] => typeof field[1] === 'string')
  return {
    name: plainName(file.name),
    bytes: Buffer.from(await file.arrayBuffer()),
    fields: Object.fromEntries(fields),
  }
}

async function formOf(request: Request): Promise<FormData> {
  try {
    return await request.formData()
  } catch (error) {
    if ((error as Error).name !== 'TypeError') throw error
    throw new ChannelError(
      400,
      'form_unreadable',
      'The request is no form with a file.',
      'Send multipart/form-data with the list as “file”.',
    )
  }
}

/** As it is shown to people: without a path, and without what nobody can see. */
function plainName(name: string): string {
  const own = name.split(/[\\/]/).at(-1) ?? ''
  return own.replace(/\p{C}/gu, '').trim().slice(0, 200) || 'consents.csv'
}
