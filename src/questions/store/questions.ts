import { sql } from 'kysely'
import type { Database, Tx } from '../../platform/database/connect.ts'
import { deleteSome } from '../../platform/database/delete-some.ts'
import { isLanguage } from '../../platform/wording/wording.ts'
import { columnsOf, type PhoneOrEmail, type Reach, reachOf } from '../../reach/index.ts'
import type { Question } from '../question.ts'

type Asked = Omit<Question, 'answeredAt' | 'answer'> & {
  onceKey: string
  linkHash: Buffer
  codeHash: Buffer
}

/** Takes a question in. The same form sent twice is one question; the second time nothing is written. */
export const addQuestion = async (tx: Tx, cityId: string, { wants, onceKey, ...question }: Asked) => {
  const { reachBy: answerBy, ...contact } = columnsOf(wants)
  await tx
    .insertInto('questions')
    .values({ ...question, ...contact, answerBy, cityId, renderingKey: onceKey })
    .onConflict(conflict => conflict.doNothing())
    .execute()
}

/** Questions of the own centre: open ones first, longest waiting on top, then those answered last. */
export const listQuestions = async (tx: Tx, cityId: string): Promise<Question[]> => {
  const rows = await questions(tx, cityId)
    .orderBy(({ eb }) => eb('answeredAt', 'is not', null))
    .orderBy('answeredAt', 'desc')
    .orderBy('askedAt')
    .limit(200)
    .execute()
  return rows.map(asQuestion)
}

export const countOverdue = async (tx: Tx, cityId: string, now: Temporal.Instant) => {
  const { overdue } = await tx
    .selectFrom('questions')
    .select(({ fn }) => fn.countAll<number>().as('overdue'))
    .where('cityId', '=', cityId)
    .where('answeredAt', 'is', null)
    .where('overdueAt', '<=', now)
    .executeTakeFirstOrThrow()
  return overdue
}

export const findQuestion = async (tx: Tx, cityId: string, id: string) => {
  const row = await questions(tx, cityId).where('id', '=', id).executeTakeFirst()
  return row && asQuestion(row)
}

/** Kept locked until the end, so that two colleagues do not answer at once. */
export const lockQuestion = async (tx: Tx, cityId: string, id: string) => {
  const row = await questions(tx, cityId).where('id', '=', id).forUpdate().executeTakeFirst()
  return row && asQuestion(row)
}

/** The question whose code somebody shows at the desk. */
export const findByCode = (tx: Tx, cityId: string, codeHash: Buffer) =>
  tx
    .selectFrom('questions')
    .select('id')
    .where('cityId', '=', cityId)
    .where('codeHash', '=', codeHash)
    .executeTakeFirst()

type Answering = { answer: string; answeredAt: Temporal.Instant; deleteOn: Temporal.PlainDate }

export const saveAnswer = (tx: Tx, cityId: string, id: string, answering: Answering) =>
  tx.updateTable('questions').set(answering).where('cityId', '=', cityId).where('id', '=', id).execute()

/** What a family finds again by its link or code; the desk itself may not read questions. */
export type OwnQuestion = Pick<
  Question,
  'centreId' | 'body' | 'wants' | 'askedAt' | 'answeredAt' | 'answer' | 'deleteOn'
>

export const openByKey = async (
  db: Database,
  cityId: string,
  keyHash: Buffer,
): Promise<OwnQuestion | undefined> => {
  const { rows } = await sql<Omit<OwnQuestion, 'wants'> & Wants>`
    select * from question_behind(${cityId}, ${keyHash})`.execute(db)
  return rows.map(({ answerBy, phone, email, ...question }) => ({
    ...question,
    wants: reachOf({ reachBy: answerBy, phone, email }),
  }))[0]
}

/** Says whether there was such a question. */
export const takeBack = async (db: Database, cityId: string, keyHash: Buffer) => {
  const { rows } = await sql<{ gone: boolean }>`
    select take_question_back(${cityId}, ${keyHash}) as gone`.execute(db)
  return rows[0]?.gone ?? false
}

const questions = (tx: Tx, cityId: string) =>
  tx
    .selectFrom('questions')
    .select(['id', 'providerId', 'centreId', 'language', 'body', 'channel', 'answerBy', 'phone', 'email'])
    .select(['reachable', 'askedAt', 'overdueAt', 'answeredAt', 'answer', 'deleteOn'])
    .where('cityId', '=', cityId)

type Row = Awaited<ReturnType<ReturnType<typeof questions>['execute']>>[number]
type Wants = PhoneOrEmail & { answerBy: Reach['reachBy'] }

const asQuestion = ({ answerBy, phone, email, ...row }: Row): Question => ({
  ...row,
  language: isLanguage(row.language) ? row.language : 'de',
  wants: reachOf({ reachBy: answerBy, phone, email }),
})

/** Deletes questions whose day has come, and says whose they were. */
export const deleteQuestions = (tx: Tx, cityId: string, today: Temporal.PlainDate, limit: number) =>
  deleteSome(tx, 'questions', { cityId, hasEnded: sql`delete_on <= ${today}`, limit })
