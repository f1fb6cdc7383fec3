<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR" sourcelanguage="en">
<context>
    <name>AdjustedList</name>
    <message>
        <source>Bonus and penalty</source>
        <translation>가점·감점</translation>
    </message>
    <message>
        <source>Nothing was given yet. Choose a service; what is given stands first here.</source>
        <translation>아직 가감점이 없습니다. 사무를 골라 점수를 주면 그 사무가 맨 앞에 섭니다.</translation>
    </message>
    <message>
        <source>Service: number or part of the name</source>
        <translation>사무: 번호나 이름의 일부</translation>
    </message>
    <message>
        <source>No service fits. Write a number or a part of the name.</source>
        <translation>맞는 사무가 없습니다. 번호나 이름의 일부를 적어 주세요.</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>사무</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>사무</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>가감점</translation>
    </message>
    <message>
        <source>capped</source>
        <translation>한도 적용</translation>
    </message>
</context>
<context>
    <name>Adjusting</name>
    <message>
        <source>cap ±{cap}</source>
        <translation>한도 ±{cap}점</translation>
    </message>
    <message>
        <source>Of {given} points, {applied} count: {cap}.</source>
        <translation>{given}점 가운데 {applied}점만 반영됩니다({cap}).</translation>
    </message>
    <message>
        <source>A total stays within 0 and {most} points.</source>
        <translation>총점은 0점과 {most}점 사이에서 멈춥니다.</translation>
    </message>
    <message>
        <source>The service is exempt, so nothing can be added to it.</source>
        <translation>평가제외 사무라 더하거나 뺄 총점이 없습니다.</translation>
    </message>
    <message>
        <source>The service has no total yet. Points given here count once it has.</source>
        <translation>아직 총점이 없는 사무입니다. 가감점은 총점이 나오면 반영됩니다.</translation>
    </message>
</context>
<context>
    <name>AdjustingSheet</name>
    <message>
        <source>The service is exempt: nothing can be given to it.</source>
        <translation>평가제외 사무에는 가점이나 감점을 줄 수 없습니다.</translation>
    </message>
    <message>
        <source>Choose a service at the left.</source>
        <translation>왼쪽에서 사무를 고르세요.</translation>
    </message>
    <message>
        <source>Reason for taking it back</source>
        <translation>거두는 까닭</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>거두기</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>그만두기</translation>
    </message>
    <message>
        <source>rank {rank}</source>
        <translation>{rank}위</translation>
    </message>
    <message>
        <source>By the sections</source>
        <translation>분야 합계</translation>
    </message>
    <message>
        <source>Bonus and penalty</source>
        <translation>가감점</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>총점</translation>
    </message>
    <message>
        <source>now</source>
        <translation>지금</translation>
    </message>
    <message>
        <source>then</source>
        <translation>바뀌면</translation>
    </message>
    <message>
        <source>Take {points} back</source>
        <translation>{points}점 거두기</translation>
    </message>
</context>
<context>
    <name>AdjustmentForm</name>
    <message>
        <source>Give a bonus or a penalty</source>
        <translation>가점이나 감점 주기</translation>
    </message>
    <message>
        <source>Change {points}</source>
        <translation>{points}점 고치기</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>점수</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>까닭</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>근거</translation>
    </message>
    <message>
        <source>Why; it stands in the report</source>
        <translation>왜 주는지. 보고서에 실립니다</translation>
    </message>
    <message>
        <source>Document, page or link; may be empty</source>
        <translation>문서, 쪽, 주소. 비워 두어도 됩니다</translation>
    </message>
    <message>
        <source>points, always with + or −</source>
        <translation>점, 항상 +나 −를 붙여서</translation>
    </message>
    <message>
        <source>Store the change</source>
        <translation>고친 것 저장</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>그대로 두기</translation>
    </message>
</context>
<context>
    <name>AdjustmentsPage</name>
    <message>
        <source>Storing</source>
        <translation>저장하는 중</translation>
    </message>
    <message>
        <source>Taking back</source>
        <translation>거두는 중</translation>
    </message>
    <message>
        <source>Bonus and penalty</source>
        <translation>가감점</translation>
    </message>
    <message>
        <source>store</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>another service</source>
        <translation>다른 사무</translation>
    </message>
    <message>
        <source>give up</source>
        <translation>그만두기</translation>
    </message>
    <message>
        <source>take back</source>
        <translation>거두기</translation>
    </message>
    <message>
        <source>Services: {count}, verdicts changed: {moved}</source>
        <translation>사무 {count}개, 판정이 바뀐 사무 {moved}개</translation>
    </message>
</context>
<context>
    <name>AgreementCard</name>
    <message>
        <source>Agreement</source>
        <translation>위원 사이의 일치도</translation>
    </message>
    <message>
        <source>No indicator of a service was marked by more than one evaluator, so there is nothing to compare between evaluators.</source>
        <translation>같은 사무의 같은 지표를 둘 이상의 위원이 채점한 칸이 없어 위원 사이를 견주지 않습니다.</translation>
    </message>
    <message>
        <source>1 is full agreement, 0 is chance; below {least} alpha supports no conclusion. ICC(2,1) is of one evaluator, ICC(2,k) of the mean of those compared.</source>
        <translation>1은 완전한 일치, 0은 우연과 같은 정도입니다. 알파가 {least}보다 낮으면 결론을 내리기 어렵습니다. ICC(2,1)은 위원 한 명, ICC(2,k)는 견준 위원 평균의 신뢰도입니다.</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>분야</translation>
    </message>
    <message>
        <source>Cells</source>
        <translation>칸</translation>
    </message>
    <message>
        <source>Alpha</source>
        <translation>알파</translation>
    </message>
    <message>
        <source>All sections</source>
        <translation>전체</translation>
    </message>
    <message>
        <source>nothing shared</source>
        <translation>겹친 칸 없음</translation>
    </message>
    <message>
        <source>too few cells for ICC</source>
        <translation>ICC를 셀 칸이 모자람</translation>
    </message>
    <message>
        <source>all marks equal</source>
        <translation>점수가 모두 같음</translation>
    </message>
</context>
<context>
    <name>ApplyView</name>
    <message>
        <source>What applying does · changes: {count}</source>
        <translation>적용하면 이렇게 됩니다 · 변경 {count}건</translation>
    </message>
    <message>
        <source>Nothing is done yet. A backup is made before, and no mark is ever deleted.</source>
        <translation>아직 아무것도 바꾸지 않았습니다. 적용하기 전에 백업하며, 어떤 점수도 지우지 않습니다.</translation>
    </message>
    <message>
        <source>Score books were handed out. Say why this changes; it stands in the history. Afterwards write update books for the evaluators on the page Hand out.</source>
        <translation>채점 파일을 이미 배포했습니다. 바꾸는 까닭을 적으십시오. 이력에 남습니다. 적용한 뒤 ‘배포’에서 갱신 파일을 써서 위원에게 주십시오.</translation>
    </message>
    <message>
        <source>Reason for the change</source>
        <translation>바꾸는 까닭</translation>
    </message>
    <message>
        <source>Back to editing</source>
        <translation>더 고치기</translation>
    </message>
    <message>
        <source>Apply now</source>
        <translation>적용</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>바뀌는 것</translation>
    </message>
    <message>
        <source>No mark that is there is touched.</source>
        <translation>이미 있는 점수는 하나도 달라지지 않습니다.</translation>
    </message>
    <message>
        <source>Marks to enter again</source>
        <translation>다시 입력할 점수</translation>
    </message>
    <message>
        <source>Kept, but no longer counted</source>
        <translation>남지만 더 세지 않음</translation>
    </message>
    <message>
        <source>Marks missing from now on</source>
        <translation>새로 비게 되는 칸</translation>
    </message>
    <message>
        <source>Counted again</source>
        <translation>다시 셈</translation>
    </message>
    <message>
        <source>Same mark, other points</source>
        <translation>같은 입력, 다른 점수</translation>
    </message>
    <message>
        <source>Agreed marks to confirm again</source>
        <translation>다시 확인할 조정 점수</translation>
    </message>
    <message>
        <source>No total and no verdict changes.</source>
        <translation>총점과 판정은 하나도 달라지지 않습니다.</translation>
    </message>
    <message>
        <source>Totals and verdicts that change</source>
        <translation>총점이나 판정이 바뀌는 사무</translation>
    </message>
    <message>
        <source>Give a reason first. Nothing was changed.</source>
        <translation>까닭을 먼저 적으십시오. 아무것도 바꾸지 않았습니다.</translation>
    </message>
</context>
<context>
    <name>AskAll</name>
    <message>
        <source>Confirm all {count}…</source>
        <translation>{count}건 모두 확인…</translation>
    </message>
    <message>
        <source>Confirm all…</source>
        <translation>모두 확인…</translation>
    </message>
    <message>
        <source>Confirm {count}</source>
        <translation>{count}건 확인</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>나중에</translation>
    </message>
    <message>
        <source>Note for all of them; may be empty</source>
        <translation>모두에 남기는 메모(비워도 됨)</translation>
    </message>
    <message>
        <source>{who} stands for all waiting figures shown here: {count}.</source>
        <translation>여기에 보이는 미확인 수치 {count}건을 {who} 이름으로 확인합니다.</translation>
    </message>
    <message>
        <source>Left out, as this person may not confirm them: {others}.</source>
        <translation>이 사람이 확인할 수 없는 {others}건은 그대로 둡니다.</translation>
    </message>
</context>
<context>
    <name>AssignmentsCard</name>
    <message>
        <source>Load of each person</source>
        <translation>위원별 부담</translation>
    </message>
    <message>
        <source>Services and sections</source>
        <translation>사무와 분야</translation>
    </message>
    <message>
        <source>Assign…</source>
        <translation>배정…</translation>
    </message>
    <message>
        <source>Balance…</source>
        <translation>고르게 나누기…</translation>
    </message>
    <message>
        <source>One of those ticked for each service, evenly</source>
        <translation>고른 위원에게 사무를 한 사람씩 고르게 나눕니다</translation>
    </message>
    <message>
        <source>Recusal…</source>
        <translation>제척·기피·회피…</translation>
    </message>
    <message>
        <source>assign</source>
        <translation>배정</translation>
    </message>
    <message>
        <source>fill down</source>
        <translation>아래로 채우기</translation>
    </message>
    <message>
        <source>clear</source>
        <translation>비우기</translation>
    </message>
    <message>
        <source>Who scores these cells: {count}</source>
        <translation>고른 칸 {count}개를 맡을 위원</translation>
    </message>
    <message>
        <source>Share out “{section}” evenly among</source>
        <translation>‘{section}’을 고르게 나눌 위원</translation>
    </message>
    <message>
        <source>{code} {name} · {services} services</source>
        <translation>{code} {name} · 사무 {services}</translation>
    </message>
</context>
<context>
    <name>Backups</name>
    <message>
        <source>Today {time}</source>
        <translation>오늘 {time}</translation>
    </message>
    <message>
        <source>Yesterday {time}</source>
        <translation>어제 {time}</translation>
    </message>
    <message>
        <source>When the file was opened</source>
        <translation>파일을 열 때</translation>
    </message>
    <message>
        <source>While scoring</source>
        <translation>채점 중</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>직접 백업</translation>
    </message>
    <message>
        <source>When the file was closed</source>
        <translation>파일을 닫을 때</translation>
    </message>
    <message>
        <source>Before a merge</source>
        <translation>합치기 전</translation>
    </message>
    <message>
        <source>Before an import was withdrawn</source>
        <translation>가져오기 철회 전</translation>
    </message>
    <message>
        <source>Before the definition was changed</source>
        <translation>평가 정의를 바꾸기 전</translation>
    </message>
    <message>
        <source>Before the file was repaired</source>
        <translation>파일을 복구하기 전</translation>
    </message>
    <message>
        <source>Before the round was made final</source>
        <translation>회차 확정 전</translation>
    </message>
    <message>
        <source>For another reason</source>
        <translation>그 밖의 백업</translation>
    </message>
    <message>
        <source>Marks {given} / {expected}</source>
        <translation>점수 {given} / {expected}</translation>
    </message>
    <message>
        <source>Other than now: marks {marks}, texts {texts}</source>
        <translation>지금과 다름: 점수 {marks}개, 글 {texts}개</translation>
    </message>
    <message>
        <source>Other than now: marks {marks}</source>
        <translation>지금과 다름: 점수 {marks}개</translation>
    </message>
    <message>
        <source>Other than now: texts {texts}</source>
        <translation>지금과 다름: 글 {texts}개</translation>
    </message>
    <message>
        <source>The same as now</source>
        <translation>지금과 같음</translation>
    </message>
    <message>
        <source>No. {number} {code}</source>
        <translation>{number}번 {code}</translation>
    </message>
    <message>
        <source>Other marks now: {named} and {more} more</source>
        <translation>지금과 다른 점수: {named} 외 {more}개</translation>
    </message>
    <message>
        <source>Other marks now: {named}</source>
        <translation>지금과 다른 점수: {named}</translation>
    </message>
</context>
<context>
    <name>BackupsPage</name>
    <message>
        <source>Backups</source>
        <translation>백업</translation>
    </message>
    <message>
        <source>Made by themselves while you score and when the file is closed. All of the last 48 hours are kept, then one a day for 14 days, then one a week for 8 weeks. Restoring makes a new file beside this one; this one stays as it is.</source>
        <translation>채점하는 동안과 파일을 닫을 때 저절로 만들어집니다. 최근 48시간은 모두, 그 전은 하루 하나씩 14일분, 더 전은 한 주에 하나씩 8주분을 보관합니다. 복원하면 이 파일 옆에 새 파일이 생기고, 이 파일은 그대로입니다.</translation>
    </message>
    <message>
        <source>No backup yet. The first one follows three minutes after a change.</source>
        <translation>아직 백업이 없습니다. 점수를 바꾸고 3분이 지나면 첫 백업이 만들어집니다.</translation>
    </message>
    <message>
        <source>No backup yet. The first one follows before the first merge.</source>
        <translation>아직 백업이 없습니다. 첫 병합 전에 처음 만들어집니다.</translation>
    </message>
    <message>
        <source>Backups, newest first</source>
        <translation>백업 목록 (최신순)</translation>
    </message>
    <message>
        <source>Restore as a new file</source>
        <translation>새 파일로 복원</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>지금 백업</translation>
    </message>
    <message>
        <source>Made before every merge, withdrawal, change of the definition and before the round is made final; all of them are kept. Restoring makes a new file beside this one; this one stays as it is.</source>
        <translation>병합, 가져오기 철회, 정의 변경, 회차 확정을 하기 전마다 저절로 만들고 모두 남겨 둡니다. 되살리면 이 파일 옆에 새 파일이 생기고, 이 파일은 그대로 둡니다.</translation>
    </message>
    <message>
        <source>Made before every merge, withdrawal, change of the definition and before the round is made final: these are all kept. Between them every 30 minutes while something changes, and when the file is opened and closed: of these all of the last 48 hours, then one a day for 14 days, then one a week for 8 weeks. Restoring makes a new file beside this one; this one stays as it is.</source>
        <translation>병합, 가져오기 철회, 정의 변경, 회차 확정을 하기 전마다 저절로 만들고 모두 남겨 둡니다. 그 사이에도 바뀐 것이 있으면 30분마다, 그리고 파일을 열고 닫을 때 만듭니다. 이것들은 최근 48시간은 모두, 그 뒤 14일은 하루에 하나, 다시 8주는 한 주에 하나를 남겨 둡니다. 되살리면 이 파일 옆에 새 파일이 생기고, 이 파일은 그대로 둡니다.</translation>
    </message>
    <message>
        <source>restored</source>
        <translation>복원</translation>
    </message>
</context>
<context>
    <name>BandStrip</name>
    <message>
        <source>Bands</source>
        <translation>구간</translation>
    </message>
</context>
<context>
    <name>BelowCard</name>
    <message>
        <source>Difference</source>
        <translation>차이</translation>
    </message>
    <message>
        <source>Firmness</source>
        <translation>견고성</translation>
    </message>
    <message>
        <source>No counted service is below the cut.</source>
        <translation>기준에 못 미친 사무가 없습니다.</translation>
    </message>
    <message>
        <source>See also {count} services that pass but are near</source>
        <translation>통과했지만 근접한 사무 {count}개도 보기</translation>
    </message>
</context>
<context>
    <name>BookActions</name>
    <message>
        <source>Undo</source>
        <translation>되돌리기</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>다시 하기</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>편집(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>이동(&amp;G)</translation>
    </message>
    <message>
        <source>Comment on this indicator</source>
        <translation>이 지표에 의견</translation>
    </message>
    <message>
        <source>Not applicable, with the reason</source>
        <translation>해당 없음 (이유와 함께)</translation>
    </message>
    <message>
        <source>Evidence for this mark</source>
        <translation>이 점수의 근거 자료</translation>
    </message>
    <message>
        <source>Insert one of my phrases</source>
        <translation>내 문구 넣기</translation>
    </message>
    <message>
        <source>Earlier values of this field</source>
        <translation>이 칸의 이전 값</translation>
    </message>
    <message>
        <source>Recuse myself from this service</source>
        <translation>이 사무 회피</translation>
    </message>
    <message>
        <source>Next incomplete</source>
        <translation>다음 미완료</translation>
    </message>
    <message>
        <source>Next service or indicator</source>
        <translation>다음 사무·지표</translation>
    </message>
    <message>
        <source>Service or indicator before</source>
        <translation>이전 사무·지표</translation>
    </message>
    <message>
        <source>Find in the list</source>
        <translation>목록에서 찾기</translation>
    </message>
    <message>
        <source>By service or by indicator</source>
        <translation>사무별 · 지표별</translation>
    </message>
    <message>
        <source>Grid of all marks</source>
        <translation>전체 점수 표</translation>
    </message>
    <message>
        <source>Pin this service for comparison</source>
        <translation>비교할 사무로 고정</translation>
    </message>
    <message>
        <source>Help pane</source>
        <translation>도움말 창</translation>
    </message>
    <message>
        <source>Check this service</source>
        <translation>이 사무 점검</translation>
    </message>
    <message>
        <source>Check everything and hand over</source>
        <translation>전체 점검과 제출</translation>
    </message>
    <message>
        <source>Backups of this file</source>
        <translation>이 파일의 백업</translation>
    </message>
    <message>
        <source>Take in an update…</source>
        <translation>갱신 파일 받아들이기…</translation>
    </message>
    <message>
        <source>Take in a survey…</source>
        <translation>만족도 조사 가져오기…</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>모든 단축키</translation>
    </message>
    <message>
        <source>Typing marks</source>
        <translation>점수 입력</translation>
    </message>
    <message>
        <source>In the grid</source>
        <translation>전체 표에서</translation>
    </message>
    <message>
        <source>Store and go on</source>
        <translation>저장하고 다음 칸</translation>
    </message>
    <message>
        <source>Store and go back</source>
        <translation>저장하고 이전 칸</translation>
    </message>
    <message>
        <source>Field above or below</source>
        <translation>위·아래 칸</translation>
    </message>
    <message>
        <source>Next field, comments too</source>
        <translation>다음 칸 (의견 포함)</translation>
    </message>
    <message>
        <source>Give up what was typed</source>
        <translation>입력 취소</translation>
    </message>
    <message>
        <source>Choose a grade by its number</source>
        <translation>등급을 번호로 선택</translation>
    </message>
    <message>
        <source>Copy the chosen cells for a spreadsheet</source>
        <translation>고른 칸을 엑셀로 복사</translation>
    </message>
    <message>
        <source>Paste from a spreadsheet, after a look</source>
        <translation>엑셀에서 붙여 넣기(미리 보고)</translation>
    </message>
    <message>
        <source>Choose more cells</source>
        <translation>칸을 더 고르기</translation>
    </message>
    <message>
        <source>Clear the chosen cells</source>
        <translation>고른 칸 비우기</translation>
    </message>
    <message>
        <source>About a mark</source>
        <translation>점수에 덧붙이기</translation>
    </message>
    <message>
        <source>Going places</source>
        <translation>옮겨 다니기</translation>
    </message>
    <message>
        <source>Orders of work</source>
        <translation>평가 순서</translation>
    </message>
    <message>
        <source>Safe and finished</source>
        <translation>안전과 마무리</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>성과와 과제</translation>
    </message>
    <message>
        <source>Next finding</source>
        <translation>다음 항목</translation>
    </message>
    <message>
        <source>Line break inside it</source>
        <translation>항목 안에서 줄 바꾸기</translation>
    </message>
    <message>
        <source>Move it up or down</source>
        <translation>위·아래로 옮기기</translation>
    </message>
    <message>
        <source>Link it to an indicator</source>
        <translation>지표와 연결</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>지우기</translation>
    </message>
</context>
<context>
    <name>BookModel</name>
    <message>
        <source>Evaluator</source>
        <translation>평가위원</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>사무</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>점수</translation>
    </message>
    <message>
        <source>File</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>Handed out</source>
        <translation>배포한 때</translation>
    </message>
</context>
<context>
    <name>BottomLine</name>
    <message>
        <source>next</source>
        <translation>다음</translation>
    </message>
    <message>
        <source>comment</source>
        <translation>의견</translation>
    </message>
    <message>
        <source>not applicable</source>
        <translation>해당 없음</translation>
    </message>
    <message>
        <source>next incomplete</source>
        <translation>다음 미완료</translation>
    </message>
    <message>
        <source>all keys</source>
        <translation>단축키</translation>
    </message>
    <message>
        <source>Backup failed</source>
        <translation>백업 실패</translation>
    </message>
    <message>
        <source>Show the backups of this file</source>
        <translation>이 파일의 백업 보기</translation>
    </message>
    <message>
        <source>No backup yet</source>
        <translation>백업 없음</translation>
    </message>
    <message>
        <source>Backup {time}</source>
        <translation>백업 {time}</translation>
    </message>
    <message>
        <source>Not handed over yet</source>
        <translation>아직 제출하지 않음</translation>
    </message>
    <message>
        <source>Handed over {time}, code {code}</source>
        <translation>{time} 제출, 접수 번호 {code}</translation>
    </message>
    <message>
        <source>{count} changes since the hand-over {time}: the code no longer holds</source>
        <translation>{time} 제출 뒤 {count}건 변경: 접수 번호가 더는 맞지 않습니다</translation>
    </message>
    <message>
        <source>The rubric changed since the hand-over {time}: hand over again</source>
        <translation>{time} 제출 뒤 평가지표가 바뀜: 다시 제출해 주세요</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>다시 시도</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>저장되지 않음</translation>
    </message>
    <message>
        <source>Saved {time}</source>
        <translation>저장됨 {time}</translation>
    </message>
    <message>
        <source>Every field is saved as you leave it.</source>
        <translation>칸을 벗어날 때마다 저장됩니다.</translation>
    </message>
</context>
<context>
    <name>Calibration</name>
    <message>
        <source>Shared cells</source>
        <translation>겹친 칸</translation>
    </message>
    <message>
        <source>← stricter · milder →</source>
        <translation>← 엄격 · 관대 →</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>차이</translation>
    </message>
    <message>
        <source>Evaluator</source>
        <translation>평가위원</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>점수</translation>
    </message>
    <message>
        <source>Std. dev.</source>
        <translation>표준편차</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>범위</translation>
    </message>
    <message>
        <source>At maximum</source>
        <translation>만점</translation>
    </message>
    <message>
        <source>At 0</source>
        <translation>0점</translation>
    </message>
    <message>
        <source>Below 60%</source>
        <translation>60% 미만</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>다른 값</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>물어볼 것</translation>
    </message>
    <message>
        <source>All evaluators</source>
        <translation>모든 위원</translation>
    </message>
    <message>
        <source>{name} and {count} more</source>
        <translation>{name} 외 {count}곳</translation>
    </message>
</context>
<context>
    <name>CalibrationPage</name>
    <message>
        <source>Evaluators</source>
        <translation>평가위원 분석</translation>
    </message>
    <message>
        <source>Nothing on this page changes a number; it shows what may be worth asking. Only marks that an evaluator judged are compared, as a percentage of the maximum; indicators computed from figures or a survey are left out.</source>
        <translation>이 쪽의 어떤 것도 점수를 바꾸지 않습니다. 위원에게 물어볼 만한 것을 보여 줄 뿐입니다. 위원이 판단해 준 점수만 배점의 백분율로 견주고, 목표·실적과 설문으로 산출하는 지표는 뺍니다.</translation>
    </message>
    <message>
        <source>No mark has come in yet. Merge the first score books.</source>
        <translation>아직 들어온 점수가 없습니다. 채점 파일을 먼저 합쳐 주세요.</translation>
    </message>
    <message>
        <source>To merging</source>
        <translation>병합으로</translation>
    </message>
    <message>
        <source>How each evaluator marks</source>
        <translation>평가위원별 채점 경향</translation>
    </message>
    <message>
        <source>Marks {marks}, shared cells {cells}, questions {questions}</source>
        <translation>점수 {marks}, 겹친 칸 {cells}, 물어볼 것 {questions}</translation>
    </message>
</context>
<context>
    <name>CaptionRow</name>
    <message>
        <source>Rank</source>
        <translation>순위</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>사무</translation>
    </message>
    <message>
        <source>Adjusted</source>
        <translation>가감점</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>총점</translation>
    </message>
    <message>
        <source>Bonus</source>
        <translation>가점</translation>
    </message>
    <message>
        <source>Penalty</source>
        <translation>감점</translation>
    </message>
</context>
<context>
    <name>CellFlow</name>
    <message>
        <source>of {maximum} points</source>
        <translation>배점 {maximum}</translation>
    </message>
</context>
<context>
    <name>ChainLine</name>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Copy the hash of the history</source>
        <translation>이력의 해시 복사</translation>
    </message>
    <message>
        <source>Entry {number} was changed afterwards. Compare with a backup.</source>
        <translation>{number}번 기록이 나중에 바뀌었습니다. 백업과 견주십시오.</translation>
    </message>
    <message>
        <source>Hash chain intact</source>
        <translation>해시 사슬이 끊기지 않았습니다</translation>
    </message>
    <message>
        <source>last</source>
        <translation>마지막</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>복사했습니다</translation>
    </message>
</context>
<context>
    <name>Check</name>
    <message>
        <source>Recused, not counted: {reason}</source>
        <translation>회피하여 세지 않음: {reason}</translation>
    </message>
    <message>
        <source>No mark yet</source>
        <translation>점수가 없습니다</translation>
    </message>
    <message>
        <source>The rubric has changed: enter it again</source>
        <translation>평가표가 바뀌어 다시 적어야 합니다</translation>
    </message>
    <message>
        <source>Two values stand against each other: enter the right one</source>
        <translation>값이 둘 이상입니다. 맞는 값을 적어 주세요</translation>
    </message>
    <message>
        <source>The integrity pledge is not confirmed</source>
        <translation>청렴서약을 확인하지 않았습니다</translation>
    </message>
    <message>
        <source>No finding and no opinion written</source>
        <translation>성과·과제와 종합 의견이 없습니다</translation>
    </message>
    <message>
        <source>Not stored: “{text}”</source>
        <translation>저장되지 않음: “{text}”</translation>
    </message>
    <message>
        <source>{field} not stored: “{text}”</source>
        <translation>{field} 저장되지 않음: “{text}”</translation>
    </message>
    <message>
        <source>Not applicable, without a reason</source>
        <translation>해당 없는 이유가 없습니다</translation>
    </message>
    <message>
        <source>Full marks without a comment</source>
        <translation>만점인데 의견이 없습니다</translation>
    </message>
    <message>
        <source>A low mark without a comment</source>
        <translation>낮은 점수인데 의견이 없습니다</translation>
    </message>
    <message>
        <source>Unlike your other marks, without a comment</source>
        <translation>다른 점수와 차이가 큰데 의견이 없습니다</translation>
    </message>
    <message>
        <source>To fill in {count}</source>
        <translation>채울 것 {count}</translation>
    </message>
    <message>
        <source>To look at {count}</source>
        <translation>살펴볼 것 {count}</translation>
    </message>
    <message>
        <source>Good to know {count}</source>
        <translation>참고 {count}</translation>
    </message>
    <message>
        <source>All {count} indicators have a mark</source>
        <translation>{count}개 지표 모두 점수나 해당 없음</translation>
    </message>
    <message>
        <source>No mark is missing</source>
        <translation>빠진 점수 없음</translation>
    </message>
    <message>
        <source>Entries not stored: {count}</source>
        <translation>저장 안 된 칸 {count}개</translation>
    </message>
    <message>
        <source>They are not part of what is sealed. Correct them first.</source>
        <translation>제출에 들어가지 않습니다. 먼저 바로잡아 주세요.</translation>
    </message>
    <message>
        <source>Missing marks: {count}</source>
        <translation>빠진 점수 {count}개</translation>
    </message>
    <message>
        <source>{given} of {expected} indicators have a mark</source>
        <translation>{expected}개 지표 가운데 {given}개에 점수나 해당 없음</translation>
    </message>
</context>
<context>
    <name>CheckStrip</name>
    <message>
        <source>Put away</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>No. {number}: {count} to look at</source>
        <translation>{number}번: 살펴볼 곳 {count}</translation>
    </message>
    <message>
        <source>No. {number}: nothing is missing or odd</source>
        <translation>{number}번: 빠지거나 이상한 곳이 없습니다</translation>
    </message>
</context>
<context>
    <name>CheckView</name>
    <message>
        <source>Hand over</source>
        <translation>제출</translation>
    </message>
    <message>
        <source>Sealing closes the present state under a receipt code. You can go on later.</source>
        <translation>지금 상태에 접수 번호를 매깁니다. 나중에 이어서 채점할 수 있습니다.</translation>
    </message>
    <message>
        <source>Before handing over</source>
        <translation>제출 전 점검</translation>
    </message>
    <message>
        <source>↑ ↓ choose, Enter goes to the field</source>
        <translation>↑ ↓ 고르기, Enter 그 칸으로</translation>
    </message>
    <message>
        <source>What is missing or odd</source>
        <translation>빠졌거나 살펴볼 것</translation>
    </message>
    <message>
        <source>Nothing leaves this computer. You hand the file over yourself.</source>
        <translation>아무것도 컴퓨터 밖으로 나가지 않습니다. 파일은 직접 내야 합니다.</translation>
    </message>
    <message>
        <source>This book is only being read here, so it cannot be sealed.</source>
        <translation>읽기 전용으로 연 파일이라 여기서는 제출할 수 없습니다.</translation>
    </message>
    <message>
        <source>The code of the last hand-over no longer holds: the rubric changed.</source>
        <translation>평가표가 바뀌어 지난 접수 번호는 더 이상 맞지 않습니다. 다시 제출해 주세요.</translation>
    </message>
    <message>
        <source>The code of the last hand-over no longer holds. Changes since: {count}</source>
        <translation>그 뒤 {count}곳이 바뀌어 지난 접수 번호는 더 이상 맞지 않습니다. 다시 제출해 주세요.</translation>
    </message>
    <message>
        <source>Seal and save the files…</source>
        <translation>제출하기…</translation>
    </message>
    <message>
        <source>Seal although incomplete…</source>
        <translation>미완료인 채로 제출하기…</translation>
    </message>
    <message>
        <source>All {count}</source>
        <translation>전체 {count}</translation>
    </message>
</context>
<context>
    <name>ChoicesCard</name>
    <message>
        <source>For whom</source>
        <translation>읽는 사람</translation>
    </message>
    <message>
        <source>Edition</source>
        <translation>판</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>형식</translation>
    </message>
    <message>
        <source>Internal</source>
        <translation>내부용</translation>
    </message>
    <message>
        <source>Everything, with every score</source>
        <translation>모든 내용과 점수</translation>
    </message>
    <message>
        <source>Public</source>
        <translation>공개용</translation>
    </message>
    <message>
        <source>As a city publishes it, no scores</source>
        <translation>시가 공표하는 대로, 점수 없음</translation>
    </message>
    <message>
        <source>Final</source>
        <translation>최종</translation>
    </message>
    <message>
        <source>Once all is complete and sealed</source>
        <translation>모두 완료되고 봉인되었을 때만</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>잠정</translation>
    </message>
    <message>
        <source>At any time, marked as a draft</source>
        <translation>언제나 가능, 잠정으로 표시</translation>
    </message>
    <message>
        <source>Excel workbook</source>
        <translation>엑셀 파일</translation>
    </message>
    <message>
        <source>All sheets, .xlsx</source>
        <translation>모든 시트, .xlsx</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>문서</translation>
    </message>
    <message>
        <source>The report to go on writing, .docx</source>
        <translation>이어서 고쳐 쓸 보고서, .docx</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF 문서</translation>
    </message>
    <message>
        <source>The report to print and send, .pdf</source>
        <translation>인쇄하고 보낼 보고서, .pdf</translation>
    </message>
</context>
<context>
    <name>Choosing</name>
    <message>
        <source>Score books and rounds (*.score *.round)</source>
        <translation>채점 파일과 회차 파일 (*.score *.round)</translation>
    </message>
    <message>
        <source>Open a file</source>
        <translation>파일 열기</translation>
    </message>
    <message>
        <source>Definition: workbook or table (*.xlsx *.csv)</source>
        <translation>평가 정의: 엑셀 파일이나 표 (*.xlsx *.csv)</translation>
    </message>
    <message>
        <source>Choose the definition of the round</source>
        <translation>회차의 평가 정의 고르기</translation>
    </message>
    <message>
        <source>Rounds (*.round)</source>
        <translation>회차 파일 (*.round)</translation>
    </message>
    <message>
        <source>Save the new round as</source>
        <translation>새 회차 저장</translation>
    </message>
    <message>
        <source>Score books (*.score *.zip)</source>
        <translation>채점 파일 (*.score *.zip)</translation>
    </message>
    <message>
        <source>Workbook or table (*.xlsx *.csv)</source>
        <translation>엑셀이나 표 (*.xlsx *.csv)</translation>
    </message>
    <message>
        <source>Import tables</source>
        <translation>표 가져오기</translation>
    </message>
    <message>
        <source>Import a folder of tables</source>
        <translation>표 폴더 가져오기</translation>
    </message>
    <message>
        <source>Choose the earlier round</source>
        <translation>앞선 회차 고르기</translation>
    </message>
    <message>
        <source>Update books (*.score *.zip)</source>
        <translation>갱신 파일 (*.score *.zip)</translation>
    </message>
    <message>
        <source>Choose the update book</source>
        <translation>갱신 파일 고르기</translation>
    </message>
    <message>
        <source>Survey: workbook or table (*.xlsx *.csv)</source>
        <translation>만족도 조사: 엑셀 파일이나 표 (*.xlsx *.csv)</translation>
    </message>
    <message>
        <source>Choose the file of the survey</source>
        <translation>만족도 조사 파일 고르기</translation>
    </message>
    <message>
        <source>Add score books</source>
        <translation>채점 파일 더하기</translation>
    </message>
    <message>
        <source>Folder of score books</source>
        <translation>채점 파일이 있는 폴더</translation>
    </message>
    <message>
        <source>Folder for the file to hand over</source>
        <translation>제출 파일을 저장할 폴더</translation>
    </message>
</context>
<context>
    <name>ChosenCard</name>
    <message>
        <source>See it in the result</source>
        <translation>결과에서 보기</translation>
    </message>
    <message>
        <source>Without each evaluator</source>
        <translation>위원을 한 명씩 뺀 경우</translation>
    </message>
    <message>
        <source>Computed otherwise</source>
        <translation>다르게 산출한 경우</translation>
    </message>
    <message>
        <source>Without this evaluator</source>
        <translation>이 위원을 뺀 경우</translation>
    </message>
    <message>
        <source>{margin} to the cut</source>
        <translation>기준과의 차이 {margin}</translation>
    </message>
    <message>
        <source>Smallest change of one mark that turns the verdict</source>
        <translation>판정을 바꾸는 가장 작은 점수 변경</translation>
    </message>
    <message>
        <source>No single mark can turn it.</source>
        <translation>점수 하나로는 바뀌지 않습니다.</translation>
    </message>
    <message>
        <source>Within a quarter of its maximum: {change}</source>
        <translation>배점의 4분의 1 이내에서는: {change}</translation>
    </message>
</context>
<context>
    <name>ChosenFigures</name>
    <message>
        <source>confirm, go on</source>
        <translation>확인하고 다음으로</translation>
    </message>
    <message>
        <source>others</source>
        <translation>다른 수치</translation>
    </message>
    <message>
        <source>to the list</source>
        <translation>목록으로</translation>
    </message>
    <message>
        <source>read on</source>
        <translation>더 읽기</translation>
    </message>
</context>
<context>
    <name>ChosenSurvey</name>
    <message>
        <source>See it in the result</source>
        <translation>결과에서 보기</translation>
    </message>
    <message>
        <source>Answers by question</source>
        <translation>문항별 응답</translation>
    </message>
    <message>
        <source>No index</source>
        <translation>지수 없음</translation>
    </message>
    <message>
        <source>{points} of {most} points</source>
        <translation>{most}점 중 {points}점</translation>
    </message>
    <message>
        <source>Index</source>
        <translation>지수</translation>
    </message>
    <message>
        <source>± {error} standard error of {n}</source>
        <translation>± {error} 표준오차(응답자 {n}명)</translation>
    </message>
    <message>
        <source>{difference} from the average</source>
        <translation>평균 대비 {difference}</translation>
    </message>
</context>
<context>
    <name>ColumnsCard</name>
    <message>
        <source>what it is for</source>
        <translation>쓰임 정하기</translation>
    </message>
    <message>
        <source>several</source>
        <translation>여러 열</translation>
    </message>
    <message>
        <source>name the group</source>
        <translation>차원 이름</translation>
    </message>
    <message>
        <source>Columns of the file</source>
        <translation>파일의 열</translation>
    </message>
    <message>
        <source>Name of the group</source>
        <translation>차원 이름</translation>
    </message>
    <message>
        <source>What the rows hold</source>
        <translation>행에 담긴 것</translation>
    </message>
    <message>
        <source>Number of header rows</source>
        <translation>머리글 행 수</translation>
    </message>
    <message>
        <source>Answers of respondents</source>
        <translation>응답 원자료</translation>
    </message>
    <message>
        <source>Ready figures</source>
        <translation>산출된 수치</translation>
    </message>
    <message>
        <source>Header rows: {count}</source>
        <translation>머리글 {count}행</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>열</translation>
    </message>
    <message>
        <source>Header</source>
        <translation>열 이름</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>내용</translation>
    </message>
    <message>
        <source>For</source>
        <translation>쓰임</translation>
    </message>
</context>
<context>
    <name>CompareTray</name>
    <message>
        <source>Compare</source>
        <translation>비교</translation>
    </message>
    <message>
        <source>unpin</source>
        <translation>고정 해제</translation>
    </message>
    <message>
        <source>pin</source>
        <translation>고정</translation>
    </message>
    <message>
        <source>Pin this service to keep it in sight beside other services.</source>
        <translation>이 사무를 고정하면 다른 사무와 나란히 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>pinned: {service}</source>
        <translation>고정: {service}</translation>
    </message>
    <message>
        <source>Unpin {service}</source>
        <translation>{service} 고정 해제</translation>
    </message>
    <message>
        <source>This service has no indicator {code}.</source>
        <translation>이 사무에는 {code} 지표가 없습니다.</translation>
    </message>
    <message>
        <source>Pinned. Go to another service to see both here.</source>
        <translation>고정했습니다. 다른 사무로 가면 나란히 나옵니다.</translation>
    </message>
    <message>
        <source>No. {number}, here</source>
        <translation>{number}번 (지금)</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>차이</translation>
    </message>
    <message>
        <source>{points} pt</source>
        <translation>{points}점</translation>
    </message>
    <message>
        <source>{percent}%p of the maximum</source>
        <translation>배점 대비 {percent}%p</translation>
    </message>
</context>
<context>
    <name>ConfirmForm</name>
    <message>
        <source>Confirmed by</source>
        <translation>확인자</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>메모</translation>
    </message>
    <message>
        <source>Choose a person</source>
        <translation>사람 고르기</translation>
    </message>
    <message>
        <source>Confirmed by: {who}</source>
        <translation>확인자: {who}</translation>
    </message>
    <message>
        <source>nobody yet</source>
        <translation>아직 없음</translation>
    </message>
    <message>
        <source>What was compared; may be empty</source>
        <translation>대조한 자료 등(비워도 됨)</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>확인</translation>
    </message>
    <message>
        <source>Take the confirmation back…</source>
        <translation>확인 거두기…</translation>
    </message>
    <message>
        <source>Take back what {who} confirmed</source>
        <translation>{who}의 확인을 거둡니다</translation>
    </message>
    <message>
        <source>Reason for taking it back</source>
        <translation>거두는 까닭</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>거두기</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>그만두기</translation>
    </message>
</context>
<context>
    <name>ConflictHead</name>
    <message>
        <source>All</source>
        <translation>모두</translation>
    </message>
    <message>
        <source>Decides the verdict</source>
        <translation>판정이 바뀌는 것</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>글</translation>
    </message>
    <message>
        <source>All evaluators</source>
        <translation>모든 위원</translation>
    </message>
    <message>
        <source>Evaluator</source>
        <translation>평가위원</translation>
    </message>
    <message>
        <source>Take everything from:</source>
        <translation>이 파일 모두 따르기:</translation>
    </message>
    <message>
        <source>{file}: settles {count} cells</source>
        <translation>{file}: 칸 {count}개를 정합니다</translation>
    </message>
    <message>
        <source>More files</source>
        <translation>다른 파일</translation>
    </message>
    <message>
        <source>Open: {count}</source>
        <translation>열린 칸 {count}개</translation>
    </message>
</context>
<context>
    <name>ConflictModel</name>
    <message>
        <source>{count} texts</source>
        <translation>글 {count}가지</translation>
    </message>
    <message>
        <source>settled</source>
        <translation>정함</translation>
    </message>
    <message>
        <source>decides</source>
        <translation>판정 바뀜</translation>
    </message>
    <message>
        <source>two ways</source>
        <translation>두 갈래</translation>
    </message>
</context>
<context>
    <name>ConflictSheet</name>
    <message>
        <source>Value that stands</source>
        <translation>정할 값</translation>
    </message>
    <message>
        <source>Choose a source or type.</source>
        <translation>고르거나 고쳐 적습니다.</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>까닭</translation>
    </message>
    <message>
        <source>e.g. asked by phone on 11-23: the sealed copy</source>
        <translation>예: 본인 확인(전화, 11-23): 봉인본이 맞음</translation>
    </message>
    <message>
        <source>Settle and go on</source>
        <translation>정하고 다음</translation>
    </message>
</context>
<context>
    <name>Conflicts</name>
    <message>
        <source>Mark</source>
        <translation>평점</translation>
    </message>
    <message>
        <source>Not applicable</source>
        <translation>해당 없음</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>의견</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>근거</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>목표</translation>
    </message>
    <message>
        <source>Actual</source>
        <translation>실적</translation>
    </message>
    <message>
        <source>Respondents</source>
        <translation>응답자 수</translation>
    </message>
    <message>
        <source>Survey mean</source>
        <translation>만족도 평균</translation>
    </message>
    <message>
        <source>Survey minimum</source>
        <translation>만족도 최소</translation>
    </message>
    <message>
        <source>Survey maximum</source>
        <translation>만족도 최대</translation>
    </message>
    <message>
        <source>Basis of the survey</source>
        <translation>설문 산출 근거</translation>
    </message>
    <message>
        <source>Achievement</source>
        <translation>주요 성과</translation>
    </message>
    <message>
        <source>Improvement task</source>
        <translation>개선 과제</translation>
    </message>
    <message>
        <source>Place in the list</source>
        <translation>목록 순서</translation>
    </message>
    <message>
        <source>Linked indicator</source>
        <translation>이은 지표</translation>
    </message>
    <message>
        <source>Overall opinion</source>
        <translation>종합 의견</translation>
    </message>
    <message>
        <source>Recusal</source>
        <translation>회피</translation>
    </message>
    <message>
        <source>Integrity pledge</source>
        <translation>청렴서약</translation>
    </message>
    <message>
        <source>Whole book</source>
        <translation>채점 파일 전체</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>비움</translation>
    </message>
    <message>
        <source>Basis that cannot be read</source>
        <translation>읽을 수 없는 산출 근거</translation>
    </message>
    <message>
        <source>{file} · respondents {n} · {hash}</source>
        <translation>{file} · 응답자 {n}명 · {hash}</translation>
    </message>
    <message>
        <source>/ {most} points</source>
        <translation>/ {most}점</translation>
    </message>
    <message>
        <source>settled before by the lead</source>
        <translation>총괄이 앞서 정함</translation>
    </message>
    <message>
        <source>never filled here</source>
        <translation>여기서는 채우지 않음</translation>
    </message>
    <message>
        <source>sealed</source>
        <translation>봉인본</translation>
    </message>
    <message>
        <source>Counts no more: no number changes</source>
        <translation>이제 세지 않아 점수는 그대로</translation>
    </message>
    <message>
        <source>A text: no number changes</source>
        <translation>글이라 점수는 그대로</translation>
    </message>
    <message>
        <source>Total –</source>
        <translation>총점 –</translation>
    </message>
    <message>
        <source>Total {total}</source>
        <translation>총점 {total}</translation>
    </message>
    <message>
        <source>Typed under another rule: cannot stand</source>
        <translation>다른 기준으로 적은 값이라 세울 수 없음</translation>
    </message>
    <message>
        <source>Settled last, in the book of {name}. What stands stays until it is settled again.</source>
        <translation>{name} 위원의 채점 파일에서 마지막으로 정한 칸입니다. 다시 정할 때까지 지금 값이 그대로 섭니다.</translation>
    </message>
    <message>
        <source>One book of {name} went two ways (edited in two copies, or an older copy was used again). {count} cells differ.</source>
        <translation>{name} 위원의 채점 파일 하나가 두 갈래로 나뉘었습니다(두 사본에서 고쳤거나 옛 사본을 다시 썼습니다). 다른 칸 {count}개.</translation>
    </message>
    <message>
        <source>The book of {name} was edited in several copies. {count} cells are open.</source>
        <translation>{name} 위원의 채점 파일이 여러 사본에서 따로 고쳐졌습니다. 열린 칸 {count}개.</translation>
    </message>
</context>
<context>
    <name>ConflictsPage</name>
    <message>
        <source>choose a source</source>
        <translation>출처 고르기</translation>
    </message>
    <message>
        <source>reason</source>
        <translation>까닭</translation>
    </message>
    <message>
        <source>correct the value</source>
        <translation>값 고치기</translation>
    </message>
    <message>
        <source>settle and go on</source>
        <translation>정하고 다음</translation>
    </message>
    <message>
        <source>another cell</source>
        <translation>다른 칸</translation>
    </message>
    <message>
        <source>settle the last ones again</source>
        <translation>마지막으로 정한 것 다시 정하기</translation>
    </message>
    <message>
        <source>To merging</source>
        <translation>병합으로</translation>
    </message>
    <message>
        <source>Cells to settle</source>
        <translation>정할 칸</translation>
    </message>
    <message>
        <source>{count} cells to settle, {deciding} decide a verdict</source>
        <translation>정할 칸 {count}개, 판정이 바뀌는 것 {deciding}개</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>충돌</translation>
    </message>
    <message>
        <source>Everything is settled. Cells settled just now: {count}.</source>
        <translation>모두 정했습니다. 방금 정한 칸 {count}개.</translation>
    </message>
    <message>
        <source>No cell holds two values. Conflicts appear here after a merge.</source>
        <translation>두 값이 선 칸이 없습니다. 병합한 뒤 충돌이 있으면 여기에 나타납니다.</translation>
    </message>
    <message>
        <source>Reading the inbox</source>
        <translation>충돌을 읽는 중</translation>
    </message>
    <message>
        <source>No open cell is of this kind.</source>
        <translation>이 조건에 맞는 열린 칸이 없습니다.</translation>
    </message>
    <message>
        <source>Settling</source>
        <translation>정하는 중</translation>
    </message>
</context>
<context>
    <name>CopyNotice</name>
    <message>
        <source>Show the folder</source>
        <translation>폴더 보기</translation>
    </message>
</context>
<context>
    <name>CutLine</name>
    <message>
        <source>Totals by choice: {said}</source>
        <translation>고를 때의 총점: {said}</translation>
    </message>
    <message>
        <source>cut {cut}</source>
        <translation>기준 {cut}</translation>
    </message>
</context>
<context>
    <name>DifferenceCard</name>
    <message>
        <source>Versions to compare</source>
        <translation>견줄 판</translation>
    </message>
    <message>
        <source>Only this service</source>
        <translation>이 사무만</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>달라진 것</translation>
    </message>
    <message>
        <source>services {services}, numbers {numbers}</source>
        <translation>사무 {services}개, 숫자 {numbers}개</translation>
    </message>
    <message>
        <source>Nothing differs.</source>
        <translation>달라진 것이 없습니다.</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>사무</translation>
    </message>
    <message>
        <source>What</source>
        <translation>무엇</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>전</translation>
    </message>
    <message>
        <source>After</source>
        <translation>후</translation>
    </message>
</context>
<context>
    <name>DoneCard</name>
    <message>
        <source>Open the report</source>
        <translation>보고서 열기</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>폴더 열기</translation>
    </message>
    <message>
        <source>Written: {file}</source>
        <translation>저장했습니다: {file}</translation>
    </message>
</context>
<context>
    <name>EffectLine</name>
    <message>
        <source>Now</source>
        <translation>지금</translation>
    </message>
    <message>
        <source>If stored</source>
        <translation>저장하면</translation>
    </message>
    <message>
        <source>If taken back</source>
        <translation>거두면</translation>
    </message>
    <message>
        <source>Bonus and penalty</source>
        <translation>가감점</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>총점</translation>
    </message>
</context>
<context>
    <name>EnteredPart</name>
    <message>
        <source>Entered by</source>
        <translation>입력</translation>
    </message>
    <message>
        <source>Not entered yet by</source>
        <translation>아직 입력하지 않음:</translation>
    </message>
</context>
<context>
    <name>EvidencePart</name>
    <message>
        <source>A link, or document and page</source>
        <translation>링크, 또는 자료 이름과 쪽</translation>
    </message>
    <message>
        <source>This note goes with the file; the document itself does not.</source>
        <translation>메모만 담기고 자료 파일은 담기지 않습니다.</translation>
    </message>
    <message>
        <source>Open the link</source>
        <translation>링크 열기</translation>
    </message>
</context>
<context>
    <name>Explaining</name>
    <message>
        <source>not entered</source>
        <translation>미입력</translation>
    </message>
    <message>
        <source>Steps (share of the maximum): {steps}</source>
        <translation>구간(배점 반영률): {steps}</translation>
    </message>
    <message>
        <source>Units: {text}</source>
        <translation>단위: {text}</translation>
    </message>
    <message>
        <source>Limits: {text}</source>
        <translation>범위: {text}</translation>
    </message>
    <message>
        <source>Zero: {text}</source>
        <translation>0일 때: {text}</translation>
    </message>
    <message>
        <source>Blank: {text}</source>
        <translation>비었을 때: {text}</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>Export the report as</source>
        <translation>보고서를 다음으로 내보내기</translation>
    </message>
    <message>
        <source>Workbooks (*.xlsx)</source>
        <translation>엑셀 파일 (*.xlsx)</translation>
    </message>
    <message>
        <source>Documents (*.docx)</source>
        <translation>문서 (*.docx)</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>PDF 파일 (*.pdf)</translation>
    </message>
    <message>
        <source>Keeps the final export closed</source>
        <translation>최종 내보내기를 막는 것</translation>
    </message>
    <message>
        <source>Does not go in</source>
        <translation>들어가지 않는 것</translation>
    </message>
    <message>
        <source>Marked everywhere: {marks}</source>
        <translation>모든 쪽에 표시: {marks}</translation>
    </message>
    <message>
        <source>Goes in</source>
        <translation>들어가는 것</translation>
    </message>
    <message>
        <source>Incomplete services</source>
        <translation>미완료 사무</translation>
    </message>
    <message>
        <source>Open conflicts</source>
        <translation>정하지 않은 충돌</translation>
    </message>
    <message>
        <source>Not applicable mixed with marks</source>
        <translation>해당 없음과 점수가 섞인 지표</translation>
    </message>
    <message>
        <source>Moderations to confirm</source>
        <translation>확인할 조정</translation>
    </message>
    <message>
        <source>Score books that went two ways</source>
        <translation>두 갈래로 나뉜 채점 파일</translation>
    </message>
    <message>
        <source>Values to enter again</source>
        <translation>다시 입력할 값</translation>
    </message>
    <message>
        <source>Evaluators not sealed</source>
        <translation>봉인하지 않은 평가위원</translation>
    </message>
    <message>
        <source>Undecided objections</source>
        <translation>결정하지 않은 이의신청</translation>
    </message>
    <message>
        <source>Other reasons</source>
        <translation>그 밖의 까닭</translation>
    </message>
    <message>
        <source>Exempt services</source>
        <translation>평가에서 제외한 사무</translation>
    </message>
    <message>
        <source>Values that do not count</source>
        <translation>반영되지 않는 값</translation>
    </message>
    <message>
        <source>Services nobody wrote about</source>
        <translation>성과·과제가 적히지 않은 사무</translation>
    </message>
    <message>
        <source>Scores and ranks of services</source>
        <translation>사무별 점수와 순위</translation>
    </message>
    <message>
        <source>Names of services below the cut</source>
        <translation>기준점수 미만 사무의 이름</translation>
    </message>
    <message>
        <source>Evaluators and their marks</source>
        <translation>평가위원과 위원별 평점</translation>
    </message>
    <message>
        <source>Overall opinions</source>
        <translation>종합 의견</translation>
    </message>
    <message>
        <source>Sheets only the workbook has</source>
        <translation>엑셀 파일에만 있는 시트</translation>
    </message>
    <message>
        <source>Services {count}</source>
        <translation>사무 {count}개</translation>
    </message>
    <message>
        <source>Counted {count}</source>
        <translation>집계 {count}개</translation>
    </message>
    <message>
        <source>Below the cut {count}</source>
        <translation>기준 미만 {count}개</translation>
    </message>
    <message>
        <source>Not counted {count}</source>
        <translation>집계 제외 {count}개</translation>
    </message>
    <message>
        <source>Indicators {count}</source>
        <translation>지표 {count}개</translation>
    </message>
    <message>
        <source>Values {count}</source>
        <translation>입력값 {count}개</translation>
    </message>
    <message>
        <source>Findings {count}</source>
        <translation>성과·과제 {count}건</translation>
    </message>
    <message>
        <source>in final wording {count}</source>
        <translation>최종 문안 {count}건</translation>
    </message>
    <message>
        <source>Moderated marks {count}</source>
        <translation>조정 {count}건</translation>
    </message>
    <message>
        <source>Adjustments {count}</source>
        <translation>가감점 {count}건</translation>
    </message>
    <message>
        <source>Computed figures {count}</source>
        <translation>산출 수치 {count}건</translation>
    </message>
    <message>
        <source>Objections {count}</source>
        <translation>이의신청 {count}건</translation>
    </message>
    <message>
        <source>Versions {count}</source>
        <translation>발행한 판 {count}개</translation>
    </message>
    <message>
        <source>Evaluators {count}</source>
        <translation>평가위원 {count}명</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>외 {count}건</translation>
    </message>
</context>
<context>
    <name>ExportPage</name>
    <message>
        <source>Report</source>
        <translation>보고서</translation>
    </message>
    <message>
        <source>Export the report…</source>
        <translation>보고서 내보내기…</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>미리 보기</translation>
    </message>
    <message>
        <source>What goes into the export and what does not</source>
        <translation>내보내기에 들어가는 것과 들어가지 않는 것</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>고르기</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>이름 펼치기</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>그 자리로</translation>
    </message>
    <message>
        <source>A final export is still closed</source>
        <translation>최종 내보내기는 아직 닫혀 있습니다</translation>
    </message>
    <message>
        <source>A final export is open</source>
        <translation>최종 내보내기가 열려 있습니다</translation>
    </message>
    <message>
        <source> (draft)</source>
        <translation> (잠정)</translation>
    </message>
    <message>
        <source> (public)</source>
        <translation> (공개용)</translation>
    </message>
</context>
<context>
    <name>FigureRow</name>
    <message>
        <source>By the marks</source>
        <translation>위원 점수</translation>
    </message>
    <message>
        <source>Agreed</source>
        <translation>조정 점수</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>차이</translation>
    </message>
    <message>
        <source>Total of the service</source>
        <translation>사무 총점</translation>
    </message>
</context>
<context>
    <name>FiguresList</name>
    <message>
        <source>Computed figures</source>
        <translation>계산되는 수치</translation>
    </message>
    <message>
        <source>Unconfirmed only</source>
        <translation>미확인만</translation>
    </message>
    <message>
        <source>All indicators</source>
        <translation>모든 지표</translation>
    </message>
    <message>
        <source>Indicator: {code}</source>
        <translation>지표: {code}</translation>
    </message>
    <message>
        <source>No figures wait for a second person.</source>
        <translation>두 번째 사람의 확인을 기다리는 수치가 없습니다.</translation>
    </message>
    <message>
        <source>Of {code} no figures wait for a second person.</source>
        <translation>{code}에는 두 번째 사람의 확인을 기다리는 수치가 없습니다.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>모두 보기</translation>
    </message>
</context>
<context>
    <name>FiguresPart</name>
    <message>
        <source>How the points come about</source>
        <translation>점수 산출</translation>
    </message>
    <message>
        <source>Not applicable, so no points are computed.</source>
        <translation>해당 없음이라 점수를 계산하지 않습니다.</translation>
    </message>
    <message>
        <source>The figures are in conflict; nothing counts until it is settled.</source>
        <translation>수치가 충돌합니다. 정할 때까지 반영되지 않습니다.</translation>
    </message>
</context>
<context>
    <name>FiguresSheet</name>
    <message>
        <source>Choose figures at the left.</source>
        <translation>왼쪽에서 수치를 고르십시오.</translation>
    </message>
    <message>
        <source>See it in the result</source>
        <translation>결과에서 보기</translation>
    </message>
    <message>
        <source>of {most} points</source>
        <translation>/ {most}점</translation>
    </message>
</context>
<context>
    <name>FilesModel</name>
    <message>
        <source>Sealed</source>
        <translation>봉인</translation>
    </message>
    <message>
        <source>Interim</source>
        <translation>중간본</translation>
    </message>
    <message>
        <source>nothing new</source>
        <translation>새것 없음</translation>
    </message>
    <message>
        <source>Evaluator</source>
        <translation>평가위원</translation>
    </message>
    <message>
        <source>File</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>Receipt code</source>
        <translation>접수 번호</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>고침</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>받은 때</translation>
    </message>
    <message>
        <source>Marks in</source>
        <translation>완성</translation>
    </message>
    <message>
        <source>New</source>
        <translation>새로</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>그대로</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>충돌</translation>
    </message>
</context>
<context>
    <name>FinalCard</name>
    <message>
        <source>Final wording of the report</source>
        <translation>보고서 최종 문안</translation>
    </message>
    <message>
        <source>next</source>
        <translation>다음</translation>
    </message>
    <message>
        <source>move</source>
        <translation>옮기기</translation>
    </message>
    <message>
        <source>join</source>
        <translation>합치기</translation>
    </message>
    <message>
        <source>remove</source>
        <translation>지우기</translation>
    </message>
</context>
<context>
    <name>FinalityView</name>
    <message>
        <source>Copy the hash</source>
        <translation>확정 번호 복사</translation>
    </message>
    <message>
        <source>What keeps the round open</source>
        <translation>확정을 막는 것</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>돌아가기</translation>
    </message>
    <message>
        <source>Make final now</source>
        <translation>지금 확정</translation>
    </message>
    <message>
        <source>Reason for reopening</source>
        <translation>확정을 푸는 까닭</translation>
    </message>
    <message>
        <source>Reopen the round</source>
        <translation>확정 풀기</translation>
    </message>
    <message>
        <source>The round is final</source>
        <translation>회차를 확정했습니다</translation>
    </message>
    <message>
        <source>Two rounds with this hash print the same numbers. Write it into the minutes. Nothing can be changed until the round is reopened with a reason.</source>
        <translation>확정 번호가 같은 두 회차는 같은 숫자를 냅니다. 회의록에 적어 두십시오. 까닭을 적어 확정을 풀 때까지 아무것도 바꿀 수 없습니다.</translation>
    </message>
    <message>
        <source>What keeps the round open: {count}</source>
        <translation>확정을 막는 것 {count}건</translation>
    </message>
    <message>
        <source>Enter or a click leads to the page where it is ended.</source>
        <translation>Enter나 클릭으로 그 일을 끝내는 곳으로 갑니다.</translation>
    </message>
    <message>
        <source>Nothing keeps the round open</source>
        <translation>확정을 막는 것이 없습니다</translation>
    </message>
    <message>
        <source>Making it final locks the round in its present state, after a backup, and shows the hash of that state.</source>
        <translation>확정하면 백업한 다음 회차를 지금 상태로 잠그고 그 상태의 확정 번호를 보여 줍니다.</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>복사했습니다</translation>
    </message>
</context>
<context>
    <name>FindingList</name>
    <message>
        <source>Main achievements</source>
        <translation>주요 성과</translation>
    </message>
    <message>
        <source>Tasks for improvement</source>
        <translation>개선 과제</translation>
    </message>
    <message>
        <source>Add an achievement…</source>
        <translation>성과 더하기…</translation>
    </message>
    <message>
        <source>Add a task…</source>
        <translation>과제 더하기…</translation>
    </message>
    <message>
        <source>{count} written</source>
        <translation>{count}건</translation>
    </message>
    <message>
        <source>Enter next   Shift+Enter new line   Alt+↑↓ move   F3 phrases</source>
        <translation>Enter 다음   Shift+Enter 줄바꿈   Alt+↑↓ 옮기기   F3 문구</translation>
    </message>
</context>
<context>
    <name>FindingRow</name>
    <message>
        <source>Link</source>
        <translation>지표</translation>
    </message>
    <message>
        <source>no indicator yet</source>
        <translation>아직 없음</translation>
    </message>
    <message>
        <source>About: {indicator}</source>
        <translation>관련 지표: {indicator}</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>위로</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>아래로</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>삭제</translation>
    </message>
</context>
<context>
    <name>FindingsCard</name>
    <message>
        <source>What is missing</source>
        <translation>고칠 것</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>살펴볼 것</translation>
    </message>
    <message>
        <source>Count duplicates too</source>
        <translation>중복 응답도 세기</translation>
    </message>
    <message>
        <source>Nothing odd was found in the file.</source>
        <translation>파일에서 이상한 점을 찾지 못했습니다.</translation>
    </message>
</context>
<context>
    <name>FragileList</name>
    <message>
        <source>All {count}</source>
        <translation>모두 {count}</translation>
    </message>
    <message>
        <source>Below {cut} points {count}</source>
        <translation>{cut}점 미만 {count}</translation>
    </message>
    <message>
        <source>Not firm {count}</source>
        <translation>확고하지 않음 {count}</translation>
    </message>
    <message>
        <source>Most fragile first</source>
        <translation>바뀌기 쉬운 순서</translation>
    </message>
    <message>
        <source>No service is like that.</source>
        <translation>이 조건에 맞는 사무가 없습니다.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>모두 보기</translation>
    </message>
    <message>
        <source>Services by firmness</source>
        <translation>견고성 순서의 사무</translation>
    </message>
</context>
<context>
    <name>GivenPart</name>
    <message>
        <source>This service has neither a bonus nor a penalty.</source>
        <translation>이 사무에는 가점도 감점도 없습니다.</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>고치기…</translation>
    </message>
    <message>
        <source>Take back…</source>
        <translation>거두기…</translation>
    </message>
    <message>
        <source>Bonus and penalty of the service</source>
        <translation>이 사무의 가점·감점</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>점수</translation>
    </message>
    <message>
        <source>Reason and evidence</source>
        <translation>까닭과 근거</translation>
    </message>
    <message>
        <source>When</source>
        <translation>때</translation>
    </message>
</context>
<context>
    <name>Glyph</name>
    <message>
        <source>Empty</source>
        <translation>빔</translation>
    </message>
    <message>
        <source>Incomplete</source>
        <translation>미완료</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>Not applicable</source>
        <translation>해당 없음</translation>
    </message>
    <message>
        <source>Recused</source>
        <translation>회피</translation>
    </message>
    <message>
        <source>Not stored</source>
        <translation>저장 안 됨</translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation>충돌</translation>
    </message>
    <message>
        <source>Interim</source>
        <translation>중간본</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>다시 보기</translation>
    </message>
</context>
<context>
    <name>Grid</name>
    <message>
        <source>Total</source>
        <translation>합계</translation>
    </message>
    <message>
        <source>Recused: nothing can be entered here.</source>
        <translation>회피한 사무라 점수를 적을 수 없습니다.</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>사무</translation>
    </message>
</context>
<context>
    <name>GridBlocks</name>
    <message>
        <source>Copied: {rows} × {columns} cells</source>
        <translation>{rows}행 × {columns}열을 복사했습니다</translation>
    </message>
    <message>
        <source>There is nothing to paste on the clipboard.</source>
        <translation>클립보드에 붙여 넣을 내용이 없습니다.</translation>
    </message>
    <message>
        <source>This book is only being read, so nothing was pasted.</source>
        <translation>읽기 전용으로 열려 있어 붙여 넣지 않았습니다.</translation>
    </message>
    <message>
        <source>Nothing was pasted.</source>
        <translation>아무것도 붙여 넣지 않았습니다.</translation>
    </message>
    <message>
        <source>Nothing changed: it all stands here already, or is blank.</source>
        <translation>바뀐 것이 없습니다. 모두 이미 있는 값이거나 빈칸입니다.</translation>
    </message>
    <message>
        <source>Marks pasted: {count}</source>
        <translation>점수 {count}개를 붙여 넣었습니다</translation>
    </message>
    <message>
        <source>blank cells skipped: {count}</source>
        <translation>빈칸 {count}개는 그대로 두었습니다</translation>
    </message>
    <message>
        <source>Ctrl+Z takes it back</source>
        <translation>Ctrl+Z로 되돌립니다</translation>
    </message>
    <message>
        <source>Marks cleared: {count}</source>
        <translation>점수 {count}개를 지웠습니다</translation>
    </message>
</context>
<context>
    <name>GridPane</name>
    <message>
        <source>Grid of all marks</source>
        <translation>전체 점수 표</translation>
    </message>
</context>
<context>
    <name>Guide</name>
    <message>
        <source>max {points}</source>
        <translation>배점 {points}</translation>
    </message>
    <message>
        <source>The comment says why it does not apply.</source>
        <translation>해당 없는 이유는 의견에 적습니다.</translation>
    </message>
    <message>
        <source>The rubric asks for a comment on full marks.</source>
        <translation>평가표에서 만점에는 의견을 적도록 하고 있습니다.</translation>
    </message>
    <message>
        <source>The rubric asks for a comment below {percent}% ({points} pt).</source>
        <translation>평가표에서 {percent}%({points}점) 미만에는 의견을 적도록 하고 있습니다.</translation>
    </message>
    <message>
        <source>Your marks here usually lie between {low} and {high}.</source>
        <translation>이 지표의 내 점수는 평소 {low}–{high}입니다.</translation>
    </message>
    <message>
        <source>Type the number of a level, or click it.</source>
        <translation>등급의 번호를 치거나 등급을 누르세요.</translation>
    </message>
    <message>
        <source>Rating from 0 to 100 in steps of {step}.</source>
        <translation>평점 0–100, {step} 단위로 적습니다.</translation>
    </message>
    <message>
        <source>From 0 to {most} in steps of {step}.</source>
        <translation>0–{most}점, {step}점 단위로 적습니다.</translation>
    </message>
</context>
<context>
    <name>HandOutPage</name>
    <message>
        <source>Hand out</source>
        <translation>배포</translation>
    </message>
    <message>
        <source>Write score books…</source>
        <translation>채점 파일 만들기…</translation>
    </message>
    <message>
        <source>Write update books…</source>
        <translation>갱신 파일 쓰기…</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>폴더 열기</translation>
    </message>
    <message>
        <source>Each in a .zip</source>
        <translation>각각 .zip으로</translation>
    </message>
    <message>
        <source>For mail that drops unknown endings</source>
        <translation>모르는 확장자를 막는 메일에 쓸 때</translation>
    </message>
    <message>
        <source>With a list to send along</source>
        <translation>배포 목록도 함께</translation>
    </message>
    <message>
        <source>Score books: {count}</source>
        <translation>채점 파일 {count}권</translation>
    </message>
    <message>
        <source>Each evaluator gets a file with his own services only. Give every file to its evaluator yourself. An existing file is never written over.</source>
        <translation>평가위원마다 자기 사무만 든 파일을 받습니다. 파일은 직접 전해 주세요. 이미 있는 파일은 덮어쓰지 않습니다.</translation>
    </message>
    <message>
        <source>The definition changed after these were handed out: {codes}. Write update books: their evaluators take them in without losing a mark.</source>
        <translation>배포한 뒤 정의가 바뀐 위원: {codes}. 갱신 파일을 써서 주십시오. 위원이 받아들여도 점수는 그대로입니다.</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>아직 없음</translation>
    </message>
    <message>
        <source>Folder for the score books</source>
        <translation>채점 파일을 둘 폴더</translation>
    </message>
</context>
<context>
    <name>HelpPane</name>
    <message>
        <source>Go to an indicator to see here what helps to judge it.</source>
        <translation>지표로 가면 채점에 도움이 되는 내용이 여기에 나옵니다.</translation>
    </message>
</context>
<context>
    <name>HeroCard</name>
    <message>
        <source>Average</source>
        <translation>종합 평균</translation>
    </message>
    <message>
        <source>/ 100 pt</source>
        <translation>/ 100점</translation>
    </message>
    <message>
        <source>Show the services behind this number</source>
        <translation>이 수를 이루는 사무를 봅니다</translation>
    </message>
</context>
<context>
    <name>HistogramCard</name>
    <message>
        <source>Distribution of totals</source>
        <translation>총점 분포</translation>
    </message>
    <message>
        <source>services per {width} points</source>
        <translation>{width}점 간격 · 사무 수</translation>
    </message>
</context>
<context>
    <name>HistogramView</name>
    <message>
        <source>{range}: services {count}</source>
        <translation>{range} · {count}개 사무</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>somebody else</source>
        <translation>다른 사람</translation>
    </message>
    <message>
        <source>Opinion</source>
        <translation>종합 의견</translation>
    </message>
    <message>
        <source>Recusal</source>
        <translation>회피</translation>
    </message>
    <message>
        <source>Achievement</source>
        <translation>주요 성과</translation>
    </message>
    <message>
        <source>Improvement</source>
        <translation>개선 과제</translation>
    </message>
    <message>
        <source>Score before</source>
        <translation>이전 점수</translation>
    </message>
    <message>
        <source>Target before</source>
        <translation>이전 목표</translation>
    </message>
    <message>
        <source>Actual before</source>
        <translation>이전 실적</translation>
    </message>
    <message>
        <source>Survey before</source>
        <translation>이전 설문</translation>
    </message>
    <message>
        <source>applies</source>
        <translation>해당</translation>
    </message>
    <message>
        <source>not applicable</source>
        <translation>해당 없음</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>비움</translation>
    </message>
</context>
<context>
    <name>HistoryCard</name>
    <message>
        <source>Search</source>
        <translation>찾기</translation>
    </message>
    <message>
        <source>Search the history</source>
        <translation>이력에서 찾기</translation>
    </message>
    <message>
        <source>Nothing of this kind happened.</source>
        <translation>이 조건에 맞는 일이 없습니다.</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>조건 지우기</translation>
    </message>
    <message>
        <source>What happened to this round</source>
        <translation>이 회차에 일어난 일</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>일어난 일</translation>
    </message>
    <message>
        <source>No. {number}</source>
        <translation>{number}번</translation>
    </message>
    <message>
        <source>Reason: {reason}</source>
        <translation>까닭: {reason}</translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message>
        <source>History</source>
        <translation>이력</translation>
    </message>
    <message>
        <source>Final</source>
        <translation>확정</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>내보내기…</translation>
    </message>
    <message>
        <source>As a workbook…</source>
        <translation>엑셀 파일로…</translation>
    </message>
    <message>
        <source>As a table (CSV)…</source>
        <translation>표(CSV)로…</translation>
    </message>
    <message>
        <source>Final round…</source>
        <translation>확정 번호…</translation>
    </message>
    <message>
        <source>Make final…</source>
        <translation>확정…</translation>
    </message>
    <message>
        <source>Looking what withdrawing changes</source>
        <translation>철회하면 바뀌는 것을 보는 중</translation>
    </message>
    <message>
        <source>Withdrawing the import</source>
        <translation>철회하는 중</translation>
    </message>
    <message>
        <source>{file} is withdrawn, cells changed: {cells}</source>
        <translation>가져온 {file} 파일을 철회했습니다. 달라진 칸 {cells}개</translation>
    </message>
    <message>
        <source>Making the round final</source>
        <translation>확정하는 중</translation>
    </message>
    <message>
        <source>Reopening the round</source>
        <translation>확정을 푸는 중</translation>
    </message>
    <message>
        <source>Export the history as</source>
        <translation>이력 내보내기</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>표 (*.csv)</translation>
    </message>
    <message>
        <source>Workbooks (*.xlsx)</source>
        <translation>엑셀 파일 (*.xlsx)</translation>
    </message>
    <message>
        <source>{title} history</source>
        <translation>{title} 이력</translation>
    </message>
    <message>
        <source>Writing the history</source>
        <translation>이력을 쓰는 중</translation>
    </message>
    <message>
        <source>Written: {file}</source>
        <translation>썼습니다: {file}</translation>
    </message>
</context>
<context>
    <name>HistoryPopup</name>
    <message>
        <source>Earlier values</source>
        <translation>지난 값</translation>
    </message>
    <message>
        <source>No. {number}</source>
        <translation>{number}번</translation>
    </message>
    <message>
        <source>Nothing has been stored here yet.</source>
        <translation>아직 저장된 값이 없습니다.</translation>
    </message>
    <message>
        <source>restore this value</source>
        <translation>이 값으로 되돌리기</translation>
    </message>
    <message>
        <source>close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Nothing can be entered here now, so nothing was restored.</source>
        <translation>지금은 여기에 적을 수 없어 되돌리지 않았습니다.</translation>
    </message>
</context>
<context>
    <name>ImportHead</name>
    <message>
        <source>Take in a survey</source>
        <translation>만족도 조사 가져오기</translation>
    </message>
    <message>
        <source>Other file…</source>
        <translation>다른 파일…</translation>
    </message>
    <message>
        <source>Sheet of the workbook</source>
        <translation>엑셀 파일의 시트</translation>
    </message>
    <message>
        <source>Indicator that gets the figures</source>
        <translation>수치를 넣을 지표</translation>
    </message>
    <message>
        <source>Take in</source>
        <translation>가져오기</translation>
    </message>
    <message>
        <source>Take in services: {count}</source>
        <translation>사무 {count}개 가져오기</translation>
    </message>
    <message>
        <source>Nothing to take in</source>
        <translation>바뀌는 것 없음</translation>
    </message>
</context>
<context>
    <name>ImportView</name>
    <message>
        <source>Import from {name}</source>
        <translation>가져오기: {name}</translation>
    </message>
    <message>
        <source>Nothing was taken yet, and taking it changes nothing that is in force.</source>
        <translation>아직 아무것도 받아들이지 않았습니다. 받아들여도 적용하기 전까지 회차는 그대로입니다.</translation>
    </message>
    <message>
        <source>Rows with problems can be mended in the file now, or here after they were taken.</source>
        <translation>잘못된 행은 지금 파일에서 고치거나, 받아들인 뒤 여기에서 고칠 수 있습니다.</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>그만두기</translation>
    </message>
    <message>
        <source>Take these rows</source>
        <translation>받아들이기</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>고칠 것</translation>
    </message>
    <message>
        <source>new {added} · changed {changed} · removed {removed} · same {same}</source>
        <translation>새로 {added} · 바뀜 {changed} · 빠짐 {removed} · 그대로 {same}</translation>
    </message>
</context>
<context>
    <name>ImportsCard</name>
    <message>
        <source>Imports</source>
        <translation>가져온 파일</translation>
    </message>
    <message>
        <source>No score book was merged yet.</source>
        <translation>아직 병합한 채점 파일이 없습니다.</translation>
    </message>
    <message>
        <source>Withdraw…</source>
        <translation>철회…</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>철회함</translation>
    </message>
    <message>
        <source>Withdrawn already; merge the file again.</source>
        <translation>이미 철회했습니다. 다시 세우려면 파일을 병합하십시오.</translation>
    </message>
</context>
<context>
    <name>IndicatorPane</name>
    <message>
        <source>Choose an indicator in the table to see all of it.</source>
        <translation>표에서 지표를 고르면 그 내용이 모두 나옵니다.</translation>
    </message>
    <message>
        <source>Guidance for the evaluator</source>
        <translation>평가위원에게 주는 안내</translation>
    </message>
    <message>
        <source>Levels</source>
        <translation>등급</translation>
    </message>
    <message>
        <source>Grades for the scale Grade, else anchors that help to judge.</source>
        <translation>등급 척도에서는 등급이고, 다른 척도에서는 판단을 돕는 기준입니다.</translation>
    </message>
    <message>
        <source>How figures become points</source>
        <translation>수치를 점수로 바꾸는 법</translation>
    </message>
    <message>
        <source>May be “not applicable”</source>
        <translation>‘해당 없음’ 허용</translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation>안내</translation>
    </message>
</context>
<context>
    <name>IndicatorPopup</name>
    <message>
        <source>Which indicator is this about?</source>
        <translation>어느 지표에 관한 내용인가요?</translation>
    </message>
    <message>
        <source>No indicator has this code or name.</source>
        <translation>이 코드나 이름의 지표가 없습니다.</translation>
    </message>
    <message>
        <source>About no indicator</source>
        <translation>지표 연결 지우기</translation>
    </message>
</context>
<context>
    <name>Keeping</name>
    <message>
        <source>Storing the final wording</source>
        <translation>최종 문안 저장</translation>
    </message>
</context>
<context>
    <name>KeySheet</name>
    <message>
        <source>Keys</source>
        <translation>단축키</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
</context>
<context>
    <name>Ledger</name>
    <message>
        <source>All</source>
        <translation>모두</translation>
    </message>
    <message>
        <source>Imports</source>
        <translation>병합·철회</translation>
    </message>
    <message>
        <source>Settled and agreed</source>
        <translation>정함·조정</translation>
    </message>
    <message>
        <source>Set-up</source>
        <translation>평가 정의</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>결과</translation>
    </message>
    <message>
        <source>Handed out</source>
        <translation>배포·내보냄</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>번호</translation>
    </message>
    <message>
        <source>When</source>
        <translation>때</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>일어난 일</translation>
    </message>
    <message>
        <source>Undecided</source>
        <translation>미결정</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>인용</translation>
    </message>
    <message>
        <source>Accepted in part</source>
        <translation>일부 인용</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>기각</translation>
    </message>
    <message>
        <source>now</source>
        <translation>지금</translation>
    </message>
    <message>
        <source>version {number}</source>
        <translation>제{number}판</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>총점</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>판정</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>순위</translation>
    </message>
    <message>
        <source>Bonus and penalty</source>
        <translation>가감점</translation>
    </message>
</context>
<context>
    <name>LengthMark</name>
    <message>
        <source>{length} of {most} chars</source>
        <translation>{length} / {most}자</translation>
    </message>
    <message>
        <source>{length} chars</source>
        <translation>{length}자</translation>
    </message>
</context>
<context>
    <name>ListPane</name>
    <message>
        <source>Find an indicator by name or code</source>
        <translation>지표명·코드 검색</translation>
    </message>
    <message>
        <source>Find a service by name or number</source>
        <translation>사무 이름이나 번호 찾기</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>사무</translation>
    </message>
    <message>
        <source>Indicators</source>
        <translation>지표 목록</translation>
    </message>
    <message>
        <source>No indicator fits this filter.</source>
        <translation>이 조건에 맞는 지표가 없습니다.</translation>
    </message>
    <message>
        <source>No service fits this filter.</source>
        <translation>이 조건에 맞는 사무가 없습니다.</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>조건 지우기</translation>
    </message>
    <message>
        <source>Something is left to do</source>
        <translation>아직 할 일이 남은 항목</translation>
    </message>
    <message>
        <source>A mark asks for a comment</source>
        <translation>의견을 적어야 할 점수가 있는 항목</translation>
    </message>
    <message>
        <source>Complete, and below my own mean</source>
        <translation>완료했으나 내 평균보다 낮은 사무</translation>
    </message>
    <message>
        <source>All {count}</source>
        <translation>전체 {count}</translation>
    </message>
    <message>
        <source>Open {count}</source>
        <translation>미완료 {count}</translation>
    </message>
    <message>
        <source>Low {count}</source>
        <translation>평균 미만 {count}</translation>
    </message>
    <message>
        <source>Flagged {count}</source>
        <translation>표시 {count}</translation>
    </message>
    <message>
        <source>Recused</source>
        <translation>회피</translation>
    </message>
</context>
<context>
    <name>LoadModel</name>
    <message>
        <source>{services} services · {marks} marks</source>
        <translation>사무 {services} · 점수 {marks}</translation>
    </message>
</context>
<context>
    <name>LoggingForm</name>
    <message>
        <source>Log an objection</source>
        <translation>이의신청 적기</translation>
    </message>
    <message>
        <source>Received on (YYYY-MM-DD)</source>
        <translation>받은 날(YYYY-MM-DD)</translation>
    </message>
    <message>
        <source>By whom</source>
        <translation>신청한 곳</translation>
    </message>
    <message>
        <source>What is claimed</source>
        <translation>신청 내용</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>적기</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>그만두기</translation>
    </message>
    <message>
        <source>log</source>
        <translation>적기</translation>
    </message>
    <message>
        <source>Choose the service first.</source>
        <translation>사무를 먼저 고르십시오.</translation>
    </message>
    <message>
        <source>Say by whom it was raised.</source>
        <translation>신청한 곳을 적으십시오.</translation>
    </message>
    <message>
        <source>Write down what is claimed.</source>
        <translation>신청 내용을 적으십시오.</translation>
    </message>
</context>
<context>
    <name>Marks</name>
    <message>
        <source>Indicator</source>
        <translation>지표</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>점수</translation>
    </message>
    <message>
        <source>From</source>
        <translation>평가위원 · 집계</translation>
    </message>
    <message>
        <source>Typed</source>
        <translation>적은 값</translation>
    </message>
    <message>
        <source>Max</source>
        <translation>배점</translation>
    </message>
    <message>
        <source>Gives</source>
        <translation>득점</translation>
    </message>
    <message>
        <source>scaled</source>
        <translation>환산</translation>
    </message>
    <message>
        <source>moderated</source>
        <translation>조정</translation>
    </message>
    <message>
        <source>nobody assigned</source>
        <translation>배정 없음</translation>
    </message>
    <message>
        <source>Agreed</source>
        <translation>합의</translation>
    </message>
    <message>
        <source>capped at ±{cap}</source>
        <translation>상한 ±{cap} 적용</translation>
    </message>
    <message>
        <source>Bonus and penalty</source>
        <translation>가점·감점</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>총점</translation>
    </message>
    <message>
        <source>kept within 0–{most}</source>
        <translation>0–{most}점으로 맞춤</translation>
    </message>
    <message>
        <source>open</source>
        <translation>정할 것</translation>
    </message>
</context>
<context>
    <name>MatrixModel</name>
    <message>
        <source>Nobody</source>
        <translation>배정 없음</translation>
    </message>
</context>
<context>
    <name>MeasureForm</name>
    <message>
        <source>Formula</source>
        <translation>산식</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>매개변수</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>단위</translation>
    </message>
    <message>
        <source>The usual one of the scale</source>
        <translation>척도의 기본 산식</translation>
    </message>
    <message>
        <source>steps=90:100|80:90: from 90 % of the target 100 % of the points, from 80 % 90 %</source>
        <translation>steps=90:100|80:90: 달성률 90% 이상이면 배점의 100%, 80% 이상이면 90%</translation>
    </message>
    <message>
        <source>low=…;high=… are the values for 20 % and 100 %</source>
        <translation>low=…;high=…: 배점의 20%와 100%가 되는 값</translation>
    </message>
    <message>
        <source>rates=95|97 are the rates of the earlier years in percent</source>
        <translation>rates=95|97: 지난 해들의 달성률(%)</translation>
    </message>
    <message>
        <source>min=1;max=5 are the ends of the survey&apos;s scale</source>
        <translation>min=1;max=5: 설문 척도의 양 끝</translation>
    </message>
    <message>
        <source>max=5 is the upper end of the survey&apos;s scale</source>
        <translation>max=5: 설문 척도의 위 끝</translation>
    </message>
    <message>
        <source>previous=120 is last year&apos;s actual, previous=1:120|2:95 by service; an easier target is flagged</source>
        <translation>previous=120은 전년 실적, 사무마다 다르면 previous=1:120|2:95. 목표가 그보다 쉬우면 표시합니다</translation>
    </message>
</context>
<context>
    <name>Measures</name>
    <message>
        <source>Order: by service</source>
        <translation>정렬: 사무순</translation>
    </message>
    <message>
        <source>Order: by indicator</source>
        <translation>정렬: 지표순</translation>
    </message>
    <message>
        <source>Order: by state</source>
        <translation>정렬: 상태순</translation>
    </message>
    <message>
        <source>Order: flagged first</source>
        <translation>정렬: 살펴볼 것 먼저</translation>
    </message>
    <message>
        <source>Service and indicator</source>
        <translation>사무와 지표</translation>
    </message>
    <message>
        <source>Entered by</source>
        <translation>입력</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>점수</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>외 {count}명</translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation>충돌</translation>
    </message>
    <message>
        <source>Unconfirmed</source>
        <translation>미확인</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>다시 확인</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>확인함</translation>
    </message>
    <message>
        <source>Unconfirmed {waiting}, changed since {stale}, confirmed {confirmed}, incomplete {open}</source>
        <translation>미확인 {waiting}, 확인 뒤 바뀜 {stale}, 확인함 {confirmed}, 수치 미완 {open}</translation>
    </message>
    <message>
        <source>somebody no longer in the roster</source>
        <translation>지금은 명단에 없는 사람</translation>
    </message>
    <message>
        <source>Figures missing</source>
        <translation>수치 미완</translation>
    </message>
    <message>
        <source>Changed since it was confirmed by {who}:</source>
        <translation>{who} 확인 뒤 바뀐 것:</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>예</translation>
    </message>
    <message>
        <source>no</source>
        <translation>아니요</translation>
    </message>
    <message>
        <source>is in charge of these figures</source>
        <translation>이 수치를 맡은 사람</translation>
    </message>
    <message>
        <source>is recused from this service</source>
        <translation>이 사무에서 제척·기피·회피</translation>
    </message>
    <message>
        <source>is no longer in the roster</source>
        <translation>지금은 명단에 없음</translation>
    </message>
    <message>
        <source>These figures are in conflict: settle that first.</source>
        <translation>수치가 충돌하고 있습니다. 충돌을 먼저 정하십시오.</translation>
    </message>
    <message>
        <source>Figures are still missing: there is nothing to confirm yet.</source>
        <translation>수치가 다 입력되지 않아 아직 확인할 것이 없습니다.</translation>
    </message>
    <message>
        <source>A second person stands for them.</source>
        <translation>두 번째 사람이 확인한 수치입니다.</translation>
    </message>
    <message>
        <source>Choose who confirms: somebody who did not enter these figures.</source>
        <translation>확인하는 사람을 고르십시오. 이 수치를 입력하지 않은 사람이어야 합니다.</translation>
    </message>
    <message>
        <source>{who} {reason}. Somebody else has to confirm them.</source>
        <translation>{who}: {reason}. 다른 사람이 확인해야 합니다.</translation>
    </message>
</context>
<context>
    <name>MeasuresPage</name>
    <message>
        <source>Confirm figures</source>
        <translation>계량 확인</translation>
    </message>
    <message>
        <source>In this round no points are computed from figures that somebody enters.</source>
        <translation>이 회차에는 입력된 수치로 점수를 계산하는 지표가 없습니다.</translation>
    </message>
    <message>
        <source>{who} may confirm none of them.</source>
        <translation>{who}: 여기에 확인할 수 있는 수치가 없습니다.</translation>
    </message>
    <message>
        <source>Storing</source>
        <translation>저장하는 중</translation>
    </message>
    <message>
        <source>Taking back</source>
        <translation>거두는 중</translation>
    </message>
    <message>
        <source>Choose at the right who confirms.</source>
        <translation>확인하는 사람을 오른쪽에서 먼저 고르십시오.</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>파일(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>보기(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>도움말(&amp;H)</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>열기…</translation>
    </message>
    <message>
        <source>New round…</source>
        <translation>새 회차…</translation>
    </message>
    <message>
        <source>Rehearsal round</source>
        <translation>연습 회차</translation>
    </message>
    <message>
        <source>Backups…</source>
        <translation>백업…</translation>
    </message>
    <message>
        <source>Close the file</source>
        <translation>파일 닫기</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>끝내기</translation>
    </message>
    <message>
        <source>Show the log folder</source>
        <translation>기록 폴더 보기</translation>
    </message>
    <message>
        <source>Light or dark as the system</source>
        <translation>밝기는 시스템 설정대로</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>밝게</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>어둡게</translation>
    </message>
</context>
<context>
    <name>MergePage</name>
    <message>
        <source>Put aside</source>
        <translation>그만두기</translation>
    </message>
    <message>
        <source>No score book has been added. Choose files, or drop them on this page.</source>
        <translation>아직 받은 채점 파일이 없습니다. 파일을 고르거나 이 화면에 끌어다 놓으세요.</translation>
    </message>
    <message>
        <source>Added files</source>
        <translation>더한 파일</translation>
    </message>
    <message>
        <source>Settle {count}…</source>
        <translation>충돌 {count}건 정하기…</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>병합</translation>
    </message>
    <message>
        <source>The round is final, so nothing can be merged. To merge all the same, reopen it on the page History.</source>
        <translation>확정한 회차라 병합할 수 없습니다. 병합하려면 이력에서 확정을 푸십시오.</translation>
    </message>
    <message>
        <source>Score books</source>
        <translation>받은 파일</translation>
    </message>
    <message>
        <source>Apply {count}</source>
        <translation>{count}권 적용</translation>
    </message>
    <message>
        <source>Withdraw an import…</source>
        <translation>가져오기 철회…</translation>
    </message>
    <message>
        <source>Another window is writing this round, so nothing can be merged here. Close it there and open it again.</source>
        <translation>다른 창이 이 회차를 쓰고 있어 여기서는 합칠 수 없습니다. 그 창에서 닫고 다시 열어 주세요.</translation>
    </message>
    <message>
        <source>new scores from {taken}, nothing new {same}, refused {refused}</source>
        <translation>{taken}권에 새 점수, {same}권은 새것 없음, {refused}개 거절</translation>
    </message>
    <message>
        <source>A file changed since the plan, so nothing was merged. Look again.</source>
        <translation>계획을 본 뒤 파일이 바뀌어 합치지 않았습니다. 다시 확인하십시오.</translation>
    </message>
    <message>
        <source>Arrived and added to the plan: {names}. Nothing has changed yet.</source>
        <translation>새로 도착해 계획에 더했습니다: {names} · 아직 바뀐 것 없음</translation>
    </message>
    <message>
        <source>These files bring nothing new, so there is nothing to apply.</source>
        <translation>새것이 없는 파일뿐이라 적용할 것이 없습니다.</translation>
    </message>
    <message>
        <source>{time}: merged {count}, with a backup from before</source>
        <translation>{time}에 {count}권을 합쳤습니다 · 합치기 전 백업 있음</translation>
    </message>
    <message>
        <source>{code}&apos;s book has two futures: {count} cells differ.</source>
        <translation>{code}의 채점 파일 하나가 두 갈래로 고쳐졌습니다. {count}칸이 다릅니다.</translation>
    </message>
    <message>
        <source>Moderated marks to confirm again: {count}.</source>
        <translation>다시 확인할 조정 점수 {count}건</translation>
    </message>
    <message>
        <source>Not here yet, {count}: {names}</source>
        <translation>아직 안 온 평가위원 {count}명: {names}</translation>
    </message>
    <message>
        <source>Marks still missing, {count}: {names}</source>
        <translation>점수가 덜 찬 평가위원 {count}명: {names}</translation>
    </message>
    <message>
        <source>{names} and {count} more</source>
        <translation>{names} 밖에 {count}명</translation>
    </message>
    <message>
        <source>Files: {count}</source>
        <translation>받은 파일 {count}개</translation>
    </message>
    <message>
        <source>Plan for files: {count}</source>
        <translation>합칠 파일 {count}개</translation>
    </message>
    <message>
        <source>Nothing has changed yet. A backup is made before merging.</source>
        <translation>아직 아무것도 바뀌지 않았습니다. 합치기 전에 백업합니다.</translation>
    </message>
</context>
<context>
    <name>Merging</name>
    <message>
        <source>Refused</source>
        <translation>거절</translation>
    </message>
    <message>
        <source>Something to settle</source>
        <translation>정할 것이 있음</translation>
    </message>
    <message>
        <source>Changes nothing</source>
        <translation>바뀌는 것 없음</translation>
    </message>
    <message>
        <source>Sealed</source>
        <translation>봉인</translation>
    </message>
    <message>
        <source>Interim</source>
        <translation>중간본</translation>
    </message>
    <message>
        <source>Conflicts to settle: {count}</source>
        <translation>정할 충돌 {count}칸</translation>
    </message>
    <message>
        <source>Two futures of one file, cells that differ: {count}</source>
        <translation>한 파일의 두 갈래에서 다른 칸 {count}개</translation>
    </message>
    <message>
        <source>To be entered again: {count}</source>
        <translation>다시 입력할 점수 {count}칸</translation>
    </message>
    <message>
        <source>Not counted: {count}</source>
        <translation>반영하지 않는 점수 {count}칸</translation>
    </message>
    <message>
        <source>Same value in two copies: {count}</source>
        <translation>두 사본의 값이 같은 칸 {count}개</translation>
    </message>
</context>
<context>
    <name>Moderation</name>
    <message>
        <source>To be confirmed</source>
        <translation>확인할 조정</translation>
    </message>
    <message>
        <source>Waits for an agreed mark</source>
        <translation>조정을 기다림</translation>
    </message>
    <message>
        <source>Marks differ</source>
        <translation>평점이 다름</translation>
    </message>
    <message>
        <source>Agreed</source>
        <translation>조정함</translation>
    </message>
    <message>
        <source>Other cells</source>
        <translation>다른 칸</translation>
    </message>
    <message>
        <source>one evaluator</source>
        <translation>단독 평가</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>산술평균</translation>
    </message>
    <message>
        <source>median</source>
        <translation>중앙값</translation>
    </message>
    <message>
        <source>trimmed mean</source>
        <translation>절사평균</translation>
    </message>
    <message>
        <source>by consensus</source>
        <translation>합의 평점</translation>
    </message>
    <message>
        <source>blank</source>
        <translation>미입력</translation>
    </message>
    <message>
        <source>conflict</source>
        <translation>충돌</translation>
    </message>
    <message>
        <source>enter again</source>
        <translation>다시 입력</translation>
    </message>
    <message>
        <source>no points</source>
        <translation>산출 불가</translation>
    </message>
    <message>
        <source>{points} apart</source>
        <translation>{points}점 차이</translation>
    </message>
    <message>
        <source>/ {most} rating</source>
        <translation>/ {most} 평점</translation>
    </message>
    <message>
        <source>Agreed on {when}: {mark} · {people} · {reason}</source>
        <translation>{when} 조정 {mark} · {people} · {reason}</translation>
    </message>
    <message>
        <source>A mark is missing or in conflict. An agreed mark counts only when all are there.</source>
        <translation>빠졌거나 충돌하는 평점이 있습니다. 조정 평점은 모두 갖추어진 뒤에 반영됩니다.</translation>
    </message>
    <message>
        <source>The rule has changed since, so this mark cannot stand. Agree anew.</source>
        <translation>그 뒤 기준이 바뀌어 이 평점은 그대로 둘 수 없습니다. 새로 조정하십시오.</translation>
    </message>
    <message>
        <source>Changed since then: {changes}. Confirm the mark or agree anew.</source>
        <translation>그 뒤 바뀐 것: {changes}. 그대로 확인하거나 새로 조정하십시오.</translation>
    </message>
</context>
<context>
    <name>ModerationCard</name>
    <message>
        <source>To talk about</source>
        <translation>협의할 것</translation>
    </message>
    <message>
        <source>Confirm all {count}…</source>
        <translation>{count}건 모두 확인…</translation>
    </message>
    <message>
        <source>Confirm {count}</source>
        <translation>{count}건 확인</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>다음에</translation>
    </message>
    <message>
        <source>Reason for all of them</source>
        <translation>모두에 적을 까닭</translation>
    </message>
    <message>
        <source>Find a cell: 4 C2</source>
        <translation>칸 찾기: 4 C2</translation>
    </message>
    <message>
        <source>Find a cell</source>
        <translation>칸 찾기</translation>
    </message>
    <message>
        <source>Cells to talk about</source>
        <translation>협의할 칸</translation>
    </message>
    <message>
        <source>To merging</source>
        <translation>병합으로</translation>
    </message>
    <message>
        <source>No cell fits. Write a number, a name or a code.</source>
        <translation>맞는 칸이 없습니다. 번호나 이름, 지표 코드를 적으십시오.</translation>
    </message>
    <message>
        <source>No marks differ and nothing waits to be agreed on. Merge score books first.</source>
        <translation>평점이 다르거나 조정을 기다리는 칸이 없습니다. 먼저 채점 파일을 병합하십시오.</translation>
    </message>
    <message>
        <source>Nothing is stored: give a reason in one line.</source>
        <translation>까닭이 없어 저장하지 않았습니다. 까닭을 한 줄 적으십시오.</translation>
    </message>
</context>
<context>
    <name>ModerationForm</name>
    <message>
        <source>Confirm {mark}</source>
        <translation>{mark} 그대로 확인</translation>
    </message>
    <message>
        <source>Agreed mark</source>
        <translation>조정 평점</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>까닭</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>참석자</translation>
    </message>
    <message>
        <source>What was agreed, and why</source>
        <translation>무엇을 왜 그렇게 정했는지</translation>
    </message>
    <message>
        <source>Names, separated by ;</source>
        <translation>이름, ;로 나눕니다</translation>
    </message>
    <message>
        <source>Not applicable</source>
        <translation>해당 없음</translation>
    </message>
    <message>
        <source>Store and go on</source>
        <translation>정하고 다음</translation>
    </message>
    <message>
        <source>Take it away</source>
        <translation>조정 거두기</translation>
    </message>
</context>
<context>
    <name>ModerationModel</name>
    <message>
        <source>verdict at stake</source>
        <translation>판정 달라짐</translation>
    </message>
</context>
<context>
    <name>ModerationPage</name>
    <message>
        <source>Storing</source>
        <translation>저장하는 중</translation>
    </message>
    <message>
        <source>To confirm {stale}, waiting {open}, marks differ {differs}</source>
        <translation>확인 {stale} · 조정 대기 {open} · 평점 다름 {differs}</translation>
    </message>
    <message>
        <source>Moderation</source>
        <translation>조정</translation>
    </message>
    <message>
        <source>store and go on</source>
        <translation>정하고 다음</translation>
    </message>
    <message>
        <source>another cell</source>
        <translation>다른 칸</translation>
    </message>
    <message>
        <source>give up</source>
        <translation>그만두기</translation>
    </message>
    <message>
        <source>next field</source>
        <translation>다음 항목</translation>
    </message>
</context>
<context>
    <name>ModerationSheet</name>
    <message>
        <source>Choose a cell at the left.</source>
        <translation>왼쪽에서 칸을 고르십시오.</translation>
    </message>
    <message>
        <source>Marks of the evaluators</source>
        <translation>평가위원 평점</translation>
    </message>
    <message>
        <source>What hangs on this mark</source>
        <translation>이 평점에 달린 것</translation>
    </message>
    <message>
        <source>maximum {most}</source>
        <translation>배점 {most}</translation>
    </message>
    <message>
        <source>lowest</source>
        <translation>최저</translation>
    </message>
    <message>
        <source>highest</source>
        <translation>최고</translation>
    </message>
    <message>
        <source>by any mark</source>
        <translation>어느 평점이든</translation>
    </message>
    <message>
        <source>now</source>
        <translation>지금</translation>
    </message>
    <message>
        <source>Nothing is stored: type the agreed mark first.</source>
        <translation>조정 평점이 비어 있어 저장하지 않았습니다. 평점을 먼저 적으십시오.</translation>
    </message>
    <message>
        <source>Nothing is stored: name who was present.</source>
        <translation>참석자가 없어 저장하지 않았습니다. 함께 정한 사람을 적으십시오.</translation>
    </message>
    <message>
        <source>Nothing is stored: give a reason in one line.</source>
        <translation>까닭이 없어 저장하지 않았습니다. 까닭을 한 줄 적으십시오.</translation>
    </message>
</context>
<context>
    <name>Nav</name>
    <message>
        <source>Overview</source>
        <translation>평가 개요</translation>
    </message>
    <message>
        <source>Rubric</source>
        <translation>평가표</translation>
    </message>
    <message>
        <source>Services and people</source>
        <translation>사무·배정</translation>
    </message>
    <message>
        <source>Hand out</source>
        <translation>배포</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>진행</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>병합</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>충돌</translation>
    </message>
    <message>
        <source>Moderation</source>
        <translation>조정</translation>
    </message>
    <message>
        <source>Bonus and penalty</source>
        <translation>가감점</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>결과</translation>
    </message>
    <message>
        <source>Robustness</source>
        <translation>견고성</translation>
    </message>
    <message>
        <source>Evaluators</source>
        <translation>평가위원 분석</translation>
    </message>
    <message>
        <source>Objections</source>
        <translation>이의신청</translation>
    </message>
    <message>
        <source>Report texts</source>
        <translation>보고 문안</translation>
    </message>
    <message>
        <source>Confirm figures</source>
        <translation>계량 확인</translation>
    </message>
    <message>
        <source>Satisfaction</source>
        <translation>만족도</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>보고서</translation>
    </message>
    <message>
        <source>History</source>
        <translation>이력</translation>
    </message>
    <message>
        <source>Prepare</source>
        <translation>준비</translation>
    </message>
    <message>
        <source>Collect</source>
        <translation>취합</translation>
    </message>
    <message>
        <source>The round is final</source>
        <translation>확정한 회차</translation>
    </message>
</context>
<context>
    <name>NewRoundPage</name>
    <message>
        <source>A new round</source>
        <translation>새 회차</translation>
    </message>
    <message>
        <source>Choose what it starts from. Everything can be changed afterwards.</source>
        <translation>무엇에서 시작할지 고르십시오. 나중에 모두 바꿀 수 있습니다.</translation>
    </message>
    <message>
        <source>The sample rubric</source>
        <translation>표본 평가표</translation>
    </message>
    <message>
        <source>29 invented services with their rubric, as a rehearsal</source>
        <translation>가상 사무 29개와 평가표. 연습 회차로 만듭니다</translation>
    </message>
    <message>
        <source>An earlier round…</source>
        <translation>앞선 회차…</translation>
    </message>
    <message>
        <source>Its rubric, services, evaluators and assignments, without any mark</source>
        <translation>평가표, 사무, 평가위원, 배정을 그대로. 점수는 빼고</translation>
    </message>
    <message>
        <source>A definition file…</source>
        <translation>평가 정의 파일…</translation>
    </message>
    <message>
        <source>A workbook (.xlsx) or a folder of tables (.csv)</source>
        <translation>엑셀(.xlsx)이나 .csv 폴더</translation>
    </message>
    <message>
        <source>Almost nothing</source>
        <translation>거의 빈 회차</translation>
    </message>
    <message>
        <source>One service, one evaluator and three indicators to begin with</source>
        <translation>사무 1개, 평가위원 1명, 지표 3개에서 시작</translation>
    </message>
    <message>
        <source>Go on…</source>
        <translation>다음…</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>그만두기</translation>
    </message>
    <message>
        <source>New round</source>
        <translation>새 회차</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Put away</source>
        <translation>닫기</translation>
    </message>
</context>
<context>
    <name>ObjectionCard</name>
    <message>
        <source>No. {number} · {by} · received {received} · against {version}</source>
        <translation>{number}번 · {by} · {received} 받음 · {version}에 대하여</translation>
    </message>
    <message>
        <source>What is claimed</source>
        <translation>신청 내용</translation>
    </message>
    <message>
        <source>Changed since: {codes}</source>
        <translation>그 뒤 바뀐 지표: {codes}</translation>
    </message>
    <message>
        <source>Nothing of this service has changed since.</source>
        <translation>그 뒤 이 사무에서 바뀐 것이 없습니다.</translation>
    </message>
    <message>
        <source>Moderate a mark…</source>
        <translation>점수 조정…</translation>
    </message>
    <message>
        <source>The claim holds</source>
        <translation>신청이 맞음</translation>
    </message>
    <message>
        <source>Some of it holds</source>
        <translation>일부만 맞음</translation>
    </message>
    <message>
        <source>The result stays</source>
        <translation>결과를 그대로 둠</translation>
    </message>
    <message>
        <source>Decide again</source>
        <translation>다시 결정</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>결정</translation>
    </message>
    <message>
        <source>Reason for the decision</source>
        <translation>결정한 까닭</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>고르기</translation>
    </message>
    <message>
        <source>reason</source>
        <translation>까닭</translation>
    </message>
    <message>
        <source>decide</source>
        <translation>결정</translation>
    </message>
    <message>
        <source>The service is not in both versions.</source>
        <translation>이 사무는 두 판에 다 있지 않습니다.</translation>
    </message>
    <message>
        <source>Choose the decision first.</source>
        <translation>결정을 먼저 고르십시오.</translation>
    </message>
</context>
<context>
    <name>ObjectionList</name>
    <message>
        <source>Objections</source>
        <translation>이의신청</translation>
    </message>
    <message>
        <source>undecided {count}</source>
        <translation>미결정 {count}</translation>
    </message>
    <message>
        <source>No objection was raised. Log one as soon as it comes in.</source>
        <translation>받은 이의신청이 없습니다. 들어오는 대로 적으십시오.</translation>
    </message>
    <message>
        <source>Log…</source>
        <translation>적기…</translation>
    </message>
    <message>
        <source>Log an objection</source>
        <translation>이의신청 적기</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>사무</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>결정</translation>
    </message>
</context>
<context>
    <name>ObjectionsPage</name>
    <message>
        <source>Objections</source>
        <translation>이의신청</translation>
    </message>
    <message>
        <source>{decided} of {count} decided</source>
        <translation>{count}건 중 {decided}건 결정</translation>
    </message>
    <message>
        <source>Issuing the version</source>
        <translation>결과를 내는 중</translation>
    </message>
    <message>
        <source>Logging the objection</source>
        <translation>이의신청을 적는 중</translation>
    </message>
    <message>
        <source>Deciding the objection</source>
        <translation>이의신청을 결정하는 중</translation>
    </message>
</context>
<context>
    <name>OpinionBlock</name>
    <message>
        <source>Overall opinion</source>
        <translation>종합 의견</translation>
    </message>
    <message>
        <source>Write an overall opinion…</source>
        <translation>종합 의견을 적어 주세요…</translation>
    </message>
    <message>
        <source>F3 phrases</source>
        <translation>F3 문구</translation>
    </message>
</context>
<context>
    <name>OrderSwitch</name>
    <message>
        <source>By service</source>
        <translation>사무별</translation>
    </message>
    <message>
        <source>By indicator</source>
        <translation>지표별</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>표</translation>
    </message>
    <message>
        <source>Order of work</source>
        <translation>평가 순서</translation>
    </message>
    <message>
        <source>Ctrl+T by service or by indicator, Ctrl+G the grid</source>
        <translation>Ctrl+T 사무별·지표별, Ctrl+G 표</translation>
    </message>
</context>
<context>
    <name>Origin</name>
    <message>
        <source>Totals</source>
        <translation>사무별 총점</translation>
    </message>
    <message>
        <source>Average</source>
        <translation>종합 평균</translation>
    </message>
    <message>
        <source>Average of {section}</source>
        <translation>{section} 평균</translation>
    </message>
    <message>
        <source>Sum {sum} ÷ {count} services = {mean}</source>
        <translation>합계 {sum} ÷ {count}개 사무 = {mean}</translation>
    </message>
    <message>
        <source>Services: {count}</source>
        <translation>{count}개 사무</translation>
    </message>
</context>
<context>
    <name>OriginalCard</name>
    <message>
        <source>Take this over as a line of its own (Enter)</source>
        <translation>한 줄로 옮깁니다 (Enter)</translation>
    </message>
    <message>
        <source>Add this as a source to the line in work (Ctrl+Enter)</source>
        <translation>적고 있는 줄에 원문으로 더합니다 (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Take everything over; what says nearly the same becomes one line</source>
        <translation>모두 옮깁니다. 거의 같은 내용은 한 줄이 됩니다</translation>
    </message>
    <message>
        <source>As the evaluators wrote it</source>
        <translation>평가위원 원문</translation>
    </message>
    <message>
        <source>No evaluator wrote anything about this service yet.</source>
        <translation>이 사무에 대해 평가위원이 적은 글이 아직 없습니다.</translation>
    </message>
    <message>
        <source>Findings of the evaluators</source>
        <translation>평가위원의 성과와 과제</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>옮기기</translation>
    </message>
    <message>
        <source>Add to line</source>
        <translation>줄에 더하기</translation>
    </message>
    <message>
        <source>Take all</source>
        <translation>모두 옮기기</translation>
    </message>
</context>
<context>
    <name>OriginalModel</name>
    <message>
        <source>taken over</source>
        <translation>옮김</translation>
    </message>
    <message>
        <source>not taken over</source>
        <translation>옮기지 않음</translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message>
        <source>Overview</source>
        <translation>평가 개요</translation>
    </message>
</context>
<context>
    <name>OwnMarksPart</name>
    <message>
        <source>{points} (typing)</source>
        <translation>{points} (입력 중)</translation>
    </message>
    <message>
        <source>{count} services</source>
        <translation>{count}개 사무</translation>
    </message>
    <message>
        <source>My marks for this indicator</source>
        <translation>이 지표의 내 점수</translation>
    </message>
    <message>
        <source>{points} pt</source>
        <translation>{points}점</translation>
    </message>
    <message>
        <source>No. {number} {name}: {worth}</source>
        <translation>{number}번 {name}: {worth}</translation>
    </message>
    <message>
        <source>mean {points}</source>
        <translation>평균 {points}</translation>
    </message>
    <message>
        <source>No marks yet. Each one will stand here as a dot.</source>
        <translation>아직 점수가 없습니다. 적으면 점으로 나타납니다.</translation>
    </message>
    <message>
        <source>usually {low} to {high}</source>
        <translation>평소 {low}–{high}</translation>
    </message>
    <message>
        <source>from {low} to {high}</source>
        <translation>{low}부터 {high}까지</translation>
    </message>
    <message>
        <source>this one {points}</source>
        <translation>이 사무 {points}</translation>
    </message>
</context>
<context>
    <name>PageHead</name>
    <message>
        <source>Rehearsal (invented scores)</source>
        <translation>연습(가상 점수)</translation>
    </message>
    <message>
        <source>As of {time}, read-only</source>
        <translation>{time} 현재, 읽기 전용</translation>
    </message>
</context>
<context>
    <name>PassageList</name>
    <message>
        <source>lines {count}</source>
        <translation>{count}줄</translation>
    </message>
    <message>
        <source>the evaluators&apos; lines are printed</source>
        <translation>보고서에는 평가위원 원문이 실림</translation>
    </message>
</context>
<context>
    <name>PassageRow</name>
    <message>
        <source>Join with the line above</source>
        <translation>위 줄과 합치기</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>위로</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>아래로</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>지우기</translation>
    </message>
</context>
<context>
    <name>Past</name>
    <message>
        <source>Agreed</source>
        <translation>합의 점수</translation>
    </message>
    <message>
        <source>Adjustment</source>
        <translation>가감점</translation>
    </message>
    <message>
        <source>applies</source>
        <translation>해당</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>빈칸</translation>
    </message>
    <message>
        <source>settled by the lead</source>
        <translation>총괄이 정함</translation>
    </message>
    <message>
        <source>the lead</source>
        <translation>총괄</translation>
    </message>
    <message>
        <source>written in this round</source>
        <translation>이 회차에서 적음</translation>
    </message>
    <message>
        <source>{file} (import {number}, {when})</source>
        <translation>{file} (병합 {number}번, {when})</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>외 {count}개</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>철회됨</translation>
    </message>
    <message>
        <source>sealed</source>
        <translation>봉인됨</translation>
    </message>
    <message>
        <source>present: {people}</source>
        <translation>함께한 사람: {people}</translation>
    </message>
    <message>
        <source>asleep</source>
        <translation>세지 않음</translation>
    </message>
    <message>
        <source>conflict</source>
        <translation>충돌</translation>
    </message>
    <message>
        <source>now</source>
        <translation>지금 값</translation>
    </message>
</context>
<context>
    <name>PastCard</name>
    <message>
        <source>History of the number</source>
        <translation>점수의 이력</translation>
    </message>
    <message>
        <source>Choose a mark at the right, then press Enter or click it.</source>
        <translation>오른쪽에서 점수를 골라 Enter를 누르거나 클릭하면, 누가 언제 무엇을 적었고 어느 파일로 왔는지 여기에 나옵니다.</translation>
    </message>
    <message>
        <source>Nothing was ever stored here.</source>
        <translation>여기에 적힌 적이 없습니다.</translation>
    </message>
</context>
<context>
    <name>PastModel</name>
    <message>
        <source>now</source>
        <translation>현재 값</translation>
    </message>
</context>
<context>
    <name>PeoplePopup</name>
    <message>
        <source>tick</source>
        <translation>고르기</translation>
    </message>
    <message>
        <source>take</source>
        <translation>정하기</translation>
    </message>
    <message>
        <source>leave</source>
        <translation>그만두기</translation>
    </message>
</context>
<context>
    <name>PhrasePopup</name>
    <message>
        <source>The phrases could not be read. Their file was kept as {name}.</source>
        <translation>문구 파일을 읽지 못했습니다. 그 파일은 {name} 이름으로 남겨 두었습니다.</translation>
    </message>
    <message>
        <source>Find one of my phrases</source>
        <translation>내 문구 찾기</translation>
    </message>
    <message>
        <source>Keep the present text as a phrase   Ctrl+Enter</source>
        <translation>지금 글을 문구로 저장   Ctrl+Enter</translation>
    </message>
    <message>
        <source>Enter writes it   Delete removes it   Esc goes back</source>
        <translation>Enter 넣기   Delete 삭제   Esc 돌아가기</translation>
    </message>
    <message>
        <source>used {count} ×</source>
        <translation>{count}회</translation>
    </message>
    <message>
        <source>No phrase yet. Write a text you will need again, and keep it here.</source>
        <translation>아직 문구가 없습니다. 다시 쓸 글을 적고 여기에 저장해 두세요.</translation>
    </message>
    <message>
        <source>No phrase fits.</source>
        <translation>맞는 문구가 없습니다.</translation>
    </message>
    <message>
        <source>Kept as a phrase.</source>
        <translation>문구로 저장했습니다.</translation>
    </message>
    <message>
        <source>Removed. Ctrl+Z brings it back.</source>
        <translation>삭제했습니다. Ctrl+Z로 되살릴 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>Picture</name>
    <message>
        <source>The picture could not be written: {file}</source>
        <translation>그림을 저장하지 못했습니다: {file}</translation>
    </message>
    <message>
        <source>average {average}</source>
        <translation>평균 {average}점</translation>
    </message>
    <message>
        <source>Distribution of totals</source>
        <translation>총점 분포</translation>
    </message>
    <message>
        <source>services per {width} points</source>
        <translation>{width}점 간격 · 사무 수</translation>
    </message>
    <message>
        <source>Totals</source>
        <translation>사무별 총점</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>순위</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>사무</translation>
    </message>
    <message>
        <source>Adjusted</source>
        <translation>가감점</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>총점</translation>
    </message>
    <message>
        <source>Bonus</source>
        <translation>가점</translation>
    </message>
    <message>
        <source>Penalty</source>
        <translation>감점</translation>
    </message>
</context>
<context>
    <name>PlaceNotice</name>
    <message>
        <source>Stay with this file</source>
        <translation>이 파일로 계속</translation>
    </message>
    <message>
        <source>Make a working copy</source>
        <translation>작업 사본 만들기</translation>
    </message>
    <message>
        <source>Open the working copy</source>
        <translation>작업 사본 열기</translation>
    </message>
</context>
<context>
    <name>PledgePage</name>
    <message>
        <source>Integrity pledge</source>
        <translation>청렴서약</translation>
    </message>
    <message>
        <source>I score fairly, by the rubric, and on what I have seen and read myself.</source>
        <translation>평가지표에 따라, 직접 보고 읽은 것을 근거로 공정하게 평가하겠습니다.</translation>
    </message>
    <message>
        <source>Where I am kin to an operator, or have advised, researched for or contracted with it within three years, I recuse myself from that service.</source>
        <translation>수탁기관과 친족 관계이거나 최근 3년 안에 자문·연구·용역을 한 경우 그 사무의 평가를 회피하겠습니다.</translation>
    </message>
    <message>
        <source>I take no money, gift or favour in connection with this evaluation.</source>
        <translation>이 평가와 관련하여 금품이나 편의를 받지 않겠습니다.</translation>
    </message>
    <message>
        <source>What I learn in this evaluation I keep to myself, also after it.</source>
        <translation>평가에서 알게 된 내용은 평가가 끝난 뒤에도 밖에 알리지 않겠습니다.</translation>
    </message>
    <message>
        <source>{day}  Evaluator {code} {name}</source>
        <translation>{day}  평가위원 {code} {name}</translation>
    </message>
    <message>
        <source>I pledge this</source>
        <translation>서약합니다</translation>
    </message>
    <message>
        <source>Look around first</source>
        <translation>먼저 둘러보기</translation>
    </message>
    <message>
        <source>The day is stored in this file. To recuse yourself press Ctrl+R in a service.</source>
        <translation>서약한 날짜가 이 파일에 저장됩니다. 회피할 사무에서는 Ctrl+R을 누르세요.</translation>
    </message>
</context>
<context>
    <name>PreviewCard</name>
    <message>
        <source>What each service would get</source>
        <translation>사무별로 들어갈 수치</translation>
    </message>
    <message>
        <source>There is nothing to take in yet: see below what is missing.</source>
        <translation>아직 가져올 것이 없습니다. 아래의 고칠 것을 확인하십시오.</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>미리 보기</translation>
    </message>
    <message>
        <source>Computing…</source>
        <translation>계산하는 중…</translation>
    </message>
    <message>
        <source>Not computed: a number at the left is to be mended.</source>
        <translation>계산하지 않음: 왼쪽의 숫자를 고치십시오.</translation>
    </message>
    <message>
        <source>services {services} · rows {rows} · cells that change {cells}</source>
        <translation>사무 {services}개 · 응답 {rows}행 · 바뀌는 값 {cells}개</translation>
    </message>
</context>
<context>
    <name>ProblemStrip</name>
    <message>
        <source>Show the log</source>
        <translation>기록 보기</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>The program made a mistake. Everything stored in the file is safe.</source>
        <translation>프로그램에 오류가 생겼습니다. 파일에 저장된 것은 안전합니다.</translation>
    </message>
    <message>
        <source>It is written down here: {log}</source>
        <translation>기록: {log}</translation>
    </message>
</context>
<context>
    <name>Progress</name>
    <message>
        <source>Evaluator</source>
        <translation>평가위원</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>모두</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Receipt code</source>
        <translation>접수 번호</translation>
    </message>
    <message>
        <source>Last file</source>
        <translation>마지막 파일</translation>
    </message>
    <message>
        <source>Sealed</source>
        <translation>봉인</translation>
    </message>
    <message>
        <source>Not here yet</source>
        <translation>아직 안 옴</translation>
    </message>
    <message>
        <source>Interim</source>
        <translation>중간본</translation>
    </message>
</context>
<context>
    <name>ProgressPage</name>
    <message>
        <source>Progress</source>
        <translation>진행</translation>
    </message>
    <message>
        <source>No mark is expected of anybody. Assign evaluators first.</source>
        <translation>평점을 매길 평가위원이 없습니다. 먼저 배정하십시오.</translation>
    </message>
    <message>
        <source>Evaluators</source>
        <translation>평가위원</translation>
    </message>
    <message>
        <source>{sealed} of {count} evaluators sealed · {missing} marks missing</source>
        <translation>평가위원 {count}명 중 {sealed}명 봉인 · 빠진 평점 {missing}개</translation>
    </message>
</context>
<context>
    <name>QuestionsCard</name>
    <message>
        <source>What to ask</source>
        <translation>물어볼 것</translation>
    </message>
    <message>
        <source>What to ask {who}</source>
        <translation>{who} 위원에게 물어볼 것</translation>
    </message>
    <message>
        <source>show the service</source>
        <translation>사무 보기</translation>
    </message>
    <message>
        <source>Nothing stands out.</source>
        <translation>눈에 띄는 것이 없습니다.</translation>
    </message>
    <message>
        <source>Nothing stands out for this evaluator.</source>
        <translation>이 위원에게서 눈에 띄는 것이 없습니다.</translation>
    </message>
</context>
<context>
    <name>RankingCard</name>
    <message>
        <source>Totals</source>
        <translation>사무별 총점</translation>
    </message>
</context>
<context>
    <name>ReadingPage</name>
    <message>
        <source>Reading the round</source>
        <translation>회차를 읽는 중</translation>
    </message>
</context>
<context>
    <name>ReadingView</name>
    <message>
        <source>Reading {name}</source>
        <translation>{name} 읽는 중</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>멈추기</translation>
    </message>
</context>
<context>
    <name>ReasonLine</name>
    <message>
        <source>Give a reason first; it stands in the history.</source>
        <translation>까닭을 먼저 적으십시오. 이력에 남습니다.</translation>
    </message>
</context>
<context>
    <name>ReceiptCard</name>
    <message>
        <source>Receipt code</source>
        <translation>접수 번호</translation>
    </message>
    <message>
        <source>No longer holds</source>
        <translation>더 이상 맞지 않는 번호</translation>
    </message>
    <message>
        <source>Copy the code</source>
        <translation>번호 복사</translation>
    </message>
    <message>
        <source>Open the score sheet</source>
        <translation>평가표 PDF 열기</translation>
    </message>
    <message>
        <source>Save the files…</source>
        <translation>제출 파일 저장…</translation>
    </message>
    <message>
        <source>Check and hand over again</source>
        <translation>점검하고 다시 제출</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>제출 파일 있는 폴더 열기</translation>
    </message>
</context>
<context>
    <name>ReceiptView</name>
    <message>
        <source>Choose another folder…</source>
        <translation>다른 폴더 고르기…</translation>
    </message>
    <message>
        <source>Show all remarks</source>
        <translation>점검 목록 보기</translation>
    </message>
    <message>
        <source>Save them to another folder too…</source>
        <translation>다른 폴더에도 저장…</translation>
    </message>
    <message>
        <source>Hand over again</source>
        <translation>다시 제출해 주세요</translation>
    </message>
    <message>
        <source>The files written under the struck-out code no longer fit this book.</source>
        <translation>줄 그은 번호로 저장한 파일은 지금 채점 파일과 맞지 않습니다. 내지 마세요.</translation>
    </message>
    <message>
        <source>Sealed</source>
        <translation>제출했습니다</translation>
    </message>
    <message>
        <source>Compare this code with the one on the score sheet, then sign the sheet.</source>
        <translation>아래 접수 번호가 평가표에 적힌 번호와 같은지 보고 서명해 주세요.</translation>
    </message>
    <message>
        <source>If you change even one score, this code no longer holds. Then hand over again and get a new code.</source>
        <translation>점수를 하나라도 고치면 이 번호는 더 이상 맞지 않습니다. 그때는 다시 제출해 새 번호를 받으세요.</translation>
    </message>
    <message>
        <source>The seal stays valid; only the files are missing.</source>
        <translation>접수 번호는 그대로 유효하며, 파일만 저장되지 않았습니다.</translation>
    </message>
    <message>
        <source>The rubric changed since this code was given.</source>
        <translation>이 번호를 받은 뒤 평가표가 바뀌었습니다.</translation>
    </message>
    <message>
        <source>Changes since this code was given: {count}</source>
        <translation>이 번호를 받은 뒤 {count}곳이 바뀌었습니다.</translation>
    </message>
    <message>
        <source>Given {time}</source>
        <translation>{time} 봉인</translation>
    </message>
    <message>
        <source>Sealed {time} · marks {marks}, not applicable {out}, comments {comments}, findings {findings}</source>
        <translation>{time} 봉인 · 점수 {marks}개, 해당 없음 {out}개, 의견 {comments}개, 성과·과제 {findings}개</translation>
    </message>
    <message>
        <source>What to do now</source>
        <translation>이제 할 일</translation>
    </message>
    <message>
        <source>Choose a folder. A copy of the book and the score sheet go there.</source>
        <translation>폴더를 고르면 채점 파일 사본과 평가표를 저장합니다</translation>
    </message>
    <message>
        <source>1. Save the files</source>
        <translation>1. 제출 파일을 저장하세요</translation>
    </message>
    <message>
        <source>2. Print the score sheet and sign it</source>
        <translation>2. 평가표 PDF를 인쇄해 서명하세요</translation>
    </message>
    <message>
        <source>1. The files are saved</source>
        <translation>1. 제출 파일을 저장했습니다</translation>
    </message>
    <message>
        <source>{name} · {pages} pages, each with the code</source>
        <translation>{name} · {pages}쪽, 쪽마다 접수 번호가 찍힙니다</translation>
    </message>
    <message>
        <source>Contact: {contact}</source>
        <translation>담당: {contact}</translation>
    </message>
    <message>
        <source>Until {day}</source>
        <translation>기한: {day}</translation>
    </message>
    <message>
        <source>3. Give the file and the signed sheet to the project lead</source>
        <translation>3. 파일과 서명한 평가표를 담당자에게 내세요</translation>
    </message>
    <message>
        <source>Check before handing over</source>
        <translation>제출 전 점검</translation>
    </message>
    <message>
        <source>Marks that ask for a comment: {count}</source>
        <translation>의견을 적어야 할 점수 {count}개</translation>
    </message>
    <message>
        <source>The integrity pledge is not confirmed</source>
        <translation>청렴서약을 확인하지 않았습니다</translation>
    </message>
    <message>
        <source>Recused services: {count}</source>
        <translation>회피한 사무 {count}개</translation>
    </message>
    <message>
        <source> and {count} more</source>
        <translation> 외 {count}개</translation>
    </message>
</context>
<context>
    <name>RecentModel</name>
    <message>
        <source>Score book of {name}</source>
        <translation>{name} 채점 파일</translation>
    </message>
    <message>
        <source>The file is gone. Plug in its drive, or press Del to take it off.</source>
        <translation>파일이 없습니다. USB를 꽂거나 Del로 목록에서 지우세요.</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>회차</translation>
    </message>
    <message>
        <source>{what} (rehearsal)</source>
        <translation>{what}(연습)</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>찾을 수 없음</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>제출함</translation>
    </message>
    <message>
        <source>{given} / {expected} indicators</source>
        <translation>{given} / {expected} 지표</translation>
    </message>
    <message>
        <source>Conflicts: {count}</source>
        <translation>충돌 {count}건</translation>
    </message>
    <message>
        <source>Incomplete: {count}</source>
        <translation>미완료 {count}개</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>완료</translation>
    </message>
</context>
<context>
    <name>RecusalForm</name>
    <message>
        <source>Recusal from {services}: his marks there no longer count.</source>
        <translation>{services}에서 빠집니다. 그 사무의 점수는 더 세지 않습니다.</translation>
    </message>
    <message>
        <source>Evaluator</source>
        <translation>평가위원</translation>
    </message>
    <message>
        <source>Lift the recusal</source>
        <translation>되돌림(다시 맡음)</translation>
    </message>
    <message>
        <source>Way of recusal</source>
        <translation>제척·기피·회피</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>까닭</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>기록</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>그만두기</translation>
    </message>
    <message>
        <source>{some} and {count} more</source>
        <translation>{some} 외 {count}개</translation>
    </message>
    <message>
        <source>Give a reason first; it is kept with the recusal.</source>
        <translation>까닭을 먼저 적으십시오. 제척·기피·회피와 함께 남습니다.</translation>
    </message>
</context>
<context>
    <name>RecusalStrip</name>
    <message>
        <source>The reason, such as advice given within 3 years</source>
        <translation>이유 (예: 최근 3년 이내 자문)</translation>
    </message>
    <message>
        <source>Reason of the recusal</source>
        <translation>회피 이유</translation>
    </message>
    <message>
        <source>Recuse myself</source>
        <translation>회피하기</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Withdraw the recusal</source>
        <translation>회피 철회</translation>
    </message>
    <message>
        <source>You recused yourself: {reason}. The marks are kept and do not count.</source>
        <translation>회피한 사무입니다: {reason}. 점수는 보관되지만 집계하지 않습니다.</translation>
    </message>
    <message>
        <source>Recuse yourself from this service? Marks are kept and will not count.</source>
        <translation>이 사무의 평가를 회피합니까? 점수는 보관되지만 집계하지 않습니다.</translation>
    </message>
    <message>
        <source>A recusal needs its reason. Nothing was changed yet.</source>
        <translation>회피하려면 이유를 적어야 합니다. 아직 아무것도 바뀌지 않았습니다.</translation>
    </message>
</context>
<context>
    <name>RefusedPanel</name>
    <message>
        <source>Nothing was pasted. Cells that cannot take what was copied: {count}</source>
        <translation>아무것도 붙여 넣지 않았습니다. 받을 수 없는 칸이 {count}개 있습니다.</translation>
    </message>
    <message>
        <source>Mend them in the spreadsheet and copy again. Enter goes to the cell, Esc closes.</source>
        <translation>스프레드시트에서 고친 뒤 다시 복사해 주세요. Enter는 그 칸으로 가고 Esc는 목록을 닫습니다.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
</context>
<context>
    <name>RefusedView</name>
    <message>
        <source>Choose another file…</source>
        <translation>다른 파일 고르기…</translation>
    </message>
    <message>
        <source>Back to scoring</source>
        <translation>채점으로 돌아가기</translation>
    </message>
</context>
<context>
    <name>RemarkModel</name>
    <message>
        <source>The whole book</source>
        <translation>채점 파일 전체</translation>
    </message>
    <message>
        <source>Integrity pledge</source>
        <translation>청렴서약</translation>
    </message>
    <message>
        <source>Recusal</source>
        <translation>회피</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>성과·과제</translation>
    </message>
    <message>
        <source>Overall opinion</source>
        <translation>종합 의견</translation>
    </message>
    <message>
        <source>Findings and opinion</source>
        <translation>성과·과제와 의견</translation>
    </message>
</context>
<context>
    <name>ReminderCard</name>
    <message>
        <source>no file yet</source>
        <translation>아직 파일이 없음</translation>
    </message>
    <message>
        <source>Nothing is missing.</source>
        <translation>빠진 평점이 없습니다.</translation>
    </message>
    <message>
        <source>Services with missing marks</source>
        <translation>평점이 빠진 사무</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>사무</translation>
    </message>
    <message>
        <source>Missing marks</source>
        <translation>빠진 평점</translation>
    </message>
    <message>
        <source>Reminder</source>
        <translation>독려 글</translation>
    </message>
    <message>
        <source>Copy the reminder</source>
        <translation>독려 글 복사</translation>
    </message>
    <message>
        <source>copies it from the list</source>
        <translation>목록에서 바로 복사</translation>
    </message>
    <message>
        <source>Replace this evaluator…</source>
        <translation>이 평가위원 교체…</translation>
    </message>
    <message>
        <source>Copied: {name}</source>
        <translation>복사했습니다: {name}</translation>
    </message>
</context>
<context>
    <name>ReplacingForm</name>
    <message>
        <source>Replace an evaluator</source>
        <translation>평가위원 교체</translation>
    </message>
    <message>
        <source>Who leaves</source>
        <translation>떠나는 위원</translation>
    </message>
    <message>
        <source>How this is recorded</source>
        <translation>기록할 구분</translation>
    </message>
    <message>
        <source>Code of who takes over</source>
        <translation>넘겨받는 위원의 코드</translation>
    </message>
    <message>
        <source>Name, where he is new</source>
        <translation>이름(새 위원이면)</translation>
    </message>
    <message>
        <source>Affiliation, where he is new</source>
        <translation>소속(새 위원이면)</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>까닭</translation>
    </message>
    <message>
        <source>Replace and write the book…</source>
        <translation>교체하고 채점 파일 쓰기…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>그만두기</translation>
    </message>
    <message>
        <source>All services of who leaves go to who takes over, and his new score book is written. Marks that are there are kept but no longer counted.</source>
        <translation>떠나는 위원의 모든 사무를 새 위원에게 맡기고 새 채점 파일을 씁니다. 이미 있는 점수는 지우지 않지만 더 세지 않습니다.</translation>
    </message>
    <message>
        <source>{arriving} has taken over {count} services from {leaving}. The book was written: {file}</source>
        <translation>{arriving} 위원이 {leaving} 위원의 사무 {count}개를 넘겨받았습니다. 채점 파일: {file}</translation>
    </message>
    <message>
        <source>Folder for the new score book</source>
        <translation>새 채점 파일을 둘 폴더</translation>
    </message>
    <message>
        <source>Say who takes over.</source>
        <translation>누가 넘겨받는지 적으십시오.</translation>
    </message>
    <message>
        <source>Give a reason first; it stands in the history.</source>
        <translation>까닭을 먼저 적으십시오. 이력에 남습니다.</translation>
    </message>
    <message>
        <source>Replacing the evaluator</source>
        <translation>평가위원 교체</translation>
    </message>
</context>
<context>
    <name>RescuePage</name>
    <message>
        <source>{name} is damaged</source>
        <translation>{name} 파일이 손상되었습니다</translation>
    </message>
    <message>
        <source>It no longer proves itself whole, so it was not opened. The file itself stays exactly as it is.</source>
        <translation>파일이 온전한지 확인되지 않아 열지 않았습니다. 이 파일은 그대로 둡니다.</translation>
    </message>
    <message>
        <source>Newest sound backup</source>
        <translation>가장 최근의 온전한 백업</translation>
    </message>
    <message>
        <source>What can be read</source>
        <translation>읽을 수 있는 것</translation>
    </message>
    <message>
        <source>Every entry that still proves itself goes into a new file, which says what is missing.</source>
        <translation>확인되는 기록은 모두 새 파일에 담고, 빠진 것은 하나씩 알려 줍니다.</translation>
    </message>
    <message>
        <source>Open the backup as a new file</source>
        <translation>백업을 새 파일로 열기</translation>
    </message>
    <message>
        <source>Save what can be read as a new file</source>
        <translation>읽을 수 있는 것을 새 파일로 저장</translation>
    </message>
    <message>
        <source>There is none on this computer.</source>
        <translation>이 컴퓨터에는 없습니다.</translation>
    </message>
    <message>
        <source>Looking for it…</source>
        <translation>찾는 중…</translation>
    </message>
    <message>
        <source>restored</source>
        <translation>복원</translation>
    </message>
    <message>
        <source>salvaged</source>
        <translation>되살림</translation>
    </message>
</context>
<context>
    <name>RestoredTray</name>
    <message>
        <source>Open the new file</source>
        <translation>새 파일 열기</translation>
    </message>
    <message>
        <source>Open the restored file</source>
        <translation>복원한 파일 열기</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>폴더 열기</translation>
    </message>
    <message>
        <source>Restored as {name}</source>
        <translation>{name} 파일로 복원했습니다</translation>
    </message>
    <message>
        <source>in {folder}; the open file is unchanged.</source>
        <translation>위치: {folder} · 열려 있는 파일은 그대로입니다.</translation>
    </message>
    <message>
        <source>The new file is {name}</source>
        <translation>새 파일 {name}</translation>
    </message>
    <message>
        <source>in {folder}; the damaged file is unchanged.</source>
        <translation>위치: {folder} · 손상된 파일은 그대로입니다.</translation>
    </message>
</context>
<context>
    <name>Result</name>
    <message>
        <source>Exempt</source>
        <translation>제외</translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation>충돌</translation>
    </message>
    <message>
        <source>Incomplete</source>
        <translation>미완료</translation>
    </message>
    <message>
        <source>Below the cut</source>
        <translation>배제 대상</translation>
    </message>
    <message>
        <source>Pass</source>
        <translation>통과</translation>
    </message>
    <message>
        <source>Hinges on one</source>
        <translation>한 명에 좌우</translation>
    </message>
    <message>
        <source>Near</source>
        <translation>근접</translation>
    </message>
    <message>
        <source>Firm</source>
        <translation>확고</translation>
    </message>
    <message>
        <source>No service can be counted yet.</source>
        <translation>아직 셀 수 있는 사무가 없습니다.</translation>
    </message>
    <message>
        <source>None of {counted} services is below {cut} points</source>
        <translation>{counted}개 사무 중 {cut}점 미만 없음</translation>
    </message>
    <message>
        <source>Below {cut} points: *{below} of {counted} services ({share}%)*</source>
        <translation>{counted}개 사무 중 *{below}개 ({share}%)*가 {cut}점 미만</translation>
    </message>
    <message>
        <source>Counted {counted}, incomplete {incomplete}, conflicts {conflicts}</source>
        <translation>완료 {counted}개 사무, 미완료 {incomplete}, 충돌 {conflicts}</translation>
    </message>
    <message>
        <source>, exempt {count}</source>
        <translation>, 제외 {count}</translation>
    </message>
    <message>
        <source>Final result</source>
        <translation>확정</translation>
    </message>
    <message>
        <source>Not final</source>
        <translation>확정 전</translation>
    </message>
    <message>
        <source>Below {cut} points</source>
        <translation>{cut}점 미만</translation>
    </message>
    <message>
        <source>cut {cut}</source>
        <translation>배제기준 {cut}점</translation>
    </message>
    <message>
        <source>{lower} to below {upper} points</source>
        <translation>{lower}점 이상 {upper}점 미만</translation>
    </message>
    <message>
        <source>&lt; {upper}</source>
        <translation>{upper} 미만</translation>
    </message>
    <message>
        <source>≥ {lower}</source>
        <translation>{lower} 이상</translation>
    </message>
    <message>
        <source>{band}: services {count}</source>
        <translation>{band} {count}개 사무</translation>
    </message>
    <message>
        <source>Order: highest in {section} first</source>
        <translation>정렬: {section} 높은 순</translation>
    </message>
    <message>
        <source>Order: highest total first</source>
        <translation>정렬: 총점 높은 순</translation>
    </message>
    <message>
        <source>Order: by number</source>
        <translation>정렬: 번호 순</translation>
    </message>
    <message>
        <source>Order: nearest to the cut first</source>
        <translation>정렬: 기준에 가까운 순</translation>
    </message>
</context>
<context>
    <name>ResultsPage</name>
    <message>
        <source>Reading the history</source>
        <translation>이력 읽기</translation>
    </message>
    <message>
        <source>Pictures ({kinds})</source>
        <translation>그림 ({kinds})</translation>
    </message>
    <message>
        <source>chart</source>
        <translation>그림</translation>
    </message>
    <message>
        <source>Saving the picture</source>
        <translation>그림 저장</translation>
    </message>
    <message>
        <source>Export the report…</source>
        <translation>보고서 내보내기…</translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation>그림 저장</translation>
    </message>
    <message>
        <source>Distribution of totals…</source>
        <translation>총점 분포…</translation>
    </message>
    <message>
        <source>Totals of all services…</source>
        <translation>사무별 총점…</translation>
    </message>
    <message>
        <source>Both in one picture…</source>
        <translation>두 그림을 한 장에…</translation>
    </message>
    <message>
        <source>Saved: {file}</source>
        <translation>저장했습니다: {file}</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>결과</translation>
    </message>
</context>
<context>
    <name>Robustness</name>
    <message>
        <source>By mean</source>
        <translation>모두 산술평균</translation>
    </message>
    <message>
        <source>By median</source>
        <translation>모두 중앙값</translation>
    </message>
    <message>
        <source>By trimmed mean</source>
        <translation>모두 절사평균</translation>
    </message>
    <message>
        <source>Rounded by indicator</source>
        <translation>지표에서 반올림</translation>
    </message>
    <message>
        <source>Rounded by section</source>
        <translation>분야에서 반올림</translation>
    </message>
    <message>
        <source>Rounded in the total</source>
        <translation>총점에서 반올림</translation>
    </message>
    <message>
        <source>Other satisfaction rule</source>
        <translation>만족도 다른 환산</translation>
    </message>
    <message>
        <source>Agreed mark</source>
        <translation>합의 점수</translation>
    </message>
    <message>
        <source>{who}, {code} {name}: rating {before} → {after} ({by} points)</source>
        <translation>{who} · {code} {name}: 평점 {before} → {after} ({by}점)</translation>
    </message>
    <message>
        <source>{who}, {code} {name}: {before} → {after} ({by} points)</source>
        <translation>{who} · {code} {name}: {before} → {after} ({by}점)</translation>
    </message>
    <message>
        <source>{who}, {code} {name}: {before} → {after} points ({by})</source>
        <translation>{who} · {code} {name}: {before} → {after}점 ({by}점)</translation>
    </message>
    <message>
        <source>The total would be {total} and the verdict “{verdict}”.</source>
        <translation>이때 총점은 {total}점, 판정은 ‘{verdict}’입니다.</translation>
    </message>
    <message>
        <source>Without the marks of {names} the verdict is the other one.</source>
        <translation>{names} 위원의 점수를 빼면 판정이 바뀝니다.</translation>
    </message>
    <message>
        <source>Without any one of {names} the verdict is the other one.</source>
        <translation>{names} 위원 가운데 한 명의 점수만 빼도 판정이 바뀝니다.</translation>
    </message>
    <message>
        <source>Computed otherwise the verdict is the other one: {ways}.</source>
        <translation>다르게 산출하면 판정이 바뀝니다: {ways}.</translation>
    </message>
    <message>
        <source>One mark changed by at most a quarter of its maximum turns the verdict.</source>
        <translation>점수 하나를 그 배점의 4분의 1 이내로 바꾸면 판정이 바뀝니다.</translation>
    </message>
    <message>
        <source>No evaluator left out, no other way of computing and no small change of one mark turns the verdict.</source>
        <translation>위원 한 명을 빼거나, 다르게 산출하거나, 점수 하나를 조금 바꾸어도 판정은 그대로입니다.</translation>
    </message>
    <message>
        <source>Without one evaluator the verdict is the other one.</source>
        <translation>위원 한 명의 점수를 빼면 판정이 바뀝니다.</translation>
    </message>
    <message>
        <source>Another way of computing turns it, or one mark changed by at most a quarter of its maximum, which is one step of a five-point scale.</source>
        <translation>다르게 산출하거나, 점수 하나를 배점의 4분의 1(5단계 척도의 한 단계) 이내로 바꾸면 판정이 바뀝니다.</translation>
    </message>
    <message>
        <source>Neither of these turns it.</source>
        <translation>어느 쪽으로도 바뀌지 않습니다.</translation>
    </message>
    <message>
        <source>Firmness</source>
        <translation>견고성</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>사무</translation>
    </message>
    <message>
        <source>cannot be computed</source>
        <translation>산출 불가</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>총점</translation>
    </message>
</context>
<context>
    <name>RobustnessPage</name>
    <message>
        <source>Robustness</source>
        <translation>견고성</translation>
    </message>
    <message>
        <source>No service is counted yet. Once all its marks are in, it is shown here.</source>
        <translation>아직 집계된 사무가 없습니다. 점수가 모두 들어온 사무가 여기에 나옵니다.</translation>
    </message>
    <message>
        <source>To merging</source>
        <translation>병합으로</translation>
    </message>
    <message>
        <source>Hinge on one {hinges}, near {close}, firm {firm}</source>
        <translation>한 명에 좌우 {hinges}, 근접 {close}, 확고 {firm}</translation>
    </message>
</context>
<context>
    <name>RosterPage</name>
    <message>
        <source>Replace an evaluator…</source>
        <translation>평가위원 교체…</translation>
    </message>
    <message>
        <source>Services and people</source>
        <translation>사무·배정</translation>
    </message>
    <message>
        <source>Services {count}</source>
        <translation>사무 {count}</translation>
    </message>
    <message>
        <source>Evaluators {count}</source>
        <translation>평가위원 {count}</translation>
    </message>
    <message>
        <source>Assignment rows {count}</source>
        <translation>배정 행 {count}</translation>
    </message>
    <message>
        <source>Assignments</source>
        <translation>배정</translation>
    </message>
</context>
<context>
    <name>RoundSession</name>
    <message>
        <source>Another window is writing this round.</source>
        <translation>다른 창에서 이 회차를 쓰고 있습니다.</translation>
    </message>
    <message>
        <source>The round is final. Reopen it on the page History.</source>
        <translation>확정한 회차입니다. 이력에서 확정을 푸십시오.</translation>
    </message>
    <message>
        <source>Reading the result</source>
        <translation>결과를 읽고 있습니다</translation>
    </message>
    <message>
        <source>Looking at the files</source>
        <translation>파일을 살펴보고 있습니다</translation>
    </message>
    <message>
        <source>Merging</source>
        <translation>합치고 있습니다</translation>
    </message>
    <message>
        <source>Writing score books</source>
        <translation>채점 파일을 만들고 있습니다</translation>
    </message>
    <message>
        <source>Writing the report</source>
        <translation>보고서를 쓰고 있습니다</translation>
    </message>
</context>
<context>
    <name>RowButtons</name>
    <message>
        <source>Add a row</source>
        <translation>행 더하기</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>지우기</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>위로</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>아래로</translation>
    </message>
    <message>
        <source>edit the cell</source>
        <translation>칸 고치기</translation>
    </message>
    <message>
        <source>paste from Excel</source>
        <translation>엑셀에서 붙여 넣기</translation>
    </message>
    <message>
        <source>leave the table</source>
        <translation>표에서 나가기</translation>
    </message>
</context>
<context>
    <name>RubricPage</name>
    <message>
        <source>{section} · {points} points</source>
        <translation>{section} · {points}점</translation>
    </message>
    <message>
        <source>Rubric</source>
        <translation>평가표</translation>
    </message>
</context>
<context>
    <name>ScaleFields</name>
    <message>
        <source>Scale</source>
        <translation>척도</translation>
    </message>
    <message>
        <source>Factors weigh</source>
        <translation>요소 가중치</translation>
    </message>
    <message>
        <source>Lowest answer of the scale</source>
        <translation>척도의 최소</translation>
    </message>
    <message>
        <source>Highest answer of the scale</source>
        <translation>척도의 최대</translation>
    </message>
    <message>
        <source>Percent that the factor questions weigh</source>
        <translation>요소 문항의 가중치(%)</translation>
    </message>
    <message>
        <source>% (no effect: one part only)</source>
        <translation>% (한쪽뿐이라 쓰이지 않음)</translation>
    </message>
    <message>
        <source>%, overall {rest} %</source>
        <translation>%, 전반 {rest} %</translation>
    </message>
</context>
<context>
    <name>SectionsCard</name>
    <message>
        <source>Sections</source>
        <translation>분야</translation>
    </message>
    <message>
        <source>Together {total} of 100 points</source>
        <translation>합계 {total} / 100점</translation>
    </message>
</context>
<context>
    <name>ServiceCard</name>
    <message>
        <source>history of the mark</source>
        <translation>점수의 이력</translation>
    </message>
    <message>
        <source>back</source>
        <translation>돌아가기</translation>
    </message>
    <message>
        <source>/ 100 pt</source>
        <translation>/ 100점</translation>
    </message>
    <message>
        <source>Adjusted</source>
        <translation>가감점</translation>
    </message>
    <message>
        <source>rank {rank} of {counted} · {gap} from the cut</source>
        <translation>{counted}개 중 {rank}위 · 기준과의 차이 {gap}</translation>
    </message>
</context>
<context>
    <name>ServiceChoice</name>
    <message>
        <source>Service: number or part of the name</source>
        <translation>사무: 번호나 이름 일부</translation>
    </message>
    <message>
        <source>Services found</source>
        <translation>찾은 사무</translation>
    </message>
</context>
<context>
    <name>ServiceModel</name>
    <message>
        <source>final wording for {done} of {count} kinds, remarks {remarks}</source>
        <translation>최종 문안 {count}종 중 {done}종, 지적 {remarks}</translation>
    </message>
</context>
<context>
    <name>ServicesCard</name>
    <message>
        <source>All {count}</source>
        <translation>전체 {count}</translation>
    </message>
    <message>
        <source>Open {count}</source>
        <translation>미작성 {count}</translation>
    </message>
    <message>
        <source>Flags {count}</source>
        <translation>지적 {count}</translation>
    </message>
    <message>
        <source>All services</source>
        <translation>모든 사무</translation>
    </message>
    <message>
        <source>Services without a final wording</source>
        <translation>최종 문안이 없는 사무</translation>
    </message>
    <message>
        <source>Services with remarks</source>
        <translation>지적이 있는 사무</translation>
    </message>
    <message>
        <source>No service fits this choice.</source>
        <translation>이 조건에 맞는 사무가 없습니다.</translation>
    </message>
    <message>
        <source>This round has no service to evaluate.</source>
        <translation>이 회차에는 평가할 사무가 없습니다.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>조건 지우기</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>사무</translation>
    </message>
</context>
<context>
    <name>SetupBar</name>
    <message>
        <source>Everything on these pages is in force.</source>
        <translation>이 화면들의 내용은 모두 적용되어 있습니다.</translation>
    </message>
    <message>
        <source>Changes that are not applied yet; they are kept in the round.</source>
        <translation>아직 적용하지 않은 변경이 있습니다. 회차 파일에 보관되어 있습니다.</translation>
    </message>
    <message>
        <source>Problems: {count}</source>
        <translation>고칠 것 {count}건</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>변경 버리기</translation>
    </message>
    <message>
        <source>Apply…</source>
        <translation>적용…</translation>
    </message>
    <message>
        <source>Mend the problems first.</source>
        <translation>고칠 것을 먼저 고치십시오.</translation>
    </message>
</context>
<context>
    <name>SetupChoices</name>
    <message>
        <source>Common</source>
        <translation>공통분야</translation>
    </message>
    <message>
        <source>Individual</source>
        <translation>개별분야</translation>
    </message>
    <message>
        <source>Satisfaction</source>
        <translation>사용자 만족도</translation>
    </message>
    <message>
        <source>Single mark</source>
        <translation>한 사람 점수</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>평균</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>중앙값</translation>
    </message>
    <message>
        <source>Trimmed mean</source>
        <translation>절사평균</translation>
    </message>
    <message>
        <source>Consensus</source>
        <translation>합의</translation>
    </message>
    <message>
        <source>Each indicator</source>
        <translation>지표마다</translation>
    </message>
    <message>
        <source>Each section</source>
        <translation>분야마다</translation>
    </message>
    <message>
        <source>The total only</source>
        <translation>총점에서 한 번</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>예</translation>
    </message>
    <message>
        <source>No</source>
        <translation>아니요</translation>
    </message>
    <message>
        <source>Achievement: actual / target</source>
        <translation>달성도: 실적 / 목표</translation>
    </message>
    <message>
        <source>Achievement, less is better: target / actual</source>
        <translation>달성도(낮을수록 좋음): 목표 / 실적</translation>
    </message>
    <message>
        <source>Steps of the achievement</source>
        <translation>달성률 구간표</translation>
    </message>
    <message>
        <source>Between a low and a high value</source>
        <translation>최저값과 최고값 사이</translation>
    </message>
    <message>
        <source>Mean over several years</source>
        <translation>여러 해 평균</translation>
    </message>
    <message>
        <source>Done, of what was found</source>
        <translation>지적 건수 가운데 완료</translation>
    </message>
    <message>
        <source>Survey, from lowest value</source>
        <translation>만족도: 최저값부터</translation>
    </message>
    <message>
        <source>Survey, from zero</source>
        <translation>만족도: 0부터</translation>
    </message>
    <message>
        <source>Disqualified by rule</source>
        <translation>제척</translation>
    </message>
    <message>
        <source>Challenged by the operator</source>
        <translation>기피</translation>
    </message>
    <message>
        <source>Recused himself</source>
        <translation>회피</translation>
    </message>
    <message>
        <source>Evaluated</source>
        <translation>평가</translation>
    </message>
    <message>
        <source>Exempt</source>
        <translation>평가 제외</translation>
    </message>
    <message>
        <source>Assigned</source>
        <translation>배정</translation>
    </message>
    <message>
        <source>Qualitative</source>
        <translation>정성</translation>
    </message>
    <message>
        <source>Quantitative</source>
        <translation>정량</translation>
    </message>
    <message>
        <source>Survey</source>
        <translation>설문</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>점수</translation>
    </message>
    <message>
        <source>Rating 0–100</source>
        <translation>평점 0–100</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>등급</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>실적</translation>
    </message>
    <message>
        <source>Evaluator</source>
        <translation>평가위원</translation>
    </message>
    <message>
        <source>Lead secretary</source>
        <translation>총괄간사</translation>
    </message>
    <message>
        <source>Quantitative secretary</source>
        <translation>계량간사</translation>
    </message>
</context>
<context>
    <name>SetupColumns</name>
    <message>
        <source>Overview</source>
        <translation>평가 개요</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>분야</translation>
    </message>
    <message>
        <source>Indicators</source>
        <translation>지표</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>사무</translation>
    </message>
    <message>
        <source>Evaluators</source>
        <translation>평가위원</translation>
    </message>
    <message>
        <source>Assignments</source>
        <translation>배정</translation>
    </message>
    <message>
        <source>Levels</source>
        <translation>등급</translation>
    </message>
    <message>
        <source>Formulas</source>
        <translation>산식</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>코드</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>분야</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>묶음</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>성격</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>척도</translation>
    </message>
    <message>
        <source>Maximum</source>
        <translation>배점</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>점수 단위</translation>
    </message>
    <message>
        <source>Applies to</source>
        <translation>적용 대상</translation>
    </message>
    <message>
        <source>Several marks</source>
        <translation>합치는 법</translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation>안내</translation>
    </message>
    <message>
        <source>May be n/a</source>
        <translation>해당 없음</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>연번</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>유형</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>담당 부서</translation>
    </message>
    <message>
        <source>Operators</source>
        <translation>수탁기관</translation>
    </message>
    <message>
        <source>Term ends</source>
        <translation>위탁 만료</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>까닭</translation>
    </message>
    <message>
        <source>Affiliation</source>
        <translation>소속</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>역할</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>등급</translation>
    </message>
    <message>
        <source>Percent</source>
        <translation>비율(%)</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>설명</translation>
    </message>
    <message>
        <source>Evaluator</source>
        <translation>평가위원</translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation>지표</translation>
    </message>
    <message>
        <source>Formula</source>
        <translation>산식</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>매개변수</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>단위</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>항목</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>값</translation>
    </message>
</context>
<context>
    <name>SetupDraft</name>
    <message>
        <source>Discard the changes</source>
        <translation>변경 버리기</translation>
    </message>
</context>
<context>
    <name>SetupPage</name>
    <message>
        <source>Import…</source>
        <translation>가져오기…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>내보내기…</translation>
    </message>
    <message>
        <source>Workbook or table…</source>
        <translation>엑셀이나 .csv 파일…</translation>
    </message>
    <message>
        <source>Folder of tables…</source>
        <translation>.csv 폴더…</translation>
    </message>
    <message>
        <source>As a workbook…</source>
        <translation>엑셀 파일로…</translation>
    </message>
    <message>
        <source>As a folder of tables…</source>
        <translation>.csv 폴더로…</translation>
    </message>
    <message>
        <source>Undo: {step}</source>
        <translation>되돌리기: {step}</translation>
    </message>
    <message>
        <source>Redo: {step}</source>
        <translation>다시 하기: {step}</translation>
    </message>
    <message>
        <source>Taken back: {step}</source>
        <translation>되돌렸습니다: {step}</translation>
    </message>
    <message>
        <source>Done again: {step}</source>
        <translation>다시 했습니다: {step}</translation>
    </message>
    <message>
        <source>Looking what the changes do</source>
        <translation>바뀌는 것 확인</translation>
    </message>
    <message>
        <source>Applying the changes</source>
        <translation>변경 적용</translation>
    </message>
    <message>
        <source>Reading the tables</source>
        <translation>표 읽기</translation>
    </message>
    <message>
        <source>Import from {name}</source>
        <translation>가져오기: {name}</translation>
    </message>
    <message>
        <source>Export the tables as</source>
        <translation>표를 내보낼 파일</translation>
    </message>
    <message>
        <source>Workbooks (*.xlsx)</source>
        <translation>엑셀 파일 (*.xlsx)</translation>
    </message>
    <message>
        <source>Folder in which the tables shall stand</source>
        <translation>표를 둘 폴더</translation>
    </message>
    <message>
        <source>Writing the tables</source>
        <translation>표 쓰기</translation>
    </message>
    <message>
        <source>Written: {file}</source>
        <translation>썼습니다: {file}</translation>
    </message>
</context>
<context>
    <name>SetupRound</name>
    <message>
        <source>What is evaluated</source>
        <translation>무엇을 평가하는가</translation>
    </message>
    <message>
        <source>How points are computed</source>
        <translation>점수를 내는 법</translation>
    </message>
    <message>
        <source>What evaluators must explain</source>
        <translation>평가위원이 까닭을 적어야 할 때</translation>
    </message>
    <message>
        <source>Until when, and whom to ask</source>
        <translation>기한과 문의</translation>
    </message>
    <message>
        <source>Stands on every page and sheet</source>
        <translation>모든 화면과 문서에 나옵니다</translation>
    </message>
    <message>
        <source>For example 2026</source>
        <translation>예: 2026</translation>
    </message>
    <message>
        <source>1 for the first of the year</source>
        <translation>그해의 몇 번째 회차인지</translation>
    </message>
    <message>
        <source>Ordinance and article</source>
        <translation>조례와 조항</translation>
    </message>
    <message>
        <source>As it shall be printed</source>
        <translation>보고서에 나올 그대로</translation>
    </message>
    <message>
        <source>Who evaluates</source>
        <translation>평가를 맡은 기관</translation>
    </message>
    <message>
        <source>How many services are evaluated this year</source>
        <translation>올해 평가하는 전체 사무 수</translation>
    </message>
    <message>
        <source>Marks every page and sheet as a rehearsal</source>
        <translation>모든 화면과 문서에 연습 표시</translation>
    </message>
    <message>
        <source>A total below it loses the renewal</source>
        <translation>총점이 이보다 낮으면 재계약에서 배제</translation>
    </message>
    <message>
        <source>Where an indicator does not say otherwise</source>
        <translation>지표에 따로 정하지 않았을 때</translation>
    </message>
    <message>
        <source>Where points are rounded half up, once</source>
        <translation>한 번 반올림하는 곳</translation>
    </message>
    <message>
        <source>Decimals of every printed score</source>
        <translation>찍히는 모든 점수의 소수 자리</translation>
    </message>
    <message>
        <source>label:lower bound, highest first, by “;”</source>
        <translation>이름:하한, 높은 것부터 “;”로 나눔</translation>
    </message>
    <message>
        <source>Most points of an adjustment; may be empty</source>
        <translation>가감점의 상한. 비워도 됩니다</translation>
    </message>
    <message>
        <source>Percent of the maximum below which a reason is asked</source>
        <translation>배점의 이 %보다 낮으면 까닭을 묻습니다</translation>
    </message>
    <message>
        <source>A full mark asks for a reason</source>
        <translation>만점이면 까닭을 묻습니다</translation>
    </message>
    <message>
        <source>A survey with fewer is pointed out</source>
        <translation>응답이 이보다 적으면 알려 줍니다</translation>
    </message>
    <message>
        <source>Written like 2026-12-31; may be empty</source>
        <translation>2026-12-31처럼. 비워도 됩니다</translation>
    </message>
    <message>
        <source>Whom evaluators ask; stands in their books</source>
        <translation>평가위원의 채점 파일에 나옵니다</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>회차 이름</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>연도</translation>
    </message>
    <message>
        <source>Round of the year</source>
        <translation>차수</translation>
    </message>
    <message>
        <source>Legal basis</source>
        <translation>추진 근거</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>평가 기간</translation>
    </message>
    <message>
        <source>Institute</source>
        <translation>평가 기관</translation>
    </message>
    <message>
        <source>Yearly pool</source>
        <translation>전체 사무 수</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>기준 점수</translation>
    </message>
    <message>
        <source>Decimals</source>
        <translation>소수 자리</translation>
    </message>
    <message>
        <source>Rounding</source>
        <translation>반올림 단계</translation>
    </message>
    <message>
        <source>Several marks</source>
        <translation>여러 점수를 합치는 법</translation>
    </message>
    <message>
        <source>Rehearsal</source>
        <translation>연습 회차</translation>
    </message>
    <message>
        <source>Bands</source>
        <translation>점수 구간</translation>
    </message>
    <message>
        <source>Reason below</source>
        <translation>낮은 점수의 까닭</translation>
    </message>
    <message>
        <source>Reason at the maximum</source>
        <translation>만점의 까닭</translation>
    </message>
    <message>
        <source>Least respondents</source>
        <translation>최소 응답자 수</translation>
    </message>
    <message>
        <source>Cap of adjustments</source>
        <translation>가감점 한도</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>제출 기한</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>문의처</translation>
    </message>
</context>
<context>
    <name>SetupWording</name>
    <message>
        <source>row {number}</source>
        <translation>{number}행</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Found</source>
        <translation>지적</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>조치</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>점수</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>의견</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>근거 자료</translation>
    </message>
    <message>
        <source>Not applicable</source>
        <translation>해당 없음</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>목표</translation>
    </message>
    <message>
        <source>Actual</source>
        <translation>실적</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>응답</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>평균</translation>
    </message>
    <message>
        <source>Lowest</source>
        <translation>최저</translation>
    </message>
    <message>
        <source>Highest</source>
        <translation>최고</translation>
    </message>
    <message>
        <source>The target is 0, so no points follow. Check the target.</source>
        <translation>목표가 0이라 점수가 나오지 않습니다. 목표를 확인해 주세요.</translation>
    </message>
    <message>
        <source>The ends of the scale are equal, so no points follow. Check both.</source>
        <translation>척도의 최저와 최고가 같아 점수가 나오지 않습니다. 두 값을 확인해 주세요.</translation>
    </message>
    <message>
        <source>The scale&apos;s lowest value is above its highest: no points. Check both.</source>
        <translation>척도의 최소가 최대보다 커서 점수를 낼 수 없습니다. 둘을 확인하십시오.</translation>
    </message>
    <message>
        <source>Points need the lowest and the highest value of the survey&apos;s scale.</source>
        <translation>설문 척도의 최저와 최고를 적어야 점수가 나옵니다.</translation>
    </message>
    <message>
        <source>The rubric has changed since, so this is not counted. Enter it again.</source>
        <translation>그 뒤 평가표가 바뀌어 세지 않습니다. 다시 적어 주세요.</translation>
    </message>
    <message>
        <source>This makes no points. Check the figures.</source>
        <translation>점수가 나오지 않습니다. 수치를 확인해 주세요.</translation>
    </message>
    <message>
        <source>Why does it not apply?</source>
        <translation>해당 없는 이유를 한 줄로</translation>
    </message>
    <message>
        <source>Full marks: one line why</source>
        <translation>만점: 이유를 한 줄로</translation>
    </message>
    <message>
        <source>A low mark: one line why</source>
        <translation>낮은 점수: 이유를 한 줄로</translation>
    </message>
    <message>
        <source>Unlike your other marks: why?</source>
        <translation>다른 점수와 차이가 큼: 이유는?</translation>
    </message>
    <message>
        <source>As of {time}, read-only</source>
        <translation>{time} 현재, 읽기 전용</translation>
    </message>
    <message>
        <source>Judgement</source>
        <translation>정성</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>정량</translation>
    </message>
    <message>
        <source>Survey</source>
        <translation>설문</translation>
    </message>
    <message>
        <source>points</source>
        <translation>점수</translation>
    </message>
    <message>
        <source>rating 0–100</source>
        <translation>평점 0–100</translation>
    </message>
    <message>
        <source>grade</source>
        <translation>등급</translation>
    </message>
    <message>
        <source>target and actual</source>
        <translation>목표와 실적</translation>
    </message>
    <message>
        <source>survey figures</source>
        <translation>설문 수치</translation>
    </message>
    <message>
        <source>Not begun</source>
        <translation>시작 전</translation>
    </message>
    <message>
        <source>Incomplete</source>
        <translation>미완료</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation>충돌</translation>
    </message>
    <message>
        <source>Recused</source>
        <translation>회피</translation>
    </message>
    <message>
        <source>{given} / {expected} indicators</source>
        <translation>{given} / {expected} 지표</translation>
    </message>
    <message>
        <source>{done} / {services} services</source>
        <translation>{done} / {services} 사무</translation>
    </message>
    <message>
        <source>/ {maximum} pt</source>
        <translation>/ {maximum}점</translation>
    </message>
    <message>
        <source>n/a</source>
        <translation>해당 없음</translation>
    </message>
    <message>
        <source>Write a comment  F2</source>
        <translation>의견 쓰기  F2</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>합계</translation>
    </message>
    <message>
        <source>So far</source>
        <translation>현재</translation>
    </message>
    <message>
        <source>My mean</source>
        <translation>내 평균</translation>
    </message>
    <message>
        <source>Operator {names}</source>
        <translation>수탁기관 {names}</translation>
    </message>
    <message>
        <source>Term ends {date}</source>
        <translation>위탁 종료 {date}</translation>
    </message>
</context>
<context>
    <name>SheetHead</name>
    <message>
        <source>Max</source>
        <translation>배점</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>점수</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Comment in one line</source>
        <translation>한 줄 의견</translation>
    </message>
</context>
<context>
    <name>SheetModel</name>
    <message>
        <source>Paste</source>
        <translation>붙여 넣기</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>비우기</translation>
    </message>
    <message>
        <source>Add a row</source>
        <translation>행 더하기</translation>
    </message>
    <message>
        <source>Remove rows</source>
        <translation>행 지우기</translation>
    </message>
    <message>
        <source>Move rows</source>
        <translation>행 옮기기</translation>
    </message>
</context>
<context>
    <name>SourceBar</name>
    <message>
        <source>Add files…</source>
        <translation>파일 더하기…</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>폴더 더하기…</translation>
    </message>
    <message>
        <source>Watch a folder…</source>
        <translation>폴더 지켜보기…</translation>
    </message>
    <message>
        <source>Watched: {folder}</source>
        <translation>지켜보는 폴더: {folder}</translation>
    </message>
    <message>
        <source>Books that arrive in {folder} join the plan and are never applied by themselves. Press to stop watching.</source>
        <translation>{folder}에 들어오는 채점 파일은 계획에 더해질 뿐 저절로 적용되지 않습니다. 누르면 그만 지켜봅니다.</translation>
    </message>
</context>
<context>
    <name>SourceCard</name>
    <message>
        <source>Lead</source>
        <translation>총괄</translation>
    </message>
    <message>
        <source>Back to the result</source>
        <translation>결과로 돌아가기</translation>
    </message>
</context>
<context>
    <name>SpreadLine</name>
    <message>
        <source>Total {total}, cut {cut}. {told}</source>
        <translation>총점 {total}, 기준 {cut}. {told}</translation>
    </message>
    <message>
        <source>Without one</source>
        <translation>위원 제외</translation>
    </message>
    <message>
        <source>Otherwise</source>
        <translation>다른 산출</translation>
    </message>
    <message>
        <source>no total</source>
        <translation>산출할 수 없음</translation>
    </message>
    <message>
        <source>cut {cut}</source>
        <translation>기준 {cut}</translation>
    </message>
    <message>
        <source>total {total}</source>
        <translation>총점 {total}</translation>
    </message>
</context>
<context>
    <name>StandingCard</name>
    <message>
        <source>{sealed} of {count} sealed</source>
        <translation>{count}명 중 {sealed}명 봉인</translation>
    </message>
    <message>
        <source>Evaluators</source>
        <translation>평가위원</translation>
    </message>
    <message>
        <source>marks</source>
        <translation>점수</translation>
    </message>
    <message>
        <source>Sealed</source>
        <translation>봉인</translation>
    </message>
    <message>
        <source>Not here yet</source>
        <translation>아직 안 옴</translation>
    </message>
    <message>
        <source>Interim</source>
        <translation>중간본</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Scoring Workbench</source>
        <translation>채점 워크벤치</translation>
    </message>
    <message>
        <source>Evaluation of commissioned services without a lost score</source>
        <translation>점수 하나도 잃지 않는 민간위탁 종합성과평가</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>파일 열기…</translation>
    </message>
    <message>
        <source>A score book (.score) or a round (.round)</source>
        <translation>받은 채점 파일(.score)이나 회차 파일(.round)</translation>
    </message>
    <message>
        <source>Make a new round…</source>
        <translation>새 회차 만들기…</translation>
    </message>
    <message>
        <source>From the sample, an earlier round or a spreadsheet</source>
        <translation>표본, 앞선 회차, 엑셀 가운데 골라 시작합니다</translation>
    </message>
    <message>
        <source>Look around in a rehearsal</source>
        <translation>연습 회차로 둘러보기</translation>
    </message>
    <message>
        <source>29 services with invented scores, no real data</source>
        <translation>사무 29개의 가상 점수. 실제 자료가 아닙니다</translation>
    </message>
    <message>
        <source>All data stay in files on this computer. No internet is used.</source>
        <translation>모든 자료는 이 컴퓨터의 파일에만 있습니다. 인터넷을 쓰지 않습니다.</translation>
    </message>
    <message>
        <source>A file dropped on this window opens.</source>
        <translation>채점 파일을 이 창에 끌어다 놓아도 열립니다.</translation>
    </message>
    <message>
        <source>Recent files</source>
        <translation>최근 파일</translation>
    </message>
    <message>
        <source>↑ ↓ choose, Enter opens</source>
        <translation>↑ ↓ 고르기, Enter 열기</translation>
    </message>
    <message>
        <source>Files that you open will be listed here.</source>
        <translation>연 파일이 여기에 나옵니다.</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>Undo: {what}</source>
        <translation>되돌리기: {what}</translation>
    </message>
    <message>
        <source>Redo: {what}</source>
        <translation>다시 하기: {what}</translation>
    </message>
    <message>
        <source>{first} and {count} more</source>
        <translation>{first} 외 {count}칸</translation>
    </message>
    <message>
        <source>No. {number}</source>
        <translation>{number}번</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>빈칸</translation>
    </message>
    <message>
        <source>not applicable</source>
        <translation>해당 없음</translation>
    </message>
    <message>
        <source>applies</source>
        <translation>해당함</translation>
    </message>
    <message>
        <source>comment</source>
        <translation>의견</translation>
    </message>
    <message>
        <source>evidence</source>
        <translation>근거 자료</translation>
    </message>
    <message>
        <source>basis of the survey</source>
        <translation>설문 산출 근거</translation>
    </message>
    <message>
        <source>opinion</source>
        <translation>종합 의견</translation>
    </message>
    <message>
        <source>recusal</source>
        <translation>회피</translation>
    </message>
    <message>
        <source>achievement</source>
        <translation>주요 성과</translation>
    </message>
    <message>
        <source>improvement</source>
        <translation>개선 과제</translation>
    </message>
    <message>
        <source>order of the findings</source>
        <translation>항목 순서</translation>
    </message>
</context>
<context>
    <name>SumStrip</name>
    <message>
        <source>Services that do not make 100 points: {count} of {all}</source>
        <translation>100점이 되지 않는 사무: {all}개 중 {count}개</translation>
    </message>
    <message>
        <source>All {all} services make 100 points.</source>
        <translation>사무 {all}개가 모두 100점입니다.</translation>
    </message>
</context>
<context>
    <name>Survey</name>
    <message>
        <source>Order: highest index first</source>
        <translation>정렬: 지수 높은 순</translation>
    </message>
    <message>
        <source>Order: most points first</source>
        <translation>정렬: 점수 높은 순</translation>
    </message>
    <message>
        <source>Order: fewest respondents first</source>
        <translation>정렬: 응답자 적은 순</translation>
    </message>
    <message>
        <source>Order: by service number</source>
        <translation>정렬: 번호 순</translation>
    </message>
    <message>
        <source>Order: verdicts that change first</source>
        <translation>정렬: 판정이 바뀌는 것 먼저</translation>
    </message>
    <message>
        <source>Service and source</source>
        <translation>사무와 원본</translation>
    </message>
    <message>
        <source>n</source>
        <translation>응답자</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>평균</translation>
    </message>
    <message>
        <source>Index</source>
        <translation>지수</translation>
    </message>
    <message>
        <source>To avg.</source>
        <translation>평균 차</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>점수</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>응답 분포</translation>
    </message>
    <message>
        <source>Otherwise · total</source>
        <translation>다른 환산 · 총점</translation>
    </message>
    <message>
        <source>no figures yet</source>
        <translation>미입력</translation>
    </message>
    <message>
        <source>below {least}</source>
        <translation>{least} 미만</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>문항</translation>
    </message>
    <message>
        <source>Mean · weight</source>
        <translation>평균 · 비중</translation>
    </message>
    <message>
        <source>Overall questions</source>
        <translation>전반 만족도</translation>
    </message>
    <message>
        <source>missing {count}</source>
        <translation>무응답 {count}</translation>
    </message>
    <message>
        <source>outside {count}</source>
        <translation>범위 밖 {count}</translation>
    </message>
    <message>
        <source>no number {count}</source>
        <translation>숫자 아님 {count}</translation>
    </message>
    <message>
        <source>Proportional conversion</source>
        <translation>비례 환산</translation>
    </message>
    <message>
        <source>Linear conversion</source>
        <translation>선형 환산</translation>
    </message>
    <message>
        <source>4 of 1–5 makes {index}</source>
        <translation>1–5에서 4는 {index}</translation>
    </message>
    <message>
        <source>typed by hand</source>
        <translation>직접 입력</translation>
    </message>
    <message>
        <source>source cannot be read</source>
        <translation>원본 정보를 읽을 수 없음</translation>
    </message>
    <message>
        <source>changed since</source>
        <translation>가져온 뒤 고침</translation>
    </message>
    <message>
        <source>Typed by hand: there is no file behind these figures.</source>
        <translation>직접 입력한 수치입니다. 원본 파일이 없습니다.</translation>
    </message>
    <message>
        <source>No figures have come in.</source>
        <translation>들어온 수치가 없습니다.</translation>
    </message>
    <message>
        <source>What is stored as the source of these figures cannot be read.</source>
        <translation>이 수치의 원본으로 저장된 내용을 읽을 수 없습니다.</translation>
    </message>
    <message>
        <source>Source: {file} · SHA-256 {hash}…</source>
        <translation>원본: {file} · SHA-256 {hash}…</translation>
    </message>
    <message>
        <source>Ready figures: no answers came with them.</source>
        <translation>집계된 수치만 가져와 응답 분포가 없습니다.</translation>
    </message>
    <message>
        <source>The figures were changed after the import: n {n}, mean {mean} in the file. What follows is of the file, not of the figures that count.</source>
        <translation>원본을 가져온 뒤 수치를 고쳤습니다. 파일에서는 응답자 {n}명, 평균 {mean}입니다. 아래 분포는 파일의 것이며 반영된 수치의 것이 아닙니다.</translation>
    </message>
    <message>
        <source>How many answered is not known; the round asks for at least {least}.</source>
        <translation>응답자 수를 알 수 없습니다. 이 회차의 기준은 최소 {least}명입니다.</translation>
    </message>
    <message>
        <source>Only {n} respondents; the round asks for at least {least}.</source>
        <translation>응답자 {n}명: 이 회차의 최소 기준 {least}명보다 적습니다.</translation>
    </message>
    <message>
        <source>Twice in the file and left out: {rows} rows in blocks, {people} of respondents.</source>
        <translation>중복되어 뺀 응답: 붙여 넣은 블록 {rows}행, 같은 응답자 {people}행</translation>
    </message>
    <message>
        <source>Twice in the file and counted all the same: {rows} rows in blocks, {people} of respondents.</source>
        <translation>중복되었으나 그대로 센 응답: 붙여 넣은 블록 {rows}행, 같은 응답자 {people}행</translation>
    </message>
    <message>
        <source>Taken for columns about persons, and let in: {columns}.</source>
        <translation>개인정보로 보이지만 허용한 열: {columns}</translation>
    </message>
    <message>
        <source>{worked} = {points} points</source>
        <translation>{worked} = {points}점</translation>
    </message>
    <message>
        <source>{worked} = {exact} → {points} points</source>
        <translation>{worked} = {exact} → {points}점</translation>
    </message>
    <message>
        <source>Not applicable.</source>
        <translation>해당 없음입니다.</translation>
    </message>
    <message>
        <source>The figures are in conflict; nothing counts until it is settled.</source>
        <translation>수치가 충돌합니다. 정할 때까지 반영되지 않습니다.</translation>
    </message>
    <message>
        <source>Typed under another rule: to be entered again.</source>
        <translation>다른 기준에서 입력한 수치입니다. 다시 입력해야 합니다.</translation>
    </message>
    <message>
        <source>Mean {mean} = {w}% × factors {factors} + {v}% × overall {overall}</source>
        <translation>평균 {mean} = {w}% × 요소 {factors} + {v}% × 전반 {overall}</translation>
    </message>
    <message>
        <source>An agreed mark counts instead of these figures.</source>
        <translation>이 수치 대신 조정 평점을 반영합니다.</translation>
    </message>
    <message>
        <source>Assigned to nobody.</source>
        <translation>배정된 사람이 없습니다.</translation>
    </message>
    <message>
        <source>The agreed mark rests on other figures; it has to be confirmed.</source>
        <translation>조정 평점의 바탕이 된 수치가 달라졌습니다. 확인이 필요합니다.</translation>
    </message>
    <message>
        <source>no total yet</source>
        <translation>총점 없음</translation>
    </message>
    <message>
        <source>becomes {verdict}</source>
        <translation>판정 바뀜: {verdict}</translation>
    </message>
    <message>
        <source>same verdict</source>
        <translation>판정 그대로</translation>
    </message>
    <message>
        <source>{conversion}: index {index}, {points} points</source>
        <translation>{conversion}: 지수 {index}, {points}점</translation>
    </message>
    <message>
        <source>total {total}</source>
        <translation>총점 {total}</translation>
    </message>
</context>
<context>
    <name>SurveyImport</name>
    <message>
        <source>Error</source>
        <translation>표준오차</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>응답 분포</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>연번</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>사무</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>평균</translation>
    </message>
    <message>
        <source>Index</source>
        <translation>지수</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>득점</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>변경</translation>
    </message>
    <message>
        <source>{name}, marked as not applicable</source>
        <translation>{name}, 해당 없음으로 표시됨</translation>
    </message>
    <message>
        <source>{name}, too few respondents</source>
        <translation>{name}, 응답자 부족</translation>
    </message>
    <message>
        <source>as it stands</source>
        <translation>그대로</translation>
    </message>
    <message>
        <source>new</source>
        <translation>새로 입력</translation>
    </message>
    <message>
        <source>same points</source>
        <translation>득점 같음</translation>
    </message>
    <message>
        <source>services</source>
        <translation>사무</translation>
    </message>
    <message>
        <source>numbers</source>
        <translation>숫자</translation>
    </message>
    <message>
        <source>words</source>
        <translation>낱말</translation>
    </message>
    <message>
        <source>other</source>
        <translation>그 밖</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>빈 열</translation>
    </message>
    <message>
        <source>Factor · {dimension}</source>
        <translation>요소 · {dimension}</translation>
    </message>
    <message>
        <source>Respondent</source>
        <translation>응답자</translation>
    </message>
    <message>
        <source>Overall question</source>
        <translation>전반 문항</translation>
    </message>
    <message>
        <source>Number of respondents</source>
        <translation>응답자 수</translation>
    </message>
    <message>
        <source>Lowest of the scale</source>
        <translation>척도 최소</translation>
    </message>
    <message>
        <source>Highest of the scale</source>
        <translation>척도 최대</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>쓰지 않음</translation>
    </message>
    <message>
        <source>Factor · new group…</source>
        <translation>요소 · 새 차원…</translation>
    </message>
    <message>
        <source>Not read</source>
        <translation>읽지 않음</translation>
    </message>
    <message>
        <source>Read it all the same</source>
        <translation>그래도 읽기</translation>
    </message>
    <message>
        <source>Looks like free text: what respondents write stays out of the book.</source>
        <translation>자유 응답으로 보입니다. 응답자가 쓴 글은 채점 파일에 남기지 않습니다.</translation>
    </message>
    <message>
        <source>Looks like personal data ({kind}): nothing of it is kept.</source>
        <translation>개인정보({kind})로 보입니다. 아무것도 남기지 않습니다.</translation>
    </message>
    <message>
        <source>Looks like {kind} and is read all the same; the book notes that.</source>
        <translation>{kind}(으)로 보이지만 정한 대로 읽었습니다. 산출 근거에 적힙니다.</translation>
    </message>
    <message>
        <source>{words} for No. {numbers}</source>
        <translation>{numbers}번은 {words}</translation>
    </message>
    <message>
        <source>Conversion: {conversions}. The rubric sets it; it cannot be changed here.</source>
        <translation>환산: {conversions}. 평가지표가 정한 것이라 여기에서 바꿀 수 없습니다.</translation>
    </message>
    <message>
        <source>linear</source>
        <translation>선형</translation>
    </message>
    <message>
        <source>proportional</source>
        <translation>비례</translation>
    </message>
    <message>
        <source>{word} ({answer} of {high} = {index})</source>
        <translation>{word}({high}점 중 {answer}점 = {index})</translation>
    </message>
</context>
<context>
    <name>SurveyList</name>
    <message>
        <source>Satisfaction by service</source>
        <translation>사무별 만족도</translation>
    </message>
    <message>
        <source>Average index</source>
        <translation>평균 지수</translation>
    </message>
    <message>
        <source>Verdicts the other conversion would change: {count}</source>
        <translation>다른 환산이면 바뀌는 판정 {count}개</translation>
    </message>
    <message>
        <source>Respondents: {count}</source>
        <translation>응답자 {count}명</translation>
    </message>
    <message>
        <source>Too few respondents: {count}</source>
        <translation>응답자 부족 {count}개</translation>
    </message>
</context>
<context>
    <name>SurveyPage</name>
    <message>
        <source>Satisfaction</source>
        <translation>만족도</translation>
    </message>
    <message>
        <source>To merging</source>
        <translation>병합으로</translation>
    </message>
    <message>
        <source>This round has no indicator that is computed from a survey.</source>
        <translation>이 회차에는 만족도 조사로 계산하는 지표가 없습니다.</translation>
    </message>
    <message>
        <source>No satisfaction figures have come in yet. Merge the score book of whoever enters them.</source>
        <translation>아직 들어온 만족도 수치가 없습니다. 만족도를 입력하는 사람의 채점 파일을 합쳐 주세요.</translation>
    </message>
</context>
<context>
    <name>SurveyWay</name>
    <message>
        <source>Survey taken in: services {count}</source>
        <translation>만족도 조사를 가져왔습니다: 사무 {count}개</translation>
    </message>
</context>
<context>
    <name>TaskDialog</name>
    <message>
        <source>Stop</source>
        <translation>멈추기</translation>
    </message>
    <message>
        <source>Stopping after the present step…</source>
        <translation>하던 것까지만 하고 멈춥니다…</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Evaluator {code} {name}</source>
        <translation>평가위원 {code} {name}</translation>
    </message>
    <message>
        <source>Rehearsal (invented scores)</source>
        <translation>연습(가상 점수)</translation>
    </message>
    <message>
        <source>Hand over…</source>
        <translation>제출…</translation>
    </message>
    <message>
        <source>Back to scoring</source>
        <translation>채점으로 돌아가기</translation>
    </message>
    <message>
        <source>{done} / {services} services · {given} / {expected} indicators</source>
        <translation>{done} / {services} 사무 · {given} / {expected} 지표</translation>
    </message>
    <message>
        <source>recused {count}</source>
        <translation>회피 {count}</translation>
    </message>
</context>
<context>
    <name>UnconfirmedFigures</name>
    <message>
        <source>Figures no second person confirmed: {count}</source>
        <translation>두 번째 사람이 확인하지 않은 수치: {count}</translation>
    </message>
    <message>
        <source>They do not keep the round open. Enter or a click leads to the figures.</source>
        <translation>확정을 막지는 않습니다. Enter나 클릭으로 해당 수치로 갑니다.</translation>
    </message>
</context>
<context>
    <name>UpdateStrip</name>
    <message>
        <source>Take it in</source>
        <translation>받아들이기</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>그만두기</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>바뀌는 것</translation>
    </message>
    <message>
        <source>Update from {file}</source>
        <translation>갱신: {file}</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>It brings nothing new: this book is as new already.</source>
        <translation>새것이 없습니다. 이 채점 파일이 이미 같은 최신입니다.</translation>
    </message>
    <message>
        <source>Your marks and texts stay as they are.</source>
        <translation>적어 둔 점수와 글은 그대로 남습니다.</translation>
    </message>
    <message>
        <source>To be entered again: {count}.</source>
        <translation>다시 입력할 점수 {count}건.</translation>
    </message>
    <message>
        <source>No longer counted: {count}.</source>
        <translation>더 세지 않는 점수 {count}건.</translation>
    </message>
    <message>
        <source>Missing then: {count}.</source>
        <translation>빈 칸 {count}개.</translation>
    </message>
    <message>
        <source>The book has to be sealed anew afterwards.</source>
        <translation>받아들인 뒤 다시 봉인해야 합니다.</translation>
    </message>
    <message>
        <source>What becomes of your marks</source>
        <translation>내 점수는 어떻게 되는가</translation>
    </message>
</context>
<context>
    <name>VersionsCard</name>
    <message>
        <source>Result versions</source>
        <translation>결과 판</translation>
    </message>
    <message>
        <source>Issue version 1 before the result goes out: objections are held against it.</source>
        <translation>결과를 알리기 전에 제1판을 내십시오. 이의신청을 그 판과 견줍니다.</translation>
    </message>
    <message>
        <source>Issue version {number}…</source>
        <translation>제{number}판 내기…</translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>내기</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>그만두기</translation>
    </message>
    <message>
        <source>Note, for example: before objections</source>
        <translation>붙일 말, 예: 이의신청 전</translation>
    </message>
    <message>
        <source>Note on the version</source>
        <translation>판에 붙일 말</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>판</translation>
    </message>
    <message>
        <source>Average</source>
        <translation>평균</translation>
    </message>
    <message>
        <source>Below</source>
        <translation>미만</translation>
    </message>
</context>
<context>
    <name>WhatHangs</name>
    <message>
        <source> or </source>
        <translation> 또는 </translation>
    </message>
    <message>
        <source>until it is settled, the service counts in no average</source>
        <translation>정할 때까지 이 사무는 평균에서 빠집니다</translation>
    </message>
    <message>
        <source>other open cells of the service are taken at their newest value</source>
        <translation>이 사무의 다른 열린 칸은 가장 새 값으로 셈했습니다</translation>
    </message>
    <message>
        <source>This decides</source>
        <translation>이 결정에 달린 것</translation>
    </message>
    <message>
        <source>below the cut</source>
        <translation>기준 미만</translation>
    </message>
    <message>
        <source>average</source>
        <translation>평균</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Scoring Workbench</source>
        <translation>채점 워크벤치</translation>
    </message>
    <message>
        <source>Scoring Workbench rehearsal</source>
        <translation>채점 워크벤치 연습</translation>
    </message>
    <message>
        <source>Playing the rehearsal</source>
        <translation>연습 회차를 만들고 있습니다</translation>
    </message>
</context>
<context>
    <name>WithdrawalView</name>
    <message>
        <source>Withdrawing no. {number}: {file}</source>
        <translation>{number}번 철회: {file}</translation>
    </message>
    <message>
        <source>Nothing is done yet. What the file brought is kept and sleeps; merging the same file lets it stand again. A backup is made before.</source>
        <translation>아직 아무것도 바꾸지 않았습니다. 파일이 가져온 값은 지우지 않고 재우며, 같은 파일을 병합하면 다시 섭니다. 먼저 백업합니다.</translation>
    </message>
    <message>
        <source>Reason for withdrawing</source>
        <translation>철회하는 까닭</translation>
    </message>
    <message>
        <source>Withdraw now</source>
        <translation>지금 철회</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>돌아가기</translation>
    </message>
    <message>
        <source>No total and no verdict changes.</source>
        <translation>총점과 판정은 바뀌지 않습니다.</translation>
    </message>
    <message>
        <source>Totals and verdicts that change</source>
        <translation>바뀌는 총점과 판정</translation>
    </message>
    <message>
        <source>Cells that change</source>
        <translation>바뀌는 칸</translation>
    </message>
    <message>
        <source>Average</source>
        <translation>평균</translation>
    </message>
    <message>
        <source>Counted services</source>
        <translation>집계한 사무</translation>
    </message>
    <message>
        <source>Below the cut</source>
        <translation>기준 미만</translation>
    </message>
    <message>
        <source>Open conflicts</source>
        <translation>열린 충돌</translation>
    </message>
    <message>
        <source>Settlements that fall asleep with it: {count}</source>
        <translation>함께 쉬는 정한 값 {count}개</translation>
    </message>
</context>
<context>
    <name>WordingPage</name>
    <message>
        <source>{done} of {count} services worded, remarks {remarks}</source>
        <translation>{count}개 사무 중 {done}개 작성, 지적 {remarks}</translation>
    </message>
    <message>
        <source>Report texts</source>
        <translation>보고 문안</translation>
    </message>
</context>
<context>
    <name>WordingWords</name>
    <message>
        <source>Main achievements</source>
        <translation>주요 성과</translation>
    </message>
    <message>
        <source>Tasks for improvement</source>
        <translation>개선 과제</translation>
    </message>
    <message>
        <source>Add an achievement…</source>
        <translation>성과 더하기…</translation>
    </message>
    <message>
        <source>Add a task…</source>
        <translation>과제 더하기…</translation>
    </message>
    <message>
        <source>written anew</source>
        <translation>새로 적음</translation>
    </message>
    <message>
        <source>from {names}</source>
        <translation>원문 {names}</translation>
    </message>
</context>
<context>
    <name>WordsCard</name>
    <message>
        <source>Answers in words</source>
        <translation>낱말 응답</translation>
    </message>
    <message>
        <source>without a number: {count}</source>
        <translation>수를 정하지 않은 낱말 {count}</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>낱말</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>파일 속 응답</translation>
    </message>
    <message>
        <source>Number on the scale</source>
        <translation>척도의 수</translation>
    </message>
    <message>
        <source>not counted</source>
        <translation>세지 않음</translation>
    </message>
</context>
</TS>
