import { type Entry, readEntries } from '../core/entries.ts';
import { type Agency, completeAgency, readAgencies } from '../core/registry-file.ts';
import court from './agencies/court.yaml';
import enterprise from './agencies/enterprise.yaml';
import front from './agencies/front.yaml';
import govAgency from './agencies/gov-agency.yaml';
import government from './agencies/government.yaml';
import group from './agencies/group.yaml';
import ministerialLevel from './agencies/ministerial-level.yaml';
import ministry from './agencies/ministry.yaml';
import nationalAssembly from './agencies/national-assembly.yaml';
import party from './agencies/party.yaml';
import procuracy from './agencies/procuracy.yaml';
import province from './agencies/province.yaml';
import sociopolitical from './agencies/sociopolitical.yaml';
import steeringCommittee from './agencies/steering-committee.yaml';
import ambiguousAbbreviationsText from './rules/ambiguous-abbreviations.yaml';
import communesText from './rules/communes.yaml';
import departmentsText from './rules/departments.yaml';
import positionsText from './rules/positions.yaml';
import symbolsText from './rules/symbols.yaml';

/** A department of a province. An abolished one ends in some provinces on `endsFrom`, in all on `endedBy`. */
export interface Department {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly status: 'mandatory' | 'conditional' | 'abolished';
  /** Ids of the only provinces that have it; empty: no such limit. */
  readonly onlyIn: readonly string[];
  readonly successor?: string;
  readonly endsFrom?: string;
  readonly endedBy?: string;
  readonly note?: string;
}

/** An office that stands for its body: the id of one agency, or a name in which {X} is what {X} is in the title. */
export interface Position {
  readonly title: string;
  readonly agency?: string;
  readonly agencyName?: string;
}

/** The issuer in a document's symbol: ids of agencies, or the name of a body that every province has. */
export interface IssuerSymbol {
  readonly symbol: string;
  readonly agencies: readonly string[];
  readonly name?: string;
}

/** An abbreviation to be read from its place: ids of the agencies that share it, and its other meanings. */
export interface AmbiguousAbbreviation {
  readonly abbreviation: string;
  readonly agencies: readonly string[];
  readonly meanings: readonly string[];
  readonly note?: string;
}

/** A type of unit below the province; without `validTo` it is in use. */
export interface CommuneType {
  readonly type: string;
  readonly validTo?: string;
  readonly count?: number;
  readonly countedOn?: string;
  /** The names of the units, where there are few. */
  readonly names: readonly string[];
  readonly source?: string;
}

const agencyFiles: Readonly<Record<string, string>> = {
  party,
  'steering-committee': steeringCommittee,
  'national-assembly': nationalAssembly,
  government,
  ministry,
  'ministerial-level': ministerialLevel,
  'gov-agency': govAgency,
  court,
  procuracy,
  front,
  sociopolitical,
  province,
  group,
  enterprise,
};

export const bundledAgencies: readonly Agency[] = Object.entries(agencyFiles).flatMap(([kind, text]) =>
  readAgencies(text, `${kind}.yaml`, kind).agencies.map(completeAgency),
);

const statuses: Readonly<Record<string, Department['status']>> = {
  'bắt buộc': 'mandatory',
  'tùy điều kiện': 'conditional',
  'đã bỏ': 'abolished',
};

export const departments: readonly Department[] = readRows(departmentsText, (row) => ({
  name: row.text('tên') ?? '',
  aliases: row.list('tên khác'),
  status: statuses[row.text('loại') ?? ''] ?? 'conditional',
  onlyIn: row.list('chỉ ở'),
  successor: row.text('thay bằng'),
  endsFrom: row.text('bắt đầu bỏ'),
  endedBy: row.text('bỏ hẳn'),
  note: row.text('ghi chú'),
}));

export const positions: readonly Position[] = readRows(positionsText, (row) => ({
  title: row.text('chức vụ') ?? '',
  agency: row.text('cơ quan'),
  agencyName: row.text('tên cơ quan'),
}));

export const symbols: readonly IssuerSymbol[] = readRows(symbolsText, (row) => ({
  symbol: row.text('ký hiệu') ?? '',
  agencies: row.list('cơ quan'),
  name: row.text('tên chung'),
}));

export const ambiguousAbbreviations: readonly AmbiguousAbbreviation[] = readRows(ambiguousAbbreviationsText, (row) => ({
  abbreviation: row.text('viết tắt') ?? '',
  agencies: row.list('cơ quan'),
  meanings: row.list('nghĩa khác'),
  note: row.text('ghi chú'),
}));

export const communes: readonly CommuneType[] = readRows(communesText, (row) => {
  const count = row.text('số lượng');
  return {
    type: row.text('loại') ?? '',
    validTo: row.text('đến ngày'),
    count: count === undefined ? undefined : Number(count),
    countedOn: row.text('tính đến ngày'),
    names: row.list('tên riêng'),
    source: row.text('nguồn'),
  };
});

interface Row {
  text(key: string): string | undefined;
  list(key: string): readonly string[];
}

function readRows<T>(text: string, read: (row: Row) => T): T[] {
  return readEntries(text).entries.map((entry: Entry) => {
    const find = (key: string) => entry.fields.find((field) => field.key === key)?.value;
    return read({
      text(key) {
        const value = find(key);
        return typeof value === 'string' && value !== '' ? value : undefined;
      },
      list(key) {
        const value = find(key);
        return typeof value === 'string' ? [value].filter((each) => each !== '') : (value ?? []);
      },
    });
  });
}
