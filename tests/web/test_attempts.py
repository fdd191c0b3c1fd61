from onrecord.web import attempts
from onrecord.web.attempts import FREE, LONGEST, Attempts, keys_of
from tests.web.test_sessions import Clock

KEYS = keys_of("192.0.2.1", "Ada Marsh")


def guessed(times: int, clock: Clock, kept: Attempts | None = None) -> Attempts:
    kept = kept or Attempts(clock)
    for _ in range(times):
        kept.begin(KEYS)
    return kept


def test_the_first_attempts_are_free() -> None:
    clock = Clock()
    assert guessed(FREE - 1, clock).wait(KEYS) == 0
    assert guessed(FREE, clock).wait(KEYS) == 1


def test_each_further_attempt_doubles_the_wait_up_to_a_limit() -> None:
    clock = Clock()
    waits = [guessed(FREE + n, clock).wait(KEYS) for n in range(4)]
    assert waits == [1, 2, 4, 8]
    assert guessed(FREE + 500, clock).wait(KEYS) == LONGEST["address"]


def test_the_wait_passes() -> None:
    clock = Clock()
    kept = guessed(FREE + 2, clock)
    clock.now += 3
    assert kept.wait(KEYS) == 1
    clock.now += 1
    assert kept.wait(KEYS) == 0


def test_another_name_does_not_help_nor_does_another_address() -> None:
    kept = guessed(FREE + 3, Clock())
    assert kept.wait(keys_of("192.0.2.1", "Jon Reed")) == 8
    assert kept.wait(keys_of("192.0.2.2", "ada marsh")) == 8
    assert kept.wait(keys_of("192.0.2.2", "Jon Reed")) == 0


def test_the_owner_of_a_name_never_waits_long_for_what_others_did() -> None:
    kept = guessed(FREE + 500, Clock())
    assert kept.wait(keys_of("192.0.2.2", "Ada Marsh")) == LONGEST["name"]


def test_a_neighbouring_ipv6_address_is_the_same_household() -> None:
    assert keys_of("2001:db8::1", "")[0] == keys_of("2001:db8::ffff", "")[0]
    assert keys_of("2001:db8::1", "")[0] != keys_of("2001:db8:0:1::1", "")[0]
    assert keys_of("testclient", "")[0].value == "testclient"


def test_a_success_clears_the_name_and_takes_its_own_attempt_back_from_the_address() -> None:
    clock = Clock()
    kept = guessed(FREE + 1, clock)
    kept.succeed(KEYS)
    assert kept.wait(keys_of("192.0.2.2", "Ada Marsh")) == 0
    assert kept.wait(keys_of("192.0.2.1", "Jon Reed")) == 1


def test_after_an_hour_nothing_is_held_against_anybody() -> None:
    clock = Clock()
    kept = guessed(FREE + 5, clock)
    clock.now += attempts.FORGOTTEN + 1
    assert guessed(1, clock, kept).wait(KEYS) == 0


def test_what_is_kept_has_an_end(monkeypatch) -> None:
    monkeypatch.setattr(attempts, "MOST", 10)
    kept = Attempts(Clock())
    for number in range(50):
        kept.begin(keys_of(f"192.0.2.{number}", f"name {number}"))
    assert len(kept._counts) == 10
