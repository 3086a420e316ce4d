/** The numbers that the order of results rests on, found with the queries that may be tuned on (tests/search). */
export const WEIGHTS = {
  // BM25F: which pages are looked at
  k1: 1.2,
  b: 0.4,
  heading: 4.4,
  also: 4.4,
  names: 1,
  terms: 0.6,
  pageTitle: 1.6,
  pageAlso: 1.2,
  synonym: 0.75,
  everyday: 0.6,
  otherSound: 0.6,
  hint: 0.4,
  completePiece: 0.35,
  leastCoverage: 0.25,
  pageCoverage: 0.3,
  nextUnits: 0.15,
  groups: { 流程: 1.1, 文书: 1, 时限: 0.9, 说明: 0.9, 术语: 0.5, 法规: 0.7, 工具: 0.6, 栏目: 0.55 },
  // Shares: in which order they stand
  characters: 0.4,
  unit: { score: 2.9, name: 2.44, sentence: 1.42, run: 2.06, whole: -1.19, restated: -1.21, step: 2.41 },
  page: { unit: 0.28, score: 3.47, name: 1.33, run: 1.27, title: 2.35, titleRun: 3.18, named: 1.74, boost: 2.0 },
  kinds: { 流程: 1.08, 文书: -0.84, 法规: -0.31, 说明: -0.28, 栏目: 0.16, 时限: 0.7, 术语: -0.23, 工具: -0.29 },
  askedKinds: { 流程: 0.52, 文书: -1.13, 法规: -0.04, 说明: 0.65, 栏目: 0.21, 时限: -0.14, 术语: -0.07, 工具: 0.01 },
};
