/** What the search is asked and answers: 0 to 3 are those of Material's search box, the others ours. */
export const SETUP = 0;
export const READY = 1;
export const QUERY = 2;
export const RESULT = 3;
export const FIND = 10;
export const FOUND = 11;

export const BROKEN = "搜索的文件没有读到，请过一会儿再试，或者刷新网页";
