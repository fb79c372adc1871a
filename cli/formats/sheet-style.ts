/** Looks of the sheet: the serif face of official papers, light and dark on a screen, black on white on A4. */
export const style = `:root {
  --ink: #1b1b1b; --soft: #555; --paper: #fff; --line: #999; --head: #f0f0f0;
  --error: #a31515; --warning: #7a4d00; --info: #0b5394; --none: #1e6b2e;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --ink: #e8e8e8; --soft: #b0b0b0; --paper: #1c1c1c; --line: #6a6a6a; --head: #2c2c2c;
    --error: #ff9a92; --warning: #f0c060; --info: #8ec5ff; --none: #8fd69b;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0; background: var(--paper); color: var(--ink);
  font: 1rem/1.4 "Times New Roman", "Liberation Serif", Tinos, serif;
}
main { max-width: 50rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
h1 { font-size: 1.35rem; text-align: center; margin: 0 0 1rem; }
h2 { font-size: 1.2rem; margin: 1.5rem 0 .5rem; }
h3 { font-size: 1.05rem; margin: 1.25rem 0 .4rem; break-after: avoid; }
article + article { border-top: 2px solid var(--line); margin-top: 2.5rem; }
p { margin: .4rem 0; }
dl { margin: 0 0 .75rem; }
dl div { display: flex; gap: .75rem; margin: .15rem 0; }
dt { flex: 0 0 9.5rem; color: var(--soft); }
dd { margin: 0; overflow-wrap: anywhere; }
.verdict { border: 1.5px solid; border-left-width: .5rem; padding: .45rem .75rem; font-weight: bold; }
.error { color: var(--error); }
.warning { color: var(--warning); }
.info { color: var(--info); }
.none { color: var(--none); }
table { width: 100%; border-collapse: collapse; font-size: .95rem; }
th, td { border: 1px solid var(--line); padding: .25rem .45rem; text-align: left; vertical-align: top; }
td { overflow-wrap: anywhere; }
thead { display: table-header-group; }
thead th { background: var(--head); }
tbody th { font-weight: normal; }
tr { break-inside: avoid; }
.columns-4 thead th:nth-child(1) { width: 2.6rem; }
.columns-4 thead th:nth-child(2) { width: 23%; }
.columns-4 thead th:nth-child(4) { width: 25%; }
.columns-3 thead th:nth-child(1) { width: 24%; }
.columns-6 thead th:nth-child(n + 2) { width: 4.6rem; }
code { font: .8em/1.3 Consolas, "Liberation Mono", monospace; color: var(--soft); }
.opinion { min-height: 4.5rem; border-bottom: 1px dotted var(--line); }
.signatures { display: grid; grid-template-columns: repeat(3, 1fr); gap: 1rem; margin-top: .75rem; text-align: center; break-inside: avoid; min-height: 7rem; }
.signatures strong, .signatures em { display: block; }
.signatures strong { min-height: 2.8em; }
@media (max-width: 34rem) {
  dl div { display: block; }
  table { font-size: .85rem; }
  .signatures { grid-template-columns: 1fr; }
  .signatures div { min-height: 5rem; }
}
@page { size: A4; margin: 15mm 15mm 15mm 20mm; }
@media print {
  body { font-size: 11.5pt; }
  main { max-width: none; padding: 0; }
  article + article, header:has(table) + article { break-before: page; border: 0; margin: 0; }
  th { print-color-adjust: exact; }
}
`;
