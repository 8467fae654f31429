import { ledCentre } from '../centres/index.ts'
import { forRoles, type Page, type PageRoutes } from '../identity/index.ts'
import { listAnswered, staffPaths } from '../planning/index.ts'
import { writeCsv } from '../platform/spreadsheet/csv.ts'
import { writeXlsx } from '../platform/spreadsheet/xlsx.ts'
import { textOf } from '../platform/web/form.ts'
import { applyTable, checkTable, readChecked, readUpload } from './load-table.ts'
import { CheckPage, FaultsPage } from './pages/check-page.tsx'
import { TablePage, type TableProblem } from './pages/table-page.tsx'
import { paths } from './paths.ts'
import { tableOf } from './write-table.ts'

const forLeads = forRoles('centre-lead')
const types = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
}

/** The programme of a centre as a table that a lead edits in her spreadsheet and loads again. */
export const offerTableRoutes = (routes: PageRoutes) => {
  routes.get('/staff/offer-table', forLeads, c => showTable(c))

  for (const form of ['xlsx', 'csv'] as const) {
    routes.get(`/staff/offer-table.${form}`, forLeads, async c => {
      const { context, wording } = c.var
      const { centre } = await ledCentre(context, c.req.query('centre'))
      const sheet = tableOf(await listAnswered(context, centre), context.city.languages, wording)
      const body = form === 'csv' ? writeCsv(sheet.rows) : await writeXlsx(sheet)
      return c.body(body as string | Uint8Array<ArrayBuffer>, 200, {
        'content-type': types[form],
        'content-disposition': `attachment; filename="${centre.slug}.${form}"`,
      })
    })
  }

  routes.post('/staff/offer-table', forLeads, async c => {
    const { context, wording } = c.var
    const form = await c.req.formData()
    const { centre } = await ledCentre(context, textOf(form, 'centre'))
    const file = form.get('table')
    if (!(file instanceof File) || file.size === 0) return showTable(c, 'missing-file', centre.slug)

    const sheet = await readUpload(new Uint8Array(await file.arrayBuffer()))
    const checked = await checkTable(context, centre, sheet, wording)
    switch (checked.outcome) {
      case 'unreadable':
      case 'too-large':
        return showTable(c, checked.outcome, centre.slug)
      case 'faulty':
        return showFaults(c, centre, checked)
      case 'sound':
        return c.render(<CheckPage {...{ centre, wording, ...checked }} />, {
          ...frame,
          title: wording.t('offerTables.check.title'),
          subline: centre.name,
        })
    }
  })

  routes.post('/staff/offer-table/apply', forLeads, async c => {
    const { context, wording } = c.var
    const form = await c.req.formData()
    const { centre } = await ledCentre(context, textOf(form, 'centre'))
    const table = readChecked(textOf(form, 'checked') ?? '')
    if (!table) return showTable(c, 'unreadable', centre.slug)
    const applied = await applyTable(context, centre, table, wording)
    if (applied.outcome === 'faulty') return showFaults(c, centre, applied)
    const { added, changed } = applied
    return c.redirect(`${paths.page(context.language, centre.slug)}&added=${added}&changed=${changed}`, 303)
  })
}

const frame = { frame: 'staff', current: 'programme' } as const

const showTable = async (c: Page, problem?: TableProblem, centreSlug = c.req.query('centre')) => {
  const { context, wording } = c.var
  const { centre, centres } = await ledCentre(context, centreSlug)
  const countOf = (name: string) =>
    /^\d{1,4}$/.test(c.req.query(name) ?? '') ? Number(c.req.query(name)) : 0
  const done = { added: countOf('added'), changed: countOf('changed') }
  c.status(problem ? 422 : 200)
  return c.render(<TablePage {...{ wording, centre, centres, problem, done }} />, {
    ...{ ...frame, title: wording.t('offerTables.title') },
    subline: <a href={staffPaths.programme(context.language, centre.slug)}>{centre.name}</a>,
  })
}

type Faulty = Pick<Parameters<typeof FaultsPage>[0], 'faults' | 'sheet'>

const showFaults = (c: Page, centre: { slug: string; name: string }, { faults, sheet }: Faulty) => {
  const { wording } = c.var
  c.status(422)
  return c.render(<FaultsPage {...{ centre, wording, faults, sheet }} />, {
    ...frame,
    title: wording.t('offerTables.fault.title', { count: faults.length }),
    subline: centre.name,
  })
}
