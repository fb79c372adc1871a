import type { Day } from './language/calendar.ts';
import { type Registry, successorsOn } from './registry.ts';
import type { Agency, PartialAgency } from './registry-file.ts';
import type { Place, Saying } from './yaml.ts';

/**
 * What is no fault of a file of agencies, yet may not be meant: an abbreviation that another agency bears on the same
 * days, an agency put under one that has ended, one that ends without a successor. `registry` has the entries laid over it.
 */
export function noteAgencies(entries: readonly PartialAgency[], registry: Registry, today: Day): (Place & Saying)[] {
  const notes: (Place & Saying)[] = [];
  for (const { place, id, abbreviations = [], parent, validTo } of entries) {
    const agency = registry.agencies.get(id);
    if (!agency) continue;
    for (const short of abbreviations) {
      const other = [...registry.agencies.values()].find(
        (each) => each.id !== id && each.abbreviations.includes(short) && overlap(each, agency),
      );
      if (!other) continue;
      notes.push({
        ...place,
        vi: `“${short}” cũng là chữ viết tắt của ${other.name} (${other.id}): trong văn bản, chữ này có thể bị hiểu là cơ quan kia.`,
        en: `"${short}" is also the abbreviation of ${other.name} (${other.id}): in a document it may be taken for that agency.`,
      });
    }
    const above = parent === undefined ? undefined : registry.agencies.get(parent);
    if (above?.validTo !== undefined && above.validTo < today && (agency.validTo ?? '9') > above.validTo) {
      const [heir] = successorsOn(registry, above, today);
      notes.push({
        ...place,
        vi: `Cơ quan cấp trên “${above.id}” đã kết thúc hoạt động ngày ${above.validTo}.${heir ? ` Có phải nay là “${heir.id}”?` : ''}`,
        en: `The agency above, "${above.id}", ended on ${above.validTo}.${heir ? ` Is it "${heir.id}" now?` : ''}`,
      });
    }
    if (validTo !== undefined && agency.successors.length === 0) {
      notes.push({
        ...place,
        vi: `“${id}” kết thúc ngày ${validTo} mà chưa có “kế thừa”, nên văn bản còn nhắc tên cũ không được gợi ý tên mới.`,
        en: `"${id}" ends on ${validTo} without successors, so documents that still name it are not offered a new name.`,
      });
    }
  }
  return notes;
}

function overlap(a: Agency, b: Agency): boolean {
  return (a.validFrom ?? '') <= (b.validTo ?? '9') && (b.validFrom ?? '') <= (a.validTo ?? '9');
}
