"""What can be wrong with the database, in words for the person who starts the bot."""

from typing import Self

from sqlalchemy.exc import DBAPIError

_MEANINGS = (
    ("database is locked", "ฐานข้อมูลถูกโปรแกรมอื่นใช้อยู่ ปิดโปรแกรมนั้นก่อนแล้วเริ่มใหม่"),
    ("not a database", "ไฟล์ฐานข้อมูลเสียหายหรือไม่ใช่ไฟล์ของบอต ไฟล์เดิมยังอยู่ครบ ให้กู้จากไฟล์สำรอง (.bak)"),
    ("malformed", "ไฟล์ฐานข้อมูลเสียหาย ไฟล์เดิมยังอยู่ครบ ให้กู้จากไฟล์สำรอง (.bak)"),
    ("unable to open", "เปิดไฟล์ฐานข้อมูลไม่ได้ ตรวจว่าโฟลเดอร์มีอยู่และเขียนได้"),
    ("readonly", "ไฟล์ฐานข้อมูลเขียนไม่ได้ ตรวจสิทธิ์ของไฟล์และโฟลเดอร์"),
    ("disk is full", "ดิสก์เต็ม เพิ่มที่ว่างแล้วเริ่มใหม่"),
    ("connection", "ต่อกับเซิร์ฟเวอร์ PostgreSQL ไม่ได้ ตรวจ DATABASE_URL และเซิร์ฟเวอร์"),
)


class StoreError(Exception):
    """The database cannot be used; the message says why and what to do, in Thai."""

    @classmethod
    def from_driver(cls, error: BaseException) -> Self:
        """The same fault in plain words; the driver's own text never holds a password."""
        cause = error.orig if isinstance(error, DBAPIError) else error
        detail = str(cause).strip().splitlines()[0] if str(cause).strip() else type(cause).__name__
        for sign, meaning in _MEANINGS:
            if sign in str(cause).lower():
                return cls(meaning)
        return cls(f"ใช้ฐานข้อมูลไม่ได้: {detail}")
