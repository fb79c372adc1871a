import { extensions } from 'vscode';
import { findings, MISSPELT, open, place, same, shows, until } from './editor.ts';

describe('activation', () => {
  const extension = extensions.getExtension('chidao.chidao');

  it('waits until Markdown is opened', () => {
    same([extension !== undefined, extension?.isActive], [true, false]);
  });

  it('finds faults in a directive and none in other Markdown', async () => {
    const notes = await open(place('ghi-chu.md'));
    await until(
      () => extension?.isActive,
      (active) => active === true,
    );
    // The server reads one document after the other: it is done with the notes when it shows something in the plan.
    await shows((await open(place('ke-hoach.md'))).document, 'owner/misspelt', MISSPELT);
    same(findings(notes.document.uri), []);
  });
});
