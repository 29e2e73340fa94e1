"""The door to PyThaiNLP: what the bot takes from it, with its downloads and writes switched off."""

import os

# PyThaiNLP writes to the home folder and reaches for the network unless told not to, on import.
os.environ.setdefault("PYTHAINLP_READ_ONLY", "1")
os.environ.setdefault("PYTHAINLP_OFFLINE", "1")

from pythainlp.corpus import thai_words
from pythainlp.corpus.tnc import word_freqs
from pythainlp.tag import PerceptronTagger, orchid
from pythainlp.tag.perceptron import _ORCHID_PATH as ORCHID  # the tagger's figures
from pythainlp.tokenize.tcc_p import _PAT_TCC as CLUSTER  # letters that no cut may part
from pythainlp.util import num_to_thaiword
from pythainlp.util.keyboard import EN_TH_TRANSLATE_TABLE

__all__ = [
    "CLUSTER",
    "EN_TH_TRANSLATE_TABLE",
    "ORCHID",
    "PerceptronTagger",
    "num_to_thaiword",
    "orchid",
    "thai_words",
    "word_freqs",
]
