import { Row, Rows, Section } from '../../../platform/design/index.ts'
import { findingsIn } from '../../../platform/wording/easy-german.ts'
import type { Wording } from '../../../platform/wording/wording.ts'

type Props = { texts: readonly { part: 'title' | 'summary' | 'body'; text: string }[]; wording: Wording }

/** What the rules of Leichte Sprache say about a text, with the words that were noticed; a hint, never a hurdle. */
export const EasyHints = ({ texts, wording: { t } }: Props) => {
  const found = texts.flatMap(({ part, text }) => findingsIn(text).map(finding => ({ part, ...finding })))
  return (
    <Section title={t('programme.easy.title')}>
      {found.length === 0 ? (
        <p>{t('programme.easy.none')}</p>
      ) : (
        <Rows>
          {found.slice(0, mostHints).map(({ part, line, rule, words }) => (
            <Row
              start={t('programme.easy.where', { part: t(`programme.staff.field.${part}`), line })}
              title={<q lang="de">{words}</q>}
              note={t(`programme.easy.rule.${rule}`)}
            />
          ))}
        </Rows>
      )}
      <p class="muted">{t('programme.easy.source')}</p>
    </Section>
  )
}

/** More at once help nobody. */
const mostHints = 30
