from onrecord.web import sessions
from onrecord.web.sessions import IDLE, OLDEST, Sessions, is_token, new_token


class Clock:
    now = 1000.0

    def __call__(self) -> float:
        return self.now


def test_a_session_goes_by_a_token_that_is_not_kept() -> None:
    kept = Sessions()
    token = kept.open("Ada Marsh", "line")
    found = kept.of(token)
    assert found
    assert (found.name, found.line) == ("Ada Marsh", "line")
    assert token not in repr(vars(kept))


def test_every_session_has_a_token_of_its_own() -> None:
    kept = Sessions()
    tokens = {kept.open("Ada Marsh") for _ in range(50)}
    assert len(tokens) == 50
    assert all(map(is_token, tokens))


def test_nobody_is_behind_another_token() -> None:
    kept = Sessions()
    kept.open("Ada Marsh")
    for other in (None, "", new_token(), "\ud800"):
        assert kept.of(other) is None


def test_a_session_ends_at_log_out() -> None:
    kept = Sessions()
    token = kept.open("Ada Marsh")
    kept.close(token)
    kept.close(token)
    assert kept.of(token) is None


def test_a_session_ends_when_nobody_uses_it() -> None:
    clock = Clock()
    kept = Sessions(clock)
    token = kept.open("Ada Marsh")
    clock.now += IDLE - 1
    assert kept.of(token)
    clock.now += IDLE - 1
    assert kept.of(token)
    clock.now += IDLE + 1
    assert kept.of(token) is None


def test_a_session_ends_when_it_is_old_however_much_it_is_used() -> None:
    clock = Clock()
    kept = Sessions(clock)
    token = kept.open("Ada Marsh")
    for _ in range(int(OLDEST // IDLE)):
        assert kept.of(token)
        clock.now += IDLE
    clock.now += 1
    assert kept.of(token) is None


def test_the_longest_unused_session_makes_room(monkeypatch) -> None:
    monkeypatch.setattr(sessions, "MOST", 2)
    kept = Sessions()
    first, second = kept.open("Ada"), kept.open("Jon")
    assert kept.of(first)
    third = kept.open("Zoë")
    assert [bool(kept.of(each)) for each in (first, second, third)] == [True, False, True]


def test_the_token_of_forms_follows_from_the_cookie_and_says_nothing_of_it() -> None:
    kept, token = Sessions(), new_token()
    assert kept.csrf(token) == kept.csrf(token)
    assert kept.is_csrf(token, kept.csrf(token))
    assert token not in kept.csrf(token)
    for wrong in ("", kept.csrf(new_token()), Sessions().csrf(token), "é", "\ud800"):
        assert not kept.is_csrf(token, wrong)


def test_a_cookie_of_another_shape_is_none_of_ours() -> None:
    assert is_token(new_token())
    for other in ("", "x", "a" * 44, "é" * 43, new_token()[:-1] + ";", new_token()[:-1] + "\n"):
        assert not is_token(other)
