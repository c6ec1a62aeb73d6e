/*! Made by `npm run site` from lambda/rendering/browser. It holds d3-array:

Copyright 2010-2026 Mike Bostock

Permission to use, copy, modify, and/or distribute this software for any purpose
with or without fee is hereby granted, provided that the above copyright notice
and this permission notice appear in all copies.

THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH
REGARD TO THIS SOFTWARE INCLUDING ALL IMPLIED WARRANTIES OF MERCHANTABILITY AND
FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT,
INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS
OF USE, DATA OR PROFITS, WHETHER IN AN ACTION OF CONTRACT, NEGLIGENCE OR OTHER
TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF
THIS SOFTWARE.
*/
"use strict";(()=>{var Tn={ArrowLeft:-1,ArrowRight:1,ArrowUp:-5,ArrowDown:5};function ve(){for(let e of document.querySelectorAll(".calendar")){let n=[...e.querySelectorAll("a.cel\
l")];e.addEventListener("keydown",o=>{let{key:t}=o,s=n.indexOf(document.activeElement),r=n.length-1,i=t==="Home"?0:t==="End"?r:s+(Tn[t]??Number.NaN);s<0||Number.
isNaN(i)||(o.preventDefault(),n[Math.max(0,Math.min(r,i))]?.focus())})}}function f(e,n={},...o){let t=document.createElement(e);for(let[s,r]of Object.entries(n))r!==void 0&&t.setAttribute(s,r);return t.append(...o.filter(s=>s!==null)),
t}var v=(e,n,o)=>f("a",o===void 0?{href:n}:{href:n,class:o},e);function F(e,n,o,...t){let s=f("header",{},f("h2",{id:e},n),o===""?null:f("p",{},o));return f("se\
ction",{class:"section","aria-labelledby":e},s,...t)}function M(e,n,o){let t=n.map(r=>typeof r=="string"?f("th",{scope:"col"},r):f("th",{scope:"col",class:"end"},
r[0])),s=o.map(r=>f("tr",{},...r.map((i,a)=>{let[u,l]=Array.isArray(i)?i:[i,void 0],c=l===void 0?{}:{class:l};return a===0?f("th",{scope:"row",...c},u):f("td",c,
u)})));return f("div",{class:"scroll",tabindex:"0",role:"region","aria-label":`Table: ${e}`},f("table",{},f("thead",{},f("tr",{},...t)),f("tbody",{},...s)))}function R(e,n){
return f("label",{class:"field"},f("span",{},e),n)}var x=e=>f("p",{class:"note",role:"status"},e),k=()=>document.getElementById("app")??document.body;function $e(e){
let n=new DOMParser().parseFromString(e.replace("<svg ",'<svg xmlns="http://www.w3.org/2000/svg" '),"image/svg+xml");return document.importNode(n.documentElement,
!0)}var ce=["January","February","March","April","May","June","July","August","September","October","November","December"];var Pn=["Sun","Mon","Tue","Wed","Thu","Fri","Sat"];function K(e){let n=/^(\d{4})-(\d{2})-(\d{2})/.exec(e),o=Date.parse(`${e.slice(0,10)}T00:00:00Z`);if(n===null||
Number.isNaN(o))throw new RangeError(`${e} is not a date YYYY-MM-DD`);return{year:n[1]??"",month:ce[Number(n[2])-1]??"",day:Number(n[3]),weekday:Pn[new Date(o).
getUTCDay()]??""}}function S(e){let{weekday:n,day:o,month:t,year:s}=K(e);return`${n} ${o} ${t} ${s}`}function E(e){let{day:n,month:o,year:t}=K(e);return`${n} ${o.slice(0,3)} ${t}`}function Me(e){let{month:n,year:o}=K(e);return`${n.slice(0,3)} ${o}`}function ke(e){let{month:n,year:o}=K(e);return`Q${Math.floor(ce.indexOf(n)/3)+1} ${o}`}function H(e,n,o="negative",t=0){if(!Number.isFinite(e))throw new RangeError(`${e} is not a number to print`);let s=Math.round(Hn(Math.abs(e),n+t)),r=(s<1e15?`${s}`:
BigInt(s).toString()).padStart(n+1,"0"),i=Dn(r.slice(0,r.length-n)),a=n===0?i:`${i}.${r.slice(-n)}`;return o==="both"?`±${a}`:s===0||o==="never"?a:e<0?"−"+a:
o==="always"?`+${a}`:a}function Hn(e,n){let o=`${e}`;if(!o.includes("e"))return+`${o}e${n}`;let[t="0",s="0"]=o.split("e");return+`${t}e${Number(s)+n}`}function Dn(e){
return e.length<4?e:e.replace(/\B(?=(\d{3})+$)/g,",")}var Wn=/\.(1y|ytd|252d)(\.|$)/;function Se(e,n){let o=Map.groupBy(e.map(([r,i,a])=>({segments:r.split("."),format:i,long:a})),({segments:r})=>r[0]),t=new Map,s=r=>{
let i=r.split("."),a=o.get(i[0])?.find(u=>u.segments.every((l,c)=>l==="*"||l===i[c]));return a===void 0?null:a.long!==void 0&&Wn.test(r)?a.long:a.format};return(r,i)=>{
let a=t.get(r);if(a===void 0&&(a=s(r.replace(/^previous\./,"")),t.set(r,a)),i==="ratio"&&a?.as==="percent"&&(a=null),a??=n[i],a===void 0)throw new Error(`figure\
 ${r}: no format for the unit "${i}"`);return a}}var Vn={percent:2,points:2,plain:0,billions:-9,millions:-6};function V(e,n,o=n.sign,t="short"){let s=H(e,n.decimals,
o,Vn[n.as]),r=Un(n);return r===void 0||t==="none"&&zn.includes(r)?s:r===Fe?Yn(s):`${s}${r==="%"?" ":" "}${t==="spelled"&&r===fe?"points":r}`}var Fe="$",Yn=e=>e.
replace(/^[+\u2212±]?/,`$&${Fe}`),fe="pts",zn=["%",fe];function Un({as:e,unit:n}){return e==="percent"?"%":e==="points"?fe:n}var Bn={date:S,day:E,"usual day":e=>`\
by ${E(e)}`,month:Me,quarter:ke};function N(e,{value:n,unit:o},t,s,r){return n===null?"n/a":typeof n=="string"?Bn[o]?.(n)??n:V(n,t(e,o),s,r)}function Le(e,n,o=10){let t=n.toSorted((c,d)=>c.session<d.session?-1:1),s=t.findIndex(c=>c.session===e),r=t[s];if(r===void 0||r.like.some(c=>c===null))return[];
let i=t.slice(0,Math.max(0,s-21+1)).map((c,d)=>({one:c,index:d})).filter(({one:c})=>c.like.length===r.like.length&&c.like.every(d=>d!==null));if(i.length<2)return[];
let a=r.like.map((c,d)=>_n(i.map(({one:m})=>m.like[d]))),u=i.map(({one:c,index:d})=>({index:d,session:c.session,distance:Jn(c.like,r.like,a)})).sort((c,d)=>c.distance-
d.distance||d.index-c.index),l=[];for(let c of u){if(l.length===o)break;l.every(({index:d})=>Math.abs(d-c.index)>=21)&&l.push(c)}return l.map(({session:c,distance:d,
index:m})=>({session:c,distance:d,next:t[m+1]?.moved??null}))}function Jn(e,n,o){let t=o.map((s,r)=>s===0?0:((e[r]-n[r])/s)**2);return Math.sqrt(t.reduce((s,r)=>s+
r,0)/o.length)}function _n(e){let n=e.reduce((o,t)=>o+t,0)/e.length;return Math.sqrt(e.reduce((o,t)=>o+(t-n)**2,0)/(e.length-1))}var G=1.959963984540054;function Ce(e,n){let o=1+G**2/n,t=(e+G**2/(2*n))/o,s=G*Math.sqrt(e*(1-e)/n+G**2/(4*n**2))/o;return{low:t-s,high:t+s}}function de(e){let n=e.filter(i=>i!==null),o=n.filter(i=>i>0).length,{low:t,high:s}=n.length===0?{low:0,high:1}:Ce(o/n.length,n.length),r=n.length===0?null:n.reduce(
(i,a)=>i+a,0)/n.length;return{n:n.length,up:o,low:t,high:s,mean:r}}function A(){return new Map(new URLSearchParams(location.hash.slice(1)))}function Y(e){let n=Object.entries(e).filter(([,o])=>o!=="");history.replaceState(null,
"",`#${C(Object.fromEntries(n))}`)}var C=e=>new URLSearchParams(e).toString().replaceAll("%3A",":").replaceAll("%2C",",");function O(e){addEventListener("hashch\
ange",()=>{e()}),e()}var Qn=document.body.dataset.root??"",Kn=document.body.dataset.assets??"",Ae=new WeakMap,Oe=new Map,Re=e=>{document.currentScript!==null&&Ae.set(document.currentScript,
e)},Gn=["index","list","year","figures","history","record","formats"];Object.assign(window,{archive:Object.fromEntries(Gn.map(e=>[e,Re])),here:Re});var b=e=>Qn+
e;function D(e){let n=Oe.get(e);if(n!==void 0)return n;let o=new Promise(t=>{let s=document.createElement("script");s.src=e,s.onload=()=>t(Ae.get(s)??null),s.onerror=
()=>t(null),document.head.append(s)});return Oe.set(e,o),o}var L=()=>D(b("data/index.js")),X=()=>D(b("data/figures.js")),Z=e=>D(b(`data/${e}.js`)),ee=e=>D(b(`da\
ta/record/${e}.js`)),me=e=>D(b(`reports/${e}/here.js`)),T=(e,n)=>D(b(`reports/${e}/r${n}/figures.js`)),ne=(e,n)=>D(b(`data/history/${e}/${n}.js`));async function I(){
let e=await D(`${Kn}formats.js`);return Se(e?.measures??[],e?.units??{})}var Ee=e=>V(e,{as:"percent",decimals:2,sign:"always"}),Ne=e=>V(e,{as:"percent",decimals:0,sign:"negative"});function Te(){O(async()=>{let e=await L(),n=A().get(
"d")??e?.newest.session??"",t=(await Promise.all((e?.years??[]).map(({year:p})=>ee(p)))).flatMap(p=>p?.sessions??[]),s=t.find(p=>p.session===n)?.simulated??!1,r=t.
filter(p=>(p.simulated??!1)===s),i=Le(n,r),a=document.querySelector("main h1");if(a!==null&&n!==""&&(a.textContent=`Sessions like ${S(n)}`),i.length===0)return k().
replaceChildren(x(`The archive has too few sessions at least ${21} sessions before this one, or one of its six figures is missing.`));let u=i.map(({session:p,distance:y,
next:g})=>[v(S(p),b(`reports/${p}/index.html`)),[y.toFixed(2),"end"],[g===null?"n/a":Ee(g),"end"],v("compare",b(`compare.html#${C({a:p,b:n})}`))]),l=de(i.map(({
next:p})=>p)),c=r.filter(p=>p.session<=n),d=de(c.map(({moved:p})=>p)),m=(p,y)=>[p,[String(y.n),"end"],[y.n===0?"n/a":`${y.up} of ${y.n}`,"end"],[y.n===0?"n/a":`${Ne(
y.low)} to ${Ne(y.high)}`,"end"],[y.mean===null?"n/a":Ee(y.mean),"end"]];k().replaceChildren(M("Nearest sessions",["Session",["Distance","end"],["Underlying on \
the session after","end"],""],u),f("h2",{class:"sub"},"What followed"),M("What followed",["",["Sessions","end"],["Rose","end"],["95 % interval of that share","e\
nd"],["Mean","end"]],[m("After these",l),m("Any session",d)]),x(`Likeness is the distance over six figures, each in its deviation over the sessions before. Only\
 sessions at least ${21} sessions before this one, and ${21} apart from each other. A few cases say little: the interval says how little.`))})}var he=e=>e.split(".")[0];function te(e,n){let[o,t]=[z(e),z(n)];return[...new Set([...t.keys(),...o.keys()])].map(s=>{let[r,i]=[o.get(s)??null,t.get(s)??null],[
a,u]=[r?.side.value,i?.side.value];return{id:s,family:he(s),unit:(i??r).unit,a:r?.side??null,b:i?.side??null,change:typeof a=="number"&&typeof u=="number"?u-a:null}})}
var ge=({a:e,b:n})=>(e?.value??null)!==(n?.value??null)||(e?.status??"missing")!==(n?.status??"missing");function z(e){return new Map(Object.entries(e.units).flatMap(
([n,o])=>Object.entries(o).map(([t,s])=>[t,{unit:n,side:Xn(s,e)}])))}function Xn([e,n="fresh",,o],{reasons:t}){return{value:e,status:n,reason:o===void 0?"":t[o]??
""}}var Pe=16,He=Array.from({length:Pe},(e,n)=>n.toString(16)),_=e=>`${e.slice(0,4)}-h${e.slice(5,7)<"07"?1:2}`;function De(e){let n=2166136261;for(let o=0;o<e.length;o+=
1)n=Math.imul(n^e.charCodeAt(o),16777619)>>>0;return(n%Pe).toString(16)}function Ie(e,n){let o=new Map,s=[...new Set(e.flatMap(i=>i.sessions.map(([a])=>a)))].filter(i=>i<n).sort().at(-252)??"";for(let{ids:i,sessions:a}of e)for(let[u,
,l]of a)u>=n||u<s||l.forEach((c,d)=>{if(typeof c!="number")return;let m=i[d],[p,y,g]=o.get(m)??[0,0,0];o.set(m,[p+1,y+c,g+c*c])});let r=new Map;for(let[i,[a,u,l]]of o){
let c=(l-u*u/a)/(a-1);a>=20&&c>1e-12*(l/a)&&r.set(i,Math.sqrt(c))}return r}function re(e){return e.flatMap(({first:n,last:o})=>[...new Set([_(o),_(n)])])}var Zn=40;function je(e,n,o,t){let s=f("button",{class:"button",type:"button"},"Rank by size"),r=f("div",{},s,f("p",{class:"hint"},"Loads the history of a year,\
 about 2 MB."));return s.addEventListener("click",async()=>{r.replaceChildren(x("Loading the history of all figures."));let i=await L(),a=re(i?.years??[]).filter(
d=>d<=_(n)).slice(0,3),u=await Promise.all(a.flatMap(d=>He.map(m=>ne(d,m)))),l=Ie(u.filter(d=>d!==null),n),c=e.flatMap(d=>{let m=l.get(d.id);return d.change===null||
d.change===0||m===void 0?[]:[{one:d,size:Math.abs(d.change)/m}]}).sort((d,m)=>m.size-d.size).slice(0,Zn);r.replaceChildren(c.length===0?x("No figure has 20 sess\
ions of history before this one to be measured by."):M("Largest changes",[...t,["In deviations","end"]],c.map(({one:d,size:m})=>[...o(d),[m.toFixed(1),"end"]])))}),
F("largest","Largest changes","In standard deviations of the figure over the year before",r)}function Ye(){let e=f("div"),[n,o]=[qe(),qe()],t=f("form",{class:"controls","aria-label":"Sessions to compare"},R("From",n),R("To",o),f("button",{class:"button",
type:"submit"},"Compare"));t.addEventListener("submit",r=>{r.preventDefault(),Y({a:n.value,b:o.value}),s()}),k().replaceChildren(t,e);let s=async()=>{let r=A(),
i=await L();if(i===null)return e.replaceChildren(x("The index of the archive could not be read."));let a=r.get("b")??i.newest.session,u=r.get("a")??(await me(a.
slice(0,10)))?.previous??a;[n.value,o.value]=[u.slice(0,10),a.slice(0,10)];let[l,c]=[i.years.at(-1)?.first??"",i.years[0]?.last??""];for(let g of[n,o])[g.min,g.
max]=[l,c];let[d,m,p]=await Promise.all([We(u),We(a),I()]),y=[...d===null?[u]:[],...m===null?[a]:[]];if(d===null||m===null)return e.replaceChildren(x(`No figure\
s of ${y.join(" and ")} are in the archive. Sessions run from ${l} to ${c}.`));e.replaceChildren(...et(d,m,p)),document.title=`${S(u.slice(0,10))} and ${S(a.slice(
0,10))} compared`};O(s)}var qe=()=>f("input",{type:"date",required:""});async function We(e){let[,n,o]=/^(\d{4}-\d{2}-\d{2})(?:\.(\d+))?$/.exec(e)??[];if(n===void 0)
return null;let t=o??(await me(n))?.newest;if(t===void 0)return null;let s=await T(n,Number(t));return s===null?null:{session:n,figures:s}}function et(e,n,o){let t=te(
e.figures,n.figures),s=new Map(t.map(d=>[d.id,d])),r=new Map([...e.figures.keys,...n.figures.keys].map(([d,m])=>[m,d])),i=[...r.keys()].map(d=>s.get(d)).filter(
d=>d!==void 0),a=t.filter(d=>nt(d)&&ge(d)&&!tt(d)),u=st(o,r),l=Map.groupBy(t,({family:d})=>d),c=rt(e,n);return[ot(e,n),F("keys","Key figures","Of the front page",
M("Key figures",c,i.map(u))),a.length===0?F("words","Words","",f("p",{},"No state and no direction differs.")):F("words","States and directions that differ","",
M("Words",c.slice(0,3),a.map(d=>u(d).slice(0,3)))),je(t,n.session,u,c),at(l,c,u)]}var nt=({a:e,b:n})=>typeof e?.value=="string"||typeof n?.value=="string",tt=({
unit:e})=>["date","day","usual day","month","quarter"].includes(e),rt=(e,n)=>["Figure",[Ve(e),"end"],[Ve(n),"end"],["Difference","end"]],Ve=({session:e,figures:{
revision:n}})=>`${e} r${n}`;function ot(e,n){let o=({session:t,figures:s})=>{let r=[s.simulated?"SIMULATED":"",s.incomplete?"INCOMPLETE":""].join(" ").trim();return f(
"div",{},f("p",{class:"session"},v(S(t),b(`reports/${t}/index.html`)),f("span",{class:"revision"},` · revision ${s.revision}${r===""?"":` · ${r}`}`)),f("p",{class:"\
said"},s.verdict))};return f("div",{class:"pair verdicts"},o(e),o(n))}function st(e,n){return o=>{let{id:t,unit:s,change:r}=o,i=l=>{if(l===null)return[f("span",
{class:"hint"},"not made"),"end"];let c=N(t,{value:l.value,unit:s},e),d=l.status==="fresh"?"":l.status;return[f("span",l.reason===""?{}:{title:l.reason},c,d===""||
d==="missing"?null:f("span",{class:"mark"},d),l.value===null&&l.reason!==""?f("span",{class:"hint"},`: ${l.reason}`):null),"end"]},a=n.get(t);return[f("span",{},
v(a??t,b(`figure.html#${C({id:t})}`)),a===void 0?null:f("span",{class:"hint"},` ${t}`)),i(o.a),i(o.b),[r===null?"":it(o,r,e),"end"]]}}function it({id:e,unit:n},o,t){
let s=t(e,n),r=s.as==="percent"?{...s,as:"points"}:s;return N(e,{value:o,unit:n},()=>r,"always")}function at(e,n,o){let t=f("input",{type:"checkbox",checked:""}),
s=f("div"),r=()=>s.replaceChildren(...[...e].flatMap(([a,u])=>{let l=t.checked?u.filter(ge):u;if(l.length===0)return[];let c=f("details",{class:"family"},f("sum\
mary",{},a,f("span",{class:"hint"},` ${l.length} of ${u.length}`)));return c.addEventListener("toggle",()=>{c.open&&c.children.length===1&&c.append(M(a,n,l.map(
o)))}),[c]}));t.addEventListener("change",r),r();let i=f("label",{class:"check"},t,"changed only");return F("families","All figures","By the measure that an id \
begins with",i,s)}function oe(e){let n=e.flatMap(({sessions:t})=>t.map(lt)),o=n.filter(({simulated:t})=>!t);return o.length>0?o:n}var lt=e=>({revision:1,simulated:!1,incomplete:!1,
state:null,side:null,flip:!1,pdf:!1,corrected:null,...e});function ze(){O(async()=>{let e=await L(),n=await Promise.all((e?.years??[]).map(({year:r})=>Z(r))),o=oe(n.filter(r=>r!==null)),t=o.filter(({corrected:r})=>r!==
null),s=t.filter(({corrected:r})=>r.figures>0);k().replaceChildren(x(`${s.length} of ${o.length} sessions have figures that were changed after they were publish\
ed; ${t.length} have a later revision.`),...t.map(r=>{let i=b(`compare.html#${C({a:`${r.session}.1`,b:`${r.session}.${r.revision}`})}`),a=f("details",{class:"fa\
mily"},f("summary",{},S(r.session),f("span",{class:"hint"},` ${r.corrected.note}`)));return a.addEventListener("toggle",async()=>{!a.open||a.children.length>1||
a.append(await ut(r.session,r.revision),f("p",{class:"buttons"},v("Compare both",i,"button"),v("The session",b(`reports/${r.session}/index.html`),"button")))}),
a}))})}async function ut(e,n){let[o,t,s]=await Promise.all([T(e,1),T(e,n),I()]);if(o===null||t===null)return x("The figures of one of the two revisions are not \
in the archive.");let r=te(o,t).flatMap(({id:i,unit:a,a:u,b:l})=>{let[c,d]=[u,l].map(m=>N(i,{value:m?.value??null,unit:a},s));return c===d?[]:[[v(i,b(`figure.ht\
ml#${C({id:i})}`)),[c,"end"],[d,"end"]]]});return r.length===0?f("p",{},"No figure differs at printed precision."):M(`Corrected figures of ${e}`,["Figure",["Fir\
st","end"],["Now","end"]],r)}function Ue(e,n){let o=n.flatMap(({ids:s,sessions:r})=>{let i=s.indexOf(e);return i<0?[]:r.map(([a,u,l,c=0,d=[],m=[]])=>({session:a,revision:u,simulated:c,value:l[i]??
null,first:ct(i,m,l[i]??null),doubtful:d.includes(i)}))}),t=o.filter(({simulated:s})=>s===0);return(t.length>0?t:o).map(({simulated:s,...r})=>r).sort((s,r)=>s.session<
r.session?-1:1)}function ct(e,n,o){let t=n.find(([s])=>s===e);return t===void 0?o:t[1]}function Be(e){let n=e.flatMap(({value:s,session:r})=>typeof s=="number"?
[{value:s,session:r}]:[]),o=n.at(-1);if(o===void 0)return null;let t=n.toSorted((s,r)=>s.value-r.value);return{count:n.length,low:t[0],high:t.at(-1),share:n.filter(
({value:s})=>s<=o.value).length/n.length,last:o}}function Je(e,n,o){let t=["session","id","unit","value","first published","revision","status"],s=o.map(({session:r,
value:i,first:a,revision:u,doubtful:l})=>[r,e,n,i,a,u,l?"proxy or stale":i===null?"missing":"fresh"]);return[t,...s].map(r=>`${r.map(ft).join(",")}\r
`).join("")}function ft(e){if(e===null)return"";if(typeof e=="number")return String(e);let n=/^[=+\-@\t\r]/.test(e)&&!/^-?\d/.test(e)?`'${e}`:e;return/[",\r\n]/.
test(n)?`"${n.replaceAll('"','""')}"`:n}function Qe(e,n,o){let t=e.map((i,a)=>a).sort((i,a)=>(e[i]?.y??0)-(e[a]?.y??0)||i-a),s=[];for(let i of t){let{y:a,size:u}=e[i]??{y:0,size:0},l={members:[i],size:u,
sum:a-u/2,top:_e(a-u/2,u,n,o)};for(let c=s.at(-1);c!==void 0&&c.top+c.size>l.top;c=s.at(-1)){s.pop();let d=c.sum+l.sum-l.members.length*c.size,m=[...c.members,...l.
members],p=c.size+l.size;l={members:m,size:p,sum:d,top:_e(d/m.length,p,n,o)}}s.push(l)}let r=new Array(e.length).fill(0);for(let i of s){let a=i.top;for(let u of i.
members){let l=e[u]?.size??0;r[u]=a+l/2,a+=l}}return r}function _e(e,n,o,t){return Math.max(o,Math.min(e,t-n))}function Ke({x:e,y:n},o){let t=e.length-1;if(t<1)return t===0?[0]:[];let s=new Uint8Array(t+1);s[0]=1,s[t]=1;let r=[[0,t]];for(let a=r.pop();a!==void 0;a=r.pop()){
let[u,l]=a,c=e[u],d=n[u],m=(n[l]-d)/(e[l]-c||1),p=-1,y=o;for(let g=u+1;g<l;g++){let h=Math.abs(n[g]-d-m*(e[g]-c));h<=y||(y=h,p=g)}p<0||(s[p]=1,r.push([u,p],[p,l]))}
let i=[];for(let a=0;a<=t;a++)s[a]===1&&i.push(a);return i}var dt=/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;var Ge=e=>e.replace(dt,n=>n===`
`?n:`\\u{${n.codePointAt(0)?.toString(16)}}`);var ye=class extends Error{hint;constructor(n,o={}){super(Ge(n),o.cause===void 0?void 0:{cause:o.cause}),this.hint=o.hint}};var se=class extends ye{name="RenderError"};var mt=[252,321,523,644,650,1004,663,326,373,373,540,673,319,465,319,379,660,660,660,660,660,660,660,660,660,660,319,329,673,673,673,543,999,728,659,737,722,605,
588,749,746,277,580,703,565,922,759,769,645,773,652,650,660,736,728,1020,720,713,652,373,379,373,481,469,351,574,624,583,624,591,389,625,612,262,262,569,262,900,
612,609,624,624,397,549,353,612,587,839,569,588,566,455,359,455,673],pt=160,ht=673;function ie(e,n){let o=0;for(let t of e){let s=t.codePointAt(0)??0;o+=s===8239||
s===8201?pt:mt[s-32]??ht}return o*n/1e3}var gt={"&":"&amp;","<":"&lt;",">":"&gt;",'"':"&quot;","'":"&#39;"};function Q(e){return e.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g,
"").replace(/[&<>"']/g,n=>gt[n]??"")}var Xe=new Map;function $(e){let n=Math.round(e*10),o=Xe.get(n);if(o!==void 0)return o;if(!Number.isFinite(n))throw new se(
`a chart would have drawn ${e}`);let t=String(n/10||0);return Math.abs(n)<2e4&&Xe.set(n,t),t}var yt=.35;function Ze(e,n,o){let t="",s={x:new Float64Array(e.length),y:new Float64Array(e.length)},r=0;for(let i=0;i<=e.length;i++){let a=e[i];if(a!=null&&Number.
isFinite(a)){s.x[i]=n(i),s.y[i]=o(a);continue}r<i&&(t+=bt(s.x.subarray(r,i),s.y.subarray(r,i))),r=i+1}return t}function bt(e,n){let o="",t=0,s=0;for(let r of Ke(
{x:e,y:n},yt)){let i=Math.round(e[r]*10)/10,a=Math.round(n[r]*10)/10;o+=o===""?`M${$(i)},${$(a)}`:`l${$(i-t)},${$(a-s)}`,t=i,s=a}return e.length===1?`${o}h0`:o}
function en(e){return e.findLastIndex(n=>n!==null&&Number.isFinite(n))}var ae={label:12,axis:11};function nn(e,n,o,t){let s=Q(e.id);return`<svg class="chart" viewBox="0 0 ${$(n)} ${$(o)}" width="${$(n)}" height="${$(o)}" role="img"\
 aria-labelledby="${s}-t ${s}-d"><title id="${s}-t">${Q(e.title)}</title><desc id="${s}-d">${Q(e.alt)}</desc>${t.join("")}</svg>`}function j(e,n,o,t,s="start"){
let r=s==="start"?"":` text-anchor="${s}"`;return`<text class="${t}" x="${$(e)}" y="${$(n)}"${r}>${Q(o)}</text>`}function U(e,n,o,t,s){return`<path class="${s}"\
 d="M${$(e)},${$(n)}L${$(o)},${$(t)}"/>`}function tn(e,n,o,t,s){return`<rect class="${s}" x="${$(e)}" y="${$(n)}" width="${$(o)}" height="${$(t)}"/>`}function rn(e,n,o,t){
return`<circle class="${t}" cx="${$(e)}" cy="${$(n)}" r="${$(o)}"/>`}function le(e,n){return e==null||n==null?NaN:e<n?-1:e>n?1:e>=n?0:NaN}function xt(e,n){return e==null||n==null?NaN:n<e?-1:n>e?1:n>=e?0:NaN}function on(e){let n,o,
t;e.length!==2?(n=le,o=(a,u)=>le(e(a),u),t=(a,u)=>e(a)-u):(n=e===le||e===xt?e:wt,o=e,t=e);function s(a,u,l=0,c=a.length){if(l<c){if(n(u,u)!==0)return c;do{let d=l+
c>>>1;o(a[d],u)<0?l=d+1:c=d}while(l<c)}return l}function r(a,u,l=0,c=a.length){if(l<c){if(n(u,u)!==0)return c;do{let d=l+c>>>1;o(a[d],u)<=0?l=d+1:c=d}while(l<c)}
return l}function i(a,u,l=0,c=a.length){let d=s(a,u,l,c-1);return d>l&&t(a[d-1],u)>-t(a[d],u)?d-1:d}return{left:s,center:i,right:r}}function wt(){return 0}function vt(e){
return e===null?NaN:+e}var sn=on(le),So=sn.right,Fo=sn.left,Lo=on(vt).center;var Co=an(ln),Oo=an($t);function an(e){return function(n,o,t=o){if(!((o=+o)>=0))throw new RangeError("invalid rx");if(!((t=+t)>=0))throw new RangeError("invalid\
 ry");let{data:s,width:r,height:i}=n;if(!((r=Math.floor(r))>=0))throw new RangeError("invalid width");if(!((i=Math.floor(i!==void 0?i:s.length/r))>=0))throw new RangeError(
"invalid height");if(!r||!i||!o&&!t)return n;let a=o&&e(o),u=t&&e(t),l=s.slice();return a&&u?(B(a,l,s,r,i),B(a,s,l,r,i),B(a,l,s,r,i),J(u,s,l,r,i),J(u,l,s,r,i),J(
u,s,l,r,i)):a?(B(a,s,l,r,i),B(a,l,s,r,i),B(a,s,l,r,i)):u&&(J(u,s,l,r,i),J(u,l,s,r,i),J(u,s,l,r,i)),n}}function B(e,n,o,t,s){for(let r=0,i=t*s;r<i;)e(n,o,r,r+=t,
1)}function J(e,n,o,t,s){for(let r=0,i=t*s;r<t;++r)e(n,o,r,r+i,t)}function $t(e){let n=ln(e);return(o,t,s,r,i)=>{s<<=2,r<<=2,i<<=2,n(o,t,s+0,r+0,i),n(o,t,s+1,r+
1,i),n(o,t,s+2,r+2,i),n(o,t,s+3,r+3,i)}}function ln(e){let n=Math.floor(e);if(n===e)return Mt(e);let o=e-n,t=2*e+1;return(s,r,i,a,u)=>{if(!((a-=u)>=i))return;let l=n*
r[i],c=u*n,d=c+u;for(let m=i,p=i+c;m<p;m+=u)l+=r[Math.min(a,m)];for(let m=i,p=a;m<=p;m+=u)l+=r[Math.min(a,m+c)],s[m]=(l+o*(r[Math.max(i,m-d)]+r[Math.min(a,m+d)]))/
t,l-=r[Math.max(i,m-c)]}}function Mt(e){let n=2*e+1;return(o,t,s,r,i)=>{if(!((r-=i)>=s))return;let a=e*t[s],u=i*e;for(let l=s,c=s+u;l<c;l+=i)a+=t[Math.min(r,l)];
for(let l=s,c=r;l<=c;l+=i)a+=t[Math.min(r,l+u)],o[l]=a/n,a-=t[Math.max(s,l-u)]}}var kt=Array.prototype,Ro=kt.slice;var St=Math.sqrt(50),Ft=Math.sqrt(10),Lt=Math.sqrt(2);function be(e,n,o){let t=(n-e)/Math.max(0,o),s=Math.floor(Math.log10(t)),r=t/Math.pow(10,s),i=r>=St?10:r>=
Ft?5:r>=Lt?2:1,a,u,l;return s<0?(l=Math.pow(10,-s)/i,a=Math.round(e*l),u=Math.round(n*l),a/l<e&&++a,u/l>n&&--u,l=-l):(l=Math.pow(10,s)*i,a=Math.round(e/l),u=Math.
round(n/l),a*l<e&&++a,u*l>n&&--u),u<a&&.5<=o&&o<2?be(e,n,o*2):[a,u,l]}function un(e,n,o){if(n=+n,e=+e,o=+o,!(o>0))return[];if(e===n)return[e];let t=n<e,[s,r,i]=t?
be(n,e,o):be(e,n,o);if(!(r>=s))return[];let a=r-s+1,u=new Array(a);if(t)if(i<0)for(let l=0;l<a;++l)u[l]=(r-l)/-i;else for(let l=0;l<a;++l)u[l]=(r-l)*i;else if(i<
0)for(let l=0;l<a;++l)u[l]=(s+l)/-i;else for(let l=0;l<a;++l)u[l]=(s+l)*i;return u}var Ao=Ct(Math.random);function Ct(e){return function(o,t=0,s=o.length){let r=s-(t=+t);for(;r;){let i=e()*r--|0,a=o[r+t];o[r+t]=o[i+t],o[i+t]=a}return o}}function cn(e,n=4,o=.06){let t=Number.POSITIVE_INFINITY,s=Number.NEGATIVE_INFINITY;for(let a of e)for(let u of a)u===null||!Number.isFinite(u)||(u<t&&(t=u),u>s&&
(s=u));if(t>s)return{low:0,high:1,ticks:[],step:1};let r=s>t?(s-t)*o:Math.abs(t)*.05||1,i=un(t-r,s+r,n);return{low:t-r,high:s+r,ticks:i,step:(i[1]??1)-(i[0]??0)}}
var Ot=["Jan","Feb","Mar","Apr","May","Jun","Jul","Aug","Sep","Oct","Nov","Dec"],Rt=[1,3,6,12,24,60];function fn(e,n){let o=[];for(let t=1;t<e.length;t++){let s=e[t]?.
slice(0,7)??"";s!==e[t-1]?.slice(0,7)&&o.push({at:t,year:Number(s.slice(0,4)),month:Number(s.slice(5,7))-1})}for(let t of Rt){let s=o.filter(({year:r,month:i})=>(r*
12+i)%t===0);if(!(s.length>n))return s.map(({at:r,year:i,month:a})=>({at:r,label:a===0?String(i):Ot[a]??""}))}return[]}var dn=15,At=["faint","plain","strong","accent"];function mn(e,n,o){let t=cn([...e.lines.map(h=>h.values),e.rules.map(h=>h.value)]),{stacked:s,nameWidth:r}=Et(e,
n),i=t.ticks.map(h=>e.tick(h,t.step)),a=Math.max(0,...i.map(h=>ie(h,ae.axis)))+8,u=n-r-14,[l,c]=[(e.shades??[]).length===0?10:18,o-24],d=e.dates.length-1,m=h=>a+
(u-a)*h/Math.max(1,d),p=h=>{let w=(h-t.low)/(t.high-t.low);return c*(1-w)+l*w},y=[];for(let{from:h,to:w,label:P,role:q}of e.shades??[]){let[W,ue]=[m(h),Math.max(
m(w),m(h)+1)];y.push(tn(W,l,ue-W,c-l,`shade ${q}`)),ie(P,ae.axis)<ue-W-4&&y.push(j((W+ue)/2,l-6,P,"tick","middle"))}t.ticks.forEach((h,w)=>{y.push(U(a,p(h),u,p(
h),"grid")),y.push(j(a-8,p(h)+4,i[w]??"","tick","end"))});for(let h of fn(e.dates,Math.floor((u-a)/58)))y.push(U(m(h.at),c,m(h.at),c+4,"axis")),y.push(j(m(h.at),
c+17,h.label,"tick","middle"));y.push(U(a,c,u,c,"axis"));for(let h of e.rules)y.push(U(a,p(h.value),u,p(h.value),"rule"));let g=[];for(let h of At)for(let w of e.
lines.filter(P=>P.role===h)){let P=en(w.values),q=w.values[P];q!=null&&(y.push(`<path class="line ${h}${w.dashed?" dashed":""}" d="${Ze(w.values,m,W=>p(W))}"/>`,
rn(m(P),p(q),2.5,`dot ${h}`)),w.label!==""&&g.push({label:w.label,end:xe(w),classes:h,x:m(P)+4,y:p(q)}))}for(let h of e.rules.filter(({label:w})=>w!==""))g.push(
{label:h.label,end:"",classes:"faint",x:u,y:p(h.value)});return y.push(...Nt(g,u,s,l-6,o)),nn(e,n,o,y)}function xe(e){return e.role==="faint"?"":e.end}function Et(e,n){
let o=a=>Math.max(0,...a.map(u=>ie(u,ae.label))),t=e.rules.map(a=>a.label),s=o([...e.lines.map(a=>`${a.label} ${xe(a)}`.trim()),...t]),r=s>n*.24,i=o([...e.lines.
flatMap(a=>[a.label,xe(a)]),...t]);return{stacked:r,nameWidth:Math.min(r?i:s,n*.36)}}function Nt(e,n,o,t,s){let r=Qe(e.map(({y:i,end:a})=>({y:i,size:o&&a!==""?dn*
2-2:dn})),t,s);return e.flatMap(({label:i,end:a,classes:u,x:l,y:c},d)=>{let m=r[d]??c,p=Math.abs(m-c)>4||l<n?[U(l,c,n+9,m,"leader")]:[];return!o||a===""?[...p,j(
n+12,m+4,`${i} ${a}`.trim(),`name ${u}`)]:[...p,j(n+12,m-2,i,`name ${u}`),j(n+12,m+12,a,`value ${u}`)]})}function pn(e){let n=e.as==="percent"||e.as==="points"?2:0;return(o,t)=>{let s=Math.max(0,Math.min(4,Math.ceil(-Math.log10(t*10**n)-1e-9))),r=e.as==="points"?"n\
one":"short";return V(o,{...e,decimals:s},"negative",r)}}var Tt=4,hn=40;function gn(){O(async()=>{let e=A().get("id")??"";if(e==="")return location.replace(b("figures.html"));k().replaceChildren(x(`Loading ${e}.`)),await yn(
e,Tt)})}async function yn(e,n){let[o,t,s]=await Promise.all([L(),X(),I()]),r=re(o?.years??[]),i=await Promise.all(r.slice(0,n).map(m=>ne(m,De(e)))),a=Ue(e,i.filter(
m=>m!==null)),u=Pt(e,t);document.title=`${e} · history`;let l=document.querySelector("main h1");if(l!==null&&(l.textContent=e),a.length===0){let m=`No briefing\
 of ${r.slice(0,n).join(", ")} has a figure ${e}.`;k().replaceChildren(x(m),f("p",{},v("All figures",b("figures.html"))));return}let c=u?.unit??"word",d=m=>N(e,
{value:m,unit:c},s);k().replaceChildren(...u===null?[x("The newest briefing has no such figure any more.")]:[u.definition],Ht(a,d),It(e,c,a,d,s),...r.length>n?[
jt(e,r.length)]:[],qt(a,d),Wt(e,a,d),Vt(e,c,a),...u===null?[]:[u.inputs])}function Pt(e,n){for(let[o,t]of Object.entries(n?.methods??{})){let s=t.figures[e];if(s===
void 0)continue;let[r,i]=s,a=t.page===""?null:f("span",{class:"hint"},` ${o}, unit: ${r}`);return{unit:r,definition:f("p",{class:"definition"},t.definition,a),inputs:F(
"inputs","Made of","",f("ul",{class:"plain"},...i.map(u=>f("li",{},/^(bars|macro):/.test(u)?u:v(u,b(`figure.html#${C({id:u})}`))))))}}return null}function Ht(e,n){
let o=Be(e),t=e.at(-1),s=f("p",{class:"now"},n(t.value),f("span",{class:"hint"},` ${E(t.session)}`));if(o===null)return s;let r=`${Math.round(o.share*100)} % of\
 ${o.count} sessions were at or below ${n(o.last.value)}`;return f("div",{},s,f("p",{class:"hint"},`${r}; lowest ${n(o.low.value)} on ${E(o.low.session)}, highe\
st ${n(o.high.value)} on ${E(o.high.session)}`))}var Dt=[350,520,720,1080];function It(e,n,o,t,s){let r=o.map(({value:c})=>typeof c=="number"?c:null);if(r.every(
c=>c===null))return f("div");let i=r.findLast(c=>c!==null)??null,a=k().clientWidth,u=Dt.findLast(c=>c<=a)??350,l=mn({id:"course",title:`${e} over ${o.length} se\
ssions`,alt:`${e} from ${o[0].session} to ${o.at(-1).session}; last ${t(i)}. Every value is in the table below.`,dates:o.map(({session:c})=>c),lines:[{label:"",
end:t(i),values:r,role:"accent",dashed:!1}],rules:[],tick:pn(s(e,n))},u,Math.round(u<600?u*.6:270));return f("figure",{class:"course"},$e(l))}function jt(e,n){let o=f(
"button",{class:"button",type:"button"},"Load all years");return o.addEventListener("click",()=>{yn(e,n)}),f("p",{class:"buttons"},o)}function qt(e,n){let o=e.filter(
({value:r,first:i})=>r!==i),t=`${o.length} of ${e.length} sessions`;if(o.length===0)return F("corrected","As first published, and as it stands",t,f("p",{},"Neve\
r changed after it was published."));let s=o.toReversed().map(({session:r,first:i,value:a,revision:u})=>[v(E(r),b(`compare.html#${C({a:`${r}.1`,b:`${r}.${u}`})}`)),
[n(i),"end"],[n(a),"end"]]);return F("corrected","As first published, and as it stands",`Changed after publication on ${t}`,M("Corrected values",["Session",["Fi\
rst","end"],["Stands","end"]],s))}function Wt(e,n,o){let t=n.toReversed().map(({session:i,value:a,doubtful:u})=>[v(E(i),b(`reports/${i}/index.html`)),[f("span",
{},o(a),u?f("span",{class:"mark"},"proxy or stale"):null),"end"]]),s=["Session",[e,"end"]],r=f("div",{class:"narrow-table"},M("Values",s,t.slice(0,hn)));if(t.length>
hn){let i=f("button",{class:"button",type:"button"},`All ${t.length}`);i.addEventListener("click",()=>r.replaceChildren(M("Values",s,t))),r.append(f("p",{class:"\
buttons"},i))}return F("values","Values",`${n.length} sessions, newest first`,r)}function Vt(e,n,o){let t=URL.createObjectURL(new Blob([Je(e,n,o)],{type:"text/c\
sv"})),s=v("CSV",t,"button");s.setAttribute("download",`${e.replaceAll(/[^\w.-]+/g,"-")}.csv`);let i=`SELECT session, value FROM 'figures/*/*/figures.parquet' W\
HERE id = '${e.replaceAll("'","''")}' ORDER BY session`;return F("take","To take along","Values to seven digits; report.json has them in full",f("p",{class:"but\
tons"},s),f("p",{class:"hint"},"In DuckDB, in a folder of the archive:"),f("pre",{class:"query",tabindex:"0"},i))}function bn(){let e=f("input",{type:"search",name:"q",autocomplete:"off"}),n=f("div");k().replaceChildren(f("form",{class:"controls",role:"search"},R("Part of a\
n id, or of what it means",e)),n),e.form?.addEventListener("submit",t=>t.preventDefault());let o=async()=>{let[t,s,r]=await Promise.all([L(),X(),I()]);if(t===null||
s===null)return n.replaceChildren(x("The list of figures could not be read."));let i=await T(s.session,s.revision),a=i===null?new Map:z(i),u=e.value.trim().toLowerCase(),
l=Object.values(s.methods).flatMap(({definition:p,figures:y})=>Object.keys(y).map(g=>({id:g,definition:p}))),c=l.filter(({id:p,definition:y})=>`${p} ${y}`.toLowerCase().
includes(u)).sort((p,y)=>p.id<y.id?-1:1),d=Map.groupBy(c,({id:p})=>he(p)),m=({id:p,definition:y})=>{let g=a.get(p),h=g===void 0?"":N(p,{value:g.side.value,unit:g.
unit},r);return[v(p,b(`figure.html#${C({id:p})}`)),[h,"end"],f("span",{class:"hint"},y)]};n.replaceChildren(x(`${c.length} of ${l.length} figures, as of ${s.session}`),
...[...d].map(([p,y])=>{let g=f("details",{class:"family"},f("summary",{},p,f("span",{class:"hint"},` ${y.length}`))),h=()=>g.children.length===1&&g.append(M(p,
["Figure",["Value","end"],"Definition"],y.map(m)));return g.addEventListener("toggle",()=>g.open&&h()),u!==""&&c.length<=200&&(g.open=!0),g}))};e.addEventListener(
"input",()=>{Y({q:e.value}),o()}),O(()=>(e.value=A().get("q")??"",o()))}function xn({fund:e,underlying:n},o,t,s){let r=g=>{let h=o.get(g)?.side.value;return typeof h=="number"?h:null},i=r(`close.${e}`);if(i===null)return{lines:[],left:null};
let a=r(`return.${e}.1d`),u=(g,h,w)=>({name:g,price:h,value:t*h,change:w}),l=[...o.keys()].filter(g=>g.startsWith(`ladder.${e}.`)).flatMap(g=>{let h=r(g);return h===
null?[]:[u(g.slice(`ladder.${e}.`.length),h,t*(h-i))]}),c=[-3,-5,-10].flatMap(g=>{let h=r(`scenario.${e}.${g}`),w=`${n} ${String(g).replace("-","−")} % in a d\
ay`;return h===null?[]:[u(w,h,t*(h-i))]}),m=[u("At the close",i,a===null?null:t*(i-i/(1+a))),...[...l,...c].sort((g,h)=>h.price-g.price)],p=r(`loss.${e}.-3`);if(!(s>
0)||p===null)return{lines:m,left:null};let y=Math.floor(s/(i*Math.abs(p)));return{lines:m,left:`A fall of ${n} by 3 % in a day would cost that much at ${y} shar\
es; you have ${t}.`}}var vn="smallcap-briefing-position";function $n(e){let[n="",o=""]=(e.dataset.of??"").split("."),t=f("details",{class:"family"},f("summary",{},"Your position, ne\
ver sent"));e.replaceChildren(t),t.addEventListener("toggle",()=>{t.open&&t.children.length===1&&Yt(t,n,Number(o))})}async function Yt(e,n,o){let t=await T(n,o);
if(t===null)return void e.append(x("The figures of the newest briefing could not be read."));let s=zt(),r=wn(s.shares),i=wn(s.budget),a=f("div"),u=()=>{let c={shares:r.
value,budget:i.value};Ut(c);let d=Number(r.value);if(!(d>0))return a.replaceChildren();let{lines:m,left:p}=xn(t,z(t),d,Number(i.value));a.replaceChildren(M("You\
r position",["",[`${t.fund}`,"end"],["Value, USD","end"],["Change, USD","end"]],m.map(({name:y,price:g,value:h,change:w})=>[y,[H(g,2),"end"],[H(h,0),"end"],[w===
null?"":H(w,0,"always"),"end"]])),...p===null?[]:[f("p",{},p)])};for(let c of[r,i])c.addEventListener("input",u);let l=f("form",{class:"controls"},R(`Shares of ${t.
fund}`,r),R("Most you would lose, USD",i));l.addEventListener("submit",c=>c.preventDefault()),e.append(l,a,f("p",{class:"hint"},"Kept in this browser alone, and\
 computed here. At a level means the fund if the underlying stood there at the next close; it is arithmetic, not a forecast and not advice.")),u()}var wn=e=>f("\
input",{type:"number",min:"0",step:"any",inputmode:"decimal",value:e});function zt(){try{let{shares:e="",budget:n=""}=JSON.parse(localStorage.getItem(vn)??"{}");
return{shares:String(e),budget:String(n)}}catch{return{shares:"",budget:""}}}function Ut(e){try{localStorage.setItem(vn,JSON.stringify(e))}catch{}}var Bt={score:[0,1],fund:[1,100],underlying:[2,100],excess:[3,100]},Jt={small:"own",large:"other",none:"none"},Mn={flip:({flip:e})=>e,corrected:({corrected:e})=>e!==
null,incomplete:({incomplete:e})=>e};function kn(e){let n=[],o=[];for(let t of e.toLowerCase().split(/\s+/).filter(s=>s!=="")){let s=_t(t);s===null?n.push(t):o.
push(s)}return{words:n,filters:o}}function _t(e){if(Mn[e]!==void 0)return Mn[e];let[,n]=/^state:(small|large|none)$/.exec(e)??[];if(n!==void 0)return l=>l.side===
Jt[n];let[,o,t=""]=/^(after|before):(\d{4}(?:-\d{2}){0,2})$/.exec(e)??[];if(o==="after")return l=>l.session>=t;if(o==="before")return l=>l.session<t;let[,s="",r,
i]=/^([a-z]+)([<>])([-+\u2212]?\d+(?:\.\d+)?)$/.exec(e)??[],a=Bt[s];if(a===void 0)return null;let u=Number(i.replace("−","-"))/a[1];return({numbers:l})=>{let c=l[a[0]]??
null;return c!==null&&(r==="<"?c<u:c>u)}}function Sn(e,{words:n,filters:o}){if(!o.every(r=>r(e)))return!1;if(n.length===0)return!0;let s=[e.session,e.verdict,...e.
changes,e.state??"",e.corrected?.note??""].join(`
`).toLowerCase();return n.every(r=>s.includes(r))}function Fn(e){let n={own:"up",other:"down",none:""},o=[...e.state===null?[]:[e.state],...e.flip?["the rotation turned"]:[],...e.corrected===null?[]:[`corrected\
, revision ${e.revision}`],...e.incomplete?["incomplete"]:[],...e.simulated?["simulated"]:[]];return{classes:[e.side??"none",...e.flip?["flip"]:[],...e.corrected===
null?[]:["corrected"],...e.incomplete?["incomplete"]:[]].join(" "),sign:e.side===null?"":n[e.side],words:o.join(", ")}}function Ln(e,n){let o=n.toLowerCase().slice(0,12);return On(e).filter(({digest:t})=>t.startsWith(o))}function Cn(e,n){let o=new Map(On(n).map(r=>[r.digest,r])),
t=[e],s=new Set([e.digest]);for(let{previous:r}=e;r!==null;){let i=o.get(r);if(i===void 0||s.has(i.digest))return{links:t,broken:r};s.add(i.digest),t.push(i),r=
i.previous}return{links:t,broken:null}}var On=e=>e.flatMap(({session:n,proofs:o})=>o.map(([t,s,r])=>({session:n,revision:t,digest:s,previous:r})));var Qt=12;async function Rn(e){let n=await L(),t=(await Promise.all((n?.years??[]).map(({year:r})=>ee(r)))).flatMap(r=>r?.sessions??[]),s=Ln(t,e);return s.length===
0?[x(`No report of this archive has a SHA-256 that begins with ${e.toLowerCase()}. A mail that names it was not made from this archive, or what it was made from\
 was replaced.`)]:s.flatMap(r=>{let{links:i,broken:a}=Cn(r,t),u=i.slice(0,Qt).map(c=>[v(S(c.session),b(`reports/${c.session}/index.html`)),`r${c.revision}`,f("c\
ode",{},c.digest),f("code",{},c.previous??"the first")]),l=a===null?`The chain is whole: ${i.length} reports, each made after the one whose digits it names, bac\
k to ${S(i.at(-1).session)}.`:`The chain breaks after ${i.length} reports: one names ${a}, and no report of the archive has these digits.`;return[x(`These digit\
s are those of revision ${r.revision} of ${S(r.session)}.`),f("p",{},l),F("rehash","Hash it yourself","Nothing leaves this page",Kt(r,e)),F("chain","The chain",
"",M("Chain of reports",["Session","Revision","Digits","Compared with"],u))]})}function Kt(e,n){let o=f("input",{type:"file",accept:".json"}),t=x(""),s=async i=>{
if(i===void 0)return;let a=await crypto.subtle.digest("SHA-256",await i.arrayBuffer()),u=[...new Uint8Array(a)].map(l=>l.toString(16).padStart(2,"0")).join("");
t.textContent=u.startsWith(n.toLowerCase())?`${i.name} is that report: its SHA-256 is ${u}.`:`${i.name} is another file: its SHA-256 is ${u}.`};o.addEventListener(
"change",()=>{s(o.files?.[0])});let r=f("div",{class:"drop"},f("label",{},"Drop ",v("report.json",b(`reports/${e.session}/r${e.revision}/report.json`))," here, \
once saved, or choose it: ",o),t);return r.addEventListener("dragover",i=>i.preventDefault()),r.addEventListener("drop",i=>{i.preventDefault(),s(i.dataTransfer?.
files[0])}),r}var we=200,Gt=/^[0-9a-f]{12,64}$/i;function En(){let e=f("input",{type:"search",name:"q",autocomplete:"off",spellcheck:"false"}),n=f("div"),o=f("form",{class:"c\
ontrols",role:"search"},R("Words, filters, or the digits of a mail",e));o.addEventListener("submit",i=>i.preventDefault()),k().replaceChildren(o,Xt(),n);let t=0,
s=async()=>{t+=1;let i=t,a=e.value.trim();if(a==="")return n.replaceChildren();if(Gt.test(a))return n.replaceChildren(...await Rn(a));let u=await L(),l=kn(a),c=[];
for(let{year:d}of u?.years??[]){let m=await Z(d);if(i!==t)return;m!==null&&c.push(m);let p=oe(c),y=p.filter(g=>Sn(g,l));n.replaceChildren(x(`${y.length} of ${p.
length} sessions${y.length>we?`, the newest ${we} are shown`:""}`),f("ol",{class:"lines"},...y.slice(0,we).map(g=>Zt(g,l.words))))}},r=0;e.addEventListener("inp\
ut",()=>{clearTimeout(r),r=window.setTimeout(()=>{Y({q:e.value}),s()},120)}),O(()=>(e.value=A().get("q")??"",s())),e.value===""&&e.focus({preventScroll:!0})}function Xt(){
return f("p",{class:"hint"},"All words must occur. Filters: ",...["state:small","state:large","state:none","flip","corrected","incomplete","score>20","fund<-5",
"excess<-1","after:2026-01-01","before:2026-03"].flatMap((n,o)=>[o===0?"":", ",f("code",{},n)]),". Fund, underlying and excess are of one day, in per cent.")}function Zt(e,n){
let{classes:o,sign:t,words:s}=Fn(e),r=f("span",{class:`cell small ${o}`,"aria-hidden":"true"},t===""?null:f("span",{class:`sign ${t}`})),i=e.numbers[0]??null,a=e.
changes.filter(u=>n.some(l=>u.toLowerCase().includes(l)));return f("li",{class:"line"},f("span",{class:"when"},r,v(S(e.session),b(`reports/${e.session}/index.ht\
ml`))),f("span",{class:"what"},...An(e.verdict,n),...a.flatMap(u=>[f("br"),...An(u,n)]),e.corrected===null?null:f("span",{class:"note"},` Corrected: ${e.corrected.
note}`),f("span",{class:"hidden"},` ${s}`)),f("span",{class:"score"},f("span",{class:"hidden"},"Score "),i===null?"":H(i,0,"always")))}function An(e,n){let o=[],
t=e;for(;;){let s=t.toLowerCase(),r=n.map(i=>({word:i,at:s.indexOf(i)})).filter(({at:i})=>i>=0).sort((i,a)=>i.at-a.at)[0];if(r===void 0)return[...o,t];o.push(t.
slice(0,r.at),f("mark",{},t.slice(r.at,r.at+r.word.length))),t=t.slice(r.at+r.word.length)}}var er={compare:Ye,corrections:ze,figure:gn,figures:bn,like:Te,search:En};addEventListener("unhandledrejection",({reason:e})=>{k().append(x(`This page failed: ${e instanceof
Error?e.message:String(e)}`))});er[document.body.dataset.page??""]?.();ve();var Nn=document.getElementById("position");Nn!==null&&$n(Nn);})();
