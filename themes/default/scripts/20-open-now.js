// Says in the reader's browser whether the centre is open: "Teraz otwarte, do 15:30". The hours and
// the words stand in the page (component page_top); the plain hours stay beside.
// It says so in one place of the page, and quietly: no live region, so that nobody is interrupted.
{
  const source = document.querySelector("[data-opening-week]");
  // The last in the page: where main has such a line, the header keeps its plain words.
  const line = [...document.querySelectorAll("[data-open-line]")].at(-1);

  // "1=07:30-15:30 4=07:30-17:00" → Map of key → [[opens, closes], …] in minutes; none when closed.
  const ranges = (text) => {
    const found = new Map();
    for (const part of text.split(" ").filter(Boolean)) {
      const [key, hours] = part.split("=");
      const before = found.get(key) ?? [];
      const minutes = hours?.split("-").map((time) => {
        const [hour, minute] = time.split(":").map(Number);
        return hour * 60 + minute;
      });
      found.set(key, minutes ? [...before, minutes].sort((a, b) => a[0] - b[0]) : before);
    }
    return found;
  };

  // The wall clock at the centre, wherever the reader is.
  const clock = (zone) => {
    const parts = {};
    const format = new Intl.DateTimeFormat("en-GB", {
      timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit",
      minute: "2-digit", hourCycle: "h23",
    });
    for (const { type, value } of format.formatToParts(new Date())) parts[type] = Number(value);
    return {
      day: new Date(Date.UTC(parts.year, parts.month - 1, parts.day)),
      minutes: parts.hour * 60 + parts.minute,
    };
  };

  const say = () => {
    const words = source.dataset;
    const week = ranges(words.openingWeek);
    const unlike = ranges(words.openingDays);
    const now = clock(words.openingZone);
    const time = (minutes) => `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;
    const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, key) => values[key]);
    for (let ahead = 0; ahead < 32; ahead += 1) {
      const day = new Date(now.day.getTime() + ahead * 86400000);
      const date = day.toISOString().slice(0, 10);
      if (date >= words.openingUntil) return "";
      const hours = unlike.get(date) ?? week.get(String(day.getUTCDay())) ?? [];
      const next = hours.find(([, closes]) => ahead > 0 || now.minutes < closes);
      if (!next) continue;
      const [opens, closes] = next;
      if (ahead === 0 && now.minutes >= opens) return fill(words.openNow, { time: time(closes) });
      if (ahead === 0) return fill(words.openToday, { time: time(opens) });
      if (ahead === 1) return fill(words.openTomorrow, { time: time(opens) });
      const name = words.openDays.split("|")[day.getUTCDay()];
      const exact = day.toLocaleDateString(document.documentElement.lang, {
        timeZone: "UTC", day: "numeric", month: "long",
      });
      return fill(words.openLater, {
        day: ahead < 7 ? name : `${name} ${exact}`, time: time(opens),
      });
    }
    return "";
  };

  const tell = () => {
    const text = say();
    if (!text || line.textContent === text) return;
    line.textContent = text;
    line.hidden = false;
  };

  if (source && line) {
    tell();
    setInterval(tell, 30000);
  }
}
