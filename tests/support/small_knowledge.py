"""A handful of entries for tests that run the whole program."""

from pathlib import Path

ENTRIES = {
    "events/wtn-sanjon-2555.md": """---
kind: event
title: "วทน. สัญจร ครั้งที่ 1 ภาคเหนือตอนล่าง"
questions:
  - "วทน. สัญจร จัดที่ไหน"
  - "วทน. สัญจร จัดวันไหน"
keywords: ["วทน. สัญจร", "นครสวรรค์"]
published: 2012-03-27
event:
  start: 2012-03-26
  end: 2012-03-28
  venue: "โรงแรมแกรนด์ฮิลล์"
  province: "นครสวรรค์"
facts:
  "ผู้เข้าร่วม": "ประมาณ 200 คน"
source: {title: "ข่าวกระทรวง", url: "https://www.mhesi.go.th/wtn"}
---
การประชุมเชิงปฏิบัติการ วทน. สัญจร จัดที่จังหวัดนครสวรรค์ วันที่ 26-28 มีนาคม 2555
""",
    "events/camp-chiangmai.md": """---
kind: event
title: "ค่ายดาราศาสตร์เยาวชน เชียงใหม่"
questions: ["ค่ายดาราศาสตร์เยาวชนที่เชียงใหม่จัดวันไหน"]
published: 2025-01-05
event: {start: 2025-03-01, end: 2025-03-03, venue: "อุทยานดาราศาสตร์", province: "เชียงใหม่"}
---
ค่ายดาราศาสตร์เยาวชนสำหรับนักเรียนมัธยมในจังหวัดเชียงใหม่
""",
    "events/camp-songkhla.md": """---
kind: event
title: "ค่ายดาราศาสตร์เยาวชน สงขลา"
questions: ["ค่ายดาราศาสตร์เยาวชนที่สงขลาจัดวันไหน"]
published: 2025-01-06
event: {start: 2025-04-01, end: 2025-04-03, venue: "หอดูดาวสงขลา", province: "สงขลา"}
---
ค่ายดาราศาสตร์เยาวชนสำหรับนักเรียนมัธยมในจังหวัดสงขลา
""",
    "events/moon-fair.md": """---
kind: event
title: "งานชมจันทร์แห่งศตวรรษ"
questions: ["งานชมจันทร์แห่งศตวรรษจัดที่ไหน"]
published: 2025-01-06
event:
  {start: 2099-01-05, end: 2099-01-06, venue: "ลานหอดูดาว", province: "เชียงใหม่", map: [18.79, 98.98]}
photos: ["https://www.mhesi.go.th/moon-1.jpg", "https://www.mhesi.go.th/moon-2.jpg"]
files: ["https://www.mhesi.go.th/moon.pdf"]
---
งานชมจันทร์แห่งศตวรรษจัดที่ลานหอดูดาว
""",
    "contacts/ministry-main.md": """---
kind: contact
title: "กระทรวงการอุดมศึกษา วิทยาศาสตร์ วิจัยและนวัตกรรม (อว.)"
questions: ["ขอเบอร์กระทรวง อว.", "กระทรวงวิทยาศาสตร์อยู่ที่ไหน"]
published: 2026-01-05
contact:
  phones: ["0 2333 3700", "1313"]
  address: "75/47 ถนนพระรามที่ 6 เขตราชเทวี กรุงเทพฯ 10400"
---
โทรศัพท์กลางของกระทรวง 0 2333 3700 และสายด่วน 1313
""",
    "services/food-contact-test.md": """---
kind: service
title: "ตรวจสอบวัสดุสัมผัสอาหาร กรมวิทยาศาสตร์บริการ"
questions: ["ตรวจวัสดุสัมผัสอาหารได้ที่ไหน", "ส่งกล่องข้าวไปตรวจสารที่ไหน"]
published: 2024-02-01
contact: {phones: ["0 2201 7000"]}
---
กรมวิทยาศาสตร์บริการรับตรวจสอบภาชนะและวัสดุสัมผัสอาหาร
""",
}


def small_knowledge(folder: Path) -> Path:
    """The folder, filled with the entries."""
    for name, text in ENTRIES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder
