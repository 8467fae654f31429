import { CodeOnPaper } from '../../codes/index.ts'
import { ConfirmButton, LoneLink, Notice, PhoneButton, Stack } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { paths } from '../paths.ts'
import type { OwnLoan } from '../store/loans.ts'

type Props = {
  loan: OwnLoan
  centre: { name: string; phone: string } | undefined
  /** The code, for whoever has just asked or holds the link it follows from. */
  code: string | undefined
  /** What opened the page: the link or the code. */
  shownBy: string
  wording: Wording
}

/** What a family asked to borrow and what the centre says to it. */
export const OwnLoanPage = ({ loan, centre, code, shownBy, wording }: Props) => {
  const { t, language, day, fullDay, euros, number } = wording
  const { state, pieces, fromOn, dueOn, depositCents, reason } = loan
  return (
    <Stack>
      <h1>{t(`lending.own.${state}`)}</h1>
      {state === 'asked' && <Notice tone="info" title={t(`lending.own.next.${loan.reachBy}`)} />}
      {state === 'promised' && (
        <Notice tone="success" title={t('lending.own.fetch', { day: day(fromOn) })}>
          {depositCents > 0 && <p>{t('lending.own.deposit', { amount: euros(depositCents) })}</p>}
        </Notice>
      )}
      {state === 'lent' && <Notice tone="info" title={t('lending.own.bringBack', { day: day(dueOn) })} />}
      {state === 'declined' && (
        <Notice tone="warning" title={t('lending.own.because')}>
          <p dir="auto" class="as-written">
            {reason === '' ? t('lending.own.someoneElse') : reason}
          </p>
        </Notice>
      )}
      <p>
        {pieces > 1 && `${number(pieces)} × `}
        <bdi lang={loan.thingLanguage}>{loan.thing}</bdi>
        <br />
        {t('lending.own.days', { from: day(fromOn), until: day(dueOn) })}
      </p>
      {loan.rules && (
        <p class="as-written" lang={loan.thingLanguage}>
          {loan.rules}
        </p>
      )}
      {code && <CodeOnPaper code={code} title={t('lending.own.code')} use={t('lending.own.codeUse')} />}
      {centre && (
        <p>
          <bdi lang="de">{centre.name}</bdi>
        </p>
      )}
      {centre && centre.phone !== '' && <PhoneButton number={centre.phone} />}
      <p class="muted">{t('lending.own.deleted', { day: fullDay(loan.deleteOn) })}</p>
      {state === 'declined' && (
        <p>
          <LoneLink href={paths.ask(language, loan.thingSlug)}>{t('lending.own.otherDays')}</LoneLink>
        </p>
      )}
      {(state === 'asked' || state === 'promised') && (
        <details>
          <summary>{t('lending.own.takeBack')}</summary>
          <ConfirmButton kind="danger" action={paths.takeBack(language)} fields={{ key: shownBy }}>
            {t('lending.own.takeBackSure')}
          </ConfirmButton>
        </details>
      )}
    </Stack>
  )
}
