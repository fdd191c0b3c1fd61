"""Who may load the network."""

import pytest

from onrecord.reader.network import OnnxNetwork


def test_a_test_that_is_not_marked_cannot_load_the_network():
    with pytest.raises(pytest.fail.Exception, match="let it ask for the fixture `network`"):
        OnnxNetwork.load()
