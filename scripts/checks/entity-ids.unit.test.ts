import { compareToDisk } from './entity-ids.ts'
import { plant } from './plant.ts'

const ids = 'packages/channel-whatsapp/generated/entities.ids.generated.ts'
const columns = 'packages/channel-whatsapp/generated/entities/book/index.ts'

test('entity ids that match the classes are accepted', () => {
  const planted = plant({ [ids]: 'ids', [columns]: 'columns' })
  const expected = new Map([
    [ids, 'ids'],
    [columns, 'columns'],
  ])
  expect(compareToDisk(planted.root, expected)).toEqual([])
  planted.remove()
})

test('a missing, an outdated and an abandoned file are found', () => {
  const planted = plant({ [ids]: 'old', 'packages/channel-whatsapp/generated/entities/gone/index.ts': '' })
  const expected = new Map([
    [ids, 'new'],
    [columns, 'columns'],
  ])
  expect(compareToDisk(planted.root, expected)).toEqual([
    expect.stringContaining(`${ids} is not what the entity classes say`),
    expect.stringContaining(`${columns} is not what the entity classes say`),
    expect.stringContaining('generated/entities/gone/index.ts belongs to no entity'),
  ])
  planted.remove()
})
