import { ExampleTag, paths as fundingPaths } from '../../funding/index.ts'
import { Icon, LinkButton, Stack } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { paths } from '../paths.ts'
import { nameOfPicture } from './names.ts'
import { Picture } from './picture.tsx'
import type { Figure, Sentence } from './sentences.ts'

type Props = { sentences: readonly Sentence[]; asOf: Temporal.PlainDate; wording: Wording }

/** The network in ten sentences, each with its picture and its numbers; printed, it is two sheets for the press. */
export const StoryPage = ({ sentences, asOf, wording }: Props) => {
  const { t, language, fullDay } = wording
  return (
    <Stack gap="large">
      <div class="story-head">
        <h1>{t('story.title')}</h1>
        <p class="muted">{t('story.asOf', { day: fullDay(asOf) })}</p>
        <LinkButton href={paths.pdf(language)}>
          <Icon name="download" /> {t('story.pdf')}
        </LinkButton>
      </div>
      <ol class="story">
        {sentences.map(sentence => (
          <Told sentence={sentence} wording={wording} />
        ))}
      </ol>
      <div class="story-foot">
        {sentences.some(({ figures }) => figures.some(({ isExample }) => isExample)) && (
          <p>{t('story.example')}</p>
        )}
        <p>
          <a href={fundingPaths.money(language)}>{t('story.toMoney')}</a>
        </p>
      </div>
    </Stack>
  )
}

const Told = ({ sentence, wording }: { sentence: Sentence; wording: Wording }) => (
  <li>
    {sentence.drawing && (
      <Picture
        drawing={sentence.drawing}
        name={nameOfPicture(sentence, wording)}
        direction={wording.direction}
      />
    )}
    <p class="story__sentence">{sentence.text}</p>
    <dl class={sentence.figures.length > 6 ? 'story__figures story__figures--many' : 'story__figures'}>
      {sentence.figures.map(figure => (
        <FigureLine figure={figure} wording={wording} />
      ))}
    </dl>
  </li>
)

const FigureLine = ({ figure, wording }: { figure: Figure; wording: Wording }) => (
  <div>
    <dt>
      {figure.icon && <Icon name={figure.icon} />}
      {figure.label}
    </dt>
    <dd>
      {figure.text} <ExampleTag wording={wording} shown={figure.isExample ?? false} />
    </dd>
  </div>
)
