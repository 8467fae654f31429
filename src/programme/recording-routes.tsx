import { forEveryone, type PageRoutes } from '../identity/index.ts'
import { orNotFound } from '../platform/refusals.ts'
import { mediaSender } from '../platform/web/media.ts'
import { findPartOfRecording, findRecording } from './store/recordings.ts'

/** What a lead spoke of an offer, for everybody. */
export const recordingRoutes = (routes: PageRoutes) => {
  const send = mediaSender()

  routes.get('/recordings/:mark', forEveryone, async c => {
    const { context } = c.var
    const mark = c.req.param('mark')
    const { type, size } = orNotFound(isMark.test(mark) ? await findRecording(context, mark) : undefined)
    return send(c, {
      ...{ type, size, keptFor: 'a-day' },
      read: async part => orNotFound(await findPartOfRecording(context, mark, part)),
    })
  })
}

const isMark = /^[\w-]{22}$/
