"""The pages of the fictitious case."""

from pathlib import Path

import casefiles
from handbook.model.handbook import Handbook
from handbook.renderers.casefile import compose, compose_index


def index(handbook: Handbook) -> str:
    return compose_index(handbook.pages["casefile/index.md"], handbook)


def page(handbook: Handbook, id_: str) -> str:
    return compose(handbook.pages[f"casefile/{id_}.md"], handbook)


def test_the_index_tells_the_story_and_offers_the_whole_volume(tmp_path: Path) -> None:
    text = index(casefiles.load(tmp_path))

    assert "2099年1月5日收到来信。" in text
    assert "[下载整卷（2份）](all.zip)" in text
    assert text.index("# 案卷") < text.index("## 案情") < text.index("## 案卷目录")


def test_the_time_line_lists_each_stage_with_its_documents(tmp_path: Path) -> None:
    lines = index(casefiles.load(tmp_path)).split("\n")

    stage = lines.index("### 报批")
    assert "1. **2099年1月9日** [示例呈批单](xf-w02.md)<br>报主要负责人批。" in lines[stage:]


def test_limits_are_counted_by_the_holidays_of_the_case_itself(tmp_path: Path) -> None:
    text = index(casefiles.load(tmp_path))

    assert "[T-04](../limits.md#t-04) 告知受理情况：15个工作日内" in text
    assert "| 收到之日<br>2099年1月5日 | **2099年1月23日** | 告知日期<br>2099年1月8日 |" in text
    assert "本案虚构，只给本案数工作日用。" in text
    assert "调休上班的周末：2099年1月10日。" in text


def test_a_limit_that_cannot_be_counted_says_so(tmp_path: Path) -> None:
    handbook = casefiles.load(
        tmp_path, ("{时限: T-04, 起算: 收到日期", "{时限: T-04, 起算: 年末"), ("事实:\n", "事实:\n  年末: 2099-12-30\n")
    )

    assert "2100年放假没有公布，算不出" in index(handbook)


def test_who_approved_stands_beside_what_the_register_says(tmp_path: Path) -> None:
    row = "| [示例呈批单](xf-w02.md) | 乡镇纪委主要负责人 | 乡镇纪委主要负责人（乙某某），2099年1月9日 | 《示例规则》第一条 |"

    assert row in index(casefiles.load(tmp_path))


def test_the_page_of_a_document_says_why_where_and_by_whom(tmp_path: Path) -> None:
    text = page(casefiles.load(tmp_path), "xf-w02")

    assert text.startswith("# 示例呈批单（XF-W02）\n")
    assert "[案卷](index.md)第2份，共2份" not in text  # the index is called 模拟案卷 whatever its title
    assert "[模拟案卷](index.md)第2份，共2份" in text
    assert "[下载填好的这一份](xf-w02.docx)" in text
    assert "[空白文书和填写说明](../approval.md)" in text
    assert "[示例流程（XF-01）第2步 报批](../steps.md#s2)" in text
    assert "- **谁批的**：乡镇纪委主要负责人（乙某某），2099年1月9日" in text
    assert "- 前一份：[示例登记表](xf-w01.md)" in text
    assert '<span class="hb-blank hb-blank--filled">2099年1月9日</span>' in text


def test_without_an_approval_the_page_says_what_the_template_says(tmp_path: Path) -> None:
    assert "- **谁办谁批**：登记人" in page(casefiles.load(tmp_path), "xf-w01")


def test_a_mistake_stands_beside_what_the_document_has_there(tmp_path: Path) -> None:
    text = page(casefiles.load(tmp_path), "xf-w01")

    assert "| 告知截止日 | ✗ 2099年1月26日 | ✓ 2099年1月23日 | 调休上班的周六也算 |" in text
    assert "| 做法 | ✗ 口头登记 | ✓ 填登记表 | 没有记录 |" in text


def test_limits_that_the_case_does_not_come_to_are_explained(tmp_path: Path) -> None:
    handbook = casefiles.load(tmp_path, ("文书:\n", "没有走到的时限: {T-04: 没有收到}\n文书:\n"))

    assert "- [T-04](../limits.md#t-04) 告知受理情况：没有收到。" in index(handbook)


def test_a_project_without_facts_keeps_the_page_as_it_is_written(tmp_path: Path) -> None:
    casefiles.load(tmp_path)
    (tmp_path / "handbook" / casefiles.FACTS).unlink()
    handbook = casefiles.reload(tmp_path)

    assert index(handbook).strip() == "# 案卷\n\n照着看。"
