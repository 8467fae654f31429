import { LoneLink, Row, Rows } from '../../../../platform/design/index.ts'
import { directionOf, spokenTag, type Wording } from '../../../../platform/wording/wording.ts'
import { staffPaths } from '../../../staff-paths.ts'
import type { Term } from '../term.ts'

type Props = { terms: readonly Term[]; language: string; wording: Wording }

/** The words of the list that stand in a text, with what they are called; and the way to the list. */
export const TermsInText = ({ terms, language, wording: { t, language: own } }: Props) => (
  <>
    {terms.length > 0 && (
      <Rows>
        {terms.map(({ german, said }) => (
          <Row
            start={<span lang="de">{german}</span>}
            title={
              <bdi lang={spokenTag(language)} dir={directionOf(language)}>
                {said}
              </bdi>
            }
          />
        ))}
      </Rows>
    )}
    <p>
      <LoneLink href={staffPaths.glossary(own, language)}>{t('programme.glossary.title')}</LoneLink>
    </p>
  </>
)
