<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR" sourcelanguage="en">
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
        <source>restored</source>
        <translation>복원</translation>
    </message>
</context>
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
        <source>All keys</source>
        <translation>모든 단축키</translation>
    </message>
    <message>
        <source>Typing marks</source>
        <translation>점수 입력</translation>
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
    <message>
        <source>Folder for the file to hand over</source>
        <translation>제출 파일을 저장할 폴더</translation>
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
    <message>
        <source>The points follow from the figures at once.</source>
        <translation>수치를 적으면 점수가 바로 나옵니다.</translation>
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
    <name>PastModel</name>
    <message>
        <source>now</source>
        <translation>현재 값</translation>
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
    <name>RestoredTray</name>
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
