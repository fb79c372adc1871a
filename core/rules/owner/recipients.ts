import { wordsOf } from '../../draft.ts';
import type { Rule } from '../../rule.ts';
import { foldName } from '../../text.ts';
import { bodyOf, distributionOf, isLeftOut, pointedText } from './distribution.ts';

/** How many are named in the message. */
const MOST = 5;

export const ownerRecipients: Rule = {
  id: 'owner/recipients',
  severity: 'info',
  looksAt: {
    item: pointedText,
    task: ({ leads }) => leads.map(({ text, agency }) => [text, agency]),
    behind: true,
  },
  summary: {
    vi: 'Cơ quan được giao việc không có trong Nơi nhận',
    en: 'An agency is given a task and not the document',
  },
  why: {
    vi: 'Văn bản giao việc phải đến nơi thực hiện: "Nơi nhận" gồm những cơ quan nhận để thực hiện (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần II.9). Nhóm ("Các bộ, cơ quan ngang bộ"), "Như trên", "Như Điều 3" được tính.',
    en: 'The document has to reach those who carry it out (Decree 30/2020/NĐ-CP, Annex I, II.9). Groups, "Như trên" and "Như Điều 3" count.',
  },
  *check(draft) {
    const distribution = distributionOf(draft);
    const { recipients } = draft;
    if (!recipients || !distribution || distribution.open) return;
    const issuer = foldName(draft.letterhead.issuer?.text ?? '');
    const missing = new Map<string, string>();
    const reached = new Set<string>();
    for (const owner of draft.tasks.flatMap(({ leads }) => leads)) {
      const key = bodyOf(owner);
      if (missing.has(key) || (issuer !== '' && (key === issuer || issuer.endsWith(key)))) continue;
      const asked = `${key}|${owner.agency ?? ''}`;
      if (reached.has(asked)) continue;
      if (isLeftOut(draft, distribution, owner)) missing.set(key, owner.text);
      else reached.add(asked);
    }
    if (missing.size === 0) return;
    const names = [...missing.values()];
    const rest = names.length - MOST;
    const list = `${names.slice(0, MOST).join(', ')}${rest > 0 ? ` và ${rest} cơ quan khác` : ''}`;
    const node = draft.nodes.find(({ region }) => region === 'recipients');
    const words = node ? wordsOf(draft.text, node, 0, 'Nơi nhận'.length) : recipients;
    yield {
      start: words.start,
      end: words.end,
      message: {
        vi: `Nơi nhận không có ${list}, tuy được giao nhiệm vụ.`,
        en: `"Nơi nhận" lacks ${list}, given a task in the document.`,
      },
    };
  },
  examples: [
    {
      text: '1. Bộ Công an kết nối dữ liệu hộ tịch.\n\n2. Ủy ban nhân dân các tỉnh, thành phố rà soát hồ sơ hộ tịch.\n\n**Nơi nhận:**\n\n- Bộ Công an;\n\n- Lưu: VT, KSTT (2).\n',
      problems: ['5:3 Nơi nhận không có Ủy ban nhân dân các tỉnh, thành phố, tuy được giao nhiệm vụ.'],
    },
    {
      text: '1. Bộ Công an kết nối dữ liệu hộ tịch.\n\n2. Ủy ban nhân dân các tỉnh, thành phố rà soát hồ sơ hộ tịch.\n\n**Nơi nhận:**\n\n- Các bộ, cơ quan ngang bộ;\n\n- HĐND, UBND các tỉnh, thành phố trực thuộc Trung ương;\n\n- Lưu: VT, KSTT (2).\n',
      problems: [],
    },
  ],
};
