import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** What has just happened takes the focus and is read out (WCAG 4.1.3), wherever a page says it. */
const notice = /<Notice\b(?:[^>{]|\{(?:[^{}]|\{[^{}]*\})*\})*>/g
const tellsNews = /\.news\.|justTaken/

const silentIn = (source: string) =>
  [...source.matchAll(notice)]
    .map(([tag]) => tag)
    .filter(tag => tellsNews.test(tag) && !/\bannounce\b/.test(tag))

test('every notice that tells what has just happened takes the focus', () => {
  const silent = globSync('src/**/*.tsx').filter(file => silentIn(readFileSync(file, 'utf8')).length > 0)
  expect(silent).toEqual([])
})

test('control: news that nobody would hear is found', () => {
  const title = `title={t('rooms.news.saved')}`
  expect(silentIn(`<Notice tone="success" ${title} />`)).toHaveLength(1)
  expect(silentIn(`<Notice announce ${title} />`)).toHaveLength(0)
})
