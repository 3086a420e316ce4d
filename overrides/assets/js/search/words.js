/** Hanzi of grammar, and of asking. */
export const GRAMMAR = "了是在和与要不能会让给他她它这那有没就都也还把被吗呢么什怎我你们着过吧啊可以想再又很得谁哪";

/** Words of questions, which say nothing of what is looked for; longer ones come first. */
const ASKED = (
  "应该怎么办 应该怎么做 怎么办理 怎么处理 怎么回事 怎么判断 怎么办 怎么做 怎么写 怎么填 怎么走 怎么算 怎么样 怎么弄 怎么定 怎么分 怎么选 怎么转 怎么 怎样 如何 " +
  "咋办 咋弄 咋整 咋 可不可以 需不需要 能不能 要不要 会不会 是不是 有没有 行不行 对不对 该不该 用不用 归不归 是否 能否 可否 还能 还要 " +
  "可以吗 行吗 能吗 要吗 算不算 多长时间 多少日 多久 几日内 几日 几个月 几种 什么时候 啥时候 何时 是什么意思 什么意思 是什么 有什么 要什么 写些什么 写什么 注意什么 " +
  "什么样 什么情况 什么 哪些内容 哪些东西 哪些材料 哪些 哪几样 哪几 哪个 哪一个 哪一 哪里 哪儿 多少 为什么 为啥 为何 " +
  "谁说了算 谁决定 要报给谁批 要报给谁 报给谁批 要报谁批 要找谁批 报谁批 报给谁 找谁批 谁来批准 谁来批 谁批准 谁审批 谁批 哪一级批 由谁来 由谁 谁来 谁去 给谁 找谁 " +
  "用什么表格 填什么表格 用什么表 填什么表 填哪张表 用哪张表 " +
  "请问 应该 应当 需要 可以 想要 我想 我要 一下 时候 有哪些 包括哪些 啥"
).split(" ");
const EITHER = /([\u4e00-\u9fff])不\1/g;
const ASKED_WORD = new RegExp(ASKED.sort((one, other) => other.length - one.length).join("|"), "g");
const LAST_PARTICLES = /[吗呢吧啊呀嘛么了]+(?=$|[^\u3400-\u9fff])/g;
/** What a question asks for → the words that stand where it is answered, which count a little. */
const ANSWERED = [
  [/多长时间|多少日|多久|几日|几个月|什么时候|啥时候|何时|期限|来得及/, "时限"],
  [/什么表|哪张表|哪个表|啥表|填什么/, "用表"],
  [/谁(来)?批|报(给)?谁|谁审批|谁同意|谁决定|谁说了算|哪一级批/, "谁批"],
];

/** A normalised query without the words that only ask. */
export function withoutQuestion(query) {
  const bare = query.replace(ASKED_WORD, " ").replace(EITHER, " $1").replace(LAST_PARTICLES, " ").trim();
  return bare || query;
}

/** Words that the answer to a question is likely to hold. */
export function answerWords(query) {
  return ANSWERED.filter(([pattern]) => pattern.test(query)).map(([, words]) => words);
}
