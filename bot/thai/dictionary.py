"""The door to PyThaiNLP: what the bot takes from it, with its downloads and writes switched off."""

import os

# PyThaiNLP writes to the home folder and reaches for the network unless told not to, on import.
os.environ.setdefault("PYTHAINLP_READ_ONLY", "1")
os.environ.setdefault("PYTHAINLP_OFFLINE", "1")

from pythainlp.corpus import thai_words, tnc
from pythainlp.tokenize import word_tokenize
from pythainlp.util import Trie, num_to_thaiword, thaiword_to_num

__all__ = ["Trie", "num_to_thaiword", "thai_words", "thaiword_to_num", "tnc", "word_tokenize"]
