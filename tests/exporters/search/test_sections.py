"""A finished page is cut at its headings into what a result can lead to."""

from handbook.exporters.search.sections import sections


def outline(html: str) -> list[str]:
    return [f"{part.level} {part.anchor} {part.heading} | {part.text}" for part in sections(html)]


def test_each_heading_begins_a_section() -> None:
    html = '<h1 id="a">受理</h1><p>甲</p><h2 id="b">步骤</h2><h3 id="s1">1. 登记</h3><p>乙<strong>丙</strong>丁</p>'

    assert outline(html) == ["1 a 受理 | 甲", "2 b 步骤 | ", "3 s1 1. 登记 | 乙丙丁"]


def test_what_stands_above_the_first_heading_is_a_section_without_one() -> None:
    assert outline("<p>甲</p>") == ["0   | 甲"]


def test_blocks_are_lines_and_cells_stand_apart() -> None:
    html = "<ul><li>甲</li><li>乙</li></ul><table><tr><td>丙</td><td>丁</td></tr></table><p>戊<br>己</p>"

    assert outline(html) == ["0   | 甲\n乙\n丙\u3000丁\n戊\n己"]


def test_the_sign_of_a_heading_is_not_its_word() -> None:
    assert outline('<h2 id="a">步骤<a class="headerlink" href="#a">&para;</a></h2>') == ["2 a 步骤 | "]


def test_what_is_marked_and_what_nobody_reads_is_left_out() -> None:
    html = (
        '<p>甲</p><div data-search-exclude><p>乙</p><img src="x"><div>丙</div></div><script>"丁"</script>'
        "<svg><text>戊</text></svg><button>己</button><p>庚</p>"
    )

    assert outline(html) == ["0   | 甲\n庚"]


def test_entries_of_registers_that_have_an_address_are_sections() -> None:
    rows = '<tr id="t-04"><td>T-04</td><td>告知</td><td>15日</td></tr><tr><td id="t-05">T-05</td><td>反馈</td><td>无</td></tr>'
    html = f'<h1 id="h">时限</h1><table>{rows}</table><dl><dt id="x">线索</dt><dd>乙</dd></dl>'

    assert outline(html) == [
        "1 h 时限 | ",
        "7 t-04 T-04 告知 | 15日",
        "7 t-05 T-05 反馈 | 无",
        "7 x 线索 | 乙",
    ]


def test_a_row_of_one_cell_is_named_by_it() -> None:
    assert outline('<table><tr id="a"><td>甲</td></tr><tr><td>乙</td></tr></table>') == ["7 a 甲 | 乙"]


def test_entities_and_characters_of_two_halves_are_read() -> None:
    assert outline("<p>甲&amp;&#20057;𠮷</p>") == ["0   | 甲&乙𠮷"]
