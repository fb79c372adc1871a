import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { textRules } from '../core/rules/text/index.ts';
import { looseOf } from '../core/rules/text/pairs.ts';
import { isSyllable } from '../core/rules/text/syllables.ts';
import { expectProblems } from './problems.ts';

function rulesOf(name: string) {
  return textRules.filter(({ id }) => id === `text/${name}`);
}

describe('syllables', () => {
  it('accepts what is written', () => {
    for (const word of 'nghiệp ngành gì giếng giữa quốc quyền quýt khuỷu thuở xoong khuya ngoằn ngoèo loạng choạng rượu hươu khuếch huỳnh đặc tiếng yêu ủy hoà hòa Nghệ kỹ ghế xẻng oái ăm ướt'.split(
      ' ',
    ))
      assert.ok(isSyllable(word), word);
  });

  it('refuses what no Vietnamese word is', () => {
    for (const word of 'nghành ngiệp gế kông cế thựcc phũu đặtt chảc hoạth quyy tiếgn nghàng đựơcc'.split(' '))
      assert.ok(!isSyllable(word), word);
  });
});

describe('loose brackets', () => {
  it('knows enumerations and quotations over several points', () => {
    for (const text of [
      '1) một; 2) hai; a) ba',
      'theo điểm a) khoản 1 (nếu có)',
      'gồm: i) một, ii) hai',
      '(theo điểm a) khoản 1)',
      'tọa độ 20°52\'24" Bắc',
      'phương châm "đi từng ngõ", "gõ từng nhà"',
    ])
      assert.deepEqual(looseOf(text), [], text);
    expectProblems(rulesOf('brackets'), '1. Sửa như sau: "Điều 5. Phạm vi\n\na) Một;\n\nb) Hai."\n', []);
  });

  it('finds the half that is left', () => {
    for (const [text, at] of [
      ['rà soát (nếu có', 8],
      ['rà soát nếu có)', 14],
      ['"một" và "hai', 9],
      ['một" và hai', 3],
      ['[một', 0],
    ] as const)
      assert.deepEqual(
        looseOf(text).map((loose) => loose.at),
        [at],
        text,
      );
  });
});

describe('doubled words', () => {
  it('leaves reduplication and neighbouring compounds alone', () => {
    for (const text of [
      'Người người thi đua, nhà nhà thi đua, luôn luôn đổi mới.',
      'Nâng cao thực chất chất lượng; tuân thủ thủ tục; xử lý hành vi vi phạm.',
      'Đảng ủy Ủy ban nhân dân tỉnh; Đại hội Hội Nông dân; cơ sở Sở Y tế.',
      'Xây dựng chương trình trình Chính phủ trong năm năm tới.',
      'Bản sao công chứng chứng minh nhân dân; xác minh minh chứng; đăng ký ký số.',
      'Các bon, các-bon, xa-xa; 2026 2026; A A.',
      'Sở Nội vụ, Sở Nội vụ tỉnh.',
      'Trích "của của" nguyên văn.',
    ])
      expectProblems(rulesOf('doubled-word'), `${text}\n`, []);
  });

  it('reads cells of a table apart', () => {
    expectProblems(
      rulesOf('doubled-word'),
      '| Việc | Chủ trì |\n| --- | --- |\n| Báo cáo Sở Nội vụ | Sở Nội vụ |\n',
      [],
    );
  });
});

describe('blanks', () => {
  it('leaves numbers, addresses, tables and columns alone', () => {
    for (const text of [
      'Tăng 1,5 lần; tỷ lệ 1:2000; lúc 7:30; đạt 24/7... và "a ,b".',
      'Gửi abc@tinh.gov.vn;def@tinh.gov.vn, xem https://a.vn/b,c;d và Chinhphu.vn.',
      'ỦY BAN NHÂN DÂN                CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      '-   Lưu: VT, NN (2)NXT.\n1.  Một.',
      'Dòng một  \nDòng hai.',
      'Lào Cai, ngày   tháng   năm 2026',
      '| Một  | Hai |\n| --- | --- |\n| a ,b | c |',
    ])
      expectProblems(rulesOf('spacing'), `${text}\n`, []);
  });
});

describe('old fonts', () => {
  it('leaves names and signs of other languages alone', () => {
    for (const text of [
      'Làm việc với François Bayrou, Besançon, São Paulo, Münich, Åland, Łódź, Côte d’Ivoire.',
      'Nồng độ 100 µg/m³ ± 5%, ½ ha, × 3, «Ngoại giao», 30 °C, § 5, © 2026.',
      'Garçon Ångström Übermensch naïve façade.',
    ])
      expectProblems(rulesOf('legacy-font'), `${text}\n`, []);
  });
});
