import { renderSettingsSchema } from '../../core/exports/settings-schema.ts';
import { renderAgenciesTemplate, renderSettingsTemplate } from '../../core/exports/settings-template.ts';
import type { Rule, Saying } from '../../core/rule.ts';
import agenciesSchema from '../../registry/schema/agencies.schema.json';
import { OWN_FILE, SETTINGS_FILE } from '../../registry/workspace.ts';
import type { Page } from '../terminal.ts';
import type { World } from '../world.ts';
import { errandFaults, errandTexts } from './messages.ts';

/**
 * Writes a first settings file, or a first file of agencies, with its schema beside it in `.chidao`: editors find that by
 * a path which holds on every machine and needs no network. Nothing that is there is replaced but an older schema.
 */
export async function init(
  world: World,
  rules: readonly Rule[],
  folder: string,
  kind: 'settings' | 'agencies',
  { locale }: Page,
): Promise<Saying | undefined> {
  const schema = kind === 'settings' ? 'settings.schema.json' : 'agencies.schema.json';
  const [name, text, schemaText] =
    kind === 'settings'
      ? [SETTINGS_FILE, renderSettingsTemplate(`.chidao/${schema}`, locale), renderSettingsSchema(rules)]
      : [OWN_FILE, renderAgenciesTemplate(schema, locale), `${JSON.stringify(agenciesSchema, null, 2)}\n`];
  const inFolder = (file: string) => (folder === '.' ? file : `${folder.replace(/[\\/]+$/, '')}/${file}`);
  const there = await world.look(folder);
  if (there.kind === 'file') return errandFaults.noFolder(folder);
  if (there.kind === 'unreadable') return errandFaults.unmade(folder, there.code);

  const made = await world.create(inFolder(name), text);
  if (made === 'there') return errandFaults.isThere(inFolder(name));
  if (made) return errandFaults.unmade(inFolder(name), made.code);
  const schemaPath = inFolder(`.chidao/${schema}`);
  const beside = await world.create(schemaPath, schemaText);
  const wrong = beside === 'there' ? await world.save(schemaPath, schemaText) : beside;
  world.write(`${errandTexts.written(inFolder(name))[locale]} ${errandTexts.edit[locale]}\n`);
  return wrong && errandFaults.unmade(schemaPath, wrong.code);
}
