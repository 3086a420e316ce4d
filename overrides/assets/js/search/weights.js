/** The numbers that the order of results rests on, found with the queries that may be tuned on (tests/search). */
export const WEIGHTS = {
  // BM25F: which pages are looked at
  k1: 1.2,
  b: 0.4,
  rarest: 5, // pairs that are met hardly ever stand where two words meet
  heading: 4.4,
  also: 4.4,
  names: 1,
  terms: 0.6,
  pageTitle: 1.6,
  pageAlso: 1.2,
  synonym: 0.75,
  everyday: 0.6,
  everydayWord: 0.15, // for a word that the handbook has, typed alone
  otherSound: 0.6,
  hint: 0.4,
  completePiece: 0.35,
  leastCoverage: 0.25,
  pageCoverage: 0.3,
  nextUnits: 0.15,
  groups: { 流程: 1.1, 文书: 1, 时限: 0.9, 说明: 0.9, 术语: 0.5, 法规: 0.7, 工具: 0.6, 栏目: 0.55 },
  // Shares: in which order they stand
  characters: 0.4,
  unit: { score: 3.06, name: 2.58, sentence: 1.21, run: 1.86, whole: -1.18, restated: -1.22, step: 2.4 },
  page: { unit: 0.31, score: 3.51, name: 2.03, run: 1.03, title: 2.59, titleRun: 3.01, named: 1.97, boost: 2 },
  kinds: { 流程: 1, 文书: -0.28, 法规: -0.5, 说明: -0.08, 栏目: 0.07, 时限: 0.46, 术语: -0.29, 工具: -0.37 },
  askedKinds: { 流程: 0.64, 文书: -0.61, 法规: 0, 说明: 0.34, 栏目: 0.19, 时限: -0.47, 术语: -0.07, 工具: -0.02 },
};
