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
"use strict";(()=>{var steps={ArrowLeft:-1,ArrowRight:1,ArrowUp:-5,ArrowDown:5};function walkCalendars(){for(let calendar of document.querySelectorAll(".calendar")){let links2=[...calendar.
querySelectorAll("a.cell")];calendar.addEventListener("keydown",event=>{let{key}=event,from=links2.indexOf(document.activeElement),last=links2.length-1,to=key===
"Home"?0:key==="End"?last:from+(steps[key]??Number.NaN);from<0||Number.isNaN(to)||(event.preventDefault(),links2[Math.max(0,Math.min(last,to))]?.focus())})}}function el(name2,attributes={},...children){let made=document.createElement(name2);for(let[key,value]of Object.entries(attributes))value!==void 0&&made.setAttribute(
key,value);return made.append(...children.filter(child=>child!==null)),made}var link=(text,href,className)=>el("a",className===void 0?{href}:{href,class:className},
text),breakable=value=>value.replaceAll(" "," "),idLink=(id,href)=>el("a",{href},...id.split(/(?<=[.:])/).flatMap((part,at2)=>at2===0?[part]:[el("wbr"),part]));
function section(id,title,hint,...children){let header=el("header",{},el("h2",{id},title),hint===""?null:el("p",{},hint));return el("section",{class:"section","\
aria-labelledby":id},header,...children)}function table(label,heads,rows){let head=heads.map(one=>one===""?el("td"):typeof one=="string"?el("th",{scope:"col"},one):
el("th",{scope:"col",class:"end"},one[0])),body=rows.map(cells=>el("tr",{},...cells.map((cell,index)=>{let[child,className]=Array.isArray(cell)?cell:[cell,void 0],
attributes=className===void 0?{}:{class:className};return index===0?el("th",{scope:"row",...attributes},child):el("td",attributes,child)})));return el("div",{class:"\
scroll",tabindex:"0",role:"region","aria-label":`Table: ${label}`},el("table",{},el("thead",{},el("tr",{},...head)),el("tbody",{},...body)))}function familyFold(family,words,count2,make){
let hint=el("span",{class:"hint"},` ${words===""?"":`${words} · `}${count2}`),made=el("details",{class:"family"},el("summary",{},family,hint));return made.addEventListener(
"toggle",()=>{made.open&&made.children.length===1&&made.append(make())}),made}function field(label,input){return el("label",{class:"field"},el("span",{},label),
input)}var note=text=>el("p",{class:"note",role:"status"},text),app=()=>document.getElementById("app")??document.body;function picture(svg2){let parsed=new DOMParser().
parseFromString(svg2.replace("<svg ",'<svg xmlns="http://www.w3.org/2000/svg" '),"image/svg+xml");return document.importNode(parsed.documentElement,!0)}function dayNumberOf(year,month,day){let y=month<=2?year-1:year,era=Math.floor(y/400),yearOfEra=y-era*400,dayOfYear=Math.floor((153*(month+(month>2?-3:9))+2)/5)+
day-1,dayOfEra=yearOfEra*365+Math.floor(yearOfEra/4)-Math.floor(yearOfEra/100)+dayOfYear;return era*146097+dayOfEra-719468}function dateOfDayNumber(dayNumber2){
let z2=dayNumber2+719468,era=Math.floor(z2/146097),dayOfEra=z2-era*146097,yearOfEra=Math.floor((dayOfEra-Math.floor(dayOfEra/1460)+Math.floor(dayOfEra/36524)-Math.
floor(dayOfEra/146096))/365),dayOfYear=dayOfEra-(365*yearOfEra+Math.floor(yearOfEra/4)-Math.floor(yearOfEra/100)),shifted=Math.floor((5*dayOfYear+2)/153),month=shifted+
(shifted<10?3:-9),day=dayOfYear-Math.floor((153*shifted+2)/5)+1;return civil(yearOfEra+era*400+(month<=2?1:0),month,day)}function civil(year,month,day){return`${String(
year).padStart(4,"0")}-${month<10?"0":""}${month}-${day<10?"0":""}${day}`}function daysInMonth(year,month){return month===2?year%4===0&&(year%100!==0||year%400===
0)?29:28:month===4||month===6||month===9||month===11?30:31}function digits(text,start,end){let value=0;for(let at2=start;at2<end;at2++){let digit=text.charCodeAt(
at2)-48;if(!(digit>=0&&digit<=9))return Number.NaN;value=value*10+digit}return value}var dash=45,hasForm=text=>text.length===10&&text.charCodeAt(4)===dash&&text.charCodeAt(7)===dash,isDay=(year,month,day)=>year>=0&&month>=1&&month<=12&&day>=1&&day<=
daysInMonth(year,month),yearOf=date=>digits(date,0,4),monthOf=date=>digits(date,5,7),dayOf=date=>digits(date,8,10);function dayNumber(date){let year=yearOf(date),
month=monthOf(date),day=dayOf(date);if(!hasForm(date)||!isDay(year,month,day))throw new RangeError(`${date} is not a date of the form YYYY-MM-DD`);return dayNumberOf(
year,month,day)}var addDays=(date,days)=>dateOfDayNumber(dayNumber(date)+days);var weekdayOfDayNumber=dayNumber2=>((dayNumber2+3)%7+7)%7+1,weekday=date=>weekdayOfDayNumber(dayNumber(date));function nthWeekday(year,month,day,n){let first=dayNumberOf(year,month,1);return dateOfDayNumber(first+(day-weekdayOfDayNumber(first)+7)%7+7*(n-1))}function lastWeekday(year,month,day){
let last=dayNumberOf(year,month,daysInMonth(year,month));return dateOfDayNumber(last-(weekdayOfDayNumber(last)-day+7)%7)}var monthNames=["January","February","M\
arch","April","May","June","July","August","September","October","November","December"];var weekdays=["Sun","Mon","Tue","Wed","Thu","Fri","Sat"];function parts(date){let match=/^(\d{4})-(\d{2})-(\d{2})/.exec(date),at2=Date.parse(`${date.slice(0,10)}\
T00:00:00Z`);if(match===null||Number.isNaN(at2))throw new RangeError(`${date} is not a date YYYY-MM-DD`);return{year:match[1]??"",month:monthNames[Number(match[2])-
1]??"",day:Number(match[3]),weekday:weekdays[new Date(at2).getUTCDay()]??""}}function formatDate(date){let{weekday:weekday2,day,month,year}=parts(date);return`${weekday2}\
 ${month.slice(0,3)} ${day}, ${year}`}function formatNearDate(date){let{weekday:weekday2,day,month}=parts(date);return`${weekday2} ${month.slice(0,3)} ${day}`}function formatShortDate(date){let{day,
month,year}=parts(date);return`${month.slice(0,3)} ${day}, ${year}`}function formatMonth(date){let{month,year}=parts(date);return`${month.slice(0,3)} ${year}`}function formatWholeMonth(date){let{month,year}=parts(date);return`${month}\
 ${year}`}function formatQuarter(date){let{month,year}=parts(date);return`Q${Math.floor(monthNames.indexOf(month)/3)+1} ${year}`}function formatNumber(value,decimals,sign="negative",shift=0){if(!Number.isFinite(value))throw new RangeError(`${value} is not a number to print`);let scaled=Math.
round(moved(Math.abs(value),decimals+shift)),digits3=(scaled<1e15?`${scaled}`:BigInt(scaled).toString()).padStart(decimals+1,"0"),whole2=grouped(digits3.slice(0,
digits3.length-decimals)),text=decimals===0?whole2:`${whole2}.${digits3.slice(-decimals)}`;return sign==="both"?`±${text}`:scaled===0||sign==="never"?text:value<
0?"−"+text:sign==="always"?`+${text}`:text}function moved(value,places){let text=`${value}`;if(!text.includes("e"))return+`${text}e${places}`;let[mantissa="0",exponent="0"]=text.split("e");return+`${mantissa}\
e${Number(exponent)+places}`}function grouped(digits3){return digits3.length<4?digits3:digits3.replace(/\B(?=(\d{3})+$)/g,",")}var yearWindow=/\.(1y|ytd|252d)(\.|$)/;function formatsBy(measures,units){let rules=Map.groupBy(measures.map(([pattern,format,long])=>({segments:pattern.split("\
."),format,long})),({segments})=>segments[0]),found=new Map,byMeasure=id=>{let segments=id.split("."),rule=rules.get(segments[0])?.find(known=>known.segments.every(
(segment,index)=>segment==="*"||segment===segments[index]));return rule===void 0?null:rule.long!==void 0&&yearWindow.test(id)?rule.long:rule.format};return(id,unit)=>{
let format=found.get(id);if(format===void 0&&(format=byMeasure(id.replace(/^previous\./,"")),found.set(id,format)),unit==="ratio"&&format?.as==="percent"&&(format=
null),format??=units[unit],format===void 0)throw new Error(`figure ${id}: no format for the unit "${unit}"`);return format}}var shifts={percent:2,points:2,hundredths:2,
plain:0,billions:-9,millions:-6};function formatValue(value,format,sign=format.sign,form="short"){let text=formatNumber(value,format.decimals,sign,shifts[format.
as]),unit=unitOf(format);return unit===void 0||form==="none"&&measured.includes(unit)?text:unit===dollar?signed(text):`${text}${unit==="%"?" ":" "}${form==="\
spelled"&&unit===points?"points":unit}`}var dollar="$",signed=amount=>amount.replace(/^[+\u2212±]?/,`$&${dollar}`),points="pts",measured=["%",points];function unitOf({
as,unit}){return as==="percent"?"%":as==="points"?points:unit}var dates={date:formatDate,day:formatShortDate,"usual day":date=>`by ${formatShortDate(date)}`,month:formatMonth,
quarter:formatQuarter},withDays=word=>word.replace(/\b\d{4}-\d\d-\d\d\b/,formatShortDate);function printed(id,{value,unit},formatOf,sign,form){return value===null?
"n/a":typeof value=="string"?dates[unit]?.(value)??withDays(value):formatValue(value,formatOf(id,unit),sign,form)}function mean(values2){let sum=0;for(let i=0;i<values2.length;i++)sum+=values2[i];return sum/values2.length}function sampleDeviation(values2){if(values2.length<2)return Number.NaN;let centre=mean(values2),sum=0;for(let i=0;i<values2.length;i++)sum+=(values2[i]-centre)**
2;return Math.sqrt(sum/(values2.length-1))}function easter(year){let golden=year%19,century=Math.floor(year/100),leapless=century%4,correction=Math.floor((century-Math.floor((century+8)/25)+1)/3),epact=(19*
golden+century-Math.floor(century/4)-correction+15)%30,rest=year%100,toSunday=(32+2*leapless+2*Math.floor(rest/4)-epact-rest%4)%7,late=Math.floor((golden+11*epact+
22*toSunday)/451),count2=epact+toSunday-7*late+114;return civil(year,Math.floor(count2/31),count2%31+1)}var holidays=[{name:"New Year's Day",since:1990,on:y=>civil(y,1,1),observed:"Monday after Sunday"},{name:"Martin Luther King Jr. Day",since:1998,on:y=>nthWeekday(
y,1,1,3),observed:"as it falls"},{name:"Washington's Birthday",since:1990,on:y=>nthWeekday(y,2,1,3),observed:"as it falls"},{name:"Good Friday",since:1990,on:y=>addDays(
easter(y),-2),observed:"as it falls"},{name:"Memorial Day",since:1990,on:y=>lastWeekday(y,5,1),observed:"as it falls"},{name:"Juneteenth",since:2022,on:y=>civil(
y,6,19),observed:"nearest weekday"},{name:"Independence Day",since:1990,on:y=>civil(y,7,4),observed:"nearest weekday"},{name:"Labor Day",since:1990,on:y=>nthWeekday(
y,9,1,1),observed:"as it falls"},{name:"Thanksgiving Day",since:1990,on:y=>nthWeekday(y,11,4,4),observed:"as it falls"},{name:"Christmas Day",since:1990,on:y=>civil(
y,12,25),observed:"nearest weekday"}];var unscheduled=[["1994-04-27","the day of mourning for President Nixon"],["2001-09-11","a day closed after the attacks of 11 September 2001"],["2001-09-12","a \
day closed after the attacks of 11 September 2001"],["2001-09-13","a day closed after the attacks of 11 September 2001"],["2001-09-14","a day closed after the a\
ttacks of 11 September 2001"],["2004-06-11","the day of mourning for President Reagan"],["2007-01-02","the day of mourning for President Ford"],["2012-10-29","a\
 day closed for Hurricane Sandy"],["2012-10-30","a day closed for Hurricane Sandy"],["2018-12-05","the day of mourning for President George H. W. Bush"],["2025-\
01-09","the day of mourning for President Carter"]];function observedOn(holiday,year){let date=holiday.on(year),day=weekday(date);return day<=5?date:day===7&&holiday.
observed!=="as it falls"?addDays(date,1):day===6&&holiday.observed==="nearest weekday"?addDays(date,-1):null}function closuresOf(year){let closures2=new Map;for(let[
date,name2]of unscheduled)yearOf(date)===year&&closures2.set(date,{kind:"unscheduled",name:name2});for(let holiday of holidays){if(year<holiday.since)continue;let date=observedOn(
holiday,year);if(date===null)continue;let isObserved=date!==holiday.on(year);closures2.set(date,{kind:"holiday",name:holiday.name,...isObserved?{isObserved}:{}})}
return closures2}var unscheduled2=[["1997-12-26",{time:"13:00",reason:"the day after Christmas"}],["1999-12-31",{time:"13:00",reason:"New Year's Eve before 2000"}],["2003-12-26",
{time:"13:00",reason:"the day after Christmas"}]];function earlyClosesOf(year){let early=new Map(unscheduled2.filter(([date])=>date.startsWith(`${year}-`))),time=year<=
1992?"14:00":"13:00";year>=1992&&early.set(addDays(nthWeekday(year,11,4,4),1),{time,reason:"the day after Thanksgiving"});let christmasEve=civil(year,12,24);weekday(
christmasEve)<=4&&early.set(christmasEve,{time,reason:"Christmas Eve"});let july3=civil(year,7,3),eve=weekday(july3),wednesdaySince=2013;return year>=1995&&eve<=
4&&(eve!==3||year>=wednesdaySince)&&early.set(july3,{time,reason:"the day before Independence Day"}),year>=1995&&eve===3&&year<wednesdaySince&&early.set(civil(year,
7,5),{time,reason:"the day after Independence Day"}),early}var firstYear=1990,lastYear=2030,origin=dayNumberOf(firstYear,1,1),daysCovered=dayNumberOf(lastYear+1,1,1)-origin,closures=new Map,earlyCloses=new Map;for(let year=firstYear;year<=
lastYear;year++){for(let[date,closure]of closuresOf(year))closures.set(date,closure);for(let[date,early]of earlyClosesOf(year))earlyCloses.set(date,early)}var list=[],
dayList=[],sessionsBefore=new Int32Array(daysCovered+1);for(let day=0;day<daysCovered;day++){if(sessionsBefore[day]=list.length,weekdayOfDayNumber(origin+day)>5)
continue;let date=dateOfDayNumber(origin+day);closures.has(date)||(list.push(date),dayList.push(origin+day))}sessionsBefore[daysCovered]=list.length;var sessions=list,
sessionDays=Int32Array.from(dayList);function offset(date){let day=dayNumber(date)-origin;if(day<0||day>=daysCovered)throw new RangeError(`${date} is outside th\
e NYSE calendar, which covers ${firstYear} to ${lastYear}`);return day}function nextSession(date){let session=sessions[sessionsBefore[offset(date)+1]];if(session===void 0)throw new RangeError(`the NYSE calendar knows no session aft\
er ${date}`);return session}var sixFigures=["the rotation score","the excess return of 21 sessions","the distance to the 200-session average","the volatility of 21 sessions","the volatilit\
y index of the large companies","the fall since the high"],listed=names2=>new Intl.ListFormat("en").format(names2),comparedBy=listed(sixFigures),apart=21;function alikeTo(session,records,most3=10){
let by=new Map(records.map(one=>[one.session,one])),line2=records.toSorted((a,b)=>a.session<b.session?-1:1),at2=line2.findIndex(one=>one.session===session),of=line2[at2];
if(of===void 0||of.like.some(value=>value===null))return[];let past=line2.slice(0,Math.max(0,at2-apart+1)).map((one,index)=>({one,index})).filter(({one})=>one.like.
length===of.like.length&&one.like.every(value=>value!==null));if(past.length<2)return[];let scales=of.like.map((_,k)=>sampleDeviation(Float64Array.from(past,({one})=>one.
like[k]))),near=past.map(({one,index})=>({index,session:one.session,distance:distance(one.like,of.like,scales)})).sort((a,b)=>a.distance-b.distance||b.index-a.index),
chosen2=[];for(let one of near){if(chosen2.length===most3)break;chosen2.every(({index})=>Math.abs(index-one.index)>=apart)&&chosen2.push(one)}return chosen2.map(
({session:date,distance:far})=>({session:date,distance:far,next:by.get(nextSession(date))?.moved??null}))}function whyNoneAlike(session,records){let of=records.
find(one=>one.session===session);if(of===void 0)return"The archive has no briefing of this session.";let missing=sixFigures.filter((_,index)=>of.like[index]===null);
return missing.length>0?`Sessions are compared by six figures, and this one lacks ${listed(missing)}.`:`The archive has fewer than two sessions with all six fig\
ures that lie at least ${apart} sessions before this one.`}function distance(a,b,scales){let squares=scales.map((scale,k)=>scale===0?0:((a[k]-b[k])/scale)**2);return Math.
sqrt(squares.reduce((sum,one)=>sum+one,0)/scales.length)}var z=1.959963984540054;function wilsonInterval(share2,n){let scale=1+z**2/n,middle=(share2+z**2/(2*n))/scale,half=z*Math.sqrt(share2*(1-share2)/n+z**2/(4*n**2))/
scale;return{low:middle-half,high:middle+half}}function followed(returns){let known=returns.filter(one=>one!==null),up=known.filter(one=>one>0).length,{low,high}=known.length===0?{low:0,high:1}:wilsonInterval(
up/known.length,known.length),mean2=known.length===0?null:known.reduce((sum,one)=>sum+one,0)/known.length;return{n:known.length,up,low,high,mean:mean2}}function stateOf(){return new Map(new URLSearchParams(location.hash.slice(1)))}function replaceState(state){let given2=Object.entries(state).filter(([,value])=>value!==
"");history.replaceState(null,"",`#${hashOf(Object.fromEntries(given2))}`)}var hashOf=state=>new URLSearchParams(state).toString().replaceAll("%3A",":").replaceAll(
"%2C",",");function whenever(draw2){addEventListener("hashchange",()=>{draw2()}),draw2()}var root=document.body.dataset.root??"",assets=document.body.dataset.assets??"",given=new WeakMap,asked=new Map,take=value=>{document.currentScript!==null&&given.
set(document.currentScript,value)},names=["index","list","year","figures","history","record","formats","runs","months"];Object.assign(window,{archive:Object.fromEntries(
names.map(name2=>[name2,take])),here:take});var at=key=>root+key;function load(address){let known=asked.get(address);if(known!==void 0)return known;let loading=new Promise(
resolve=>{let script=document.createElement("script");script.src=address,script.onload=()=>resolve(given.get(script)??null),script.onerror=()=>resolve(null),document.
head.append(script)});return asked.set(address,loading),loading}var loadIndex=()=>load(at("data/index.js")),loadList=()=>load(at("data/figures.js")),loadYear=year=>load(
at(`data/${year}.js`)),loadRecord=year=>load(at(`data/record/${year}.js`)),loadHere=session=>load(at(`reports/${session}/here.js`)),loadFigures=(session,revision)=>load(
at(`reports/${session}/r${revision}/figures.js`)),loadHistory=(quarter,shard)=>load(at(`data/history/${quarter}/${shard}.js`)),loadRunMonths=()=>load(at("data/r\
uns/index.js")),loadRuns=month=>load(at(`data/runs/${month}.js`)),formats=()=>load(`${assets}formats.js`);async function loadFormats(){let{measures=[],units={}}=await formats()??
{};return formatsBy(measures,units)}async function loadWords(edition){let{families={},claims={}}=await formats()??{};return{family:name2=>families[name2]??"",claim:id=>claims[edition.
toLowerCase()]?.[/^claim\.(\d+)/.exec(id)?.[1]??""]??""}}var percent=value=>formatValue(value,{as:"percent",decimals:2,sign:"always"}),share=value=>formatValue(value,{as:"percent",decimals:0,sign:"negative"});function alikePage(){
whenever(async()=>{let index=await loadIndex(),session=stateOf().get("d")??index?.newest.session??"",all2=(await Promise.all((index?.years??[]).map(({year})=>loadRecord(
year)))).flatMap(record=>record?.sessions??[]),simulated=all2.find(one=>one.session===session)?.simulated??!1,kind=all2.filter(one=>(one.simulated??!1)===simulated),
found=alikeTo(session,kind),heading=document.querySelector("main h1");if(heading!==null&&session!==""&&(heading.textContent=`Sessions like ${formatDate(session)}`),
found.length===0)return app().replaceChildren(note(whyNoneAlike(session,kind)));let rows=found.map(({session:date,distance:distance2,next})=>[link(formatShortDate(
date),at(`reports/${date}/index.html`)),[distance2.toFixed(2),"end"],[next===null?"n/a":percent(next),"end"],[link("compare",at(`compare.html#${hashOf({a:date,b:session})}`)),
"short"]]),these=followed(found.map(({next})=>next)),before=kind.filter(one=>one.session<=session),usual=followed(before.map(({moved:moved2})=>moved2)),line2=(name2,of)=>[
name2,[String(of.n),"end"],[of.n===0?"n/a":`${of.up} of ${of.n}`,"end"],[of.n===0?"n/a":`${share(of.low)} to ${share(of.high)}`,"end"],[of.mean===null?"n/a":percent(
of.mean),"end"]];app().replaceChildren(table("Nearest sessions",["Session",["Distance","end"],["Return after","end"],""],rows),el("h2",{class:"sub"},"What follo\
wed"),table("What followed",["",["Sessions","end"],["Rose","end"],["95 % interval","end"],["Mean","end"]],[line2("After these",these),line2("Any session",usual)]),
note(`The return is the index fund’s on the session after, the interval that of the share that rose. Likeness is the distance over six figures, each in its stan\
dard deviation over the sessions before: ${comparedBy}. Only sessions at least ${apart} sessions before this one, and ${apart} apart from each other. A few case\
s say little: the interval says how little.`))})}function rowsOf({units={},groups=[]}){let single=Object.entries(units).flatMap(([unit,rows])=>Object.entries(rows).map(([id,row])=>({id,unit,row}))),together=groups.
flatMap(([unit,measure,endings,subjects])=>Object.entries(subjects).flatMap(([subject,rows])=>rows.map((row,at2)=>({id:[measure,subject,endings[at2]].filter(part=>part!==
"").join("."),unit,row:typeof row=="object"&&row!==null?row:[row]}))));return[...single,...together]}var familyOf=id=>id.split(".")[0];function compareFigures(a,b){let[before,after]=[byId(a),byId(b)];return[...new Set([...after.keys(),...before.keys()])].map(id=>{
let[one,other2]=[before.get(id)??null,after.get(id)??null],[from,to]=[one?.side.value,other2?.side.value];return{id,family:familyOf(id),unit:(other2??one).unit,
a:one?.side??null,b:other2?.side??null,change:typeof from=="number"&&typeof to=="number"?to-from:null}})}var differs=({a,b})=>(a?.value??null)!==(b?.value??null)||
(a?.status??"missing")!==(b?.status??"missing");function byId(of){return new Map(rowsOf(of).map(({id,unit,row})=>[id,{unit,side:sideOf(row,of)}]))}function sideOf([
value,status="fresh",,reason],{reasons}){return{value,status,reason:reason===void 0?"":reasons[reason]??""}}var shardCount=16,shards=Array.from({length:shardCount},(_,at2)=>at2.toString(16)),quarterOf=session=>`${session.slice(0,4)}-q${Math.ceil(Number(session.slice(5,
7))/3)}`;function shardOf(id){let hash=2166136261;for(let at2=0;at2<id.length;at2+=1)hash=Math.imul(hash^id.charCodeAt(at2),16777619)>>>0;return(hash%shardCount).
toString(16)}function spreadsOf(files,before){let sums=new Map,first=[...new Set(files.flatMap(file=>file.sessions.map(([session])=>session)))].filter(session=>session<before).
sort().at(-252)??"";for(let{ids,sessions:lines}of files)for(let[session,,values2]of lines)session>=before||session<first||values2.forEach((value,at2)=>{if(typeof value!=
"number")return;let id=ids[at2],[count2,sum,squares]=sums.get(id)??[0,0,0];sums.set(id,[count2+1,sum+value,squares+value*value])});let spreads=new Map;for(let[id,
[count2,sum,squares]]of sums){let variance=(squares-sum*sum/count2)/(count2-1);count2>=20&&variance>1e-12*(squares/count2)&&spreads.set(id,Math.sqrt(variance))}
return spreads}var all=["q4","q3","q2","q1"];function quartersThere(years){return years.flatMap(({year,first,last})=>all.map(quarter=>`${year}-${quarter}`).filter(quarter=>quarterOf(
first)<=quarter&&quarter<=quarterOf(last)))}var most=40;function rankSection(all2,session,row,heads){let button=el("button",{class:"button",type:"button"},"Rank by size"),out=el("div",{},button,el("p",{class:"\
hint"},"Loads the history of a year, about 3 MB."));return button.addEventListener("click",async()=>{out.replaceChildren(note("Loading the history of all figure\
s."));let index=await loadIndex(),quarters=quartersThere(index?.years??[]).filter(quarter=>quarter<=quarterOf(session)).slice(0,6),files=await Promise.all(quarters.
flatMap(quarter=>shards.map(shard=>loadHistory(quarter,shard)))),spreads=spreadsOf(files.filter(file=>file!==null),session),ranked=all2.flatMap(one=>{let spread=spreads.
get(one.id);return one.change===null||one.change===0||spread===void 0?[]:[{one,size:Math.abs(one.change)/spread}]}).sort((a,b)=>b.size-a.size).slice(0,most);out.
replaceChildren(ranked.length===0?note("No figure has 20 sessions of history before this one to be measured by."):table("Largest changes",[...heads,["In deviati\
ons","end"]],ranked.map(({one,size})=>[...row(one),[size.toFixed(1),"end"]])))}),section("largest","Largest changes","In standard deviations of the figure over \
the year before",out)}function comparePage(){let out=el("div"),[a,b]=[dateField(),dateField()],form=el("form",{class:"controls","aria-label":"Sessions to compare"},field("From",a),field(
"To",b),el("button",{class:"button",type:"submit"},"Compare"));form.addEventListener("submit",event=>{event.preventDefault(),replaceState({a:a.value,b:b.value}),
draw2()}),app().replaceChildren(form,out);let draw2=async()=>{let state=stateOf(),index=await loadIndex();if(index===null)return out.replaceChildren(note("The i\
ndex of the archive could not be read."));let to=state.get("b")??index.newest.session,from=state.get("a")??(await loadHere(to.slice(0,10)))?.previous??to;[a.value,
b.value]=[from.slice(0,10),to.slice(0,10)];let[first,last]=[index.years.at(-1)?.first??"",index.years[0]?.last??""];for(let input of[a,b])[input.min,input.max]=
[first,last];let[one,other2,formatOf,words]=await Promise.all([chosen(from),chosen(to),loadFormats(),loadWords(index.edition)]),lacking=[...one===null?[from]:[],
...other2===null?[to]:[]];if(one===null||other2===null)return out.replaceChildren(note(`No figures of ${lacking.join(" and ")} are in the archive. Sessions run \
from ${first} to ${last}.`));out.replaceChildren(...comparison(one,other2,formatOf,words)),document.title=`${formatDate(from.slice(0,10))} and ${formatDate(to.slice(
0,10))} compared`};whenever(draw2)}var dateField=()=>el("input",{type:"date",required:""});async function chosen(wanted){let[,session,revision]=/^(\d{4}-\d{2}-\d{2})(?:\.(\d+))?$/.
exec(wanted)??[];if(session===void 0)return null;let number2=revision??(await loadHere(session))?.newest;if(number2===void 0)return null;let figures=await loadFigures(
session,Number(number2));return figures===null?null:{session,figures}}function comparison(a,b,formatOf,known){let all2=compareFigures(a.figures,b.figures),by=new Map(
all2.map(one=>[one.id,one])),labels=new Map([...a.figures.keys,...b.figures.keys].map(([label,id])=>[id,label])),keys=[...labels.keys()].map(id=>by.get(id)).filter(
one=>one!==void 0),words=all2.filter(one=>isWord(one)&&differs(one)&&!isDate(one)&&!isOfBefore(one)).toSorted((x,y)=>x.id<y.id?-1:1),row=rowWith(formatOf,id=>labels.
get(id)??known.claim(id)),families=Map.groupBy(all2,({family})=>family),heads=headsOf(a,b);return[verdicts(a,b),section("keys","Key figures","Of the front page",
table("Key figures",heads,keys.map(row))),words.length===0?section("words","Words","",el("p",{},"No state and no direction differs.")):section("words","States a\
nd directions that differ","",table("Words",heads.slice(0,3),words.map(one=>row(one).slice(0,3)))),rankSection(all2,b.session,row,heads),familySection(families,
heads,row,{formatOf,known})]}var isWord=({a,b})=>typeof a?.value=="string"||typeof b?.value=="string",isOfBefore=({id})=>id.endsWith(".before"),isDate=({unit})=>[
"date","day","usual day","month","quarter"].includes(unit),headsOf=(a,b)=>["Figure",[name(a),"end"],[name(b),"end"],["Difference","end"]],name=({session,figures:{
revision}})=>`${formatShortDate(session)}, r${revision}`;function verdicts(a,b){let side=({session,figures})=>{let marks3=[figures.simulated?"SIMULATED":"",figures.
incomplete?"INCOMPLETE":""].join(" ").trim();return el("div",{},el("p",{class:"session"},link(formatDate(session),at(`reports/${session}/index.html`)),el("span",
{class:"revision"},` · revision ${figures.revision}${marks3===""?"":` · ${marks3}`}`)),el("p",{class:"said"},figures.verdict))};return el("div",{class:"pair v\
erdicts"},side(a),side(b))}function rowWith(formatOf,labelOf){return one=>{let{id,unit,change}=one,text=side=>{if(side===null)return[el("span",{class:"hint"},"n\
ot made"),"end"];let shown2=breakable(printed(id,{value:side.value,unit},formatOf)),status=side.status==="fresh"?"":side.status;return[el("span",side.reason===""?
{}:{title:side.reason},shown2,...status===""||status==="missing"?[]:[" ",el("span",{class:"mark"},status)],side.value===null&&side.reason!==""?el("span",{class:"\
hint"},`: ${side.reason}`):null),typeof side.value=="string"?"end words":"end"]},label=labelOf(id),address=at(`figure.html#${hashOf({id})}`);return[el("span",{},
label===""?idLink(id,address):link(label,address),label===""?null:el("span",{class:"hint"},` ${id}`)),text(one.a),text(one.b),[change===null?"":printedChange(one,
change,formatOf),"end"]]}}function printedChange({id,unit},change,formatOf){let format=formatOf(id,unit),as=format.as==="percent"?{...format,as:"points"}:format;
return breakable(printed(id,{value:change,unit},()=>as,"always"))}function familySection(families,heads,row,{formatOf,known}){let isPrintedOtherwise=({id,unit,a,
b})=>{let[was,is]=[a,b].map(side=>printed(id,{value:side?.value??null,unit},formatOf));return was!==is||(a?.status??"missing")!==(b?.status??"missing")},only=el(
"input",{type:"checkbox",checked:""}),list2=el("div"),fill=()=>{let folded=[...families].flatMap(([family,of])=>{let shown2=only.checked?of.filter(isPrintedOtherwise):
of;return shown2.length===0?[]:familyFold(family,known.family(family),`${shown2.length} of ${of.length}`,()=>table(family,heads,shown2.map(row)))});list2.replaceChildren(
...folded.length>0?folded:[note("No figure is printed otherwise.")])};only.addEventListener("change",fill),fill();let control=el("label",{class:"check"},only,"c\
hanged only");return section("families","All figures","By the measure that an id begins with",control,list2)}function decoded(table2,coded){if(typeof coded=="string")return coded;let[place2,...numbers2]=coded;return table2[place2].split("#").reduce((text,part,at2)=>text+
numbers2[at2-1]+part)}var marks={s:"simulated",i:"incomplete",f:"flip",p:"pdf"},letters=Object.keys(marks);function linesIn({year,states,texts:texts2,sessions:sessions2}){return sessions2.map(([day,marked2,at2,numbers2,verdict,changes,later])=>{let[state,side]=states[at2];
return{session:`${year}-${day}`,revision:1,simulated:marked2.includes("s"),incomplete:marked2.includes("i"),verdict:decoded(texts2,verdict),changes:changes.map(
change=>decoded(texts2,change)),state,side,numbers:numbers2,flip:marked2.includes("f"),pdf:marked2.includes("p"),corrected:null,...later}})}function wholeDays(years){let all2=years.flatMap(year=>year.schema==="smallcap-briefing-year/1"?year.sessions.map(whole):linesIn(year)),real=all2.filter(({simulated})=>!simulated);
return real.length>0?real:all2}var whole=day=>({revision:1,simulated:!1,incomplete:!1,state:null,side:null,flip:!1,pdf:!1,corrected:null,...day});function correctionsPage(){whenever(async()=>{let index=await loadIndex(),years=await Promise.all((index?.years??[]).map(({year})=>loadYear(year))),days=wholeDays(
years.filter(year=>year!==null)),words=await loadWords(index?.edition??""),changed=days.filter(({corrected:corrected2})=>corrected2!==null),restated=changed.filter(
({corrected:corrected2})=>corrected2.figures>0);app().replaceChildren(note(`${formatNumber(days.length,0)} sessions: ${countOf(restated)} with figures that were\
 changed after they were published, ${countOf(changed)} with a later revision.${largestOf(changed,words)}`),...changed.map(day=>{let compare=at(`compare.html#${hashOf(
{a:`${day.session}.1`,b:`${day.session}.${day.revision}`})}`),made=el("details",{class:"family"},el("summary",{},formatDate(day.session),el("span",{class:"hint"},
` ${day.corrected.note}`)));return made.addEventListener("toggle",async()=>{!made.open||made.children.length>1||made.append(await firstAndNow(day.session,day.revision),
el("p",{class:"buttons"},link("Compare both",compare,"button"),link("The session",at(`reports/${day.session}/index.html`),"button")))}),made}))})}var countOf=some=>some.
length===0?"none":formatNumber(some.length,0);function largestOf(days,words){let all2=days.flatMap(({session,corrected:corrected2})=>corrected2?.largest==null?[]:
[{session,...corrected2.largest}]),[most3]=all2.toSorted((a,b)=>b.size-a.size);if(most3===void 0)return"";let size=formatValue(most3.size,{as:"points",decimals:2,
sign:"never"}),meaning=words.family(familyOf(most3.id));return` The largest change of a return or a gap that leads a front page: ${size} on ${formatShortDate(most3.
session)}, ${most3.id}${meaning===""?"":` (${meaning})`}.`}async function firstAndNow(session,revision){let[first,now,formatOf]=await Promise.all([loadFigures(session,
1),loadFigures(session,revision),loadFormats()]);if(first===null||now===null)return note("The figures of one of the two revisions are not in the archive.");let rows=compareFigures(
first,now).flatMap(one=>{let{id,unit,a,b,change}=one;if(a===null||b===null)return[];let[was,is]=[a,b].map(({value})=>breakable(printed(id,{value,unit},formatOf)));
if(was===is)return[];let kind=typeof b.value=="string"?"end words":"end",size=change===null?"":printedChange(one,change,formatOf),why=b.reason!==""?b.reason:a.reason===
""?"":`before: ${a.reason}`,name2=idLink(id,at(`figure.html#${hashOf({id})}`)),reason=why===""?null:el("span",{class:"meaning"},why);return[[[el("span",{},name2,
reason),"wide"],...[was,is,size].map(text=>[text,kind])]]});return rows.length===0?el("p",{},"No figure differs at printed precision."):table(`Corrected figures\
 of ${session}`,["Figure",["First","end"],["Now","end"],["Size","end"]],rows)}var acting=/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;var shown=text=>text.replace(acting,found=>found===`
`?found:`\\u{${found.codePointAt(0)?.toString(16)}}`);var formula=/^(?![+-][\d.,% ]*$)[=+\-@\t\r]/,csvLine=cells=>`${cells.map(csvCell).join(",")}\r
`;function csvCell(cell){if(typeof cell!="string")return cell===null?"":String(cell);let safe=shown(formula.test(cell)?`'${cell}`:cell);return/[",\r\n]/.test(safe)?
`"${safe.replaceAll('"','""')}"`:safe}function figureCourse(id,files){let all2=files.flatMap(({ids,sessions:sessions2})=>{let at2=ids.indexOf(id);return at2<0?[]:sessions2.map(([session,revision,values2,
simulated=0,doubtful=[],first=[]])=>({session,revision,simulated,value:values2[at2]??null,first:firstAt(at2,first,values2[at2]??null),doubtful:doubtful.includes(
at2)}))}),real=all2.filter(({simulated})=>simulated===0);return(real.length>0?real:all2).map(({simulated:_,...point})=>point).sort((a,b)=>a.session<b.session?-1:
1)}function firstAt(at2,first,newest){let changed=first.find(([index])=>index===at2);return changed===void 0?newest:changed[1]}function standingOf(points2){let numbers2=points2.
flatMap(({value,session})=>typeof value=="number"?[{value,session}]:[]),last=numbers2.at(-1);if(last===void 0)return null;let sorted=numbers2.toSorted((a,b)=>a.
value-b.value);return{count:numbers2.length,low:sorted[0],high:sorted.at(-1),share:numbers2.filter(({value})=>value<=last.value).length/numbers2.length,last}}function courseCsv(id,unit,points2){
let head=["session","id","unit","value","first published","revision","status"],rows=points2.map(({session,value,first,revision,doubtful})=>[session,id,unit,value,
first,revision,doubtful?"proxy or stale":value===null?"missing":"fresh"]);return[head,...rows].map(csvLine).join("")}function simplify({x,y},tolerance2){let last=x.length-1;if(last<1)return last===0?[0]:[];let keep2=new Uint8Array(last+1);keep2[0]=1,keep2[last]=1;let open2=[[0,
last]];for(let span=open2.pop();span!==void 0;span=open2.pop()){let[from,to]=span,fromX=x[from],fromY=y[from],slope=(y[to]-fromY)/(x[to]-fromX||1),farthest=-1,distance2=tolerance2;
for(let index=from+1;index<to;index++){let off=Math.abs(y[index]-fromY-slope*(x[index]-fromX));off<=distance2||(distance2=off,farthest=index)}farthest<0||(keep2[farthest]=
1,open2.push([from,farthest],[farthest,to]))}let kept=[];for(let index=0;index<=last;index++)keep2[index]===1&&kept.push(index);return kept}var tolerance=.35;function linePath(values2,x,y){return pathThrough(values2,x,y,{tolerance,grain:10})}function wholePath(values2,x,y,slack2){return pathThrough(
values2,x,y,{tolerance:slack2,grain:1})}function pathThrough(values2,x,y,grain){let path2="",drawn={x:new Float64Array(values2.length),y:new Float64Array(values2.
length)},start=0;for(let index=0;index<=values2.length;index++){let value=values2[index];if(value!=null&&Number.isFinite(value)){drawn.x[index]=x(index),drawn.y[index]=
y(value);continue}start<index&&(path2+=runPath(drawn.x.subarray(start,index),drawn.y.subarray(start,index),grain)),start=index+1}return path2}function runPath(x,y,{
tolerance:slack2,grain}){let path2="",atX=0,atY=0;for(let index of simplify({x,y},slack2)){let nextX=Math.round(x[index]*grain),nextY=Math.round(y[index]*grain),
step=pair((nextX-atX)/grain,(nextY-atY)/grain);path2===""?path2=`M${step}l`:path2+=path2.endsWith("l")||step.startsWith("-")?step:` ${step}`,atX=nextX,atY=nextY}
return x.length===1?`${path2.slice(0,-1)}h0`:path2}function pair(x,y){let second=short(y);return`${short(x)}${second.startsWith("-")?"":" "}${second}`}function short(value){
return String(Math.round(value*10)/10||0).replace(/^(-?)0\./,"$1.")}function lastIndex(values2){return values2.findLastIndex(value=>value!==null&&Number.isFinite(
value))}var BriefingError=class extends Error{hint;constructor(message,options={}){super(shown(message),options.cause===void 0?void 0:{cause:options.cause}),this.hint=options.
hint}};var RenderError=class extends BriefingError{name="RenderError"};var advances=[252,321,523,644,650,1004,663,326,373,373,540,673,319,465,319,379,660,660,660,660,660,660,660,660,660,660,319,329,673,673,673,543,999,728,659,737,722,
605,588,749,746,277,580,703,565,922,759,769,645,773,652,650,660,736,728,1020,720,713,652,373,379,373,481,469,351,574,624,583,624,591,389,625,612,262,262,569,262,
900,612,609,624,624,397,549,353,612,587,839,569,588,566,455,359,455,673],narrowSpace=160,other=673;function textWidth(text,size){let width=0;for(let letter of text){
let code=letter.codePointAt(0)??0;width+=code===8239||code===8201?narrowSpace:advances[code-32]??other}return width*size/1e3}var entities={"&":"&amp;","<":"&lt;",
">":"&gt;",'"':"&quot;","'":"&#39;"};function escapeText(text){return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g,"").replace(/[&<>"']/g,
found=>entities[found]??"")}var drawnNumbers=new Map;function px(value){let tenths=Math.round(value*10),known=drawnNumbers.get(tenths);if(known!==void 0)return known;
if(!Number.isFinite(tenths))throw new RenderError(`a chart would have drawn ${value}`);let text=String(tenths/10||0);return Math.abs(tenths)<2e4&&drawnNumbers.set(
tenths,text),text}var fontSize={label:12,axis:11};function svg(caption,width,height,marks3){let id=escapeText(caption.id),frame=`<svg class="chart" viewBox="0 0 ${px(width)} ${px(
height)}" width="${px(width)}" height="${px(height)}" role="img"`,drawing2=`${paths(marks3)}${texts(marks3)}</svg>`;return caption.shapes!==void 0?`${frame} ari\
a-labelledby="${id}-t ${id}-d">${drawing2}`:`${frame} aria-labelledby="${id}-t ${id}-d"><title id="${id}-t">${escapeText(caption.title)}</title><desc id="${id}-\
d">${escapeText(caption.alt)}</desc>${drawing2}`}function paths(marks3){let markup="",open2=null,close=()=>{open2!==null&&(markup+=`<path class="${open2.classes}\
" d="${open2.d}"/>`),open2=null};for(let mark of marks3)if(mark.kind!=="text"){if(mark.kind==="path"&&open2?.classes===mark.classes){open2.d+=mark.d;continue}close(),
mark.kind==="path"?open2={classes:mark.classes,d:mark.d}:markup+=mark.markup}return close(),markup}function texts(marks3){return[...Map.groupBy(marks3.filter(mark=>mark.
kind==="text"),({classes,anchor})=>`class="${classes}"${anchor==="start"?"":` text-anchor="${anchor}"`}`)].map(([attributes,those])=>`<g ${attributes}>${those.map(
({markup})=>markup).join("")}</g>`).join("")}function svgText(x,y,content,classes,anchor="start"){let markup=`<text x="${px(x)}" y="${px(y)}">${escapeText(content)}\
</text>`;return{kind:"text",classes,anchor,markup}}function path(d,classes){return{kind:"path",classes,d}}function line(x1,y1,x2,y2,classes){let from=`M${px(x1)}\
,${px(y1)}`;return px(y1)===px(y2)?path(`${from}H${px(x2)}`,classes):path(px(x1)===px(x2)?`${from}V${px(y2)}`:`${from}L${px(x2)},${px(y2)}`,classes)}function rect(x,y,width,height,classes){
return path(`M${px(x)},${px(y)}h${px(width)}v${px(height)}h${px(-width)}z`,classes)}function dot(x,y,radius,classes){return{kind:"markup",markup:`<circle class=\
"${classes}" cx="${px(x)}" cy="${px(y)}" r="${px(radius)}"/>`}}var depth=2048,slack=3;function across({left,right,dates:dates2}){return index=>left+(right-left)*index/Math.max(1,dates2-1)}function upright({top,bottom,low,high}){
return value=>{let share2=(value-low)/(high-low);return bottom*(1-share2)+top*share2}}function curve(caption,name2,values2,plot,classes){if(caption.shapes===void 0)
return path(linePath(values2,across(plot),upright(plot)),classes);let{low,high,left,right,top,bottom}=plot;return{kind:"markup",markup:caption.shapes.use(name2,
()=>wholePath(values2,index=>index,value=>(high-value)/(high-low)*depth,slack),classes,{x:left,y:top,across:(right-left)/Math.max(1,plot.dates-1),down:(bottom-top)/
depth})}}function declutter(wanted,low,high){let order=wanted.map((_,index)=>index).sort((a,b)=>(wanted[a]?.y??0)-(wanted[b]?.y??0)||a-b),blocks=[];for(let index of order){
let{y,size}=wanted[index]??{y:0,size:0},block={members:[index],size,sum:y-size/2,top:clamp(y-size/2,size,low,high)};for(let last=blocks.at(-1);last!==void 0&&last.
top+last.size>block.top;last=blocks.at(-1)){blocks.pop();let sum=last.sum+block.sum-block.members.length*last.size,members=[...last.members,...block.members],total=last.
size+block.size;block={members,size:total,sum,top:clamp(sum/members.length,total,low,high)}}blocks.push(block)}let centres=new Array(wanted.length).fill(0);for(let block of blocks){
let top=block.top;for(let index of block.members){let size=wanted[index]?.size??0;centres[index]=top+size/2,top+=size}}return centres}function clamp(top,size,low,high){
return Math.max(low,Math.min(top,high-size))}function ascending(a,b){return a==null||b==null?NaN:a<b?-1:a>b?1:a>=b?0:NaN}function descending(a,b){return a==null||b==null?NaN:b<a?-1:b>a?1:b>=a?0:NaN}function bisector(f){
let compare1,compare2,delta;f.length!==2?(compare1=ascending,compare2=(d,x)=>ascending(f(d),x),delta=(d,x)=>f(d)-x):(compare1=f===ascending||f===descending?f:zero,
compare2=f,delta=f);function left(a,x,lo=0,hi=a.length){if(lo<hi){if(compare1(x,x)!==0)return hi;do{let mid=lo+hi>>>1;compare2(a[mid],x)<0?lo=mid+1:hi=mid}while(lo<
hi)}return lo}function right(a,x,lo=0,hi=a.length){if(lo<hi){if(compare1(x,x)!==0)return hi;do{let mid=lo+hi>>>1;compare2(a[mid],x)<=0?lo=mid+1:hi=mid}while(lo<
hi)}return lo}function center(a,x,lo=0,hi=a.length){let i=left(a,x,lo,hi-1);return i>lo&&delta(a[i-1],x)>-delta(a[i],x)?i-1:i}return{left,center,right}}function zero(){
return 0}function number(x){return x===null?NaN:+x}var ascendingBisect=bisector(ascending),bisectRight=ascendingBisect.right,bisectLeft=ascendingBisect.left,bisectCenter=bisector(number).center;var blur2=Blur2(blurf),blurImage=Blur2(blurfImage);function Blur2(blur){return function(data,rx,ry=rx){if(!((rx=+rx)>=0))throw new RangeError("invalid rx");if(!((ry=
+ry)>=0))throw new RangeError("invalid ry");let{data:values2,width,height}=data;if(!((width=Math.floor(width))>=0))throw new RangeError("invalid width");if(!((height=
Math.floor(height!==void 0?height:values2.length/width))>=0))throw new RangeError("invalid height");if(!width||!height||!rx&&!ry)return data;let blurx=rx&&blur(
rx),blury=ry&&blur(ry),temp=values2.slice();return blurx&&blury?(blurh(blurx,temp,values2,width,height),blurh(blurx,values2,temp,width,height),blurh(blurx,temp,
values2,width,height),blurv(blury,values2,temp,width,height),blurv(blury,temp,values2,width,height),blurv(blury,values2,temp,width,height)):blurx?(blurh(blurx,values2,
temp,width,height),blurh(blurx,temp,values2,width,height),blurh(blurx,values2,temp,width,height)):blury&&(blurv(blury,values2,temp,width,height),blurv(blury,temp,
values2,width,height),blurv(blury,values2,temp,width,height)),data}}function blurh(blur,T,S,w,h){for(let y=0,n=w*h;y<n;)blur(T,S,y,y+=w,1)}function blurv(blur,T,S,w,h){
for(let x=0,n=w*h;x<w;++x)blur(T,S,x,x+n,w)}function blurfImage(radius){let blur=blurf(radius);return(T,S,start,stop,step)=>{start<<=2,stop<<=2,step<<=2,blur(T,
S,start+0,stop+0,step),blur(T,S,start+1,stop+1,step),blur(T,S,start+2,stop+2,step),blur(T,S,start+3,stop+3,step)}}function blurf(radius){let radius0=Math.floor(
radius);if(radius0===radius)return bluri(radius);let t=radius-radius0,w=2*radius+1;return(T,S,start,stop,step)=>{if(!((stop-=step)>=start))return;let sum=radius0*
S[start],s0=step*radius0,s1=s0+step;for(let i=start,j=start+s0;i<j;i+=step)sum+=S[Math.min(stop,i)];for(let i=start,j=stop;i<=j;i+=step)sum+=S[Math.min(stop,i+s0)],
T[i]=(sum+t*(S[Math.max(start,i-s1)]+S[Math.min(stop,i+s1)]))/w,sum-=S[Math.max(start,i-s0)]}}function bluri(radius){let w=2*radius+1;return(T,S,start,stop,step)=>{
if(!((stop-=step)>=start))return;let sum=radius*S[start],s=step*radius;for(let i=start,j=start+s;i<j;i+=step)sum+=S[Math.min(stop,i)];for(let i=start,j=stop;i<=
j;i+=step)sum+=S[Math.min(stop,i+s)],T[i]=sum/w,sum-=S[Math.max(start,i-s)]}}var array=Array.prototype,slice=array.slice;var e10=Math.sqrt(50),e5=Math.sqrt(10),e2=Math.sqrt(2);function tickSpec(start,stop,count2){let step=(stop-start)/Math.max(0,count2),power=Math.floor(Math.log10(
step)),error=step/Math.pow(10,power),factor=error>=e10?10:error>=e5?5:error>=e2?2:1,i1,i2,inc;return power<0?(inc=Math.pow(10,-power)/factor,i1=Math.round(start*
inc),i2=Math.round(stop*inc),i1/inc<start&&++i1,i2/inc>stop&&--i2,inc=-inc):(inc=Math.pow(10,power)*factor,i1=Math.round(start/inc),i2=Math.round(stop/inc),i1*inc<
start&&++i1,i2*inc>stop&&--i2),i2<i1&&.5<=count2&&count2<2?tickSpec(start,stop,count2*2):[i1,i2,inc]}function ticks(start,stop,count2){if(stop=+stop,start=+start,
count2=+count2,!(count2>0))return[];if(start===stop)return[start];let reverse=stop<start,[i1,i2,inc]=reverse?tickSpec(stop,start,count2):tickSpec(start,stop,count2);
if(!(i2>=i1))return[];let n=i2-i1+1,ticks2=new Array(n);if(reverse)if(inc<0)for(let i=0;i<n;++i)ticks2[i]=(i2-i)/-inc;else for(let i=0;i<n;++i)ticks2[i]=(i2-i)*
inc;else if(inc<0)for(let i=0;i<n;++i)ticks2[i]=(i1+i)/-inc;else for(let i=0;i<n;++i)ticks2[i]=(i1+i)*inc;return ticks2}var shuffle=shuffler(Math.random);function shuffler(random){return function(array2,i0=0,i1=array2.length){let m=i1-(i0=+i0);for(;m;){let i=random()*m--|0,t=array2[m+
i0];array2[m+i0]=array2[i+i0],array2[i+i0]=t}return array2}}function valueAxis(lists,count2=4,pad=.06){let low=Number.POSITIVE_INFINITY,high=Number.NEGATIVE_INFINITY;for(let values2 of lists)for(let value of values2)value===
null||!Number.isFinite(value)||(value<low&&(low=value),value>high&&(high=value));if(low>high)return{low:0,high:1,ticks:[],step:1};let room=high>low?(high-low)*pad:
Math.abs(low)*.05||1,named=ticks(low-room,high+room,count2);return{low:low-room,high:high+room,ticks:named,step:(named[1]??1)-(named[0]??0)}}var months=["Jan","\
Feb","Mar","Apr","May","Jun","Jul","Aug","Sep","Oct","Nov","Dec"],steps2=[1,3,6,12,24,60,120,240];function dateTicks(dates2,most3){let starts=[];for(let at2=1;at2<
dates2.length;at2++){let month=dates2[at2]?.slice(0,7)??"";month!==dates2[at2-1]?.slice(0,7)&&starts.push({at:at2,year:Number(month.slice(0,4)),month:Number(month.
slice(5,7))-1})}for(let step of steps2){let kept=starts.filter(({year,month})=>(year*12+month)%step===0);if(!(kept.length>most3))return kept.map(({at:at2,year,month})=>({
at:at2,label:month===0?String(year):months[month]??""}))}return[]}var rowHeight=15,weights=["faint","plain","strong","accent"];function linesChart(data,width,height){let axis=valueAxis([...data.lines.map(one=>one.values),data.
rules.map(rule=>rule.value)]),{stacked,nameWidth}=nameColumn(data,width),tickLabels=axis.ticks.map(value=>data.tick(value,axis.step)),left=Math.max(0,...tickLabels.
map(label=>textWidth(label,fontSize.axis)))+8,right=width-nameWidth-14,[top,bottom]=[(data.shades??[]).length===0?10:18,height-24],plot={left,right,top,bottom,low:axis.
low,high:axis.high,dates:data.dates.length},[x,y]=[across(plot),upright(plot)],marks3=[];for(let{from,to,label,role}of data.shades??[]){let[start,end]=[x(from),
Math.max(x(to),x(from)+1)];marks3.push(rect(start,top,end-start,bottom-top,`shade ${role}`)),textWidth(label,fontSize.axis)<end-start-4&&marks3.push(svgText((start+
end)/2,top-6,label,"tick","middle"))}axis.ticks.forEach((value,index)=>{marks3.push(line(left,y(value),right,y(value),"grid")),marks3.push(svgText(left-8,y(value)+
4,tickLabels[index]??"","tick","end"))});for(let tick of dateTicks(data.dates,Math.floor((right-left)/58)))marks3.push(line(x(tick.at),bottom,x(tick.at),bottom+
4,"axis")),marks3.push(svgText(x(tick.at),bottom+17,tick.label,"tick","middle"));marks3.push(line(left,bottom,right,bottom,"axis"));for(let rule of data.rules)marks3.
push(line(left,y(rule.value),right,y(rule.value),"rule"));let names2=[];for(let role of weights)for(let one of data.lines.filter(candidate=>candidate.role===role)){
let end=lastIndex(one.values),value=one.values[end];if(value==null)continue;let classes=`line ${role}${one.dashed?" dashed":""}`;marks3.push(curve(data,`l${data.
lines.indexOf(one)}`,one.values,plot,classes),dot(x(end),y(value),2.5,`dot ${role}`)),one.label!==""&&names2.push({label:one.label,end:endOf(one),classes:role,x:x(
end)+4,y:y(value)})}for(let rule of data.rules.filter(({label})=>label!==""))names2.push({label:rule.label,end:"",classes:"faint",x:right,y:y(rule.value)});return marks3.
push(...nameMarks(names2,right,stacked,top-6,height)),svg(data,width,height,marks3)}function endOf(one){return one.role==="faint"?"":one.end}function nameColumn(data,width){
let widest=texts2=>Math.max(0,...texts2.map(one=>textWidth(one,fontSize.label))),rules=data.rules.map(rule=>rule.label),joined=widest([...data.lines.map(one=>`${one.
label} ${endOf(one)}`.trim()),...rules]),stacked=joined>width*.24,apart2=widest([...data.lines.flatMap(one=>[one.label,endOf(one)]),...rules]);return{stacked,nameWidth:Math.
min(stacked?apart2:joined,width*.36)}}function nameMarks(names2,right,stacked,top,bottom){let places=declutter(names2.map(({y,end})=>({y,size:stacked&&end!==""?
rowHeight*2-2:rowHeight})),top,bottom);return names2.flatMap(({label,end,classes,x,y},index)=>{let place2=places[index]??y,leader=Math.abs(place2-y)>4||x<right?
[line(x,y,right+9,place2,"leader")]:[];return!stacked||end===""?[...leader,svgText(right+12,place2+4,`${label} ${end}`.trim(),`name ${classes}`)]:[...leader,svgText(
right+12,place2-2,label,`name ${classes}`),svgText(right+12,place2+12,end,`value ${classes}`)]})}function ticksIn(format){let shift=format.as==="percent"||format.as==="points"?2:0;return(value,step)=>{let decimals=Math.max(0,Math.min(4,Math.ceil(-Math.log10(
step*10**shift)-1e-9))),form=format.as==="points"?"none":"short";return formatValue(value,{...format,decimals},"negative",form)}}var atFirst=8,listed2=40;function figurePage(){whenever(async()=>{let id=stateOf().get("id")??"";if(id==="")return location.replace(at("figures.html"));app().replaceChildren(
note(`Loading ${id}.`)),await draw(id,atFirst)})}async function draw(id,quarters){let[index,list2,formatOf]=await Promise.all([loadIndex(),loadList(),loadFormats()]),
there=quartersThere(index?.years??[]),files=await Promise.all(there.slice(0,quarters).map(quarter=>loadHistory(quarter,shardOf(id)))),points2=figureCourse(id,files.
filter(file=>file!==null)),words=await loadWords(index?.edition??""),about=describe(id,list2);document.title=`${id} · history`;let heading=document.querySelector(
"main h1");if(heading!==null&&(heading.textContent=id),points2.length===0){let since=there.length>quarters?` since ${there[quarters-1].slice(0,4)}`:"";app().replaceChildren(
note(`No briefing${since} has a figure ${id}.`),...since===""?[]:[older(id,there.length)],el("p",{},link("All figures",at("figures.html"))));return}let unit=about?.
unit??"word",print=value=>printed(id,{value,unit},formatOf);app().replaceChildren(...words.claim(id)===""?[]:[el("p",{class:"said"},`“${words.claim(id)}”`)],
...about===null?[note("The newest briefing has no such figure any more.")]:[about.definition],standing(points2,print),drawing(id,unit,points2,print,formatOf),...there.
length>quarters?[older(id,there.length)]:[],corrected(points2,print),values(id,points2,print),take2(id,unit,points2),...about===null?[]:[about.inputs])}function describe(id,list2){
for(let[method,of]of Object.entries(list2?.methods??{})){let found=of.figures[id];if(found===void 0)continue;let[unit,inputs]=found,page=of.page===""?null:el("s\
pan",{class:"hint"},` ${method}, unit: ${unitInWords(unit)}`);return{unit,definition:el("p",{class:"definition"},of.definition,page),inputs:section("inputs","Ma\
de of","",el("ul",{class:"plain"},...inputs.map(input=>el("li",{},/^(bars|macro):/.test(input)?input:link(input,at(`figure.html#${hashOf({id:input})}`))))))}}return null}
var unitInWords=unit=>unit==="usd"?"US dollars":unit.replace(/^-(\d+)\.\.(\d+)$/,"−$1 to $2");function standing(points2,print){let of=standingOf(points2),last=points2.
at(-1),now=el("p",{class:"now"},print(last.value),el("span",{class:"hint"},` ${formatShortDate(last.session)}`));if(of===null)return now;let rank=`${Math.round(
of.share*100)} % of ${of.count} sessions were at or below ${print(of.last.value)}`;return el("div",{},now,el("p",{class:"hint"},`${rank}; lowest ${print(of.low.
value)} on ${formatShortDate(of.low.session)}, highest ${print(of.high.value)} on ${formatShortDate(of.high.session)}`))}var widths=[350,520,720,1080];function drawing(id,unit,points2,print,formatOf){
let numbers2=points2.map(({value})=>typeof value=="number"?value:null);if(numbers2.every(value=>value===null))return el("div");let last=numbers2.findLast(value=>value!==
null)??null,room=app().clientWidth,width=widths.findLast(one=>one<=room)??350,svg2=linesChart({id:"course",title:`${id} over ${points2.length} sessions`,alt:`${id}\
 from ${points2[0].session} to ${points2.at(-1).session}; last ${print(last)}. Every value is in the table below.`,dates:points2.map(({session})=>session),lines:[
{label:"",end:print(last),values:numbers2,role:"accent",dashed:!1}],rules:[],tick:ticksIn(formatOf(id,unit))},width,Math.round(width<600?width*.6:270));return el(
"figure",{class:"course"},picture(svg2))}function older(id,all2){let button=el("button",{class:"button",type:"button"},"Load all years");return button.addEventListener(
"click",()=>{draw(id,all2)}),el("p",{class:"buttons"},button)}function corrected(points2,print){let changed=points2.filter(({value,first})=>print(value)!==print(
first)),rate=`${changed.length} of ${points2.length} sessions`;if(changed.length===0)return section("corrected","As first published, and as it is now",rate,el("\
p",{},"Never changed after it was published, at printed precision."));let rows=changed.toReversed().map(({session,first,value,revision})=>[link(formatShortDate(
session),at(`compare.html#${hashOf({a:`${session}.1`,b:`${session}.${revision}`})}`)),[print(first),"end"],[print(value),"end"]]);return section("corrected","As\
 first published, and as it is now",`Changed after publication on ${rate}`,table("Corrected values",["Session",["First","end"],["Now","end"]],rows))}function values(id,points2,print){
let rows=points2.toReversed().map(({session,value,doubtful})=>[link(formatShortDate(session),at(`reports/${session}/index.html`)),[el("span",{},print(value),doubtful?
el("span",{class:"mark"},"proxy or stale"):null),"end"]]),heads=["Session",[id,"end"]],out=el("div",{class:"narrow-table"},table("Values",heads,rows.slice(0,listed2)));
if(rows.length>listed2){let button=el("button",{class:"button",type:"button"},`All ${rows.length}`);button.addEventListener("click",()=>out.replaceChildren(table(
"Values",heads,rows))),out.append(el("p",{class:"buttons"},button))}return section("values","Values",`${points2.length} sessions, newest first`,out)}function take2(id,unit,points2){
let url=URL.createObjectURL(new Blob([courseCsv(id,unit,points2)],{type:"text/csv"})),save=link("CSV",url,"button");save.setAttribute("download",`${id.replaceAll(
/[^\w.-]+/g,"-")}.csv`);let query=`SELECT session, value FROM 'figures/*/*/figures.parquet' WHERE id = '${id.replaceAll("'","''")}' ORDER BY session`;return section(
"take","To take along","Values to seven digits; report.json has them to the last",el("p",{class:"buttons"},save),el("p",{class:"hint"},"In DuckDB, in a folder o\
f the archive:"),el("pre",{class:"query",tabindex:"0"},query))}var count=of=>formatNumber(of,0);function figuresPage(){let input=el("input",{type:"search",name:"q",autocomplete:"off"}),out=el("div");app().replaceChildren(el(
"form",{class:"controls",role:"search"},field("Part of an id, or of what it means",input)),out),input.form?.addEventListener("submit",event=>event.preventDefault());
let draw2=async()=>{let[index,list2,formatOf]=await Promise.all([loadIndex(),loadList(),loadFormats()]);if(index===null||list2===null)return out.replaceChildren(
note("The list of figures could not be read."));let words=await loadWords(index.edition),newest=await loadFigures(list2.session,list2.revision),values2=newest===
null?new Map:byId(newest),wanted=input.value.trim().toLowerCase(),all2=Object.values(list2.methods).flatMap(({definition,figures})=>Object.keys(figures).map(id=>({
id,definition}))),found=all2.filter(({id,definition})=>`${id} ${definition} ${words.family(familyOf(id))} ${words.claim(id)}`.toLowerCase().includes(wanted)).sort(
(a,b)=>a.id<b.id?-1:1),families=Map.groupBy(found,({id})=>familyOf(id)),row=({id,definition})=>{let of=values2.get(id),text=of===void 0?"":printed(id,{value:of.
side.value,unit:of.unit},formatOf),name2=link(id,at(`figure.html#${hashOf({id})}`)),claim=words.claim(id),meaning=claim===""?definition:`“${claim}”: ${definition}`;
return[[el("span",{},name2,el("span",{class:"meaning"},meaning)),"wide"],[text,"end"]]};out.replaceChildren(note(`${count(found.length)} of ${count(all2.length)}\
 figures, as of ${formatDate(list2.session)}`),...[...families].map(([family,of])=>{let made=familyFold(family,words.family(family),String(of.length),()=>table(
family,["Figure",["Value","end"]],of.map(row)));return wanted!==""&&found.length<=200&&(made.open=!0),made}))};input.addEventListener("input",()=>{replaceState(
{q:input.value}),draw2()}),whenever(()=>(input.value=stateOf().get("q")??"",draw2()))}function levelName(id){let[measure,,which=""]=id.split(".");return measure==="sma"?`${which}-session average`:measure==="high52w"?"52-week high":measure==="low5\
2w"?"52-week low":measure==="swing"?`Turning price ${which.slice(1)} ${which.startsWith("r")?"above":"below"}`:measure==="stop"?which==="chandelier"?"Chandelier\
 stop":"2 ATR below the close":which==="P"?"Pivot":`Pivot ${which}`}function heldPosition({fund,underlying},figures,shares,budget){let number2=id=>{let value=figures.get(id)?.side.value;return typeof value=="number"?value:null},
close=number2(`close.${fund}`);if(close===null)return{lines:[],left:null};let day=number2(`return.${fund}.1d`),at2=(name2,price,change)=>({name:name2,price,value:shares*
price,change}),levels=[...figures.keys()].filter(id=>id.startsWith(`ladder.${fund}.`)).flatMap(id=>{let price=number2(id);return price===null?[]:[at2(levelName(
id.slice(`ladder.${fund}.`.length)),price,shares*(price-close))]}),falls=[-3,-5,-10].flatMap(percent2=>{let price=number2(`scenario.${fund}.${percent2}`),name2=`${underlying}\
 ${String(percent2).replace("-","−")} % in a day`;return price===null?[]:[at2(name2,price,shares*(price-close))]}),lines=[at2("Close; change on the day",close,
day===null?null:shares*(close-close/(1+day))),...[...levels,...falls].sort((a,b)=>b.price-a.price)],loss=number2(`loss.${fund}.-3`);if(!(budget>0)||loss===null)
return{lines,left:null};let held=Math.floor(budget/(close*Math.abs(loss)));return{lines,left:`A fall of ${underlying} by 3 % in a day would cost that much at ${held}\
 shares; you have ${shares}.`}}var place="smallcap-briefing-position";function positionBox(box2){let[session="",revision=""]=(box2.dataset.of??"").split("."),made=el("details",{class:"family"},
el("summary",{},"Your position, never sent"));box2.replaceChildren(made),made.addEventListener("toggle",()=>{made.open&&made.children.length===1&&open(made,session,
Number(revision))})}async function open(box2,session,revision){let figures=await loadFigures(session,revision);if(figures===null)return void box2.append(note("T\
he figures of the newest briefing could not be read."));let kept=read(),shares=numberField(kept.shares),budget=numberField(kept.budget),out=el("div"),draw2=()=>{
let typed={shares:shares.value,budget:budget.value};keep(typed);let held=Number(shares.value);if(!(held>0))return out.replaceChildren();let{lines,left}=heldPosition(
figures,byId(figures),held,Number(budget.value));out.replaceChildren(table("Your position",[`${figures.underlying} at`,[figures.fund,"end"],["Value, USD","end"],
["From the close, USD","end"]],lines.map(({name:name2,price,value,change})=>[name2,[formatNumber(price,2),"end"],[formatNumber(value,0),"end"],[change===null?"":
formatNumber(change,0,"always"),"end"]])),...left===null?[]:[el("p",{},left)])};for(let input of[shares,budget])input.addEventListener("input",draw2);let form=el(
"form",{class:"controls"},field(`Shares of ${figures.fund}`,shares),field("Most you would lose, USD",budget));form.addEventListener("submit",event=>event.preventDefault()),
box2.append(form,out,el("p",{class:"hint"},"Kept in this browser alone, and computed here. At a level means the fund if the underlying stood there at the next c\
lose; it is arithmetic, not a forecast and not advice.")),draw2()}var numberField=value=>el("input",{type:"number",min:"0",step:"any",inputmode:"decimal",value});
function read(){try{let{shares="",budget=""}=JSON.parse(localStorage.getItem(place)??"{}");return{shares:String(shares),budget:String(budget)}}catch{return{shares:"",
budget:""}}}function keep(typed){try{localStorage.setItem(place,JSON.stringify(typed))}catch{}}var plural=(count2,one,many=`${one}s`)=>count2===1?one:many,counted=(count2,one,many)=>`${count2} ${plural(count2,one,many)}`;function outcomeInWords({outcome,revision,looks,sessions:sessions2}){if(sessions2!==null)return backfillInWords(outcome,sessions2);switch(outcome){case"publishe\
d":return`Published r${revision} of`;case"unchanged":return`Nothing new, the same as r${revision} of`;case"no session":case"final":return"Nothing to do";case"re\
fused":return looks>1?`Given up after ${looks} looks for late data,`:"Refused by the gate,";case"failed":return"Failed,"}}function backfillInWords(outcome,of){let{
asked:asked2,there,published}=of,whole2=`${there} of ${counted(asked2,"briefing")} there`,own=published===null?"":`, ${published} published by it`,how=outcome===
"failed"?"Failed: ":outcome==="refused"?"In part refused by the gate: ":"";return`${how}${how===""?whole2.charAt(0).toUpperCase()+whole2.slice(1):whole2}${own},`}
var parts2={pdf:"Without its PDF",site:"The site’s pages are not up to date",messages:"Not everybody was sent a message"},problemsOf=({problems})=>problems.map(
({part,why})=>`${parts2[part]}: ${why}`);function detailsOf({series,looks,steps:steps3,messages,outcome}){let late=looks>1&&outcome!=="refused"?[`${looks} looks\
 for late data`]:[],came=series===null?[]:[`${series.answered} of ${counted(series.asked,"series","series")} usable`,...series.fellBack===0?[]:[`${series.fellBack}\
 from a further provider`],...series.retried===0?[]:[`${counted(series.retried,"request")} repeated`]],sent=messages===null?[]:[...messages.sent===0?[]:[`${counted(
messages.sent,"message")} sent`],...messages.before===0?[]:[`${messages.before} sent before`],...messages.unchanged===0?[]:[`${messages.unchanged} not needed`]],
took=steps3.map(([step,seconds])=>`${step} ${secondsInWords(seconds)}`);return[[...late,...came,...sent].join(" · "),took.join(" · ")].filter(line2=>line2!=="")}
function sentWords(runs){let due=runs.flatMap(({messages})=>messages===null?[]:[messages]),sent=due.reduce((sum,one)=>sum+one.sent,0),failed=runs.some(({problems})=>problems.
some(({part})=>part==="messages"));return sent>0?`${counted(sent,"message")} sent${failed?", not to everybody":""}`:failed?"no message sent: it failed":due.some(
({unchanged})=>unchanged>0)?"no message needed: the same to its readers":"no messages"}function secondsInWords(seconds){if(seconds<9.95)return`${seconds.toFixed(
1)} s`;if(seconds<119.5)return`${seconds.toFixed(0)} s`;let minutes=Math.round(seconds/60);return minutes<120?`${minutes} min`:`${Math.floor(minutes/60)} h ${minutes%
60} min`}function runsPage(){let only=el("input",{type:"checkbox",name:"only"}),out=el("div"),check=el("label",{class:"check"},only,"Only runs in which something went wr\
ong");app().replaceChildren(check,out);let shown2=1,draw2=async()=>{let months2=(await loadRunMonths())?.months??[];if(months2.length===0)return out.replaceChildren(
note("No run is in the ledger yet: it begins with the next one."));let sections=(await Promise.all(months2.slice(0,shown2).map(loadRuns))).flatMap(month=>month===
null?[]:[monthOf2(month,only.checked)]);out.replaceChildren(...sections,...shown2<months2.length?[older2(months2[shown2])]:[])},older2=month=>{let button=el("bu\
tton",{type:"button",class:"button"},formatWholeMonth(`${month}-01`));return button.addEventListener("click",()=>{shown2+=1,remember()}),el("p",{class:"buttons"},
button)},remember=()=>{replaceState({only:only.checked?"wrong":"",months:shown2>1?String(shown2):""}),draw2()};only.addEventListener("change",remember),whenever(
()=>{let state=stateOf();return only.checked=state.get("only")==="wrong",shown2=Math.max(1,Number(state.get("months")??1)||1),draw2()})}var wentWrong=run=>run.outcome===
"refused"||run.outcome==="failed"||run.problems.length>0;function monthOf2({month,runs},onlyWrong){let wrong=runs.filter(wentWrong),listed4=onlyWrong?wrong:runs,
counts=`${counted(runs.length,"run")}, ${wrong.length===0?"none":wrong.length} with something wrong`,name2=formatWholeMonth(`${month}-01`);return section(`runs-${month}`,
name2,counts,el("ol",{class:"lines"},...listed4.map(rowOf)),listed4.length===0?note(`In no run of ${name2} did anything go wrong.`):null)}function rowOf(run){let started=newYork(
run.started),seconds=(Date.parse(run.ended)-Date.parse(run.started))/1e3,mark=wentWrong(run)?run.revision===null?"failed":"partly":run.outcome;return el("li",{class:"\
line run"},el("span",{class:"when"},el("span",{},`${formatNearDate(started.date)}, ${started.time}`,el("br"),kindOf(run))),el("span",{class:"what"},el("strong",
{class:`outcome ${mark.replace(" ","-")}`},outcomeInWords(run)),...sessionOf(run),run.why===""?null:el("span",{},`${run.session===null?" ·":":"} ${run.why}`),...problemsOf(
run).flatMap(problem=>[el("br"),el("span",{class:"note"},problem)]),...detailsOf(run).flatMap(detail=>[el("br"),el("span",{class:"hint"},detail)])),el("span",{class:"\
score"},seconds>0?secondsInWords(seconds):""))}function sessionOf({session,from,revision,outcome}){return session===null?[]:from!==null&&from!==session?[` from ${formatDate(
from)} to `,link(formatDate(session),at(`reports/${session}/index.html`))]:[" ",revision!==null||outcome==="final"?link(formatDate(session),at(`reports/${session}\
/index.html`)):formatDate(session)]}function kindOf({run,scheduled}){let kind=run==="manual"?"by hand":run;return el("span",{class:"hint"},scheduled===null?kind:
`${kind}, scheduled ${newYork(scheduled).time}`)}var newYorkFormat=new Intl.DateTimeFormat("sv-SE",{timeZone:"America/New_York",dateStyle:"short",timeStyle:"sho\
rt"});function newYork(instant){let[date="",time=""]=newYorkFormat.format(new Date(instant)).split(" ");return{date,time}}var numbers={score:[0,1],fund:[1,100],underlying:[2,100],excess:[3,100]},sides={small:"own",large:"other",none:"none"},marks2={flip:({flip})=>flip,corrected:({corrected:corrected2})=>corrected2!==
null,incomplete:({incomplete})=>incomplete};function parseQuery(typed){let words=[],filters=[];for(let token of typed.toLowerCase().split(/\s+/).filter(one=>one!==
"")){let filter=filterOf(token);filter===null?words.push(token):filters.push(filter)}return{words,filters}}function filterOf(token){if(marks2[token]!==void 0)return marks2[token];
let[,side]=/^state:(small|large|none)$/.exec(token)??[];if(side!==void 0)return day=>day.side===sides[side];let[,when,date=""]=/^(after|before):(\d{4}(?:-\d{2}){0,2})$/.
exec(token)??[];if(when==="after")return day=>day.session>=date;if(when==="before")return day=>day.session<date;let[,name2="",than,bound]=/^([a-z]+)([<>])([-+\u2212]?\d+(?:\.\d+)?)$/.
exec(token)??[],place2=numbers[name2];if(place2===void 0)return null;let limit=Number(bound.replace("−","-"))/place2[1];return({numbers:of})=>{let value=of[place2[0]]??
null;return value!==null&&(than==="<"?value<limit:value>limit)}}function matches(day,{words,filters}){if(!filters.every(holds=>holds(day)))return!1;if(words.length===
0)return!0;let state=day.side==="none"?"":day.state??"",searched=[day.session,day.verdict,...day.changes,state,day.corrected?.note??""].join(`
`).toLowerCase();return words.every(word=>searched.includes(word))}function marksOf(day){let sides2={own:"up",other:"down",none:""},notes=[...day.state===null?[]:[day.state],...day.flip?["the rotation turned"]:[],...day.corrected===
null?[]:[`corrected, revision ${day.revision}`],...day.incomplete?["incomplete"]:[],...day.simulated?["simulated"]:[]];return{classes:[day.side??"none",...day.flip?
["flip"]:[],...day.corrected===null?[]:["corrected"],...day.incomplete?["incomplete"]:[]].join(" "),sign:day.side===null?"":sides2[day.side],words:notes.join(",\
 ")}}function withDigest(records,digits3){let wanted=digits3.toLowerCase().slice(0,12);return links(records).filter(({digest})=>digest.startsWith(wanted))}function chainFrom(link2,records){
let by=new Map(links(records).map(one=>[one.digest,one])),walked=[link2],seen=new Set([link2.digest]);for(let{previous}=link2;previous!==null;){let next=by.get(
previous);if(next===void 0||seen.has(next.digest))return{links:walked,broken:previous};seen.add(next.digest),walked.push(next),previous=next.previous}return{links:walked,
broken:null}}var links=records=>records.flatMap(({session,proofs})=>proofs.map(([revision,digest,previous])=>({session,revision,digest,previous})));var listed3=12;async function proofOf(digits3){let index=await loadIndex(),all2=(await Promise.all((index?.years??[]).map(({year})=>loadRecord(year)))).flatMap(
record=>record?.sessions??[]),found=withDigest(all2,digits3);return found.length===0?[note(`No report of this archive has a SHA-256 that begins with ${digits3.toLowerCase()}\
. A mail that names it was not made from this archive, or what it was made from was replaced.`)]:found.flatMap(one=>{let{links:links2,broken}=chainFrom(one,all2),
rows=links2.slice(0,listed3).map(step=>[link(formatShortDate(step.session),at(`reports/${step.session}/index.html`)),`r${step.revision}`,el("code",{},step.digest),
el("code",{},step.previous??"the first")]),finding=broken===null?`The chain is whole: ${links2.length} reports, each made after the one whose digits it names, b\
ack to ${formatDate(links2.at(-1).session)}.`:`The chain breaks after ${links2.length} reports: one names ${broken}, and no report of the archive has these digi\
ts.`;return[note(`These digits are those of revision ${one.revision} of ${formatDate(one.session)}.`),el("p",{},finding),section("rehash","Hash it yourself","No\
thing leaves this page",rehash(one,digits3)),section("chain","The chain","",table("Chain of reports",["Session","Revision","Digits","Compared with"],rows))]})}function rehash(of,digits3){
let input=el("input",{type:"file",accept:".json"}),answer=note(""),check=async file=>{if(file===void 0)return;let hash=await crypto.subtle.digest("SHA-256",await file.
arrayBuffer()),hex=[...new Uint8Array(hash)].map(byte=>byte.toString(16).padStart(2,"0")).join("");answer.textContent=hex.startsWith(digits3.toLowerCase())?`${file.
name} is that report: its SHA-256 is ${hex}.`:`${file.name} is another file: its SHA-256 is ${hex}.`};input.addEventListener("change",()=>{check(input.files?.[0])});
let drop=el("div",{class:"drop"},el("label",{},"Drop ",link("report.json",at(`reports/${of.session}/r${of.revision}/report.json`))," here, once saved, or choose\
 it: ",input),answer);return drop.addEventListener("dragover",event=>event.preventDefault()),drop.addEventListener("drop",event=>{event.preventDefault(),check(event.
dataTransfer?.files[0])}),drop}var most2=200,digits2=/^[0-9a-f]{12,64}$/i;function searchPage(){let input=el("input",{type:"search",name:"q",autocomplete:"off",spellcheck:"false"}),out=el("di\
v"),form=el("form",{class:"controls",role:"search"},field("Words, filters, or the digits of a mail",input));form.addEventListener("submit",event=>event.preventDefault()),
app().replaceChildren(form,help(),out);let turn=0,draw2=async()=>{turn+=1;let ours=turn,typed=input.value.trim();if(typed==="")return out.replaceChildren();if(digits2.
test(typed))return out.replaceChildren(...await proofOf(typed));let index=await loadIndex(),query=parseQuery(typed),loaded=[];for(let{year}of index?.years??[]){
let data=await loadYear(year);if(ours!==turn)return;data!==null&&loaded.push(data);let all2=wholeDays(loaded),found=all2.filter(day=>matches(day,query));out.replaceChildren(
note(`${found.length} of ${all2.length} sessions${found.length>most2?`, the newest ${most2} are shown`:""}`),el("ol",{class:"lines"},...found.slice(0,most2).map(
day=>result(day,query.words))))}},waiting=0;input.addEventListener("input",()=>{clearTimeout(waiting),waiting=window.setTimeout(()=>{replaceState({q:input.value}),
draw2()},120)}),whenever(()=>(input.value=stateOf().get("q")??"",draw2())),input.value===""&&input.focus({preventScroll:!0})}function help(){return el("p",{class:"\
hint"},"All words must occur. Filters: ",...["state:small","state:large","state:none","flip","corrected","incomplete","score>20","fund<-5","excess<-1","after:20\
26-01-01","before:2026-03"].flatMap((one,index)=>[index===0?"":", ",el("code",{},one)]),". Fund, underlying and excess are of one day, in per cent.")}function result(day,words){
let{classes,sign,words:mark}=marksOf(day),cell=el("span",{class:`cell small ${classes}`,"aria-hidden":"true"},sign===""?null:el("span",{class:`sign ${sign}`})),
score=day.numbers[0]??null,also=day.changes.filter(change=>words.some(word=>change.toLowerCase().includes(word)));return el("li",{class:"line"},el("span",{class:"\
when"},cell,link(formatDate(day.session),at(`reports/${day.session}/index.html`))),el("span",{class:"what"},...marked(day.verdict,words),...also.flatMap(change=>[
el("br"),...marked(change,words)]),day.corrected===null?null:el("span",{class:"note"},` Corrected: ${day.corrected.note}`),el("span",{class:"hidden"},` ${mark}`)),
el("span",{class:"score"},el("span",{class:"hidden"},"Score "),score===null?"":formatNumber(score,0,"always")))}function marked(text,words){let parts3=[],rest=text;
for(;;){let low=rest.toLowerCase(),next=words.map(word=>({word,at:low.indexOf(word)})).filter(({at:place2})=>place2>=0).sort((a,b)=>a.at-b.at)[0];if(next===void 0)
return[...parts3,rest];parts3.push(rest.slice(0,next.at),el("mark",{},rest.slice(next.at,next.at+next.word.length))),rest=rest.slice(next.at+next.word.length)}}async function markMessages(){let cells=[...document.querySelectorAll("[data-sent]")];if(cells.length===0)return;let known=(await loadRunMonths())?.months??[],wanted=new Set(
cells.flatMap(({dataset})=>monthsAround(dataset.published??""))),runs=(await Promise.all(known.filter(month=>wanted.has(month)).map(loadRuns))).flatMap(month=>month?.
runs??[]);for(let cell of cells)cell.textContent=` · ${sentWords(runs.filter(({session,revision})=>`${session}.${revision}`===cell.dataset.sent))}`}function monthsAround(instant){
let at2=Date.parse(instant);return[-1,0,31].map(days=>new Date(at2+days*864e5).toISOString().slice(0,7))}var pages={compare:comparePage,corrections:correctionsPage,figure:figurePage,figures:figuresPage,like:alikePage,runs:runsPage,search:searchPage};addEventListener(
"unhandledrejection",({reason})=>{app().append(note(`This page failed: ${reason instanceof Error?reason.message:String(reason)}`))});pages[document.body.dataset.
page??""]?.();walkCalendars();markMessages();var box=document.getElementById("position");box!==null&&positionBox(box);})();
