from lintnews.text.spun import MAX_VARIANTS, put_back


def test_spun_words_are_put_back_alone_and_together():
    assert set(put_back("Fast Assist Forces")) == {
        "rapid support forces", "rapid assist forces", "fast support forces",
    }  # fmt: skip


def test_several_words_may_stand_for_one():
    assert "supreme court of appeals" in put_back("Supreme court docket of Appeals")


def test_a_phrase_without_spun_words_has_no_other_form():
    assert list(put_back("Northern Alliance")) == []


def test_the_number_of_forms_is_bounded():
    assert len(list(put_back("home " * 12))) <= MAX_VARIANTS
