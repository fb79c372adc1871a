import { foldKey, type Key } from '../keys.ts';
import type { Rule } from '../rule.ts';
import { familyWords, settingsKeys, severityWords, yesWords } from '../settings-file.ts';

/** registry/schema/settings.schema.json: what editors suggest and check in a settings file. */
export function renderSettingsSchema(rules: readonly Rule[]): string {
  const properties = settingsKeys.flatMap((key) =>
    spellingsOf(key).map((word, i) => [
      word,
      {
        allOf: [{ $ref: `#/definitions/${key.shape}` }],
        description: i === 0 ? key.about : `Như “${key.vi}”. ${key.about}`,
      },
    ]),
  );
  const twice = settingsKeys.flatMap((key) =>
    spellingsOf(key).flatMap((word, i, all) =>
      all.slice(i + 1).map((other) => ({ not: { type: 'object', required: [word, other] } })),
    ),
  );
  const categories = [...new Set(rules.map(({ id }) => id.slice(0, id.indexOf('/'))))];
  const severity = { $ref: '#/definitions/severity' };
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Cài đặt của Chỉ Đạo',
    description:
      'Tệp .chidao.yaml của một thư mục dự thảo. Mỗi khóa có ba cách viết: tiếng Việt có dấu, không dấu, tiếng Anh; chỉ dùng một cách cho mỗi khóa.',
    type: ['object', 'null'],
    additionalProperties: false,
    properties: Object.fromEntries(properties),
    allOf: twice,
    definitions: {
      rules: {
        type: ['object', 'null'],
        additionalProperties: false,
        properties: Object.fromEntries([
          ...categories.map((category) => [category, { ...severity, description: `Mọi quy tắc ${category}/...` }]),
          ...rules.map(({ id, summary }) => [id, { ...severity, description: summary.vi }]),
        ]),
      },
      severity: { enum: allOf(severityWords) },
      family: { enum: [...allOf(familyWords), null] },
      yes: { enum: [true, false, ...allOf(yesWords), null] },
      days: listOf({ type: 'string', pattern: '^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$' }),
      patterns: listOf({ type: 'string', minLength: 1 }),
      named: { type: 'string', pattern: '^[^/~\\\\:][^\\\\:]*$' },
      path: { anyOf: [{ $ref: '#/definitions/named' }, { type: 'null' }] },
      paths: listOf({ $ref: '#/definitions/named' }),
    },
  };
  return `${JSON.stringify(schema, null, 2)}\n`;
}

function spellingsOf(key: Key): string[] {
  return [...new Set([key.vi, foldKey(key.vi), key.en])];
}

function allOf(words: readonly Key[]): string[] {
  return words.flatMap(spellingsOf);
}

function listOf(item: object) {
  return { anyOf: [item, { type: 'array', items: item }, { type: 'null' }] };
}
