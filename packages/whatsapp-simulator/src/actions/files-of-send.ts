import { GraphError } from '../graph/graph-error.ts'
import { misfitOf } from '../rules/media/media-fit.ts'
import { type MediaReference, mediaIn, sourceOf } from '../rules/media/media-in.ts'
import { bracketed } from '../rules/send/refusal.ts'
import type { Simulation } from '../simulation.ts'
import { type MessageFile, messageFile } from '../world/media.ts'
import type { Message, MessageContent } from '../world/message.ts'
import { fetchLink } from './fetch-link.ts'
import { findMedia } from './keep-media.ts'

/**
 * The files that a send names by id. Throws 100 for an id that is unknown, expired or of another number; Meta does not
 * tell which.
 */
export function filesById(
  simulation: Simulation,
  phoneNumberId: string,
  content: MessageContent,
): MessageFile[] {
  return mediaIn(content).flatMap((reference) => {
    if (!('id' in reference)) return []
    const media = findMedia(simulation, reference.id)
    if (media?.phoneNumberId === phoneNumberId) return [messageFile(media, reference.id)]
    throw new GraphError(100, {
      title: `Param ${bracketed(reference.path)} is not a valid whatsapp business account media attachment ID`,
    })
  })
}

/**
 * Has every file of an accepted message ready and hands over what is wrong with one (null: nothing). At once where
 * there is nothing to fetch; never when the simulator closes meanwhile or forgets the message.
 */
export function whenFilesAreThere(
  simulation: Simulation,
  message: Message,
  then: (problem: string | null) => void,
): void {
  const references = mediaIn(message.content)
  if (!references.some((reference) => 'link' in reference)) {
    then(problemOfIds(simulation, references))
    return
  }
  void collect(simulation, message, references).then((problem) => {
    if (!simulation.closing.aborted && simulation.store.message(message.wamid) === message) then(problem)
  })
}

function problemOfIds({ store }: Simulation, references: MediaReference[]): string | null {
  for (const reference of references) {
    const media = 'id' in reference ? store.world.media[reference.id] : undefined
    const misfit = media && misfitOf(reference.kind, media, reference.isVoice)
    if (misfit) return misfit
  }
  return null
}

async function collect(
  simulation: Simulation,
  message: Message,
  references: MediaReference[],
): Promise<string | null> {
  const problem = problemOfIds(simulation, references)
  if (problem) return problem
  for (const reference of references) {
    const source = sourceOf(reference)
    if (!('link' in reference) || message.files?.some((file) => file.source === source)) continue
    const fetched = await fetchLink(simulation, reference.link)
    if ('problem' in fetched) return fetched.problem
    const misfit = misfitOf(reference.kind, fetched.file, reference.isVoice)
    if (misfit) return misfit
    message.files = [...(message.files ?? []), messageFile(fetched.file, source)]
  }
  return null
}
