from pathlib import Path

import pytest

from onrecord.errors import ServingRefused
from onrecord.web.access import Access, checked, is_among, is_loopback

FILE = Path("passwords")
PROXY = {"header": "X-Forwarded-User", "proxies": ("10.0.0.0/24",)}


@pytest.mark.parametrize("host", ["127.0.0.1", "127.1.2.3", "::1", "localhost", "::ffff:127.0.0.1"])
def test_addresses_of_this_machine_alone_need_no_account(host: str) -> None:
    assert checked(Access(host=host)).mode == "local"


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.4", "desk.example", "128.0.0.1"])
def test_any_other_address_needs_accounts(host: str) -> None:
    with pytest.raises(ServingRefused, match="--password-file"):
        checked(Access(host=host))
    assert checked(Access(host=host, passwords=FILE)).mode == "passwords"
    assert checked(Access(host=host, **PROXY)).mode == "proxy"


@pytest.mark.parametrize(
    ("access", "said"),
    [
        (Access(header="X-User"), "--trusted-proxy"),
        (Access(proxies=("127.0.0.1",)), "--trust-header"),
        (Access(passwords=FILE, **PROXY), "one of them"),
        (Access(reviewers=("Ada",)), "--reviewer goes with"),
        (Access(passwords=FILE, reviewers=("Ada",)), "--reviewer goes with"),
        (Access(header="X-User", proxies=("proxy.example",)), "no address of a proxy"),
        (Access(header="Cookie", proxies=("127.0.0.1",)), "name of a header"),
        (Access(header="X User:", proxies=("127.0.0.1",)), "name of a header"),
        (Access(names=("https://desk.example",)), "no host name"),
    ],
)
def test_what_contradicts_itself_is_refused(access: Access, said: str) -> None:
    with pytest.raises(ServingRefused, match=said):
        checked(access)


def test_a_peer_is_among_addresses_and_networks() -> None:
    proxies = ("10.0.0.0/24", "::1", "nonsense")
    assert is_among("10.0.0.9", proxies)
    assert is_among("::ffff:10.0.0.9", proxies)
    assert is_among("::1", proxies)
    assert not is_among("10.0.1.9", proxies)
    assert not is_among("testclient", proxies)
    assert not is_among(None, proxies)


def test_a_name_that_sounds_like_this_machine_is_not_it() -> None:
    assert not is_loopback("localhost.example")
