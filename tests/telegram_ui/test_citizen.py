"""What a citizen sends that is no question."""

from tests.support.fake_bot_api import FakeBotApi
from tests.support.served_face import ServedFace
from tests.support.telegram_people import Person

PICTURE = [{"file_id": "p", "file_unique_id": "p", "width": 9, "height": 9}]


def test_an_album_is_told_once_that_words_are_read(served: ServedFace, api: FakeBotApi) -> None:
    """Telegram sends every picture of it as a message of its own; the next album is told anew."""
    assert served.app
    person = Person(api, 3101)
    for album in "123":
        person.sends(photo=PICTURE, media_group_id="1" if album == "2" else album)
    person.says("/help")
    heard = person.hears(3)
    told = ["เราดูรูปไม่ได้ค่ะ" in one.text for one in heard]
    assert [True, True, False] == told, [one.text for one in heard]
