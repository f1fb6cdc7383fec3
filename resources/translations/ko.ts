<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR" sourcelanguage="en">
<context>
    <name>BelowCard</name>
    <message>
        <source>Difference</source>
        <translation>차이</translation>
    </message>
    <message>
        <source>No counted service is below the cut.</source>
        <translation>기준에 못 미친 사무가 없습니다.</translation>
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
        <source>help</source>
        <translation>도움말 창</translation>
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
    <name>Captions</name>
    <message>
        <source>Rank</source>
        <translation>순위</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>사무</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>총점</translation>
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
        <source>Score books (*.score)</source>
        <translation>채점 파일 (*.score)</translation>
    </message>
    <message>
        <source>Add score books</source>
        <translation>채점 파일 더하기</translation>
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
        <source>State</source>
        <translation>상태</translation>
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
        <source>Open the folder</source>
        <translation>폴더 열기</translation>
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
        <source>Written</source>
        <translation>만들었음</translation>
    </message>
    <message>
        <source>Not written here</source>
        <translation>여기서 만들지 않음</translation>
    </message>
    <message>
        <source>{services} services · {marks} marks</source>
        <translation>사무 {services}개 · 점수 {marks}개</translation>
    </message>
    <message>
        <source>Folder for the score books</source>
        <translation>채점 파일을 둘 폴더</translation>
    </message>
</context>
<context>
    <name>HandOverPage</name>
    <message>
        <source>Before handing over</source>
        <translation>제출 전 점검</translation>
    </message>
    <message>
        <source>Receipt code</source>
        <translation>접수 번호</translation>
    </message>
    <message>
        <source>Copy the code</source>
        <translation>번호 복사</translation>
    </message>
    <message>
        <source>Open the folder of the file</source>
        <translation>파일 있는 폴더 열기</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>제출</translation>
    </message>
    <message>
        <source>Sealing closes the present state under a receipt code. You can go on later.</source>
        <translation>지금 상태에 접수 번호를 매깁니다. 나중에 이어서 채점할 수 있습니다.</translation>
    </message>
    <message>
        <source>Seal</source>
        <translation>제출하기</translation>
    </message>
    <message>
        <source>Seal although incomplete</source>
        <translation>미완료인 채로 제출하기</translation>
    </message>
    <message>
        <source>Nothing leaves this computer. You hand the file over yourself.</source>
        <translation>아무것도 컴퓨터 밖으로 나가지 않습니다. 파일은 직접 내야 합니다.</translation>
    </message>
    <message>
        <source>Sealed</source>
        <translation>제출했습니다</translation>
    </message>
    <message>
        <source>Keep this code. The project lead must see the same one when merging.</source>
        <translation>이 접수 번호를 적어 두세요. 담당자가 합칠 때 같은 번호가 보여야 합니다.</translation>
    </message>
    <message>
        <source>What to do now</source>
        <translation>이제 할 일</translation>
    </message>
    <message>
        <source>1. The file is saved</source>
        <translation>1. 파일이 저장되어 있습니다</translation>
    </message>
    <message>
        <source>2. Give this file to the project lead</source>
        <translation>2. 이 파일을 담당자에게 내세요</translation>
    </message>
    <message>
        <source>Contact: {contact}</source>
        <translation>담당: {contact}</translation>
    </message>
    <message>
        <source>If you change even one score, this code no longer holds. Then hand over again and get a new code.</source>
        <translation>점수를 하나라도 고치면 이 번호는 더 이상 맞지 않습니다. 그때는 다시 제출해 새 번호를 받으세요.</translation>
    </message>
    <message>
        <source>Missing marks: {count}</source>
        <translation>빠진 점수 {count}개</translation>
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
        <source>Recused services: {count}</source>
        <translation>회피한 사무 {count}개</translation>
    </message>
    <message>
        <source> and {count} more</source>
        <translation> 외 {count}개</translation>
    </message>
</context>
<context>
    <name>HelpPane</name>
    <message>
        <source>max {points}</source>
        <translation>배점 {points}</translation>
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
    <message>
        <source>The points follow from the figures at once.</source>
        <translation>수치를 적으면 점수가 바로 나옵니다.</translation>
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
        <source>Add files…</source>
        <translation>파일 더하기…</translation>
    </message>
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
        <source>Merge</source>
        <translation>병합</translation>
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
        <source>Another window is writing this round, so nothing can be merged here. Close it there and open it again.</source>
        <translation>다른 창이 이 회차를 쓰고 있어 여기서는 합칠 수 없습니다. 그 창에서 닫고 다시 열어 주세요.</translation>
    </message>
    <message>
        <source>new scores from {taken}, nothing new {same}, refused {refused}</source>
        <translation>{taken}권에 새 점수, {same}권은 새것 없음, {refused}개 거절</translation>
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
    <message>
        <source>Merged. Open conflicts: {count}</source>
        <translation>합쳤습니다 · 열린 충돌 {count}건</translation>
    </message>
    <message>
        <source>Merged. No conflict is open.</source>
        <translation>합쳤습니다 · 열린 충돌 없음</translation>
    </message>
</context>
<context>
    <name>Nav</name>
    <message>
        <source>Hand out</source>
        <translation>배포</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>병합</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>결과</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>보고서</translation>
    </message>
    <message>
        <source>Prepare</source>
        <translation>준비</translation>
    </message>
    <message>
        <source>Collect</source>
        <translation>취합</translation>
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
    <name>Picture</name>
    <message>
        <source>The picture could not be written: {file}</source>
        <translation>그림을 저장하지 못했습니다: {file}</translation>
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
    <name>RankingCard</name>
    <message>
        <source>Order: highest total first</source>
        <translation>정렬: 총점 높은 순</translation>
    </message>
    <message>
        <source>Order: by number</source>
        <translation>정렬: 번호 순</translation>
    </message>
    <message>
        <source>Totals</source>
        <translation>사무별 총점</translation>
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
    <name>ReportPage</name>
    <message>
        <source>Report</source>
        <translation>보고서</translation>
    </message>
    <message>
        <source>Export the report…</source>
        <translation>보고서 내보내기…</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>읽는 사람</translation>
    </message>
    <message>
        <source>Edition</source>
        <translation>판</translation>
    </message>
    <message>
        <source>Internal</source>
        <translation>내부용</translation>
    </message>
    <message>
        <source>All sheets, with every typed score</source>
        <translation>모든 시트, 적은 점수 모두</translation>
    </message>
    <message>
        <source>Public</source>
        <translation>공개용</translation>
    </message>
    <message>
        <source>Summary and findings, nobody&apos;s scores</source>
        <translation>요약과 성과·과제만, 점수는 없음</translation>
    </message>
    <message>
        <source>Final</source>
        <translation>최종</translation>
    </message>
    <message>
        <source>Only when everything is complete and sealed</source>
        <translation>모두 완료되고 봉인되었을 때만</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>잠정</translation>
    </message>
    <message>
        <source>Possible at any time, marked as a draft</source>
        <translation>언제나 가능, 잠정으로 표시</translation>
    </message>
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
    <message>
        <source>A final export is still closed</source>
        <translation>최종 내보내기는 아직 닫혀 있습니다</translation>
    </message>
    <message>
        <source>A final export is open</source>
        <translation>최종 내보내기가 열려 있습니다</translation>
    </message>
    <message>
        <source>What keeps the final export closed: {count}</source>
        <translation>최종 내보내기를 막는 것 {count}건</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>외 {count}건</translation>
    </message>
    <message>
        <source>Export the report as</source>
        <translation>보고서 저장</translation>
    </message>
    <message>
        <source>Workbooks (*.xlsx)</source>
        <translation>엑셀 파일 (*.xlsx)</translation>
    </message>
    <message>
        <source> (draft)</source>
        <translation>(잠정)</translation>
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
        <source>Below {cut} points</source>
        <translation>{cut}점 미만</translation>
    </message>
    <message>
        <source>cut {cut}</source>
        <translation>배제기준 {cut}점</translation>
    </message>
</context>
<context>
    <name>ResultsPage</name>
    <message>
        <source>Export the report…</source>
        <translation>보고서 내보내기…</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>결과</translation>
    </message>
    <message>
        <source>Counted {counted}, incomplete {incomplete}, conflicts {conflicts}</source>
        <translation>완료 {counted}개 사무, 미완료 {incomplete}, 충돌 {conflicts}</translation>
    </message>
    <message>
        <source>, exempt {count}</source>
        <translation>, 제외 {count}</translation>
    </message>
</context>
<context>
    <name>RoundSession</name>
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
        <source>Recused: {reason}</source>
        <translation>회피: {reason}</translation>
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
        <source>Rubric and services come from a spreadsheet</source>
        <translation>평가표와 사무 목록을 엑셀에서 가져옵니다</translation>
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
    <name>TextsPanel</name>
    <message>
        <source>one per line</source>
        <translation>한 줄에 하나씩</translation>
    </message>
    <message>
        <source>Main achievements</source>
        <translation>주요 성과</translation>
    </message>
    <message>
        <source>Tasks for improvement</source>
        <translation>개선 과제</translation>
    </message>
    <message>
        <source>Overall opinion</source>
        <translation>종합 의견</translation>
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
</TS>
