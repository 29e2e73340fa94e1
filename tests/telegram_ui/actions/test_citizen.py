"""What a citizen sends that is no question."""

from tests.support.telegram_people import Person

PICTURE = [{"file_id": "p", "file_unique_id": "p", "width": 9, "height": 9}]


def test_an_album_is_told_once_that_words_are_read(citizen: Person) -> None:
    """Telegram sends every picture of it as a message of its own; the next album is told anew."""
    for album in "123":
        citizen.sends(photo=PICTURE, media_group_id="1" if album == "2" else album)
    citizen.says("/help")
    heard = citizen.hears(3)
    told = ["เราดูรูปไม่ได้ค่ะ" in one.text for one in heard]
    assert [True, True, False] == told, [one.text for one in heard]
