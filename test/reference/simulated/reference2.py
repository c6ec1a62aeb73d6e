"""Makes the simulated market's references of `figures-2.md` anew when the simulation changes (README.md). Independent of the product: keep it so, and change
it only with the contract.
Independent reference of part two: claims, history, calls, sensitivities and the rest, with pandas/numpy/scipy.
usage: reference2.py DATA_DIR DATE > figures-2.json
       reference2.py DATA_DIR DATE --frequencies  prints how often each claim's verdict occurred (markdown), monthly from 2009
DATA_DIR holds market/ and macro/. Bars on the exchange's sessions, the days on which macro observations became known and the events come from reference.py; all else is computed here.
"""
import json, os, sys
for v in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"): os.environ.setdefault(v, "1")
import numpy as np, pandas as pd
from pandas.tseries.offsets import DateOffset
from scipy.stats import norm
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import reference as base

MISSING = "not computable"
SMALL = "IWM IJR IWO IWN KRE XLI XLF XHB ITB".split()
SYMS = "TNA TZA IWM SPY QQQ IJR IWO IWN IWF IWD RSP MGK KRE XLI XLK XLF SMH XHB ITB HYG TLT AAPL MSFT NVDA AMZN GOOGL META TSLA UUP".split()
PHI, OWNFEE = 0.0103, 0.0019

class World(base.Data):
    """Everything known by the close of D, on the exchange's sessions from IWM's first on."""
    def __init__(self, root, D, without=()):
        super().__init__(root, D, without)
        self.B = {s: self.bars(s) for s in SYMS}
        if self.B["GOOGL"] is None: self.B["GOOGL"] = self.bars("GOOG")
        self.B = {s: b for s, b in self.B.items() if b is not None}
        self.A = {s: b["AdjClose"] for s, b in self.B.items()}
        self.idx = self.sess[self.sess >= self.A["IWM"].first_valid_index()]
        self.events = {}; self.next = base.next_business(self.idx)
        for k, d in base.EVENTS.items():
            pos = self.idx.searchsorted(d); self.events[k] = np.isin(np.arange(len(self.idx)), pos[pos < len(self.idx)])   # a day without a session counts on the next one
    def known(self, s, stat=None, fresh=None): return super().known(s, self.idx, stat, fresh)
    def series(self, s): return self.values(s)
    def nan(self): return pd.Series(np.nan, index=self.idx)
    # ---- performance
    def R(self, s, n):
        if s not in self.A: return self.nan()
        a = self.A[s]; return (a / a.shift(n) - 1).reindex(self.idx)
    def Rw(self, s, w):
        if s not in self.A: return self.nan()
        a = self.A[s]; i = a.index
        if w in ("1m", "3m", "6m", "1y"): p = i.searchsorted(i - DateOffset(months={"1m": 1, "3m": 3, "6m": 6, "1y": 12}[w]), side="right") - 1
        else: p = i.searchsorted(i.to_period({"mtd": "M", "qtd": "Q", "ytd": "Y"}[w]).start_time, side="left") - 1
        v = np.where(p >= 0, a.values / a.values[np.maximum(p, 0)] - 1, np.nan)
        return pd.Series(v, index=i).reindex(self.idx)
    def pair(self, p, b):
        """both, NaN where either has no bar"""
        if p not in self.A or b not in self.A: return None
        d = pd.concat([self.A[p], self.A[b]], axis=1); return d.where(d.notna().all(axis=1))
    def Q(self, p, b):
        d = self.pair(p, b); return None if d is None else d.iloc[:, 0] / d.iloc[:, 1]
    def vs(self, p, b, n):
        q = self.Q(p, b); return self.nan() if q is None else (q / q.rolling(n).mean() - 1).reindex(self.idx)
    def mega(self, n):
        m = [self.R(s, n) for s in "AAPL MSFT NVDA AMZN GOOGL META TSLA".split()]
        b = pd.concat(m, axis=1).mean(axis=1, skipna=False)
        return b.where(b.notna(), self.R("MGK", n))                              # MGK stands in, proxy
    def mom(self, s, months): return s.reindex(s.index - DateOffset(months=months)).set_axis(s.index)

def decide(tests, sup, no):
    """k of n tests: supported from `sup` yes, not supported up to `no`; undecided only where unknowns could change the answer."""
    m = pd.concat(tests, axis=1); yes = (m == 1).sum(axis=1); unk = m.isna().sum(axis=1)
    v = pd.Series(MISSING, index=m.index, dtype=object)
    v[(yes >= sup)] = "supported"; v[(yes + unk <= no)] = "not supported"; v[(yes > no) & (yes + unk < sup)] = "mixed"
    return v
def T(cond, *needs):
    """a test, unknown where any input is"""
    c = cond.astype(float)
    for x in needs: c = c.where(x.notna())
    return c
def three(x, hi, lo):
    """supported at or beyond hi, not supported at or beyond lo (on the other side), else mixed"""
    v = pd.Series("mixed", index=x.index, dtype=object); up, dn = (x - hi).round(9), (x - lo).round(9)
    if hi > lo: v[up >= 0] = "supported"; v[dn <= 0] = "not supported"
    else: v[up <= 0] = "supported"; v[dn >= 0] = "not supported"
    v[x.isna()] = MISSING
    return v
def pct(x, n=1260, least=504):
    """share of the last n values present (today's included, at least `least`) that are <= today's, ties after rounding to nine decimals"""
    y = x.dropna().round(9).values; out = np.full(len(y), np.nan)
    for i in range(least - 1, len(y)): w = y[max(0, i - n + 1):i + 1]; out[i] = np.count_nonzero(w <= y[i]) / len(w)
    return pd.Series(out, index=x.dropna().index).reindex(x.index)
def present(x, n, fn):
    """fn of a rolling window over the last n values that exist (today's need not)"""
    y = x.dropna(); return fn(y.rolling(n)).reindex(x.index).ffill()
def changes(d):
    """daily returns of a pair; one day of which both sessions have both bars"""
    return d.pct_change(fill_method=None)
def wilson(k, n, z=norm.ppf(0.975)):
    """Wilson score interval; k may be a share times n"""
    p = k / n; c = 1 + z * z / n; m = (p + z * z / (2 * n)) / c; h = z * np.sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / c
    return m - h, m + h
def welch(a, b):
    return (a.mean() - b.mean()) / np.sqrt(a.var(ddof=1) / len(a) + b.var(ddof=1) / len(b))

def score_state(w):
    """score, state (None without a score), age, and the state as walked through sessions without one"""
    def z(v):
        y = v.dropna().values; out = np.full(len(y), np.nan)
        c1, c2 = np.r_[0, np.cumsum(y)], np.r_[0, np.cumsum(y * y)]
        for i in range(503, len(y)): a = max(0, i - 1259); n = i + 1 - a; m = (c1[i + 1] - c1[a]) / n; out[i] = (y[i] - m) / np.sqrt(((y[a:i + 1] - m) ** 2).sum() / (n - 1))
        return pd.Series(out, index=v.dropna().index).reindex(v.index)
    lq = lambda p, b: w.nan() if w.Q(p, b) is None else np.log(w.Q(p, b)).reindex(w.idx)
    a = lq("IWM", "SPY"); comp = {"momentum": (z(a - a.shift(21)) + z(a - a.shift(63)) + z(a - a.shift(126))) / 3}
    for k, b in (("megacap", ("IWM", "QQQ")), ("breadth", ("RSP", "SPY"))): a = lq(*b); comp[k] = z(a - a.shift(63))
    a = w.known("BAA10Y", fresh=7); comp["credit"] = z(-(a - a.shift(63)))
    W = dict(momentum=.45, megacap=.20, breadth=.20, credit=.15); num = pd.Series(0.0, index=w.idx); den = num.copy()
    for k, v in comp.items():
        v = v.reindex(w.idx); ok = v.notna(); num[ok] += W[k] * v[ok].clip(-2, 2) / 2; den[ok] += W[k]
    score = (100 * num / den).where(den >= 0.70 - 1e-12)
    st, ag, state, age = [], [], None, 0
    for v in score.values:
        if np.isnan(v): age += state is not None
        else:
            new = state or "none"
            if new == "small" and v < 10: new = "none"
            if new == "large" and v > -10: new = "none"
            if v >= 25: new = "small"
            if v <= -25: new = "large"
            age = age + 1 if new == state else 1; state = new
        st.append(state); ag.append(age)
    walk = pd.Series(st, index=w.idx, dtype=object); return score, walk.where(score.notna(), None), pd.Series(ag, index=w.idx, dtype=float).where(score.notna()), walk

def atr(b):
    h, l, c = (b[k].values for k in ("High", "Low", "Close")); out, trs, v = np.full(len(b), np.nan), [], None; has = ~np.isnan(l)
    for i in range(1, len(b)):
        if has[i] and has[i - 1]:
            x = max(h[i] - l[i], abs(h[i] - c[i - 1]), abs(l[i] - c[i - 1]))
            if v is None: trs.append(x); v = np.mean(trs) if len(trs) == 14 else None
            else: v = (v * 13 + x) / 14
        if v is not None and has[max(0, i - 13):i + 1].all(): out[i] = v
    return pd.Series(out, index=b.index)

def bsm(S, K, q, r, sg, T, kind):
    d1 = (np.log(S / K) + (r - q + sg * sg / 2) * T) / (sg * np.sqrt(T)); d2 = d1 - sg * np.sqrt(T)
    if kind == "put": return K * np.exp(-r * T) * norm.cdf(-d2) - S * np.exp(-q * T) * norm.cdf(-d1), -np.exp(-q * T) * norm.cdf(-d1)
    return S * np.exp(-q * T) * norm.cdf(d1) - K * np.exp(-r * T) * norm.cdf(d2), np.exp(-q * T) * norm.cdf(d1)

def ols(y, x, n):
    """last n complete pairs: slope, Newey-West standard error (Bartlett, lag floor(4 (n/100)^(2/9)), no small-sample factor)"""
    d = pd.concat([y, x], axis=1).dropna().iloc[-n:]
    if len(d) < n: return None
    Y, X = d.iloc[:, 0].values, np.column_stack([np.ones(n), d.iloc[:, 1].values])
    G = np.linalg.inv(X.T @ X); b = G @ (X.T @ Y); u = (Y - X @ b)[:, None] * X; L = int(np.floor(4 * (n / 100) ** (2 / 9)))
    S = u.T @ u
    for k in range(1, L + 1): g = u[k:].T @ u[:-k]; S += (1 - k / (L + 1)) * (g + g.T)
    V = G @ S @ G
    return b[1], np.sqrt(V[1, 1])

def mover(w, k, i):
    """daily move of a rate (points), the dollar (log) or credit (points) by session, as known at the close of session i"""
    if k == "DOLLAR":
        d = w.series("DTWEXBGS")
        if d is None: return np.log1p(w.R("UUP", 1)).iloc[:i + 1]
        v = np.log(d.reindex(w.idx)); return (v - v.shift(1))[w.idx + pd.Timedelta(days=7) <= w.idx[i]]
    d = w.series({"CREDIT": "BAA10Y"}.get(k, k))
    if d is None: return w.nan()
    v = d.reindex(w.idx); v = (v - v.shift(1)).iloc[:i]; return v if i == 0 or w.next[i - 1] <= w.idx[i] else v.iloc[:-1]   # the day before a session that is a federal holiday is not known

def figures(w):
    """named daily series that claims and outputs share"""
    F, R, idx = {}, w.R, w.idx
    F["score"], F["state"], F["age"], F["walk"] = score_state(w)
    for n in (1, 5, 21, 63, 126, 252):
        F[f"sp{n}"] = R("IWM", n) - R("SPY", n); F[f"qq{n}"] = R("IWM", n) - R("QQQ", n)
    rI = R("IWM", 1); xI = np.log1p(rI)
    F["vol21"] = xI.rolling(21).std(ddof=1) * np.sqrt(252)
    F["vol21spy"] = np.log1p(R("SPY", 1)).rolling(21).std(ddof=1) * np.sqrt(252)
    F["ewma"] = np.sqrt(252 * (xI.dropna() ** 2).ewm(alpha=0.06, adjust=False, min_periods=50).mean()).reindex(idx).ffill()
    d = w.pair("TNA", "IWM"); d.columns = ["L", "S"]; r = changes(d)
    F["rT"], F["rS"] = r["L"].reindex(idx), r["S"].reindex(idx)
    for n in (5, 21, 63, 252):
        RL, RS = d["L"] / d["L"].shift(n) - 1, d["S"] / d["S"].shift(n) - 1; P3 = np.expm1(np.log1p(3 * r["S"]).rolling(n).sum())
        F[f"RT{n}"], F[f"RS{n}"], F[f"gapt{n}"], F[f"gapc{n}"] = (x.reindex(idx) for x in (RL, RS, (RL - 3 * RS).where(P3.notna()), P3 - 3 * RS))
    # compounding needs IWM alone: its own history is longer than the fund's
    RS, P3 = R("IWM", 21), np.expm1(np.log1p(3 * rI).rolling(21).sum()); F["comp21"] = P3 - 3 * RS
    F["ddI"] = (w.A["IWM"] / w.A["IWM"].cummax() - 1).reindex(idx)
    b = w.B["IWM"].reindex(idx); F["atrI"] = atr(b); F["atrT"] = atr(w.B["TNA"]).reindex(idx); F["cI"] = b["Close"]; F["cT"] = w.B["TNA"]["Close"].reindex(idx)
    # AI gauge
    c = w.A.get("MGK"); comp = {
        "semis": w.vs("SMH", "SPY", 200), "megacap": R("MGK", 63) - R("RSP", 63),
        "high": w.nan() if c is None else (c / c.rolling(252).max() - 1).reindex(idx), "concentration": -(R("RSP", 63) - R("SPY", 63))}
    for k, v in comp.items(): F[f"ai.{k}"] = pct(v)
    F["ai"] = 100 * pd.concat([F[f"ai.{k}"] for k in comp], axis=1).mean(axis=1, skipna=False)
    q = w.Q("IWM", "SPY"); F["rp5"] = pct(q, 1260, 1260).reindex(idx)
    # attention
    dv = lambda s: (w.B[s]["Close"] * w.B[s]["Volume"]).reindex(idx) if s in w.B and "Volume" in w.B[s] else w.nan()
    small, large = dv("IWM") + dv("TNA"), dv("SPY") + dv("QQQ"); sh = small.rolling(21).sum() / (small + large).rolling(21).sum()
    F["attention.share"] = sh; F["attention.z"] = (sh - sh.rolling(252).mean()) / sh.rolling(252).std(ddof=1)
    up = b["Volume"].where(rI > 0, 0.0).where(rI.notna()) if "Volume" in b else w.nan(); F["upvol"] = up.rolling(63).sum() / b["Volume"].rolling(63).sum()
    # breadth
    a50 = pd.concat([(w.A[s] / w.A[s].rolling(50).mean() - 1).reindex(idx) for s in SMALL if s in w.A], axis=1)
    u63 = pd.concat([R(s, 63) for s in SMALL if s in w.A], axis=1)
    F["above50"] = ((a50 > 0).sum(axis=1) / a50.notna().sum(axis=1)).where(a50.notna().sum(axis=1) >= 5)
    F["up63"] = ((u63 > 0).sum(axis=1) / u63.notna().sum(axis=1)).where(u63.notna().sum(axis=1) >= 5)
    # macro
    M = w.known; f = w.series
    def monthly(s, fn): d = f(s); return w.nan() if d is None else M(s, fn(d))
    yoy = lambda d: d / w.mom(d, 12) - 1
    before3 = lambda fn: (lambda d: w.mom(fn(d), 3))
    m3 = lambda d: (d + w.mom(d, 1) + w.mom(d, 2)) / 3
    for k, s in (("cpi", "CPIAUCSL"), ("core", "CPILFESL"), ("corepce", "PCEPILFE")):
        F[k], F[k + ".before"] = monthly(s, yoy), monthly(s, before3(yoy))
    F["core3"] = monthly("CPILFESL", lambda d: (d / w.mom(d, 3)) ** 4 - 1)
    F["t5"] = M("T5YIE") / 100
    F["unrate"] = M("UNRATE") / 100; F["unrate.12"] = monthly("UNRATE", lambda d: d - w.mom(d, 12))
    def sahm(d):
        a = m3(d); lows = pd.concat([w.mom(a, k) for k in range(1, 13)], axis=1); return a - lows.min(axis=1, skipna=False)
    F["sahm"] = monthly("UNRATE", sahm)
    F["unlow"] = monthly("UNRATE", lambda d: d - pd.concat([w.mom(d, k) for k in range(12)], axis=1).min(axis=1))
    F["pay3"] = monthly("PAYEMS", lambda d: (d - w.mom(d, 3)) / 3)
    ic = f("ICSA")
    if ic is not None: F["claims"], F["claims.26"], F["claims.52"] = (M("ICSA", ic.rolling(n).mean()) for n in (4, 26, 52))
    else: F["claims"] = F["claims.26"] = F["claims.52"] = w.nan()
    g3 = lambda d: m3(d) / w.mom(m3(d), 3) - 1
    for k, s in (("indpro3", "INDPRO"), ("retail3", "RSAFS"), ("open3", "JTSJOL"), ("orders3", "NEWORDER")): F[k] = monthly(s, g3)
    F["manemp3"] = monthly("MANEMP", lambda d: d - w.mom(d, 3))
    F["houst"] = monthly("HOUST", lambda d: m3(d) / w.mom(m3(d), 12) - 1)
    F["empire"], F["philly"], F["services"] = M("GACDISA066MSFRBNY"), M("GACDFSA066MSFRBPHI"), M("TSSOSBACTSAMFRBDAL")
    F["empire3"], F["philly3"] = monthly("GACDISA066MSFRBNY", m3), monthly("GACDFSA066MSFRBPHI", m3)
    z120 = lambda d: (d - d.rolling(120).mean()) / d.rolling(120).std(ddof=1)
    zs = [monthly("GACDISA066MSFRBNY", z120), monthly("GACDFSA066MSFRBPHI", z120)]
    F["regional"] = (zs[0] + zs[1]) / 2
    if f("BACTSAMFRBDAL") is not None: F["regional"] = (zs[0] + zs[1] + monthly("BACTSAMFRBDAL", z120)) / 3
    g = f("GDPC1")
    if g is not None:
        s4 = (g / g.shift(1)) ** 4 - 1; F["gdp"] = M("GDPC1", s4); F["gdp.min4"] = M("GDPC1", s4.rolling(4).min())
    else: F["gdp"] = F["gdp.min4"] = w.nan()
    for k, s in (("g2", "DGS2"), ("g10", "DGS10"), ("g3m", "DGS3MO"), ("up", "DFEDTARU"), ("lo", "DFEDTARL"), ("baa", "BAA10Y"), ("curve", "T10Y2Y"), ("nfci", "NFCI"), ("effr", "EFFR"), ("vix", "VIXCLS")): F[k] = M(s)
    F["gap"] = ((F["g2"] - (F["up"] + F["lo"]) / 2) / 100).where(w.decided(idx))
    # the newer of ^VIX and VIXCLS as known, absent where it is dated more than seven days before the session
    v = w.bars("^VIX"); c = w.series("VIXCLS"); n = np.datetime64("NaT")
    vd = pd.Series(idx, index=idx).where(v["Close"].reindex(idx).notna()).ffill() if v is not None else pd.Series(n, index=idx); vv = v["Close"].reindex(idx).ffill() if v is not None else w.nan()
    cd = M("VIXCLS", pd.Series(c.index.values.astype("datetime64[D]").astype(float), index=c.index)) if c is not None else w.nan(); cd = pd.Series(pd.to_datetime(cd, unit="D"), index=idx)
    own = vd.notna() & (cd.isna() | (vd >= cd)); x = vv.where(own, F["vix"]); at = vd.where(own, cd); F["macro.vix"] = x; F["vixp"] = pct(x.where((pd.Series(idx, index=idx) - at).dt.days <= 7), 1260, 1260)
    return F

def rolling_stat(idx, fn, need):
    """fn(i) at every position from `need` on"""
    return pd.Series([fn(i) if i >= need else np.nan for i in range(len(idx))], index=idx)

def risk_series(w, F, lo):
    """series that claims use and that look back over windows of sessions; computed from position `lo` on"""
    idx, N = w.idx, len(w.idx); b = w.B["IWM"].reindex(idx); O, H, L, C = (b[k].values for k in ("Open", "High", "Low", "Close")); at = F["atrI"].values
    S = lambda x, ok: pd.Series(np.where(ok, x.astype(float), np.nan), index=idx)
    rI, rT = F["rS"].values, F["rT"].values; P = lambda fn: pd.Series([fn(i) if i >= lo else np.nan for i in range(N)], index=idx)
    # claim 41: did the pivot S1 hold?
    S1 = np.full(N, np.nan); S1[1:] = (2 * (H + L + C) / 3 - H)[:-1]
    t = (O > S1) & (L <= S1); h = t & (C > S1); ok = ~np.isnan(S1) & ~np.isnan(L); F["s1.n"] = S(t, ok).rolling(252).sum(); F["s1.k"] = S(h, ok).rolling(252).sum()
    # claim 52: breaches of the evening before's 2 ATR stop, and gaps through it
    st = np.full(N, np.nan); st[1:] = (C - 2 * at)[:-1]; br = L <= st; gp = O < st
    ok = ~np.isnan(st) & ~np.isnan(L); F["stop.n"] = present(S(br, ok), 1260, lambda r: r.sum()); F["stop.k"] = present(S(br & gp, ok), 1260, lambda r: r.sum())
    cc = b["Close"].values; cr = np.full(N, np.nan); cr[1:] = cc[1:] / cc[:-1] - 1; orr = np.full(N, np.nan); orr[1:] = O[1:] / cc[:-1] - 1
    got = np.flatnonzero(~np.isnan(cr)); cr_, or_ = cr[got], orr[got]
    def night(i):
        j = np.searchsorted(got, i, side="right")
        if j < 504: return np.nan
        s = slice(j - 504, j); k = np.argsort(cr_[s], kind="stable")[:25]; return or_[s][k].sum() / cr_[s][k].sum()
    F["overnight"] = P(night)
    # claims 42, 55
    ev = w.events.get("cpi", np.zeros(N, bool)) | w.events.get("jobs", np.zeros(N, bool)); ev3 = ev | w.events.get("fomc", np.zeros(N, bool))
    since = idx.searchsorted(pd.Timestamp("2010-01-01")); ab = np.abs(w.R("IWM", 1).values)
    d2 = np.abs((lambda v: (v - v.shift(1)).values)(w.series("DGS2").reindex(idx))) if w.series("DGS2") is not None else np.full(N, np.nan)
    def tw(x, e, lag):
        def one(i):
            j = i + 1 - lag; s = slice(j - 504, j)
            if j - 504 < since: return np.nan
            y = x[s] if not lag or w.next[i - 1] <= idx[i] else np.r_[x[s][:-1], np.nan]
            a, o = y[e[s]], y[~e[s]]; a, o = a[~np.isnan(a)], o[~np.isnan(o)]
            return welch(a, o) if len(a) >= 15 else np.nan
        return P(one)
    F["event.t"] = tw(ab, ev3, 0); F["event2y.t"] = tw(d2, ev, 1)
    # claim 33: do cyclicals gain on SPY over quarters in which the ten-year yield falls?
    cy = pd.concat([w.R(k, 63) - w.R("SPY", 63) for k in ("XLI", "XHB", "KRE", "XLF")], axis=1).mean(axis=1, skipna=False); F["cyc63"] = cy
    g = F["g10"] - F["g10"].shift(63); k = cy.notna() & g.notna(); F["rates.corr"] = cy[k].rolling(504).corr(g[k]).reindex(idx)
    # claim 22
    F["sens2.t"] = P(lambda i: (lambda r: np.nan if r is None else r[0] / r[1])(ols(F["sp1"].iloc[:i + 1], mover(w, "DGS2", i), 252)) if i >= 260 else np.nan)
    F["sensd.t"] = P(lambda i: (lambda r: np.nan if r is None else r[0] / r[1])(ols(F["sp1"].iloc[:i + 1], mover(w, "DOLLAR", i), 252)) if i >= 260 else np.nan)
    # claim 61: exceedances of the evening before's var95
    y = 3 * w.R("IWM", 1).values; v95 = np.full(N, np.nan); got = np.flatnonzero(~np.isnan(y))         # IWM's own history, longer than the fund's
    for i in range(max(0, lo - 253), N):
        j = np.searchsorted(got, i, side="right")
        if j >= 504: v95[i] = -np.quantile(y[got[j - 504:j]], 0.05)
    ex = np.full(N, np.nan); ok = ~np.isnan(v95[:-1]) & ~np.isnan(y[1:]); ex[1:][ok] = (y[1:][ok] < -v95[:-1][ok])
    F["var.k"] = pd.Series(ex, index=idx).rolling(252).sum()
    # claim 10, 35, 37, 49, 53
    g5 = F["gapt5"].abs() <= 0.01; g63 = F["gapt63"].abs() <= 0.01
    F["near5"] = g5.astype(float).where(F["gapt5"].notna()).rolling(252).mean(); F["near63"] = g63.astype(float).where(F["gapt63"].notna()).rolling(252).mean()
    dev = (F["rT"] - 3 * F["rS"]).abs(); F["dev21"] = (dev <= 0.0025).astype(float).where(dev.notna()).rolling(21).mean()
    def cap(i):
        a, s = rT[i - 251:i + 1], rI[i - 251:i + 1]
        if np.isnan(a).any(): return np.nan, np.nan
        return a[s > 0].mean() / s[s > 0].mean(), a[s < 0].mean() / s[s < 0].mean()
    F["cap.up"] = P(lambda i: cap(i)[0] if i >= 252 else np.nan); F["cap.down"] = P(lambda i: cap(i)[1] if i >= 252 else np.nan)
    F["volgap"] = F["vol21"].rolling(252).corr(F["comp21"])
    RT, RS, GT = F["RT21"].values, F["RS21"].values, F["gapc21"].values
    def amp(i):
        s = slice(i - 251, i + 1); a, o = RT[s], RS[s]
        if np.isnan(a).any(): return np.nan
        k = o >= 0.03; return np.median(a[k] / o[k]) if k.sum() >= 15 else np.nan
    F["amp"] = P(lambda i: amp(i) if i >= 252 else np.nan)
    def side(i):
        s = slice(i - 251, i + 1); o, g = RS[s], GT[s]
        if np.isnan(g).any(): return np.nan
        k = np.abs(o) <= 0.02; return np.median(g[k]) if k.sum() >= 15 else np.nan
    F["sideways"] = P(lambda i: side(i) if i >= 252 else np.nan)
    # claim 50, 38
    def mdd(a, i): x = a[i - 251:i + 1]; return np.nan if np.isnan(x).any() else (x / np.maximum.accumulate(x) - 1).min()
    AT, AI = w.A["TNA"].reindex(idx).values, w.A["IWM"].reindex(idx).values
    F["ddT1"] = P(lambda i: mdd(AT, i) if i >= 251 else np.nan); F["ddI1"] = P(lambda i: mdd(AI, i) if i >= 251 else np.nan)
    # claim 39: a year's cost of TNA beyond 3x daily, against a margin loan for the same exposure
    F["cost252"] = -252 * (F["rT"] - 3 * F["rS"]).rolling(252).mean(); rf = F["g3m"].rolling(252).mean() / 100; F["margin252"] = 2 * (rf + 0.015)
    # claim 51
    ash = F["atrT"] / F["cT"]; F["atr.range"] = ash.rolling(63).max() / ash.rolling(63).min()
    # claim 56: hedge cost share (30 days, 5 % out of the money)
    y1 = ((1 + w.Rw("IWM", "1y")) / (1 + close_1y(w)) - 1); S = F["cI"]; K = np.floor(0.95 * S + 0.5); rr = 2 * np.log1p(F["g3m"] / 200)
    rv = w.bars("^RVX"); sg = F["ewma"] if rv is None else (rv["Close"] / 100).reindex(idx).where((rv["Close"] / 100).reindex(idx).notna(), F["ewma"])
    F["sigma"], F["rate"], F["div"] = sg, rr, np.log1p(y1)
    pv, dl = bsm(S, K, F["div"], rr, sg, 30 / 365, "put"); F["hedge.share"] = 3 * pv / (S * dl.abs())
    # claim 47: cutting phases by the effective rate
    e = F["effr"].rolling(21).mean(); ph = ((e - e.shift(126) + 0.20).round(9) <= 0).astype(float).where(e.shift(126).notna()); F["phase"] = ph
    ex21 = F["sp21"]
    e1 = F["sp1"].values; php = np.full(N, np.nan); php[1:] = ph.values[:-1]            # known the evening before
    def phase(i):
        q, v = php[max(0, i - 2519):i + 1], e1[max(0, i - 2519):i + 1]; ok = ~np.isnan(q) & ~np.isnan(v); q, v = q[ok] == 1, v[ok]
        return 252 * (v[q].mean() - v[~q].mean()) if q.sum() >= 126 and (~q).sum() >= 126 else np.nan
    F["phase.diff"] = P(phase)
    # calls
    h = 21; side_ = F["state"].map({"small": 1.0, "large": -1.0, "none": 0.0}).astype(float).values; out = np.full(N, np.nan); out[:-h] = ex21.values[h:]
    def calls(i):
        s = slice(0, i - h + 1); c, o = side_[s], out[s]; ok = ~np.isnan(c) & ~np.isnan(o); c, o = c[ok], o[ok]; k = c != 0
        if k.sum() == 0: return (0, 0, 0, np.nan, np.nan)
        u = (o > 0).mean(); pos = np.flatnonzero(k); ap, last = 0, -10 ** 9
        for p in pos:
            if p - last >= h: ap += 1; last = p
        return (int(k.sum()), ap, int((np.sign(o[k]) == c[k]).sum()), float(np.where(c[k] > 0, u, 1 - u).mean()), float(u))
    rec = [calls(i) if i >= max(lo, h) else (0, 0, 0, np.nan, np.nan) for i in range(N)]
    F["calls"] = pd.Series(rec, index=idx, dtype=object)
    return F

def close_1y(w):
    c = w.B["IWM"]["Close"]; i = c.index; p = i.searchsorted(i - DateOffset(months=12), side="right") - 1
    return pd.Series(np.where(p >= 0, c.values / c.values[np.maximum(p, 0)] - 1, np.nan), index=i).reindex(w.idx)

def gt(x, c=0.0): d = x - c; return T(d.round(9) > 0, d)
def ge(x, c=0.0): d = x - c; return T(d.round(9) >= 0, d)
def lt(x, c=0.0): d = x - c; return T(d.round(9) < 0, d)
def le(x, c=0.0): d = x - c; return T(d.round(9) <= 0, d)
def words(idx, rules, needs):
    """`rules`: (word, condition as a test) in order, first that holds; else mixed; a missing need makes it not computable"""
    v = pd.Series("mixed", index=idx, dtype=object)
    for word, c in reversed(rules): v[c == 1] = word
    for x in needs: v[x.isna()] = MISSING
    return v
def claims(w, F):
    """verdict series and lead series of each claim"""
    R, Rw, idx, V, Lead = w.R, w.Rw, w.idx, {}, {}
    def put(n, v, lead): V[n], Lead[n] = v, lead
    ex = lambda p, b, n: R(p, n) - R(b, n)
    lower = lambda k: lt(F[k], F[k + ".before"])
    d63 = lambda k: F[k] - F[k].shift(63)
    mg = {n: w.mega(n) for n in (21, 63, 126)}; NC = pd.Series(MISSING, index=idx, dtype=object); none = w.nan()
    st, ag = F["state"], F["age"]; isst = lambda k: (st == k).astype(float).where(st.notna())
    both = lambda a, b: (a * b)
    im = {n: R("IWM", n) - mg[n] for n in mg}; put(1, decide([gt(im[n]) for n in (21, 63, 126)], 3, 0), im[63])
    r200 = w.vs("IWM", "SPY", 200); put(2, words(idx, [("supported", both(isst("small"), ge(ag, 10))), ("not supported", isst("large")), ("not supported", both(isst("none"), lt(r200)))], [isst("none"), r200]), F["score"])
    pw = [Rw("IWM", k) - Rw("SPY", k) for k in ("mtd", "qtd", "ytd")]; put(3, decide([gt(x) for x in pw], 3, 0), pw[2])
    put(4, three(F["ai"], 40, 60), F["ai"])
    rs63 = ex("RSP", "SPY", 63); put(5, decide([lt(mg[63] - R("RSP", 63)), gt(rs63), gt(F["sp63"])], 3, 1), rs63)
    vr = F["vol21"] / F["vol21spy"]; put(6, decide([lt(d63("baa")), lt(vr, vr.rolling(252).median()), gt(F["upvol"], 0.5)], 3, 1), vr)
    put(7, three(F["attention.z"], 0.5, -0.5), F["attention.z"])
    put(8, three(F["dev21"], 0.90, 0.70), F["dev21"])
    put(9, NC, none)
    put(10, words(idx, [("supported", both(ge(F["near5"], 0.95), le(F["near63"], 0.5))), ("not supported", lt(F["near5"], 0.85))], [F["near5"], F["near63"]]), F["near5"])
    put(11, NC, none)
    put(12, decide([gt(F["indpro3"]), gt(F["retail3"]), ge(F["pay3"], 100), le(F["claims"], F["claims.26"]), gt(F["open3"])], 4, 2), F["indpro3"])
    put(13, decide([lower("cpi"), lower("core"), lower("corepce"), lt(F["core3"], F["core"])], 3, 1), F["core"])
    put(14, decide([ge(F["regional"], 0.25), gt(F["empire3"]), gt(F["philly3"])], 3, 1), F["regional"])
    cyc = [ex(s, "SPY", 63) for s in ("XLI", "XHB", "KRE", "XLF")]; put(15, decide([gt(x) for x in cyc], 3, 1), F["cyc63"])
    def wins(b): d = w.pair("IWM", b); r = changes(d); return (r.iloc[:, 0] > r.iloc[:, 1]).astype(float).where(r.notna().all(axis=1)).rolling(20).sum().reindex(idx)
    w1, w2 = wins("SPY"), wins("QQQ"); put(16, words(idx, [("supported", both(ge(w1, 12), ge(w2, 12))), ("not supported", both(le(w1, 10), le(w2, 10)))], [w1, w2]), w1)
    r50 = w.vs("IWM", "SPY", 50); put(17, words(idx, [("supported", both(isst("small"), le(ag, 21))), ("not supported", both(1 - isst("small"), le(r50)))], [isst("none"), r50]), r50)
    c52 = F["claims"] / F["claims.52"] - 1; put(18, decide([lt(F["sahm"], 0.30), ge(F["pay3"], 50), le(c52, 0.05), le(F["unrate.12"], 0.3)], 4, 2), F["unrate"])
    put(19, decide([le(F["core3"], 0.03), le(F["core"], 0.03), le(F["t5"], 0.025)], 3, 1), F["core3"])
    put(20, decide([lower("core"), le(F["unlow"], 0.3), gt(F["gdp"], 0.01), lt(F["sahm"], 0.5)], 4, 2), F["unlow"])
    put(21, three(F["gap"], -0.0025, 0.0), F["gap"])
    put(22, three(F["sens2.t"], -2, 2), F["sens2.t"])
    put(23, three(F["rp5"], 0.25, 0.5), F["rp5"])
    e4 = [Rw("IWM", k) - Rw(b, k) for k in ("1m", "3m") for b in ("SPY", "QQQ")]; put(24, decide([gt(x) for x in e4], 4, 0), e4[2])
    put(25, decide([gt(cyc[0]), gt(F["indpro3"]), gt(F["orders3"])], 3, 1), cyc[0])
    put(26, decide([lt(d63("baa")), lt(d63("nfci")), lt(d63("g2"))], 3, 1), F["baa"] / 100)
    dai = d63("ai"); put(27, decide([lt(dai), le(F["rp5"], 0.5)], 2, 0), dai)
    put(28, NC, none); put(29, NC, none)
    put(30, decide([gt(cyc[0]), gt(F["regional"]), gt(F["manemp3"])], 3, 1), F["manemp3"])
    put(31, decide([gt(cyc[1]), gt(ex("ITB", "SPY", 63)), gt(F["houst"])], 3, 1), F["houst"])
    put(32, decide([gt(cyc[2]), gt(ex("KRE", "XLF", 63)), gt(d63("curve"))], 3, 1), cyc[2])
    put(33, three(F["rates.corr"], -0.2, 0.2), F["rates.corr"])
    put(34, words(idx, [("supported", both(gt(F["gdp.min4"]), ge(F["gdp"], 0.02))), ("not supported", lt(F["gdp"], 0.01))], [F["gdp"], F["gdp.min4"]]), F["gdp"])
    u, dn = F["cap.up"], F["cap.down"]; put(35, decide([le((u - 3).abs(), 0.03), le((dn - 3).abs(), 0.03)], 2, 0), dn)
    put(36, decide([lt(F["gapc63"]), lt(F["gapc252"])], 2, 0), F["gapc63"])
    put(37, three(F["volgap"], -0.3, 0.0), F["volgap"])
    put(38, decide([lt(F["gapt252"]), le(F["ddT1"], -0.5), lt(F["RT252"], F["RS252"])], 2, 0), F["gapt252"])
    cc = F["cost252"] - F["margin252"]; put(39, three(cc, 0.0, 0.01), cc)
    put(40, decide([ge(R("TNA", 63), 0.10), ge(F["above50"], 0.6), ge(F["up63"], 0.7)], 3, 0), R("TNA", 63))
    n = F["s1.n"].where(F["s1.n"] >= 15); lo_, hi_ = wilson(F["s1.k"], n); put(41, words(idx, [("supported", gt(lo_, 0.5)), ("not supported", lt(hi_, 0.5))], [lo_]), F["s1.k"] / n)
    put(42, three(F["event.t"], 2, 0), F["event.t"])
    put(43, decide([lower("core"), lt(d63("g2")), le(F["gap"], 0.0025)], 3, 1), d63("g2") / 100)
    put(44, decide([gt(F["empire"]), gt(F["philly"]), gt(F["services"])], 3, 1), F["empire"])
    put(45, three(F["sensd.t"], 2, -2), F["sensd.t"])
    put(46, NC, none)
    put(47, three(F["phase.diff"], 0.02, -0.02), F["phase.diff"])
    put(48, decide([le(F["gap"], -0.0025), F["phase"]], 2, 0), F["gap"])
    put(49, three(F["amp"], 3.0, 2.85), F["amp"])
    rt = F["ddT1"] / F["ddI1"]; put(50, three(rt, 2.5, 2.25), rt)
    put(51, three(F["atr.range"], 1.75, 1.4), F["atr.range"])
    put(52, three(F["overnight"], 1 / 3, 0.5), F["overnight"])
    put(53, three(F["sideways"], -0.0075, -0.005), F["sideways"])
    put(54, NC, none)
    put(55, three(F["event2y.t"], 2, 0), F["event2y.t"])
    put(56, three(F["hedge.share"], 0.06, 0.10), F["hedge.share"])
    el = pd.DatetimeIndex([pd.Timestamp(y, 11, 1) + pd.Timedelta(days=(0 - pd.Timestamp(y, 11, 1).weekday()) % 7 + 1) for y in range(2000, 2042, 2)])
    days = pd.Series((el[el.searchsorted(idx)] - idx).days, index=idx).astype(float)
    put(57, decide([le(days, 180), ge(F["vixp"], 0.75)], 2, 0), days)
    m63 = mg[63] - R("RSP", 63); r2, r3 = w.vs("RSP", "SPY", 200), w.vs("IWM", "MGK", 200); put(58, decide([gt(r2), lt(m63), gt(r3)], 3, 0), r2)
    ins = [V[k] for k in (12, 13, 18, 19, 21, 23, 26)]; bal = sum((x == "supported").astype(float) - (x == "not supported").astype(float) for x in ins); known = sum((x != MISSING).astype(int) for x in ins)
    bal = bal.where(known >= 5); put(59, three(bal, 2, -1), bal)
    n, ap, k, base = (pd.Series([r[j] for r in F["calls"]], index=idx, dtype=float) for j in (0, 1, 2, 3)); hr = k / n.where(n > 0); lo_, hi_ = wilson(hr * ap, ap.where(ap >= 15))
    put(60, words(idx, [("supported", gt(lo_, base)), ("not supported", le(hr, base))], [lo_]), hr)
    x, nn, p = F["var.k"], 252, 0.05; q = x / nn
    with np.errstate(all="ignore"):
        ll = lambda a: np.where(x > 0, x * np.log(a), 0.0) + np.where(x < nn, (nn - x) * np.log(1 - a), 0.0)
        LR = pd.Series(-2 * (ll(p) - ll(q)), index=idx).where(x.notna())
    put(61, words(idx, [("not supported", both(gt(LR, 3.841458820694124), gt(x, nn * p))), ("supported", le(LR, 3.841458820694124))], [x]), x)
    F["kupiec"] = LR
    return V, Lead

# ---------------------------------------------------------------- history
def fnv1a(text):
    h = 0x811C9DC5
    for c in text.encode(): h = ((h ^ c) * 0x01000193) & 0xFFFFFFFF
    return h
class Mulberry32:
    """counter form: the k-th number depends on seed + k * 0x6D2B79F5 alone, so a batch can be made at once"""
    def __init__(self, seed): self.seed, self.k = seed, 0
    def take(self, n):
        a = (np.uint64(self.seed) + np.arange(self.k + 1, self.k + n + 1, dtype=np.uint64) * np.uint64(0x6D2B79F5)) & np.uint64(0xFFFFFFFF); self.k += n
        M = np.uint64(0xFFFFFFFF); t = ((a ^ (a >> np.uint64(15))) * (a | np.uint64(1))) & M
        t = t ^ ((t + (((t ^ (t >> np.uint64(7))) * (t | np.uint64(61))) & M)) & M)
        return (t ^ (t >> np.uint64(14))).astype(np.float64) / 4294967296.0
def block_length(x):
    """Politis and White 2004, corrected by Patton, Politis and White 2009; stationary bootstrap"""
    n = len(x); e = x - x.mean(); bmax = np.ceil(min(3 * np.sqrt(n), n / 3)); kn = max(5, int(np.log10(n))); mmax = int(np.ceil(np.sqrt(n))) + kn
    cv = 2 * np.sqrt(np.log10(n) / n); R = np.zeros(mmax + 1); rho = np.zeros(mmax + 1); om = None
    for i in range(mmax + 1):
        v1, v2, c = e[i + 1:] @ e[i + 1:], e[:-(i + 1)] @ e[:-(i + 1)], e[i:] @ e[:n - i]
        R[i] = c / n; rho[i] = abs(c) / np.sqrt(v1 * v2)
        if i >= kn and om is None and (rho[i - kn:i] < cv).all(): om = i - kn
    m = min(2 * max(om, 1) if om is not None else mmax, mmax); g, lr = 0.0, R[0]
    for k in range(1, m + 1): lam = 1 if k / m <= 0.5 else 2 * (1 - k / m); g += 2 * lam * k * R[k]; lr += 2 * lam * R[k]
    return min(((2 * g * g) / (2 * lr * lr)) ** (1 / 3) * n ** (1 / 3), bmax)
RESAMPLES = 499
def resample(y, masks, b, seed):
    """differences event mean - mean of all, one row a resample, one column a mask; NaN where a resample holds no event"""
    N = len(y); rng = Mulberry32(seed); lq = np.log(1 - 1 / b)
    pre = [np.concatenate([[0.0], np.cumsum(np.concatenate([v, v]))]) for v in [y] + [np.where(m, y, 0.0) for m in masks] + [m.astype(float) for m in masks]]
    out = np.full((RESAMPLES, len(masks)), np.nan); buf = rng.take(4096); at = 0
    for r in range(RESAMPLES):
        S, Ln, pos = [], [], 0
        while pos < N:
            if at + 2 > len(buf): buf = np.concatenate([buf[at:], rng.take(4096)]); at = 0
            s = int(buf[at] * N); l = min(N - pos, 1 + int(np.floor(np.log(1 - buf[at + 1]) / lq))); at += 2; S.append(s); Ln.append(l); pos += l
        S = np.array(S); E = S + np.array(Ln); tot = [(p[E] - p[S]).sum() for p in pre]; k = len(masks)
        for j in range(k):
            if tot[1 + k + j] > 0.5: out[r, j] = tot[1 + j] / tot[1 + k + j] - tot[0] / N
    return out
def hysteresis(x, enter, leave):
    """first sessions of stays; a stay that the record begins in is none"""
    up = enter > leave; inside, first, out = False, True, np.zeros(len(x), bool)
    for i, v in enumerate(x):
        if np.isnan(v): continue
        if not inside and (v >= enter if up else v <= enter):
            inside = True; out[i] = not first
        elif inside and (v < leave if up else v > leave): inside = False
        first = False
    return out
BUCKETS = (-50, -25, -10, 10, 25, 50)
def study(w, F):
    idx = w.idx; prev = (w.D.to_period("M") - 1).end_time; a = idx.searchsorted(prev, side="right") - 1
    if a < 0: return {}
    N = a + 1; sc, st = F["score"].values[:N], F["walk"].values[:N]
    ok = ~np.isnan(sc); before = np.array([None] + list(st[:-1]), dtype=object); had = np.array([x is not None for x in before])
    ev = {f"{k}-lead": ok & had & (st == v) & (before != v) for k, v in (("small", "small"), ("large", "large"), ("no", "none"))}
    bk = np.digitize(np.where(ok, sc, 0), BUCKETS); ev.update({f"score-{j + 1}": ok & (bk == j) for j in range(7)})
    p = pct(F["vol21"]).values[:N]; ev.update({"high-vol": hysteresis(p, 0.90, 0.70), "low-vol": hysteresis(p, 0.10, 0.30)})
    p = pct(F["comp21"]).values[:N]; ev.update({"heavy-decay": hysteresis(p, 0.10, 0.30), "kind-trend": hysteresis(p, 0.90, 0.70)})
    p = F["ddI"].values[:N].copy(); p[:251] = np.nan; ev.update({"fall-10": hysteresis(p, -0.10, -0.05), "fall-20": hysteresis(p, -0.20, -0.10)})
    t = w.known("DFEDTARU").values[:N]; old = w.series("DFEDTAR")
    if old is not None: o = w.known("DFEDTAR").values[:N]; t = np.where(np.isnan(t), o, t)
    ch = np.full(N, np.nan); ch[1:] = np.round(t[1:] - t[:-1], 9); f, last = np.zeros(N, bool), None
    for i in np.flatnonzero(~np.isnan(ch) & (ch != 0)): f[i] = ch[i] < 0 and last == 1; last = 1 if ch[i] > 0 else -1
    ev.update({"cut": ch < 0, "first-cut": f}); tr = np.zeros(N, bool)
    for d in ("2003-07-17", "2010-09-20", "2021-07-19"):
        d = pd.Timestamp(d); i = idx.searchsorted(d)
        if i < N and (i > 0 or idx[0] == d): tr[i] = True
    ev["trough"] = tr
    AI, AS, AT = w.A["IWM"].reindex(idx).values[:N], w.A["SPY"].reindex(idx).values[:N], w.A["TNA"].reindex(idx).values[:N]
    out, cells = {"study.asof": str(idx[a].date()), "study.similar": None if np.isnan(F["score"].iloc[-1]) else f"score-{int(np.digitize(F['score'].iloc[-1], BUCKETS)) + 1}"}, []
    for o in ("excess", "TNA"):
        for h in (5, 21, 63, 126):
            y = np.full(N, np.nan)
            if N > h: y[:-h] = AI[h:] / AI[:-h] - AS[h:] / AS[:-h] if o == "excess" else AT[h:] / AT[:-h] - 1
            use = np.flatnonzero(ok & ~np.isnan(y)); yy = y[use]; show, masks = [], []
            for e, m in ev.items():
                pos = np.flatnonzero(m & ok & ~np.isnan(y)); ap, last = 0, -10 ** 9
                for q in pos:
                    if q - last >= h: ap += 1; last = q
                k = f"study.{e}.{o}.{h}d"; out[k + ".n"], out[k + ".apart"] = len(pos), ap
                if ap >= 15: show.append((k, pos)); masks.append(np.isin(use, pos))
            if not show: continue
            b = max(float(h), block_length(yy)); D = resample(yy, masks, b, fnv1a(f"{o}.{h}d")); u = f"study.all.{o}.{h}d"
            out.update({u + ".n": len(yy), u + ".mean": yy.mean(), u + ".median": np.median(yy), u + ".hit": (yy > 0).mean(), u + ".block": b})
            for j, (k, pos) in enumerate(show):
                v = y[pos]; x = D[:, j]; x = x[~np.isnan(x)]; d = v.mean() - yy.mean(); se = x.std(ddof=1); lo, hi = np.quantile(x, [0.025, 0.975])
                out.update({k + ".mean": v.mean(), k + ".median": np.median(v), k + ".hit": (v > 0).mean(), k + ".diff": d, k + ".se": se, k + ".low": lo, k + ".high": hi, k + ".p": 2 * norm.cdf(-abs(d) / se)})
                cells.append(k)
    ps = sorted(cells, key=lambda k: (out[k + ".p"], k)); m, q = len(ps), 1.0
    for i in range(m, 0, -1): q = min(q, out[ps[i - 1] + ".p"] * m / i); out[ps[i - 1] + ".q"] = q
    out["study.cells"] = m
    return out

# ---------------------------------------------------------------- the rest
def extras(w, F):
    o, idx, D = {}, w.idx, w.D; N = len(idx); i = N - 1
    for yk, y in (("IWM", w.R("IWM", 1)), ("IWM-SPY", F["sp1"])):
        for x in ("DGS2", "DGS10", "DOLLAR", "CREDIT"):
            for n in (63, 252):
                r = ols(y, mover(w, x, i), n)
                for k, v in zip(("beta", "se", "t"), (None, None, None) if r is None else (r[0], r[1], r[0] / r[1])): o[f"sens.{yk}:{x}.{n}d.{k}"] = v
    for k in ("semis", "megacap", "high", "concentration"): o[f"ai.component.{k}"] = F[f"ai.{k}"].iloc[-1]
    o["ai.gauge"] = F["ai"].iloc[-1]; o["ai.gauge.change.63d"] = F["ai"].iloc[-1] - F["ai"].iloc[-64]
    o["attention.IWM.share"], o["attention.IWM.z"] = F["attention.share"].iloc[-1], F["attention.z"].iloc[-1]
    o["breadth.up63"] = F["up63"].iloc[-1]; o["upvolume.IWM.63d"] = F["upvol"].iloc[-1]
    # scenario grid
    sg = F["vol21"].iloc[-1] / np.sqrt(252); cst = (PHI + 2 * F["g3m"].iloc[-1] / 100) / 252
    for m in (-20, -10, -5, 0, 5, 10, 20):
        for h in (5, 21):
            g = (1 + m / 100) ** (1 / h); st = (1 + 3 * (g - 1) - cst) ** h - 1; fac = [g * (1 + sg) if j % 2 == 0 else g / (1 + sg) for j in range(h - 1)] + [g]
            o[f"grid.TNA.{m}.{h}d.straight"] = st; o[f"grid.TNA.{m}.{h}d.choppy"] = np.prod([1 + 3 * (f - 1) - cst for f in fac]) - 1
    # cost split, arithmetic: it adds up to the tracking difference
    d = w.pair("TNA", "IWM"); d.columns = ["L", "S"]; r = changes(d); S_ = w.sess; days = pd.Series(np.r_[np.nan, (S_[1:] - S_[:-1]).days.astype(float)], index=S_)
    so, t3 = w.series("SOFR"), w.series("DGS3MO")
    def rate(day):
        """per calendar day: SOFR of the session before (or up to a week older), else the three-month bill"""
        for s, basis in ((so, 360), (t3, 365)):
            if s is None: continue
            v = s[(s.index <= day) & (s.index >= day - pd.Timedelta(days=7))]
            if len(v): return v.iloc[-1] / 100 / basis
        return None
    for n in (21, 63, 252):
        k = f"cost.TNA.{n}d"; q = S_[-n:]; ok = len(S_) > n and r.loc[q].notna().all(axis=None); f = [rate(p_) for p_ in S_[-n - 1:-1]] if ok else [None]
        tot = (r.loc[q, "L"] - 3 * r.loc[q, "S"]).sum() if ok else None; fee = -PHI * days[q].sum() / 365 if ok else None; un = 3 * OWNFEE * days[q].sum() / 365 if ok else None
        fi = None if None in f else -2 * sum(x * c for x, c in zip(f, days[q]))
        o.update({k + ".total": tot, k + ".fee": fee, k + ".underlying": un, k + ".financing": fi, k + ".residual": None if fi is None else tot - fee - un - fi})
    o["rebalance.TNA"] = 6e9 * r["S"].iloc[-1]; o["rebalance.TZA"] = 12e9 * r["S"].iloc[-1]
    # swing levels, gaps
    b = w.B["IWM"].reindex(idx); H, L, C, O = (b[k].values for k in ("High", "Low", "Close", "Open")); at = F["atrI"].iloc[-1]; pts = []
    for j in range(max(2, N - 252), N - 2 if not np.isnan(L[max(0, N - 254):]).any() and not np.isnan(at) else 0):
        if all(H[j] > H[j + k] for k in (-2, -1, 1, 2)): pts.append((H[j], j))
        if all(L[j] < L[j + k] for k in (-2, -1, 1, 2)): pts.append((L[j], j))
    cl = []
    for p_, j in sorted(pts):
        if cl and p_ - cl[-1][0][0] <= 0.5 * at: cl[-1].append((p_, j))
        else: cl.append([(p_, j)])
    lv = [(np.mean([p_ for p_, _ in c]), len(c), max(j for _, j in c)) for c in cl]
    below = sorted([x for x in lv if x[0] <= C[-1]], reverse=True)[:3]; above = sorted([x for x in lv if x[0] > C[-1]])[:3]
    cT = F["cT"].iloc[-1]
    for nm, side in (("s", below), ("r", above)):
        for k in range(3):
            x = side[k] if k < len(side) else None; e = f"swing.IWM.{nm}{k + 1}"
            o[e], o[e + ".touches"], o[e + ".last"] = (None, None, None) if x is None else (x[0], x[1], str(idx[x[2]].date()))
            o[f"ladder.TNA.{e}"] = None if x is None or abs(x[0] / C[-1] - 1) > 0.10 else cT * (1 + 3 * (x[0] / C[-1] - 1))
    o["opengap.IWM.1d"] = O[-1] / C[-2] - 1; up, dn = [], []; whole = not np.isnan(L[max(0, N - 253):]).any()
    for j in range(max(1, N - 252), N if whole else 0):
        if L[j] > H[j - 1] and (j == N - 1 or L[j + 1:].min() > H[j - 1]): up.append((H[j - 1], j))
        if H[j] < L[j - 1] and (j == N - 1 or H[j + 1:].max() < L[j - 1]): dn.append((L[j - 1], j))
    u = max(up) if up else None; v = min(dn) if dn else None
    o["unfilled.IWM.below"], o["unfilled.IWM.below.date"] = (None, None) if u is None else (u[0], str(idx[u[1]].date()))
    o["unfilled.IWM.above"], o["unfilled.IWM.above.date"] = (None, None) if v is None else (v[0], str(idx[v[1]].date())); o["unfilled.IWM.n"] = len(up) + len(dn) if whole else None
    # ladder error
    cT_, cI_ = F["cT"], F["cI"]; e = cT_ / (cT_.shift(1) * (1 + 3 * (cI_ / cI_.shift(1) - 1))) - 1
    o["ladder.error.1d"] = e.iloc[-1]; z = e.dropna().abs().iloc[-504:]
    o["ladder.error.median"], o["ladder.error.p95"] = (np.quantile(z, 0.5), np.quantile(z, 0.95)) if len(z) == 504 else (None, None)
    # stops
    n, k = F["stop.n"].iloc[-1], F["stop.k"].iloc[-1]; o["stopgap.IWM.n"], o["stopgap.IWM.gapped"] = n, k; lo, hi = wilson(k, n) if n >= 15 else (None, None)
    o["stopgap.IWM.share"], o["stopgap.IWM.low"], o["stopgap.IWM.high"] = (k / n if n >= 15 else None), lo, hi
    pc = np.r_[np.nan, C[:-1]]; pa = np.r_[np.nan, F["atrI"].values[:-1]]; x = (O < pc - 2 * pa)[~np.isnan(pa) & ~np.isnan(O)]; o["stopgap.IWM.overnight2"] = int(x[-2520:].sum()) if len(x) >= 2520 else None
    # puts, spread, collar
    S, sgm, rr, q, T_ = C[-1], F["sigma"].iloc[-1], F["rate"].iloc[-1], F["div"].iloc[-1], 30 / 365; K1, K2, K3 = np.floor(0.95 * S + 0.5), np.floor(0.90 * S + 0.5), np.floor(1.05 * S + 0.5)
    p1, d1 = bsm(S, K1, q, rr, sgm, T_, "put"); p2, d2 = bsm(S, K2, q, rr, sgm, T_, "put"); c3, d3 = bsm(S, K3, q, rr, sgm, T_, "call")
    o.update({"hedge.IWM.put.price": p1, "hedge.IWM.put.delta": d1, "hedge.IWM.put2.strike": K2, "hedge.IWM.put2.price": p2, "hedge.IWM.call.strike": K3, "hedge.IWM.call.price": c3,
              "hedge.IWM.spread.price": p1 - p2, "hedge.IWM.spread.delta": d1 - d2, "hedge.IWM.collar.price": p1 - c3, "hedge.IWM.collar.delta": d1 - d3, "hedge.TNA.fullshare": 3 * p1 / (S * abs(d1))})
    # event days
    rI, sp = w.R("IWM", 1).values[-2520:], F["sp1"].values[-2520:]; known = N > 2520 and idx[-2520] >= pd.Timestamp("2010-01-01"); allm = np.nanmean(np.abs(rI)) if N > 2520 else None; has = ~np.isnan(rI) & ~np.isnan(sp)
    for kind in ("cpi", "jobs", "fomc"):
        m = w.events[kind][-2520:] & has; n = int(m.sum()) if known else None; ok = known and n >= 15; pre = f"calendar.{kind}"
        o[pre + ".n"] = n; o[pre + ".move"] = np.abs(rI[m]).mean() if ok else None; o[pre + ".ratio"] = np.abs(rI[m]).mean() / allm if ok else None
        o[pre + ".excess"] = sp[m].mean() if ok else None; o[pre + ".excess.se"] = sp[m].std(ddof=1) / np.sqrt(n) if ok else None; o[pre + ".excess.hit"] = (sp[m] > 0).mean() if ok else None
    # the stance's record, as if an edition had been published on every session
    side = F["state"].map({"small": 1.0, "large": -1.0, "none": 0.0}).astype(float).values
    for h in (5, 21, 63):
        x = np.full(N, np.nan); x[:-h] = F[f"sp{h}"].values[h:]; s = slice(0, N - h); c, y = side[s], x[s]; ok = ~np.isnan(c) & ~np.isnan(y); c, y = c[ok], y[ok]; kk = c != 0; pre = f"stance.IWM:SPY.{h}d"
        ap, last = 0, -10 ** 9
        for p_ in np.flatnonzero(kk):
            if p_ - last >= h: ap += 1; last = p_
        n = int(kk.sum()); o[pre + ".n"], o[pre + ".apart"] = n, ap
        if ap < 15: o.update({f"{pre}.{q_}": None for q_ in ("hits", "hitrate", "low", "high", "up", "baseline")}); continue
        hits = int((np.sign(y[kk]) == c[kk]).sum()); up_ = (y > 0).mean(); lo, hi = wilson(hits / n * ap, ap)
        o.update({pre + ".hits": hits, pre + ".hitrate": hits / n, pre + ".low": lo, pre + ".high": hi, pre + ".up": up_, pre + ".baseline": np.where(c[kk] > 0, up_, 1 - up_).mean()})
    o["var95.exceed.252d"], o["var95.kupiec.252d"] = F["var.k"].iloc[-1], F["kupiec"].iloc[-1]
    return o

def inputs(w, F):
    """the figures of §1.1 at D"""
    d63 = lambda k: F[k] - F[k].shift(63); o = {}
    for n in (21, 63, 126): m = w.mega(n); o[f"return.MEGA.{n}d"] = m; o[f"excess.IWM:MEGA.{n}d"] = w.R("IWM", n) - m; o[f"excess.MEGA:RSP.{n}d"] = m - w.R("RSP", n)
    vr = F["vol21"] / F["vol21spy"]; o["vol.IWM:SPY.21d"], o["vol.IWM:SPY.21d.median"] = vr, vr.rolling(252).median()
    for k, v in {"cyclicals.63d": "cyc63", "tracking.TNA.21d": "dev21", "gap.TNA.252d.total": "gapt252", "gap.TNA.252d.compounding": "gapc252", "return.TNA.252d": "RT252", "return.IWM.252d": "RS252", "near.TNA.5d": "near5", "near.TNA.63d": "near63",
                 "macro.cpi.yoy.before": "cpi.before", "macro.corecpi.yoy.before": "core.before", "macro.corepce.yoy.before": "corepce.before", "macro.indpro.3m3m": "indpro3", "macro.retail.3m3m": "retail3", "macro.openings.3m3m": "open3", "macro.capexorders.3m3m": "orders3",
                 "macro.claims.26w": "claims.26", "macro.claims.52w": "claims.52", "macro.empire.3m": "empire3", "macro.philadelphia.3m": "philly3", "macro.unrate.change12m": "unrate.12", "macro.unrate.abovelow": "unlow", "macro.manufacturing.jobs.3m": "manemp3",
                 "macro.housing.3m.yoy": "houst", "macro.gdp.low4": "gdp.min4", "macro.services": "services", "macro.vix.percentile5y": "vixp", "capture.TNA.up": "cap.up", "capture.TNA.down": "cap.down", "volgap.TNA.252d": "volgap", "cost.TNA.252d.rate": "cost252",
                 "cost.margin.252d": "margin252", "event.move.t": "event.t", "event.ust2y.t": "event2y.t", "rates.cyclicals.504d": "rates.corr", "phase.excess": "phase.diff", "amplify.TNA.21d": "amp", "sideways.TNA.21d": "sideways", "atr.TNA.range63": "atr.range",
                 "overnight.IWM": "overnight"}.items(): o[k] = F[v]
    for k, v, c in (("baa10y", "baa", 100), ("nfci", "nfci", 1), ("ust2y", "g2", 100), ("curve.2s10s", "curve", 100)): o[f"macro.{k}.change63"] = d63(v) / c
    o = {k: v.iloc[-1] for k, v in o.items()}; ph = F["phase"].iloc[-1]; o["macro.cutting"] = None if np.isnan(ph) else "yes" if ph else "no"
    n, k = F["s1.n"].iloc[-1], F["s1.k"].iloc[-1]; ok = n >= 15; o["held.IWM.S1.n"] = n; o["held.IWM.S1.share"] = k / n if ok else None; o["held.IWM.S1.low"], o["held.IWM.S1.high"] = wilson(k, n) if ok else (None, None)
    return o
def session(root, D, history=252):
    w = World(root, D); F = figures(w); F = risk_series(w, F, len(w.idx) - history); V, Lead = claims(w, F); out = {}
    for n in V:
        v = V[n].values[-history:]; k = f"claim.{n:02d}"; out[k] = v[-1]; i = len(v) - 1
        while i > 0 and v[i - 1] == v[-1]: i -= 1
        out[k + ".since"] = None if i == 0 else str(w.idx[len(w.idx) - len(v) + i].date()); out[k + ".before"] = None if i == 0 else v[i - 1]; out[k + ".lead"] = Lead[n].iloc[-1]
    now = [V[n].iloc[-1] for n in V]
    for k in ("supported", "mixed", "not supported", MISSING): out["claims." + k.replace(" ", "")] = now.count(k)
    out["election.days"], out["balance.macro"] = Lead[57].iloc[-1], Lead[59].iloc[-1]
    for d in (study(w, F), inputs(w, F), extras(w, F)): out.update(d)
    return out
def plain(v):
    if v is None or isinstance(v, str): return v
    v = float(v); return v if np.isfinite(v) else None
if __name__ == "__main__":
    import warnings; warnings.filterwarnings("ignore")
    args = [a for a in sys.argv[1:] if not a.startswith("--")]
    if "--frequencies" in sys.argv:
        w = World(args[0], args[1]); F = risk_series(w, figures(w), w.idx.searchsorted(pd.Timestamp("2009-01-01"))); V, L = claims(w, F)
        m = pd.Series(w.idx, index=w.idx).groupby(w.idx.to_period("M")).last(); m = m[m >= "2009-01-01"]
        print("| claim | supported | mixed | not supported | not computable | flips |\n|---|---|---|---|---|---|")
        for k in sorted(V):
            v = V[k].reindex(m); c = v.value_counts(); a = V[k][V[k].index >= "2009-01-01"]
            print(f"| {k:02d} |", " | ".join(str(int(c.get(n, 0))) for n in ("supported", "mixed", "not supported", MISSING)), f"| {int((a != a.shift(1)).sum() - 1)} |")
    else:
        f = session(args[0], args[1])
        json.dump(dict(session=args[1], figures={k: plain(f[k]) for k in sorted(f)}), sys.stdout, indent=0)
