#!/usr/bin/python3
"""Makes the simulated market's references of `figures.md` anew when the simulation changes (README.md). Independent of the product: keep it so, and change
it only with the contract.
Independent reference: computes the figures of one session from CSV files with pandas.
usage: reference.py DATA_DIR DATE [--without SYMBOL:DATE ...] > figures.json      (DATA_DIR holds market/ and macro/)
The calendar (xnys-sessions.csv, us-events.csv, releases.csv) is taken from $BRIEFING_CALENDAR, or from ../shared/data/calendar beside the checkout.
--without takes a bar out, to see what a hole does.
"""
import json, os, sys
for v in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"): os.environ.setdefault(v, "1")
import numpy as np, pandas as pd

HERE = os.path.dirname(os.path.abspath(__file__))
CALENDAR = next((p for p in (os.environ.get("BRIEFING_CALENDAR"), f"{HERE}/../../../../shared/data/calendar") if p and os.path.isdir(p)), None)
SYM = "TNA TZA IWM SPY QQQ IJR IWO IWN IWF IWD RSP MGK KRE XLI XLK XLF SMH XHB ITB HYG TLT".split()
PAIRS = [("IWM", "SPY"), ("IWM", "QQQ"), ("IWM", "MGK"), ("RSP", "SPY")]
DAY = pd.Timedelta(days=1)

# ---------------------------------------------------------------- the calendar
def nth(y, m, weekday, n):
    """n-th weekday (0 = Monday) of a month; n = -1 the last"""
    if n > 0: d = pd.Timestamp(y, m, 1); return d + DAY * ((weekday - d.weekday()) % 7 + 7 * (n - 1))
    d = pd.Timestamp(y, m, 1) + pd.offsets.MonthEnd(0); return d - DAY * ((d.weekday() - weekday) % 7)
def easter(y):
    a, b, c = y % 19, y // 100, y % 100; d, e = b // 4, b % 4; g = (8 * b + 13) // 25; h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4; l = (32 + 2 * e + 2 * i - h - k) % 7; m = (a + 11 * h + 22 * l) // 451; n = h + l - 7 * m + 114
    return pd.Timestamp(y, n // 31, n % 31 + 1)
def federal(y):
    """federal holidays as observed: of a Saturday the Friday before, of a Sunday the Monday after"""
    f = [(y, 1, 1), (y, 7, 4), (y, 11, 11), (y, 12, 25)] + ([(y, 6, 19)] if y >= 2021 else []); out = []
    for d in f: d = pd.Timestamp(*d); out.append(d - DAY if d.weekday() == 5 else d + DAY if d.weekday() == 6 else d)
    if y >= 1986: out.append(nth(y, 1, 0, 3))
    return out + [nth(y, 2, 0, 3), nth(y, 5, 0, -1), nth(y, 9, 0, 1), nth(y, 10, 0, 2), nth(y, 11, 3, 4)]
FEDERAL = pd.DatetimeIndex(sorted({d for y in range(1960, 2041) for d in federal(y)}))
BUSINESS = pd.bdate_range("1960-01-01", "2040-12-31").difference(FEDERAL)
def next_business(i): return BUSINESS[BUSINESS.searchsorted(pd.DatetimeIndex(i), side="right")]
def last_known_day(i):
    """the newest date whose daily rate could be known on each day: the business day before the newest business day"""
    return BUSINESS[BUSINESS.searchsorted(pd.DatetimeIndex(i), side="right") - 2]
def nyse_closed(y):
    sun = lambda d: d + DAY if d.weekday() == 6 else d; near = lambda d: d - DAY if d.weekday() == 5 else sun(d)
    out = [sun(pd.Timestamp(y, 1, 1)), nth(y, 1, 0, 3), nth(y, 2, 0, 3), easter(y) - 2 * DAY, nth(y, 5, 0, -1), near(pd.Timestamp(y, 7, 4)), nth(y, 9, 0, 1), nth(y, 11, 3, 4), near(pd.Timestamp(y, 12, 25))]
    return out + ([near(pd.Timestamp(y, 6, 19))] if y >= 2022 else []) + ([pd.Timestamp("2025-01-09")] if y == 2025 else [])
def sessions(D):
    """the exchange's sessions to D: the table, and by rule after its last day"""
    s = pd.DatetimeIndex(pd.read_csv(f"{CALENDAR}/xnys-sessions.csv", parse_dates=["session"])["session"])
    if D > s[-1]: s = s.append(pd.bdate_range(s[-1] + DAY, D).difference(pd.DatetimeIndex([d for y in range(s[-1].year, D.year + 1) for d in nyse_closed(y)])))
    return s[s <= D]

# ---------------------------------------------------------------- when a macro observation is known
MONTH = dict(CPIAUCSL=24, CPILFESL=24, PCEPI=32, PCEPILFE=32, UNRATE=10, PAYEMS=10, MANEMP=10, INDPRO=18, RSAFS=17, HOUST=21, DGORDER=29, NEWORDER=29, JTSJOL=46,
             UMCSENT=28, BACTSAMFRBDAL=0, TSSOSBACTSAMFRBDAL=0)          # days after the month's last day
OWN = dict(GACDISA066MSFRBNY=18, GACDFSA066MSFRBPHI=21)                  # day of the month itself
TARGET = ("DFEDTARU", "DFEDTARL", "DFEDTAR")
RELEASES = {k: dict(zip(g["period"], g["known"])) for k, g in pd.read_csv(f"{CALENDAR}/releases.csv", parse_dates=["period", "known"]).groupby("series")}
EVENTS = {k: pd.DatetimeIndex(g["date"]) for k, g in pd.read_csv(f"{CALENDAR}/us-events.csv", parse_dates=["date"]).groupby("kind")}
def known_dates(s, i):
    """the day on which each observation (dated i) of series s became known"""
    i = pd.DatetimeIndex(i)
    if s in TARGET: k = i.where(~(i - DAY).isin(EVENTS["fomc"]), i - DAY)           # announced at 14:00 the day before its stamp
    elif s in MONTH: k = i + pd.offsets.MonthEnd(0) + DAY * MONTH[s]
    elif s in OWN: k = i + DAY * (OWN[s] - 1)
    elif s == "NFCI": k = i + DAY * 6
    elif s == "ICSA": k = (i + DAY * 5).where(~(i + DAY * 5).isin(FEDERAL), i + DAY * 6)
    elif s == "GDPC1": k = i + pd.offsets.QuarterEnd(0) + DAY * 31
    elif s == "DTWEXBGS": k = i + DAY * 7
    else: k = next_business(i)
    if s in RELEASES: k = pd.DatetimeIndex([RELEASES[s].get(a, b) for a, b in zip(i, k)])
    return k

class Data:
    """one folder as it could be known by the close of D, every price series on the exchange's sessions"""
    def __init__(self, root, D, without=()):
        self.root, self.D, self.without, self.cache = root, pd.Timestamp(D), set(without), {}
        self.sess = sessions(self.D)
    def bars(self, sym):
        p = f"{self.root}/market/{sym.replace('^', '_')}.csv"
        if not os.path.exists(p): return None
        d = pd.read_csv(p, parse_dates=["Date"], index_col="Date").sort_index(); d = d[d.index.isin(self.sess)]
        d = d[[f"{sym}:{t.date()}" not in self.without for t in d.index]]
        if not len(d): return None
        if "Close" not in d: d["Close"] = np.nan
        if "AdjClose" not in d: d["AdjClose"] = d["Close"]
        return d.reindex(self.sess)                                                 # a session without a bar is a row of NaN
    def fred(self, s):
        """observations and the day each became known, as of D"""
        if s not in self.cache:
            p = f"{self.root}/macro/{s}.csv"; v = None
            if os.path.exists(p):
                d = pd.read_csv(p, parse_dates=[0]); d = d.set_index(d.columns[0]).iloc[:, 0]; d = pd.to_numeric(d, errors="coerce").dropna()
                k = known_dates(s, d.index); ok = np.asarray(k <= self.D); v = (d[ok], k[ok]) if ok.any() else None
            self.cache[s] = v
        return self.cache[s]
    def values(self, s): v = self.fred(s); return None if v is None else v[0]
    def position(self, s, idx):
        """for each session of idx the position of the newest observation known by its close, -1 where none"""
        k = self.fred(s)[1]; k = np.minimum.accumulate(k.values[::-1])[::-1]
        return np.searchsorted(k, idx.values, side="right") - 1
    def known(self, s, idx, stat=None, fresh=None):
        """`stat` (default the values) of s as it stood at each session's close; with `fresh`, absent where the newest is dated more than that many days before the newest possible"""
        v = self.fred(s)
        if v is None: return pd.Series(np.nan, index=idx)
        d = v[0]; x = (d if stat is None else stat.reindex(d.index)).values; pos = self.position(s, idx); out = np.where(pos >= 0, x[np.maximum(pos, 0)], np.nan)
        if fresh is not None: out = np.where((last_known_day(idx) - d.index[np.maximum(pos, 0)]).days > fresh, np.nan, out)
        return pd.Series(out, index=idx)
    def decided(self, idx):
        """is the target of each session the one after the newest scheduled decision?"""
        v = self.fred("DFEDTARU")
        if v is None: return pd.Series(False, index=idx)
        pos = self.position("DFEDTARU", idx); obs = v[0].index[np.maximum(pos, 0)]; f = EVENTS["fomc"]; j = f.searchsorted(idx, side="right") - 1
        return pd.Series((pos >= 0) & ((j < 0) | (obs > f[np.maximum(j, 0)])), index=idx)

# ---------------------------------------------------------------- windows
def month_start(t, w): return t - pd.DateOffset(months={"1m": 1, "3m": 3, "6m": 6, "1y": 12}[w])
def start(sess, w):
    """position of the window's first session, or None"""
    n = len(sess) - 1; D = sess[-1]
    if w.endswith("d") and w[:-1].isdigit() and w != "ytd": i = n - int(w[:-1])
    elif w in ("1m", "3m", "6m", "1y"): i = sess.searchsorted(month_start(D, w), side="right") - 1
    else: i = sess.searchsorted(D.to_period({"mtd": "M", "qtd": "Q", "ytd": "Y"}[w]).start_time, side="left") - 1
    return i if i >= 0 else None
def tail(v, n):
    """the last n values, or None where one is missing"""
    t = v.iloc[-n:]; return t if len(t) == n and t.notna().all() else None
def share(v):
    """share of v that is <= its last value; ties after rounding to nine decimals"""
    r = np.round(np.asarray(v, float), 9); return float((r <= r[-1]).mean())
def zroll(v):
    """z against the last 1260 values that exist (today's included), 504 needed"""
    x = v.dropna(); m = x.rolling(1260, min_periods=504); return ((x - m.mean()) / m.std(ddof=1)).reindex(v.index)
def z14(v):
    m = v.rolling(14).mean(); sd = v.rolling(14).std(ddof=0); z = (v - m) / sd
    return z.where(sd > 0, 0.0).where(m.notna())
def rotation_map(q):
    """ratio and momentum of a pair's Q by ISO week (the newest session of the week that has one)"""
    iso = q.index.isocalendar(); w = q.groupby([iso.year, iso.week]).last(); w = w.loc[w.first_valid_index():] if w.notna().any() else w
    if len(w) < 29 or w.iloc[-29:].isna().any(): return None, None
    w = w.dropna(); e = (100 * np.log(w)).ewm(alpha=1 / 3, adjust=False).mean().reset_index(drop=True)
    r = 100 + z14(e); m = 100 + z14(r - r.shift(2)); return r.iloc[-1], m.iloc[-1]
def true_range(b): pc = b["Close"].shift(1); return pd.concat([b["High"] - b["Low"], (b["High"] - pc).abs(), (b["Low"] - pc).abs()], axis=1).max(axis=1).where(b["Low"].notna() & pc.notna())

def score_components(A, idx, data):
    """the four components (z, unclipped) and the score over idx, the sessions from IWM's first bar on: nothing before it enters"""
    def change(p, b, n):
        if p not in A or b not in A: return pd.Series(np.nan, index=idx)
        l = np.log(A[p] / A[b]).reindex(idx); return l - l.shift(n)
    comp = {"momentum": sum(zroll(change("IWM", "SPY", n)) for n in (21, 63, 126)) / 3, "megacap": zroll(change("IWM", "QQQ", 63)), "breadth": zroll(change("RSP", "SPY", 63))}
    a = data.known("BAA10Y", idx, fresh=7); comp["credit"] = zroll(-(a - a.shift(63)))
    W = dict(momentum=.45, megacap=.20, breadth=.20, credit=.15); num = pd.Series(0.0, index=idx); den = num.copy()
    for k, v in comp.items(): ok = v.notna(); num[ok] += W[k] * v[ok].clip(-2, 2) / 2; den[ok] += W[k]
    return comp, (100 * num / den).where(den >= 0.70 - 1e-12)

def figures(root, D, without=()):
    data = Data(root, D, without); D, sess, out = data.D, data.sess, {}
    def put(k, v):
        if v is None or isinstance(v, str): out[k] = v; return
        v = float(v); out[k] = v if np.isfinite(v) else None
    if sess[-1] != D: raise SystemExit(f"{D.date()} is no session")
    ALL = {s: b for s, b in ((s, data.bars(s)) for s in SYM) if b is not None}
    HIST = {s: b["AdjClose"] for s, b in ALL.items()}                             # whole history, even where it ends before D
    B = {s: b for s, b in ALL.items() if pd.notna(b["AdjClose"].iloc[-1])}        # symbols with a bar on D
    A = {s: b["AdjClose"] for s, b in B.items()}
    WR = "1d 5d 21d 63d 1m 3m 6m mtd qtd ytd 1y".split()
    def ret(s, w): i = start(sess, w); return None if i is None or np.isnan(A[s].iloc[i]) else A[s].iloc[-1] / A[s].iloc[i] - 1
    for s in A:
        a, b = A[s], B[s]; x = np.log(a / a.shift(1)); c = b["Close"]; quoted = pd.notna(c.iloc[-1])
        for w in WR: put(f"return.{s}.{w}", ret(s, w))
        if quoted: put(f"close.{s}", c.iloc[-1]); put(f"change.{s}.1d", c.iloc[-1] / c.iloc[-2] - 1)
        for n in (21, 63, 252): t = tail(x, n); put(f"vol.{s}.{n}d", None if t is None else t.std(ddof=1) * np.sqrt(252))
        y = x.dropna(); v = y.iloc[0] ** 2 if len(y) else np.nan
        for q in y.iloc[1:]: v = 0.94 * v + 0.06 * q * q
        put(f"vol.{s}.ewma", np.sqrt(v * 252) if len(y) >= 50 else None)
        put(f"drawdown.{s}.now", a.iloc[-1] / a.max() - 1)
        w = tail(a, 252); put(f"drawdown.{s}.max1y", None if w is None else (w / w.cummax() - 1).min())
        if not quoted or not {"Open", "High", "Low"} <= set(b.columns): continue
        n = 21; t = b.iloc[-n:]; pc = c.shift(1).iloc[-n:]; whole = t["Low"].notna().all() and pc.notna().all()
        o = np.log(t["Open"] / pc); cc = np.log(t["Close"] / t["Open"]); rs = np.log(t["High"] / t["Close"]) * np.log(t["High"] / t["Open"]) + np.log(t["Low"] / t["Close"]) * np.log(t["Low"] / t["Open"])
        k = 0.34 / (1.34 + (n + 1) / (n - 1)); put(f"vol.{s}.yz21", np.sqrt(252 * (o.var(ddof=1) + k * cc.var(ddof=1) + (1 - k) * rs.mean())) if whole and len(t) == n else None)
        tr = true_range(b).dropna(); atr = None
        if len(tr) >= 14 and b["Low"].iloc[-14:].notna().all():
            atr = tr.iloc[:14].mean()
            for q in tr.iloc[14:]: atr = (atr * 13 + q) / 14
        put(f"atr.{s}.14", atr); put(f"stop.{s}.atr2", None if atr is None else c.iloc[-1] - 2 * atr)
        h22 = tail(b["High"], 22); put(f"stop.{s}.chandelier", None if atr is None or h22 is None else h22.max() - 3 * atr)
        for m in (20, 50, 200): t = tail(c, m); put(f"sma.{s}.{m}", None if t is None else t.mean())
        h, l = tail(b["High"], 252), tail(b["Low"], 252); put(f"high52w.{s}", None if h is None else h.max()); put(f"low52w.{s}", None if l is None else l.min())
        H_, L_, C_ = b["High"].iloc[-1], b["Low"].iloc[-1], c.iloc[-1]; P = (H_ + L_ + C_) / 3
        for nme, val in (("P", P), ("R1", 2 * P - L_), ("S1", 2 * P - H_), ("R2", P + H_ - L_), ("S2", P - (H_ - L_))): put(f"pivot.{s}.{nme}", val)

    for p, b in PAIRS:
        if p not in A or b not in A: continue
        for w in WR: rp, rb = ret(p, w), ret(b, w); put(f"excess.{p}:{b}.{w}", None if rp is None or rb is None else rp - rb)
        q = A[p] / A[b]
        for n in (50, 200): t = tail(q, n); put(f"rs.{p}:{b}.vs{n}", None if t is None else q.iloc[-1] / t.mean() - 1)
        x = q.dropna(); put(f"rs.{p}:{b}.percentile5y", share(x.iloc[-1260:]) if len(x) >= 1260 else None)
        df = np.sign(A[p].pct_change(fill_method=None) - A[b].pct_change(fill_method=None))
        for n in (5, 10, 20): t = tail(df, n); put(f"wins.{p}:{b}.{n}d", None if t is None else (t > 0).sum())
        first = df.first_valid_index(); v = df.loc[first:].values[::-1] if first is not None else []; k, hole = 0, False
        for y in v:
            if np.isnan(y): hole = True; break
            if y != v[0] or y == 0: break
            k += 1
        put(f"streak.{p}:{b}", None if hole or not len(v) else k * v[0])
        ra, mo = rotation_map(q); put(f"map.{p}:{b}.ratio", ra); put(f"map.{p}:{b}.momentum", mo)
        put(f"map.{p}:{b}.quadrant", None if ra is None else ("leading" if mo >= 100 else "weakening") if ra >= 100 else ("improving" if mo >= 100 else "lagging"))

    if "IWM" in A and "SPY" in A:
        idx = sess[sess >= A["IWM"].first_valid_index()]; comp, score = score_components(HIST, idx, data)
        for k, v in comp.items(): put(f"rotation.component.{k}", v.iloc[-1])
        put("rotation.score", score.iloc[-1]); lq = np.log(HIST["IWM"] / HIST["SPY"]).reindex(idx)
        for h in (5, 21, 63):
            f = lq.shift(-h) - lq; ok = score.notna() & f.notna(); n = int(ok.sum()); ap = n // h; r = np.corrcoef(score[ok], f[ok])[0, 1] if ap >= 30 else None; k = f"rotation.record.{h}d"
            put(k, r); put(k + ".apart", ap)
            for e, sign in ((".low", -1), (".high", 1)): put(k + e, None if r is None else np.tanh(np.arctanh(r) + sign * 1.959963984540054 / np.sqrt(ap - 3)))
        state, age = None, 0
        for v in score:
            if np.isnan(v): age += state is not None; continue
            new = state or "no clear leadership"
            if new == "small-cap leadership" and v < 10: new = "no clear leadership"
            if new == "large-cap leadership" and v > -10: new = "no clear leadership"
            if v >= 25: new = "small-cap leadership"
            if v <= -25: new = "large-cap leadership"
            age = age + 1 if new == state else 1; state = new
        today = pd.notna(score.iloc[-1]); put("rotation.state", state if today else None); put("rotation.age", age if today else None)

    if "TNA" in A and "IWM" in A:
        d = pd.DataFrame({"L": A["TNA"], "S": A["IWM"]}); r = d.pct_change(fill_method=None).where(d.notna().all(axis=1)); both = d.notna().all(axis=1)
        r = r.where(r.notna().all(axis=1)); e = r["L"] - 3 * r["S"]; xs = np.log1p(r["S"])
        for n in (21, 63, 252):
            t = r.iloc[-n:]; ok = len(t) == n and t.notna().all(axis=None); c = np.cov(t["S"], t["L"], ddof=1) if ok else None
            put(f"beta.TNA:IWM.{n}d", c[0, 1] / c[0, 0] if ok else None); put(f"r2.TNA:IWM.{n}d", c[0, 1] ** 2 / (c[0, 0] * c[1, 1]) if ok else None)
        put("residual.TNA.1d", e.iloc[-1])
        for w in "5d 21d 63d ytd 1y".split():
            i = start(sess, w); ok = i is not None and both.iloc[i:].all()
            RL, RS = (d["L"].iloc[-1] / d["L"].iloc[i] - 1, d["S"].iloc[-1] / d["S"].iloc[i] - 1) if ok else (None, None); p3 = (1 + 3 * r["S"].iloc[i + 1:]).prod() - 1 if ok else None
            put(f"gap.TNA.{w}.total", RL - 3 * RS if ok else None); put(f"gap.TNA.{w}.compounding", p3 - 3 * RS if ok else None); put(f"gap.TNA.{w}.cost", RL - p3 if ok else None)
            put(f"drag.TNA.{w}", np.exp(-3 * (xs.iloc[i + 1:] ** 2).sum()) - 1 if ok else None)
        t = tail(e, 252); td = None if t is None else t.mean() * 252; put("td.TNA.252d", td); put("te.TNA.252d", None if t is None else t.std(ddof=1) * np.sqrt(252))
        s = out.get("vol.IWM.21d"); put("breakeven.TNA.21d", None if s is None else np.exp(s * s * 21 / 252) - 1)
        put("breakeven.TNA.21d.withcosts", None if s is None or td is None else np.exp(s * s * 21 / 252 - td * (21 / 252) / 3) - 1)
        rvx = data.bars("^RVX"); sig = rvx["Close"].iloc[-1] / 100 if rvx is not None and pd.notna(rvx["Close"].iloc[-1]) else out["vol.IWM.ewma"]   # without RVX: proxy
        put("expected.IWM.1d", None if sig is None else sig / np.sqrt(252)); put("expected.TNA.1d", None if sig is None else 3 * sig / np.sqrt(252))
        y = (3 * A["IWM"].pct_change(fill_method=None)).dropna().iloc[-504:]; qv = np.quantile(y, 0.05) if len(y) == 504 else None
        put("var95.TNA.1d", None if qv is None else -qv); put("es95.TNA.1d", None if qv is None else -y[y <= qv].mean())
        c, ci = B["TNA"]["Close"].iloc[-1], B["IWM"]["Close"].iloc[-1]
        for name in ("sma.IWM.50", "sma.IWM.200", "high52w.IWM", "low52w.IWM", "pivot.IWM.S1"):
            if name in out: x = out[name]; put(f"ladder.TNA.{name}", None if x is None or abs(x / ci - 1) > 0.10 else c * (1 + 3 * (x / ci - 1)))

    # macro
    K = data.values
    month = lambda d, t, m=0: d.get(pd.Timestamp(t.year, t.month, 1) - pd.DateOffset(months=m))
    for name, s in (("cpi", "CPIAUCSL"), ("corecpi", "CPILFESL"), ("pce", "PCEPI"), ("corepce", "PCEPILFE")):
        d = K(s)
        if d is None: continue
        t = d.index[-1]; b = month(d, t, 12); put(f"macro.{name}.yoy", None if b is None else d[t] / b - 1); out[f"_asof.macro.{name}"] = str(t.date())
        if name == "corecpi":
            b3, b24 = month(d, t, 3), month(d, t, 24); put("macro.corecpi.3m", None if b3 is None else (d[t] / b3) ** 4 - 1); put("macro.corecpi.2y", None if b24 is None else (d[t] / b24) ** .5 - 1)
    d = K("UNRATE")
    if d is not None:
        t = d.index[-1]; put("macro.unrate", d[t] / 100)
        f = d.reindex(pd.date_range(d.index[0], t, freq="MS")); m3 = (f + f.shift(1) + f.shift(2)) / 3; sahm = m3 - m3.shift(1).rolling(12).min(); put("macro.sahm", sahm.iloc[-1])
        x = sahm.dropna(); put("macro.sahm.percentile", share(x.iloc[-120:]) if len(x) >= 120 and pd.notna(sahm.iloc[-1]) else None)
    d = K("PAYEMS")
    if d is not None: t = d.index[-1]; v = [month(d, t, k) for k in range(4)]; put("macro.payrolls.3m", None if None in v else (v[0] - v[3]) / 3)
    d = K("ICSA"); put("macro.claims.4w", d.iloc[-4:].mean() if d is not None else None)
    last = lambda s: None if K(s) is None else K(s).iloc[-1]; pct = lambda v: None if v is None else v / 100
    put("macro.fedfunds.upper", pct(last("DFEDTARU"))); put("macro.curve.2s10s", pct(last("T10Y2Y"))); put("macro.real10y", pct(last("DFII10")))
    put("macro.hyoas", pct(last("BAMLH0A0HYM2"))); put("macro.baa10y", pct(last("BAA10Y"))); put("macro.nfci", last("NFCI"))
    g, u, l = last("DGS2"), last("DFEDTARU"), last("DFEDTARL")
    put("macro.policygap", None if None in (g, u, l) or not data.decided(sess[-1:]).iloc[0] else (g - (u + l) / 2) / 100)
    v = data.bars("^VIX"); v = None if v is None else v["Close"].dropna(); c = K("VIXCLS"); dates = [x.index[-1] for x in (v, c) if x is not None and len(x)]
    put("macro.vix", None if not dates else v.iloc[-1] if v is not None and len(v) and v.index[-1] == max(dates) else c.iloc[-1])
    zs = []
    for s in ("GACDISA066MSFRBNY", "GACDFSA066MSFRBPHI", "BACTSAMFRBDAL"):   # Dallas where present
        d = K(s)
        if d is not None and len(d) >= 120: w = d.iloc[-120:]; zs.append((w.iloc[-1] - w.mean()) / w.std(ddof=1))
    put("macro.regional.z", np.mean(zs) if len(zs) >= 2 else None)
    d = K("GDPC1"); put("macro.gdp.saar", None if d is None else (d.iloc[-1] / d.iloc[-2]) ** 4 - 1)
    return out

if __name__ == "__main__":
    args = [a for a in sys.argv[1:] if not a.startswith("--")]; n = sys.argv.index("--without") if "--without" in sys.argv else None
    holes = sys.argv[n + 1:] if n else []
    args = [a for a in args if a not in holes]
    f = figures(args[0], args[1], holes); json.dump(dict(session=args[1], figures=dict(sorted(f.items()))), sys.stdout, indent=0)
