import type { JsonObject } from './json.js'

/** The one organisation and the one person of every sandbox account. */
export const ORGANISATION_ID = 100_001

export const PERSON = {
  name: 'Sandbox User',
  handle: 'user@sandbox.example',
  email: 'user@sandbox.example',
  id: 1,
} as const

export const PERSON_UUID = '00000000-0000-4000-8000-000000000001'

const ICON = 'https://sandbox.example/avatar/1'

/** The person as SLO corrections show it. */
export const CORRECTION_PERSON: JsonObject = {
  data: {
    type: 'users',
    id: PERSON_UUID,
    attributes: {
      uuid: PERSON_UUID,
      handle: PERSON.handle,
      email: PERSON.email,
      name: PERSON.name,
      icon: ICON,
    },
  },
}

export const PERSON_LINK: JsonObject = { data: { type: 'users', id: PERSON_UUID } }

/** The person as an `included` member of JSON:API answers. */
export const INCLUDED_PERSON: JsonObject = {
  type: 'users',
  id: PERSON_UUID,
  attributes: {
    name: PERSON.name,
    handle: PERSON.handle,
    created_at: '2020-01-01T00:00:00.000000+00:00',
    modified_at: '2020-01-01T00:00:00.000000+00:00',
    email: PERSON.email,
    icon: ICON,
    title: null,
    verified: true,
    service_account: false,
    disabled: false,
    allowed_login_methods: [],
    status: 'Active',
  },
}
