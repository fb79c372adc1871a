import type { Rule } from '../../rule.ts';
import { districtsIn } from './districts.ts';

export const ownerDistrict: Rule = {
  id: 'owner/district',
  severity: 'error',
  looksAt: 'item',
  summary: {
    vi: 'Giao việc, gửi văn bản cho cấp huyện sau ngày 01/7/2025',
    en: 'Work for districts after 1 July 2025',
  },
  why: {
    vi: 'Từ 01/7/2025 chính quyền địa phương chỉ có cấp tỉnh và cấp xã (xã, phường, đặc khu); cấp huyện, thị trấn đã kết thúc hoạt động (Luật Tổ chức chính quyền địa phương 72/2025/QH15, Điều 1; Nghị quyết 203/2025/QH15). Nhắc đến cấp huyện cũ (bàn giao, chuyển về, "cũ") thì không sai.',
    en: 'From 1 July 2025 there are provinces and communes only; districts and townships have ended (Law 72/2025/QH15, Article 1; Resolution 203/2025/QH15). Speaking of former districts (handing over, "cũ") is right.',
  },
  check: (draft, { today }) => districtsIn(draft, draft.issued ?? today),
  examples: [
    {
      text: '---\nngày ban hành: 2025-10-06\n---\n\n1. Ủy ban nhân dân các huyện, thị xã, thành phố rà soát, hoàn thành trước ngày 30/10/2025.\n\n2. Sở Nội vụ chỉ đạo UBND các xã, phường, thị trấn tổ chức tập huấn.\n',
      problems: [
        '5:4 "Ủy ban nhân dân các huyện, thị xã, thành phố" không còn từ 01/7/2025; nay là cấp xã: xã, phường, đặc khu.',
        '7:22 "UBND các xã, phường, thị trấn" không còn từ 01/7/2025; nay là cấp xã: xã, phường, đặc khu.',
      ],
    },
    {
      text: '---\nngày ban hành: 2025-10-06\n---\n\n1. Sở Nội vụ tiếp nhận hồ sơ lưu trữ của Ủy ban nhân dân cấp huyện trước ngày 30/10/2025.\n\n2. Sở Tài chính rà soát trụ sở của các huyện cũ.\n',
      problems: [],
    },
    {
      text: '---\nngày ban hành: 2025-05-06\n---\n\n1. Ủy ban nhân dân các huyện, thị xã, thành phố rà soát, báo cáo.\n',
      problems: [],
    },
  ],
};
