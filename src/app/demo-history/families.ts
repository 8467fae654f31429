import type { Contact } from '../../outreach/index.ts'
import type { Registering } from '../../registration/index.ts'
import type { Chance } from './chance.ts'
import type { OpenIntake } from './store.ts'

/** An invented family of the demo, as its form would be sent. Its mail ends at example.org, which nobody owns. */
export const inventedFamily = (intake: OpenIntake, number: number, chance: Chance): Registering => {
  const called = chance.oneOf(familyNames)
  return {
    intakeId: intake.id,
    // With the intake's own random id, so that nobody who reads this can guess a family's link.
    renderingKey: `demo-${intake.id}-${number}`,
    called,
    contact: contactOf(called, number, chance),
    party: {
      adults: chance.happens(75) || intake.counts === 'adult' ? 1 : 2,
      children: Array.from({ length: childrenFor(intake, chance) }, () => ({
        firstName: chance.oneOf(firstNames),
        bornIn: bornFor(intake, chance),
      })),
    },
  }
}

const contactOf = (called: string, number: number, chance: Chance): Contact => {
  const kind = chance.between(1, 20)
  if (kind === 1) return { kind: 'none' }
  if (kind <= 3) {
    const digits = String(chance.between(10000, 99999))
    // Numbers that the Federal Network Agency keeps for stories, so that they ring nowhere.
    return { kind: 'phone', phone: kind === 2 ? `+49 171 39200${digits.slice(-2)}` : `+49 611 00${digits}` }
  }
  const plain = called
    .normalize('NFD')
    .replaceAll(/[^a-z]/gi, '')
    .toLowerCase()
  return { kind: 'email', email: `${plain}.${number}@example.org` }
}

/** The month of birth of a child that has the right age on the day. */
export const bornFor = (intake: OpenIntake, chance: Chance) =>
  intake.ageOn.subtract({ months: ageFor(intake, chance) }).with({ day: 1 })

const childrenFor = ({ counts }: OpenIntake, chance: Chance) => {
  if (counts === 'adult') return 0
  return chance.happens(18) ? 2 : 1
}

/** In whole months, right on the day even where only the month of birth counts. */
const ageFor = ({ ageFrom, ageUntil }: OpenIntake, chance: Chance) =>
  chance.between((ageFrom ?? 0) + 1, Math.max((ageFrom ?? 0) + 1, (ageUntil ?? 84) - 1))

/** Another name for each number, so that no two children are taken for one. */
export const firstNameOf = (number: number) => firstNames[number % firstNames.length] ?? firstNames[0]

const familyNames = [
  ...['Yıldız', 'Novak', 'Haddad', 'Kowalska', 'Schneider', 'Petrova', 'Nguyen', 'Haile', 'Rossi', 'Weber'],
  ...['Demir', 'Ionescu', 'Mehdi', 'Fischer', 'Öztürk', 'Kaya', 'Lindner', 'Dimitrova', 'Said', 'Bauer'],
] as [string, ...string[]]

const firstNames = [
  ...['Ela', 'Noah', 'Mila', 'Yusuf', 'Lina', 'Elias', 'Amira', 'Jonas', 'Zoya', 'Emil', 'Hana', 'Luca'],
  ...['Nour', 'Paul', 'Selam', 'Ida', 'Karim', 'Mai', 'Stefan', 'Leyla', 'Ben', 'Sofia', 'Adam', 'Frieda'],
] as [string, ...string[]]
